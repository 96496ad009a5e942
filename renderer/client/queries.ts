import { skipToken, useQuery } from '@tanstack/react-query';
import type { Transcript } from '../../shared/model/entities.ts';
import type { SourceId } from '../../shared/model/ids.ts';
import { shareTranscript } from './codingDelta.ts';
import { useClient, useStudy } from './context.tsx';
import { keys } from './keys.ts';

/** Readings that more than one place shows. Each is read again when its tables change. */
export function useAppInfo() {
  const client = useClient();
  return useQuery({ queryKey: keys.app(), queryFn: () => client.call('app.info', {}) });
}

export function useSources() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.sources(study), queryFn: () => client.call('source.list', { study }) });
}

export function useCodes() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.codes(study), queryFn: () => client.call('code.list', { study }) });
}

export function useThemes() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.themes(study), queryFn: () => client.call('theme.list', { study }) });
}

export function useFramework() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.framework(study), queryFn: () => client.call('framework.get', { study }) });
}

/** Extracts of a code or a theme; neither given reads nothing. */
export function useExtracts(of: { readonly code?: string; readonly theme?: string }) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.extracts(study, of),
    queryFn: () => client.call('extract.list', { study, ...(of as object) }),
    enabled: of.code !== undefined || of.theme !== undefined,
  });
}

export function useHistoryState() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.historyState(study), queryFn: () => client.call('history.state', { study }) });
}

/** The open study as it is now: its title and counts move with what is done. */
export function useStudyInfo() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.info(study), queryFn: () => client.call('study.info', { study }) });
}

/** A source with its text, turns, speakers and codings; null reads nothing. */
export function useTranscript(source: SourceId | null) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.transcript(study, source ?? ''),
    queryFn: source === null ? skipToken : () => client.call('source.get', { study, source }),
    structuralSharing: (before, now) => shareTranscript(before as Transcript | undefined, now as Transcript),
  });
}

/** How far this coder has read each source. */
export function useReading() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.reading(study), queryFn: () => client.call('reading.list', { study }) });
}

/** Participants and their attributes. */
export function usePeople() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.people(study), queryFn: () => client.call('people.list', { study }) });
}

/** All who have coded in the study. */
export function useCoders() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({ queryKey: keys.coders(study), queryFn: () => client.call('study.coders', { study }) });
}

/** Saved forms of attributions, and saved choices of what a bundle prints. */
export function usePrintStyles() {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofQuotes(study, 'styles'),
    queryFn: () => client.call('style.list', { study }),
  });
}
