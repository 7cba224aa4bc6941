import type { ColumnProfile } from "./column-profile.ts";
import { currencyOf } from "./currency-names.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { outcomeOfWord, plainOutcome, slippedStatus, statusOf } from "./outcome-words.ts";
import { isKnownStage, ladderRankOf } from "./stage-ladder.ts";
import { yesNoOf } from "./yes-no.ts";

type Fit = (profile: ColumnProfile) => number;

/** An empty column shows nothing against its header, and nothing for it. */
const EMPTY_FIT = 0.9;
const MOST_STAGES_SAMPLED = 100;
/** A column whose values hardly repeat holds no stages, however it is headed. */
const MOST_DISTINCT_SHARE = 0.8;
const FEW_VALUES = 20;
const MOST_SERIALS_SHARE = 0.9;
/** Cells that only this field has make a vague header sure. */
const CONFIRMED = 1.25;

/** A slip of the pen makes no stage of a status. */
const isStatus = (text: string): boolean => statusOf(text) !== null || slippedStatus(text) !== null;
const isOutcomeWord = (text: string): boolean =>
  outcomeOfWord(text) !== null || ["won", "lost", "open"].includes(slippedStatus(text) ?? "");

const isDays: Fit = ({ days, filled }) => (days >= filled / 2 ? 1 : 0);
/** Days, or serial numbers that were never formatted as days. */
const isDaysOrSerials: Fit = (profile) =>
  isDays(profile) || (profile.serials + profile.days >= profile.filled * MOST_SERIALS_SHARE ? 0.85 : 0);
const isNumbers: Fit = ({ numbers, days, filled }) => (numbers >= filled / 2 && numbers >= days ? 1 : 0);
const isNotDays: Fit = ({ days, digitDays, filled }) => (days - digitDays > filled / 2 ? 0 : 1);
const isWords: Fit = (profile) => isNotDays(profile) * (profile.numbers > profile.filled / 2 ? 0.7 : 1);
const isId: Fit = (profile) => {
  const repeats = profile.distinct < profile.filled * MOST_DISTINCT_SHARE;
  return isNotDays(profile) * (profile.filled < profile.rows / 2 ? 0.8 : 1) * (repeats ? 0.8 : 1);
};
const isOutcome: Fit = ({ texts, filled, booleans, bits }) => {
  let [known, words] = [booleans + bits, 0];
  for (const [text, count] of texts) {
    if (isStatus(text) || yesNoOf(text) !== null) known += count;
    else words++;
  }
  if (known < filled / 2) return 0;
  return words === 0 ? CONFIRMED : 0.85;
};
const isTicks: Fit = ({ texts, filled, booleans, numbers }) => {
  let told = booleans + numbers;
  for (const [text, count] of texts) if (yesNoOf(text) !== null) told += count;
  return told >= filled ? CONFIRMED : 0;
};
/** Words that repeat. Words of outcomes alone tell an outcome, not a stage. */
const isStage: Fit = (profile) => {
  const { texts, filled, distinct, booleans, numbers } = profile;
  if (booleans > filled / 2 || isNotDays(profile) === 0) return 0;
  if (filled > FEW_VALUES && distinct > filled * MOST_DISTINCT_SHARE && texts.size > MOST_STAGES_SAMPLED)
    return 0;
  if ([...texts.keys()].every(isOutcomeWord)) return numbers > 0 ? 0.9 : 0.85;
  return 1;
};
const isCurrency: Fit = ({ texts, filled }) => {
  let known = 0;
  for (const [text, count] of texts) if (currencyOf(text) !== null) known += count;
  return known >= filled / 2 ? 1 : 0;
};
const isEmail: Fit = ({ emails, filled }) => (emails >= filled / 2 ? 1 : 0);
const anything: Fit = () => 1;

const FITS: Readonly<Record<HeaderField, Fit>> = {
  id: isId,
  name: isNotDays,
  account: isWords,
  email: isEmail,
  owner: isWords,
  amount: isNumbers,
  currency: isCurrency,
  stage: isStage,
  "stage-entered": isDaysOrSerials,
  created: isDaysOrSerials,
  closed: isDaysOrSerials,
  "won-on": isDaysOrSerials,
  "lost-on": isDaysOrSerials,
  "expected-close": isDaysOrSerials,
  "close-date": isDaysOrSerials,
  outcome: isOutcome,
  "is-closed": isTicks,
  "is-lost": isTicks,
  "is-active": isTicks,
  "is-archived": isTicks,
  probability: isNumbers,
  "last-activity": isDaysOrSerials,
  "next-step": isWords,
  "next-step-on": isDays,
  source: isWords,
  "lost-reason": isWords,
  product: isWords,
  region: isWords,
  pipeline: (profile) => (holdsStages(profile) ? 0 : isWords(profile)),
  "changed-on": isDaysOrSerials,
  "left-on": isDaysOrSerials,
  "from-stage": isStage,
  "to-stage": isStage,
  "changed-field": isWords,
  "old-value": anything,
  "new-value": anything,
  "snapshot-on": isDaysOrSerials,
  "entered-stage": isDays,
  "left-stage": isDays,
};

/**
 * How well a column's cells suit a field: 0 where they speak against it (a `Created` column of names), a little
 * less than 1 where the column is empty, more than 1 where they would tell the field by themselves.
 */
export function contentFit(field: HeaderField, profile: ColumnProfile): number {
  return profile.filled === 0 ? EMPTY_FIT : FITS[field](profile);
}

const KNOWN_STAGES_SHARE = 0.8;
const FEWEST_KNOWN = 2;

/** Whether a column's cells are well-known words of stages and outcomes, at least two steps of the ladder among them. */
export function holdsStages({ texts, filled }: ColumnProfile): boolean {
  const ranks = new Set<number>();
  let known = 0;
  for (const [text, count] of texts) {
    const rank = isKnownStage(text) ? ladderRankOf(text) : null;
    if (rank !== null) ranks.add(rank);
    if (rank !== null || plainOutcome(text) !== null) known += count;
  }
  return ranks.size >= FEWEST_KNOWN && known >= filled * KNOWN_STAGES_SHARE;
}
