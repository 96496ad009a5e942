/**
 * Small facts about how the app looks on this machine (appearance, widths of panes), never anything of a study.
 * The browser host may answer on another port each time, and storage belongs to a port; a cookie belongs to the host name and outlasts it.
 */
export const kept: Pick<Storage, 'getItem' | 'setItem'> = {
  getItem: key => localStorage.getItem(key) ?? fromCookie(key),
  setItem: (key, value) => {
    localStorage.setItem(key, value);
    const name = encodeURIComponent(key);
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is asynchronous, and the look must be known before the first paint
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; SameSite=Strict; Max-Age=31536000`;
  },
};

function fromCookie(key: string): string | null {
  const start = `${encodeURIComponent(key)}=`;
  const pair = document.cookie.split('; ').find(one => one.startsWith(start));
  return pair === undefined ? null : decodeURIComponent(pair.slice(start.length));
}
