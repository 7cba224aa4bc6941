/**
 * A number of a column read, `null` for the `NaN` of a cell that holds none.
 * @example known(Number.NaN) // => null
 */
export function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
