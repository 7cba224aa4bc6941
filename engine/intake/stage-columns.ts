import type { Table } from "./find-table.ts";
import { foldTight } from "./fold.ts";
import { outcomeOfWord } from "./outcome-words.ts";
import { isKnownStage } from "./stage-ladder.ts";

/** A column that holds the day a deal entered or left one stage. */
export interface StageColumn {
  readonly column: number;
  readonly role: "entered" | "left";
  /** The stage as the header spells it. */
  readonly stage: string;
  /** HubSpot names the pipeline too; null elsewhere. */
  readonly pipeline: string | null;
  readonly certainty: number;
}

const QUOTED = /^date (entered|exited) ["“”](.*?)(?:\s*\(([^()]*)\))?["“”]/i;
const ENTERED = /^(?:date\s+)?entered(?:\s+(?:stage|on|in))?\s*[:\-–]?\s+(.+)$/i;
const LEFT = /^(?:date\s+)?(?:exited|left)\s*[:\-–]?\s+(.+)$/i;
const AFTER_NAME = /^(.+?)\s*[-–:_]?\s*(?:entered|entry date|date entered|start date|date|since|on)$/i;

/** The stage-date columns of a table, in its order. */
export function stageColumnsOf(table: Table): readonly StageColumn[] {
  const stages = stagesInCells(table);
  const found: StageColumn[] = [];
  table.headers.forEach((header, column) => {
    const profile = table.profiles[column];
    if (!profile || profile.days < profile.filled / 2) return;
    const read = readStageHeader(header, (name) => stages.has(foldTight(name)) || isKnownStage(name));
    if (read) found.push({ column, ...read });
  });
  return found.length > 1 || found.some(({ certainty }) => certainty >= 0.95) ? found : [];
}

/** The stages that the table's own stage column names. */
function stagesInCells(table: Table): ReadonlySet<string> {
  const stages = new Set<string>();
  table.headers.forEach((header, column) => {
    if (!/stage|phase|etap|étape/i.test(header)) return;
    for (const text of table.profiles[column]?.texts.keys() ?? []) stages.add(foldTight(text));
  });
  return stages;
}

type StageHeader = Omit<StageColumn, "column">;

function readStageHeader(header: string, isStage: (name: string) => boolean): StageHeader | null {
  const quoted = QUOTED.exec(header);
  if (quoted) {
    const role = quoted[1]?.toLowerCase() === "entered" ? "entered" : "left";
    return { role, stage: quoted[2] ?? "", pipeline: quoted[3] ?? null, certainty: 0.98 };
  }
  for (const [pattern, role] of [
    [ENTERED, "entered"],
    [LEFT, "left"],
  ] as const) {
    const stage = pattern.exec(header)?.[1];
    if (stage && (isStage(stage) || outcomeOfWord(stage)))
      return { role, stage, pipeline: null, certainty: 0.9 };
  }
  const stage = isStage(header) ? header : AFTER_NAME.exec(header)?.[1];
  return stage && isStage(stage) ? { role: "entered", stage, pipeline: null, certainty: 0.8 } : null;
}
