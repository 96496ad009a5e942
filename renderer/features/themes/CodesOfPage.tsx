import type { Code, Theme } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { codeDrag, leavesDrag } from '../../ui/dragTypes.ts';
import { CodeSign, Kbd } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { askAbout, newThemeOf, themeOf } from './asking.ts';
import { useDesk, useDoing } from './desk.tsx';
import type { RowKey } from './keys.ts';
import { OrderedList } from './OrderedList.tsx';
import css from './Page.module.css';

/** The codes of the theme whose page is open, in its own order. Several are picked and moved, parked or taken out in one act. */
export function CodesOfPage({ theme }: { readonly theme: Theme }) {
  const { codes } = useDesk();
  const { acts, ask } = useDoing();
  const gathered = theme.codes.flatMap(id => codes.filter(one => one.id === id));
  const remove = (these: readonly Code[]) => void acts.removeCodes(theme, these).catch(toastError);
  const park = (these: readonly Code[]) => void acts.parkCodes(these, theme).catch(toastError);
  const move = (these: readonly Code[]) => ask(themeOf(these, theme.id));
  const onKey = (key: RowKey, these: readonly Code[]): boolean => {
    if (key === 'remove') remove(these);
    else if (key === 'park') park(these);
    else if (key === 'status') move(these);
    else if (key === 'new') ask(newThemeOf(these, 'candidate', theme.id));
    else return false;
    return true;
  };
  return (
    <>
      <OrderedList
        label="Codes of the theme"
        items={gathered}
        removal={code => `Take ${code.name} out of the theme`}
        onOrder={order => void acts.orderCodes(theme, order).catch(toastError)}
        onRemove={code => remove([code])}
        several={{
          what: 'code',
          onKey,
          carries: code => ({ [codeDrag]: code.id, [leavesDrag]: theme.id }),
          acts: picked => (
            <>
              <Button onPress={() => move(picked)}>
                Move … <Kbd>M</Kbd>
              </Button>
              <Button onPress={() => park(picked)}>
                Park <Kbd>P</Kbd>
              </Button>
              <Button onPress={() => remove(picked)}>
                Take out <Kbd>Del</Kbd>
              </Button>
            </>
          ),
        }}
      >
        {code => (
          <>
            <CodeSign sigil={code.sigil} hue={code.hue} />
            <span className={css.item}>{code.name}</span>
            <span className={css.number} title={counted(code.extracts, 'extract')}>
              {code.extracts}
            </span>
          </>
        )}
      </OrderedList>
      <Button look="quiet" icon="plus" className={css.add} onPress={() => ask(askAbout('codes of theme', theme))}>
        {gathered.length === 0 ? 'Put codes in it' : 'Choose codes'}
      </Button>
    </>
  );
}
