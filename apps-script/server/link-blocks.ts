import type { ReportCell, ReportSheet } from "../../engine/index.ts";

type Rows = ReportSheet["rows"];

/** A rectangle of one row or one column, all text, that holds links: one call writes it. 0-based. */
export interface LinkBlock {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * Covers every linked text cell with few rectangles: along the row first, else down the column. Headers that stand
 * over several tables of a sheet are linked over the first.
 */
export function linkBlocks(rows: Rows): LinkBlock[] {
  const blocks: LinkBlock[] = [];
  const covered = new Set<string>();
  const headers = new Set<string>();
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!isLink(cell) || covered.has(`${row} ${column}`)) return;
      const block = blockFrom(rows, row, column);
      const header = headerText(rows, block);
      if (header === "" || !headers.has(header)) blocks.push(block);
      headers.add(header);
      for (let r = 0; r < block.rowCount; r++)
        for (let c = 0; c < block.columnCount; c++) covered.add(`${row + r} ${column + c}`);
    });
  });
  return blocks;
}

/** What a block of header cells says, and where it leads; blank for any other block. */
function headerText(rows: Rows, { row, column, rowCount, columnCount }: LinkBlock): string {
  const cells = (rows[row] ?? []).slice(column, column + columnCount);
  const isHeader = rowCount === 1 && cells.every((cell) => cell === null || cell.style === "header");
  return isHeader ? JSON.stringify([column, cells.map((cell) => [cell?.value, cell?.link])]) : "";
}

function blockFrom(rows: Rows, row: number, column: number): LinkBlock {
  const wide = reach((step) => rows[row]?.[column + step] ?? null, (rows[row]?.length ?? 0) - column);
  if (wide > 1) return { row, column, rowCount: 1, columnCount: wide };
  const high = reach((step) => rows[row + step]?.[column] ?? null, rows.length - row);
  return { row, column, rowCount: high, columnCount: 1 };
}

/** How far links reach over cells that hold text or nothing. */
function reach(cellAt: (step: number) => ReportCell | null, most: number): number {
  let last = 1;
  for (let step = 1; step < most; step++) {
    const cell = cellAt(step);
    if (cell !== null && cell.unit !== "text" && cell.value !== null) break;
    if (isLink(cell)) last = step + 1;
  }
  return last;
}

function isLink(cell: ReportCell | null): boolean {
  return cell?.link !== undefined && (cell.unit === "text" || cell.value === null);
}
