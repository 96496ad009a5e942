import type { Code, Span } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { CodeSign } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';

const newCode = 'new';

/** Asks which code to put on many stretches, then codes them all in one act that can be undone. */
export function CodeAll({
  spans,
  codes,
  proposed,
  what,
  onDone,
  onClose,
}: {
  readonly spans: readonly (Span & { readonly source: SourceId })[];
  readonly codes: readonly Code[];
  /** Name offered for a new code; '' offers none. */
  readonly proposed: string;
  /** What is coded, with its number: "12 places". */
  readonly what: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const apply = async (id: string) => {
    onClose();
    const code = codes.find(one => one.id === id);
    try {
      const { made, already } = await client.call('coding.applyMany', {
        study,
        spans: spans.map(({ source, start, end }) => ({ source, start, end })),
        codes: code ? [code.id] : [],
        ...(!code && { newCodes: [proposed] }),
      });
      const stood = already > 0 ? `; ${already} stood there before` : '';
      await offerUndo(`Coded ${counted(made, 'extract')} as “${code?.name ?? proposed}”${stood}.`);
      onDone();
    } catch (thrown) {
      toastError(thrown);
    }
  };
  return (
    <Chooser
      title={`Code ${what} as`}
      field="Find a code"
      none="No code has these letters."
      choices={[
        ...(proposed === '' ? [] : [{ id: newCode, name: `New code “${proposed}”` }]),
        ...codes
          .filter(code => !code.retired)
          .map(code => ({ id: code.id, name: code.name, sign: <CodeSign sigil={code.sigil} hue={code.hue} /> })),
      ]}
      onPick={id => void apply(id)}
      onClose={onClose}
    />
  );
}
