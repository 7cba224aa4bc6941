import { foldTight, foldWords } from "./fold.ts";
import { type CountedName, slipsOf } from "./near-names.ts";
import { outcomeOfWord } from "./outcome-words.ts";
import type { StageName } from "./records.ts";
import type { GivenStage } from "./settings-sheet.ts";
import { bareStage, numberInFront } from "./stage-key.ts";
import { type KindEvidence, kindByEvidence, namedKind } from "./stage-kinds.ts";
import { isKnownStage, ladderRankOf } from "./stage-ladder.ts";

/** One stage: every spelling of it, and how often each is found. */
export interface StageGroup {
  readonly key: string;
  readonly name: string;
  /** The commonest first. */
  readonly spellings: readonly string[];
  readonly count: number;
}

/** What is known of the stages besides their names. */
export interface StageFacts {
  readonly given: readonly GivenStage[];
  /** Stages in the order of stage-date columns. */
  readonly columnOrder: readonly string[];
  readonly pipelines: readonly string[];
}

/**
 * Groups the spellings that mean one stage: they differ by case, spaces, accents, punctuation, a number in front,
 * or one letter. All plain words for won are one stage, those for lost another.
 * @param counts how often each spelling is found.
 */
export function groupSpellings(
  counts: ReadonlyMap<string, number>,
  facts: StageFacts,
): readonly StageGroup[] {
  const listed = new Map(facts.given.map(({ name }) => [foldTight(name), name]));
  const byKey = new Map<string, string[]>();
  const keyOf = keyMaker([...counts.keys()], facts);
  for (const spelling of new Set([...listed.values(), ...counts.keys()])) {
    const key = keyOf(spelling);
    const group = byKey.get(key);
    if (group) group.push(spelling);
    else byKey.set(key, [spelling]);
  }
  mergeSlips(byKey, counts, new Set([...listed.values()].map(keyOf)));
  return [...byKey].map(([key, spellings]) => groupOf(key, spellings, counts, listed));
}

function groupOf(
  key: string,
  spellings: readonly string[],
  counts: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, string>,
): StageGroup {
  const countOf = (spelling: string): number => counts.get(spelling) ?? 0;
  const sorted = [...spellings].sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1));
  const asListed = sorted
    .map((spelling) => listed.get(foldTight(spelling)))
    .find((name) => name !== undefined);
  const count = sorted.reduce((sum, spelling) => sum + countOf(spelling), 0);
  const found = sorted.filter((spelling) => countOf(spelling) > 0);
  const known = sorted.find((spelling) => isWellKnown(foldWords(bareStage(spelling, []))));
  return {
    key,
    name: asListed ?? known ?? sorted[0] ?? key,
    spellings: found.length > 0 ? found : sorted,
    count,
  };
}

/** What spellings are compared by. A number in front counts where it tells two stages apart (`1. Call`, `3. Call`). */
function keyMaker(
  spellings: readonly string[],
  { given, pipelines }: StageFacts,
): (spelling: string) => string {
  const numbers = new Map<string, Set<number>>();
  for (const spelling of spellings) {
    const number = numberInFront(spelling);
    if (number === null) continue;
    const key = foldTight(bareStage(spelling, pipelines));
    numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
  }
  const listed = given.map(
    ({ name }) => [foldTight(bareStage(name, pipelines)), outcomeOfWord(name)] as const,
  );
  /** Somebody who lists two stages for one outcome wants them apart. */
  const isListed = (key: string, outcome: string): boolean =>
    listed.some(([name]) => name === key) && listed.filter(([, other]) => other === outcome).length > 1;
  return (spelling) => {
    const bare = bareStage(spelling, pipelines);
    const outcome = outcomeOfWord(bare);
    const key = foldTight(bare);
    if (outcome === "won" || outcome === "lost")
      return isListed(key, outcome) ? key : outcomeKey(bare, outcome);
    return (numbers.get(key)?.size ?? 0) > 1 ? foldTight(spelling) : key || spelling;
  };
}

/** Plain words for an outcome are one stage; one with a reason (`Lost to competitor`) is a stage of its own. */
function outcomeKey(bare: string, outcome: "won" | "lost"): string {
  const isPlain = foldWords(bare).split(" ").length <= 2 && !/compet|renew|reason|price/i.test(bare);
  return isPlain ? `= ${outcome}` : foldTight(bare);
}

/** Joins each slip to the group that it is a slip of. */
function mergeSlips(
  byKey: Map<string, string[]>,
  counts: ReadonlyMap<string, number>,
  listed: ReadonlySet<string>,
): void {
  const keyByWords = new Map<string, string>();
  const names: CountedName[] = [];
  for (const [key, spellings] of byKey) {
    const words = foldWords(bareStage(spellings[0] ?? key, []));
    if (key.startsWith("= ") || keyByWords.has(words)) continue;
    keyByWords.set(words, key);
    const count = spellings.reduce((sum, spelling) => sum + (counts.get(spelling) ?? 0), 0);
    names.push({ key: words, count, isKnown: listed.has(key) || isWellKnown(words) });
  }
  const mayMerge = (slip: string, name: string): boolean =>
    !(listed.has(keyByWords.get(slip) ?? "") || meanDifferent(slip, name));
  for (const [slip, name] of slipsOf(names, mayMerge)) {
    const [from, to] = [keyByWords.get(slip) ?? "", keyByWords.get(name) ?? ""];
    byKey.set(to, [...(byKey.get(to) ?? []), ...(byKey.get(from) ?? [])]);
    byKey.delete(from);
  }
}

/** A stage of the ladder, or a word that tells another kind than an open stage. */
function isWellKnown(words: string): boolean {
  return isKnownStage(words) || namedKind(words) !== "open";
}

/** Two well-known words that stand for different things are no slips of each other: `Closed` is not `Close`. */
function meanDifferent(a: string, b: string): boolean {
  if (!isWellKnown(a) || !isWellKnown(b)) return false;
  return ladderRankOf(a) !== ladderRankOf(b) || namedKind(a) !== namedKind(b);
}

/** Says of each stage what kind it is, and what is known of its place in the order. */
export function nameStages(
  groups: readonly StageGroup[],
  facts: StageFacts,
  evidenceOf: (group: StageGroup) => KindEvidence,
): readonly StageName[] {
  const keyByName = new Map(
    groups.flatMap(({ key, spellings, name }) => [...spellings, name].map((text) => [text, key])),
  );
  const ranks = givenRanks(groups, facts, keyByName);
  const kinds = new Set(groups.map(({ name }) => namedKind(name)));
  const lastGiven = facts.given[facts.given.length - 1]?.name;
  return groups.map((group) => {
    const { key, name, spellings } = group;
    const given = facts.given.find((stage) => keyByName.get(stage.name) === key);
    const named = namedKind(name);
    const isListedOpen = given !== undefined && given.name !== lastGiven && named === "unclear-after";
    const kind = given?.kind ?? (isListedOpen ? "open" : kindByEvidence(named, evidenceOf(group), kinds));
    return { name, kind, ladderRank: ladderRankOf(name), givenRank: ranks.get(key) ?? null, spellings };
  });
}

/** Places by what was set, else by the order of stage-date columns, else by the numbers in front. */
function givenRanks(
  groups: readonly StageGroup[],
  { given, columnOrder }: StageFacts,
  keyByName: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const names =
    given.length > 0 ? given.map(({ name }) => name) : isChosenOrder(columnOrder) ? columnOrder : [];
  const keys = [...new Set(names.map((name) => keyByName.get(name) ?? name))];
  if (keys.length > 0) return new Map(keys.map((key, index) => [key, index + 1]));
  const open = groups.filter(({ name }) => namedKind(name) === "open");
  const isCounted = open.every(({ name }) => COUNT_IN_FRONT.test(name));
  const numbers = groups.map(({ name, key }) => [key, orderNumber(name, isCounted)] as const);
  const numbered = numbers.filter((entry): entry is readonly [string, number] => entry[1] !== null);
  const isTelling =
    numbered.length > 1 && new Set(numbered.map(([, number]) => number)).size === numbered.length;
  return new Map(isTelling ? numbered : []);
}

/** `1 Idea`: a number where every open stage has one; `2 weeks of trial` among others has none. */
const COUNT_IN_FRONT = /^(\d{1,2}) +\p{L}/u;

/** The number in front of a stage, or the number that it is called. */
function orderNumber(name: string, isCounted: boolean): number | null {
  const count = (isCounted ? COUNT_IN_FRONT : /^(\d{1,3})$/).exec(name)?.[1];
  return numberInFront(name) ?? (count === undefined ? null : Number(count));
}

/** An export may list its columns by the alphabet: that is no order of stages, where known words say otherwise. */
export function isChosenOrder(names: readonly string[]): boolean {
  const isAlphabetical = names.every((name, i) => i === 0 || (names[i - 1] ?? "") <= name);
  if (!isAlphabetical || names.length < 3) return true;
  const ranks = names.map(ladderRankOf).filter((rank): rank is number => rank !== null);
  return ranks.every((rank, i) => i === 0 || (ranks[i - 1] ?? 0) <= rank);
}
