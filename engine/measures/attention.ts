import type { Day } from "../basics/day.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import type { SnapshotBook } from "../pipeline/snapshots.ts";
import { type StageLimit, stageLimits } from "./stage-limits.ts";

/** Days without a sign of life after which a deal counts as untouched, unless the settings say otherwise. */
export const QUIET_AFTER_DAYS = 14;

/** With fewer won deals the longest cycle is no yardstick. */
const FEWEST_WON = 5;
const PUSHED_TOO_OFTEN = 2;

/** Why an open deal needs somebody, with the numbers that say so. */
export type Flag =
  /** Longer in its stage than four in five of the visits that went on to a win. */
  | { readonly code: "stalled"; readonly daysInStage: number; readonly limitDays: number; readonly n: number }
  /** `plannedDay` is the next step's day, gone by; null where none is written down. */
  | { readonly code: "no-next-step"; readonly plannedDay: Day | null }
  | { readonly code: "overdue-close"; readonly dueDay: Day; readonly lateDays: number }
  /** `quietDays` since the last activity or stage change; null where nothing is recorded at all. */
  | { readonly code: "no-activity"; readonly quietDays: number | null; readonly limitDays: number }
  /** How often its expected close was moved later, from the first date to today's. */
  | { readonly code: "pushed"; readonly times: number; readonly firstDay: Day; readonly nowDay: Day }
  | { readonly code: "default-close-date" }
  | {
      readonly code: "older-than-any-win";
      readonly ageDays: number;
      readonly longestDays: number;
      readonly n: number;
    };

export type FlagCode = Flag["code"];

/** An open deal with all that speaks for acting on it today. */
export interface OpenDeal {
  readonly deal: Deal;
  /** Since its start; null where the sheet does not say when it began. */
  readonly ageDays: number | null;
  /** Since it last entered the stage it stands in; null without history. */
  readonly daysInStage: number | null;
  readonly flags: readonly Flag[];
}

export interface AttentionOptions {
  readonly quietAfterDays: number;
}

interface Yardsticks {
  readonly asOfDay: Day;
  readonly limits: readonly (StageLimit | null)[];
  readonly longestWon: { readonly days: number; readonly n: number } | null;
  readonly book: SnapshotBook;
  readonly quietAfterDays: number;
  /** Whether the sheet is used for it at all: where nobody writes it down, its absence says nothing. */
  readonly keepsNextSteps: boolean;
  readonly keepsActivity: boolean;
}

/**
 * Every open deal with the reasons why somebody should look at it: stalled in its stage, no next step, expected close
 * gone by, no activity, pushed twice or more, a close date nobody set, older than any deal ever won. In the order of
 * the pipeline's deals. A reason is given only where the sheet keeps what it needs: where no deal has a next step,
 * none is flagged for lacking one; pushes need snapshots. Of a past day nothing is said that only today's row tells: no
 * next step of a deal that changed later, no silence of one whose last activity came later. Source: method.md section 9.
 */
export function attention(pipeline: Pipeline, book: SnapshotBook, options: AttentionOptions): OpenDeal[] {
  const yardsticks = yardsticksOf(pipeline, book, options);
  return pipeline.deals
    .filter((deal) => deal.outcome === "open")
    .map((deal) => {
      const ageDays = deal.startDay === null ? null : pipeline.asOfDay - deal.startDay;
      const daysInStage = daysSinceEntry(deal, pipeline.asOfDay);
      return { deal, ageDays, daysInStage, flags: flagsOf(deal, ageDays, daysInStage, yardsticks) };
    });
}

function yardsticksOf(
  pipeline: Pipeline,
  book: SnapshotBook,
  { quietAfterDays }: AttentionOptions,
): Yardsticks {
  const { deals, asOfDay } = pipeline;
  const known = (day: Day | null): boolean => day !== null && day <= asOfDay;
  return {
    asOfDay,
    limits: stageLimits(pipeline),
    longestWon: longestWonCycle(deals),
    book,
    quietAfterDays,
    keepsNextSteps: deals.some((deal) => deal.nextStep !== "" || deal.nextStepDay !== null),
    keepsActivity: deals.some((deal) => known(deal.lastActivityDay)),
  };
}

function longestWonCycle(deals: readonly Deal[]): Yardsticks["longestWon"] {
  let [longest, n] = [0, 0];
  for (const { outcome, startDay, closedDay } of deals) {
    if (outcome !== "won" || startDay === null || closedDay === null) continue;
    longest = Math.max(longest, closedDay - startDay);
    n += 1;
  }
  return n < FEWEST_WON ? null : { days: longest, n };
}

/** Days since the deal entered the stage it stands in; null where no visit tells. */
function daysSinceEntry({ visits, stage }: Deal, asOfDay: Day): number | null {
  const last = visits[visits.length - 1];
  return last === undefined || last.stage !== stage ? null : asOfDay - last.enteredDay;
}

function flagsOf(deal: Deal, ageDays: number | null, daysInStage: number | null, by: Yardsticks): Flag[] {
  return [
    ...stalled(deal, daysInStage, by),
    ...overdue(deal, by),
    ...pushed(deal, by),
    ...quiet(deal, by),
    ...withoutNextStep(deal, by),
    ...(deal.closeDateIsDefault ? [{ code: "default-close-date" as const }] : []),
    ...older(ageDays, by),
  ];
}

function stalled({ stage }: Deal, daysInStage: number | null, { limits }: Yardsticks): Flag[] {
  const limit = stage === null ? null : limits[stage];
  if (!limit || daysInStage === null || daysInStage <= limit.days) return [];
  return [{ code: "stalled", daysInStage, limitDays: limit.days, n: limit.n }];
}

function overdue({ expectedCloseDay }: Deal, { asOfDay }: Yardsticks): Flag[] {
  if (expectedCloseDay === null || expectedCloseDay >= asOfDay) return [];
  return [{ code: "overdue-close", dueDay: expectedCloseDay, lateDays: asOfDay - expectedCloseDay }];
}

function pushed({ id, expectedCloseDay }: Deal, { book }: Yardsticks): Flag[] {
  const noted = (book.get(id) ?? []).flatMap((snapshot) => snapshot.expectedCloseDay ?? []);
  const days = expectedCloseDay === null ? noted : [...noted, expectedCloseDay];
  const times = days.filter((day, index) => day > (days[index - 1] ?? day)).length;
  const [firstDay, nowDay] = [days[0], days[days.length - 1]];
  if (times < PUSHED_TOO_OFTEN || firstDay === undefined || nowDay === undefined) return [];
  return [{ code: "pushed", times, firstDay, nowDay }];
}

/** The last day on which something happened to the deal: a recorded activity or a stage change; null if neither. */
export function lastTouchDay({ lastActivityDay, visits }: Deal, asOfDay: Day): Day | null {
  const entered = visits[visits.length - 1]?.enteredDay ?? null;
  const active = lastActivityDay !== null && lastActivityDay <= asOfDay ? lastActivityDay : null;
  if (entered === null || active === null) return entered ?? active;
  return Math.max(entered, active);
}

/** The row keeps only the last activity: where it came after the day, nobody knows of those before. */
export function isActivityUnknown({ lastActivityDay }: Deal, asOfDay: Day): boolean {
  return lastActivityDay !== null && lastActivityDay > asOfDay;
}

function quiet(deal: Deal, { asOfDay, keepsActivity, quietAfterDays }: Yardsticks): Flag[] {
  if (!keepsActivity || isActivityUnknown(deal, asOfDay)) return [];
  const last = lastTouchDay(deal, asOfDay);
  const quietDays = last === null ? null : asOfDay - last;
  if (quietDays !== null && quietDays <= quietAfterDays) return [];
  return [{ code: "no-activity", quietDays, limitDays: quietAfterDays }];
}

function withoutNextStep(deal: Deal, { asOfDay, keepsNextSteps }: Yardsticks): Flag[] {
  const { nextStep, nextStepDay, rowIsLater } = deal;
  if (rowIsLater) return [];
  const isPlanned = nextStepDay === null ? nextStep !== "" : nextStepDay >= asOfDay;
  return keepsNextSteps && !isPlanned ? [{ code: "no-next-step", plannedDay: nextStepDay }] : [];
}

function older(ageDays: number | null, { longestWon }: Yardsticks): Flag[] {
  if (longestWon === null || ageDays === null || ageDays <= longestWon.days) return [];
  return [{ code: "older-than-any-win", ageDays, longestDays: longestWon.days, n: longestWon.n }];
}
