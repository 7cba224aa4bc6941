/** Points a method gave, by the month at whose start it was asked; null where it had too little history. */
export type PointsByMonth = readonly (readonly number[] | null)[];

const LEAST_ERRORS = 4;
const MOST_ERRORS = 24;
/** Normal scores that stand for a spread where too few past errors are known. */
const SCORES = [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64];

/**
 * A point forecast as a distribution: the point plus each of the method's own past errors at the same distance,
 * not below 0. `from` and `to` are the first and last month ahead (1 to 3 is the quarter as a sum); `at` is the
 * month asked. Only months before `at` are looked at. Null where the method gave no point.
 *
 * Where fewer than four errors are known the scatter of the months themselves stands in.
 */
export function withPastErrors(
  points: PointsByMonth,
  actuals: readonly number[],
  at: number,
  from: number,
  to: number,
): Float64Array | null {
  const point = sumOf(points[at], from, to);
  if (point === null) return null;
  const errors: number[] = [];
  for (let origin = at - to; origin >= 0 && errors.length < MOST_ERRORS; origin -= 1) {
    const past = sumOf(points[origin], from, to);
    if (past === null) continue;
    let came = 0;
    for (let month = from; month <= to; month += 1) came += actuals[origin + month - 1] ?? 0;
    errors.push(came - past);
  }
  const usable = errors.length >= LEAST_ERRORS ? errors : scatterOf(actuals.slice(0, at), to - from + 1);
  return Float64Array.from(usable, (error) => Math.max(0, point + error)).sort();
}

function sumOf(points: readonly number[] | null | undefined, from: number, to: number): number | null {
  if (!points || points.length < to) return null;
  let sum = 0;
  for (let month = from; month <= to; month += 1) sum += points[month - 1] ?? 0;
  return sum;
}

function scatterOf(months: readonly number[], length: number): number[] {
  const n = Math.max(1, months.length);
  const mean = months.reduce((sum, value) => sum + value, 0) / n;
  const variance = months.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  const deviation = Math.sqrt(variance * length * (1 + 1 / n));
  return SCORES.map((score) => score * deviation);
}
