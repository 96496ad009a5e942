import { Label, Radio, RadioGroup } from 'react-aria-components';
import css from './Codebook.module.css';

const hues = Array.from({ length: 12 }, (_, index) => index + 1);

/** The twelve hues of codes. A hue is a help to the eye; the two letters tell codes apart. */
export function HueChoice({
  value,
  sigil,
  onChange,
}: {
  readonly value: number | null;
  readonly sigil: string;
  readonly onChange: (hue: number) => void;
}) {
  return (
    <RadioGroup
      className={css.hues ?? ''}
      value={value === null ? null : String(value)}
      onChange={chosen => onChange(Number(chosen))}
      orientation="horizontal"
    >
      <Label>Colour</Label>
      {hues.map(hue => (
        <Radio key={hue} value={String(hue)} aria-label={`Colour ${hue}`} className={css.hue ?? ''}>
          <span data-c={hue}>{sigil === '' ? hue : sigil}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
