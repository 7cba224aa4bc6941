import type { Analysis } from "../analysis.ts";
import { once } from "../basics/once.ts";
import { currencyPrefix } from "./numbers.ts";
import type { Report, ReportSheet } from "./report.ts";
import { accuracySheet } from "./sheets/accuracy.ts";
import { actionsSheet } from "./sheets/actions.ts";
import { dealsSheet } from "./sheets/deals.ts";
import { followUpSheet } from "./sheets/follow-up.ts";
import { forecastSheet } from "./sheets/forecast.ts";
import { glossarySheet } from "./sheets/glossary-sheet.ts";
import { overviewSheet } from "./sheets/overview.ts";
import { problemsSheet } from "./sheets/problems.ts";
import { reviewSheet } from "./sheets/review.ts";
import { segmentsSheet } from "./sheets/segments.ts";
import { stagesSheet } from "./sheets/stages.ts";
import type { ReportMeta } from "./sheets/title-block.ts";

type SheetMaker = (analysis: Analysis, meta: ReportMeta) => ReportSheet;

/** What a sheet rests on: figures that are at hand, the model of the forecast, or the record of past forecasts. */
const GROUNDS = ["figures", "model", "record"] as const;

/** The sheets in their order; a new one joins here. */
const SHEETS: readonly (readonly [SheetMaker, (typeof GROUNDS)[number]])[] = [
  [overviewSheet, "record"],
  [stagesSheet, "model"],
  [forecastSheet, "record"],
  [dealsSheet, "model"],
  [reviewSheet, "record"],
  [followUpSheet, "figures"],
  [segmentsSheet, "figures"],
  [accuracySheet, "record"],
  [problemsSheet, "figures"],
  [actionsSheet, "model"],
  [glossarySheet, "figures"],
];

/**
 * Everything a host draws, laid out, worded and linked; numbers are raw, in their units. What takes longest is shown by
 * sheets that are made last: a host that works it out aside has it by then.
 */
export function buildReport(analysis: Analysis, meta: ReportMeta): Report {
  const { asOfDay, currency } = analysis;
  const made = SHEETS.map(([make, ground]) => ({ ground, sheet: once(() => make(analysis, meta)) }));
  for (const ground of GROUNDS) for (const one of made) if (one.ground === ground) one.sheet();
  const sheets = made.map(({ sheet }) => sheet());
  const amountPrefix = currencyPrefix(currency);
  return { title: "Pipeline report", asOfDay, currency, amountPrefix, sourceName: meta.sourceName, sheets };
}
