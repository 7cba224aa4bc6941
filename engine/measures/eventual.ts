import type { Day } from "../basics/day.ts";
import { type Figure, type Interval, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { eventualIncidence, undecidedShare } from "../stats/aalen-johansen.ts";

const STILL_OPEN = 0;
const HAPPENED = 1;
const LOST_FIRST = 2;

/**
 * The chance that a deal which got to this stage gets any further, within the longest time seen. Losing is the competitor;
 * open deals count for as long as they have been watched. Denominator: deals with a dated arrival here. A won deal
 * that was never seen here or later arrived on its closing day; won deals without any history are left out where lost
 * ones without any exist (`wonLeftOut`): those cannot be counted, and wins alone would make the share too high.
 * Source: Aalen & Johansen 1978; method.md section 2.
 */
export function eventualConversion(pipeline: Pipeline, stage: number, level: number): Figure<Interval> {
  const isLast = stage === pipeline.stages.length - 1;
  return incidenceFrom(pipeline, stage, level, (deal) =>
    isLast ? wonDay(deal) : arrivalDay(deal, stage + 1),
  );
}

/**
 * The chance that a deal which got to this stage is won, as far as has been seen. As `eventualConversion`, with winning as the event.
 * Source: Aalen & Johansen 1978; method.md section 2.
 */
export function eventualWin(pipeline: Pipeline, stage: number, level: number): Figure<Interval> {
  return incidenceFrom(pipeline, stage, level, wonDay);
}

/** The shares of the deals that got here which were still undecided when the last one seen to go on, win or lose did. */
export interface Undecided {
  readonly conversion: Figure<number>;
  readonly win: Figure<number>;
}

/**
 * How much of `eventualConversion` and of `eventualWin` is still out: both are read at the last event seen, so that a
 * large share means “so far”, not “in the end”. Denominator: as theirs.
 * Source: R `survfit(…)$pstate`, the entry state at the last event.
 */
export function undecided(pipeline: Pipeline, stage: number): Undecided {
  const isLast = stage === pipeline.stages.length - 1;
  const on = (deal: Deal): Day | null => (isLast ? wonDay(deal) : arrivalDay(deal, stage + 1));
  const share = (eventDay: (deal: Deal) => Day | null): Figure<number> => {
    if (pipeline.shape === "deals-only") return missing("no-history", 0);
    const { durations, causes } = waits(pipeline, stage, eventDay);
    return undecidedShare(durations, causes);
  };
  return { conversion: share(on), win: share(wonDay) };
}

/**
 * The won deals without any stage history that eventual figures leave out, since lost deals without any exist too; 0
 * where all lost deals have some.
 */
export function wonLeftOut({ deals, shape }: Pipeline): number {
  if (shape === "deals-only" || !deals.some((deal) => deal.outcome === "lost" && deal.visits.length === 0))
    return 0;
  return deals.filter((deal) => deal.outcome === "won" && deal.visits.length === 0).length;
}

function incidenceFrom(
  pipeline: Pipeline,
  stage: number,
  level: number,
  eventDay: (deal: Deal) => Day | null,
): Figure<Interval> {
  if (pipeline.shape === "deals-only") return missing("no-history", 0);
  const { durations, causes } = waits(pipeline, stage, eventDay);
  return durations.length === 0
    ? missing("none-reached", 0)
    : eventualIncidence(durations, causes, HAPPENED, level);
}

/** How long each deal that got here was watched, and what ended it. */
function waits(
  pipeline: Pipeline,
  stage: number,
  eventDay: (deal: Deal) => Day | null,
): { durations: number[]; causes: number[] } {
  const durations: number[] = [];
  const causes: number[] = [];
  const leavesOut = wonLeftOut(pipeline) > 0;
  for (const deal of pipeline.deals) {
    if (leavesOut && deal.outcome === "won" && deal.visits.length === 0) continue;
    const start = arrivalDay(deal, stage);
    const end = start === null ? null : endOf(deal, eventDay(deal), pipeline.asOfDay);
    if (start === null || end === null) continue;
    durations.push(Math.max(0, end.day - start));
    causes.push(end.cause);
  }
  return { durations, causes };
}

/** The first day the deal had got at least as far as the stage; for a won deal never seen there, its closing day. */
function arrivalDay(deal: Deal, stage: number): Day | null {
  for (const visit of deal.visits) if (visit.stage >= stage) return visit.enteredDay;
  return wonDay(deal);
}

function wonDay(deal: Deal): Day | null {
  return deal.outcome === "won" ? deal.closedDay : null;
}

/** What came first: the event, the loss, or the as-of day. Null where a deal closed and nothing says when. */
function endOf(deal: Deal, eventDay: Day | null, asOfDay: Day): { day: Day; cause: number } | null {
  if (eventDay !== null) return { day: eventDay, cause: HAPPENED };
  if (deal.outcome === "open") return { day: asOfDay, cause: STILL_OPEN };
  return deal.closedDay === null ? null : { day: deal.closedDay, cause: LOST_FIRST };
}
