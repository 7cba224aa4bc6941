import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { cellAt } from "../grid/grid.ts";
import { isBlank } from "./cells.ts";
import { NO_DAYS } from "./day-column.ts";
import { matchHeader } from "./header-index.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { passing } from "./passing.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { TableCells } from "./table-cells.ts";

/** Dated stages as their cells say them, before deals and stages are looked up; one entry a row. */
export interface ChangeColumns {
  readonly sheet: string;
  readonly rows: readonly number[];
  /** 0-based column of the days. */
  readonly column: number;
  /** Indices of the rows that are changes. */
  readonly kept: readonly number[];
  readonly refs: readonly string[];
  readonly stages: readonly string[];
  /** The stage before, where the table says it. */
  readonly fromStages: readonly string[] | null;
  readonly days: Float64Array;
  readonly seconds: Float64Array;
  readonly leftDays: Float64Array;
}

/** A row of history from which something is missing is a problem, and left out; a day that cannot be read is one already. */
const MISSING = [
  ["change-without-deal", "ref"],
  ["change-without-stage", "stage"],
  ["change-without-day", "day"],
] as const;

/**
 * The changes of a history sheet, a field-history log or snapshots.
 * @param refs what each row calls its deal.
 */
export function changeColumns(
  cells: TableCells,
  refs: { readonly texts: readonly string[]; readonly column: number },
  problems: Problem[],
): ChangeColumns {
  const firstOf = (...fields: readonly HeaderField[]): HeaderField =>
    fields.find((field) => cells.columnOf(field) >= 0) ?? fields[0] ?? "id";
  const stageField = firstOf("to-stage", "new-value", "stage");
  const dayField = firstOf("snapshot-on", "changed-on", "stage-entered", "created");
  const fromField = firstOf("from-stage", "old-value");
  const { days, seconds } = cells.days(dayField);
  const stages = cells.texts(stageField);
  const columns = { ref: refs.column, stage: cells.columnOf(stageField), day: cells.columnOf(dayField) };
  const kept = passing(rowsOfStages(cells, problems), (i) => {
    const missing = {
      ref: (refs.texts[i] ?? "") === "",
      stage: (stages[i] ?? "") === "",
      day: Number.isNaN(days[i] ?? Number.NaN),
    };
    const fault = MISSING.find(([, part]) => missing[part]);
    if (!fault) return true;
    const [code, part] = fault;
    if (part === "day" && !isBlank(cellAt(cells.grid, cells.rows[i] ?? 0, columns.day))) return false;
    const cell = addressOf(cells.rows[i] ?? 0, Math.max(0, columns[part]));
    const value = part === "ref" ? "" : (refs.texts[i] ?? "");
    problems.push({
      code,
      severity: "warning",
      where: { sheet: cells.sheet, cell },
      value,
      excludes: "value",
    });
    return false;
  });
  return {
    sheet: cells.sheet,
    rows: cells.rows,
    column: columns.day,
    kept,
    refs: refs.texts,
    stages,
    fromStages: cells.columnOf(fromField) < 0 ? null : cells.texts(fromField),
    days,
    seconds,
    leftDays: cells.days("left-on").days,
  };
}

/** Of a field-history log, the rows about the stage; the others are told in one problem. */
function rowsOfStages(cells: TableCells, problems: Problem[]): readonly number[] {
  const all = cells.rows.map((_, i) => i);
  const column = cells.columnOf("changed-field");
  if (column < 0) return all;
  const fields = cells.texts("changed-field");
  const isStage = rememberTexts(isStageField);
  const [ours, others] = [
    all.filter((i) => isStage(fields[i] ?? "")),
    all.filter((i) => !isStage(fields[i] ?? "")),
  ];
  const first = others[0];
  if (first !== undefined) {
    const where = { sheet: cells.sheet, cell: addressOf(cells.rows[first] ?? 0, column) };
    const details = { kind: "field", count: others.length };
    const value = fields[first] ?? "";
    problems.push({ code: "row-skipped", severity: "note", where, value, excludes: "nothing", details });
  }
  return ours;
}

/**
 * Whether a log's field is the stage.
 * @example isStageField("StageName") // => true
 * @example isStageField("Amount") // => false
 */
export function isStageField(field: string): boolean {
  return matchHeader(field).some((match) => match.field === "stage");
}

/** The changes that the stage-date columns of a deal table tell; `ids` has the deal of each row, "" for none. */
export function stageDateColumns(
  cells: TableCells,
  ids: readonly string[],
  isRead: (pipeline: string | null) => boolean,
): readonly ChangeColumns[] {
  const read = cells.stageDays.filter(({ stage }) => isRead(stage.pipeline));
  return read
    .filter(({ stage }) => stage.role === "entered")
    .map(({ stage, days, seconds }) => {
      const exit = read.find((other) => other.stage.role === "left" && other.stage.stage === stage.stage);
      const kept: number[] = [];
      days.forEach((day, i) => {
        if (!Number.isNaN(day) && ids[i] !== "") kept.push(i);
      });
      const { sheet, rows } = cells;
      const stages = rows.map(() => stage.stage);
      const leftDays = exit?.days ?? NO_DAYS.days;
      return {
        sheet,
        rows,
        column: stage.column,
        kept,
        refs: ids,
        stages,
        fromStages: null,
        days,
        seconds,
        leftDays,
      };
    });
}
