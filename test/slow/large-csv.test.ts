import { expect, test } from "vitest";
import { readCsvGrid } from "../../cli/read/csv-grid.ts";
import { cellAt, rowCount } from "../../engine/grid/grid.ts";

const HEADER = "Deal ID,Stage,Note\n";
const NOTE = "They asked for a second visit. ".repeat(60);
const ROWS_A_PIECE = 500;
const PIECES = 2_400;
const TWO_GIGABYTES = 2 ** 31;
const MOST_MEMORY = 300 * 2 ** 20;

test("more than 2 GB of CSV are read, and never lie in memory", async () => {
  const piece = Buffer.from(`D-1,Proposal,"${NOTE}"\n`.repeat(ROWS_A_PIECE));
  expect(piece.length * PIECES).toBeGreaterThan(TWO_GIGABYTES);
  const before = process.memoryUsage().rss;
  let most = 0;
  const pieces = function* (): Generator<Uint8Array> {
    yield Buffer.from(HEADER);
    for (let i = 0; i < PIECES; i++) {
      yield Buffer.from(piece);
      most = Math.max(most, process.memoryUsage().rss - before);
    }
  };
  const grid = await readCsvGrid(pieces(), "deals", "deals.csv");
  expect(rowCount(grid)).toBe(1 + ROWS_A_PIECE * PIECES);
  expect(cellAt(grid, ROWS_A_PIECE * PIECES, 2)).toBe(NOTE);
  expect(most).toBeLessThan(MOST_MEMORY);
});
