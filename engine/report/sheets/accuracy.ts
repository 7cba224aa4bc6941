import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { PeriodUnit } from "../../basics/period.ts";
import type { ScoredMethod } from "../../forecast/choose.ts";
import type { BacktestRecord, Forecast } from "../../forecast/types.ts";
import { amountCell, countCell, shareCell, textCell } from "../cells.ts";
import { type Block, composeSheet, GAP, line, type TableBlock } from "../layout.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { methodWords } from "../wording/forecast-methods.ts";
import { choiceSentence, honestySentences, recordSentence } from "../wording/record.ts";
import { accuracyCharts, type Judged, pastBehindTable } from "./accuracy-charts.ts";
import { linkedColumn } from "./forecast-tables.ts";
import { notesBlock } from "./notes.ts";
import { pastTable } from "./past-table.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [24, 13, 13, 13, 13, 13, 13, 13, 13, 30];

/** What past forecasts would have said, what came, and how simple methods would have done. */
export function accuracySheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const shown = [analysis.forecast, analysis.otherForecast].filter((one) => one !== null);
  const judged = shown.flatMap((forecast): readonly Judged[] =>
    isKnown(forecast.backtest) ? [{ forecast, record: forecast.backtest }] : [],
  );
  const blocks: readonly Block[] = [
    ...titleBlock("Accuracy", analysis, meta),
    GAP,
    line("How past forecasts would have done", "section"),
    ...openingSentences(shown).map((sentence) => line(sentence, "headline")),
    ...accuracyCharts(judged, analysis.currency),
    ...judged.flatMap(({ forecast, record }) => [
      GAP,
      line(METHODS_TITLES[forecast.by], "section"),
      methodTable(record, forecast.by),
    ]),
    ...notesBlock(judged.length === 0 ? [] : NOTES),
    ...judged.flatMap(({ forecast, record }, index) => [
      GAP,
      line(PAST_TITLES[forecast.by], "section"),
      pastTable(record, forecast.by, index === 0),
    ]),
    ...judged.flatMap(({ forecast, record }) => [
      GAP,
      line(`Behind the chart, by ${forecast.by}`, "section"),
      pastBehindTable(record, forecast.by),
    ]),
  ];
  return composeSheet({
    name: "Pipecast Accuracy",
    widths: WIDTHS,
    blocks,
    frozenBlocks: 2,
    frozenColumns: 1,
  });
}

const METHODS_TITLES: Readonly<Record<PeriodUnit, string>> = {
  month: "Methods compared, by month (one, two and three months ahead)",
  quarter: "Methods compared, three months together",
};
const PAST_TITLES: Readonly<Record<PeriodUnit, string>> = {
  month: "Every past forecast by month",
  quarter: "Every past forecast of three months together",
};
const NOTES = [
  "At each past month-end every method was given only what was known on that day, and its forecast was set against what came.",
  "Your sheet keeps the last version of a deal's amount and owner only. So no past forecast uses those of deals open at the time: the record is never flattered by what came later, and a little harsher than today's forecast deserves.",
  "CRPS is in money, the lower the better: how far the whole range was from the outcome, not its middle alone.",
];

function openingSentences(shown: readonly Forecast[]): readonly string[] {
  const [first, second] = shown;
  if (!first) return ["No forecast was asked for."];
  return [
    recordSentence(first),
    ...honestySentences(first),
    ...(isKnown(first.backtest) ? [choiceSentence(first)] : []),
    ...(second && isKnown(second.backtest) ? [recordSentence(second)] : []),
  ];
}

function methodTable({ methods }: BacktestRecord, by: PeriodUnit): TableBlock {
  return {
    kind: "table",
    name: `Methods by ${by}`,
    columns: [
      linkedColumn("Method", "backtest"),
      linkedColumn("Forecasts", "backtest"),
      { ...linkedColumn("Typical miss", "wape"), bar: true },
      linkedColumn("Bias", "bias"),
      linkedColumn("In range", "coverage"),
      linkedColumn("CRPS", "crps"),
    ],
    rows: methods.map((score) => ({ cells: methodCells(score) })),
  };
}

function methodCells({ method, n, wape, bias, crps, coverage }: ScoredMethod): readonly ReportCell[] {
  const share = (value: number | null): ReportCell => (value === null ? textCell("–") : shareCell(value, n));
  return [
    textCell(methodWords(method).name, "label"),
    countCell(n),
    share(wape),
    share(bias),
    share(coverage),
    amountCell(crps),
  ];
}
