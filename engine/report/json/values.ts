import { type Day, isoOfDay } from "../../basics/day.ts";
import { type Figure, type Interval, isKnown } from "../../basics/figure.ts";
import type { Deal, Stage } from "../../pipeline/pipeline.ts";

/** Values as the JSON document spells them: what is not known is `null`. */

/**
 * @example known({ missing: "none-won", n: 0 }) // => null
 */
export function known<T>(figure: Figure<T>): T | null {
  return isKnown(figure) ? figure : null;
}

/**
 * @example dayOrNull(20634) // => "2026-06-30"
 */
export function dayOrNull(day: Day | null): string | null {
  return day === null ? null : isoOfDay(day);
}

export function intervalJson(figure: Figure<Interval>): Interval | null {
  if (!isKnown(figure)) return null;
  const { lower, estimate, upper, level, n } = figure;
  return { lower, estimate, upper, level, n };
}

/** The name of a stage by its index. */
export function stageName(stages: readonly Stage[], index: number | null): string | null {
  return index === null ? null : (stages[index]?.name ?? null);
}

/**
 * A deal's place in the user's workbook.
 * @example whereText({ where: { sheet: "Deals", cell: "A17" } }) // => "Deals!A17"
 */
export function whereText({ where }: Pick<Deal, "where">): string {
  return where.cell === null ? where.sheet : `${where.sheet}!${where.cell}`;
}

/** What names a deal wherever it is listed. */
export function dealJson(deal: Deal) {
  const { id, name, owner, amount } = deal;
  return { id, name, owner, amount, where: whereText(deal) };
}
