import type { CaseStudy } from '../../../shared/model/report.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { toastError } from '../../ui/toast.tsx';
import { EditInPlace } from '../themes/EditInPlace.tsx';
import type { Matter } from './chosen.ts';
import css from './Inspector.module.css';
import { ProseEditor, type ShownQuote } from './ProseEditor.tsx';
import type { ReportActs } from './useReportActs.ts';

/** A box: its title, where it stands, its words, and what is said under it. */
export function BoxEditor({
  box,
  matter,
  quotes,
  acts,
}: {
  readonly box: CaseStudy;
  readonly matter: Matter;
  readonly quotes: ReadonlyMap<string, ShownQuote>;
  readonly acts: ReportActs;
}) {
  const theme = matter.themes.find(one => one.id === box.theme);
  const outcome = matter.outcomes.find(one => one.id === box.outcome);
  const places = [
    { id: '', name: 'At the end of the report' },
    ...matter.outcomes.map(one => ({ id: one.id as string, name: `Outcome ${one.number}: ${one.title}` })),
    ...matter.themes.map(one => ({ id: one.id as string, name: `Theme: ${one.name}` })),
  ];
  const move = (id: string) =>
    acts
      .writeBox(box, {
        theme: matter.themes.find(one => one.id === id)?.id ?? null,
        outcome: matter.outcomes.find(one => one.id === id)?.id ?? null,
      })
      .catch(toastError);
  return (
    <div className={css.page}>
      <EditInPlace
        label="Title of the case study"
        value={box.title}
        placeholder="Title of the case study"
        required
        className={css.name}
        onSave={title => acts.writeBox(box, { title })}
      />
      <div className={css.field}>
        <Select
          label="Where it stands"
          value={theme?.id ?? outcome?.id ?? ''}
          choices={places}
          onChange={id => void move(id)}
        />
      </div>
      <h3 className={css.label}>Words of the box</h3>
      <ProseEditor
        label={`Words of the case study ${box.title}`}
        value={box.body}
        placeholder="Tell the story. Quotes come in by Quote …"
        quotes={quotes}
        offer={{ theme: theme?.id ?? null }}
        onSave={body => acts.writeBox(box, { body })}
      />
      <h3 className={css.label}>Disclaimer under it</h3>
      <EditInPlace
        label="Disclaimer under the box"
        value={box.disclaimer}
        placeholder="None. For example: names and details have been changed."
        lines
        onSave={disclaimer => acts.writeBox(box, { disclaimer })}
      />
      <div className={css.acts}>
        <Button look="danger" onPress={() => acts.removeBox(box)}>
          Remove this case study
        </Button>
      </div>
    </div>
  );
}
