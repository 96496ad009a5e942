import type { ReactNode } from 'react';

const shapes = {
  sources: <path d="M5.5 2.8h6l3 3v11.4h-9zM11.5 2.8v3h3M8 10h4M8 13h4" />,
  code: (
    <>
      <path d="M3 4h8M3 8h8M3 12h8M3 16h5" />
      <path d="M14 3.5v8M17 7v9.5" strokeWidth="2" />
    </>
  ),
  themes: (
    <>
      <rect x="3" y="3.5" width="6" height="7" rx="1" />
      <rect x="11" y="3.5" width="6" height="4" rx="1" />
      <rect x="11" y="9.5" width="6" height="7" rx="1" />
      <rect x="3" y="12.5" width="6" height="4" rx="1" />
    </>
  ),
  map: (
    <>
      <circle cx="5.5" cy="6" r="2.7" />
      <circle cx="14.5" cy="5" r="2" />
      <circle cx="12" cy="14.5" r="3" />
      <path d="M7 8.2l3 3.8M8.2 5.7l4.2-.5" />
    </>
  ),
  names: <path d="M6 4H3.500v12H6M14 4h2.500v12H14M6.800 10h6.400" />,
  key: (
    <>
      <circle cx="6.500" cy="10" r="3.300" />
      <path d="M9.800 10H17v3M14 10v2.200" />
    </>
  ),
  keyOpen: (
    <>
      <circle cx="6.500" cy="12" r="3.300" />
      <path d="M8.900 9.700L15 3.600l2.100 2.100M12.600 6l1.600 1.600" />
    </>
  ),
  quotes: <path d="M8.5 5.5C5.5 6.5 4 8.6 4 11.5v3h4.5v-4H6.2M16 5.5c-3 1-4.5 3.1-4.5 6v3H16v-4h-2.3" />,
  report: (
    <path d="M4.500 2.800h11v14.400h-11zM7 6h6M7 8.600h6M7 12h2.500v2.500H7zM11.500 12h1.500M11.500 14.400h1.500" />
  ),
  memo: <path d="M4 3.5h12v9.5l-4 4H4zM16 13h-4v4M7 7.500h6M7 10.500h4" />,
  history: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4.3l2.8 1.7" />
    </>
  ),
  settings: (
    <>
      <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
      <circle cx="12" cy="6" r="2" />
      <circle cx="8" cy="14" r="2" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5" />
      <path d="M13 13l4 4" />
    </>
  ),
  down: <path d="M5 8l5 5 5-5" />,
  right: <path d="M8 5l5 5-5 5" />,
  up: <path d="M5 12l5-5 5 5" />,
  check: <path d="M4.5 10.5L8 14l7.5-8" />,
  undo: <path d="M7.5 5L4 8.5 7.5 12M4 8.5h7.5a4 4 0 010 8H8" />,
  redo: <path d="M12.5 5L16 8.5 12.5 12M16 8.5H8.500a4 4 0 000 8H12" />,
  more: <path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth="2.4" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9v4.5M10 6.5h.01" />
    </>
  ),
  warning: <path d="M10 3.5l7 12.500H3zM10 8.500v3.500M10 14h.01" />,
  trash: <path d="M4 6h12M8 6V4h4v2M5.500 6l.8 10.500h7.400L14.500 6" />,
  folder: <path d="M3 5.500h5l1.500 2H17v8.500H3z" />,
  drag: <path d="M8 5h.01M8 10h.01M8 15h.01M12 5h.01M12 10h.01M12 15h.01" strokeWidth="2.2" />,
  copy: (
    <>
      <rect x="7" y="7" width="9" height="9" rx="1.500" />
      <path d="M13 7V4.500H4.500V13H7" />
    </>
  ),
  panelLeft: (
    <>
      <rect x="3" y="4" width="14" height="12" rx="1.500" />
      <path d="M7.500 4v12" />
    </>
  ),
  stop: <path d="M7 3h6l4 4v6l-4 4H7l-4-4V7zM10 6.5V11M10 13.6v.1" />,
  download: <path d="M10 3.500v9M6.500 9.500L10 13l3.500-3.500M4 16.500h12" />,
  edit: <path d="M4 16l.8-3.500L13.500 3.800l2.700 2.700L7.500 15.200z" />,
  keyboard: (
    <>
      <rect x="2.500" y="5.500" width="15" height="9" rx="1.500" />
      <path d="M5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.500h7" />
    </>
  ),
  join: <path d="M4 5l5 5-5 5M9 10h7" />,
  star: <path d="M10 3.2l2.1 4.400 4.800.6-3.500 3.300.9 4.800L10 14l-4.300 2.300.9-4.800L3.100 8.200l4.800-.6z" />,
  starred: (
    <path
      d="M10 3.2l2.1 4.400 4.800.6-3.500 3.300.9 4.800L10 14l-4.300 2.300.9-4.800L3.100 8.200l4.800-.6z"
      fill="currentColor"
    />
  ),
  panel: (
    <>
      <rect x="3" y="4" width="14" height="12" rx="1.500" />
      <path d="M12.500 4v12" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A line icon of the app's own set, `size` pixels square; never alone without a name beside it or on its button. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
