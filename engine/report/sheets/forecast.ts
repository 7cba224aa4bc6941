import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Forecast } from "../../forecast/types.ts";
import { type Block, type ChartPlan, composeSheet, GAP, line } from "../layout.ts";
import { shareText } from "../numbers.ts";
import type { ReportSheet } from "../report.ts";
import { fanWords } from "../wording/forecast-charts.ts";
import { outlookSentences } from "../wording/forecast-headlines.ts";
import { methodWords } from "../wording/forecast-methods.ts";
import { forecastRemarks } from "../wording/forecast-remarks.ts";
import { choiceSentence, recordSentence } from "../wording/record.ts";
import { modelPeriods, scenarioSentences } from "../wording/scenarios.ts";
import {
  BEHIND,
  behindTable,
  behindTableName,
  forecastTable,
  hasPeriods,
  scenarioTable,
} from "./forecast-tables.ts";
import { notesBlock } from "./notes.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [13, ...Array.from({ length: 12 }, () => 12)];
const CHART_ROWS = 18;
/** The columns of the first chart, and of the second beside it. */
const CHART_PLACES = [
  { column: 0, columnCount: 7 },
  { column: 7, columnCount: 6 },
] as const;

/** What will be won: in words, as a fan, by month and by quarter, and what would change it. */
export function forecastSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const shown = [analysis.forecast, analysis.otherForecast].filter((one) => one !== null);
  const drawn = shown.filter(({ periods }) => hasPeriods(periods));
  const blocks: readonly Block[] = [
    ...titleBlock("Forecast", analysis, meta),
    GAP,
    line("What to expect", "section"),
    ...openingSentences(analysis).map((sentence) => line(sentence, "headline")),
    ...chartsBlock(drawn, analysis),
    ...drawn.flatMap((forecast) => periodBlocks(forecast)),
    ...drawn.slice(0, 1).flatMap((forecast) => scenarioBlocks(forecast, analysis)),
    ...notesBlock(remarksOf(shown, analysis)),
    ...drawn.flatMap((forecast) => [
      GAP,
      line(`Behind the chart, by ${forecast.by}`, "section"),
      behindTable(forecast, analysis.wonBefore[forecast.by]),
    ]),
  ];
  return composeSheet({
    name: "Pipecast Forecast",
    widths: WIDTHS,
    blocks,
    frozenBlocks: 2,
    frozenColumns: 1,
  });
}

function openingSentences(analysis: Analysis): readonly string[] {
  const { forecast } = analysis;
  if (!forecast) return ["No forecast was asked for."];
  if (!isKnown(forecast.periods)) return outlookSentences(analysis);
  return [...outlookSentences(analysis), recordSentence(forecast), choiceSentence(forecast)];
}

function chartsBlock(drawn: readonly Forecast[], analysis: Analysis): readonly Block[] {
  const charts = drawn.flatMap((forecast, index): readonly ChartPlan[] => {
    const place = CHART_PLACES[index];
    return place ? [{ ...fanChart(forecast, analysis), ...place }] : [];
  });
  return charts.length === 0 ? [] : [GAP, { kind: "charts", rowCount: CHART_ROWS, charts }];
}

function fanChart(forecast: Forecast, analysis: Analysis): Omit<ChartPlan, "column" | "columnCount"> {
  const { by, level, periods } = forecast;
  const hasTarget = isKnown(periods) && periods.some(({ target }) => target !== null);
  return {
    kind: "fan",
    ...fanWords(forecast, analysis.wonBefore[by], analysis.currency),
    table: behindTableName(by),
    categories: BEHIND.period,
    series: [
      { name: "Range from", column: BEHIND.from, role: "range-start" },
      { name: `${shareText(level, 0)} range`, column: BEHIND.height, role: "range" },
      { name: "Forecast", column: BEHIND.forecast, role: "forecast" },
      { name: "Won", column: BEHIND.won, role: "actual" },
      ...(hasTarget ? [{ name: "Target", column: BEHIND.target, role: "target" } as const] : []),
    ],
  };
}

/** The table of periods; where another method has something to say, its table below. */
function periodBlocks({ by, periods, beside }: Forecast): readonly Block[] {
  if (!isKnown(periods)) return [];
  const table = forecastTable(by, periods);
  const title = by === "month" ? "By month" : "By quarter";
  if (!beside) return [GAP, line(title, "section"), table];
  const other = forecastTable(by, beside.periods);
  const { phrase } = methodWords(beside.method);
  return [
    GAP,
    line(title, "section"),
    table,
    GAP,
    line(`${title}, as ${phrase} sees it`, "section"),
    { ...other, name: `${other.name}, beside` },
  ];
}

function scenarioBlocks(forecast: Forecast, analysis: Analysis): readonly Block[] {
  if (forecast.scenarios.length === 0 || modelPeriods(forecast).length === 0) return [];
  return [
    GAP,
    line("What if", "section"),
    ...scenarioSentences(analysis, forecast).map((sentence) => line(sentence, "headline")),
    scenarioTable(forecast),
  ];
}

/** Both forecasts have much the same remarks: each is said once. */
function remarksOf(shown: readonly Forecast[], { currency }: Analysis): readonly string[] {
  const all = shown.flatMap((forecast) => forecastRemarks(forecast, currency));
  return all.filter((remark, index) => all.indexOf(remark) === index);
}
