import type { Analysis } from "../../analysis.ts";
import { columnLetters } from "../../basics/column-letters.ts";
import type { RecognisedColumn } from "../../intake/records.ts";
import { groupedMissingNotes, missingKeyFigures, missingStageFigures } from "../missing-figures.ts";
import { countedText, countText, dayText } from "../numbers.ts";
import { leftOutNotes } from "../sheets/notes.ts";
import type { TextBlock } from "../text-block.ts";
import { excerptOf } from "../wording/excerpt.ts";
import { fieldText } from "../wording/fields.ts";
import { sourceFacts, stageOrderSentence } from "../wording/recognition.ts";
import { hasRest, notReadBlocks } from "./not-read.ts";
import { problemBlocks } from "./problem-blocks.ts";

/** From this certainty on a column is shown without a question. */
const SURE_FROM = 0.95;
const SAMPLE_LENGTH = 24;
/** What a history is dated by, the first that it has. */
const CHANGE_DAYS = ["snapshot-on", "changed-on", "stage-entered", "created"] as const;

/**
 * What was understood of the workbook, for the person who has to trust it: sheets and columns with a few of their
 * values, the order of the stages, every kind of problem with its first cells, and what the figures do without.
 */
export function checkText(analysis: Analysis): readonly TextBlock[] {
  const { recognition, problems } = analysis;
  return [
    { kind: "heading", level: 1, text: "What Pipecast understood" },
    { kind: "facts", facts: sourceFacts(analysis) },
    { kind: "heading", level: 2, text: "Columns" },
    ...columnBlocks(recognition.columns.map((column) => asUsed(column, recognition))),
    ...notReadBlocks(recognition.notRead),
    { kind: "heading", level: 2, text: "Stages" },
    ...stageBlocks(analysis),
    { kind: "heading", level: 2, text: problemHeading(problems.length) },
    ...problemBlocks(problems, hasRest(recognition.notRead)),
    { kind: "heading", level: 2, text: "What this means for the figures" },
    { kind: "list", items: effects(analysis) },
  ];
}

/** A history without a column of its own for it dates its changes by what a deal list takes for another day. */
function asUsed(
  column: RecognisedColumn,
  { columns, historySheet }: Analysis["recognition"],
): RecognisedColumn {
  if (column.sheet !== historySheet) return column;
  const beside = new Set(columns.filter(({ sheet }) => sheet === historySheet).map(({ field }) => field));
  const dating = CHANGE_DAYS.find((field) => beside.has(field));
  return column.field === dating && dating !== "snapshot-on" ? { ...column, field: "changed-on" } : column;
}

/** One table a sheet, in the order of the columns. */
function columnBlocks(columns: readonly RecognisedColumn[]): readonly TextBlock[] {
  const sheets = new Map<string, RecognisedColumn[]>();
  for (const column of columns) sheets.set(column.sheet, [...(sheets.get(column.sheet) ?? []), column]);
  return [...sheets].flatMap(([sheet, mine]): readonly TextBlock[] => [
    { kind: "paragraph", text: `Sheet ${excerptOf(sheet)}`, tone: "quiet" },
    columnTable([...mine].sort((a, b) => a.column - b.column)),
  ]);
}

function columnTable(columns: readonly RecognisedColumn[]): TextBlock {
  return {
    kind: "table",
    columns: [
      { title: "Column", align: "left" },
      { title: "Header", align: "left", wraps: true },
      { title: "Read as", align: "left", wraps: true },
      { title: "For example", align: "left", wraps: true, tone: "quiet" },
    ],
    rows: columns.map(columnRow),
    rowTones: columns.map(({ certainty }) => (certainty < SURE_FROM ? "attention" : "plain")),
  };
}

function columnRow({
  column,
  header,
  field,
  stage,
  samples,
  certainty,
}: RecognisedColumn): readonly string[] {
  const doubt = certainty < SURE_FROM ? ` (${Math.round(certainty * 100)} % sure)` : "";
  return [
    columnLetters(column),
    excerptOf(header),
    fieldText(field, stage) + doubt,
    samples.slice(0, 2).map(sample).join(", "),
  ];
}

function sample(text: string): string {
  const characters = Array.from(excerptOf(text));
  return characters.length > SAMPLE_LENGTH
    ? `${characters.slice(0, SAMPLE_LENGTH - 1).join("")}…`
    : characters.join("");
}

function stageBlocks({ stageOrder }: Analysis): readonly TextBlock[] {
  const names = stageOrder.stages.map(({ name }) => excerptOf(name)).join(" → ");
  return [
    ...(names === "" ? [] : [{ kind: "paragraph", text: names } as const]),
    { kind: "paragraph", text: stageOrderSentence(stageOrder), tone: "quiet" },
  ];
}

function problemHeading(count: number): string {
  return count === 0 ? "No problems" : countedText(count, "problem");
}

function countedDeals({ total, excluded }: Analysis["counts"]): string {
  const [counted, deals] = [total - excluded, countedText(total, "deal")];
  if (total === 1) return counted === 1 ? "The only deal counts" : "The only deal does not count";
  return excluded === 0
    ? `All ${deals} count`
    : `${countText(counted)} of ${deals} count${counted === 1 ? "s" : ""}`;
}

function effects(analysis: Analysis): readonly string[] {
  const { counts, asOfDay } = analysis;
  return [
    `${countedDeals(counts)}, as of ${dayText(asOfDay)}.`,
    ...leftOutNotes(analysis),
    ...groupedMissingNotes([...missingKeyFigures(analysis), ...missingStageFigures(analysis)]),
  ];
}
