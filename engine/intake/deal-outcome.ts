import type { OutcomeWord } from "./outcome-words.ts";
import type { StageKind } from "./records.ts";

/** What tells an outcome. */
export type OutcomeSource = "status" | "stage" | "days" | "probability" | "lost-reason";

/** All that a deal's row says of its outcome. */
export interface OutcomeEvidence {
  readonly status: OutcomeWord | "closed" | null;
  readonly stageKind: StageKind | null;
  readonly wonDay: number | null;
  readonly lostDay: number | null;
  /** 0–1 */
  readonly probability: number | null;
  readonly hasLostReason: boolean;
  /** Whether the table tells outcomes in no other way than by a probability of 0 or 100 %. */
  readonly onlyProbability: boolean;
}

export interface DecidedOutcome {
  /** null where the row says nothing; `unclear` where it says that the deal is closed and not how. */
  readonly outcome: OutcomeWord | "unclear" | null;
  readonly by: OutcomeSource;
  /** What says otherwise. */
  readonly conflict: { readonly outcome: OutcomeWord; readonly by: OutcomeSource } | null;
}

/**
 * Decides a deal's outcome: by its status, else by its stage, else by its won and lost days, else (where the
 * table has none of these) by a probability of 0 or 100 %. A status of closed leaves it to the others.
 * @example decideOutcome({ status: "won", stageKind: "open", wonDay: null, lostDay: null, probability: null, hasLostReason: false, onlyProbability: false }).outcome // => "won"
 */
export function decideOutcome(evidence: OutcomeEvidence): DecidedOutcome {
  const { status, stageKind } = evidence;
  const says: readonly (readonly [OutcomeSource, OutcomeWord | null])[] = [
    ["status", status === "closed" ? null : status],
    ["stage", closedKind(stageKind)],
    ["days", laterDay(evidence)],
    [
      "probability",
      status === "closed" || evidence.onlyProbability ? sureOutcome(evidence.probability) : null,
    ],
    ["lost-reason", status === "closed" && evidence.hasLostReason ? "lost" : null],
  ];
  const [by, outcome] = says.find(([, word]) => word !== null) ?? ["stage", null];
  if (outcome === null) {
    const left = status === "closed" ? "unclear" : stageKind === "open" ? "open" : null;
    return { outcome: left, by: "stage", conflict: null };
  }
  return { outcome, by, conflict: conflictWith(evidence, outcome, by) };
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
  const probability = outcome === "open" ? null : sureOutcome(evidence.probability);
  const others: readonly (readonly [OutcomeSource, OutcomeWord | null])[] = [
    ["stage", closedKind(evidence.stageKind)],
    ["days", laterDay(evidence)],
    ["probability", probability],
  ];
  const other = others.find(([source, word]) => source !== by && word !== null && word !== outcome);
  return other?.[1] ? { outcome: other[1], by: other[0] } : null;
}
