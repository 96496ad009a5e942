import { useState } from 'react';
import type { ThemeBookFormat } from '../../../shared/api/inputs.ts';
import { exportName } from '../../../shared/text/exportName.ts';
import { toastSaved } from '../../app/saved.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { toastError } from '../../ui/toast.tsx';
import { type ChosenStyle, styleAsked } from '../quotes/exporting/options.ts';

/** A file that is made of the whole report. */
export type ReportFile =
  | { readonly report: 'findings'; readonly format: 'docx' }
  | { readonly report: 'themebook'; readonly format: ThemeBookFormat };

/** Writes a report where the person wants it, its quotes attributed in a style. `busy`: while it is written. */
export function useReportExport(): {
  readonly busy: boolean;
  readonly save: (file: ReportFile, style: ChosenStyle) => Promise<void>;
} {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const [busy, setBusy] = useState(false);
  const write = (file: ReportFile, style: ChosenStyle, out: string | undefined) => {
    const asked = { study, style: styleAsked(style), ...(out !== undefined && { out }) };
    return file.report === 'findings'
      ? client.call('findings.export', { ...asked, format: file.format })
      : client.call('themebook.export', { ...asked, format: file.format });
  };
  return {
    busy,
    save: async (file, style) => {
      if (busy) return;
      setBusy(true);
      try {
        const what = file.report === 'findings' ? 'findings' : 'theme book';
        toastSaved(await saveExport(exportName(title, what, file.format), out => write(file, style, out)));
      } catch (thrown) {
        toastError(thrown);
      } finally {
        setBusy(false);
      }
    },
  };
}
