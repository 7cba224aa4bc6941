import { CURRENCY_CODES, CURRENCY_OF_SIGN } from "../basics/currencies.ts";

/**
 * Which currency a spreadsheet's number format names. A symbol that several countries use is read by the
 * locale beside it (`[$kr-41D]`); a bare `$` is read as US dollars and a bare `¥` as yen, because that is what
 * they mean most often; a bare `kr` names no currency.
 */

/** Windows locale numbers of countries that share a symbol with others. */
const CURRENCY_OF_LOCALE: ReadonlyMap<string, string> = new Map([
  ["$ 1009", "CAD"],
  ["$ C0C", "CAD"],
  ["$ C09", "AUD"],
  ["$ 1409", "NZD"],
  ["$ C04", "HKD"],
  ["$ 4809", "SGD"],
  ["$ 80A", "MXN"],
  ["$ 340A", "CLP"],
  ["$ 240A", "COP"],
  ["$ 2C0A", "ARS"],
  ["¥ 804", "CNY"],
  ["kr 41D", "SEK"],
  ["kr 414", "NOK"],
  ["kr 814", "NOK"],
  ["kr 406", "DKK"],
  ["kr. 406", "DKK"],
]);

/**
 * The currency that a number format names, or null where it names none.
 * @example currencyOfFormat("#,##0.00 [$€-407]") // => "EUR"
 * @example currencyOfFormat("#,##0.00 [$kr-41D]") // => "SEK"
 * @example currencyOfFormat("#,##0.00") // => null
 */
export function currencyOfFormat(formatCode: string): string | null {
  const tagged = /\[\$([^\]-]+)(?:-([^\]]*))?\]/.exec(formatCode);
  if (tagged) return currencyOfTag((tagged[1] ?? "").trim(), (tagged[2] ?? "").toUpperCase());
  return currencyOfText(literalText(formatCode));
}

function currencyOfTag(symbol: string, locale: string): string | null {
  const byLocale = CURRENCY_OF_LOCALE.get(`${symbol} ${locale.replace(/^0+/, "")}`);
  if (byLocale !== undefined) return byLocale;
  return /^[A-Z]{3}$/.test(symbol) ? symbol : currencyOfText(symbol);
}

function currencyOfText(text: string): string | null {
  for (const word of text.split(/\s+/)) {
    const currency = CURRENCY_OF_SIGN.get(word) ?? (CURRENCY_CODES.has(word) ? word : null);
    if (currency !== null) return currency;
  }
  return null;
}

/** What the first section prints besides digits, as words: quoted and escaped text, and bare symbols. */
function literalText(formatCode: string): string {
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(formatCode)?.[0] ?? "";
  return section
    .replace(/\[[^\]]*\]/g, " ")
    .replace(/[_*]./g, " ")
    .replace(/"([^"]*)"/g, " $1 ")
    .replace(/\\(.)/g, "$1")
    .replace(/\u00a0|[#0?.,%]/g, " ");
}
