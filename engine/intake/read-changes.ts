import type { Problem } from "../basics/problem.ts";
import { dataRows } from "./data-rows.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { DateOrder } from "./parse-day.ts";
import { readDays, readTexts } from "./read-column.ts";
import type { Recognised } from "./recognise-table.ts";

/** One dated stage as its cells say it, before deals and stages are looked up. */
export interface RawChange {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly dealRef: string;
  readonly stageText: string;
  readonly day: number;
  readonly second: number;
  readonly leftDay: number | null;
}

/** The changes of a history sheet or a field-history log. */
export function readHistory(found: Recognised, order: DateOrder, problems: Problem[]): readonly RawChange[] {
  const { grid } = found.table;
  const rows = dataRows(found);
  const columnOf = (...fields: readonly HeaderField[]): number =>
    fields.map((field) => found.claims.get(field)?.column).find((column) => column !== undefined) ?? -1;
  const column = columnOf("changed-on", "stage-entered", "snapshot-on", "created");
  const refs = readTexts({ grid, rows, column: columnOf("id", "name") });
  const stages = readTexts({ grid, rows, column: columnOf("to-stage", "new-value", "stage") });
  const fields = readTexts({ grid, rows, column: columnOf("changed-field") });
  const { days, seconds } = readDays({ grid, rows, column }, order, problems);
  const left = readDays({ grid, rows, column: columnOf("left-on") }, order, problems).days;
  const changes: RawChange[] = [];
  rows.forEach((row, i) => {
    const [day, leftDay] = [days[i] ?? Number.NaN, left[i] ?? Number.NaN];
    if (Number.isNaN(day) || stages[i] === "" || !isStageField(fields[i] ?? "")) return;
    changes.push({
      sheet: grid.sheet,
      row,
      column,
      dealRef: refs[i] ?? "",
      stageText: stages[i] ?? "",
      day,
      second: seconds[i] ?? 0,
      leftDay: Number.isNaN(leftDay) ? null : leftDay,
    });
  });
  return changes;
}

function isStageField(field: string): boolean {
  return field === "" || /stage|phase|status|etap|étape/i.test(field);
}

/** The changes that the stage-date columns of a deal table tell; `ids` has one entry a row. */
export function readStageDates(
  deals: Recognised,
  rows: readonly number[],
  ids: readonly string[],
  order: DateOrder,
  problems: Problem[],
): readonly RawChange[] {
  const { grid } = deals.table;
  return deals.stageColumns
    .filter(({ role }) => role === "entered")
    .flatMap(({ column, stage }) => {
      const exit = deals.stageColumns.find((other) => other.role === "left" && other.stage === stage);
      const { days, seconds } = readDays({ grid, rows, column }, order, problems);
      const left = readDays({ grid, rows, column: exit?.column ?? -1 }, order, problems).days;
      return rows.flatMap((row, i): readonly RawChange[] => {
        const [day, leftDay] = [days[i] ?? Number.NaN, left[i] ?? Number.NaN];
        if (Number.isNaN(day)) return [];
        const known = Number.isNaN(leftDay) ? null : leftDay;
        const place = { sheet: grid.sheet, row, column };
        return [
          { ...place, dealRef: ids[i] ?? "", stageText: stage, day, second: seconds[i] ?? 0, leftDay: known },
        ];
      });
    });
}

/** Of snapshots, the first of each deal and those whose stage differs from the one before. */
export function changesOfSnapshots(snapshots: readonly RawChange[]): readonly RawChange[] {
  const stages = new Map<string, string>();
  const inOrder = [...snapshots].sort((a, b) => a.day - b.day || a.row - b.row);
  return inOrder.filter(({ dealRef, stageText }) => {
    const changed = stages.get(dealRef) !== stageText;
    stages.set(dealRef, stageText);
    return changed;
  });
}
