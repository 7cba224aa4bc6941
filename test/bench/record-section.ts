import { existsSync, readFileSync, writeFileSync } from "node:fs";

const RECORD = "docs/benchmarks.md";
/** Its benchmark writes from there to the end of the record. */
const LAST = "## The forecast alone";

/** Puts a section into the record of benchmarks in place of the one under the same heading; "" is all before the first heading. */
export function recordSection(heading: string, text: string): void {
  const before = existsSync(RECORD) ? readFileSync(RECORD, "utf8") : "";
  writeFileSync(RECORD, withSection(before, heading, text));
}

/** The record with a section renewed, or added before the last one. */
export function withSection(record: string, heading: string, text: string): string {
  const sections = new Map(record.split(/^(?=## )/m).map((section) => [headingOf(section), section.trim()]));
  const last = heading === LAST ? undefined : sections.get(LAST);
  const isNew = !sections.has(heading);
  if (isNew && last !== undefined) sections.delete(LAST);
  sections.set(heading, text.trim());
  if (isNew && last !== undefined) sections.set(LAST, last);
  return `${[...sections.values()].filter((section) => section !== "").join("\n\n")}\n`;
}

function headingOf(section: string): string {
  return section.startsWith("## ") ? (section.split("\n", 1)[0] ?? "") : "";
}
