import type { Analysis } from "../../analysis.ts";
import type { OpenDeal } from "../../measures/attention.ts";
import { amountCell, countCell, dayCell, daysCell, textCell } from "../cells.ts";
import { blankOr, rowCell, stageCell } from "../deal-cells.ts";
import { termLink } from "../glossary/glossary.ts";
import { type Block, composeSheet, GAP, headerColumns, line, type TableBlock } from "../layout.ts";
import { amountText, countedText, countText } from "../numbers.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { dealName } from "../wording/deal-names.ts";
import { flagTitle, whyFlagged } from "../wording/flags.ts";
import { ACTIONS_LINK } from "./actions.ts";
import { ageBlocks } from "./age-chart.ts";
import { notesBlock } from "./notes.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [32, 13, 17, 9, 13, 11, 11, 13, 25, 60, 8];

/** More open deals than this nobody works through; the JSON output holds them all. */
const MOST_ROWS = 5_000;

/** Which deals need somebody today, and why. */
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
      ...ageBlocks(analysis),
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
      Why: ACTIONS_LINK,
    }),
    rows: advice.openDeals.slice(0, MOST_ROWS).map((open, index) => ({
      cells: dealCells(open, index + 1, stageCell(pipeline.stages, open.deal.stage)),
    })),
    filters: true,
  };
}

function dealCells({ deal, ageDays, daysInStage, flags }: OpenDeal, priority: number, stage: ReportCell) {
  return [
    textCell(dealName(deal), "label"),
    textCell(deal.owner),
    stage,
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
