import { foldTight, foldWords } from "./fold.ts";
import { monthOfName } from "./month-names.ts";
import { plainOutcome } from "./outcome-words.ts";

const TOTALS: ReadonlySet<string> = new Set(
  `total|totals|grand total|subtotal|sub total|sum|sums|average|avg|mean|median|count|
  summe|gesamt|gesamtsumme|zwischensumme|insgesamt|durchschnitt|mittelwert|anzahl|
  total général|sous total|somme|moyenne|suma|subtotales|promedio|total general|soma|média|total geral|
  forecast|weighted|weighted forecast|prognose|gewichtet|totale|somma|media|subtotale|totaal|subtotaal|som|gemiddelde|合計|小計|総計|平均|合计|小计|总计|总和|平均值`
    .split("|")
    .map(foldTight),
);
/** No word of totals begins so, and most dates and numbers do. */
const DIGIT_FIRST = /^\d/;
/** At the end of a line of totals these do not stand alone. */
const PERIODS = /^(ytd|mtd|qtd|to date)$/;
const PROSE =
  /^[*†‡]|^(notes?|nb|n\.b\.|source|hinweis|quelle|remarque|nota|notas?|opmerking|注|備考|备注)\b/i;
const LONGEST_NAME = 60;
const LONGEST_LABEL = 30;
const MOST_WORDS_IN_NAME = 7;

/**
 * Whether a text heads a row of totals.
 * @example isTotalWord("Grand total:") // => true
 * @example isTotalWord("TotalEnergies") // => false
 */
export function isTotalWord(text: string): boolean {
  return (
    text.length < 40 &&
    !DIGIT_FIRST.test(text) &&
    TOTALS.has(foldTight(text.replace(/\(.*\)|[:\d,.]+$/g, "")))
  );
}

/**
 * Whether a text beside a sum alone reads as a line of totals: its first or last word is one.
 * @example isTotalPhrase("Total pipeline") // => true
 * @example isTotalPhrase("Won YTD") // => true
 * @example isTotalPhrase("Harbour lights") // => false
 */
export function isTotalPhrase(text: string): boolean {
  if (isTotalWord(text)) return true;
  const words = foldWords(text.replace(/\(.*\)/g, "")).split(" ");
  const last = words[words.length - 1] ?? "";
  return (
    text.length < LONGEST_LABEL && (TOTALS.has(words[0] ?? "") || TOTALS.has(last) || PERIODS.test(last))
  );
}

/**
 * Whether a text alone in its row heads a group of rows: a month, a quarter, a year, or an outcome.
 * @example isGroupLabel("March 2026") // => true
 * @example isGroupLabel("Won deals (3)") // => true
 * @example isGroupLabel("Acme") // => false
 */
export function isGroupLabel(text: string): boolean {
  if (text.length > LONGEST_LABEL) return false;
  const bare = text.replace(/\s*:$|\s*\(\d+\)$/g, "");
  const word = bare.replace(/[\s,/-]*\b(?:19|20)\d{2}$|^(?:19|20)\d{2}\b[\s,/-]*/g, "");
  if (word === "" || /^(?:(?:q|h|quarter|week|kw|t)\s?\d{1,2}(?:[/' ]\d{2})?|fy\s?\d{2,4})$/i.test(word))
    return true;
  return monthOfName(word) !== null || plainOutcome(word.replace(/\s+deals$/i, "")) !== null;
}

/**
 * Whether a text alone in its row reads as a remark, not as the name of a deal.
 * @example isProse("* Amounts are without VAT") // => true
 * @example isProse("Acme renewal") // => false
 */
export function isProse(text: string): boolean {
  return PROSE.test(text) || text.length > LONGEST_NAME || text.split(/\s+/).length > MOST_WORDS_IN_NAME;
}
