import type { Problem, ProblemCode } from "../../engine/basics/problem.ts";
import { readRecords } from "../../engine/intake/read-records.ts";
import type { Records } from "../../engine/intake/records.ts";
import { type Options, withDefaults } from "../../engine/options.ts";
import { gridOf } from "./grid-of.ts";

/** Reads a workbook given as text tables by sheet name (see `gridOf`), as of 2026-06-30. */
export function readTables(
  sheets: Readonly<Record<string, string>>,
  options: Partial<Options> = {},
): Records {
  const grids = Object.entries(sheets).map(([sheet, table]) => gridOf(sheet, table));
  return readRecords(grids, withDefaults({ asOfDay: 20634, ...options }));
}

/** The problems of one code, as `Sheet!A1 value` with what they exclude and their details. */
export function problemsOf(records: Records, code: ProblemCode): readonly string[] {
  return records.problems.filter((problem) => problem.code === code).map(wordsOf);
}

function wordsOf({ where, value, severity, excludes, details }: Problem): string {
  const facts = Object.entries(details ?? {}).map(([name, fact]) => `${name}=${fact}`);
  return [`${where.sheet}!${where.cell}`, `"${value}"`, severity, excludes, ...facts].join(" ");
}
