import { type Figure, isKnown, missing } from "../basics/figure.ts";
import type { CycleLength, DealSize, Velocity, WinRate } from "./types.ts";

/**
 * What the open pipeline earns a day if the past repeats itself: open deals × win rate (by count) × average won
 * amount ÷ mean won cycle in days. Currency a day. A yardstick to watch over time, not a forecast: it takes no
 * account of where the open deals stand. Missing where one of its parts is. Source: method.md section 4.
 */
export function velocity(
  openDeals: number,
  winRate: WinRate,
  size: DealSize,
  wonCycle: Figure<CycleLength>,
): Figure<Velocity> {
  const { byCount } = winRate;
  const { averageWonAmount } = size;
  if (!isKnown(byCount)) return byCount;
  if (!isKnown(averageWonAmount)) return averageWonAmount;
  if (!isKnown(wonCycle)) return wonCycle;
  const cycleDays = wonCycle.meanDays;
  if (cycleDays <= 0) return missing("zero-cycle", wonCycle.n);
  const amountPerDay = (openDeals * byCount.estimate * averageWonAmount) / cycleDays;
  return { amountPerDay, openDeals, winRate: byCount.estimate, averageWonAmount, cycleDays };
}
