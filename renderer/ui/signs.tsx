import type { ReactNode } from 'react';
import css from './controls.module.css';

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
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
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
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
  readonly level?: 1 | 2;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <header className={css.head}>
      <Heading>{title}</Heading>
      {note && <span className={css.headNote}>{note}</span>}
      <span className={css.space} />
      {children}
    </header>
  );
}

/** Something to look at; `block` says that it stops you. */
export function Note({ children, block }: { readonly children: ReactNode; readonly block?: boolean }) {
  return <div className={`${css.note} ${block ? css.noteBlock : ''}`}>{children}</div>;
}
