import { zipSync } from 'fflate';

/** Midnight of 1 January 2000 where the program runs: Zip files carry local time, and it must differ neither from run to run nor from zone to zone. */
const stillTime = () => new Date(2000, 0, 1).getTime();

/** A Zip file of these files in this order. The same files give the same bytes, whenever and wherever it is made. */
export function stillZip(files: readonly (readonly [string, string | Uint8Array])[]): Uint8Array {
  const encoder = new TextEncoder();
  const entries = files.map(([name, data]) => [name, typeof data === 'string' ? encoder.encode(data) : data] as const);
  return zipSync(Object.fromEntries(entries), { mtime: stillTime(), level: 6 });
}
