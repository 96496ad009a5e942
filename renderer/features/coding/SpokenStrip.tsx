import { Button } from '../../ui/Button.tsx';
import css from './SpokenStrip.module.css';

/** Says that real names are on the screen. */
export function SpokenStrip({ onPrinted }: { readonly onPrinted: () => void }) {
  return (
    <section className={css.strip} aria-label="Words as spoken">
      <span>
        <b>As spoken.</b> Names and places are on the screen. You can code as always; what leaves the study prints the
        labels.
      </span>
      <Button onPress={onPrinted}>Back to as printed</Button>
    </section>
  );
}
