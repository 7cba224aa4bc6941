import { type RandomSource, randomSourceAt } from "../stats/random.ts";

/**
 * Sources of random numbers that do not disturb one another: what one of them is asked for never changes what
 * another gives. So two simulations of one seed differ by what differs in their scenes alone, and the figures of a
 * month do not depend on how many months come after it.
 */
export interface Streams {
  /** Hazards and traits. */
  readonly parameters: RandomSource;
  /** Pace of late; spread evenly over the guesses. */
  readonly pace: RandomSource;
  /** Level and slope of new deals; spread evenly over the guesses. */
  readonly arrivals: RandomSource;
  /** Scatter of single months: of the pace, and of new deals. */
  readonly scatter: RandomSource;
  readonly newScatter: RandomSource;
  /** Which open deals win, and when. */
  readonly deals: RandomSource;
  /** Amounts and new wins, period by period. */
  readonly periods: readonly RandomSource[];
}

const [PARAMETERS, SCATTER, NEW_SCATTER, DEALS, PACE, ARRIVALS, PERIODS] = [0, 1, 2, 3, 4, 5, 6];

/** The streams of one guess at the parameters. */
export function streamsOf(seed: number, guess: number, periods: number): Streams {
  const source = (purpose: number): RandomSource => randomSourceAt(seed, [purpose, guess]);
  return {
    parameters: source(PARAMETERS),
    pace: evenSource(randomSourceAt(seed, [PACE]), guess),
    arrivals: evenSource(randomSourceAt(seed, [ARRIVALS]), guess),
    scatter: source(SCATTER),
    newScatter: source(NEW_SCATTER),
    deals: source(DEALS),
    periods: Array.from({ length: periods }, (_, period) => source(PERIODS + period)),
  };
}

const ROOTS = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53].map(Math.sqrt);

/**
 * Numbers that are each uniform, and that lie evenly over the guesses: the n-th number of guess g is a random start
 * plus g times the root of the n-th prime, without its whole part. What moves all deals at once is drawn so: a
 * hundred guesses tell its mean as well as thousands would by chance. Past sixteen numbers, chance it is.
 *
 * Source: Kronecker sequences with Cranley–Patterson rotation; Lemieux 2009, sections 5.2 and 6.2.
 */
export function evenSource(starts: RandomSource, guess: number): RandomSource {
  let drawn = 0;
  const uniform = (): number => {
    const start = starts.uniform();
    const root = ROOTS[drawn++];
    return root === undefined ? start : (start + guess * root) % 1;
  };
  return { uniform, below: (n) => Math.floor(uniform() * n) };
}
