import { gammaln } from "simple-statistics";

/** R's tolerance for "just as unlikely as what was seen". */
const AS_UNLIKELY = Math.log1p(1e-7);

/** Two groups of decided deals, such as one owner's and everybody else's. */
export interface TwoGroups {
  readonly successes: number;
  readonly failures: number;
  readonly otherSuccesses: number;
  readonly otherFailures: number;
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

/**
 * How often chance alone would make two groups with the same true rate differ at least this much: the two-sided p
 * value of Fisher's exact test, 0–1. Exact for small counts, where other tests promise too much. Open deals are in
 * none of the counts. 1 where a group is empty. O(the smaller margin).
 *
 * Source: Fisher 1935; R `fisher.test(matrix(c(a, b, c, d), 2))$p.value`.
 * @example fisherExact({ successes: 0, failures: 0, otherSuccesses: 3, otherFailures: 4 }) // => 1
 */
export function fisherExact({ successes, failures, otherSuccesses, otherFailures }: TwoGroups): number {
  const n = successes + failures;
  const others = otherSuccesses + otherFailures;
  const won = successes + otherSuccesses;
  const lowest = Math.max(0, won - others);
  const logChances: number[] = [];
  let log = logChoose(n, lowest) + logChoose(others, won - lowest) - logChoose(n + others, won);
  for (let k = lowest; k <= Math.min(n, won); k += 1) {
    logChances.push(log);
    log += Math.log(((n - k) * (won - k)) / ((k + 1) * (others - won + k + 1)));
  }
  const limit = (logChances[successes - lowest] ?? 0) + AS_UNLIKELY;
  const total = logChances.reduce((sum, chance) => (chance <= limit ? sum + Math.exp(chance) : sum), 0);
  return Math.min(1, total);
}
