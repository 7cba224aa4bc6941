import { CURRENCY_CODES, CURRENCY_OF_SIGN } from "../basics/currencies.ts";
import { foldTight } from "./fold.ts";

/** Words and further signs by ISO 4217 code. */
const WORDS: readonly (readonly [string, string])[] = [
  ["EUR", "euro euros"],
  ["USD", "usd$ $us dollar dollars usdollar usdollars"],
  ["GBP", "poundsterling pound pounds britishpound sterling"],
  ["JPY", "yen japaneseyen jp¥"],
  ["CNY", "rmb yuan 人民币 cn¥ chineseyuan renminbi"],
  ["CHF", "fr sfr swissfranc schweizerfranken franken"],
  ["CAD", "can$ cad$ canadiandollar"],
  ["AUD", "au$ aud$ australiandollar"],
  ["NZD", "nzd$ newzealanddollar"],
  ["HKD", "hongkongdollar"],
  ["SGD", "sg$ singaporedollar"],
  ["MXN", "mex$ mexicanpeso"],
  ["BRL", "real reais brazilianreal"],
  ["INR", "rs rupee rupees indianrupee"],
  ["RUB", "rub ruble rubles"],
  ["KRW", "원 koreanwon"],
  ["TRY", "tl turkishlira"],
  ["UAH", "hryvnia"],
  ["PLN", "zl zloty złoty"],
  ["CZK", "kc czechkoruna"],
  ["HUF", "forint"],
  ["RON", "lei leu"],
  ["SEK", "swedishkrona"],
  ["NOK", "norwegiankrone"],
  ["DKK", "danishkrone"],
  ["ILS", "shekel"],
  ["THB", "baht"],
  ["VND", "dong"],
  ["NGN", "naira"],
  ["ZAR", "rand"],
  ["AED", "dirham"],
];
/** Signs that more than one currency uses, with the others; a setting that names one of them decides. */
const SHARED_SIGNS: readonly (readonly [string, string])[] = [
  ["$", "USD CAD AUD NZD HKD SGD MXN ARS CLP COP UYU"],
  ["¥", "JPY CNY"],
  ["kr", "SEK NOK DKK ISK"],
];

const BY_NAME = new Map<string, string>();
for (const code of CURRENCY_CODES) BY_NAME.set(keyOf(code), code);
for (const [sign, code] of CURRENCY_OF_SIGN) BY_NAME.set(keyOf(sign), code);
for (const [code, words] of WORDS) for (const word of words.split(" ")) BY_NAME.set(keyOf(word), code);
const LONGEST_NAME = 30;
const SHARED = new Map(SHARED_SIGNS.map(([sign, codes]) => [sign, codes.split(" ")]));

function keyOf(name: string): string {
  const sign = name.trim().toLowerCase();
  return /[^\p{L}\s.]/u.test(sign) ? sign.replace(/[\s.]/g, "") : foldTight(sign);
}

/**
 * The ISO code that a sign, code or word means, or null for any other text. A sign that several currencies
 * share is `preferred` where that is one of them.
 * @example currencyOf("€") // => "EUR"
 * @example currencyOf("$", "CAD") // => "CAD"
 * @example currencyOf("U.S. Dollar") // => "USD"
 * @example currencyOf("apples") // => null
 */
export function currencyOf(name: string, preferred?: string | null): string | null {
  if (name.length > LONGEST_NAME) return null;
  const key = keyOf(name);
  const shared = SHARED.get(key);
  if (shared && preferred && shared.includes(preferred)) return preferred;
  return BY_NAME.get(key) ?? null;
}

/**
 * Whether a text stands for a currency, even one that it alone does not tell (`kr`).
 * @example isCurrencyName("kr") // => true
 */
export function isCurrencyName(name: string): boolean {
  return currencyOf(name) !== null || (name.length <= LONGEST_NAME && SHARED.has(keyOf(name)));
}
