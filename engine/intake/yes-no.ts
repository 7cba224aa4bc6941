import { foldTight } from "./fold.ts";

const YES: ReadonlySet<string> = new Set(
  "true yes y 1 x ja wahr oui vrai si verdadero sim verdadeiro vero waar はい 是".split(" "),
);
const NO: ReadonlySet<string> = new Set(
  "false no n 0 nein falsch non faux falso nao nee onwaar いいえ 否".split(" "),
);

/**
 * What a box that is ticked or not says; null for any other text.
 * @example yesNoOf("Yes") // => true
 * @example yesNoOf("FALSE") // => false
 * @example yesNoOf("perhaps") // => null
 */
export function yesNoOf(text: string): boolean | null {
  if (/^[✓✔☑]$/u.test(text)) return true;
  if (/^[✗✘☐]$/u.test(text)) return false;
  const key = text.length > 12 ? "" : foldTight(text);
  return YES.has(key) ? true : NO.has(key) ? false : null;
}
