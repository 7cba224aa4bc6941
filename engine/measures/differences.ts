import type { Day } from "../basics/day.ts";
import { groupBy } from "../basics/group-by.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { fisherExact } from "../stats/fisher-exact.ts";
import { shrunkEstimates } from "../stats/shrink-shares.ts";
import { begunLongAgo } from "./begun-long-ago.ts";
import { decidedByStage } from "./decided-by-stage.ts";

/** An owner or a source that differs from all others by more than chance explains. */
export interface Difference {
  readonly who: "owner" | "source";
  /** The user's own word. */
  readonly value: string;
  /** Index of the stage whose conversion differs; null where it is the win rate over all closed deals. */
  readonly stage: number | null;
  readonly kind: "below" | "above";
  /** Deals that went on (or were won), of those decided there (or closed); and the same of all others. */
  readonly advanced: number;
  readonly decided: number;
  readonly otherAdvanced: number;
  readonly otherDecided: number;
  /** Adjusted for all that were looked at. */
  readonly adjustedP: number;
  /** For `below`: who has the highest rate there, drawn toward the team; null where nobody is above the team. */
  readonly example: string | null;
  /** Only deals begun by this day are compared, and those whose start is unknown; null where all are. */
  readonly begunBy: Day | null;
}

/** Of the differences named, about a tenth may be chance. */
const FALSE_DISCOVERIES = 0.1;
/** Fewer decided deals cannot tell one from the team. */
const FEWEST_DECIDED = 5;

/** Decided deals of one owner or source. */
interface Tally {
  readonly value: string;
  readonly advanced: number;
  readonly decided: number;
}

/**
 * Who differs credibly, over all closed deals and stage by stage, and who has the highest rate: each owner and source
 * against all others by Fisher's exact test, named only after Benjamini–Hochberg at 10 % over all of these comparisons
 * together. Denominator: deals decided at the stage (advanced or lost there), or closed, of those begun long enough ago
 * (see `begunLongAgo`); open deals are undecided. Deals without an owner count among the others. A difference says where
 * to look, not why: people may get different deals. Owners first, then the surest first.
 * Sources: Fisher 1935; Benjamini & Hochberg 1995; method.md section 9.
 */
export function differences(pipeline: Pipeline, comparable = begunLongAgo(pipeline)): Difference[] {
  const { deals, begunBy } = comparable;
  const comparisons = WHO.flatMap((who) => comparisonsOf(deals, pipeline.stages.length, who));
  const candidates = comparisons.flatMap(({ who, stage, tallies }) => {
    const all = totalOf(tallies);
    return tallies.flatMap((own) => candidate(own, all).map((found) => ({ ...found, who, stage, tallies })));
  });
  const adjusted = benjaminiHochberg(candidates.map(({ p }) => p));
  const found = candidates.flatMap(({ p: _, tallies, ...difference }, index) => {
    const adjustedP = adjusted[index] ?? 1;
    const example = difference.kind === "below" ? bestOf(tallies) : null;
    return adjustedP > FALSE_DISCOVERIES ? [] : [{ ...difference, adjustedP, example, begunBy }];
  });
  return found.sort(
    (a, b) =>
      WHO.indexOf(a.who) - WHO.indexOf(b.who) ||
      a.adjustedP - b.adjustedP ||
      (a.stage ?? -1) - (b.stage ?? -1) ||
      (a.value < b.value ? -1 : 1),
  );
}

const WHO: readonly Difference["who"][] = ["owner", "source"];

interface Comparison {
  readonly who: Difference["who"];
  readonly stage: number | null;
  readonly tallies: readonly Tally[];
}

/** Win rates side by side, and conversions of each stage. */
function comparisonsOf(deals: readonly Deal[], stageCount: number, who: Difference["who"]): Comparison[] {
  const groups = [...groupBy(deals, (deal) => deal[who])].map(([value, ofGroup]) => ({
    value,
    decided: decidedByStage(ofGroup, stageCount),
    deals: ofGroup,
  }));
  const winRates = groups.map(({ value, deals: ofGroup }) => {
    const won = ofGroup.filter(({ outcome }) => outcome === "won").length;
    const lost = ofGroup.filter(({ outcome }) => outcome === "lost").length;
    return { value, advanced: won, decided: won + lost };
  });
  const byStage = Array.from({ length: stageCount }, (_, stage) => ({
    who,
    stage,
    tallies: groups.map(({ value, decided }) => {
      const { advanced = 0, lost = 0 } = decided[stage] ?? {};
      return { value, advanced, decided: advanced + lost };
    }),
  }));
  return [{ who, stage: null, tallies: winRates }, ...byStage];
}

function totalOf(tallies: readonly Tally[]): Tally {
  const sum = (pick: "advanced" | "decided"): number =>
    tallies.reduce((total, each) => total + each[pick], 0);
  return { value: "", advanced: sum("advanced"), decided: sum("decided") };
}

type Candidate = Omit<Difference, "who" | "stage" | "adjustedP" | "example" | "begunBy"> & {
  readonly p: number;
};

function candidate({ value, advanced, decided }: Tally, all: Tally): Candidate[] {
  const [otherAdvanced, otherDecided] = [all.advanced - advanced, all.decided - decided];
  if (value === "" || decided < FEWEST_DECIDED || otherDecided < FEWEST_DECIDED) return [];
  const p = fisherExact({
    successes: advanced,
    failures: decided - advanced,
    otherSuccesses: otherAdvanced,
    otherFailures: otherDecided - otherAdvanced,
  });
  const kind = advanced / decided < otherAdvanced / otherDecided ? "below" : "above";
  return [{ value, kind, advanced, decided, otherAdvanced, otherDecided, p }];
}

/** The one with the highest rate after shrinkage, if it is above that of all together. */
function bestOf(tallies: readonly Tally[]): string | null {
  const all = totalOf(tallies);
  const rates = shrunkEstimates(
    tallies.map(({ advanced, decided }) => ({ successes: advanced, n: decided })),
  );
  const above = tallies
    .map(({ value, decided }, index) => ({ value, decided, rate: rates[index] ?? 0 }))
    .filter(({ value, decided }) => value !== "" && decided >= FEWEST_DECIDED)
    .filter(({ rate }) => rate > all.advanced / all.decided)
    .sort((a, b) => b.rate - a.rate || (a.value < b.value ? -1 : 1));
  return above[0]?.value ?? null;
}
