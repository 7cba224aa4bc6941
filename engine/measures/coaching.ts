import { groupBy } from "../basics/group-by.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { fisherExact } from "../stats/fisher-exact.ts";
import { shrinkShares } from "../stats/shrink-shares.ts";
import { stageCounts } from "./stage-counts.ts";
import type { StageCounts } from "./types.ts";

/** An owner whose conversion at a stage differs from everybody else's by more than chance explains. */
export interface Difference {
  readonly owner: string;
  /** Index of the stage. */
  readonly stage: number;
  readonly kind: "below" | "above";
  /** Decided deals of the owner there, and of all others. */
  readonly advanced: number;
  readonly decided: number;
  readonly otherAdvanced: number;
  readonly otherDecided: number;
  /** Adjusted for all owners and stages that were looked at. */
  readonly adjustedP: number;
  /** For `below`: the owner who does best there, measured against all others; null where nobody is above the team. */
  readonly example: string | null;
}

/** Of the differences named, about a tenth may be chance. */
const FALSE_DISCOVERIES = 0.1;
/** Fewer decided deals cannot tell an owner from the team. */
const FEWEST_DECIDED = 5;
/** Only the estimates are compared; the level of the intervals does not matter. */
const RANKING_LEVEL = 0.8;

interface Candidate extends Omit<Difference, "adjustedP" | "example"> {
  readonly p: number;
}

/**
 * Who differs credibly at which stage, and who could show how: each owner's conversion against all others' by Fisher's
 * exact test, named only after Benjamini–Hochberg over all owners and stages at 10 %. Denominator: deals decided at the
 * stage (advanced or lost there); open ones are undecided. Deals without an owner count among the others. A difference
 * says where to look, not why: owners may get other deals. Sources: Fisher 1935; Benjamini & Hochberg 1995.
 */
export function coaching(pipeline: Pipeline): Difference[] {
  const groups = [...groupBy(pipeline.deals, ({ owner }) => owner)];
  const team = stageCounts(pipeline);
  const byOwner = groups.map(([owner, deals]) => ({ owner, counts: stageCounts({ ...pipeline, deals }) }));
  const candidates = byOwner
    .filter(({ owner }) => owner !== "")
    .flatMap(({ owner, counts }) =>
      counts.flatMap((ofStage, stage) => candidate(owner, stage, ofStage, team[stage])),
    );
  const adjusted = benjaminiHochberg(candidates.map(({ p }) => p));
  const named = candidates.flatMap(({ p: _, ...difference }, index) => {
    const adjustedP = adjusted[index] ?? 1;
    if (adjustedP > FALSE_DISCOVERIES) return [];
    const example = difference.kind === "below" ? bestAt(difference.stage, byOwner, team) : null;
    return [{ ...difference, adjustedP, example }];
  });
  return named.sort((a, b) => a.adjustedP - b.adjustedP || a.stage - b.stage || (a.owner < b.owner ? -1 : 1));
}

function candidate(
  owner: string,
  stage: number,
  own: StageCounts,
  team: StageCounts | undefined,
): Candidate[] {
  if (team === undefined) return [];
  const decided = own.advanced + own.lost;
  const [otherAdvanced, otherLost] = [team.advanced - own.advanced, team.lost - own.lost];
  const otherDecided = otherAdvanced + otherLost;
  if (decided < FEWEST_DECIDED || otherDecided < FEWEST_DECIDED) return [];
  const p = fisherExact({
    successes: own.advanced,
    failures: own.lost,
    otherSuccesses: otherAdvanced,
    otherFailures: otherLost,
  });
  const kind = own.advanced / decided < otherAdvanced / otherDecided ? "below" : "above";
  return [{ owner, stage, kind, advanced: own.advanced, decided, otherAdvanced, otherDecided, p }];
}

interface OwnerCounts {
  readonly owner: string;
  readonly counts: readonly StageCounts[];
}

/** The owner with the highest conversion there after shrinkage, if it is above the team's. */
function bestAt(stage: number, owners: readonly OwnerCounts[], team: readonly StageCounts[]): string | null {
  const decided = owners.map(({ counts }) => {
    const { advanced = 0, lost = 0 } = counts[stage] ?? {};
    return { successes: advanced, n: advanced + lost };
  });
  const rates = shrinkShares(decided, RANKING_LEVEL);
  const { advanced = 0, lost = 0 } = team[stage] ?? {};
  const above = owners
    .map(({ owner }, index) => ({ owner, n: decided[index]?.n ?? 0, rate: rates[index]?.estimate ?? 0 }))
    .filter(
      ({ owner, n, rate }) => owner !== "" && n >= FEWEST_DECIDED && rate > advanced / (advanced + lost),
    )
    .sort((a, b) => b.rate - a.rate || (a.owner < b.owner ? -1 : 1));
  return above[0]?.owner ?? null;
}
