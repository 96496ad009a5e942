import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Icon } from './icons.tsx';
import css from './toast.module.css';

type Message = {
  readonly text: string;
  readonly kind: 'done' | 'part' | 'error';
  readonly action?: { readonly name: string; readonly run: () => void };
};

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 });

/** How long a message stays, ms; an error stays until it is closed. */
const stays = 6000;

/** Says what was done, with one thing to do about it. Read out by screen readers. */
export function toast(text: string, action?: Message['action']): void {
  queue.add({ text, kind: 'done', ...(action && { action }) }, { timeout: stays });
}

/** Says what was done in part, and what was not; stays until it is closed. */
export function toastPart(text: string): void {
  queue.add({ text, kind: 'part' });
}

/** Says what went wrong, with the way out where there is one; stays until it is closed. */
export function toastError(thrown: unknown, action?: Message['action']): void {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  queue.add({ text, kind: 'error', ...(action && { action }) });
}

const signs = { done: 'check', part: 'info', error: 'warning' } as const;

/** Where messages appear. One of it stands in the app. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className={css.region ?? ''} aria-label="Messages">
      {({ toast: one }) => (
        <AriaToast toast={one} className={`${css.toast} ${one.content.kind === 'done' ? '' : css[one.content.kind]}`}>
          <Icon name={signs[one.content.kind]} />
          <ToastContent className={css.content ?? ''}>
            <Text slot="title">{one.content.text}</Text>
          </ToastContent>
          {one.content.action && (
            <Button
              className={css.action ?? ''}
              onPress={() => {
                one.content.action?.run();
                queue.close(one.key);
              }}
            >
              {one.content.action.name}
            </Button>
          )}
          <Button slot="close" className={css.close ?? ''} aria-label="Close message">
            <Icon name="close" size={14} />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
