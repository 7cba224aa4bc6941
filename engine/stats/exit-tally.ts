/**
 * How many left, and how many are still there, by duration. Everything that the curves need: tallies of parts
 * add up to the tally of the whole.
 */
export interface ExitTally {
  /** Durations tallied, the censored ones too. */
  readonly n: number;
  /** The distinct durations, rising; days in all of Pipecast. */
  readonly times: Float64Array;
  /** `counts[cause][i]`: how many ended at `times[i]` by that cause; cause 0 is censored, still there. */
  readonly counts: readonly Float64Array[];
}

const FIRST_ROOM = 256;

/** Durations and the causes that ended them, gathered one by one. As plain lists, millions take several times the room. */
export class Exits {
  private n = 0;
  private durations = new Float64Array(FIRST_ROOM);
  private causes = new Uint8Array(FIRST_ROOM);

  add(duration: number, cause: number): void {
    if (this.n === this.causes.length) {
      const [durations, causes] = [new Float64Array(2 * this.n), new Uint8Array(2 * this.n)];
      durations.set(this.durations);
      causes.set(this.causes);
      [this.durations, this.causes] = [durations, causes];
    }
    this.durations[this.n] = duration;
    this.causes[this.n++] = cause;
  }

  /** See `tallyExits`. */
  tally(causeCount: number): ExitTally {
    return tallyExits(this.durations.subarray(0, this.n), this.causes.subarray(0, this.n), causeCount);
  }
}

/** Whole days up to this many are counted by day; anything else is sorted. */
const MOST_SLOTS = 4_000_000;

interface Slots {
  readonly times: Float64Array;
  readonly slotOf: (duration: number) => number;
}

/**
 * Counts durations by their length and by the cause that ended them (0 = censored, then 1 … `causeCount`).
 * O(n) for whole days, O(n log n) otherwise. Equal durations are ties and stay ties: nothing is jittered.
 * Throws `RangeError` for a negative duration or an unknown cause.
 * @example tallyExits([3, 5, 3], [1, 0, 1], 1).n // => 3
 */
export function tallyExits(
  durations: ArrayLike<number>,
  causes: ArrayLike<number>,
  causeCount: number,
): ExitTally {
  if (durations.length !== causes.length) throw new RangeError("Every duration needs its cause.");
  const highest = highestWholeDay(durations);
  const slots = highest < MOST_SLOTS ? daySlots(highest) : sortedSlots(durations);
  const counts = Array.from({ length: causeCount + 1 }, () => new Float64Array(slots.times.length));
  for (let i = 0; i < durations.length; i += 1) {
    const ofCause = counts[causes[i] ?? -1];
    if (ofCause === undefined) throw new RangeError(`Cause ${causes[i]} is not within 0 and ${causeCount}.`);
    const slot = slots.slotOf(durations[i] ?? 0);
    ofCause[slot] = (ofCause[slot] ?? 0) + 1;
  }
  return withoutEmptySlots({ n: durations.length, times: slots.times, counts });
}

/** The longest duration, or Infinity where one is not a whole number. */
function highestWholeDay(durations: ArrayLike<number>): number {
  let highest = -1;
  let whole = true;
  for (let i = 0; i < durations.length; i += 1) {
    const duration = durations[i] ?? Number.NaN;
    if (!(duration >= 0)) throw new RangeError(`A duration is 0 or more, not ${duration}.`);
    if (duration > highest) highest = duration;
    whole = whole && Number.isInteger(duration);
  }
  return whole ? highest : Number.POSITIVE_INFINITY;
}

function daySlots(highest: number): Slots {
  const times = new Float64Array(highest + 1).map((_, day) => day);
  return { times, slotOf: (duration) => duration };
}

function sortedSlots(durations: ArrayLike<number>): Slots {
  const ordered = Float64Array.from(durations).sort();
  const times = ordered.filter((time, i) => i === 0 || time !== ordered[i - 1]);
  return { times, slotOf: (duration) => lastIndexUpTo(times, duration) };
}

function withoutEmptySlots(tally: ExitTally): ExitTally {
  const used = (slot: number): boolean => tally.counts.some((ofCause) => (ofCause[slot] ?? 0) > 0);
  const keep = tally.times.map((_, slot) => (used(slot) ? 1 : 0));
  const kept = (values: Float64Array): Float64Array => values.filter((_, slot) => keep[slot] === 1);
  return { n: tally.n, times: kept(tally.times), counts: tally.counts.map(kept) };
}

/**
 * The position of the last of the rising times that is not after `time`; −1 before the first. Reads a step
 * curve: `curve.survival[lastIndexUpTo(curve.times, day)]`. O(log n).
 * @example lastIndexUpTo([2, 3, 5], 4) // => 1
 * @example lastIndexUpTo([2, 3, 5], 1) // => -1
 */
export function lastIndexUpTo(times: ArrayLike<number>, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Number.POSITIVE_INFINITY) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
