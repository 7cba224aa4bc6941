/**
 * Signs that stand with amounts, by the currency they mean most often: a bare `$` is US dollars, a bare `¥` yen.
 * `kr` is not here: it means a crown of four countries.
 */
export const CURRENCY_OF_SIGN: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["$", "USD"],
  ["US$", "USD"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["円", "JPY"],
  ["元", "CNY"],
  ["₹", "INR"],
  ["R$", "BRL"],
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["CA$", "CAD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["S$", "SGD"],
  ["MX$", "MXN"],
  ["Fr.", "CHF"],
  ["zł", "PLN"],
  ["Kč", "CZK"],
  ["Ft", "HUF"],
  ["₽", "RUB"],
  ["₴", "UAH"],
  ["₺", "TRY"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₫", "VND"],
  ["฿", "THB"],
  ["₦", "NGN"],
  ["₱", "PHP"],
]);

/** ISO 4217 codes of the currencies that sheets are kept in. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  (
    "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MAD MXN " +
    "MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
  ).split(" "),
);
