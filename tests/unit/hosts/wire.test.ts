import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire } from '../../../electron/node/wire.ts';

const keys = fc.oneof(
  fc.string(),
  fc.constantFrom('$bytes', '$$bytes', '$$$bytes', '__proto__', 'constructor', 'toJSON'),
);
const { plain } = fc.letrec<{ plain: unknown }>(tie => ({
  plain: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter(number => !Object.is(number, -0)),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('plain'), { maxLength: 5 }),
    fc.array(fc.tuple(keys, tie('plain')), { maxLength: 5 }).map((entries): unknown => Object.fromEntries(entries)),
  ),
}));

describe('wire', () => {
  it('gives any plain data back as it was', () => {
    fc.assert(
      fc.property(plain, value => {
        expect(isDeepStrictEqual(decodeWire(encodeWire(value)), value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('carries lone surrogates and every code point', () => {
    const text = `\u{1F331}\uD800 \uDC00\u2028é e\u0301`;
    expect(decodeWire(encodeWire({ text }))).toStrictEqual({ text });
  });

  it('carries bytes as base64 under $bytes', () => {
    expect(encodeWire({ file: new Uint8Array([0, 255, 16]) })).toBe('{"file":{"$bytes":"AP8Q"}}');
    const window = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    expect(decodeWire(encodeWire(window))).toStrictEqual(new Uint8Array([2, 3]));
  });

  it('keeps an object that only looks like bytes', () => {
    const looksLikeBytes = { $bytes: 'AP8Q' };
    expect(encodeWire(looksLikeBytes)).toBe('{"$$bytes":"AP8Q"}');
    expect(decodeWire(encodeWire(looksLikeBytes))).toStrictEqual(looksLikeBytes);
  });

  it('does not let a __proto__ key reach the prototype', () => {
    const value = decodeWire('{"__proto__":{"admin":true}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
  });

  it.each([
    ['a function', { a: () => 1 }],
    ['a date', { a: new Date(0) }],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a number that is not finite', [Number.NaN]],
  ])('refuses %s', (_what, value) => {
    expect(() => encodeWire(value)).toThrow(/not plain data/);
  });

  it.each([
    '{',
    '{"$bytes":5}',
    '{"$bytes":"a b="}',
    '{"$bytes":"A"}',
    '{"$bytes":"AAAA","x":1}',
    '{"x":1,"$bytes":"AAAA"}',
  ])('refuses %s', text => {
    expect(() => decodeWire(text)).toThrow(SyntaxError);
  });

  it('leaves fields out that are undefined', () => {
    expect(encodeWire({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(encodeWire(undefined)).toBe('null');
  });
});
