export const isMac = /Mac/.test(globalThis.navigator?.platform ?? '');

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key press in the spelling of `Command.keys`. */
export function nameOf(event: Press, mac: boolean = isMac): string {
  const control = mac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (control || event.key.length > 1 || /^[A-Z]$/.test(key));
  return [control && 'Ctrl', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

/** Whether what has the focus takes typed letters. The transcript is read, not written: its keys are commands. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    ((target.isContentEditable && !target.closest('[data-transcript]')) ||
      /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Whether what has the focus answers this key itself: Enter and the space bar on a control, letters in a list that jumps to what is typed. */
export function keyTaken({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return false;
  if (key === 'Enter' || key === ' ') {
    return (
      target.closest(
        'button, a[href], summary, [role="button"], [role="option"], [role="menuitem"], [role="row"], [role="tab"]',
      ) !== null
    );
  }
  return key.length === 1 && target.closest('[role="listbox"], [role="menu"], [role="tree"], [role="grid"]') !== null;
}
