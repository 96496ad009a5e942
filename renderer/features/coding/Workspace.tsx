import { useMemo, useRef, useState } from 'react';
import type { Code, Coding, Span, Transcript } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import type { MemoAbout } from '../../../shared/model/memos.ts';
import { showAutocode, showExtracts, soughtAt, useRoute } from '../../app/route.ts';
import { useStatus } from '../../app/status.ts';
import { useStudy } from '../../client/context.tsx';
import { caretOffset, putCaret, selectedSpan, selectSpan, showSpan } from '../../lexical/places.ts';
import { codeDrag } from '../../ui/dragTypes.ts';
import { Panes } from '../../ui/Panes.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { toast } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { AutocodePage } from '../autocode/AutocodePage.tsx';
import { CodebookPane } from '../codebook/CodebookPane.tsx';
import { stretchesOf } from '../explore/found.ts';
import { ExtractsPage } from '../extracts/ExtractsPage.tsx';
import { OpenKeyDialog } from '../key/OpenKeyDialog.tsx';
import { MemoDialog } from '../memos/MemoDialog.tsx';
import { beginReplacement } from '../names/store.ts';
import { actsOnPrinted } from './actsOnPrinted.ts';
import { CodePalette } from './CodePalette.tsx';
import css from './Coding.module.css';
import { ExtractPanel, ExtractsOfCode } from './ExtractPanel.tsx';
import { FoundStrip } from './FoundStrip.tsx';
import { MendPage } from './MendPage.tsx';
import { draftOf } from './mendDrafts.ts';
import { ReviewStrip } from './ReviewStrip.tsx';
import { useRecentCodes } from './recent.ts';
import { SourceList } from './SourceList.tsx';
import { SpokenStrip } from './SpokenStrip.tsx';
import { suggestCodes } from './suggest.ts';
import { TranscriptHead } from './TranscriptHead.tsx';
import { TranscriptPage } from './TranscriptPage.tsx';
import { type Chosen, useCodingActs } from './useCodingActs.ts';
import { replaceSelected, useCodingKeys } from './useCodingKeys.ts';
import { useHits } from './useHits.ts';
import { useSpoken } from './useSpoken.ts';
import { useView } from './view.ts';

/** Below these widths (pixels) the side panes come over the page when asked for. */
export const foldBelow = 1200;

/** One transcript with what is needed to code it: sources, the page with its margin, the codebook. */
export function Workspace({
  transcript: printed,
  codes,
}: {
  readonly transcript: Transcript;
  readonly codes: readonly Code[];
}) {
  const { handle: study } = useStudy();
  const shown = useSpoken(printed);
  const { transcript, spoken, toPrinted, toShown } = shown;
  const { query } = useRoute();
  const view = useView();
  const page = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [selection, setSelection] = useState<Span | null>(null);
  const [palette, setPalette] = useState<'apply' | 'recode' | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [memo, setMemo] = useState<MemoAbout | null>(null);
  const [mending, setMending] = useState(() => draftOf(printed.source.id) !== null);
  const [code, setCode] = useState<CodeId | null>(null);
  const recent = useRecentCodes(study);
  const { source, codings, text } = transcript;
  const printedActs = useCodingActs(source.id, codes);
  const acts = useMemo(() => actsOnPrinted(printedActs, toPrinted), [printedActs, toPrinted]);
  const asked = query.get('at');
  const at = useMemo(() => {
    const span = spanOf(asked);
    return span && toShown(span);
  }, [asked, toShown]);
  const sought = useMemo(() => soughtAt(query), [query]);
  const hits = useHits(source.id, sought);
  const stretches = useMemo(() => stretchesOf(hits).map(toShown), [hits, toShown]);
  const byId = useMemo(() => new Map<string, Code>(codes.map(one => [one.id, one])), [codes]);
  const coding = codings.find(one => one.id === chosen) ?? null;
  // Words that the address asks for are looked at as an extract until something else is chosen; keys act on what was chosen alone.
  const arrived = at && !selection && !code ? codings.find(one => one.start === at.start && one.end === at.end) : null;
  const looked = coding ?? arrived ?? null;
  const span = palette === 'recode' ? coding : selection;

  const select = (next: Span | null) => {
    setSelection(now => (now?.start === next?.start && now?.end === next?.end ? now : next));
    if (next) setChosen(null);
    else setPalette(null);
  };
  const close = () => {
    setPalette(null);
    const root = page.current;
    if (!root) return;
    root.focus({ preventScroll: true });
    if (selection) selectSpan(root, transcript, selection);
    else if (coding) putCaret(root, transcript, coding.start);
  };
  const choose = (what: Chosen, stay: boolean) => {
    // The palette goes at once: the next key is meant for the page.
    if (!stay) close();
    if (palette === 'recode' && coding) void acts.recode(coding, what);
    else if (selection) void acts.apply(selection, what);
  };
  const replace = (words: Span) => beginReplacement(study, wordsAt(transcript, words));
  useCodingKeys({
    page,
    transcript,
    codes,
    selection,
    chosen: coding,
    recent: byId.get(recent[0] ?? ''),
    acts,
    view,
    onChoose: setChosen,
    onPalette: (what, words) => {
      if (words) select(words);
      setPalette(what);
    },
    onFind: () => search.current?.focus(),
    onAutocode: () => showAutocode(source.id),
    onMend: () => setMending(true),
    onMemo: () => setMemo(inPrint(aboutHere(page.current, transcript, coding), toPrinted)),
    printedWords: words => wordsAt(printed, toPrinted(words)),
    spoken,
    onSpoken: shown.turn,
    onReplace: replace,
  });
  useStatus({ where: whereabouts(transcript, selection ?? coding) });

  const suggested = useMemo(() => {
    if (!palette || !span) return [];
    const near = codings.filter(one => one.start < span.end + 1500 && one.end > span.start - 1500);
    return suggestCodes(codes, text.slice(span.start, span.end), near);
  }, [palette, span, codings, codes, text]);

  const currentCode = byId.get(code ?? '');
  const extractsOf = byId.get(query.get('extracts') ?? '');
  const reading = view.mode === 'read';
  return (
    <>
      <Panes
        id="coding"
        panes={[
          {
            id: 'list',
            label: 'Sources',
            width: 224,
            least: 160,
            foldBelow,
            children: <SourceList current={source.id} field={search} />,
          },
          {
            id: 'page',
            label: 'Transcript',
            surface: 'paper',
            least: 480,
            children: extractsOf ? (
              <ExtractsPage key={extractsOf.id} code={extractsOf} codes={codes} />
            ) : query.has('autocode') ? (
              <AutocodePage transcript={printed} codes={codes} />
            ) : mending ? (
              <MendPage transcript={printed} onDone={() => setMending(false)} />
            ) : (
              <>
                <TranscriptHead
                  transcript={transcript}
                  onMend={() => setMending(true)}
                  onAutocode={() => showAutocode(source.id)}
                  spoken={spoken}
                  onSpoken={shown.turn}
                  onReplace={() => replaceSelected({ page, transcript, selection, onReplace: replace })}
                />
                {spoken && <SpokenStrip onPrinted={shown.turn} />}
                {sought && <FoundStrip source={source.id} sought={sought} hits={hits} at={at} />}
                <ReviewStrip
                  transcript={transcript}
                  codes={byId}
                  chosen={coding}
                  onChoose={one => {
                    setSelection(null);
                    setChosen(one.id);
                    if (page.current) showSpan(page.current, transcript, one);
                  }}
                  onRemove={one => {
                    setChosen(null);
                    void acts.remove(one);
                  }}
                />
                <TranscriptPage
                  transcript={transcript}
                  codes={byId}
                  page={page}
                  selection={palette === 'recode' ? coding : selection}
                  onSelect={select}
                  chosen={chosen}
                  onChoose={setChosen}
                  fresh={acts.fresh}
                  onUndo={acts.undo}
                  at={at}
                  hits={stretches}
                  marks={shown.marks}
                  onDropCode={event => {
                    const dropped = byId.get(event.dataTransfer.getData(codeDrag));
                    if (dropped && selection) void acts.apply(selection, { code: dropped.id });
                    else if (dropped) toast('Select the words first, then drop the code on them.');
                  }}
                  floating={
                    reading ? null : palette && span ? (
                      <CodePalette
                        codes={codes}
                        recent={recent}
                        suggested={suggested}
                        here={
                          new Set(
                            codings
                              .filter(one => one.start === span.start && one.end === span.end)
                              .map(one => one.code),
                          )
                        }
                        words={wordsAt(printed, toPrinted(span))}
                        act={palette}
                        onApply={choose}
                        onClose={close}
                      />
                    ) : (
                      <button
                        type="button"
                        className={css.chip}
                        onMouseDown={event => event.preventDefault()}
                        onClick={() => setPalette('apply')}
                      >
                        Code <Kbd>C</Kbd>
                      </button>
                    )
                  }
                />
              </>
            ),
          },
          ...(reading
            ? []
            : [
                {
                  id: 'inspector',
                  label: 'Codebook',
                  width: 312,
                  least: 220,
                  foldBelow,
                  children: (
                    <>
                      <CodebookPane
                        codes={codes}
                        chosen={coding?.code ?? code}
                        selecting={selection !== null}
                        onChoose={one => {
                          if (selection) return void acts.apply(selection, { code: one.id });
                          setChosen(null);
                          setCode(one.id);
                        }}
                        onExtracts={one => showExtracts(source.id, one.id)}
                        onDropWords={one => selection && void acts.apply(selection, { code: one.id })}
                      />
                      {looked ? (
                        <ExtractPanel
                          transcript={transcript}
                          codes={codes}
                          coding={looked}
                          place={printed.codings.find(one => one.id === looked.id) ?? looked}
                          onRemove={one => {
                            if (one.id === chosen) setChosen(null);
                            void acts.remove(one);
                          }}
                        />
                      ) : (
                        currentCode && <ExtractsOfCode code={currentCode} />
                      )}
                    </>
                  ),
                },
              ]),
        ]}
      />
      {shown.asking && <OpenKeyDialog onClose={shown.stopAsking} onOpened={shown.show} />}
      {memo && (
        <MemoDialog
          about={memo}
          name={source.attribution}
          quoted={memo.kind === 'extract' ? wordsAt(printed, memo) : null}
          onClose={() => setMemo(null)}
        />
      )}
    </>
  );
}

/** Where in the transcript the person is, for the status line. */
function whereabouts({ turns, text }: Transcript, span: Span | null): string | null {
  if (!span) return null;
  const turn = turns.find(one => one.end > span.start);
  const words = text.slice(span.start, span.end).match(/\S+/g)?.length ?? 0;
  return turn ? `Turn ${turn.ordinal} of ${turns.length}, ${counted(words, 'word')}` : null;
}

/** What a memo begun here is about: the words that are selected or chosen, else the turn with the caret, else the whole transcript. */
function aboutHere(root: HTMLElement | null, transcript: Transcript, chosen: Coding | null): MemoAbout {
  const { source, turns } = transcript;
  const span = (root && selectedSpan(root, transcript)) ?? chosen;
  if (span) return { kind: 'extract', source: source.id, start: span.start, end: span.end };
  const caret = root && caretOffset(root, transcript);
  const turn = caret === null ? undefined : turns.find(one => one.start <= caret && caret <= one.end);
  return turn ? { kind: 'turn', source: source.id, turn: turn.id } : { kind: 'source', source: source.id };
}

const wordsAt = ({ text }: Transcript, { start, end }: Span): string => text.slice(start, end);

/** What a memo is about, with its place in the text as printed. */
function inPrint(about: MemoAbout, toPrinted: (span: Span) => Span): MemoAbout {
  return about.kind === 'extract' ? { ...about, ...toPrinted(about) } : about;
}

function spanOf(text: string | null): Span | null {
  const match = /^(\d+)-(\d+)$/.exec(text ?? '');
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
}
