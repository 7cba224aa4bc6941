/** Cells merged into one that spans several rows; rows and columns from 0. */
export interface MergedArea {
  readonly top: number;
  /** The last row of the area. */
  readonly bottom: number;
  readonly left: number;
}

/** By column, and there by the first row of each area: its last row. The first cell alone holds the value. */
export type MergedCells = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * The merged areas of a sheet that span several rows, each in its first column.
 * @example mergedCells([{ top: 1, bottom: 3, left: 4 }, { top: 0, bottom: 0, left: 0 }]) // => new Map([[4, new Map([[1, 3]])]])
 */
export function mergedCells(areas: Iterable<MergedArea>): MergedCells {
  const columns = new Map<number, Map<number, number>>();
  for (const { top, bottom, left } of areas) {
    if (bottom <= top) continue;
    const column = columns.get(left);
    if (column) column.set(top, bottom);
    else columns.set(left, new Map([[top, bottom]]));
  }
  return columns;
}
