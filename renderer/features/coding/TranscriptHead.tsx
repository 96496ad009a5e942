import type { Transcript } from '../../../shared/model/entities.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PaneToggle } from '../../ui/Panes.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { changeView, useView } from './view.ts';
import { foldBelow } from './Workspace.tsx';

/** Above the transcript: what it is, how it is shown, and the buttons of the panes beside it. */
export function TranscriptHead({
  transcript,
  onMend,
  onAutocode,
  spoken,
  onSpoken,
  onReplace,
}: {
  readonly transcript: Transcript;
  readonly onMend: () => void;
  readonly onAutocode: () => void;
  readonly spoken: boolean;
  readonly onSpoken: () => void;
  readonly onReplace: () => void;
}) {
  const view = useView();
  const { source, speakers, codings, turns } = transcript;
  const supporters = speakers
    .filter(speaker => speaker.role === 'supporter')
    .map(speaker => `${(speaker.supportRole ?? speaker.name).toLowerCase()} supporting`);
  const note = [...supporters, counted(source.words, 'word'), counted(codings.length, 'coding')].join(', ');
  const reading = view.mode === 'read';
  const timed = turns.some(turn => turn.fromMs !== null);
  return (
    <PaneHead
      level={1}
      title={source.attribution}
      note={note}
      start={<PaneToggle id="coding" pane="list" label="the list of sources" side="left" foldBelow={foldBelow} />}
    >
      <Button look="quiet" onPress={() => changeView({ mode: reading ? 'code' : 'read' })}>
        {reading ? 'Code' : 'Read'}
      </Button>
      <Menu
        label="More about the transcript"
        entries={[
          {
            id: 'dense',
            name: 'Names in the margin',
            key: 'D',
            checked: view.margin === 'names',
            onAction: () => changeView({ margin: view.margin === 'names' ? 'dense' : 'names' }),
          },
          {
            id: 'lines',
            name: 'Line numbers within turns',
            key: 'L',
            checked: view.lines,
            onAction: () => changeView({ lines: !view.lines }),
          },
          ...(timed
            ? [
                {
                  id: 'times',
                  name: 'Times of the recording',
                  checked: view.times,
                  onAction: () => changeView({ times: !view.times }),
                },
              ]
            : []),
          { id: 'spoken', name: 'Words as spoken', key: 'Alt P', checked: spoken, onAction: onSpoken },
          'separator',
          { id: 'replace', name: 'Replace the selected words by a label …', key: 'Alt L', onAction: onReplace },
          { id: 'autocode', name: 'Autocode …', key: 'Alt A', onAction: onAutocode },
          { id: 'mend', name: 'Mend the transcript', key: 'Alt M', onAction: onMend },
        ]}
      >
        <IconButton icon="more" label="More about the transcript" />
      </Menu>
      {!reading && <PaneToggle id="coding" pane="inspector" label="the codebook" foldBelow={foldBelow} />}
    </PaneHead>
  );
}
