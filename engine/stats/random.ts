import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus, xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
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
  return sourceFrom(generator);
}

function sourceFrom(generator: RandomGenerator): RandomSource {
  return {
    uniform: () => uniformFloat64(generator),
    below: (n) => wholeBelow(generator, n),
  };
}

/**
 * What pure-rand's `uniformInt` gives from 0 to n − 1, without the remainder of floating-point numbers, which is slow:
 * draws past the last whole multiple of n are passed over.
 */
function wholeBelow(generator: RandomGenerator, n: number): number {
  const end = Math.floor(WORDS / n) * n;
  let word = 0;
  do word = generator.next() + WORDS / 2;
  while (word >= end);
  return word - Math.floor(word / n) * n;
}

/** How many numbers a word of 32 bits can be. */
const WORDS = 2 ** 32;

/**
 * A source of its own for each place, named by whole numbers, under one seed: what one source is asked for never
 * changes what another gives. Quick to make: its state is stirred from the numbers, so that nothing is passed over.
 *
 * Source: xoroshiro128+ as above; the finalizer of MurmurHash3, Appleby 2011.
 * @example randomSourceAt(1, [2]).below(1) // => 0
 */
export function randomSourceAt(seed: number, place: readonly number[]): RandomSource {
  let hash = stirred(0, seed);
  for (const number of place) hash = stirred(hash, number);
  const state = [1, 2, 3, 4].map((word) => stirred(hash, word));
  return sourceFrom(xoroshiro128plusFromState(state));
}

function stirred(hash: number, number: number): number {
  let mixed = Math.imul(hash, 31) + (number % 2 ** 32) + 1;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
