import type { Timelines } from "../../../engine/pipeline/timelines.ts";
import { factsOf } from "../../helpers/facts-of.ts";
import type { Life, World } from "./world.ts";

/** The lives as a sheet's timelines. */
export function timelinesOf(world: World, lives: readonly Life[]): Timelines {
  const word = (prefix: string, level: number | undefined) =>
    level === undefined ? "" : `${prefix} ${level + 1}`;
  return {
    stages: world.stages.map((_, i) => ({ name: `Stage ${i + 1}`, order: i + 1 })),
    shape: "history",
    currency: "EUR",
    excludedCount: 0,
    deals: lives.map((life, i) => ({
      facts: factsOf(i, {
        owner: word("Owner", life.levels[0]),
        source: word("Source", life.levels[1]),
        amount: life.amount,
        createdDay: life.created,
      }),
      days: life.days,
      targets: life.targets,
      undatedOutcome: null,
      statedStage: null,
    })),
  };
}
