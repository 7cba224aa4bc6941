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
 * Covers every linked text cell with few rectangles: along the row first, else down the column. Headers that
 * lead where headers above them do already are not linked again.
 */
export function linkBlocks(rows: Rows): LinkBlock[] {
  const blocks: LinkBlock[] = [];
  const covered = new Set<string>();
  const termsAbove = new Set<string>();
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!isLink(cell) || covered.has(`${row} ${column}`)) return;
      const block = blockFrom(rows, row, column);
      const terms = headerTerms(rows, block);
      if (terms.length === 0 || terms.some((term) => !termsAbove.has(term))) blocks.push(block);
      for (const term of terms) termsAbove.add(term);
      for (let r = 0; r < block.rowCount; r++)
        for (let c = 0; c < block.columnCount; c++) covered.add(`${row + r} ${column + c}`);
    });
  });
  return blocks;
}

/** Where a block of header cells leads; nothing for any other block. */
function headerTerms(rows: Rows, { row, column, rowCount, columnCount }: LinkBlock): string[] {
  const cells = (rows[row] ?? []).slice(column, column + columnCount);
  const isHeader = rowCount === 1 && cells.every((cell) => cell === null || cell.style === "header");
  return isHeader ? cells.flatMap((cell) => (cell?.link ? [JSON.stringify(cell.link)] : [])) : [];
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
