import type { Day } from "../basics/day.ts";
import { type Figure, type Interval, missing } from "../basics/figure.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { eventualIncidenceOfTally, undecidedShare } from "../stats/aalen-johansen.ts";
import { Exits, type ExitTally } from "../stats/exit-tally.ts";

const STILL_OPEN = 0;
const HAPPENED = 1;
const LOST_FIRST = 2;

/** What becomes of the deals that got to a stage in the end, as far as has been seen. */
export interface Eventual {
  /** The chance to get any further. */
  readonly eventualConversion: Figure<Interval>;
  /** The chance to be won. */
  readonly eventualWin: Figure<Interval>;
  readonly undecided: Undecided;
}

/** The shares of the deals that got here which were still undecided when the last one seen to go on, win or lose did. */
export interface Undecided {
  readonly conversion: Figure<number>;
  readonly win: Figure<number>;
}

/**
 * The chance that a deal which got to this stage gets any further, and that it is won, within the longest time seen.
 * Losing is the competitor; open deals count for as long as they have been watched. Denominator: deals with a dated
 * arrival here. A won deal that was never seen here or later arrived on its closing day; won deals without any history
 * are left out where lost ones without any exist (`leavesOut`, see `wonLeftOut`): those cannot be counted, and wins
 * alone would make the share too high. Both are read at the last event seen: where a large share is still undecided,
 * they mean “so far”, not “in the end”.
 * Source: Aalen & Johansen 1978; R `survfit(…)$pstate`, its entry state at the last event; method.md section 2.
 */
export function eventual(pipeline: Pipeline, stage: number, level: number, leavesOut: boolean): Eventual {
  if (pipeline.shape === "deals-only") {
    const none = missing("no-history", 0);
    return { eventualConversion: none, eventualWin: none, undecided: { conversion: none, win: none } };
  }
  const isLast = stage === pipeline.stages.length - 1;
  const won = exits(pipeline, stage, leavesOut, wonDay);
  const onward = isLast ? won : exits(pipeline, stage, leavesOut, (deal) => arrivalDay(deal, stage + 1));
  return {
    eventualConversion: incidenceOf(onward, level),
    eventualWin: incidenceOf(won, level),
    undecided: { conversion: undecidedShare(onward), win: undecidedShare(won) },
  };
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

function incidenceOf(tally: ExitTally, level: number): Figure<Interval> {
  return tally.n === 0 ? missing("none-reached", 0) : eventualIncidenceOfTally(tally, HAPPENED, level);
}

/** How long each deal that got here was watched, and what ended it. */
function exits(
  pipeline: Pipeline,
  stage: number,
  leavesOut: boolean,
  eventDay: (deal: Deal) => Day | null,
): ExitTally {
  const ended = new Exits();
  for (const deal of pipeline.deals) {
    if (leavesOut && deal.outcome === "won" && deal.visits.length === 0) continue;
    const start = arrivalDay(deal, stage);
    if (start === null) continue;
    const day = eventDay(deal);
    const cause = day !== null ? HAPPENED : deal.outcome === "open" ? STILL_OPEN : LOST_FIRST;
    const end = day ?? (cause === STILL_OPEN ? pipeline.asOfDay : deal.closedDay);
    if (end === null) continue;
    ended.add(Math.max(0, end - start), cause);
  }
  return ended.tally(LOST_FIRST);
}

/** The first day the deal had got at least as far as the stage; for a won deal never seen there, its closing day. */
function arrivalDay(deal: Deal, stage: number): Day | null {
  for (const visit of deal.visits) if (visit.stage >= stage) return visit.enteredDay;
  return wonDay(deal);
}

function wonDay(deal: Deal): Day | null {
  return deal.outcome === "won" ? deal.closedDay : null;
}
