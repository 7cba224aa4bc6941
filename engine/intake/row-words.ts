import { foldTight } from "./fold.ts";

const TOTALS: ReadonlySet<string> = new Set(
  `total|totals|grand total|subtotal|sub total|sum|sums|average|avg|mean|median|count|
  summe|gesamt|gesamtsumme|zwischensumme|insgesamt|durchschnitt|mittelwert|anzahl|
  total général|sous total|somme|moyenne|suma|subtotales|promedio|total general|soma|média|total geral|
  totale|somma|media|subtotale|totaal|subtotaal|som|gemiddelde|合計|小計|総計|平均|合计|小计|总计|总和|平均值`
    .split("|")
    .map(foldTight),
);
const PROSE =
  /^[*†‡]|^(notes?|nb|n\.b\.|source|hinweis|quelle|remarque|nota|notas?|opmerking|注|備考|备注)\b/i;
const LONGEST_NAME = 60;
const MOST_WORDS_IN_NAME = 7;

/**
 * Whether a text heads a row of totals.
 * @example isTotalWord("Grand total:") // => true
 * @example isTotalWord("TotalEnergies") // => false
 */
export function isTotalWord(text: string): boolean {
  return text.length < 40 && TOTALS.has(foldTight(text.replace(/\(.*\)|[:\d,.]+$/g, "")));
}

/**
 * Whether a text alone in its row reads as a remark, not as the name of a deal.
 * @example isProse("* Amounts are without VAT") // => true
 * @example isProse("Acme renewal") // => false
 */
export function isProse(text: string): boolean {
  return PROSE.test(text) || text.length > LONGEST_NAME || text.split(/\s+/).length > MOST_WORDS_IN_NAME;
}
