import type { Problem, ProblemCode } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { cellAt } from "../grid/grid.ts";
import { textOf } from "./cells.ts";
import { type DecidedOutcome, decideOutcome } from "./deal-outcome.ts";
import { foldWords } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { known } from "./known.ts";
import type { StageFinder } from "./name-all-stages.ts";
import { plainOutcome, type StatusWord, slippedStatus, statusOf } from "./outcome-words.ts";
import type { StageName } from "./records.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { TableCells } from "./table-cells.ts";
import { yesNoOf } from "./yes-no.ts";

/** The share of blank cells from which a `Won?` column leaves undecided deals blank. */
const LEAST_BLANK = 0.05;

/** What the outcomes of a table are read with. */
export interface OutcomeReading {
  readonly cells: TableCells;
  readonly rows: { readonly kept: readonly number[] };
  readonly stageOf: StageFinder;
  /** Whether the stage column tells the current stage, and a blank one is a fault. */
  readonly needsStage: boolean;
  readonly statusHeader: string;
}

/** Decides the outcome of a row, and reports what contradicts it or is missing. */
export function outcomeReader(
  reading: OutcomeReading,
  problems: Problem[],
): (index: number, stage: StageName | null) => DecidedOutcome["outcome"] {
  const { cells, needsStage, stageOf } = reading;
  const [statuses, stageTexts, reasons] = [
    cells.texts("outcome"),
    cells.texts("stage"),
    cells.texts("lost-reason"),
  ];
  const [won, lost, closed] = (["won-on", "lost-on", "closed"] as const).map(
    (field) => cells.days(field).days,
  );
  const [isClosed, isLost, isArchived] = [
    ticks(cells, "is-closed"),
    ticks(cells, "is-lost"),
    archived(cells),
  ];
  const readWord = rememberTexts(plainOutcome);
  const readStatus = statusReader(reading, problems);
  const hasWords = stageTexts.some((text) => isClosedKind(stageOf(text)));
  const onlyProbability =
    !hasWords && !["outcome", "won-on", "lost-on"].some((field) => cells.columnOf(field as HeaderField) >= 0);
  return (i, stage) => {
    const read = readStatus(statuses[i] ?? "");
    const status = isLost(i) === true && read !== "won" ? "lost" : read;
    const told = status === "won" || status === "lost" ? stageOf(stageTexts[i] ?? "", status) : stage;
    const decided = decideOutcome({
      status,
      stageKind: told?.kind ?? (readWord(stageTexts[i] ?? "") === "open" ? "open" : null),
      wonDay: known(won?.[i]),
      lostDay: known(lost?.[i]),
      hasClosingDay: known(closed?.[i]) !== null,
      probability: known(cells.shares[i]),
      hasLostReason: (reasons[i] ?? "") !== "",
      isClosed: isClosed(i),
      isArchived: isArchived(i),
      onlyProbability,
    });
    reportDecision(cells, i, decided, problems);
    const isOpen = decided.outcome === null || decided.outcome === "open";
    if (needsStage && isOpen && stage === null && (stageTexts[i] ?? "") === "") {
      problems.push(rowProblem(cells, i, "stage", "stage-missing", "value"));
    }
    return decided.outcome;
  };
}

function isClosedKind(stage: StageName | null): boolean {
  return stage?.kind === "won" || stage?.kind === "lost" || stage?.kind === "after";
}

/** What a column of tick boxes says of each row. */
function ticks(cells: TableCells, field: HeaderField): (index: number) => boolean | null {
  if (cells.columnOf(field) < 0) return () => null;
  const texts = cells.texts(field);
  const read = rememberTexts(yesNoOf);
  return (i) => read(texts[i] ?? "");
}

function archived(cells: TableCells): (index: number) => boolean {
  const [isActive, isArchived] = [ticks(cells, "is-active"), ticks(cells, "is-archived")];
  return (i) => isActive(i) === false || isArchived(i) === true;
}

/** Reads the words of the status column. Those that say nothing, or are one letter off, are told once each. */
function statusReader(
  { cells, rows, statusHeader }: OutcomeReading,
  problems: Problem[],
): (text: string) => StatusWord | null {
  const asksWon = /\bwon\b/.test(foldWords(statusHeader)) || plainOutcome(statusHeader) === "won";
  const counts = new Map<string, { readonly first: number; count: number }>();
  const statuses = cells.texts("outcome");
  for (const i of rows.kept) {
    const use = counts.get(statuses[i] ?? "");
    if (use) use.count++;
    else counts.set(statuses[i] ?? "", { first: i, count: 1 });
  }
  const blankCount = counts.get("")?.count ?? 0;
  const no = blankCount >= Math.max(2, LEAST_BLANK * rows.kept.length) ? "lost" : "not-won";
  const read = new Map<string, StatusWord | null>([["", null]]);
  for (const [text, { first, count }] of counts) {
    if (text === "") continue;
    const told = asksWon ? wonOrNot(text, no) : statusOf(text);
    const slip = told === null && yesNoOf(text) === null ? slippedStatus(text) : null;
    read.set(text, told ?? slip);
    if (told !== null) continue;
    const problem = rowProblem(
      cells,
      first,
      "outcome",
      slip === null ? "status-unknown" : "status-slip",
      "nothing",
    );
    const details = slip === null ? { count } : { status: slip, count };
    problems.push({ ...problem, severity: slip === null ? "warning" : "note", details });
  }
  return (text) => read.get(text) ?? null;
}

/** Under a header such as `Won?` a yes is a win; a no is none so far, or a loss where undecided deals are left blank. */
function wonOrNot(text: string, no: "lost" | "not-won"): StatusWord | null {
  const isYes = yesNoOf(text);
  return isYes === null ? statusOf(text) : isYes ? "won" : no;
}

const FIELD_OF_SOURCE: Readonly<Record<string, HeaderField>> = {
  status: "outcome",
  stage: "stage",
  probability: "probability",
};

function reportDecision(
  cells: TableCells,
  index: number,
  { outcome, by, conflict }: DecidedOutcome,
  problems: Problem[],
): void {
  if (conflict) {
    const field = FIELD_OF_SOURCE[conflict.by] ?? (conflict.outcome === "won" ? "won-on" : "lost-on");
    const details = { outcome: outcome ?? "", by, other: conflict.outcome, otherBy: conflict.by };
    problems.push({ ...rowProblem(cells, index, field, "outcome-conflict", "nothing"), details });
  }
  if (outcome === "unclear") {
    const field = cells.columnOf("outcome") < 0 ? "is-closed" : "outcome";
    problems.push(rowProblem(cells, index, field, "outcome-unclear", "deal"));
  }
  if (outcome === "archived")
    problems.push(rowProblem(cells, index, archiveField(cells, index), "deal-archived", "deal"));
}

/** The column that says a deal was put away. */
function archiveField(cells: TableCells, index: number): HeaderField {
  if (ticks(cells, "is-archived")(index) === true) return "is-archived";
  return ticks(cells, "is-active")(index) === false ? "is-active" : "outcome";
}

function rowProblem(
  cells: TableCells,
  index: number,
  field: HeaderField,
  code: ProblemCode,
  excludes: Problem["excludes"],
): Problem {
  const [row, column] = [cells.rows[index] ?? 0, Math.max(0, cells.columnOf(field))];
  const where = { sheet: cells.sheet, cell: addressOf(row, column) };
  return { code, severity: "warning", where, value: textOf(cellAt(cells.grid, row, column)), excludes };
}
