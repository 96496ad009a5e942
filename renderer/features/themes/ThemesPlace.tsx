import { useMemo, useState } from 'react';
import { useCommands } from '../../app/commands.ts';
import { useStatus } from '../../app/status.ts';
import { useCodes, useFramework, useSources, useThemes } from '../../client/queries.ts';
import { type Pane, Panes } from '../../ui/Panes.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { type Asking, newThemeOf } from './asking.ts';
import { Board, sidesFoldBelow } from './Board.tsx';
import { unsortedOf } from './board.ts';
import { CodesPane } from './CodesPane.tsx';
import { type Desk, DeskProvider, type Doing, DoingProvider } from './desk.tsx';
import { useThemeActs } from './mutations.ts';
import { OutcomePage } from './OutcomePage.tsx';
import { OutcomesPane } from './OutcomesPane.tsx';
import { Question } from './Questions.tsx';
import { ThemePage } from './ThemePage.tsx';
import { pageFoldsBelow, useOpenPage } from './useOpenPage.ts';

/** Codes, the board of themes, the outcomes, and the page of the theme or outcome that is open. */
export function ThemesPlace() {
  const themes = useThemes();
  const codes = useCodes();
  const sources = useSources();
  const framework = useFramework();
  const acts = useThemeActs();
  const { open, covers, onOpen, onClose } = useOpenPage();
  const [asking, setAsking] = useState<Asking | null>(null);
  useCommands([
    { id: 'themes.new', name: 'New theme', group: 'Themes', keys: ['N'], run: () => setAsking(newThemeOf()) },
  ]);
  const unsorted = codes.data ? unsortedOf(codes.data).length : null;
  useStatus({ where: unsorted === null ? null : `${counted(unsorted, 'code')} unsorted` });
  const doing = useMemo<Doing>(() => ({ acts, ask: setAsking, onOpen }), [acts, onOpen]);
  const desk = useMemo<Desk | null>(
    () =>
      themes.data && codes.data && sources.data && framework.data
        ? {
            themes: themes.data,
            codes: codes.data,
            sources: sources.data,
            outcomes: framework.data.outcomes,
            open,
            covers,
          }
        : null,
    [themes.data, codes.data, sources.data, framework.data, open, covers],
  );
  const failed = [themes, codes, sources, framework].find(one => one.error)?.error;
  if (failed) return <Note block>{wordsOf(failed)}</Note>;
  if (!desk) return null;
  return (
    <DoingProvider value={doing}>
      <DeskProvider value={desk}>
        <Panes id="themes" panes={panesOf(desk, onClose)} />
        {asking && <Question asking={asking} onClose={() => setAsking(null)} />}
      </DeskProvider>
    </DoingProvider>
  );
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
      width: 152,
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
