import { foldTight } from "./fold.ts";
import type { GivenStage } from "./settings-sheet.ts";

/**
 * The stages of the settings sheet, each once: a line `Stages` and the table of stages may both name it. It stands where
 * it is named first, and is what the table says it is.
 */
export function eachStageOnce(stages: readonly GivenStage[]): readonly GivenStage[] {
  const byName = new Map<string, GivenStage>();
  for (const stage of stages) {
    const key = foldTight(stage.name);
    const known = byName.get(key);
    byName.set(key, known === undefined ? stage : together(known, stage));
  }
  return [...byName.values()];
}

function together(first: GivenStage, second: GivenStage): GivenStage {
  return {
    name: first.name,
    kind: second.kind ?? first.kind,
    goalDays: second.goalDays ?? first.goalDays,
    exitCriteria: second.exitCriteria || first.exitCriteria,
  };
}
