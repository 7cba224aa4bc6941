const LONGEST = 200;

/**
 * A text as words that compare alike: without case, accents and punctuation, `CamelCase` apart, one space
 * between words. Longer texts than any header or stage are cut.
 * @example foldWords("Deal_Value ($)*") // => "deal value"
 * @example foldWords("CloseDate") // => "close date"
 * @example foldWords("Étape") // => "etape"
 * @example foldWords("N°affaire") // => "no affaire"
 */
export function foldWords(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/\bn[°º]/gi, "no ")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\u3099\u309a]+/gu, " ")
    .trim()
    .normalize("NFC");
}

/**
 * The same without spaces: `closedwon`, `Closed Won` and `closed-won` are one.
 * @example foldTight("Closed - Won") // => "closedwon"
 */
export function foldTight(text: string): string {
  return foldWords(text).replace(/ /g, "");
}

/**
 * A text with full-width digits and signs, as Japanese and Chinese keyboards type them, made plain.
 * @example plainDigits("￥１，２００") // => "¥1,200"
 */
export function plainDigits(text: string): string {
  return /[\uff00-\uffef]/.test(text) ? text.normalize("NFKC") : text;
}
