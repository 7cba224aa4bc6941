import type { Analysis } from "../../analysis.ts";
import type { Problem } from "../../basics/problem.ts";
import { textCell } from "../cells.ts";
import { type Block, composeSheet, GAP, line, type TableBlock } from "../layout.ts";
import { countedText, countText } from "../numbers.ts";
import { type ProblemGroup, problemGroups, SEVERITIES } from "../problem-groups.ts";
import type { CellStyle, ReportCell, ReportSheet } from "../report.ts";
import { excerptOf } from "../wording/excerpt.ts";
import { excludesText, problemSentence, problemTitle, severityText } from "../wording/problems.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const WIDTHS = [11, 30, 20, 9, 26, 70, 15];

/** More rows than this help nobody; the JSON output holds them all. */
const MOST_ROWS = 10_000;

const STYLES: Readonly<Record<Problem["severity"], CellStyle>> = {
  error: "problem",
  warning: "attention",
  note: "body",
};

/** Every fault found in the data: where, what, and what the figures do without because of it. */
export function problemsSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const { problems } = analysis;
  const blocks: readonly Block[] = [
    ...titleBlock("Problems in the data", analysis, meta),
    GAP,
    ...summaryLines(problems).map((text) => line(text, "headline")),
    GAP,
    problemTable(problems),
  ];
  return composeSheet({
    name: "Pipecast Problems",
    widths: WIDTHS,
    blocks,
    frozenBlocks: blocks.length,
    frozenColumns: 0,
  });
}

/** One line a severity: how many, and of which kinds. */
function summaryLines(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return ["No problem found: every row and value was used as it stands."];
  const groups = problemGroups(problems);
  const lines = SEVERITIES.flatMap((severity) => severityLine(severity, groups));
  const cut = problems.length - MOST_ROWS;
  return cut > 0
    ? [
        ...lines,
        `The first ${countText(MOST_ROWS)} are listed; on the command line, pipecast check --json lists all.`,
      ]
    : lines;
}

function severityLine(severity: Problem["severity"], groups: readonly ProblemGroup[]): readonly string[] {
  const mine = groups.filter((group) => group.severity === severity);
  if (mine.length === 0) return [];
  const total = mine.reduce((sum, { problems }) => sum + problems.length, 0);
  const kinds = mine.map(({ code, problems }) => `${problemTitle(code)} ${countText(problems.length)}`);
  return [`${countedText(total, severityText(severity).toLowerCase())}: ${kinds.join(" · ")}`];
}

function problemTable(problems: readonly Problem[]): TableBlock {
  const headers = [
    "Severity",
    "Problem",
    "Sheet",
    "Cell",
    "Value",
    "What is wrong and what to do",
    "Left out",
  ];
  const sorted = problemGroups(problems).flatMap((group) => group.problems);
  return {
    kind: "table",
    name: "Problems",
    columns: headers.map((text) => ({ header: textCell(text, "header") })),
    rows: sorted.slice(0, MOST_ROWS).map((problem) => ({ cells: problemCells(problem) })),
    filters: true,
  };
}

function problemCells(problem: Problem): readonly ReportCell[] {
  const { severity, code, where, value, excludes } = problem;
  const cell =
    where.cell === null ? textCell("") : textCell(where.cell, "body", { to: "source", place: where });
  return [
    textCell(severityText(severity), STYLES[severity]),
    textCell(problemTitle(code), "label"),
    textCell(where.sheet),
    cell,
    textCell(excerptOf(value)),
    textCell(problemSentence(problem)),
    textCell(excludesText(excludes)),
  ];
}
