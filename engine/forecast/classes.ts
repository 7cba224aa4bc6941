import type { Day } from "../basics/day.ts";
import { quantiles } from "../stats/quantile.ts";
import type { Spells, TraitField } from "./spells.ts";

/** What may tell deals apart, besides their stages. */
export type Trait = TraitField | "amount";

/** Which traits a forecast may use, and whether amounts are to be believed before a deal closes. */
export interface TraitChoice {
  readonly fields: readonly TraitField[];
  readonly amounts: boolean;
}

/** One trait's levels; level 0 holds what is blank, rare, or came after the classes were made. */
export interface TraitLevels {
  readonly trait: Trait;
  /** The user's words by level, or the lower bounds of amount bands as text; level 0 is "". */
  readonly names: readonly string[];
  /** Level of each deal. */
  readonly levels: Uint8Array;
}

/** Deals of the same levels in every trait: the model sees no more of a deal than its class. */
export interface Classes {
  readonly count: number;
  readonly traits: readonly TraitLevels[];
  /** Class of each deal. */
  readonly classOf: Int32Array;
  /** Level of a class in each trait: `traits.length` numbers a class. */
  readonly levels: Int32Array;
}

const RAREST = 8;
const MOST_LEVELS = 24;
const BAND_SHARES = [0.25, 0.5, 0.75, 0.9];

/**
 * Sorts deals into classes by what is known of them on a day: source, product, owner, amount band (at the
 * quantiles .25, .5, .75, .9). Levels of fewer than eight deals are pooled, and more so where there would be more
 * than `mostClasses` classes. Deals that start after `lastDay` are in no class of their own. Source: method.md 6.5.
 */
export function classesOf(
  spells: Spells,
  day: Day,
  choice: TraitChoice,
  mostClasses: number,
  lastDay: Day = day,
): Classes {
  const started = startedDeals(spells, day);
  const sorted = lastDay === day ? started : startedDeals(spells, lastDay);
  for (let rarest = RAREST; ; rarest *= 2) {
    const traits: TraitLevels[] = choice.fields.map((field) => fieldLevels(spells, started, field, rarest));
    if (choice.amounts) traits.push(amountLevels(spells, started));
    const useful = traits.filter((trait) => trait.names.length > 1);
    const classes = combine(spells.deals.count, sorted, useful);
    if (classes.count <= mostClasses || useful.length === 0) return classes;
    if (rarest > spells.deals.count) return combine(spells.deals.count, sorted, []);
  }
}

function startedDeals({ arrivals, deals }: Spells, day: Day): Int32Array {
  const seen = new Uint8Array(deals.count);
  for (let i = 0; i < arrivals.count; i += 1) {
    if ((arrivals.day[i] ?? 0) <= day) seen[arrivals.deal[i] ?? 0] = 1;
  }
  const started = new Int32Array(deals.count);
  let count = 0;
  for (let deal = 0; deal < deals.count; deal += 1) if (seen[deal] === 1) started[count++] = deal;
  return started.slice(0, count);
}

function fieldLevels(spells: Spells, started: Int32Array, field: TraitField, rarest: number): TraitLevels {
  const codes = spells.deals.traits[field];
  const names = spells.deals.traitNames[field];
  const counts = new Int32Array(names.length);
  for (let i = 0; i < started.length; i += 1) {
    const code = codes[started[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const kept = [...names.keys()]
    .filter((code) => names[code] !== "" && (counts[code] ?? 0) >= rarest)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1))
    .slice(0, MOST_LEVELS);
  const levelByCode = new Uint8Array(names.length);
  kept.forEach((code, i) => {
    levelByCode[code] = i + 1;
  });
  const levels = new Uint8Array(codes.length);
  for (let deal = 0; deal < levels.length; deal += 1) levels[deal] = levelByCode[codes[deal] ?? 0] ?? 0;
  return { trait: field, names: ["", ...kept.map((code) => names[code] ?? "")], levels };
}

function amountLevels({ deals }: Spells, started: Int32Array): TraitLevels {
  const known = new Float64Array(started.length);
  let count = 0;
  for (let i = 0; i < started.length; i += 1) {
    const amount = deals.amount[started[i] ?? 0] ?? Number.NaN;
    if (amount > 0) known[count++] = amount;
  }
  const levels = new Uint8Array(deals.count);
  if (count < 4 * RAREST) return { trait: "amount", names: [""], levels };
  const bounds = [...new Set(quantiles(known.subarray(0, count), BAND_SHARES))];
  for (let deal = 0; deal < levels.length; deal += 1) {
    const amount = deals.amount[deal] ?? Number.NaN;
    if (!(amount > 0)) continue;
    let band = 1;
    while (band <= bounds.length && amount > (bounds[band - 1] ?? 0)) band += 1;
    levels[deal] = band;
  }
  return { trait: "amount", names: ["", "0", ...bounds.map(String)], levels };
}

function combine(dealCount: number, sorted: Int32Array, traits: readonly TraitLevels[]): Classes {
  const keys = new Float64Array(dealCount);
  for (const { names, levels } of traits) {
    const size = names.length;
    for (let deal = 0; deal < dealCount; deal += 1)
      keys[deal] = (keys[deal] ?? 0) * size + (levels[deal] ?? 0);
  }
  const classByKey = new Map<number, number>();
  const classOf = new Int32Array(dealCount);
  const levelsOf: number[] = [];
  for (let i = 0; i < sorted.length; i += 1) {
    const deal = sorted[i] ?? 0;
    const key = keys[deal] ?? 0;
    const known = classByKey.get(key);
    classOf[deal] = known ?? classByKey.size;
    if (known !== undefined) continue;
    classByKey.set(key, classByKey.size);
    for (const { levels } of traits) levelsOf.push(levels[deal] ?? 0);
  }
  return { count: Math.max(1, classByKey.size), traits, classOf, levels: Int32Array.from(levelsOf) };
}
