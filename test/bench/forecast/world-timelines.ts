import type { Timelines } from "../../../engine/pipeline/timelines.ts";
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
      facts: {
        id: `D${i + 1}`,
        name: "",
        account: "",
        owner: word("Owner", life.levels[0]),
        source: word("Source", life.levels[1]),
        product: "",
        region: "",
        email: "",
        lostReason: "",
        nextStep: "",
        nextStepDay: null,
        expectedCloseDay: null,
        closeDateIsDefault: false,
        lastActivityDay: null,
        probability: null,
        amount: life.amount,
        createdDay: life.created,
        where: { sheet: "Deals", cell: `A${i + 2}` },
      },
      days: life.days,
      targets: life.targets,
      undatedOutcome: null,
      statedStage: null,
    })),
  };
}
