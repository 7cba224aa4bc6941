// The engine's only door: what a host may use.
export { analyse, type DealsRead, figuresOf, readDeals } from "./analyse.ts";
export type { Analysis } from "./analysis.ts";
export { columnLetters } from "./basics/column-letters.ts";
export { DataError } from "./basics/data-error.ts";
export { type Day, dateOfDay, dayOfDate, dayOfIso, isoOfDay } from "./basics/day.ts";
export { OptionError } from "./basics/option-error.ts";
export type { Place } from "./basics/problem.ts";
export { type BacktestRun, type BacktestSettings, backtest } from "./forecast/backtest.ts";
export {
  type ForecastAside,
  type ForecastParts,
  type ForecastTask,
  forecastParts,
} from "./forecast/forecast-basis.ts";
export type { Spells } from "./forecast/spells.ts";
export { addressOf } from "./grid/address.ts";
export { CellColumns, type ColumnGrid } from "./grid/column-grid.ts";
export {
  type AnyGrid,
  type Cell,
  type DayCell,
  type ErrorCell,
  type Grid,
  type MoneyCell,
  rowsOf,
} from "./grid/grid.ts";
export { type MergedArea, type MergedCells, mergedCells } from "./grid/merged-cells.ts";
export { builtInFormatCode, cellOfNumber, dayOfSerial, isDateFormat } from "./grid/number-format.ts";
export type { Options } from "./options.ts";
export type { Deal } from "./pipeline/pipeline.ts";
export { type IsSettled, type Reminders, remind } from "./remind.ts";
export { analysisJson } from "./report/analysis-json.ts";
export { buildReport } from "./report/build-report.ts";
export { DEFAULT_TEMPLATES } from "./report/followups/default-templates.ts";
export type { Message, Task } from "./report/followups/follow-ups.ts";
export { forecastNotes } from "./report/json/forecast-json.ts";
export { numberFormat } from "./report/number-format.ts";
export { countedText } from "./report/numbers.ts";
export { pipelineJson } from "./report/pipeline-json.ts";
export type {
  CellArea,
  CellStyle,
  ChartRole,
  ChartSeries,
  Link,
  Report,
  ReportCell,
  ReportChart,
  ReportSheet,
  ReportTable,
} from "./report/report.ts";
export { type StarterSheet, starterBook } from "./report/starter/starter-book.ts";
export { backtestText } from "./report/text/backtest.ts";
export { checkText } from "./report/text/check.ts";
export { followUpsText } from "./report/text/followups.ts";
export { forecastText } from "./report/text/forecast.ts";
export { reviewText } from "./report/text/review.ts";
export { summaryText } from "./report/text/summary.ts";
export type {
  ChartBlock,
  ChartRow,
  Fact,
  FactsBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  TableBlock,
  TextBlock,
  TextColumn,
  Tone,
} from "./report/text-block.ts";
export { dataErrorLines } from "./report/wording/data-errors.ts";
export { fieldText } from "./report/wording/fields.ts";
export { otherOutlook } from "./report/wording/forecast-headlines.ts";
export { methodPhrase } from "./report/wording/forecast-methods.ts";
export { forecastSentences } from "./report/wording/headlines.ts";
export { VERSION } from "./version.ts";
