const LONGEST = 200;
/** What most texts are, and all of it that needs no table of letters. */
const ASCII = /^[\0-\x7f]*$/;
const HUMP = /([a-z])([A-Z])/g;

/**
 * A text as words that compare alike: without case, accents and punctuation, `CamelCase` apart, one space
 * between words. Longer texts than any header or stage are cut.
 * @example foldWords("Deal_Value ($)*") // => "deal value"
 * @example foldWords("CloseDate") // => "close date"
 * @example foldWords("Étape") // => "etape"
 * @example foldWords("N°affaire") // => "no affaire"
 */
export function foldWords(text: string): string {
  const whole = text.slice(0, LONGEST);
  if (ASCII.test(whole))
    return whole
      .replace(HUMP, "$1 $2")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return whole
    .replace(HUMP, "$1 $2")
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

/** Whether there is a digit in a text, of any width: without one it is no day and no amount. */
export function hasDigit(text: string): boolean {
  return /[\d\uff00-\uffef]/.test(text);
}
