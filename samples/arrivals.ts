import { type Day, dateOfDay } from "../engine/basics/day.ts";
import { drawNormal, drawPoisson, type Random } from "./random.ts";
import type { Scenario } from "./scenario.ts";

const DAYS_A_YEAR = 365.25;
export const DAYS_A_MONTH = DAYS_A_YEAR / 12;

/** 0 is Monday (1970-01-01 was a Thursday). */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Deals expected to arrive on a day: base × growth × season × effects, none at weekends unless worked. */
export function expectedArrivals(scenario: Scenario, day: Day): number {
  const { aMonth, growthAYear, season } = scenario.arrivals;
  const years = (day - scenario.startDay) / DAYS_A_YEAR;
  const growth = Math.exp(years * Math.log(1 + growthAYear));
  const weekend = weekdayOf(day) >= 5;
  const week = scenario.worksWeekends ? 1 : weekend ? 0 : 7 / 5;
  let expected = (aMonth / DAYS_A_MONTH) * growth * week * (season[dateOfDay(day).month - 1] ?? 1);
  for (const effect of scenario.effects) {
    if (day >= effect.fromDay && day <= effect.untilDay) expected *= effect.arrivalFactor ?? 1;
  }
  return expected;
}

/** The created day of every deal, in order. */
export function drawArrivals(scenario: Scenario, random: Random): readonly Day[] {
  const { spread } = scenario.arrivals;
  const days: Day[] = [];
  let month = 0;
  let chance = 1;
  for (let day = scenario.startDay; day <= scenario.endDay; day++) {
    const date = dateOfDay(day);
    if (date.month !== month) {
      month = date.month;
      chance = spread > 0 ? Math.exp(spread * drawNormal(random) - (spread * spread) / 2) : 1;
    }
    const count = drawPoisson(random, chance * expectedArrivals(scenario, day));
    for (let arrival = 0; arrival < count; arrival++) days.push(day);
  }
  return days;
}
