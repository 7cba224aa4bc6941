import type { Analysis } from "../../analysis.ts";
import { type LineBlock, line } from "../layout.ts";
import { countedText, countText, dayText } from "../numbers.ts";
import { excerptOf } from "../wording/excerpt.ts";

/** What every sheet needs besides the analysis. */
export interface ReportMeta {
  /** The user's own file, as its name stands. */
  readonly sourceName: string;
  readonly version: string;
}

/** A sheet's head: what it is, and from which day, file and deals. */
export function titleBlock(title: string, analysis: Analysis, meta: ReportMeta): readonly LineBlock[] {
  return [line(title, "title"), line(sourceLine(analysis, meta), "subtitle")];
}

function sourceLine({ asOfDay, counts, recognition }: Analysis, { sourceName, version }: ReportMeta): string {
  const { dealsSheet, moreDealsSheets, historySheet } = recognition;
  const sheets = [dealsSheet, ...(moreDealsSheets ?? []), historySheet].filter((name) => name !== null);
  const parts = [
    `As of ${dayText(asOfDay)}`,
    [sourceName, ...sheets].map(excerptOf).join(", "),
    `${countedText(counts.total, "deal")}: ${countText(counts.won)} won, ${countText(counts.lost)} lost, ` +
      `${countText(counts.open)} open, ${countText(counts.excluded)} left out`,
    `Pipecast ${version}`,
  ];
  return parts.join(" · ");
}
