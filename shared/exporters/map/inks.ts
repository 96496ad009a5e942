import type { Ink } from '../../analysis/map/picture.ts';

/** Ink on paper, and the nine outcomes' hues: OKLCH 0.525 0.088 at 262, 60, 200, 140, 25, 300, 100, 345, 230 degrees. */
export const inks: Readonly<Record<Ink, string>> = {
  ink: '#251f1b',
  ink2: '#4c4641',
  ink3: '#655f59',
  paper: '#fdfcf9',
  line: '#dfdcd6',
  edge: '#87837c',
  off: '#d4d0ca',
  ribbon: '#848078',
  onOut: '#ffffff',
  out1: '#4e6a9d',
  out2: '#8f5d32',
  out3: '#06797e',
  out4: '#4e7745',
  out5: '#975550',
  out6: '#725e96',
  out7: '#766b28',
  out8: '#8e5576',
  out9: '#287393',
};
