import { useMemo, useState } from 'react';
import type { Code } from '../../../shared/model/entities.ts';
import type { Advice, AdviceKind } from '../../../shared/model/themes.ts';
import { useCommands } from '../../app/commands.ts';
import { useStatus } from '../../app/status.ts';
import { useCodes, useSources, useThemes } from '../../client/queries.ts';
import { type Pane, Panes } from '../../ui/Panes.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { type Asking, newThemeOf } from './asking.ts';
import { Board, sidesFoldBelow } from './Board.tsx';
import { unsortedOf } from './board.ts';
import { CodesPane } from './CodesPane.tsx';
import { CoveragePage } from './CoveragePage.tsx';
import { type Desk, DeskProvider, type Doing, DoingProvider } from './desk.tsx';
import { useThemeActs } from './mutations.ts';
import { OutcomePage } from './OutcomePage.tsx';
import { OutcomesPane } from './OutcomesPane.tsx';
import { Question } from './Questions.tsx';
import { ReviewPage } from './ReviewPage.tsx';
import { useAdvice, useDiscarded, useFrameworks } from './readings.ts';
import { ThemePage } from './ThemePage.tsx';
import { pageFoldsBelow, useFullScreen, useOpenPage } from './useOpenPage.ts';

/** Codes, the board of themes, the outcomes, and the page of the theme or outcome that is open; or, over all of them, a review or the coverage of the outcomes. */
export function ThemesPlace() {
  const themes = useThemes();
  const codes = useCodes();
  const sources = useSources();
  const frameworks = useFrameworks();
  const advice = useAdvice();
  const discarded = useDiscarded();
  const acts = useThemeActs();
  const { open, covers, onOpen, onClose } = useOpenPage();
  const screen = useFullScreen();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useCommands(
    screen === null
      ? [{ id: 'themes.new', name: 'New theme', group: 'Themes', keys: ['N'], run: () => setAsking(newThemeOf()) }]
      : [],
  );
  useStatus({ where: whereOf(codes.data, discarded.data?.length ?? 0) });
  const doing = useMemo<Doing>(() => ({ acts, ask: setAsking, onOpen, onFramework: setChosen }), [acts, onOpen]);
  const advised = useMemo(() => advisedOf(advice.data ?? []), [advice.data]);
  const framework = frameworks.data?.find(one => one.id === chosen) ?? frameworks.data?.[0];
  const desk = useMemo<Desk | null>(
    () =>
      themes.data && codes.data && sources.data && frameworks.data && framework
        ? {
            themes: themes.data,
            codes: codes.data,
            sources: sources.data,
            frameworks: frameworks.data,
            framework,
            outcomes: framework.outcomes,
            advised,
            open,
            covers,
          }
        : null,
    [themes.data, codes.data, sources.data, frameworks.data, framework, advised, open, covers],
  );
  const failed = [themes, codes, sources, frameworks].find(one => one.error)?.error;
  if (failed) return <Note block>{wordsOf(failed)}</Note>;
  if (!desk) return null;
  const reviewed = screen?.kind === 'review' ? desk.themes.find(one => one.id === screen.theme) : undefined;
  return (
    <DoingProvider value={doing}>
      <DeskProvider value={desk}>
        {screen?.kind === 'review' && reviewed ? (
          <ReviewPage key={reviewed.id} theme={reviewed} level={screen.level} />
        ) : screen?.kind === 'coverage' ? (
          <CoveragePage />
        ) : (
          <Panes id="themes" panes={panesOf(desk, onClose)} />
        )}
        {asking && <Question asking={asking} onClose={() => setAsking(null)} />}
      </DeskProvider>
    </DoingProvider>
  );
}

/** For the status line: "8 codes unsorted, 3 themes discarded". */
function whereOf(codes: readonly Code[] | undefined, discarded: number): string | null {
  if (!codes) return null;
  const unsorted = `${counted(unsortedOf(codes).length, 'code')} unsorted`;
  return discarded === 0 ? unsorted : `${unsorted}, ${counted(discarded, 'theme')} discarded`;
}

/** Advice that shows on a card: what may not be a theme yet. The rest waits on the page. */
const onCards: ReadonlySet<AdviceKind> = new Set([
  'outcome-name',
  'question-name',
  'one-voice',
  'one-source',
  'interviewer-only',
]);

function advisedOf(advice: readonly Advice[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { theme, kind, message, dismissed } of advice) {
    if (dismissed === null && onCards.has(kind))
      words.set(theme, [words.get(theme), message].filter(Boolean).join(' '));
  }
  return words;
}

function panesOf({ themes, outcomes, open }: Desk, onClose: () => void): readonly Pane[] {
  const theme = themes.find(one => one.id === open);
  const outcome = outcomes.find(one => one.id === open);
  const page = theme ? (
    <ThemePage key={theme.id} theme={theme} onClose={onClose} />
  ) : (
    outcome && <OutcomePage key={outcome.id} outcome={outcome} onClose={onClose} />
  );
  return [
    { id: 'codes', label: 'Codes', width: 196, least: 172, foldBelow: sidesFoldBelow, children: <CodesPane /> },
    { id: 'board', label: 'Theme board', surface: 'sunk', children: <Board /> },
    {
      id: 'outcomes',
      label: 'Outcomes',
      width: 172,
      least: 132,
      foldBelow: sidesFoldBelow,
      children: <OutcomesPane />,
    },
    ...(page
      ? [
          {
            id: 'page',
            label: theme ? 'Theme' : 'Outcome',
            width: 364,
            least: 300,
            foldBelow: pageFoldsBelow,
            surface: 'paper' as const,
            children: page,
          },
        ]
      : []),
  ];
}
