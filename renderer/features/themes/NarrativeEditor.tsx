import { useMemo } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { quotesIn } from '../../../shared/text/quoteLinks.ts';
import { useExtracts } from '../../client/queries.ts';
import { ProseEditor } from '../report/ProseEditor.tsx';
import { useDoing } from './desk.tsx';
import { useMarks } from './readings.ts';
import { useLiveQuotes } from './useLiveQuotes.ts';

/** The theme told in prose, with quotes of its own and of others in it. */
export function NarrativeEditor({ theme }: { readonly theme: Theme }) {
  const { acts } = useDoing();
  const extracts = useExtracts({ theme: theme.id });
  const marks = useMarks(theme.id);
  const known = new Map([...(extracts.data ?? []), ...(marks.data ?? [])].map(one => [one.key, one]));
  const live = useLiveQuotes(quotesIn(theme.narrative), known);
  const quotes = useMemo(
    () => new Map([...live].map(([key, { text: words, attribution }]) => [key, { words, attribution }])),
    [live],
  );
  return (
    <ProseEditor
      key={theme.id}
      label="Narrative of the theme"
      value={theme.narrative}
      placeholder="What the theme says, in your own words and theirs."
      quotes={quotes}
      offer={{ theme: theme.id }}
      onSave={words => acts.writeNarrative(theme, words)}
    />
  );
}
