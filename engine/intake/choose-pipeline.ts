import { OptionError } from "../basics/option-error.ts";
import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { foldTight } from "./fold.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { TableCells } from "./table-cells.ts";

/** Of several pipelines in one table, the one that is read. */
export interface PipelineChoice {
  /** null where the table knows only one. */
  readonly name: string | null;
  readonly others: readonly string[];
  /** Whether a text names the pipeline that is read, or none. */
  readonly isRead: (pipeline: string | null) => boolean;
}

/**
 * Chooses the pipeline: the one that a person named, else the one with the most rows (filled stage-date cells
 * where no column names pipelines), ties by name.
 * @throws OptionError where the named one is not there.
 */
export function choosePipeline(cells: TableCells, wanted: string | null, setBy: string): PipelineChoice {
  const counts = pipelineCounts(cells);
  const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
  if (wanted === null && names.length < 2) return { name: null, others: [], isRead: () => true };
  const key = foldTight(wanted ?? names[0] ?? "");
  const name = names.find((other) => foldTight(other) === key);
  if (name === undefined) {
    if (names.length === 0) return { name: wanted, others: [], isRead: () => true };
    throw new OptionError(setBy, wanted ?? "", `one of the pipelines: ${names.join(", ")}`);
  }
  const isSame = rememberTexts((text) => text === "" || foldTight(text) === key);
  const others = names.filter((other) => !isSame(other));
  return { name, others, isRead: (pipeline) => isSame(pipeline ?? "") };
}

function pipelineCounts(cells: TableCells): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of cells.texts("pipeline")) if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size > 0) return mergedByFold(counts);
  for (const { stage, days } of cells.stageDays) {
    if (stage.pipeline === null) continue;
    const filled = days.reduce((sum, day) => sum + (Number.isNaN(day) ? 0 : 1), 0);
    counts.set(stage.pipeline, (counts.get(stage.pipeline) ?? 0) + filled);
  }
  return mergedByFold(counts);
}

function mergedByFold(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const names = new Map<string, string>();
  const merged = new Map<string, number>();
  for (const [name, count] of counts) {
    const first = names.get(foldTight(name)) ?? name;
    names.set(foldTight(name), first);
    merged.set(first, (merged.get(first) ?? 0) + count);
  }
  return merged;
}

/** The rows of other pipelines, as problems that exclude the deal; `kept` are the indices of the rest. */
export function withoutOtherPipelines(
  cells: TableCells,
  choice: PipelineChoice,
  problems: Problem[],
): readonly number[] {
  const pipelines = cells.texts("pipeline");
  const column = cells.columnOf("pipeline");
  const kept: number[] = [];
  cells.rows.forEach((row, i) => {
    const pipeline = pipelines[i] ?? "";
    if (choice.isRead(pipeline)) {
      kept.push(i);
      return;
    }
    problems.push({
      code: "other-pipeline",
      severity: "note",
      where: { sheet: cells.sheet, cell: addressOf(row, column) },
      value: pipeline,
      excludes: "deal",
      details: { pipeline, read: choice.name ?? "" },
    });
  });
  return kept;
}
