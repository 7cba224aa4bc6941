import { foldTight, foldWords } from "./fold.ts";
import { allLanguages } from "./header-words/all-languages.ts";
import type { HeaderField, HeaderWords } from "./header-words/header-words.ts";

/** A field that a header may name, and how surely it does by its words alone, 0–1. */
export interface HeaderMatch {
  readonly field: HeaderField;
  readonly certainty: number;
}

const SURE = 0.95;
const LIKELY = 0.75;
const FAINT = 0.7;
/** Words that only join others: `Data do fechamento` and `Data de fechamento` are one. */
const JOINING = "the of de do da das dos del della dei di du des d l la le el der van";
const JOINING_WORDS: ReadonlySet<string> = new Set(JOINING.split(" "));
/** Words around a known header that do not change what it means. */
const NEUTRAL: ReadonlySet<string> = new Set(
  `${JOINING} deal deals opportunity opportunities opp in our usd eur gbp chf incl excl vat net gross netto ht ttc iva btw t teur k keur tsd mio thousands`.split(
    " ",
  ),
);
/** Exports put the kind of record before each header. */
const PREFIX = /^\s*(?:deal|opportunity|lead|negócio|transaction)\s*[-:.]\s*/i;
const NEUTRAL_FACTOR = 0.9;
/** One header in two languages: `Owner / Besitzer`, `Grund (Reason)`, or two lines of one cell. */
const BETWEEN_WORDS = /[/|()[\]\n]+/;
/** Of such a header with a part that is unknown; what brackets say beside an unknown word (`Phone (owner)`) is no name. */
const HALF_KNOWN_FACTOR = 0.75;
const LONGEST_HEADER = 120;

const INDEX = buildIndex(allLanguages);

function buildIndex(
  languages: readonly HeaderWords[],
): ReadonlyMap<string, ReadonlyMap<HeaderField, number>> {
  const index = new Map<string, Map<HeaderField, number>>();
  for (const words of languages) {
    for (const [field, lists] of Object.entries(words) as [HeaderField, HeaderWords[HeaderField]][]) {
      addWords(index, field, lists?.faint, FAINT);
      addWords(index, field, lists?.likely, LIKELY);
      addWords(index, field, lists?.sure, SURE);
    }
  }
  return index;
}

function addWords(
  index: Map<string, Map<HeaderField, number>>,
  field: HeaderField,
  list: string | undefined,
  certainty: number,
): void {
  for (const word of list?.split("|") ?? []) {
    const words = foldWords(word).split(" ");
    const telling = words.filter((part) => !JOINING_WORDS.has(part));
    for (const key of new Set([words.join(""), (telling.length > 1 ? telling : words).join("")])) {
      const fields = index.get(key) ?? new Map<HeaderField, number>();
      fields.set(field, Math.max(fields.get(field) ?? 0, certainty));
      index.set(key, fields);
    }
  }
}

/**
 * The fields that a header may name. Units in brackets, a `Deal - ` prefix and a trailing `*` do not count;
 * a header with any further word is not taken for the field (`Company size` is no company), but for a second
 * name of it beside a slash, a bar or in brackets.
 * @example matchHeader("Deal - Title").map((match) => match.field) // => ["name"]
 * @example matchHeader("Company size") // => []
 * @example matchHeader("Besitzer / Owner").map((match) => match.field) // => ["owner"]
 * @example matchHeader("Owner / Region") // => []
 */
export function matchHeader(header: string): readonly HeaderMatch[] {
  if (header.length > LONGEST_HEADER) return [];
  const whole = matchWords(header);
  if (whole.length > 0 || !BETWEEN_WORDS.test(header)) return whole;
  const parts = header.split(BETWEEN_WORDS).filter((part) => foldTight(part) !== "");
  const named = parts.map(matchWords).filter((matches) => matches.length > 0);
  const isHalfKnown = named.length < parts.length;
  if (isHalfKnown && /[([]/.test(header)) return [];
  const factor = isHalfKnown ? HALF_KNOWN_FACTOR : NEUTRAL_FACTOR;
  const fields = new Set(named[0]?.map(({ field }) => field));
  return [...fields].flatMap((field) => {
    const certainties = named.map(
      (matches) => matches.find((match) => match.field === field)?.certainty ?? 0,
    );
    return Math.min(...certainties) > 0 ? [{ field, certainty: Math.max(...certainties) * factor }] : [];
  });
}

function matchWords(header: string): readonly HeaderMatch[] {
  const bare = header.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ");
  for (const text of [bare, bare.replace(PREFIX, "")]) {
    const whole = lookUp(foldTight(text), 1);
    if (whole.length > 0) return whole;
  }
  const kept = foldWords(bare)
    .split(" ")
    .filter((word) => !NEUTRAL.has(word));
  return lookUp(kept.join(""), NEUTRAL_FACTOR);
}

function lookUp(key: string, factor: number): readonly HeaderMatch[] {
  const fields = INDEX.get(key);
  if (!fields) return [];
  return [...fields].map(([field, certainty]) => ({ field, certainty: certainty * factor }));
}
