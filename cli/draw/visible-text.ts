/**
 * A text as a terminal may show it: what a workbook holds must not move the cursor, change colours or turn the
 * reading direction. Control characters become spaces, line breaks included; direction marks vanish.
 * @example visibleText("a\u001b[31mb") // => "a [31mb"
 */
export function visibleText(text: string): string {
  return text.replace(/\p{Cc}/gu, " ").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}
