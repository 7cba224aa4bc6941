import type { ColumnProfile } from "./column-profile.ts";
import { currencyOf } from "./currency-names.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import { outcomeOfWord } from "./outcome-words.ts";

type Fit = (profile: ColumnProfile) => number;

/** An empty column shows nothing against its header, and nothing for it. */
const EMPTY_FIT = 0.9;
const MOST_STAGES_SAMPLED = 100;

const isDays: Fit = ({ days, filled }) => (days >= filled / 2 ? 1 : 0);
const isNumbers: Fit = ({ numbers, days, filled }) => (numbers >= filled / 2 && numbers >= days ? 1 : 0);
const isWords: Fit = ({ days, numbers, filled }) => {
  if (days > filled / 2) return 0;
  return numbers > filled / 2 ? 0.7 : 1;
};
const isName: Fit = ({ days, filled }) => (days > filled / 2 ? 0 : 1);
const isStage: Fit = (profile) => {
  if (profile.booleans > profile.filled / 2 || profile.texts.size > MOST_STAGES_SAMPLED) return 0;
  return Math.min(isName(profile), profile.numbers > profile.filled / 2 ? 0.9 : 1);
};
const isOutcome: Fit = ({ texts, filled, booleans }) => {
  let known = booleans;
  for (const [text, count] of texts) if (outcomeOfWord(text) !== null) known += count;
  return known >= filled / 2 ? 1 : 0;
};
const isCurrency: Fit = ({ texts, filled }) => {
  let known = 0;
  for (const [text, count] of texts) if (currencyOf(text) !== null) known += count;
  return known >= filled / 2 ? 1 : 0;
};
const isEmail: Fit = ({ emails, filled }) => (emails >= filled / 2 ? 1 : 0);
const anything: Fit = () => 1;

const FITS: Readonly<Record<HeaderField, Fit>> = {
  id: isName,
  name: isName,
  account: isWords,
  email: isEmail,
  owner: isWords,
  amount: isNumbers,
  currency: isCurrency,
  stage: isStage,
  "stage-entered": isDays,
  created: isDays,
  closed: isDays,
  "won-on": isDays,
  "lost-on": isDays,
  "expected-close": isDays,
  "close-date": isDays,
  outcome: isOutcome,
  probability: isNumbers,
  "last-activity": isDays,
  "next-step": isWords,
  "next-step-on": isDays,
  source: isWords,
  "lost-reason": isWords,
  product: isWords,
  region: isWords,
  pipeline: isWords,
  "changed-on": isDays,
  "left-on": isDays,
  "from-stage": isStage,
  "to-stage": isStage,
  "changed-field": isStage,
  "old-value": anything,
  "new-value": anything,
  "snapshot-on": isDays,
  "entered-stage": isDays,
  "left-stage": isDays,
};

/**
 * How well a column's cells suit a field, 0–1: 0 where they speak against it (a `Created` column of names), a
 * little less than 1 where the column is empty.
 */
export function contentFit(field: HeaderField, profile: ColumnProfile): number {
  return profile.filled === 0 ? EMPTY_FIT : FITS[field](profile);
}
