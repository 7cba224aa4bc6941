import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws evenly from [0, 1). The only source of chance in `samples/`. */
export type Random = () => number;

const WARM_UP_DRAWS = 32;

/** Independent streams of one seed, far apart, so that a change in one leaves the others as they are. */
export function randomStreams(seed: number, count: number): readonly Random[] {
  return Array.from({ length: count }, (_, stream) => {
    const generator = warmedUp(seed);
    for (let jump = 0; jump < stream; jump++) generator.jump();
    return () => uniformFloat64(generator);
  });
}

/** A stream of its own for one thing, so that how many draws it needs changes nothing for the next one. */
export function branch(random: Random): Random {
  const generator = warmedUp(Math.floor(random() * 2 ** 32) | 0);
  return () => uniformFloat64(generator);
}

/** The first draws of seeds that lie close together are alike; these are left out. */
function warmedUp(seed: number): ReturnType<typeof xoroshiro128plus> {
  const generator = xoroshiro128plus(seed);
  for (let draw = 0; draw < WARM_UP_DRAWS; draw++) generator.next();
  return generator;
}

/** A standard normal draw (Box and Muller 1958; the second of the pair is not kept). */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** A Poisson count (Knuth's product of uniforms, in parts so that exp(−mean) stays above zero). */
export function drawPoisson(random: Random, mean: number): number {
  let count = 0;
  for (let rest = mean; rest > 0; rest -= 30) {
    const limit = Math.exp(-Math.min(rest, 30));
    for (let product = random(); product > limit; product *= random()) count++;
  }
  return count;
}

/** The index that a uniform draw `u` picks, each with the chance of its share. Shares sum to 1. */
export function pickIndex(u: number, shares: readonly number[]): number {
  let rest = u;
  for (let index = 0; index < shares.length - 1; index++) {
    rest -= shares[index] ?? 0;
    if (rest < 0) return index;
  }
  return shares.length - 1;
}

/** One of a list, each as likely. */
export function pickEvenly<T>(u: number, list: readonly [T, ...T[]]): T {
  return list[Math.floor(u * list.length)] ?? list[0];
}
