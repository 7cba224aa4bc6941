import { type Period, type PeriodUnit, periodOf, shiftPeriod } from "../basics/period.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";

/** What was won in a period that is over. */
export interface WonPeriod {
  readonly period: Period;
  /** In the report's currency; wins without a readable amount add nothing. */
  readonly amount: number;
  readonly deals: number;
}

/**
 * What was won in each of the last `most` whole periods before the as-of day, from the first one in which a deal
 * was under way. Open deals play no part; a won deal without a closing day is in no period.
 */
export function wonByPeriod(pipeline: Pipeline, unit: PeriodUnit, most: number): readonly WonPeriod[] {
  const { deals, asOfDay } = pipeline;
  let first = Number.POSITIVE_INFINITY;
  for (const { startDay, closedDay } of deals) first = Math.min(first, startDay ?? closedDay ?? first);
  if (first === Number.POSITIVE_INFINITY) return [];
  const earliest = periodOf(first, unit);
  const running = periodOf(asOfDay + 1, unit);
  const sums = new Map<string, { amount: number; deals: number }>();
  for (const { outcome, closedDay, amount } of deals) {
    if (outcome !== "won" || closedDay === null) continue;
    const { label } = periodOf(closedDay, unit);
    const sum = sums.get(label) ?? { amount: 0, deals: 0 };
    sum.amount += amount ?? 0;
    sum.deals += 1;
    sums.set(label, sum);
  }
  const shown: WonPeriod[] = [];
  for (let step = -most; step < 0; step += 1) {
    const period = shiftPeriod(running, step);
    if (period.startDay < earliest.startDay) continue;
    shown.push({ period, ...(sums.get(period.label) ?? { amount: 0, deals: 0 }) });
  }
  return shown;
}
