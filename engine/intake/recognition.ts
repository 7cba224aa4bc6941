import { isBlank, textOf } from "./cells.ts";
import type { Chosen } from "./choose-tables.ts";
import type { Recognised } from "./recognise-table.ts";
import type { HistoryShape, RecognisedColumn, Recognition } from "./records.ts";

const SAMPLES = 3;

/** What was recognised, for the person who has to trust it. */
export function recognitionOf(chosen: Chosen, hasStageDates: boolean): Recognition {
  const tables = [chosen.deals, chosen.history, chosen.snapshots].filter(
    (found): found is Recognised => found !== null,
  );
  const history = chosen.history ?? chosen.snapshots;
  return {
    dealsSheet: (chosen.deals ?? history)?.table.grid.sheet ?? null,
    historySheet: history?.table.grid.sheet ?? null,
    shape: shapeOf(chosen, hasStageDates),
    headerRows: Object.fromEntries(tables.map(({ table }) => [table.grid.sheet, table.headerRow])),
    columns: tables.flatMap(columnsOf),
    runnerUp: chosen.runnerUp,
    pipelineName: null,
    otherPipelines: [],
  };
}

function shapeOf(chosen: Chosen, hasStageDates: boolean): HistoryShape {
  if (chosen.history) return "history";
  if (hasStageDates) return "stage-dates";
  return chosen.snapshots ? "snapshots" : "deals-only";
}

function columnsOf({ table, claims, stageColumns }: Recognised): readonly RecognisedColumn[] {
  const shown = (column: number) => ({
    column,
    header: table.headers[column] ?? "",
    sheet: table.grid.sheet,
    samples: samplesOf(table.grid.rows, table.headerRow, column),
  });
  const fields = [...claims.values()].map(({ field, column, certainty }) => ({
    field: field === "close-date" ? ("closed" as const) : field,
    certainty,
    ...shown(column),
  }));
  const stages = stageColumns.map(({ role, stage, column, certainty }) => ({
    field: role === "entered" ? ("entered-stage" as const) : ("left-stage" as const),
    stage,
    certainty,
    ...shown(column),
  }));
  return [...fields, ...stages].sort((a, b) => a.column - b.column);
}

function samplesOf(
  rows: Recognised["table"]["grid"]["rows"],
  headerRow: number,
  column: number,
): readonly string[] {
  const samples: string[] = [];
  for (let row = headerRow + 1; row < rows.length && samples.length < SAMPLES; row++) {
    const cell = rows[row]?.[column] ?? null;
    if (!isBlank(cell)) samples.push(textOf(cell));
  }
  return samples;
}
