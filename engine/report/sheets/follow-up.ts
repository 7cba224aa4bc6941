import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { DueCustomer } from "../../measures/after-win.ts";
import type { LeakRow } from "../../measures/leakage.ts";
import { amountCell, countCell, dayCell, daysCell, textCell } from "../cells.ts";
import { blankOr, rowCell, stageCell } from "../deal-cells.ts";
import { termLink } from "../glossary/glossary.ts";
import { type Block, composeSheet, GAP, headerColumns, line, type TableBlock } from "../layout.ts";
import { amountText, countedText, countText } from "../numbers.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { cellsText, firstCellLink, traceLine } from "../trace-line.ts";
import { afterWinSentences } from "../wording/after-win.ts";
import { dealName, valueName } from "../wording/deal-names.ts";
import { reasonText } from "../wording/reasons.ts";
import { notesBlock } from "./notes.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [32, 13, 17, 9, 13, 12, 12, 13];

/** More customers than this nobody calls before the next report; the JSON output holds them all. */
const MOST_CUSTOMERS = 100;

/** What nobody has touched, which customers are due for a call, and what came after the win. */
export function followUpSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const parts = [...leakBlocks(analysis), ...afterWinBlocks(analysis), ...customerBlocks(analysis)];
  const blocks: readonly Block[] = [
    ...titleBlock("To follow up", analysis, meta),
    ...(parts.length > 0
      ? parts
      : [GAP, line("Nothing to follow up: nobody has been left waiting.", "headline")]),
    ...notesBlock([
      "Customers are told apart by their names in the customer column; one with an open deal is not due.",
      "In Google Sheets, E-mail reminders in the menu Pipecast writes to the owners.",
      "On the command line, pipecast followups writes reminders, drafts to customers and a task for each deal.",
    ]),
  ];
  return composeSheet({
    name: "Pipecast Follow-up",
    widths: WIDTHS,
    blocks,
    frozenBlocks: 2,
    frozenColumns: 0,
  });
}

/** What customers brought after their first win, and how referred deals do. */
function afterWinBlocks(analysis: Analysis): readonly Block[] {
  const sentences = afterWinSentences(analysis);
  if (sentences.length === 0) return [];
  return [
    GAP,
    line("After the win", "section"),
    ...sentences.flatMap(({ text, deals }) => [line(text, "headline"), ...traceLine(deals)]),
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
  const keepsSteps = pipeline.deals.some(({ nextStepDay }) => nextStepDay !== null);
  const sentence =
    `${countedText(leakage.deals, "open deal")} of ${amountText(leakage.amount, currency)} listed: nothing has happened for more than ` +
    countedText(leakage.quietAfterDays, "day") +
    (keepsSteps ? ", and no step is planned." : ".");
  const rows = leakage.rows.map((row) => ({ cells: leakCells(row, stageCell(pipeline.stages, row.stage)) }));
  const headers = ["Owner", "Deals", "Stage", "No amount", "Amount", "Longest quiet (days)"];
  const rowsHeader: ReportCell = { ...textCell("Rows", "header"), span: 2 };
  const table: TableBlock = {
    kind: "table",
    name: "Untouched deals",
    columns: [...headerColumns(headers, { Deals: termLink("untouched") }), { header: rowsHeader }],
    rows,
  };
  return [GAP, title, line(sentence, "headline"), table];
}

function leakCells(row: LeakRow, stage: ReportCell): readonly ReportCell[] {
  return [
    textCell(valueName(row.owner), "label"),
    countCell(row.deals),
    stage,
    countCell(row.unpriced),
    amountCell(row.amount),
    daysCell(row.longestQuietDays),
    { ...textCell(cellsText(row.members), "body", firstCellLink(row.members)), span: 2 },
  ];
}

function customerBlocks(analysis: Analysis): readonly Block[] {
  const { due } = analysis.advice.afterWin;
  if (due.length === 0) return [];
  const shown = due.slice(0, MOST_CUSTOMERS);
  const more = due.length - shown.length;
  const sentence =
    "A planned step has come, or nothing has happened for three months." +
    (more > 0 ? ` The ${countText(shown.length)} largest of ${countText(due.length)} are listed.` : "");
  const headers = [
    due.every(({ deal }) => deal.account === "") ? "Deal" : "Customer",
    "Owner",
    "Last product",
    "Row",
    "Last amount",
    "Won on",
    "Quiet (days)",
    "Step planned",
  ];
  const rows = shown.map((customer) => ({ cells: customerCells(customer, analysis) }));
  const table: TableBlock = {
    kind: "table",
    name: "Customers to call",
    columns: headerColumns(headers),
    rows,
  };
  return [GAP, line("Customers to call", "section"), line(sentence, "headline"), table];
}

function customerCells(
  { deal, plannedDay, quietDays }: DueCustomer,
  analysis: Analysis,
): readonly ReportCell[] {
  return [
    textCell(deal.account === "" ? dealName(deal) : valueName(deal.account), "label"),
    textCell(deal.owner),
    textCell(deal.product),
    rowCell(deal, analysis),
    blankOr(deal.amount, amountCell),
    blankOr(deal.closedDay, dayCell),
    blankOr(quietDays, daysCell),
    blankOr(plannedDay, dayCell),
  ];
}
