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

/** The sheets in their order; a new one joins here. */
const SHEETS: readonly SheetMaker[] = [
  overviewSheet,
  stagesSheet,
  forecastSheet,
  dealsSheet,
  reviewSheet,
  followUpSheet,
  segmentsSheet,
  accuracySheet,
  problemsSheet,
  actionsSheet,
  glossarySheet,
];

/** They show the record of past forecasts; a host that makes it aside has it by the time the others are done. */
const MADE_LAST: ReadonlySet<SheetMaker> = new Set([overviewSheet, forecastSheet, accuracySheet]);

/** Everything a host draws, laid out, worded and linked; numbers are raw, in their units. */
export function buildReport(analysis: Analysis, meta: ReportMeta): Report {
  const { asOfDay, currency } = analysis;
  const made = SHEETS.map((make) => ({
    isLast: MADE_LAST.has(make),
    sheet: once(() => make(analysis, meta)),
  }));
  for (const { isLast, sheet } of made) if (!isLast) sheet();
  const sheets = made.map(({ sheet }) => sheet());
  const amountPrefix = currencyPrefix(currency);
  return { title: "Pipeline report", asOfDay, currency, amountPrefix, sourceName: meta.sourceName, sheets };
}
