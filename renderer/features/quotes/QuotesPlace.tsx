import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isOpen } from '../../../shared/analysis/filter.ts';
import { clearFilter, useFilter, useSourcesWithin } from '../../app/filters.ts';
import { go, useRoute } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useFramework, useSources, useThemes } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/signs.tsx';
import { addressOf, choiceAt, heardAt } from './address.ts';
import { everyone } from './choice.ts';
import { usePendingOrders } from './orders.ts';
import { QuoteDesk } from './QuoteDesk.tsx';
import { asPrepared, withOrder } from './ready.ts';
import { reportSections } from './report.ts';
import { usePrepared } from './useReadyActs.ts';

/** Where a report author reads the quotes of a theme, an outcome or the whole study, and takes them out. The address says which. */
export function QuotesPlace() {
  const client = useClient();
  const { handle: study } = useStudy();
  const { id, query } = useRoute();
  const within = useFilter();
  const framework = useFramework().data;
  const themes = useThemes().data;
  const allSources = useSources().data;
  const passing = useSourcesWithin();
  const sources = useMemo(
    () => allSources?.filter(source => passing === null || passing.has(source.id)),
    [allSources, passing],
  );
  const chapters = useQuery({
    queryKey: keys.quotes(study, { chapters: true, within }),
    queryFn: () => client.call('quote.chapters', { study, filter: { within } }),
    placeholderData: keepPreviousData,
  }).data;
  const prepared = usePrepared();
  const orders = usePendingOrders(study);
  const report = useMemo(() => {
    if (!chapters || !framework || !themes) return null;
    const ordered = orders.reduce((now, { section, quotes }) => withOrder(now, section, quotes), chapters);
    return reportSections(ordered, framework, themes);
  }, [chapters, orders, framework, themes]);
  const sections = useMemo(() => (report && prepared ? asPrepared(report, prepared) : null), [report, prepared]);
  const choice = useMemo(
    () => (framework && themes ? choiceAt(id, query, framework, themes) : null),
    [id, query, framework, themes],
  );
  const heard = useMemo(() => heardAt(query), [query]);
  if (!framework || !themes || !sources || !sections || !prepared) return null;
  const none = sections.every(section => section.quotes.length === 0);
  if (none && !isOpen(within)) return <NoneWithin onClear={() => clearFilter(study)} />;
  if (none) return <NoQuotes anySource={sources.length > 0} />;
  if (!choice) {
    return (
      <EmptyState
        level={1}
        title="Not in this study"
        action={
          <Button large look="primary" onPress={() => location.assign(addressOf({ of: 'study' }, everyone))}>
            Show the whole study
          </Button>
        }
      >
        The theme or outcome of this address is not in the study. It may have been removed: History says so, and can
        take it back.
      </EmptyState>
    );
  }
  return (
    <QuoteDesk
      {...{ choice, framework, themes, sources, sections, prepared }}
      heard={heard}
      asked={query.get('quote')}
    />
  );
}

function NoneWithin({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      level={1}
      title="No quotes within the filter"
      action={
        <Button large look="primary" onPress={onClear}>
          Clear the filter
        </Button>
      }
    >
      The filter in the status line leaves out every extract of this study.
    </EmptyState>
  );
}

function NoQuotes({ anySource }: { readonly anySource: boolean }) {
  return (
    <EmptyState
      level={1}
      title="No quotes yet"
      action={
        <Button large look="primary" onPress={() => (anySource ? go('code') : go('sources', 'import'))}>
          {anySource ? 'Code a transcript' : 'Import transcripts'}
        </Button>
      }
    >
      Every coded extract is a quote here, under its theme and outcome and with its attribution, ready to be copied or
      exported. {anySource ? 'Code some words of a transcript first.' : 'Import some transcripts first.'}
    </EmptyState>
  );
}
