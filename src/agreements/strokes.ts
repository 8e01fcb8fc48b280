import { Type } from 'typebox';

/** One point of the hand: across and down the field in thousandths of its width, and milliseconds since the first one. */
export type Point = readonly [x: number, y: number, ms: number];
export type Strokes = readonly (readonly Point[])[];

/** The field is as wide as this, and so high; paper and screen share it. */
export const fieldWidth = 1000;
export const fieldHeight = 260;

/** Three whole numbers a point; which of them may be how large is looked at below. */
const PointField = Type.Array(Type.Integer({ minimum: 0, maximum: 3_600_000 }), { minItems: 3, maxItems: 3 });
export const StrokesField = Type.Array(Type.Array(PointField, { minItems: 1, maxItems: 2000 }), {
  maxItems: 120,
  title: '签的名',
});

const isOutside = (strokes: Strokes): boolean => strokes.flat().some(([x, y]) => x > fieldWidth || y > fieldHeight);

function lengthOf(stroke: readonly Point[]): number {
  return stroke
    .slice(1)
    .reduce((sum, [x, y], index) => sum + Math.hypot(x - (stroke[index]?.[0] ?? x), y - (stroke[index]?.[1] ?? y)), 0);
}

/** Nothing, a dot or a slip of the finger is no name: it has to go some way, and not along one line only. */
export function isBlank(strokes: Strokes): boolean {
  const points = strokes.flat();
  if (points.length < 8 || isOutside(strokes)) return true;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const wide = Math.max(...xs) - Math.min(...xs);
  const high = Math.max(...ys) - Math.min(...ys);
  return strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) < 120 || wide < 30 || high < 15;
}

/** The strokes to the letter: what their digest is taken of. */
export const strokesText = (strokes: Strokes): string => JSON.stringify(strokes);

/** As lines of an SVG path; a dot becomes a short line, so that the 丶 of a name is not lost. */
export const strokePath = (strokes: Strokes): string =>
  strokes
    .map((stroke) => {
      const [first, ...rest] = stroke;
      if (!first) return '';
      const [x, y] = first;
      return rest.length === 0
        ? `M${x} ${y}l1 1`
        : `M${x} ${y}${rest.map(([across, down]) => `L${across} ${down}`).join('')}`;
    })
    .join('');

/** A vector drawing of them, for the paper. */
export const strokesSvg = (strokes: Strokes): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fieldWidth} ${fieldHeight}"><path d="${strokePath(strokes)}" fill="none" stroke="#000" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
