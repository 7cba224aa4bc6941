import type { Analysis } from "../../analysis.ts";
import { type Figure, isKnown } from "../../basics/figure.ts";
import type { CloseMove, NewRisk, StageMove, WaterfallStep } from "../../measures/review.ts";
import type { Deal } from "../../pipeline/pipeline.ts";
import { amountCell, chanceCell, countCell, dayCell, daysCell, textCell } from "../cells.ts";
import { blankOr, rowCell, stageCell } from "../deal-cells.ts";
import { termLink } from "../glossary/glossary.ts";
import { type Block, composeSheet, GAP, headerColumns, line, type TableBlock } from "../layout.ts";
import { countedText, dayText } from "../numbers.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { dealList, dealName } from "../wording/deal-names.ts";
import { whyFlagged } from "../wording/flags.ts";
import { agenda, reviewNotes, stepMeaning, stepTitle } from "../wording/review.ts";
import { targetName, targetText } from "../wording/targets.ts";
import { notesBlock } from "./notes.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [34, 12, 13, 16, 16, 66, 8];

/** More rows than this nobody reads in ten minutes. */
const MOST_ROWS = 200;

/** What happened to the open pipeline since the last meeting, and the agenda for this one. */
export function reviewSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const { sinceDay, untilDay } = analysis.advice.review;
  const blocks: readonly Block[] = [
    ...titleBlock("Pipeline review", analysis, meta),
    GAP,
    line(`From the end of ${dayText(sinceDay)} to the end of ${dayText(untilDay)}`, "headline"),
    GAP,
    line("The ten-minute agenda", "section"),
    agendaTable(analysis),
    GAP,
    line("From opening to closing", "section"),
    waterfallTable("Waterfall", analysis.advice.review.waterfall, analysis.currency),
    ...dueBlocks(analysis),
    ...targetBlocks(analysis),
    ...moveBlocks(analysis),
    ...slippedBlocks(analysis),
    ...riskBlocks(analysis),
    ...notesBlock(reviewNotes(analysis)),
  ];
  return composeSheet({ name: "Pipecast Review", widths: WIDTHS, blocks, frozenBlocks: 2, frozenColumns: 0 });
}

function agendaTable(analysis: Analysis): TableBlock {
  const rows = agenda(analysis).map(({ minutes, topic, text }) => ({
    cells: [textCell(topic, "label"), countCell(minutes), { ...textCell(text), span: 5 }],
  }));
  const what: ReportCell = { ...textCell("What", "header"), span: 5 };
  return {
    kind: "table",
    name: "Agenda",
    columns: [...headerColumns(["Topic", "Minutes"]), { header: what }],
    rows,
  };
}

function waterfallTable(name: string, steps: readonly WaterfallStep[], currency: string | null): TableBlock {
  const rows = steps
    .filter(({ step, deals }) => deals > 0 || step === "opening" || step === "closing")
    .map((step) => ({ cells: stepCells(step, currency) }));
  const deals: ReportCell = { ...textCell("Deals with the most money", "header"), span: 4 };
  return {
    kind: "table",
    name,
    columns: [
      ...headerColumns(["Step", "Deals", "Amount"], { Step: termLink("waterfall") }),
      { header: deals },
    ],
    rows,
  };
}

function stepCells(
  { step, deals, amount, movements }: WaterfallStep,
  currency: string | null,
): readonly ReportCell[] {
  const isEnd = step === "opening" || step === "closing";
  const names = isEnd
    ? ""
    : ` ${dealList(
        movements.map(({ deal }) => deal),
        currency,
      )}.`;
  return [
    textCell(stepTitle(step), "label"),
    countCell(deals),
    amountCell(amount),
    { ...textCell(`${stepMeaning(step)}${names}`), span: 4 },
  ];
}

function dueBlocks({ advice, currency }: Analysis): readonly Block[] {
  const { due } = advice.review;
  if (!isKnown(due)) return [];
  const title = `Deals due by the end of ${due.period.label}`;
  return [GAP, line(title, "section"), waterfallTable("Waterfall of the quarter", due.steps, currency)];
}

function targetBlocks(analysis: Analysis): readonly Block[] {
  const { targets, targetChances } = analysis;
  const rows = targets.map((progress) => ({
    cells: [
      textCell(targetName(progress), "label"),
      targetChanceCell(targetChances.get(progress)),
      amountCell(progress.target.amount),
      amountCell(progress.wonAmount),
      amountCell(progress.gapAmount),
      { ...textCell(targetText(progress, analysis)), span: 2 },
    ],
  }));
  return section("Targets", ["Period", "Chance", "Target", "Won so far", "Gap", "What it still takes"], rows);
}

function targetChanceCell(chance: Figure<number> | undefined): ReportCell {
  return chance !== undefined && isKnown(chance) ? chanceCell(chance) : textCell("");
}

function moveBlocks(analysis: Analysis): readonly Block[] {
  const { stageMoves, closeMoves } = analysis.advice.review;
  const stageRows = stageMoves.map((move) => ({ cells: stageMoveCells(move, analysis) }));
  const closeRows = isKnown(closeMoves)
    ? closeMoves.map((move) => ({ cells: closeMoveCells(move, analysis) }))
    : [];
  return [
    ...section(
      "Moved to another stage",
      ["Deal", "Owner", "Amount", "From", "To", "Which way", "Row"],
      stageRows,
    ),
    ...section(
      "Moved to another date",
      ["Deal", "Owner", "Amount", "From", "To", "By how much", "Row"],
      closeRows,
    ),
  ];
}

/** A section with its table; nothing where it has no rows. */
function section(title: string, headers: readonly string[], rows: TableBlock["rows"]): readonly Block[] {
  if (rows.length === 0) return [];
  const more = rows.length - MOST_ROWS;
  return [
    GAP,
    line(title, "section"),
    { kind: "table", name: title, columns: headerColumns(headers), rows: rows.slice(0, MOST_ROWS) },
    ...(more > 0 ? [line(`${countedText(more, "more deal")} in the JSON output.`, "note")] : []),
  ];
}

function dealCells(deal: Deal): readonly ReportCell[] {
  return [textCell(dealName(deal), "label"), textCell(deal.owner), blankOr(deal.amount, amountCell)];
}

function stageMoveCells({ deal, fromStage, toStage }: StageMove, analysis: Analysis) {
  const { stages } = analysis.pipeline;
  const name = (index: number): ReportCell => textCell(stages[index]?.name ?? "");
  return [
    ...dealCells(deal),
    name(fromStage),
    name(toStage),
    textCell(toStage > fromStage ? "Forward" : "Back"),
    rowCell(deal, analysis),
  ];
}

function closeMoveCells(
  { deal, fromDay, toDay, laterDays }: CloseMove,
  analysis: Analysis,
): readonly ReportCell[] {
  const by = `${countedText(Math.abs(laterDays), "day")} ${laterDays > 0 ? "later" : "earlier"}`;
  return [...dealCells(deal), dayCell(fromDay), dayCell(toDay), textCell(by), rowCell(deal, analysis)];
}

function slippedBlocks(analysis: Analysis): readonly Block[] {
  const { slipped, untilDay } = analysis.advice.review;
  const rows = slipped.map((deal) => {
    const due = deal.expectedCloseDay ?? untilDay;
    return {
      cells: [
        ...dealCells(deal),
        dayCell(due),
        daysCell(untilDay - due),
        textCell(""),
        rowCell(deal, analysis),
      ],
    };
  });
  return section(
    "Slipped: still open past the expected close",
    ["Deal", "Owner", "Amount", "Was due", "Days late", "", "Row"],
    rows,
  );
}

function riskBlocks(analysis: Analysis): readonly Block[] {
  const rows = analysis.advice.review.newRisks.map((risk) => ({ cells: riskCells(risk, analysis) }));
  return section(
    "New on the risk list",
    ["Deal", "Owner", "Amount", "Stage", "In stage (days)", "Why", "Row"],
    rows,
  );
}

function riskCells({ deal, daysInStage, flags }: NewRisk, analysis: Analysis) {
  const stage = stageCell(analysis.pipeline.stages, deal.stage);
  const why = flags.map(whyFlagged).join(" ");
  return [...dealCells(deal), stage, blankOr(daysInStage, daysCell), textCell(why), rowCell(deal, analysis)];
}
