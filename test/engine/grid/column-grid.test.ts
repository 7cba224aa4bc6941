import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellColumns } from "../../../engine/grid/column-grid.ts";
import {
  type AnyGrid,
  type Cell,
  cellAt,
  rowAt,
  rowCount,
  rowsOf,
  rowWidth,
} from "../../../engine/grid/grid.ts";

/** The same cells in columns, put in the order of their places or backwards. */
function inColumns(rows: readonly (readonly Cell[])[], isBackwards: boolean): AnyGrid {
  const columns = new CellColumns();
  const places = rows.flatMap((row, r) => row.map((cell, c) => [r, c, cell] as const));
  for (const [r, c, cell] of isBackwards ? places.reverse() : places)
    if (cell !== null) columns.put(r, c, columns.add(cell));
  return { sheet: "Deals", columns };
}

const cell = fc.constantFrom<Cell>(null, "a", "b", 7, true, { kind: "day", day: 20634, second: 0 });
const row = fc.array(cell, { maxLength: 5 }).map((cells) => [...cells, "end" as const]);

describe("a sheet in columns", () => {
  test("holds what the same sheet in rows holds", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.boolean(), (rows, isBackwards) => {
        const grids = [{ sheet: "Deals", rows }, inColumns(rows, isBackwards)] as const;
        const [ours, theirs] = grids.map((grid) => ({
          count: rowCount(grid),
          rows: rowsOf(grid),
          cells: rows.map((_, r) => [cellAt(grid, r, 0), cellAt(grid, r, 4), cellAt(grid, r, 99)]),
          widths: rows.map((_, r) => rowWidth(grid, r)),
        }));
        expect(theirs).toEqual(ours);
      }),
    );
  });

  test("is blank where nothing was put, beyond its end too", () => {
    const columns = new CellColumns();
    columns.put(5000, 2, columns.add("far"));
    const grid = { sheet: "Deals", columns };
    expect(rowCount(grid)).toBe(5001);
    expect(rowAt(grid, 4999)).toEqual([]);
    expect(rowAt(grid, 5000)).toEqual([null, null, "far"]);
    expect(cellAt(grid, 70_000, 2)).toBeNull();
  });

  test("a far cell takes a block, not all the rows before it", () => {
    const columns = new CellColumns();
    columns.put(1_000_000, 0, columns.add("far"));
    expect(columns.roomCount).toBeLessThan(2000);
    expect(columns.cellCount).toBe(1);
  });

  test("a cell that is blanked leaves the others", () => {
    const columns = new CellColumns();
    const code = columns.add("both");
    columns.put(0, 0, code);
    columns.put(0, 1, code);
    columns.put(0, 0, 0);
    expect(columns.rowAt(0)).toEqual([null, "both"]);
  });
});
