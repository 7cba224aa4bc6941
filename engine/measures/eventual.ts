import type { Day } from "../basics/day.ts";
import { type Figure, type Interval, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { eventualIncidence } from "../stats/aalen-johansen.ts";

const STILL_OPEN = 0;
const HAPPENED = 1;
const LOST_FIRST = 2;

/**
 * The chance that a deal which got to this stage gets any further, however long it takes. Losing is the competitor;
 * open deals count for as long as they have been watched. Denominator: deals with a dated arrival here.
 * Source: Aalen & Johansen 1978; method.md section 2.
 */
export function eventualConversion(pipeline: Pipeline, stage: number, level: number): Figure<Interval> {
  const isLast = stage === pipeline.stages.length - 1;
  return incidenceFrom(pipeline, stage, level, (deal) =>
    isLast ? wonDay(deal) : arrivalDay(deal, stage + 1),
  );
}

/**
 * The chance that a deal which got to this stage is won in the end. As `eventualConversion`, with winning as the event.
 * Source: Aalen & Johansen 1978; method.md section 2.
 */
export function eventualWin(pipeline: Pipeline, stage: number, level: number): Figure<Interval> {
  return incidenceFrom(pipeline, stage, level, wonDay);
}

function incidenceFrom(
  pipeline: Pipeline,
  stage: number,
  level: number,
  eventDay: (deal: Deal) => Day | null,
): Figure<Interval> {
  if (pipeline.shape === "deals-only") return missing("no-history", 0);
  const durations: number[] = [];
  const causes: number[] = [];
  for (const deal of pipeline.deals) {
    const start = arrivalDay(deal, stage);
    const end = start === null ? null : endOf(deal, eventDay(deal), pipeline.asOfDay);
    if (start === null || end === null) continue;
    durations.push(Math.max(0, end.day - start));
    causes.push(end.cause);
  }
  return durations.length === 0
    ? missing("none-reached", 0)
    : eventualIncidence(durations, causes, HAPPENED, level);
}

/** The first day the deal had got at least as far as the stage; for a won deal never seen there, its closing day. */
function arrivalDay(deal: Deal, stage: number): Day | null {
  const visit = deal.visits.find((candidate) => candidate.stage >= stage);
  return visit ? visit.enteredDay : wonDay(deal);
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
