/**
 * An archive of the kind that Electron reads, of a few files side by side.
 * @param {Readonly<Record<string, Buffer>>} files by name
 * @returns {Buffer}
 */
export function packAsar(files) {
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const listed = {};
  for (const [name, { length }] of Object.entries(files)) {
    listed[name] = { size: length, offset: String(offset) };
    offset += length;
  }
  const header = Buffer.from(JSON.stringify({ files: listed }));
  // Two of Chromium's pickles: the size of the second, and the second, which is one string padded to four bytes.
  const padded = Math.ceil(header.length / 4) * 4;
  const lead = Buffer.alloc(16 + padded);
  [4, padded + 8, padded + 4, header.length].forEach((value, index) => {
    lead.writeUInt32LE(value, index * 4);
  });
  header.copy(lead, 16);
  return Buffer.concat([lead, ...Object.values(files)]);
}
