import { DataError } from "../basics/data-error.ts";
import type { Problem } from "../basics/problem.ts";
import type { AnyGrid } from "../grid/grid.ts";
import type { Settings } from "../options.ts";
import { chooseTables } from "./choose-tables.ts";
import { settleDateOrders } from "./day-column.ts";
import { amountsIn, currenciesOf, reportAssumed, reportCurrency } from "./deal-money.ts";
import { dealRecords } from "./deal-records.ts";
import { type DealSource, dealSource, type ReadTables, readTables } from "./deal-source.ts";
import { type HistorySources, historyRecords, historySources } from "./history-sources.ts";
import { type IntakeSettings, intakeSettings } from "./intake-settings.ts";
import { type AllStages, nameAllStages } from "./name-all-stages.ts";
import { inOwnPlaces } from "./own-places.ts";
import { recognitionOf } from "./recognition.ts";
import type { DealRecord, Records } from "./records.ts";
import { readSettingsSheet } from "./settings-sheet.ts";
import { dayColumnsOf, type TableCells } from "./table-cells.ts";
import { checkWeighted } from "./weighted-amounts.ts";

/**
 * Reads a workbook: finds the sheets of deals and of their history, recognises the columns, reads every row and
 * keeps account of what it leaves out. Every row of the deal sheet that is not blank, a repeated header, a totals
 * row or a note is a deal here or counted as excluded. Open deals are read like closed ones. Days are day numbers,
 * shares 0–1, texts trimmed.
 * @throws DataError where the workbook cannot be used at all.
 * @throws OptionError where an option names a sheet, a column or a pipeline that is not there.
 */
export function readRecords(grids: readonly AnyGrid[], options: Settings): Records {
  const sheetSettings = readSettingsSheet(grids);
  const settings = intakeSettings(options, sheetSettings);
  const problems: Problem[] = [...sheetSettings.problems];
  const chosen = chooseTables(grids, settings);
  const tables = readTables(chosen, problems);
  if (tables.deals) checkWeighted(tables.deals.found, problems);
  settleDateOrders(tables.all.flatMap(dayColumnsOf), settings.dateOrder, problems);
  const source = dealSource(tables, settings, problems);
  const histories = historySources(tables, source, problems);
  const stages = namesOf(tables, source, histories, settings, problems);
  const money = moneyOf(source, settings, problems);
  const { deals, excludedCount } = dealsOf(source, stages, money.amounts, problems);
  const hasNone = deals.length + excludedCount + source.excludedCount === 0;
  if (hasNone) throw new DataError("no-deals-below-header", { sheet: source.cells.sheet });
  const { changes, snapshots, shape } = historyRecords(histories, deals, stages, money.convert, problems);
  const records = {
    deals,
    changes,
    snapshots,
    stages: stages.all,
    ...(stages.orderFrom ? { orderFrom: stages.orderFrom } : {}),
    currency: money.currency,
    excludedCount: source.excludedCount + excludedCount,
    recognition: recognitionOf(tables, source, deals, shape),
    problems,
  };
  return chosen.united ? inOwnPlaces(records, chosen.united) : records;
}

function namesOf(
  tables: ReadTables,
  source: DealSource,
  histories: HistorySources,
  { stages: given }: IntakeSettings,
  problems: Problem[],
): AllStages {
  const columns = histories.stageDates.stageColumns;
  const sources = {
    deals: { cells: source.cells, kept: source.rows.kept },
    changes: histories.linked,
    dated: histories.stageDates.changes,
    columns,
    headerOf: (sheet: string, column: number): string => headerIn(tables, sheet, column),
    columnSheet: source.cells.sheet,
    headerRow: histories.stageDates.headerRow,
  };
  const entered = columns.filter(({ role }) => role === "entered").map(({ stage }) => stage);
  const { name, others } = source.pipeline;
  const pipelines = name === null ? others : [name, ...others];
  return nameAllStages(sources, { given, columnOrder: [...new Set(entered)], pipelines }, problems);
}

function headerIn({ deals, history, snapshots }: ReadTables, sheet: string, column: number): string {
  const table = [deals, history, snapshots].find((other) => other?.cells.sheet === sheet);
  return table?.found.table.headers[column] ?? "";
}

interface Money {
  readonly currency: string | null;
  readonly amounts: Float64Array;
  /** The amounts of another table in the same currency. */
  readonly convert: (cells: TableCells) => Float64Array;
}

function moneyOf({ cells, rows }: DealSource, settings: IntakeSettings, problems: Problem[]): Money {
  const currencies = currenciesOf(cells, settings.currency, problems);
  const currency = reportCurrency(cells, rows.kept, currencies, settings, problems);
  reportAssumed(currency, cells, rows.kept, currencies, problems);
  const amounts = amountsIn(currency, cells, rows.kept, currencies, settings.rates, problems);
  const convert = (other: TableCells): Float64Array =>
    amountsIn(
      currency,
      other,
      other.rows.map((_, i) => i),
      currenciesOf(other, settings.currency, []),
      settings.rates,
      [],
    );
  return { currency, amounts, convert };
}

function dealsOf(
  source: DealSource,
  { stageOf }: AllStages,
  amounts: Float64Array,
  problems: Problem[],
): { readonly deals: readonly DealRecord[]; readonly excludedCount: number } {
  const { cells, rows, isImplied, statusHeader } = source;
  const needsStage = !isImplied && cells.columnOf("stage") >= 0;
  return dealRecords({ cells, rows, amounts, stageOf, needsStage, statusHeader }, problems);
}
