import type { IntervalView } from "../pipeline-view.ts";

/** Numbers as the report words them: shares without decimals below n = 100, money without from 100 up. */

/** Keeps a number and its sign on one line. */
export const SPACE = "\u00a0";

export function money(amount: number, prefix: string): string {
  const text = fixed(Math.abs(amount), amount === 0 || Math.abs(amount) >= 100 ? 0 : 2);
  return `${amount < 0 ? "−" : ""}${prefix.replace(/ /g, SPACE)}${text}`;
}

/** Money for a chart's axis: `12k`, `1.2M`. */
export function shortMoney(amount: number): string {
  if (Math.abs(amount) >= 1e6) return `${trimmed(amount / 1e6)}M`;
  return Math.abs(amount) >= 1000 ? `${trimmed(amount / 1000)}k` : trimmed(amount);
}

export function share(value: number, n: number): string {
  return `${fixed(value * 100, n < 100 ? 0 : 1)}${SPACE}%`;
}

const MONTHS = [
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

/** `July 2026` of `2026-07`, `Q3 2026` of `2026-Q3`. */
export function periodName(period: string): string {
  const [year = "", part = ""] = period.split("-");
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

/** The same for a chart's axis: `Jul`, `Q3`; the first of a year carries it. */
export function shortPeriod(period: string): string {
  const [year = "", part = ""] = period.split("-");
  const name = MONTHS[Number(part) - 1]?.slice(0, 3) ?? part;
  return part === "01" || part === "Q1" ? `${name} ${year.slice(2)}` : name;
}

/** Text of the report, with no line break within "62 %" and "n = 180". */
export function reportText(text: string): string {
  return text.replace(/(\d) %/g, `$1${SPACE}%`).replace(/\bn = (?=\d)/g, `n${SPACE}=${SPACE}`);
}

export function count(value: number): string {
  return fixed(value, 0);
}

export function interval(value: IntervalView): string {
  const lower = fixed(value.lower * 100, value.n < 100 ? 0 : 1);
  return `${share(value.estimate, value.n)} (${lower}–${share(value.upper, value.n)}), n${SPACE}=${SPACE}${count(value.n)}`;
}

export function days(value: number): string {
  const whole = Math.round(value);
  return `${count(whole)} ${whole === 1 ? "day" : "days"}`;
}

function fixed(value: number, decimals: number): string {
  return value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function trimmed(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 1 });
}
