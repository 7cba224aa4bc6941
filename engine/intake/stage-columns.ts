import type { Table } from "./find-table.ts";
import { foldTight } from "./fold.ts";
import {
  isStageWord,
  NAMED_CERTAINTY,
  QUOTED_CERTAINTY,
  readGroupedHeader,
  readStageHeader,
  type StageHeader,
} from "./stage-header.ts";

/** A column that holds the day each deal entered or left one stage. */
export interface StageColumn extends StageHeader {
  readonly column: number;
}

/** The header says entered or left, and a stage that the table's own cells name. */
const OWN_CERTAINTY = 0.95;

/**
 * The stage-date columns of a table, in its order. One column alone counts only where its header says without
 * doubt what it dates.
 * @param stages the stage names that the table's own stage column or a person names.
 */
export function stageColumnsOf(table: Table, stages: Iterable<string>): readonly StageColumn[] {
  const known = new Set([...stages].map(foldTight));
  const isStage = (name: string): boolean => isStageWord(name, known);
  const found: StageColumn[] = [];
  table.headers.forEach((header, column) => {
    const read =
      readStageHeader(header, isStage) ?? readGroupedHeader(table.groups[column] ?? "", header, isStage);
    if (!read || !holdsDays(table, column)) return;
    const isOwn = read.certainty === NAMED_CERTAINTY && known.has(foldTight(read.stage));
    found.push({ column, ...read, certainty: isOwn ? OWN_CERTAINTY : read.certainty });
  });
  const isSure = found.length > 1 || found.some(({ certainty }) => certainty === QUOTED_CERTAINTY);
  return isSure ? found : [];
}

function holdsDays(table: Table, column: number): boolean {
  const { days, filled } = table.profile(column);
  return days >= filled / 2;
}
