import { type Figure, type Interval, type Missing, missing } from "../basics/figure.ts";
import type { BottleneckKind } from "../measures/types.ts";
import { mean } from "../stats/mean.ts";
import { normalReach } from "../stats/normal.ts";
import { randomSource } from "../stats/random.ts";
import { arrivalRates } from "./arrivals.ts";
import { expectedWon } from "./expected-won.ts";
import type { ForecastBasis } from "./forecast-basis.ts";
import { type Pace, paceOf } from "./pace.ts";
import { drawParameters } from "./parameters.ts";
import { periodGrid } from "./period-grid.ts";
import { type Counterfactual, fasterStage, fewerLost, type StageRerun, withoutStage } from "./stage-plans.ts";
import { streamsOf } from "./streams.ts";

/** What the end of a bottleneck would bring a quarter, and under which condition. */
export interface Worth {
  /** More won a quarter, over the four quarters to come. */
  readonly perQuarter: Interval;
  readonly counterfactual: Counterfactual;
}

const DRAWS = 24;
/** What is compared over a year needs no finer days. */
const CELL_DAYS = 10;
const QUARTERS = 4;
const QUARTER_DAYS = 91;

/**
 * What it would bring a quarter if a stage were as in its better half: the forecast model once more with that stage's
 * hazards changed and the rest as it is, the difference over the coming four quarters ÷ 4. Both runs share their draws of
 * all parameters, so that what differs is due to the change alone; open deals go on from where they stand. A slow stage
 * is as quick as in the better half of its months, each deal ending as it would have; a leaky one loses no more a day
 * than in the better half of its months, or as the better half of owners, whichever differ more. Says what would be if
 * it were so, not that it can be had. Missing for a crowded stage (standing deals cost nothing by themselves), where
 * nothing was won, and where the stage is at its best already.
 * Source: method.md section 5.
 */
export function bottleneckWorth(basis: ForecastBasis, stage: number, kind: BottleneckKind): Figure<Worth> {
  if (kind === "crowded") return missing("crowd-costs-nothing", 0);
  const nothing = reasonForNone(basis);
  if (nothing) return nothing;
  const plan = kind === "slow" ? fasterStage(basis, stage) : fewerLost(basis, stage);
  if (plan === null) return missing("at-its-best", basis.size.closed);
  return { perQuarter: gainOf(basis, plan), counterfactual: plan.counterfactual };
}

/** What a quarter would bring more, over the coming year, if a stage were passed at once and each deal ended as it would. */
export function worthWithoutStage(basis: ForecastBasis, stage: number): Figure<Interval> {
  return reasonForNone(basis) ?? gainOf(basis, withoutStage(basis, stage));
}

function reasonForNone({ size, scene }: ForecastBasis): Missing | null {
  if (size.won === 0) return missing("none-won", size.closed);
  return scene.wonAmounts.some((amount) => amount > 0) ? null : missing("no-amounts", size.won);
}

/** The gain a quarter of a stage plan, as an interval over draws of all parameters. */
export function gainOf(basis: ForecastBasis, plan: StageRerun): Interval {
  const { scene, asOfDay, seed, level, size } = basis;
  const endDay = asOfDay + QUARTERS * QUARTER_DAYS;
  const ahead = { label: "", unit: "quarter" as const, startDay: asOfDay + 1, endDay };
  const year = {
    ...scene,
    pace: withoutPaceOf(basis, plan.stage),
    grid: periodGrid(asOfDay, [ahead], CELL_DAYS),
  };
  const won = expectedWon(year);
  const ratesOf = arrivalRates(year.arrivals, year.grid);
  const random = randomSource(seed);
  const gains = Array.from({ length: DRAWS }, (_, guess) => {
    const streams = streamsOf(seed, guess, 1);
    const drawn = drawParameters(year, streams);
    const rates = ratesOf(streams);
    const { asIs, asIf, ages } = plan.draw(drawn, random);
    const before = won({ parameters: asIs, rates });
    return (won({ parameters: asIf, rates }, ages) - before) / QUARTERS;
  });
  return intervalOf(gains, level, size.closed);
}

/** The other stages' pace is their own: what the stage itself does of late is in the plan. */
function withoutPaceOf({ scene, knowledge }: ForecastBasis, stage: number): Pace {
  const { hazards, factors } = scene.model;
  return paceOf(knowledge.tally, hazards, factors, stage);
}

/** Few draws tell mean and spread well, and quantiles badly: the interval is that of a normal gain. */
function intervalOf(gains: readonly number[], level: number, n: number): Interval {
  const estimate = mean([...gains]);
  const square = gains.reduce((sum, gain) => sum + (gain - estimate) ** 2, 0);
  const reach = normalReach(level) * Math.sqrt(square / (gains.length - 1));
  return { lower: estimate - reach, estimate, upper: estimate + reach, level, n };
}
