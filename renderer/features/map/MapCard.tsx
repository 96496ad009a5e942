import { useEffect, useRef } from 'react';
import type { ThemeMap } from '../../../shared/model/themeMap.ts';
import { go, showExtracts } from '../../app/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { OutcomeTab } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import css from './Map.module.css';

type Props = {
  readonly map: ThemeMap;
  readonly theme: ThemeMap['themes'][number];
  /** Whether its codes are drawn around it; null where the view doesn't draw them so. */
  readonly codesShown: boolean | null;
  readonly onCodes: () => void;
  readonly onUnplace: () => void;
  readonly onClose: () => void;
};

/** A theme of the picture: what it says, what it rests on, and the ways to its page, its quotes and the extracts of its codes. */
export function MapCard({ map, theme, codesShown, onCodes, onUnplace, onClose }: Props) {
  const card = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme takes the focus anew
  useEffect(() => card.current?.focus(), [theme.id]);
  const names = new Map(map.codes.map(code => [code.id, code.name]));
  const outcomes = map.outcomeLinks
    .filter(link => link.theme === theme.id)
    .flatMap(link => map.outcomes.filter(outcome => outcome.id === link.outcome));
  const relations = map.relations.filter(one => one.from === theme.id || one.to === theme.id);
  const nameOf = (id: string) => map.themes.find(one => one.id === id)?.name ?? '';
  return (
    <section
      ref={card}
      className={css.card}
      aria-label={theme.name}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={css.cardHead}>
        <h2>{theme.name}</h2>
        <IconButton icon="close" label="Close" shortcut="Esc" onPress={onClose} />
      </div>
      <p className={css.quiet}>
        {counted(theme.extracts, 'extract')} from {theme.sources} of {counted(map.sources.length, 'source')};{' '}
        {theme.status}
      </p>
      {outcomes.length > 0 && (
        <div className={css.tabs}>
          {outcomes.map(outcome => (
            <OutcomeTab key={outcome.id} number={outcome.number} title={outcome.title} />
          ))}
        </div>
      )}
      {theme.concept && <p>{theme.concept}</p>}
      {relations.map(({ from, to, kind }) => (
        <p key={`${from} ${kind} ${to}`} className={css.quiet}>
          {from === theme.id ? `It ${kind} “${nameOf(to)}”` : `“${nameOf(from)}” ${kind} it`}
        </p>
      ))}
      <ul aria-label="Codes">
        {map.codeLinks
          .filter(link => link.theme === theme.id)
          .toSorted((a, b) => b.extracts - a.extracts)
          .map(link => (
            <li key={link.code}>
              <button type="button" className={css.link} onClick={() => showExtracts('', link.code)}>
                {names.get(link.code)}
                <span>{link.extracts}</span>
              </button>
            </li>
          ))}
      </ul>
      <div className={css.acts}>
        <Button look="primary" onPress={() => go('themes', theme.id)}>
          Open theme
        </Button>
        <Button onPress={() => go('quotes', theme.id)}>Read its quotes</Button>
        {codesShown !== null && <Button onPress={onCodes}>{codesShown ? 'Hide codes' : 'Show codes'}</Button>}
        {codesShown !== null && theme.place !== null && <Button onPress={onUnplace}>Put back</Button>}
      </div>
    </section>
  );
}
