import { type ReactNode, useEffect, useRef } from 'react';
import css from './Page.module.css';

/** Takes the focus into the page of this theme or outcome; false where it is not open. */
export function enterPage(of: string): boolean {
  const field = document.querySelector<HTMLElement>(`[data-page="${of}"] :is(textarea, a, button)`);
  field?.focus();
  return field !== null;
}

/** The paper that a page is written on. Where what had the focus has gone with the page before, the new page takes it, so that its keys go on working. Escape leaves it for the card it belongs to. */
export function Page({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) paper.current?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape only goes back to where the page was opened
    <div
      ref={paper}
      className={css.page}
      tabIndex={-1}
      data-page={of}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        const row = document.querySelector<HTMLElement>(`main [data-key="${of}"]`);
        if (!row) return;
        event.preventDefault();
        row.focus();
      }}
    >
      {children}
    </div>
  );
}
