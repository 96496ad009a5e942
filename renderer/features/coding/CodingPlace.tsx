import { useSourcesWithin } from '../../app/filters.ts';
import { go, useRoute } from '../../app/route.ts';
import { useCodes, useSources, useTranscript } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState, Note } from '../../ui/signs.tsx';
import { Workspace } from './Workspace.tsx';

/** Where an evaluator reads and codes. Shows the source of the address, or the first one that the filter lets through. */
export function CodingPlace() {
  const { id } = useRoute();
  const sources = useSources();
  const codes = useCodes();
  const within = useSourcesWithin();
  const passing = sources.data?.find(one => within === null || within.has(one.id));
  const source = sources.data?.find(one => one.id === id) ?? passing ?? sources.data?.[0];
  const transcript = useTranscript(source?.id ?? null);
  if (sources.data?.length === 0) {
    return (
      <EmptyState
        level={1}
        title="Nothing to read yet"
        action={
          <Button large look="primary" onPress={() => go('sources', 'import')}>
            Import transcripts
          </Button>
        }
      >
        This is where transcripts are read and coded. Import some first.
      </EmptyState>
    );
  }
  const failed = transcript.error ?? codes.error ?? sources.error;
  if (failed) return <Note block>{failed.message}</Note>;
  if (!source || !transcript.data || !codes.data) return null;
  return <Workspace key={source.id} transcript={transcript.data} codes={codes.data} />;
}
