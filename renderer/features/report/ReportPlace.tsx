import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../../app/commands.ts';
import { go, useRoute } from '../../app/route.ts';
import { useStatus } from '../../app/status.ts';
import { useFramework, useThemes } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Panes, PaneToggle } from '../../ui/Panes.tsx';
import { EmptyState, Note, PaneHead } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { chosenOf, type Matter } from './chosen.ts';
import { DraftPage } from './DraftPage.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { Inspector } from './Inspector.tsx';
import { Outline } from './Outline.tsx';
import css from './Report.module.css';
import { useCaseStudies, useDraft, useRecommendations } from './readings.ts';
import { useReportActs } from './useReportActs.ts';

/** Below this width (pixels) the outline comes over the page. */
const outlineFolds = 1180;

/** The report being written: its outline, the draft as it will be printed, and the writing of what is chosen. The address names it. */
export function ReportPlace() {
  const { id } = useRoute();
  const draft = useDraft();
  const framework = useFramework();
  const themes = useThemes();
  const boxes = useCaseStudies();
  const recommendations = useRecommendations();
  const acts = useReportActs();
  const page = useRef<HTMLDivElement>(null);
  const matter = useMemo<Matter | null>(
    () =>
      framework.data && themes.data && boxes.data && recommendations.data
        ? {
            outcomes: framework.data.outcomes,
            themes: themes.data,
            boxes: boxes.data,
            recommendations: recommendations.data,
          }
        : null,
    [framework.data, themes.data, boxes.data, recommendations.data],
  );
  const numbers = useMemo(
    () =>
      new Map<string, number>(
        draft.data?.recommendations.flatMap(group => group.items.map(item => [item.id, item.number] as const)) ?? [],
      ),
    [draft.data],
  );
  const chosen = matter && chosenOf(id, matter, numbers);
  const shown = draft.data !== undefined && matter !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once for each address, and when its draft first comes
  useEffect(() => {
    const show = () => page.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
    show();
    // What is drawn only when it is scrolled to has its height then, and moves what was shown.
    const again = requestAnimationFrame(() => requestAnimationFrame(show));
    return () => cancelAnimationFrame(again);
  }, [id, shown]);
  const group = 'Report';
  useCommands(
    matter === null
      ? []
      : [
          { id: 'report.box', name: 'New case study', group, keys: ['B'], run: () => acts.newBox() },
          {
            id: 'report.recommendation',
            name: 'New recommendation',
            group,
            keys: ['N'],
            run: () => acts.newRecommendation(),
          },
        ],
  );
  const written = draft.data?.chapters.flatMap(one => one.themes).filter(one => one.blocks.length > 0).length ?? 0;
  useStatus({
    where: matter ? `${written} of ${counted(matter.themes.length, 'theme')} written` : null,
  });
  const failed = [draft, framework, themes, boxes, recommendations].find(one => one.error)?.error;
  if (failed) return <Note block>{wordsOf(failed)}</Note>;
  if (!draft.data || !matter) return null;
  if (matter.themes.length + matter.boxes.length + matter.recommendations.length === 0) return <Nothing />;
  return (
    <Panes
      id="report"
      panes={[
        {
          id: 'outline',
          label: 'Outline',
          width: 264,
          least: 208,
          foldBelow: outlineFolds,
          children: (
            <Outline
              draft={draft.data}
              boxes={matter.boxes}
              recommendations={matter.recommendations}
              numbers={numbers}
              chosen={id}
              acts={acts}
            />
          ),
        },
        {
          id: 'page',
          label: 'Draft',
          surface: 'paper',
          least: 420,
          children: (
            <>
              <PaneHead
                level={1}
                title="Findings draft"
                note="as it will be printed"
                start={
                  <PaneToggle id="report" pane="outline" side="left" label="the outline" foldBelow={outlineFolds} />
                }
              >
                <ExportButtons themes={matter.themes.length} />
                <PaneToggle id="report" pane="writing" label="the writing of what is chosen" />
              </PaneHead>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
              <div className={css.page} ref={page} tabIndex={0}>
                <DraftPage draft={draft.data} chosen={id} />
              </div>
            </>
          ),
        },
        {
          id: 'writing',
          label: 'Writing',
          width: 384,
          least: 320,
          children: <Inspector chosen={chosen} matter={matter} draft={draft.data} acts={acts} />,
        },
      ]}
    />
  );
}

function Nothing() {
  return (
    <EmptyState
      level={1}
      title="No report yet"
      action={
        <Button large look="primary" onPress={() => go('themes')}>
          Go to Themes
        </Button>
      }
    >
      Here the findings are written, outcome by outcome and theme by theme, with their quotes, case studies and
      recommendations, and leave as a Word document. It begins with a theme: make one first.
    </EmptyState>
  );
}
