import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { DueCustomer } from "../../measures/after-win.ts";
import type { OpenDeal } from "../../measures/attention.ts";
import type { LeakRow } from "../../measures/leakage.ts";
import { amountCell, countCell, dayCell, daysCell, textCell } from "../cells.ts";
import { blankOr, rowCell } from "../deal-cells.ts";
import { termLink } from "../glossary/glossary.ts";
import { type Block, composeSheet, GAP, headerColumns, line, type TableBlock } from "../layout.ts";
import { amountText, countedText, countText } from "../numbers.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { dealName, valueName } from "../wording/deal-names.ts";
import { flagTitle, whyFlagged } from "../wording/flags.ts";
import { reasonText } from "../wording/reasons.ts";
import { notesBlock } from "./notes.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [32, 13, 17, 9, 13, 11, 11, 13, 25, 60, 8];

/** More open deals than this nobody works through; the JSON output holds them all. */
const MOST_ROWS = 5_000;
const MOST_CUSTOMERS = 50;

/** Which deals need somebody today and why, what nobody has touched, and which customers are due for a call. */
export function dealsSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const head: readonly Block[] = [
    ...titleBlock("Deals to work today", analysis, meta),
    GAP,
    ...openLines(analysis).map((text) => line(text, "headline")),
    GAP,
    dealTable(analysis),
  ];
  return composeSheet({
    name: "Pipecast Deals",
    widths: WIDTHS,
    blocks: [
      ...head,
      ...leakBlocks(analysis),
      ...customerBlocks(analysis),
      ...notesBlock([
        "Order: flagged deals first, the most listed money first. An amount is as listed in your sheet.",
        "A deal is flagged only for what your sheet keeps: without a next-step or activity column nothing is said about them; pushes need snapshots.",
      ]),
    ],
    frozenBlocks: head.length,
    frozenColumns: 1,
  });
}

function openLines({ advice, currency }: Analysis): readonly string[] {
  const { openDeals } = advice;
  const flagged = openDeals.filter(({ flags }) => flags.length > 0);
  if (openDeals.length === 0) return ["No deal is open."];
  if (flagged.length === 0) return [`None of your ${countedText(openDeals.length, "open deal")} is flagged.`];
  const amount = flagged.reduce((sum, { deal }) => sum + (deal.amount ?? 0), 0);
  const which = `${countText(flagged.length)} of ${countedText(openDeals.length, "open deal")}`;
  return [
    `${which} ${flagged.length === 1 ? "needs" : "need"} somebody: ${amountText(amount, currency)} listed.`,
    ...flagCounts(flagged),
  ];
}

function flagCounts(flagged: readonly OpenDeal[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { flags } of flagged) {
    for (const { code } of flags) counts.set(flagTitle(code), (counts.get(flagTitle(code)) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return [sorted.map(([title, count]) => `${title} ${countText(count)}`).join(" · ")];
}

function dealTable({ advice, pipeline }: Analysis): TableBlock {
  const headers = ["Deal", "Owner", "Stage", "Priority", "Amount", "Age (days)", "In stage (days)"];
  return {
    kind: "table",
    name: "Open deals",
    columns: headerColumns([...headers, "Expected close", "Flags", "Why", "Row"], {
      Priority: termLink("priority"),
      Flags: termLink("stalled"),
    }),
    rows: advice.openDeals.slice(0, MOST_ROWS).map((open, index) => ({
      cells: dealCells(open, index + 1, stageName(pipeline.stages, open.deal.stage)),
    })),
    filters: true,
  };
}

function stageName(stages: Analysis["pipeline"]["stages"], index: number | null): string {
  return index === null ? "" : (stages[index]?.name ?? "");
}

function dealCells({ deal, ageDays, daysInStage, flags }: OpenDeal, priority: number, stage: string) {
  return [
    textCell(dealName(deal), "label"),
    textCell(deal.owner),
    textCell(stage),
    countCell(priority),
    blankOr(deal.amount, amountCell),
    blankOr(ageDays, daysCell),
    blankOr(daysInStage, daysCell),
    blankOr(deal.expectedCloseDay, dayCell),
    textCell(flags.map(({ code }) => flagTitle(code)).join(", "), flags.length > 0 ? "attention" : "body"),
    textCell(flags.map(whyFlagged).join(" ")),
    rowCell(deal),
  ];
}

function leakBlocks({ advice, pipeline, currency }: Analysis): readonly Block[] {
  const { leakage } = advice;
  const title = line("What nobody has touched", "section");
  if (!isKnown(leakage)) {
    return leakage.missing === "no-deals"
      ? []
      : [GAP, title, line(`Not known: ${reasonText(leakage)}.`, "note")];
  }
  if (leakage.deals === 0) return [];
  const sentence =
    `${countedText(leakage.deals, "open deal")} of ${amountText(leakage.amount, currency)} listed: nothing has happened for more than ` +
    `${countedText(leakage.quietAfterDays, "day")}, and no step is planned.`;
  const rows = leakage.rows.map((row) => ({ cells: leakCells(row, stageName(pipeline.stages, row.stage)) }));
  const headers = ["Owner", "Deals", "Stage", "No amount", "Amount", "Longest quiet (days)"];
  const table: TableBlock = {
    kind: "table",
    name: "Untouched deals",
    columns: headerColumns(headers, { Deals: termLink("untouched") }),
    rows,
  };
  return [GAP, title, line(sentence, "headline"), table];
}

function leakCells(row: LeakRow, stage: string): readonly ReportCell[] {
  return [
    textCell(valueName(row.owner), "label"),
    countCell(row.deals),
    textCell(stage),
    countCell(row.unpriced),
    amountCell(row.amount),
    daysCell(row.longestQuietDays),
  ];
}

function customerBlocks({ advice }: Analysis): readonly Block[] {
  const { due } = advice.afterWin;
  if (due.length === 0) return [];
  const shown = due.slice(0, MOST_CUSTOMERS);
  const more = due.length - shown.length;
  const sentence =
    `${countedText(due.length, "customer is", "customers are")} due for a call: a planned step has come, or nothing has happened for three months.` +
    (more > 0 ? ` The ${countText(shown.length)} largest are listed.` : "");
  const headers = [
    "Customer",
    "Owner",
    "Last product",
    "Row",
    "Last amount",
    "Won on",
    "Quiet (days)",
    "Step planned",
  ];
  const rows = shown.map((customer) => ({ cells: customerCells(customer) }));
  const table: TableBlock = {
    kind: "table",
    name: "Customers to call",
    columns: headerColumns(headers),
    rows,
  };
  return [GAP, line("Customers to call", "section"), line(sentence, "headline"), table];
}

function customerCells({ deal, plannedDay, quietDays }: DueCustomer): readonly ReportCell[] {
  return [
    textCell(deal.account === "" ? dealName(deal) : valueName(deal.account), "label"),
    textCell(deal.owner),
    textCell(deal.product),
    rowCell(deal),
    blankOr(deal.amount, amountCell),
    blankOr(deal.closedDay, dayCell),
    blankOr(quietDays, daysCell),
    blankOr(plannedDay, dayCell),
  ];
}
