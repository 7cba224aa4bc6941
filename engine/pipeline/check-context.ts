import type { Day } from "../basics/day.ts";
import type { DealRecord, Field } from "../intake/records.ts";
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
  /** Open stages that look like won ones, by name: the closing days of their deals are told once for the stage. */
  readonly endedStages: ReadonlySet<string>;
  /** Whether the cell of a field in a deal's row is known to hold no day that can be used, so that it is told already. */
  readonly isToldAlready: (deal: Pick<DealRecord, "sheet" | "row">, field: Field) => boolean;
}
