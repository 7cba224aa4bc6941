import type { OutcomeWord, StatusWord } from "./outcome-words.ts";
import type { StageKind } from "./records.ts";

/** What tells an outcome. */
export type OutcomeSource =
  | "status"
  | "stage"
  | "days"
  | "later day"
  | "earlier day"
  | "probability"
  | "lost-reason";

/** All that a deal's row says of its outcome. */
export interface OutcomeEvidence {
  readonly status: StatusWord | null;
  readonly stageKind: StageKind | null;
  readonly wonDay: number | null;
  readonly lostDay: number | null;
  /** Whether a closing day is given that does not say how the deal ended. */
  readonly hasClosingDay: boolean;
  /** 0–1 */
  readonly probability: number | null;
  readonly hasLostReason: boolean;
  /** A tick box that says so; null where there is none. */
  readonly isClosed: boolean | null;
  readonly isArchived: boolean;
  /** Whether the table tells outcomes in no other way than by a probability of 0 or 100 %. */
  readonly onlyProbability: boolean;
}

export interface DecidedOutcome {
  /**
   * null where the row says nothing; `unclear` where it says that the deal is closed and not how; `archived`
   * where it was deleted, or put away without an end.
   */
  readonly outcome: OutcomeWord | "unclear" | "archived" | null;
  readonly by: OutcomeSource;
  /** What says otherwise. */
  readonly conflict: { readonly outcome: OutcomeWord; readonly by: OutcomeSource } | null;
}

type Saying = readonly [OutcomeSource, OutcomeWord | null];

/**
 * Decides a deal's outcome: by its status, else by its stage, else by its won and lost days, else (where the deal
 * is closed, put away, or the table has none of these) by a probability of 0 or 100 % or a lost reason. A status
 * of closed or archived leaves it to the others.
 * @example decideOutcome({ status: "won", stageKind: "open", wonDay: null, lostDay: null, hasClosingDay: false, probability: null, hasLostReason: false, isClosed: null, isArchived: false, onlyProbability: false }).outcome // => "won"
 */
export function decideOutcome(evidence: OutcomeEvidence): DecidedOutcome {
  if (evidence.status === "deleted") return { outcome: "archived", by: "status", conflict: null };
  const [by, outcome] = sayingsOf(evidence).find(([, word]) => word !== null) ?? ["stage", null];
  if (outcome === null) return { outcome: leftOf(evidence), by: "stage", conflict: null };
  const conflict = conflictWith(evidence, outcome, by);
  return { outcome, by: conflict?.by === "earlier day" ? "later day" : by, conflict };
}

/** What the parts of a row say, the one to trust most first. */
function sayingsOf(evidence: OutcomeEvidence): readonly Saying[] {
  const { status, probability, hasLostReason, hasClosingDay } = evidence;
  const isEnded = status === "closed" || evidence.isClosed === true;
  const isAside = isEnded || isPutAway(evidence);
  const isSure = isAside || evidence.onlyProbability;
  const isHopeless = probability === 0 && (hasLostReason || hasClosingDay);
  return [
    ["status", plainStatus(status)],
    ["stage", closedKind(evidence.stageKind)],
    ["days", laterDay(evidence)],
    ["status", status === "not-won" && (isEnded || hasClosingDay) ? "lost" : null],
    ["probability", isSure ? sureOutcome(probability) : isHopeless ? "lost" : null],
    ["lost-reason", hasLostReason && (isAside || hasClosingDay) ? "lost" : null],
  ];
}

function isPutAway({ status, isArchived }: OutcomeEvidence): boolean {
  return status === "archived" || isArchived;
}

/** Of a row that tells no end. */
function leftOf(evidence: OutcomeEvidence): DecidedOutcome["outcome"] {
  if (isPutAway(evidence)) return "archived";
  if (evidence.status === "closed" || evidence.isClosed === true) return "unclear";
  return evidence.stageKind === "open" || evidence.isClosed === false ? "open" : null;
}

function plainStatus(status: StatusWord | null): OutcomeWord | null {
  return status === "won" || status === "lost" || status === "open" ? status : null;
}

function closedKind(kind: StageKind | null): OutcomeWord | null {
  if (kind === "after") return "won";
  return kind === "open" ? null : kind;
}

function laterDay({ wonDay, lostDay }: OutcomeEvidence): OutcomeWord | null {
  if (wonDay === null) return lostDay === null ? null : "lost";
  return lostDay !== null && lostDay > wonDay ? "lost" : "won";
}

function sureOutcome(probability: number | null): OutcomeWord | null {
  if (probability === 1) return "won";
  return probability === 0 ? "lost" : null;
}

/** The first of the other sources that says another outcome. An open stage under a closed status is no conflict. */
function conflictWith(
  evidence: OutcomeEvidence,
  outcome: OutcomeWord,
  by: OutcomeSource,
): DecidedOutcome["conflict"] {
  const hasBothDays = by === "days" && evidence.wonDay !== null && evidence.lostDay !== null;
  const others: readonly Saying[] = [
    ["earlier day", hasBothDays ? (outcome === "won" ? "lost" : "won") : null],
    ["status", evidence.status === "not-won" ? "lost" : null],
    ["stage", closedKind(evidence.stageKind)],
    ["days", laterDay(evidence)],
    ["probability", sureOutcome(evidence.probability)],
  ];
  const other = others.find(([source, word]) => source !== by && word !== null && word !== outcome);
  return other?.[1] ? { outcome: other[1], by: other[0] } : null;
}
