import { contextBridge, ipcRenderer } from 'electron';

// A sandboxed preload script can load nothing but Electron, so the channels' names stand here again; a test holds them to shared/api/desktop.ts.
const invokeChannel = 'ninefold:invoke';
const eventChannel = 'ninefold:event';

/** All that a page can reach: calls by name, and events. */
contextBridge.exposeInMainWorld('ninefold', {
  invoke: (name: unknown, input: unknown) => ipcRenderer.invoke(invokeChannel, name, input),
  subscribe: (listener: (event: unknown) => void) => {
    const forward = (_: unknown, event: unknown) => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.removeListener(eventChannel, forward);
    };
  },
});
