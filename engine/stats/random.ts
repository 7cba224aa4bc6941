import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { skipN } from "pure-rand/utils/skipN";

/** A stream of random numbers; the same seed gives the same stream on every machine. */
export interface RandomSource {
  /** At least 0, below 1; 53 random bits. */
  readonly uniform: () => number;
  /** A whole number from 0 to n − 1, each equally likely; n from 1 to 2³². */
  readonly below: (n: number) => number;
}

/** The generator's first numbers resemble one another for neighbouring seeds, so they are passed over. */
const WARM_UP = 64;

/**
 * A source of random numbers from a seed, a whole number of 32 bits. Same seed, same digits: why a forecast made
 * twice is the same.
 *
 * Source: Blackman & Vigna 2018, xoroshiro128+, as pure-rand has it.
 * @example randomSource(1).below(1) // => 0
 */
export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed);
  skipN(generator, WARM_UP);
  return {
    uniform: () => uniformFloat64(generator),
    below: (n) => uniformInt(generator, 0, n - 1),
  };
}
