/** Corners whose losses differ by less than this share are as good as one. */
const CLOSE = 1e-9;

/**
 * The place where a function is least, within bounds, by the simplex search: for a handful of parameters and
 * functions without derivatives. A value past a bound is set to it. O(steps) evaluations.
 *
 * Source: Nelder & Mead 1965, with the usual coefficients 1, 2, ½, ½.
 * @example nelderMead(([x = 0]) => (x - 2) ** 2, [0], [[-5, 5]], 200).map((x) => Math.round(x * 1e4) / 1e4) // => [2]
 */
export function nelderMead(
  loss: (at: readonly number[]) => number,
  start: readonly number[],
  bounds: readonly (readonly [number, number])[],
  steps: number,
): number[] {
  const clamp = (at: readonly number[]): number[] =>
    at.map((x, i) => Math.min(bounds[i]?.[1] ?? x, Math.max(bounds[i]?.[0] ?? x, x)));
  const corner = (at: readonly number[]): Corner => {
    const inside = clamp(at);
    return { at: inside, loss: loss(inside) };
  };
  let simplex = [
    corner(start),
    ...start.map((_, i) => corner(start.map((x, j) => (i === j ? x + stepOf(bounds[i]) : x)))),
  ];
  for (let step = 0; step < steps; step += 1) {
    simplex = [...simplex].sort((a, b) => a.loss - b.loss);
    const [best, worst] = [simplex[0], simplex[simplex.length - 1]];
    if (!best || !worst || worst.loss - best.loss <= CLOSE * Math.abs(best.loss)) break;
    simplex = improved(simplex, best, worst, corner);
  }
  return [...simplex].sort((a, b) => a.loss - b.loss)[0]?.at.slice() ?? [...start];
}

interface Corner {
  readonly at: readonly number[];
  readonly loss: number;
}

function stepOf(bound: readonly [number, number] | undefined): number {
  return bound ? (bound[1] - bound[0]) / 10 : 0.1;
}

function improved(
  simplex: readonly Corner[],
  best: Corner,
  worst: Corner,
  corner: (at: readonly number[]) => Corner,
): Corner[] {
  const kept = simplex.slice(0, -1);
  const centre = best.at.map((_, i) => kept.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / kept.length);
  const along = (length: number): Corner =>
    corner(centre.map((middle, i) => middle + length * (middle - (worst.at[i] ?? 0))));
  const reflected = along(1);
  if (reflected.loss < best.loss) {
    const expanded = along(2);
    return [...kept, expanded.loss < reflected.loss ? expanded : reflected];
  }
  const second = kept[kept.length - 1];
  if (second && reflected.loss < second.loss) return [...kept, reflected];
  const contracted = reflected.loss < worst.loss ? along(0.5) : along(-0.5);
  if (contracted.loss < Math.min(reflected.loss, worst.loss)) return [...kept, contracted];
  return [best, ...simplex.slice(1).map(({ at }) => corner(at.map((x, i) => ((best.at[i] ?? 0) + x) / 2)))];
}
