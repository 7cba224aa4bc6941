import { cellAt } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import type { DealSource, ReadTable, ReadTables } from "./deal-source.ts";
import type { Table } from "./find-table.ts";
import type { DealRecord, Field, HistoryShape, NotRead, RecognisedColumn, Recognition } from "./records.ts";

const SAMPLES = 3;
const NEARLY_ALL = 0.9;

/** What was recognised, for the person who has to trust it. */
export function recognitionOf(
  { chosen, deals, history, snapshots }: ReadTables,
  { pipeline }: DealSource,
  records: readonly DealRecord[],
  shape: HistoryShape,
): Recognition {
  const tables = [deals, history, snapshots].filter((table): table is ReadTable => table !== null);
  const main = deals ?? snapshots ?? history;
  const dated = shape === "history" ? history : shape === "snapshots" ? snapshots : null;
  return {
    dealsSheet: main?.cells.sheet ?? null,
    historySheet: dated?.cells.sheet ?? null,
    shape,
    headerRows: Object.fromEntries(
      tables.map(({ found }) => [found.table.grid.sheet, found.table.headerRow]),
    ),
    columns: tables.flatMap((table) => columnsOf(table, records)),
    runnerUp: chosen.runnerUp,
    pipelineName: pipeline.name,
    otherPipelines: pipeline.others,
    notRead: { sheets: chosen.unreadSheets, columns: tables.flatMap((table) => unreadColumns(table, shape)) },
  };
}

/** Columns with a header and values that hold nothing Pipecast knows. */
function unreadColumns({ found, cells }: ReadTable, shape: HistoryShape): NotRead["columns"] {
  const { table, kind, claims } = found;
  const read = new Set(cells.readColumns);
  const unread = table.headers.flatMap((header, column) =>
    header === "" || read.has(column) || table.profile(column).filled === 0
      ? []
      : [{ sheet: table.grid.sheet, column, header }],
  );
  const lacks = (field: "amount" | "created"): boolean => kind === "deals" && !claims.has(field);
  const money = lacks("amount") ? onlyColumn(unread, (at) => shareOf(table, at, "priced")) : -1;
  const isUndated = shape === "deals-only" && lacks("created");
  const days = isUndated ? onlyColumn(unread, (at) => shareOf(table, at, "days")) : -1;
  return unread.map((column) => {
    if (column.column === money) return { ...column, mayBe: "amount" as const };
    return column.column === days ? { ...column, mayBe: "created" as const } : column;
  });
}

function shareOf({ profile }: Table, column: number, kind: "priced" | "days"): number {
  return profile(column)[kind] / profile(column).filled;
}

/** The one column whose cells are nearly all of a kind; -1 for none, and for several, where any would be a guess. */
function onlyColumn(columns: NotRead["columns"], shareAt: (column: number) => number): number {
  const [only, second] = columns.filter(({ column }) => shareAt(column) >= NEARLY_ALL);
  return only && !second ? only.column : -1;
}

function columnsOf({ found }: ReadTable, records: readonly DealRecord[]): readonly RecognisedColumn[] {
  const { table, claims, stageColumns } = found;
  const shown = (column: number) => ({
    column,
    header: table.headers[column] ?? "",
    sheet: table.grid.sheet,
    samples: samplesOf(found, column),
  });
  const fields = [...claims.values()].flatMap(({ field, column, certainty }) => {
    const names: readonly Field[] = field === "close-date" ? closeDateFields(found, records) : [field];
    return names.map((name) => ({ field: name, certainty, ...shown(column) }));
  });
  const stages = stageColumns.map(({ role, stage, column, certainty }) => ({
    field: role === "entered" ? ("entered-stage" as const) : ("left-stage" as const),
    stage,
    certainty,
    ...shown(column),
  }));
  return [...fields, ...stages].sort((a, b) => a.column - b.column);
}

/** A close date is the actual one of closed deals and the expected one of open deals; what it is used as. */
function closeDateFields({ claims }: ReadTable["found"], records: readonly DealRecord[]): readonly Field[] {
  const isClosed = !claims.has("closed") && records.some(({ closedDay }) => closedDay !== null);
  const isExpected =
    !claims.has("expected-close") && records.some(({ expectedCloseDay }) => expectedCloseDay !== null);
  const fields: Field[] = [];
  if (isClosed) fields.push("closed");
  if (isExpected || !isClosed) fields.push("expected-close");
  return fields;
}

/** The first few values of a column. */
export function samplesOf({ table }: Pick<ReadTable["found"], "table">, column: number): readonly string[] {
  const samples: string[] = [];
  for (let row = table.headerRow + 1; row < table.endRow && samples.length < SAMPLES; row++) {
    const cell = cellAt(table.grid, row, column);
    if (!isBlank(cell)) samples.push(textOf(cell));
  }
  return samples;
}
