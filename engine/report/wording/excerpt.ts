const EXCERPT_LENGTH = 40;

/**
 * A text of the user's made fit for one line: control characters and line breaks become spaces, long texts are cut.
 * @example excerptOf("31/02/2025\n") // => "31/02/2025"
 */
export function excerptOf(text: string): string {
  return lineOf(text, EXCERPT_LENGTH);
}

/**
 * The same with at most so many characters.
 * @example lineOf("a long name", 6) // => "a lon…"
 */
export function lineOf(text: string, most: number): string {
  const start = text.slice(0, most * 10);
  const plain = start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const characters = Array.from(plain);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : plain;
}
