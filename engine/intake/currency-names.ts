import { foldTight } from "./fold.ts";

/** Signs and words by ISO 4217 code; a sign that several currencies share stands with its commonest. */
const NAMES: readonly (readonly [string, string])[] = [
  ["EUR", "€ euro euros"],
  ["USD", "$ us$ usd$ $us dollar dollars usdollar usdollars"],
  ["GBP", "£ poundsterling pound pounds britishpound sterling"],
  ["JPY", "¥ 円 yen japaneseyen jp¥"],
  ["CNY", "元 rmb yuan 人民币 cn¥ chineseyuan renminbi"],
  ["CHF", "fr sfr chf swissfranc schweizerfranken franken"],
  ["CAD", "ca$ c$ can$ cad$ canadiandollar"],
  ["AUD", "au$ a$ aud$ australiandollar"],
  ["NZD", "nz$ nzd$ newzealanddollar"],
  ["HKD", "hk$ hongkongdollar"],
  ["SGD", "s$ sg$ singaporedollar"],
  ["MXN", "mx$ mex$ mexicanpeso"],
  ["BRL", "r$ real reais brazilianreal"],
  ["INR", "₹ rs inr rupee rupees indianrupee"],
  ["RUB", "₽ rub ruble rubles"],
  ["KRW", "₩ won원 원 koreanwon"],
  ["TRY", "₺ tl turkishlira"],
  ["UAH", "₴ hryvnia"],
  ["PLN", "zł zl zloty złoty"],
  ["CZK", "kč kc czechkoruna"],
  ["HUF", "ft forint"],
  ["RON", "lei leu"],
  ["SEK", "swedishkrona"],
  ["NOK", "norwegiankrone"],
  ["DKK", "danishkrone"],
  ["ILS", "₪ shekel"],
  ["THB", "฿ baht"],
  ["VND", "₫ dong"],
  ["NGN", "₦ naira"],
  ["PHP", "₱"],
  ["ZAR", "rand"],
  ["AED", "dirham"],
];
const OTHER_CODES = "AED ARS BGN CLP COP EGP HRK IDR ISK KES MAD MYR PEN QAR SAR TWD UYU ZAR SEK NOK DKK";
/** Signs that more than one currency uses, with the others; a setting that names one of them decides. */
const SHARED_SIGNS: readonly (readonly [string, string])[] = [
  ["$", "USD CAD AUD NZD HKD SGD MXN ARS CLP COP UYU"],
  ["¥", "JPY CNY"],
  ["kr", "SEK NOK DKK ISK"],
];

const BY_NAME = new Map<string, string>();
for (const [code, names] of NAMES) {
  for (const name of [code, ...names.split(" ")]) BY_NAME.set(keyOf(name), code);
}
for (const code of OTHER_CODES.split(" ")) BY_NAME.set(keyOf(code), code);
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
  if (name.length > 30) return null;
  const key = keyOf(name);
  const shared = SHARED.get(key);
  if (shared && preferred && shared.includes(preferred)) return preferred;
  return BY_NAME.get(key) ?? null;
}
