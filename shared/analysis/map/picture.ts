import type { MapView } from '../../model/themeMap.ts';
import type { Face } from '../../text/measure.ts';

/** A colour by its part, so that paper and every look of the screen have their own. `out1` to `out9` are the outcomes' hues. */
export type Ink =
  | 'ink'
  | 'ink2'
  | 'ink3'
  | 'paper'
  | 'line'
  | 'edge'
  | 'off'
  | 'ribbon'
  | 'onOut'
  | `out${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** What a picture is made of. Lengths in pixels; `d` holds absolute M, L, C and Z alone. */
export type Shape =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill?: Ink;
      readonly stroke?: Ink;
      /** Of the stroke. */
      readonly width?: number;
      readonly dash?: readonly number[];
      /** 0 to 1, of the fill. */
      readonly opacity?: number;
    }
  | {
      readonly kind: 'text';
      /** Of its baseline. */
      readonly x: number;
      readonly y: number;
      readonly words: string;
      readonly face: Face;
      readonly size: number;
      readonly ink: Ink;
      readonly anchor: 'start' | 'middle' | 'end';
    };

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** What a part of a picture stands for. `plain` is what stands for nothing that could be opened. */
export type Role = 'plain' | 'theme' | 'code' | 'outcome' | 'relation' | 'ribbon';

export type Part = {
  readonly role: Role;
  /** Unique in the picture; '' for plain parts. */
  readonly id: string;
  /** Ids of the parts that it belongs to: both ends of a ribbon or an arrow. */
  readonly ends: readonly string[];
  /** Its name and figures, whole; '' for plain parts. */
  readonly title: string;
  /** Where a pointer finds it, and what its focus ring goes around. */
  readonly box: Box | null;
  readonly shapes: readonly Shape[];
};

/** A view laid out: the one truth that the screen and every export paint, in this order. */
export type Picture = {
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly parts: readonly Part[];
};

/** How much room a picture has, in pixels; it may grow beyond the height, never beyond the width. */
export type Room = { readonly width: number; readonly height: number };

/** A page of A4, landscape, at 96 pixels an inch. */
export const a4: Room = { width: 1123, height: 794 };

/** The ink of an outcome; those past the ninth take the hues again, the number tells them apart. */
export const inkOf = (outcome: number): Ink => `out${((((outcome - 1) % 9) + 9) % 9) + 1}` as Ink;

/** "1 source", "12 sources". */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
