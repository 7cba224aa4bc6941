import type { LinkedChanges } from "./linked-changes.ts";
import type { StageColumn } from "./stage-columns.ts";
import type { TableCells } from "./table-cells.ts";

/** Where a spelling of a stage is found. */
export interface StageUse {
  count: number;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** How often, and where first, each spelling of a stage is found. */
export type StageUses = ReadonlyMap<string, StageUse>;

/** Everything that names stages. */
export interface StageSources {
  /** A deal table, and the indices of its rows that are deals. */
  readonly deals: { readonly cells: TableCells; readonly kept: readonly number[] } | null;
  readonly changes: readonly (LinkedChanges & { readonly stageColumn: number })[];
  /** The changes that stage-date columns tell. */
  readonly dated: readonly LinkedChanges[];
  readonly columns: readonly StageColumn[];
  /** The header over a column of a sheet. */
  readonly headerOf: (sheet: string, column: number) => string;
  readonly columnSheet: string;
  readonly headerRow: number;
}

/** Counts the spellings of stages in deals, changes and headers of stage-date columns. */
export function stageUses({ deals, changes, columns, columnSheet, headerRow }: StageSources): StageUses {
  const uses = new Map<string, StageUse>();
  const use = (text: string, sheet: string, row: number, column: number, count: number): void => {
    const known = uses.get(text);
    if (known) known.count += count;
    else if (text !== "") uses.set(text, { count, sheet, row, column });
  };
  for (const { stage, column } of columns) use(stage, columnSheet, headerRow, column, 0);
  if (deals) {
    const { cells, kept } = deals;
    const texts = cells.texts("stage");
    const column = cells.columnOf("stage");
    for (const i of kept) use(texts[i] ?? "", cells.sheet, cells.rows[i] ?? 0, column, 1);
  }
  for (const { kept, stages, fromStages, sheet, rows, stageColumn } of changes) {
    for (const i of kept) {
      use(stages[i] ?? "", sheet, rows[i] ?? 0, stageColumn, 1);
      if (fromStages) use(fromStages[i] ?? "", sheet, rows[i] ?? 0, stageColumn, 0);
    }
  }
  return uses;
}
