import { type Day, dateOfDay, dayOfDate } from "../basics/day.ts";
import { LOST, WON } from "../pipeline/timelines.ts";
import { type AgeScale, BIN_COUNT } from "./age-scale.ts";
import type { Classes } from "./classes.ts";
import type { Spells } from "./spells.ts";

/** Ways to leave a stage. */
export const PROGRESS = 0;
/** Lost. */
export const LOSS = 1;
/** To an earlier stage. */
export const BACK = 2;
/** How many ways there are. */
export const CAUSE_COUNT = 3;
/** All of them. */
export const CAUSES = [PROGRESS, LOSS, BACK] as const;

/** Length of the blocks in which the pace is followed. */
export const BLOCK_DAYS = 30;
/** Older blocks are one. */
export const MOST_BLOCKS = 60;
/** Weeks to the end of the quarter: 0 is its last week, 12 its first days. */
export const PHASE_COUNT = 13;
/** Older quarters are one. */
const MOST_QUARTERS = 16;

/** How the cells of a tally are numbered. Tallies of one layout can be added. */
export interface Layout {
  readonly stageCount: number;
  readonly classCount: number;
  readonly firstBlock: number;
  readonly blockCount: number;
  /** Days since which weeks of quarters are told apart, quarter by quarter. */
  readonly firstQuarter: number;
  readonly quarterCount: number;
  readonly binStarts: Int32Array;
}

/**
 * All that the model is fitted from: counts that add up. A day at risk is a day on which a deal could have left
 * its stage, the day it left included; open deals add theirs like all others.
 */
export interface Tally {
  readonly layout: Layout;
  /** By class, stage, age bin, 30-day block. */
  readonly daysAtRisk: Int32Array;
  /** The same over all blocks: by class, stage, age bin. */
  readonly allDays: Float64Array;
  /** One such array a cause. */
  readonly allEvents: readonly Float64Array[];
  /** By stage and 30-day block, one array a cause. */
  readonly events: readonly Float64Array[];
  /** By stage and where it led: the stages, then won. */
  readonly targets: Float64Array;
  /** By quarter, week of the quarter, stage, age bin. */
  readonly phaseDays: Float64Array;
  /** By quarter, week of the quarter, stage, cause. */
  readonly phaseEvents: Float64Array;
}

/** The layout for a span of days: at most sixty blocks and sixteen quarters back from the last day. */
export function layoutOf(spells: Spells, classes: Classes, scale: AgeScale, first: Day, last: Day): Layout {
  const lastBlock = Math.floor(last / BLOCK_DAYS);
  const firstBlock = Math.max(Math.floor(first / BLOCK_DAYS), lastBlock - MOST_BLOCKS + 1);
  const lastQuarter = quarterOfDay(last);
  const firstQuarter = Math.max(quarterOfDay(first), lastQuarter - MOST_QUARTERS + 1);
  return {
    firstQuarter,
    quarterCount: lastQuarter - firstQuarter + 1,
    stageCount: spells.stageCount,
    classCount: classes.count,
    firstBlock,
    blockCount: lastBlock - firstBlock + 1,
    binStarts: scale.binStarts,
  };
}

/** A tally of nothing yet. */
export function emptyTally(layout: Layout): Tally {
  const { stageCount, classCount, blockCount, quarterCount } = layout;
  const rows = classCount * stageCount * BIN_COUNT;
  return {
    layout,
    daysAtRisk: new Int32Array(rows * blockCount),
    allDays: new Float64Array(rows),
    allEvents: CAUSES.map(() => new Float64Array(rows)),
    events: CAUSES.map(() => new Float64Array(stageCount * blockCount)),
    targets: new Float64Array(stageCount * (stageCount + 1)),
    phaseDays: new Float64Array(quarterCount * PHASE_COUNT * stageCount * BIN_COUNT),
    phaseEvents: new Float64Array(quarterCount * PHASE_COUNT * stageCount * CAUSE_COUNT),
  };
}

/**
 * Adds what happened from one day to another, both included. Windows that follow one another add up to the tally
 * of the whole: the backtest goes forward month by month, and no cutoff ever sees a later day.
 * O(visits × bins and blocks crossed). Source: method.md 6.2 and 10.
 */
export function addWindow(tally: Tally, spells: Spells, classes: Classes, from: Day, to: Day): void {
  const { visits } = spells;
  const calendar = calendarBetween(from, to, tally.layout);
  for (let i = 0; i < visits.count; i += 1) {
    const entered = visits.entered[i] ?? 0;
    const left = visits.left[i] ?? 0;
    if (entered > to || left < from) continue;
    const row =
      (classes.classOf[visits.deal[i] ?? 0] ?? 0) * tally.layout.stageCount + (visits.stage[i] ?? 0);
    addStay(
      tally,
      row,
      visits.stage[i] ?? 0,
      { entered, first: Math.max(entered, from), last: Math.min(left, to) },
      calendar,
    );
    if (left <= to)
      addExit(tally, row, visits.stage[i] ?? 0, visits.exit[i] ?? 0, left - entered, left, calendar);
  }
}

interface Stay {
  readonly entered: Day;
  readonly first: Day;
  readonly last: Day;
}

function addStay(tally: Tally, row: number, stage: number, stay: Stay, calendar: Calendar): void {
  const { daysAtRisk, allDays, phaseDays } = tally;
  const { binStarts, blockCount, stageCount } = tally.layout;
  let day = stay.first;
  let bin = binAt(binStarts, stage, day - stay.entered);
  while (day <= stay.last) {
    while (bin + 1 < BIN_COUNT && (binStarts[stage * BIN_COUNT + bin + 1] ?? 0) <= day - stay.entered)
      bin += 1;
    const at = day - calendar.first;
    let end = Math.min(stay.last + 1, calendar.end[at] ?? day + 1);
    if (bin + 1 < BIN_COUNT)
      end = Math.min(end, stay.entered + (binStarts[stage * BIN_COUNT + bin + 1] ?? 0));
    const all = row * BIN_COUNT + bin;
    allDays[all] = (allDays[all] ?? 0) + end - day;
    const cell = all * blockCount + (calendar.block[at] ?? 0);
    daysAtRisk[cell] = (daysAtRisk[cell] ?? 0) + end - day;
    const phaseCell = ((calendar.phase[at] ?? 0) * stageCount + stage) * BIN_COUNT + bin;
    phaseDays[phaseCell] = (phaseDays[phaseCell] ?? 0) + end - day;
    day = end;
  }
}

function addExit(
  tally: Tally,
  row: number,
  stage: number,
  exit: number,
  age: number,
  day: Day,
  calendar: Calendar,
): void {
  const { binStarts, blockCount, stageCount } = tally.layout;
  const cause = causeOf(stage, exit);
  const bin = binAt(binStarts, stage, age);
  const at = day - calendar.first;
  count(tally.allEvents[cause], row * BIN_COUNT + bin);
  count(tally.events[cause], stage * blockCount + (calendar.block[at] ?? 0));
  count(tally.phaseEvents, ((calendar.phase[at] ?? 0) * stageCount + stage) * CAUSE_COUNT + cause);
  if (exit === LOST) return;
  count(tally.targets, stage * (stageCount + 1) + (exit === WON ? stageCount : exit));
}

function count(cells: Float64Array | undefined, cell: number): void {
  if (cells) cells[cell] = (cells[cell] ?? 0) + 1;
}

/** The way a visit ended: moves to a later stage, and wins, are progress. */
export function causeOf(stage: number, exit: number): number {
  if (exit === LOST) return LOSS;
  return exit === WON || exit > stage ? PROGRESS : BACK;
}

/** The age bin of a stay in its n-th day. */
export function binAt(binStarts: Int32Array, stage: number, age: number): number {
  let bin = BIN_COUNT - 1;
  while (bin > 0 && (binStarts[stage * BIN_COUNT + bin] ?? 0) > age) bin -= 1;
  return bin;
}

/** For every day of a window, what its cells are numbered by. */
interface Calendar {
  readonly first: Day;
  /** Quarter of the layout × weeks, plus week. */
  readonly phase: Uint16Array;
  readonly block: Uint8Array;
  /** First day of the next phase or block. */
  readonly end: Int32Array;
}

function calendarBetween(from: Day, to: Day, { firstQuarter, firstBlock }: Layout): Calendar {
  const first = Math.min(from, to);
  const length = Math.max(1, to - first + 1);
  const calendar = {
    first,
    phase: new Uint16Array(length),
    block: new Uint8Array(length),
    end: new Int32Array(length),
  };
  for (let i = 0; i < length; ) {
    const week = phaseOfDay(first + i);
    const block = Math.floor((first + i) / BLOCK_DAYS);
    const weekEnd = lastDayOfQuarter(first + i) - 7 * week + 1;
    const next = Math.min(length, weekEnd - first, (block + 1) * BLOCK_DAYS - first);
    const quarter = Math.max(0, quarterOfDay(first + i) - firstQuarter);
    calendar.phase.fill(quarter * PHASE_COUNT + week, i, next);
    calendar.block.fill(Math.max(0, block - firstBlock), i, next);
    calendar.end.fill(first + next, i, next);
    i = next;
  }
  return calendar;
}

/** Quarters since year 0. */
function quarterOfDay(day: Day): number {
  const { year, month } = dateOfDay(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

function lastDayOfQuarter(day: Day): Day {
  const { year, month } = dateOfDay(day);
  const quarter = Math.floor((month - 1) / 3);
  return (dayOfDate(quarter === 3 ? year + 1 : year, quarter === 3 ? 1 : quarter * 3 + 4, 1) ?? day + 1) - 1;
}

/**
 * Weeks to the end of the day's quarter, 0 to 12.
 * @example phaseOfDay(20634) // => 0
 */
export function phaseOfDay(day: Day): number {
  return Math.min(PHASE_COUNT - 1, Math.floor((lastDayOfQuarter(day) - day) / 7));
}
