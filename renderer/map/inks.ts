import type { Ink } from '../../shared/analysis/map/picture.ts';

/** The token of each ink, so that the picture follows the look of the app. The outcomes' hues come by `data-o` on the shape. */
export function tokenOf(ink: Ink): string {
  switch (ink) {
    case 'ink':
      return 'var(--ink)';
    case 'ink2':
      return 'var(--ink-2)';
    case 'ink3':
      return 'var(--ink-3)';
    case 'paper':
      return 'var(--paper)';
    case 'line':
      return 'var(--line)';
    case 'edge':
      return 'var(--edge)';
    case 'off':
      return 'var(--mark-off)';
    case 'ribbon':
      return 'var(--ribbon)';
    case 'onOut':
      return 'var(--on-out)';
    default:
      return 'var(--out)';
  }
}

/** The number of an outcome's hue; null for other inks. */
export const hueOf = (ink: Ink | undefined): string | null => (ink?.startsWith('out') ? ink.slice(3) : null);
