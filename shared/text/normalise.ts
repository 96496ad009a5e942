/** Line ends become \n and a leading byte order mark goes; every other code point stays as it came. */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
