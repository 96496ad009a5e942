import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Code, Coding, Span, Transcript } from '../../../shared/model/entities.ts';
import type { CodeId, SourceId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { go, useRoute } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useCodes, useSources } from '../../client/queries.ts';
import { unitAround } from '../../lexical/keyboard.ts';
import { caretOffset, placeCaret, selectSpan } from '../../lexical/places.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Panes } from '../../ui/Panes.tsx';
import { EmptyState, Kbd, PaneHead } from '../../ui/signs.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { Codebook } from './Codebook.tsx';
import { type Chosen, CodePalette } from './CodePalette.tsx';
import css from './Coding.module.css';
import { ExtractPanel, ExtractsOfCode } from './ExtractPanel.tsx';
import { SourceList } from './SourceList.tsx';
import { TranscriptPage } from './TranscriptPage.tsx';

/** Where an evaluator reads and codes: sources, the transcript with its margin, and the codebook. */
export function CodingPlace() {
  const client = useClient();
  const { handle: study } = useStudy();
  const { id } = useRoute();
  const sources = useSources();
  const codes = useCodes();
  const source = sources.data?.find(one => one.id === id) ?? sources.data?.[0];
  const transcript = useQuery({
    queryKey: keys.transcript(study, source?.id ?? ''),
    queryFn: () => client.call('source.get', { study, source: source?.id as SourceId }),
    enabled: source !== undefined,
  });
  if (sources.data?.length === 0) {
    return (
      <EmptyState
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
  if (!source || !transcript.data || !codes.data) return null;
  return <Workspace key={source.id} transcript={transcript.data} codes={codes.data} />;
}

function Workspace({ transcript, codes }: { readonly transcript: Transcript; readonly codes: readonly Code[] }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const { query } = useRoute();
  const page = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [selection, setSelection] = useState<Span | null>(null);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [code, setCode] = useState<CodeId | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [recent, setRecent] = useState<readonly CodeId[]>([]);
  const { source } = transcript;
  const asked = query.get('at');
  const at = useMemo(() => spanOf(asked), [asked]);

  const select = (span: Span | null) => {
    setSelection(now => (now?.start === span?.start && now?.end === span?.end ? now : span));
    if (span) setChosen(null);
  };
  const undo = () => void client.call('history.undo', { study }).catch(toastError);
  const apply = async (choice: Chosen, stay: boolean) => {
    if (!selection) return;
    try {
      const made = await client.call('coding.apply', {
        study,
        source: source.id,
        ...selection,
        codes: 'code' in choice ? [choice.code] : [],
        ...('newCode' in choice && { newCodes: [choice.newCode] }),
      });
      setFresh(new Set(made.map(coding => coding.id)));
      const used = made.map(coding => coding.code);
      setRecent(now => [...used, ...now.filter(one => !used.includes(one))].slice(0, 12));
      announce('Coded.');
    } catch (thrown) {
      toastError(thrown);
    }
    if (!stay) close();
  };
  const close = () => {
    setOpen(false);
    const root = page.current;
    if (!root) return;
    root.focus({ preventScroll: true });
    if (selection) selectSpan(root, transcript, selection);
  };
  const remove = (coding: Coding) => {
    const name = codes.find(one => one.id === coding.code)?.name ?? 'the code';
    client.call('coding.remove', { study, codings: [coding.id] }).then(() => {
      setChosen(null);
      toast(`Took “${name}” off the extract.`, { name: 'Undo', run: undo });
    }, toastError);
  };
  const chosenCoding = transcript.codings.find(coding => coding.id === chosen);
  const here = new Set(
    selection
      ? transcript.codings
          .filter(one => one.start === selection.start && one.end === selection.end)
          .map(one => one.code)
      : [],
  );
  const selectUnit = (unit: 'turn' | 'sentence' | 'word') => {
    const root = page.current;
    const caret = root && caretOffset(root, transcript);
    if (!root || caret === null) return;
    const span =
      unit === 'turn'
        ? transcript.turns.find(turn => turn.start <= caret && caret <= turn.end)
        : unitAround(transcript.text, transcript.turns, caret, unit);
    if (span) selectSpan(root, transcript, span);
  };
  const step = (by: 1 | -1) => {
    const root = page.current;
    if (!root) return;
    const caret = caretOffset(root, transcript) ?? 0;
    const now = transcript.turns.findIndex(turn => caret <= turn.end);
    const next = Math.min(transcript.turns.length - 1, Math.max(0, now + by));
    root.focus({ preventScroll: true });
    placeCaret(root, transcript, next);
    root.querySelector(`[data-turn="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const group = 'Coding';
  useCommands([
    {
      id: 'code.open',
      name: 'Code the selected words',
      group,
      keys: ['C', 'Enter'],
      run: () => selection && setOpen(true),
    },
    {
      id: 'code.repeat',
      name: 'Repeat the last code',
      group,
      keys: ['R'],
      run: () => recent[0] && void apply({ code: recent[0] }, false),
    },
    {
      id: 'code.remove',
      name: 'Take the chosen coding off',
      group,
      keys: ['X', 'Delete'],
      run: () => chosenCoding && remove(chosenCoding),
    },
    { id: 'code.turn', name: 'Select this turn', group, keys: ['T'], run: () => selectUnit('turn') },
    { id: 'code.sentence', name: 'Select this sentence', group, keys: ['S'], run: () => selectUnit('sentence') },
    { id: 'code.word', name: 'Select this word', group, keys: ['W'], run: () => selectUnit('word') },
    { id: 'code.next', name: 'Next turn', group, keys: [']'], run: () => step(1) },
    { id: 'code.previous', name: 'Previous turn', group, keys: ['['], run: () => step(-1) },
    {
      id: 'code.find',
      name: 'Find words in all sources',
      group,
      keys: ['Ctrl+F'],
      inFields: true,
      run: () => search.current?.focus(),
    },
  ]);
  const supporters = transcript.speakers
    .filter(speaker => speaker.role === 'supporter')
    .map(speaker => `${(speaker.supportRole ?? speaker.name).toLowerCase()} supporting`);
  const note = [
    source.phase === null ? null : `Phase ${source.phase}`,
    ...supporters,
    `${source.words.toLocaleString('en-GB')} words`,
    `${transcript.codings.length} codings`,
  ]
    .filter(Boolean)
    .join(', ');
  const currentCode = codes.find(one => one.id === code);
  return (
    <Panes
      id="coding"
      panes={[
        {
          id: 'list',
          label: 'Sources',
          width: 224,
          least: 160,
          children: <SourceList current={source.id} field={search} />,
        },
        {
          id: 'page',
          label: 'Transcript',
          surface: 'paper',
          least: 480,
          children: (
            <>
              <PaneHead level={1} title={source.attribution} note={note} />
              <TranscriptPage
                transcript={transcript}
                codes={codes}
                page={page}
                selection={selection}
                onSelect={select}
                chosen={chosen}
                onChoose={setChosen}
                fresh={fresh}
                onUndo={undo}
                at={at}
                floating={place =>
                  open && selection ? (
                    <CodePalette
                      codes={codes}
                      recent={recent}
                      here={here}
                      words={transcript.text.slice(selection.start, selection.end)}
                      style={place}
                      onApply={(choice, stay) => void apply(choice, stay)}
                      onClose={close}
                    />
                  ) : (
                    <button
                      type="button"
                      className={css['chip']}
                      style={place}
                      onMouseDown={event => event.preventDefault()}
                      onClick={() => setOpen(true)}
                    >
                      Code <Kbd>C</Kbd>
                    </button>
                  )
                }
              />
            </>
          ),
        },
        {
          id: 'inspector',
          label: 'Codebook',
          width: 312,
          least: 220,
          children: (
            <>
              <Codebook
                codes={codes}
                chosen={chosenCoding?.code ?? code}
                selecting={selection !== null}
                onChoose={one => {
                  if (selection) return void apply({ code: one.id }, false);
                  setChosen(null);
                  setCode(one.id);
                }}
              />
              {chosenCoding ? (
                <ExtractPanel transcript={transcript} codes={codes} coding={chosenCoding} onRemove={remove} />
              ) : (
                currentCode && <ExtractsOfCode code={currentCode} />
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function spanOf(text: string | null): Span | null {
  const match = /^(\d+)-(\d+)$/.exec(text ?? '');
  return match ? { start: Number(match[1]), end: Number(match[2]) } : null;
}
