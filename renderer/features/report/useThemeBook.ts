import type { ThemeBookFormat } from '../../../shared/api/inputs.ts';
import { exportName } from '../../../shared/text/exportName.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { toast, toastError } from '../../ui/toast.tsx';

/** Writes the theme book where the person wants it. */
export function useThemeBook(): (format: ThemeBookFormat) => Promise<void> {
  const client = useClient();
  const { handle: study, title } = useStudy();
  return async format => {
    try {
      const said = await saveExport(exportName(title, 'theme book', format), out =>
        client.call('themebook.export', { study, format, ...(out !== undefined && { out }) }),
      );
      if (said !== null) toast(said);
    } catch (thrown) {
      toastError(thrown);
    }
  };
}
