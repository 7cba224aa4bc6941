import type { DealFacts } from "../pipeline/pipeline.ts";

/** What tells a deal from every other one, whatever the day: its row. Two rows may carry the same id. */
export function placeOf({ where, id }: Pick<DealFacts, "where" | "id">): string {
  return where.cell === null ? JSON.stringify([where.sheet, id]) : `${where.sheet}!${where.cell}`;
}
