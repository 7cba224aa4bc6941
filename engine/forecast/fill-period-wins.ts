import { fillUnderCalendar } from "./calendar-wins.ts";
import { leavingByLag, pressuresOf } from "./lag-pressures.ts";
import type { Model } from "./model.ts";
import type { Parameters } from "./parameters.ts";
import type { PeriodGrid } from "./period-grid.ts";
import type { PeriodWins } from "./period-wins.ts";
import { fillSteadily } from "./steady-wins.ts";

/**
 * Fills in the chances of one group: the convolution of method.md 6.7, f_sc(u) of the stay times the chance from
 * where it leads. A move back within the same cell counts from the next one. O(stages × cells²), times the periods
 * where the calendar has factors of its own.
 */
export function fillPeriodWins(
  out: PeriodWins,
  group: number,
  theta: Float64Array,
  context: { model: Model; grid: PeriodGrid; parameters: Parameters; factors: Float64Array | null },
): void {
  const { model, grid, factors } = context;
  const stays = leavingByLag(context, theta);
  if (!factors) {
    fillSteadily(out, group, { model, grid, stays });
    return;
  }
  const lags = pressuresOf(stays, model.stageCount, grid.cellCount);
  fillUnderCalendar(out, group, { model, grid, lags, factors });
}
