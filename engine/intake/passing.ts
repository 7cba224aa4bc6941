/**
 * The rows that pass, asked one after the other. Where all do, as mostly, it is the list itself: of millions of rows a
 * second one takes much room.
 * @example passing([4, 5, 6], (row) => row !== 5) // => [4, 6]
 */
export function passing(rows: readonly number[], passes: (row: number) => boolean): readonly number[] {
  const others = new Set<number>();
  for (const row of rows) if (!passes(row)) others.add(row);
  return others.size === 0 ? rows : rows.filter((row) => !others.has(row));
}
