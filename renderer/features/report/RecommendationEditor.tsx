import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Recommendation } from '../../../shared/model/report.ts';
import { hrefOf } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import type { Matter } from './chosen.ts';
import css from './Inspector.module.css';
import { ProseEditor } from './ProseEditor.tsx';
import type { ReportActs } from './useReportActs.ts';

const none = new Map<string, never>();

/** A recommendation: to whom it speaks, its words, and the themes it rests on. */
export function RecommendationEditor({
  recommendation,
  matter,
  acts,
}: {
  readonly recommendation: Recommendation;
  readonly matter: Matter;
  readonly acts: ReportActs;
}) {
  const [choosing, setChoosing] = useState(false);
  const themes = recommendation.themes.flatMap(id => matter.themes.filter(theme => theme.id === id));
  const rest = (ids: readonly string[]) =>
    void acts
      .writeRecommendation(recommendation, { themes: matter.themes.map(one => one.id).filter(id => ids.includes(id)) })
      .catch(toastError);
  const toggle = (id: string) => {
    const now: readonly string[] = recommendation.themes;
    rest(now.includes(id) ? now.filter(one => one !== id) : [...now, id]);
  };
  return (
    <div className={css.page}>
      <Addressee recommendation={recommendation} matter={matter} acts={acts} />
      <h3 className={css.label}>What should be done</h3>
      <ProseEditor
        label="Words of the recommendation"
        value={recommendation.body}
        placeholder="Say what should be done, in a sentence or two."
        quotes={none}
        offer={null}
        onSave={body => acts.writeRecommendation(recommendation, { body })}
      />
      <div className={css.labelled}>
        <h3 className={css.label}>It rests on</h3>
        <Button look="quiet" onPress={() => setChoosing(true)}>
          Choose themes
        </Button>
      </div>
      {themes.length === 0 ? (
        <Note title="Unsupported">
          No theme supports it yet, and the report says so. Choose the themes that it follows from.
        </Note>
      ) : (
        <ul className={css.rests}>
          {themes.map(theme => (
            <li key={theme.id}>
              <a href={hrefOf('report', theme.id)}>{theme.name}</a>
              <AriaButton
                className={`${controls.button} ${controls.icon}`}
                aria-label={`Let it rest on ${theme.name} no more`}
                onPress={() => toggle(theme.id)}
              >
                <Icon name="close" size={14} />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      <div className={css.acts}>
        <Button look="danger" onPress={() => acts.removeRecommendation(recommendation)}>
          Remove this recommendation
        </Button>
      </div>
      {choosing && (
        <Chooser
          title="Themes it rests on"
          field="Find a theme"
          none={matter.themes.length === 0 ? 'There is no theme yet.' : 'No theme has these letters.'}
          choices={matter.themes.map(theme => ({ id: theme.id, name: theme.name }))}
          chosen={new Set<string>(recommendation.themes)}
          onPick={toggle}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

/** To whom it speaks; those that others speak to are offered. Kept on leaving the field or with Enter. */
function Addressee({
  recommendation,
  matter,
  acts,
}: {
  readonly recommendation: Recommendation;
  readonly matter: Matter;
  readonly acts: ReportActs;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const list = useId();
  const field = useId();
  const known = [...new Set(matter.recommendations.map(one => one.addressee))].filter(one => one !== '');
  const keep = async () => {
    const words = typed?.trim();
    if (words !== undefined && words !== recommendation.addressee)
      await acts.writeRecommendation(recommendation, { addressee: words }).catch(toastError);
    setTyped(null);
  };
  return (
    <div className={css.field}>
      <label className={controls.label} htmlFor={field}>
        Addressee
      </label>
      <input
        id={field}
        className={controls.input}
        list={list}
        maxLength={500}
        placeholder="Who should do it"
        value={typed ?? recommendation.addressee}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={event => {
          if (event.key === 'Enter') void keep();
          else if (event.key === 'Escape' && typed !== null) setTyped(null);
          else return;
          event.stopPropagation();
        }}
      />
      <datalist id={list}>
        {known.map(one => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}
