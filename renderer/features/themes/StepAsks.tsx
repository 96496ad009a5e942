import type { Theme } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import css from './Page.module.css';
import { useReadiness } from './readings.ts';
import { goToReview } from './useOpenPage.ts';

/** What the next step of a theme asks for, and what of it is there; and the reason why an earlier one was taken without. */
export function StepAsks({ theme }: { readonly theme: Theme }) {
  const { data } = useReadiness(theme.id);
  const next = theme.status === 'candidate' ? 'reviewed' : theme.status === 'reviewed' ? 'defined' : null;
  const step = data?.steps.find(one => one.status === next);
  return (
    <>
      {theme.statusReason && <p className={css.why}>Without all that it asks for: {theme.statusReason}</p>}
      {step && (
        <div className={css.asks}>
          <p>To be {step.status}, it wants</p>
          <ul>
            {step.asks.map(ask => (
              <li key={ask.what} data-met={ask.met}>
                <Icon name={ask.met ? 'check' : 'minus'} size={12} />
                <span>
                  {ask.text}
                  <span className="visually-hidden">, {ask.met ? 'there' : 'missing'}</span>
                </span>
              </li>
            ))}
          </ul>
          {theme.evidence.extracts > 0 && step.asks.some(ask => ask.what === 'verdicts' && !ask.met) && (
            <Button look="quiet" className={css.add} onPress={() => goToReview(theme.id)}>
              Review its extracts
            </Button>
          )}
        </div>
      )}
    </>
  );
}
