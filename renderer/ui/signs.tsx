import type { ReactNode } from 'react';
import css from './controls.module.css';
import { Icon } from './icons.tsx';

/** A code's two letters on its hue: the sign beside its name. */
export function CodeSign({ sigil, hue }: { readonly sigil: string; readonly hue: number }) {
  return (
    <span className={css.sigil} data-c={hue} aria-hidden="true">
      {sigil}
    </span>
  );
}

/** An outcome's number on its fixed hue. Outcomes past the ninth take the hues again; the number tells them apart. */
export function OutcomeTab({ number, title }: { readonly number: number; readonly title?: string }) {
  return (
    <span
      className={css.tab}
      data-o={((number - 1) % 9) + 1}
      {...(title ? { title, role: 'img', 'aria-label': `Outcome ${number}: ${title}` } : {})}
    >
      {number}
    </span>
  );
}

/** A key's name. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={css.kbd}>{children}</kbd>;
}

/** What a place is for, while it is empty, and the first step. */
export function EmptyState({
  title,
  children,
  action,
  level = 2,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** 1 where it is all of a place. */
  readonly level?: 1 | 2;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={css.empty}>
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** The head of a pane: its name, a quiet note, and controls at the right. */
export function PaneHead({
  title,
  note,
  children,
  level = 2,
  start,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
  readonly level?: 1 | 2;
  /** Before the title: the button of a folded pane at the left. */
  readonly start?: ReactNode;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className={css.head}>
      {start}
      <Heading title={title}>{title}</Heading>
      {note && <span className={css.headNote}>{note}</span>}
      <span className={css.space} />
      {children}
    </header>
  );
}

/** Something to look at: advice, or with `block` what stops you, or with `plain` a fact. `title` sums it up, `action` is what can be done here. */
export function Note({
  children,
  block,
  plain,
  title,
  action,
}: {
  readonly children: ReactNode;
  readonly block?: boolean;
  readonly plain?: boolean;
  readonly title?: string;
  readonly action?: ReactNode;
}) {
  const look = block ? css.noteBlock : plain ? css.notePlain : '';
  return (
    <div className={`${css.note} ${look}`} {...(block && { role: 'alert' })}>
      {title && (
        <p className={css.noteTitle}>
          {!plain && <Icon name={block ? 'stop' : 'info'} />}
          {title}
        </p>
      )}
      <div>{children}</div>
      {action && <div className={css.noteActions}>{action}</div>}
    </div>
  );
}
