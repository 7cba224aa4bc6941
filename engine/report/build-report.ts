import type { Analysis } from "../analysis.ts";
import { currencyPrefix } from "./numbers.ts";
import type { Report } from "./report.ts";
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

/** The sheets in their order; a new one joins here. */
const SHEETS: readonly ((analysis: Analysis, meta: ReportMeta) => Report["sheets"][number])[] = [
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

/** Everything a host draws, laid out, worded and linked; numbers are raw, in their units. */
export function buildReport(analysis: Analysis, meta: ReportMeta): Report {
  const { asOfDay, currency } = analysis;
  const sheets = SHEETS.map((sheet) => sheet(analysis, meta));
  const amountPrefix = currencyPrefix(currency);
  return { title: "Pipeline report", asOfDay, currency, amountPrefix, sourceName: meta.sourceName, sheets };
}
