import { isCurrencyName } from "./currency-names.ts";
import { hasDigit, plainDigits } from "./fold.ts";
import { rememberTexts } from "./remember-texts.ts";

/** What a text says of an amount. */
export type AmountReading = {
  /** The sign or code that stands with the number, or null. */
  readonly currency: string | null;
} & (
  | { readonly kind: "amount"; readonly amount: number; readonly decimalMark: "." | "," | null }
  /** One mark before exactly three digits (`12.500`): thousands or decimals, as its column decides. */
  | {
      readonly kind: "either";
      readonly mark: "." | ",";
      readonly thousands: number;
      readonly decimals: number;
    }
);

const LONGEST_AMOUNT = 60;
const LONGEST_HEADER = 100;
const LONGEST_WORD = 12;
/** What most programs write: nothing in it can be read in two ways. */
const PLAIN = /^\d{1,12}(?:\.\d\d?)?$/;
const SHAPE = /^([^\d.,]*)(\d[\d.,']*|[.,]\d+)([^\d]*)$/u;
const FACTORS: ReadonlyMap<string, number> = new Map([
  ...factor(1e3, "k tsd thousand thousands 000 000s tausend mille mil"),
  ...factor(1e4, "万 萬"),
  ...factor(1e6, "m mn mm mio million millions millionen mln millones milhoes milioni miljoen"),
  ...factor(1e8, "億 亿"),
  ...factor(1e9, "b bn mrd billion billions milliarden mld"),
]);

function factor(size: number, words: string): readonly (readonly [string, number])[] {
  return words.split(" ").map((word) => [word, size] as const);
}

/**
 * What a text says of an amount, in the ways people write them; null where it is none.
 * @example readAmountText("€12.500,00") // => { kind: "amount", amount: 12500, decimalMark: ",", currency: "€" }
 * @example readAmountText("(500)") // => { kind: "amount", amount: -500, decimalMark: null, currency: null }
 * @example readAmountText("1.2M") // => { kind: "amount", amount: 1200000, decimalMark: ".", currency: null }
 * @example readAmountText("12.500").thousands // => 12500
 * @example readAmountText("about ten") // => null
 */
export function readAmountText(text: string): AmountReading | null {
  if (text.length > LONGEST_AMOUNT || !hasDigit(text)) return null;
  if (PLAIN.test(text)) {
    const decimalMark = text.includes(".") ? "." : null;
    return { kind: "amount", amount: Number(text), decimalMark, currency: null };
  }
  const { body, negative } = signOf(text);
  const match = SHAPE.exec(body);
  if (!match) return null;
  const words = wordsAround(match[1] ?? "", match[3] ?? "");
  return words === null ? null : readDigits(match[2] ?? "", negative ? -1 : 1, words);
}

/** The text without spaces inside numbers and without its sign. */
function signOf(text: string): { readonly body: string; readonly negative: boolean } {
  const plain = plainDigits(text)
    .trim()
    .replace(/[’`´‘]/g, "'")
    .replace(/[−–]/g, "-")
    .replace(/(\p{L})\.(?=\s|\d|$)/gu, "$1 ")
    .replace(/(\d)[\s\u00a0\u202f_]+(?=\d{3}(?!\d))/g, "$1")
    .replace(/[.,]-+$|^\+|^(?:~|≈|ca\b\.?|approx\b\.?|about\b)\s*/gi, "");
  const bracketed = /^(.*)\((.*)\)(.*)$/.exec(plain);
  const inner = bracketed ? `${bracketed[1]}${bracketed[2]}${bracketed[3]}` : plain;
  const dash = /^(\D*)-\s*(\D*\d.*)$/.exec(inner) ?? /^(.*\d.*?)(\s*)-$/.exec(inner);
  const body = dash ? `${dash[1]}${dash[2]}` : inner;
  return { body: body.trim(), negative: bracketed !== null || dash !== null };
}

interface WordsAround {
  readonly factor: number;
  readonly currency: string | null;
}

/** Currency and size words before and after the digits; null where there is any other word. */
function wordsAround(before: string, after: string): WordsAround | null {
  let [size, currency]: [number, string | null] = [1, null];
  const words = `${before} ${after}`.split(/\s+/);
  for (const word of words.flatMap(splitOnce)) {
    const factorOf = FACTORS.get(word.toLowerCase().replace(/\.$/, ""));
    if (factorOf !== undefined && size === 1) size = factorOf;
    else if (currency === null && isCurrencyName(word)) currency = word;
    else return null;
  }
  return { factor: size, currency };
}

/** The same words stand beside the numbers of row after row. */
const splitOnce = rememberTexts(splitSign);

/**
 * `k€` is two words, `US$` is one; the `T` of `T€` is a thousand.
 * @example splitSign("TEUR") // => ["k", "EUR"]
 */
export function splitSign(word: string): readonly string[] {
  if (word === "" || word === "." || word === ",") return [];
  if (isCurrencyName(word) || isSize(word)) return [word];
  const letters = [...word];
  for (let split = 1; split < Math.min(letters.length, LONGEST_WORD); split++) {
    const [left, right] = [letters.slice(0, split).join(""), letters.slice(split).join("")];
    if (/^t$/i.test(left) && isCurrencyName(right)) return ["k", right];
    const isBoth = isSize(left) ? isCurrencyName(right) : isSize(right) && isCurrencyName(left);
    if (isBoth) return [left, right];
  }
  return [word];
}

/** Words of size that stand by themselves in a header. */
const HEADER_SIZE = /^(?:k|tsd|tausend|thousands?|000s?|mio|millions?|millionen)$/i;

/**
 * How much one of a column's numbers is worth, by the unit in its header.
 * @example sizeInHeader("Volumen (T€)") // => 1000
 * @example sizeInHeader("Amount in EUR") // => 1
 */
export function sizeInHeader(header: string): number {
  for (const word of header.slice(0, LONGEST_HEADER).split(/[\s()[\],/:.'’-]+/)) {
    const parts = splitSign(word);
    const size = parts.find(isSize);
    if (size !== undefined && (parts.length > 1 || HEADER_SIZE.test(size)))
      return FACTORS.get(size.toLowerCase()) ?? 1;
  }
  return 1;
}

function isSize(word: string): boolean {
  return FACTORS.has(word.toLowerCase().replace(/\.$/, ""));
}

function readDigits(
  digits: string,
  sign: number,
  { factor: size, currency }: WordsAround,
): AmountReading | null {
  const scaled = (number: number): number => tidy(sign * number * size);
  const bare = digits.replace(/'/g, "").replace(/[.,]$/, "");
  const mark = decimalMarkOf(bare);
  if (mark === "broken") return null;
  if (mark !== "either") {
    const plain = bare.replace(mark === "," ? /\./g : /,/g, "").replace(",", ".");
    const whole = mark === null ? bare.replace(/[.,]/g, "") : plain;
    return { kind: "amount", amount: scaled(Number(whole)), decimalMark: mark, currency };
  }
  const point = bare.includes(",") ? "," : ".";
  if (size !== 1) {
    return { kind: "amount", amount: scaled(Number(bare.replace(",", "."))), decimalMark: point, currency };
  }
  const thousands = scaled(Number(bare.replace(point, "")));
  return {
    kind: "either",
    mark: point,
    thousands,
    decimals: scaled(Number(bare.replace(",", "."))),
    currency,
  };
}

/** Which mark stands before the decimals: none, `.` or `,`; `either` where one mark stands before three digits. */
function decimalMarkOf(digits: string): "." | "," | null | "either" | "broken" {
  if (/^\d+$/.test(digits)) return null;
  if (/^\d{1,3}[.,]\d{3}$/.test(digits))
    return digits.startsWith("0") ? (digits.includes(",") ? "," : ".") : "either";
  if (/^\d{1,3}(\.\d{3}){2,}$|^\d{1,3}(,\d{2,3})+,\d{3}$/.test(digits)) return null;
  if (/^\d*,\d+$|^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return ",";
  return /^\d*\.\d+$|^\d{1,3}(,\d{2,3})+\.\d+$/.test(digits) ? "." : "broken";
}

/**
 * 1.2 × 1,000,000 is 1,200,000, not 1,199,999.9999999998.
 * @example tidy(1.1 * 1000) // => 1100
 */
export function tidy(amount: number): number {
  return Number(amount.toPrecision(15));
}
