import { useState } from 'react';
import { useClient } from '../../client/context.tsx';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import formCss from './Form.module.css';
import panelCss from './Panel.module.css';

export type Passphrase = { readonly words: string; readonly again: string };
export const noPassphrase: Passphrase = { words: '', again: '' };

/** Shortest passphrase that the key takes, in characters. */
const least = 8;

export const isReady = ({ words, again }: Passphrase): boolean => words.length >= least && words === again;

/** A new passphrase, typed twice or made here; one that was made is shown, so that it can be copied. */
export function PassphraseFields({
  value,
  onChange,
}: {
  readonly value: Passphrase;
  readonly onChange: (value: Passphrase) => void;
}) {
  const client = useClient();
  const [made, setMade] = useState<string | null>(null);
  const shown = made !== null && made === value.words;
  const make = async () => {
    try {
      const { passphrase } = await client.call('key.suggest', {});
      setMade(passphrase);
      onChange({ words: passphrase, again: passphrase });
      announce('A passphrase was made. Copy it now.');
    } catch (thrown) {
      toastError(thrown);
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value.words);
      announce('Passphrase copied');
    } catch (thrown) {
      toastError(thrown);
    }
  };
  const short = value.words !== '' && value.words.length < least;
  const other = value.again !== '' && value.again !== value.words;
  return (
    <>
      {shown ? (
        <div className={panelCss.made}>
          <span className={formCss.label}>Your passphrase</span>
          <output className={panelCss.passphrase}>{value.words}</output>
          <div className={panelCss.acts}>
            <Button icon="copy" onPress={() => void copy()}>
              Copy it
            </Button>
            <Button look="quiet" onPress={() => void make()}>
              Make another
            </Button>
            <Button
              look="quiet"
              onPress={() => {
                setMade(null);
                onChange(noPassphrase);
              }}
            >
              Type my own
            </Button>
          </div>
        </div>
      ) : (
        <>
          <TextField
            label="Passphrase"
            type="password"
            value={value.words}
            onChange={words => onChange({ ...value, words })}
            hint={`At least ${least} characters. Several words that don’t belong together are good.`}
            error={short ? `${least - value.words.length} more characters are needed.` : null}
            autoFocus
          />
          <TextField
            label="The same again"
            type="password"
            value={value.again}
            onChange={again => onChange({ ...value, again })}
            error={other && value.again.length >= value.words.length ? 'The two are not the same.' : null}
          />
          <div className={panelCss.acts}>
            <Button onPress={() => void make()}>Make one for me</Button>
          </div>
        </>
      )}
      <Note title="Nobody can bring the words back without it">
        Ninefold keeps the passphrase nowhere. Write it down and keep it apart from the study. If it is lost, the
        original words are lost.
      </Note>
    </>
  );
}
