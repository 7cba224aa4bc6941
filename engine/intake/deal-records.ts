import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { cellAt } from "../grid/grid.ts";
import { textOf } from "./cells.ts";
import type { DealRows } from "./deal-identity.ts";
import { type DecidedOutcome, decideOutcome } from "./deal-outcome.ts";
import { foldWords } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { StageFinder } from "./name-all-stages.ts";
import { type OutcomeWord, plainOutcome, statusOf } from "./outcome-words.ts";
import type { DealRecord, StageName } from "./records.ts";
import type { TableCells } from "./table-cells.ts";

/** The deals of a table, and how many of its rows cannot be one. */
export interface ReadDeals {
  readonly deals: readonly DealRecord[];
  readonly excludedCount: number;
}

/** What a table's rows are read with. */
export interface DealReading {
  readonly cells: TableCells;
  readonly rows: DealRows;
  /** In the report's currency. */
  readonly amounts: Float64Array;
  readonly stageOf: StageFinder;
  /** Whether the stage column tells the current stage, and a blank one is a fault. */
  readonly needsStage: boolean;
  readonly statusHeader: string;
}

const TEXT_FIELDS = [
  "name",
  "account",
  "email",
  "owner",
  "source",
  "product",
  "region",
  "lost-reason",
  "next-step",
] as const;
const DAY_FIELDS = [
  "stage-entered",
  "created",
  "closed",
  "close-date",
  "won-on",
  "lost-on",
  "expected-close",
  "last-activity",
  "next-step-on",
] as const;

/** Makes one record a kept row. A closed deal of which nothing says how it ended is excluded, with a problem. */
export function dealRecords(reading: DealReading, problems: Problem[]): ReadDeals {
  const { cells, rows, amounts, stageOf } = reading;
  const texts = readerOf(TEXT_FIELDS, (field) => cells.texts(field));
  const days = readerOf(DAY_FIELDS, (field) => cells.days(field).days);
  const stageTexts = cells.texts("stage");
  const outcomeAt = outcomeReader(reading, problems);
  const deals: DealRecord[] = [];
  let excludedCount = 0;
  rows.kept.forEach((i, place) => {
    const stage = stageOf(stageTexts[i] ?? "");
    const outcome = outcomeAt(i, stage);
    if (outcome === "unclear") {
      excludedCount++;
      return;
    }
    const isClosed = outcome === "won" || outcome === "lost";
    const day = (field: (typeof DAY_FIELDS)[number]): number | null => known(days[field][i]);
    const closeDay = isClosed ? (day(outcome === "won" ? "won-on" : "lost-on") ?? day("close-date")) : null;
    deals.push({
      sheet: cells.sheet,
      row: cells.rows[i] ?? 0,
      id: rows.ids[place] ?? "",
      name: texts.name[i] ?? "",
      account: texts.account[i] ?? "",
      email: texts.email[i] ?? "",
      owner: texts.owner[i] ?? "",
      source: texts.source[i] ?? "",
      product: texts.product[i] ?? "",
      region: texts.region[i] ?? "",
      lostReason: texts["lost-reason"][i] ?? "",
      nextStep: texts["next-step"][i] ?? "",
      amount: known(amounts[i]),
      stage: stage && (stage.kind === "open" || stage.kind === "after") ? stage.name : null,
      outcome,
      stageEnteredDay: day("stage-entered"),
      createdDay: day("created"),
      closedDay: day("closed") ?? closeDay,
      expectedCloseDay: day("expected-close") ?? (isClosed ? null : day("close-date")),
      lastActivityDay: day("last-activity"),
      nextStepDay: day("next-step-on"),
      probability: known(cells.shares[i]),
    });
  });
  return { deals, excludedCount };
}

function readerOf<F extends HeaderField, T>(
  fields: readonly F[],
  read: (field: F) => T,
): Readonly<Record<F, T>> {
  return Object.fromEntries(fields.map((field) => [field, read(field)])) as Record<F, T>;
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Decides the outcome of a row, and reports what contradicts it or is missing. */
function outcomeReader(
  reading: DealReading,
  problems: Problem[],
): (index: number, stage: StageName | null) => OutcomeWord | "unclear" | null {
  const { cells, needsStage, stageOf } = reading;
  const [statuses, stageTexts, reasons] = [
    cells.texts("outcome"),
    cells.texts("stage"),
    cells.texts("lost-reason"),
  ];
  const [won, lost] = [cells.days("won-on").days, cells.days("lost-on").days];
  const readStatus = statusReader(reading.statusHeader);
  const hasWords = stageTexts.some((text) => isClosedKind(stageOf(text)));
  const onlyProbability =
    !hasWords && !["outcome", "won-on", "lost-on"].some((field) => cells.columnOf(field as HeaderField) >= 0);
  return (i, stage) => {
    const status = readStatus(statuses[i] ?? "");
    const told = status === "won" || status === "lost" ? stageOf(stageTexts[i] ?? "", status) : stage;
    const decided = decideOutcome({
      status,
      stageKind: told?.kind ?? (plainOutcome(stageTexts[i] ?? "") === "open" ? "open" : null),
      wonDay: known(won[i]),
      lostDay: known(lost[i]),
      probability: known(cells.shares[i]),
      hasLostReason: reasons[i] !== "",
      onlyProbability,
    });
    if (decided.conflict) problems.push(conflictProblem(cells, i, decided, decided.conflict));
    if (decided.outcome === "unclear")
      problems.push(rowProblem(cells, i, "outcome", "outcome-unclear", "deal"));
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

/** Under a header such as `Won?` a yes is a win, and a no says nothing. */
function statusReader(header: string): (text: string) => ReturnType<typeof statusOf> {
  const isYesNo = /\bwon\b/.test(foldWords(header));
  const before = new Map<string, ReturnType<typeof statusOf>>([["", null]]);
  return (text) => {
    const read = before.get(text);
    if (read !== undefined) return read;
    const isYes = isYesNo && /^(true|yes|y|1|x|✓|✔)$/i.test(text);
    const status = isYes ? "won" : statusOf(text);
    before.set(text, status);
    return status;
  };
}

function conflictProblem(
  cells: TableCells,
  index: number,
  { outcome, by }: DecidedOutcome,
  other: { readonly outcome: OutcomeWord; readonly by: string },
): Problem {
  const field: HeaderField =
    other.by === "stage"
      ? "stage"
      : other.by === "probability"
        ? "probability"
        : other.outcome === "won"
          ? "won-on"
          : "lost-on";
  const details = { outcome: outcome ?? "", by, other: other.outcome, otherBy: other.by };
  return { ...rowProblem(cells, index, field, "outcome-conflict", "nothing"), details };
}

function rowProblem(
  cells: TableCells,
  index: number,
  field: HeaderField,
  code: "outcome-conflict" | "outcome-unclear" | "stage-missing",
  excludes: Problem["excludes"],
): Problem {
  const [row, column] = [cells.rows[index] ?? 0, Math.max(0, cells.columnOf(field))];
  const where = { sheet: cells.sheet, cell: addressOf(row, column) };
  return { code, severity: "warning", where, value: textOf(cellAt(cells.grid, row, column)), excludes };
}
