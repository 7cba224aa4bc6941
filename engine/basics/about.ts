/**
 * A number rounded to two digits that count, as people say "about": what differs by less is said to be equal.
 * @example about(1180) // => 1200
 * @example about(0.0447) // => 0.045
 */
export function about(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(2));
}
