import { foldWords } from "./fold.ts";
import type { StageKind } from "./records.ts";

/** The tables of a settings sheet. */
export type SettingsSection = "settings" | "stages" | "rates" | "targets";

/** A heading alone in its row, or a header row by its first two cells. */
const SECTIONS: readonly (readonly [SettingsSection, RegExp, RegExp, RegExp])[] = [
  ["settings", /^settings$/, /^settings?$/, /^values?$/],
  ["stages", /^stages$/, /^stages?( name)?$/, /^(kind|type|order|goal|exit)/],
  [
    "rates",
    /^(currencies|(currency|exchange) rates?|rates)$/,
    /^(currency|from|code)$/,
    /rate|worth|value in/,
  ],
  [
    "targets",
    /^targets( by (period|month|quarter))?$/,
    /^(target|period|month|quarter)$/,
    /^(target|amount|goal)/,
  ],
];

/**
 * The section that a row opens, by its folded cells: a heading (`Currency rates`) or a header row
 * (`Stage`, `Kind`, …); null for a row of values.
 * @example sectionOf(["stage", "kind", "goal days"]) // => "stages"
 * @example sectionOf(["deal sheet", "deals"]) // => null
 */
export function sectionOf(words: readonly string[]): SettingsSection | null {
  const [first = "", second = ""] = words;
  const isAlone = words.every((word, column) => column === 0 || word === "");
  for (const [section, heading, header, beside] of SECTIONS) {
    if (isAlone ? heading.test(first) : header.test(first) && beside.test(second)) return section;
  }
  return null;
}

const KINDS: ReadonlyMap<string, StageKind> = new Map([
  ["open", "open"],
  ["won", "won"],
  ["win", "won"],
  ["closed won", "won"],
  ["lost", "lost"],
  ["closed lost", "lost"],
  ["after", "after"],
  ["after win", "after"],
  ["after the win", "after"],
  ["follow up", "after"],
  ["post sale", "after"],
]);

/**
 * The kind of stage that a settings sheet names; null for any other word.
 * @example stageKindOf("After the win") // => "after"
 */
export function stageKindOf(text: string): StageKind | null {
  return KINDS.get(foldWords(text)) ?? null;
}
