import { useRef } from 'react';
import type { NameCheck } from '../../../shared/model/anonymity.ts';
import type { Source } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { setOver } from '../../ui/folding.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { said } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import css from './Lists.module.css';
import { sourceName } from './names.ts';
import { moveAmong } from './TickList.tsx';

/** The state of a source's check for names, in words and a sign. */
export function checkWords(check: NameCheck | undefined): { readonly icon: IconName | null; readonly words: string } {
  if (!check?.by || !check.at) return { icon: null, words: 'Not checked' };
  if (!check.current) return { icon: 'warning', words: `Changed since ${check.by} checked it` };
  return { icon: 'check', words: `Checked by ${check.by}, ${said(check.at)}` };
}

/** All sources, and who has read each of them for names. */
export function SourceChecks({
  sources,
  checks,
  chosen,
  onCheck,
}: {
  readonly sources: readonly Source[];
  readonly checks: ReadonlyMap<SourceId, NameCheck>;
  readonly chosen: string | null;
  readonly onCheck: (source: Source, checked: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const drawn = useProgressive(sources.length);
  const done = sources.filter(source => checks.get(source.id)?.current).length;
  return (
    <div className={css.column}>
      <div className={css.progress}>
        <span role="status">
          {done} of {sources.length} checked
        </span>
        <progress aria-label="Sources checked for names" value={done} max={Math.max(1, sources.length)} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between the links in it */}
      <div ref={list} className={css.list} onKeyDown={event => moveAmong(list.current, event, 'a')}>
        <ul aria-label="Sources">
          {sources.slice(0, drawn).map(source => {
            const check = checks.get(source.id);
            const { icon, words } = checkWords(check);
            const checked = check?.current === true;
            return (
              <li key={source.id} className={css.suggestion}>
                <a
                  href={addressOf('sources', source.id)}
                  className={css.row}
                  onClick={() => setOver(null)}
                  {...(source.id === chosen && { 'aria-current': 'true' as const })}
                >
                  <span className={css.rowHead}>
                    <b>{sourceName(source)}</b>
                  </span>
                  <small className={icon === 'warning' ? css.doubtful : undefined}>
                    {icon && <Icon name={icon} size={12} />}
                    {words}
                  </small>
                </a>
                <button
                  type="button"
                  className={`${css.take} ${css.tick}`}
                  tabIndex={-1}
                  aria-pressed={checked}
                  aria-label={`Mark ${sourceName(source)} as checked`}
                  title={checked ? 'Take the check back (K)' : 'Mark it as checked (K)'}
                  onClick={() => onCheck(source, !checked)}
                >
                  <span>{checked && <Icon name="check" size={14} />}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
