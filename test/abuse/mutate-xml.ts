import type { RandomSource } from "../../engine/stats/random.ts";

/** A change to a part's text that a hostile or broken writer could make. */
type Mutation = (text: string, random: RandomSource) => string;

const HOSTILE_NUMBERS = ["-1", "0", "1e308", "NaN", "99999999999", "1048577", "2147483648", "-0.5", ""];
const HOSTILE_TEXTS = [
  "../../../../secret",
  "A1:XFD1048576",
  "XFE1048577",
  "ZZZZZZZ99999999999",
  "=1+1",
  "__proto__",
  "constructor",
  "&undefined;",
  "&#0;",
  "&#x110000;",
  "]]>",
  "<!--",
  "\u0000",
  "\ud800",
  "A".repeat(100_000),
  "2026-02-31",
  "yyyy-mm-dd;@",
  "[h]:mm:ss",
];
const HOSTILE_PIECES = [
  "<![CDATA[",
  "<!--",
  "<?xml?>",
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  "<c/>".repeat(10_000),
  "<x>".repeat(50_000),
  '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
  '<c t="s"><v>4294967296</v></c>',
  '<c s="99999"><v>46000</v></c>',
  '<c t="shared"><f t="shared" si="1"/></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  "</sheetData>",
  "</worksheet>",
];

const MUTATIONS: readonly Mutation[] = [
  (text, random) => withoutRange(text, ...tagAt(text, random)),
  (text, random) => {
    const [from, to] = tagAt(text, random);
    return `${text.slice(0, to)}${text.slice(from, to)}${text.slice(to)}`;
  },
  (text, random) => withoutRange(text, ...stretchAt(text, random)),
  (text, random) => {
    const [from, to] = stretchAt(text, random);
    return `${text.slice(0, to)}${text.slice(from, to).repeat(1 + random.below(50))}${text.slice(to)}`;
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => insertAt(text, random.below(text.length + 1), pick(HOSTILE_PIECES, random)),
  (text, random) => insertAt(text, tagAt(text, random)[1], pick(HOSTILE_PIECES, random)),
  (text, random) => replaceOne(text, /\d+(\.\d+)?/g, pick(HOSTILE_NUMBERS, random), random),
  (text, random) => replaceOne(text, /(?<==")[^"]*(?=")/g, pick(HOSTILE_TEXTS, random), random),
  (text, random) => replaceOne(text, /(?<=>)[^<>]+(?=<)/g, pick(HOSTILE_TEXTS, random), random),
  (text, random) =>
    replaceOne(text, /(?<=<\/?)[A-Za-z:]+/g, pick(["x", "c", "row", "sheetData", "is"], random), random),
  (text, random) => replaceOne(text, /[\p{L}\d-]{3,}/gu, pick(HOSTILE_TEXTS, random), random),
  (text) => `\ufeff${text}`,
  (text) => text.replace(/<(\/?)(?=[A-Za-z])/g, "<$1x:"),
];

/** The text with one change, or with up to four. */
export function mutateXml(text: string, random: RandomSource): string {
  let changed = text;
  for (let left = 1 + random.below(4); left > 0; left--) changed = pick(MUTATIONS, random)(changed, random);
  return changed;
}

export function pick<T>(values: readonly T[], random: RandomSource): T {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function tagAt(text: string, random: RandomSource): [from: number, to: number] {
  const from = text.indexOf("<", random.below(text.length + 1));
  const to = text.indexOf(">", from);
  return from < 0 || to < 0 ? [0, 0] : [from, to + 1];
}

function stretchAt(text: string, random: RandomSource): [from: number, to: number] {
  const from = random.below(text.length + 1);
  return [from, Math.min(text.length, from + random.below(300))];
}

function withoutRange(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(to);
}

function insertAt(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function replaceOne(text: string, pattern: RegExp, by: string, random: RandomSource): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const { 0: found, index } = pick(places, random);
  return text.slice(0, index) + by + text.slice(index + found.length);
}
