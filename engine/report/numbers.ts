import { type Day, dateOfDay } from "../basics/day.ts";
import type { Interval } from "../basics/figure.ts";
import type { Period } from "../basics/period.ts";

/** Numbers as prose shows them: British, in full, with their unit. Every host prints these same words. */

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["EUR", "€"],
  ["USD", "$"],
  ["GBP", "£"],
  ["JPY", "¥"],
]);

/** Below this many deals a share is shown without decimals: more would promise a precision that is not there. */
const DECIMALS_FROM = 100;

/**
 * How many decimals a percentage deserves: none below 100 deals, one from there on.
 * @example shareDecimals(99) // => 0
 */
export function shareDecimals(n: number): 0 | 1 {
  return n < DECIMALS_FROM ? 0 : 1;
}

/** Rounded half up on 15 digits, as spreadsheets show their cells. */
function fixed(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(Number((Math.abs(value) * scale).toPrecision(15))) / scale;
  const [whole = "", fraction] = rounded.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && rounded !== 0 ? `−${digits}` : digits;
}

/**
 * A whole number with its thousands apart.
 * @example countText(10005534) // => "10,005,534"
 */
export function countText(value: number): string {
  return fixed(value, 0);
}

/**
 * A count with its noun.
 * @example countedText(1, "deal") // => "1 deal"
 * @example countedText(1200, "deal") // => "1,200 deals"
 */
export function countedText(value: number, noun: string, plural = `${noun}s`): string {
  return `${countText(value)} ${value === 1 ? noun : plural}`;
}

/**
 * A share as a percentage.
 * @example shareText(0.63157, 1200) // => "63.2 %"
 * @example shareText(0.6315, 40) // => "63 %"
 */
export function shareText(share: number, n: number): string {
  return `${fixed(share * 100, shareDecimals(n))} %`;
}

/**
 * Whole days.
 * @example daysText(51.78) // => "52 days"
 */
export function daysText(days: number): string {
  return countedText(Math.round(days), "day");
}

/**
 * What stands before an amount: the symbol where all know it, else the code; nothing where no currency is known.
 * @example currencyPrefix("EUR") // => "€"
 * @example currencyPrefix("CHF") // => "CHF "
 */
export function currencyPrefix(currency: string | null): string {
  if (currency === null || !/^[A-Za-z]{3}$/.test(currency)) return "";
  return SYMBOLS.get(currency) ?? `${currency} `;
}

/** From this amount up nobody asks for the cents. */
export const WHOLE_AMOUNTS_FROM = 100;

/**
 * An amount in the report's currency, without decimals from 100 up.
 * @example amountText(2361.4, "USD") // => "$2,361"
 * @example amountText(99.5, null) // => "99.50"
 * @example amountText(-3000, "EUR") // => "−€3,000"
 */
export function amountText(amount: number, currency: string | null): string {
  const size = Math.abs(amount);
  const digits = fixed(size, size >= WHOLE_AMOUNTS_FROM || size === 0 ? 0 : 2);
  return `${amount < 0 ? "−" : ""}${currencyPrefix(currency)}${digits}`;
}

/**
 * Amounts that stand side by side: all of them without decimals where the largest is of 100 or more.
 * @example amountsLike([74348, 625.45], "EUR")(625.45) // => "€625"
 * @example amountsLike([12.5], null)(12.5) // => "12.50"
 */
export function amountsLike(amounts: readonly number[], currency: string | null): (amount: number) => string {
  const isLarge = amounts.some((amount) => Math.abs(amount) >= WHOLE_AMOUNTS_FROM);
  return (amount) => {
    if (!isLarge) return amountText(amount, currency);
    const sign = Math.round(amount) < 0 ? "−" : "";
    return sign + currencyPrefix(currency) + fixed(Math.abs(amount), 0);
  };
}

/**
 * A day as people say it.
 * @example dayText(20634) // => "30 June 2026"
 */
export function dayText(day: Day): string {
  const { year, month, dayOfMonth } = dateOfDay(day);
  return `${dayOfMonth} ${MONTH_NAMES[month - 1] ?? ""} ${year}`;
}

/**
 * A month or quarter as people say it.
 * @example periodText({ label: "2026-07", unit: "month", startDay: 20635, endDay: 20665 }) // => "July 2026"
 * @example periodText({ label: "2026-Q3", unit: "quarter", startDay: 20635, endDay: 20726 }) // => "Q3 2026"
 */
export function periodText({ unit, startDay }: Period): string {
  const { year, month } = dateOfDay(startDay);
  return unit === "month" ? `${MONTH_NAMES[month - 1] ?? ""} ${year}` : `Q${Math.ceil(month / 3)} ${year}`;
}

/**
 * The same where there is little room, as below a chart.
 * @example shortPeriodText({ label: "2026-07", unit: "month", startDay: 20635, endDay: 20665 }) // => "Jul 26"
 */
export function shortPeriodText(period: Period): string {
  const [name = "", year = ""] = periodText(period).split(" ");
  return `${name.slice(0, 3)} ${year.slice(2)}`;
}

/**
 * The chance of something to come; never 0 or 100 %.
 * @example chanceText(0.237) // => "24 %"
 * @example chanceText(1) // => "over 99 %"
 */
export function chanceText(chance: number): string {
  if (chance < 0.01) return "under 1 %";
  return chance > 0.99 ? "over 99 %" : shareText(chance, 0);
}

/**
 * Where a share plausibly lies.
 * @example rangeText({ lower: 0.55, estimate: 0.62, upper: 0.68, level: 0.8, n: 90 }) // => "55–68 %"
 */
export function rangeText({ lower, upper, n }: Interval): string {
  return `${fixed(lower * 100, shareDecimals(n))}–${shareText(upper, n)}`;
}

/**
 * A share with its interval and the deals it rests on.
 * @example intervalText({ lower: 0.55, estimate: 0.62, upper: 0.68, level: 0.8, n: 90 }) // => "62 % (55–68 %), n = 90"
 */
export function intervalText(interval: Interval): string {
  const { estimate, n } = interval;
  return `${shareText(estimate, n)} (${rangeText(interval)}), n = ${countText(n)}`;
}

/**
 * Names in a row, as a sentence holds them; semicolons part names that hold commas.
 * @example listText(["Contact", "Proposal", "Closing"]) // => "Contact, Proposal and Closing"
 * @example listText(["Cycle, mean", "Cycle, median", "Velocity"]) // => "Cycle, mean; Cycle, median; and Velocity"
 */
export function listText(names: readonly string[]): string {
  const last = names[names.length - 1] ?? "";
  if (names.length > 1 && names.some((name) => name.includes(",")))
    return `${names.slice(0, -1).join("; ")}; and ${last}`;
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
