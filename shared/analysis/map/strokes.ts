import { disc, n } from './draw.ts';
import type { Shape } from './picture.ts';
import type { Form } from './relations.ts';

type Stroke = {
  readonly kind: 'path';
  readonly stroke: 'ink' | 'ink3';
  readonly width: number;
  readonly dash?: readonly number[];
};

/** The line of a form. */
export function strokeOf(form: Form): Stroke {
  switch (form) {
    case 'arrow':
      return { kind: 'path', stroke: 'ink3', width: 1.25 };
    case 'dashed':
      return { kind: 'path', stroke: 'ink3', width: 1.25, dash: [5, 4] };
    case 'bar':
      return { kind: 'path', stroke: 'ink', width: 1.75 };
    case 'dot':
      return { kind: 'path', stroke: 'ink3', width: 1.75, dash: [1.5, 3] };
  }
}

/** What stands at the end of a line that arrives at a point under an angle (radians). */
export function endOf(form: Form, [x, y]: readonly [number, number], angle: number): readonly Shape[] {
  const at = (far: number, off: number) =>
    `${n(x + Math.cos(angle + off) * far)} ${n(y + Math.sin(angle + off) * far)}`;
  if (form === 'bar')
    return [{ kind: 'path', d: `M${at(6, Math.PI / 2)}L${at(6, -Math.PI / 2)}`, stroke: 'ink', width: 2.5 }];
  if (form === 'dot') return [disc(x, y, 3, 'ink3')];
  return [{ kind: 'path', d: `M${at(3, 0)}L${at(8, 2.65)}L${at(8, -2.65)}Z`, fill: 'ink3' }];
}
