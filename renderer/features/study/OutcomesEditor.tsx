import type { OutcomeId } from '../../../shared/model/ids.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { OutcomeTab } from '../../ui/signs.tsx';
import css from './study.module.css';

export type EditedOutcome = {
  readonly id?: OutcomeId | undefined;
  readonly number: number;
  readonly title: string;
  readonly statement: string;
};

/** The outcomes as an editable list in report order. Numbers follow what the person gives; a new one takes the next. */
export function OutcomesEditor({
  outcomes,
  onChange,
}: {
  readonly outcomes: readonly EditedOutcome[];
  readonly onChange: (outcomes: readonly EditedOutcome[]) => void;
}) {
  const put = (index: number, change: Partial<EditedOutcome>) =>
    onChange(outcomes.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const move = (index: number, by: number) => {
    const next = [...outcomes];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    onChange(next);
  };
  const add = () =>
    onChange([...outcomes, { number: Math.max(0, ...outcomes.map(one => one.number)) + 1, title: '', statement: '' }]);
  return (
    <div className={css.outcomes}>
      {outcomes.map((outcome, index) => (
        <div key={outcome.id ?? `new-${index}`} className={css.outcome}>
          <OutcomeTab number={outcome.number} />
          <div className={css.fields}>
            <TextField
              label={`Title of outcome ${outcome.number}`}
              hideLabel
              placeholder="Short title"
              value={outcome.title}
              onChange={title => put(index, { title })}
              error={outcome.title.trim() === '' ? 'Give it a title.' : null}
            />
            <TextArea
              label={`Statement of outcome ${outcome.number}`}
              hideLabel
              placeholder="What the evaluation asks, in full"
              rows={2}
              value={outcome.statement}
              onChange={statement => put(index, { statement })}
            />
          </div>
          <div className={css.tools}>
            <IconButton
              icon="up"
              label={`Move outcome ${outcome.number} up`}
              disabled={index === 0}
              onPress={() => move(index, -1)}
            />
            <IconButton
              icon="down"
              label={`Move outcome ${outcome.number} down`}
              disabled={index === outcomes.length - 1}
              onPress={() => move(index, 1)}
            />
            <IconButton
              icon="trash"
              label={`Remove outcome ${outcome.number}`}
              disabled={outcomes.length === 1}
              onPress={() => onChange(outcomes.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <Button icon="plus" onPress={add}>
        Add an outcome
      </Button>
    </div>
  );
}
