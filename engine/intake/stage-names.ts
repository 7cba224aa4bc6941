import { foldTight } from "./fold.ts";
import { outcomeOfWord } from "./outcome-words.ts";
import type { StageKind, StageName } from "./records.ts";
import { ladderRankOf } from "./stage-ladder.ts";

/** Every stage of the workbook by any of its spellings. */
export interface StageNames {
  readonly all: readonly StageName[];
  readonly bySpelling: ReadonlyMap<string, StageName>;
}

const AFTER = new Set(
  "followup upsell crosssell onboarding customer aftersales customersuccess renewal referral referrals".split(
    " ",
  ),
);

/** Merges the spellings of stages and says what kind each is. `given` is the order that somebody set. */
export function nameStages(counts: ReadonlyMap<string, number>, given: readonly string[]): StageNames {
  const groups = new Map<string, string[]>();
  for (const spelling of [...given, ...counts.keys()]) {
    const key = stageKey(spelling);
    const group = groups.get(key) ?? [];
    if (!group.includes(spelling)) group.push(spelling);
    groups.set(key, group);
  }
  const givenKeys = given.map(stageKey);
  const all: StageName[] = [];
  const bySpelling = new Map<string, StageName>();
  for (const [key, group] of groups) {
    const spellings = [...group].sort(
      (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
    );
    const rank = givenKeys.indexOf(key);
    const name = given[rank] ?? spellings[0] ?? key;
    const stage: StageName = {
      name,
      kind: kindOf(name),
      ladderRank: ladderRankOf(name),
      givenRank: rank < 0 ? null : rank + 1,
      spellings,
    };
    all.push(stage);
    for (const spelling of group) bySpelling.set(spelling, stage);
  }
  return { all, bySpelling };
}

function stageKey(spelling: string): string {
  const outcome = outcomeOfWord(spelling);
  return outcome === "won" || outcome === "lost" ? `= ${outcome}` : foldTight(spelling);
}

function kindOf(name: string): StageKind {
  const outcome = outcomeOfWord(name);
  if (outcome === "won" || outcome === "lost") return outcome;
  return AFTER.has(foldTight(name)) ? "after" : "open";
}
