import type { IntervalView } from "../pipeline-view.ts";

/** Numbers as the report words them: shares without decimals below n = 100, money without from 1,000 up. */

/** Keeps a number and its sign on one line. */
const SPACE = "\u00a0";

export function money(amount: number, prefix: string): string {
  const text = fixed(Math.abs(amount), Math.abs(amount) >= 1000 ? 0 : 2);
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

export function count(value: number): string {
  return fixed(value, 0);
}

export function interval(value: IntervalView): string {
  const lower = fixed(value.lower * 100, value.n < 100 ? 0 : 1);
  return `${share(value.estimate, value.n)} (${lower}–${share(value.upper, value.n)}), n = ${count(value.n)}`;
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
