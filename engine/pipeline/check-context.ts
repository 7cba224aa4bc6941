import type { Day } from "../basics/day.ts";
import type { Place } from "../basics/problem.ts";
import type { Stage } from "./pipeline.ts";
import type { Places } from "./places.ts";

/** What every check of a deal needs to know besides the deal. */
export interface CheckContext {
  /** Where each stage name leads. */
  readonly targets: ReadonlyMap<string, number>;
  readonly stages: readonly Stage[];
  readonly places: Places;
  readonly todayDay: Day;
  /** The open stages that no column dates, by name, where columns are all that dates stages. */
  readonly undatedStages: ReadonlySet<string>;
  /** Whether the cell at a place is known to hold no day that can be used, so that it is told already. */
  readonly isToldAlready: (place: Place) => boolean;
}
