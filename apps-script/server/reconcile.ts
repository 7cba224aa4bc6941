import type { Analysis, Cell } from "../../engine/index.ts";
import type { BookReading } from "./analyse-book.ts";
import { appendChanges, readHistory, readPlan, type StageChange, sameStage } from "./recording.ts";
import type { Memory } from "./store.ts";

type Standing = Pick<StageChange, "id" | "name"> & { readonly stage: string };

/**
 * Catches up what no edit event told: deals whose stage is another than the last one noted, and open deals that
 * were never noted. Dated to this refresh and marked so, because the true day is unknown.
 */
export function reconcile(reading: BookReading, analysis: Analysis, memory: Memory): void {
  const plan = readPlan(memory.get("recording"));
  const history = reading.sheets.find((sheet) => sheet.getSheetId() === plan?.historySheetId);
  if (!plan || !history) return;
  const { headers, last } = readHistory(history);
  const open = new Set(
    analysis.pipeline.deals.filter(({ outcome }) => outcome === "open").map(({ id }) => id),
  );
  const changes = standings(reading, analysis).flatMap(({ id, name, stage }): StageChange[] => {
    const from = last.get(id) ?? "";
    if (sameStage(from, stage) || (from === "" && !open.has(id))) return [];
    return [{ id, name, from, to: stage, at: reading.now.date, notedBy: "refresh" }];
  });
  appendChanges(history, headers, changes);
}

/** Each deal's stage as it stands in the deal sheet, in the person's own words; an id that stands twice counts once. */
function standings({ grids }: BookReading, { recognition }: Analysis): Standing[] {
  const { dealsSheet } = recognition;
  const grid = grids.find(({ sheet }) => sheet === dealsSheet);
  if (!grid || dealsSheet === null) return [];
  const column = (field: string): number | undefined =>
    recognition.columns.find((one) => one.sheet === dealsSheet && one.field === field)?.column;
  const [name, stage] = [column("name"), column("stage")];
  const id = column("id") ?? name;
  if (id === undefined || stage === undefined) return [];
  const seen = new Set<string>();
  return grid.rows
    .slice((recognition.headerRows[dealsSheet] ?? 0) + 1)
    .map((row) => ({
      id: textOf(row[id]),
      name: name === undefined ? "" : textOf(row[name]),
      stage: textOf(row[stage]),
    }))
    .filter((one) => one.id !== "" && one.stage !== "" && !seen.has(one.id) && seen.add(one.id));
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === "string" || typeof cell === "number" ? String(cell).trim() : "";
}
