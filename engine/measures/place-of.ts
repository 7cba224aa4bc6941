import type { Deal } from "../pipeline/pipeline.ts";

/** What tells a deal from every other one, whatever the day: its row. Two rows may carry the same id. */
export function placeOf({ where, id }: Deal): string {
  return JSON.stringify([where.sheet, where.cell, id]);
}
