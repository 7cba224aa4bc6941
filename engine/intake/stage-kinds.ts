import { foldTight } from "./fold.ts";
import { outcomeOfWord, statusOf } from "./outcome-words.ts";
import type { StageKind } from "./records.ts";
import { bareStage } from "./stage-key.ts";

/** What the deals say of a stage whose name does not tell its kind. */
export interface KindEvidence {
  /** Deals that were won before or while they stood there. */
  readonly won: number;
  readonly lost: number;
  /** Deals that stood there and were not won by then. */
  readonly notWon: number;
  /** The end that a tick box gives every deal that stands there. */
  readonly ticked?: "won" | "lost" | null;
}

/** What a stage's name says of its kind; `unclear` where only the deals can tell. */
export type NamedKind = StageKind | "unclear-after" | "unclear-closed";

const AFTER: ReadonlySet<string> = foldEach(
  `onboarding|upsell|up sell|upselling|cross sell|after sales|aftersales|after sale|post sale|post sales|customer success|
  referral|referrals|renewal|renewals|customer|active customer|existing customer|handover|go live|live|delivered|invoiced|
  paid|nachbetreuung|bestandskunde|nachverkauf|après vente|fidélisation|posventa|pós venda|post vendita|nazorg|アフターフォロー|售后`,
);
const PERHAPS_AFTER: ReadonlySet<string> = foldEach(
  `follow up|follow up call|followup|following up|implementation|delivery|nurture|nachfassen|nachverfolgung|suivi|relance|
  seguimiento|seguimento|acompanhamento|opvolging|フォローアップ|跟进|跟進|实施`,
);

function foldEach(words: string): ReadonlySet<string> {
  return new Set(words.split("|").map(foldTight));
}

/**
 * The kind of stage that a name tells.
 * @example namedKind("6. Closed Won") // => "won"
 * @example namedKind("Follow-up") // => "unclear-after"
 * @example namedKind("Proposal") // => "open"
 */
export function namedKind(name: string): NamedKind {
  const bare = bareStage(name, []);
  const outcome = outcomeOfWord(bare);
  if (outcome === "won" || outcome === "lost") return outcome;
  if (statusOf(bare) === "closed" && foldTight(bare) !== "close") return "unclear-closed";
  const key = foldTight(bare);
  if (AFTER.has(key)) return "after";
  return PERHAPS_AFTER.has(key) ? "unclear-after" : "open";
}

/**
 * The kind that the deals give a stage with an unclear name. Where they say nothing, follow-up is after the win,
 * and closed is won, unless it stands beside a stage for won and none for lost.
 */
export function kindByEvidence(
  named: NamedKind,
  { won, lost, notWon, ticked }: KindEvidence,
  others: ReadonlySet<NamedKind>,
): StageKind {
  if (named === "open" && ticked) return ticked;
  if (named === "unclear-after") return notWon > won ? "open" : "after";
  if (named !== "unclear-closed") return named;
  const isOther = won === lost && others.has("won") && !others.has("lost");
  return lost > won || isOther ? "lost" : "won";
}
