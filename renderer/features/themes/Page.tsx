import { type ReactNode, useEffect, useRef } from 'react';
import css from './Page.module.css';

/** The paper that a page is written on. Where what had the focus has gone with the page before, the new page takes it, so that its keys go on working. */
export function Page({ children }: { readonly children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) paper.current?.focus();
  }, []);
  return (
    <div ref={paper} className={css.page} tabIndex={-1}>
      {children}
    </div>
  );
}
