import { startHttpHost } from '../../httpHost.ts';
import type { CliHost, CommonOptions } from '../host.ts';
import { caller, openStudy } from '../study.ts';

export type ServeOptions = CommonOptions & { readonly port?: number; readonly open: boolean };

/**
 * Serves the study to a browser on this machine. Ends when told to, or a minute after the last window has gone; with --no-open only when told to.
 * The address is printed at once, on stdout.
 */
export async function serve(host: CliHost, path: string, options: ServeOptions): Promise<void> {
  let handle: string | null = null;
  const core = host.createCore({ openStudy: () => handle });
  try {
    const study = await openStudy(host, caller(core, 'browser'), path, options);
    handle = study.handle;
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    if (host.signal.aborted) return;
    host.signal.addEventListener('abort', () => end());
    const { appFolder } = host;
    const port = options.port === undefined ? {} : { port: options.port };
    const http = await startHttpHost({ core, appFolder, stayOpen: !options.open, onIdle: end, ...port });
    try {
      const { url } = http;
      const document = { url, port: http.port, study: study.path };
      host.stdout(options.json ? `${JSON.stringify(document)}\n` : `Ninefold is open at ${url}\n`);
      if (options.open && !host.openBrowser(url))
        host.stderr('Open the address above in a browser on this computer.\n');
      await ended;
    } finally {
      await http.close();
    }
  } finally {
    await core.close();
  }
}
