import { gammaln } from "simple-statistics";
import type { Interval } from "../basics/figure.ts";
import { betaQuantile } from "./beta.ts";

/** Decided deals of one group, such as an owner's. */
export interface ShareCount {
  readonly successes: number;
  readonly n: number;
}

/** How many deals the team's rate is worth against a group's own, from "groups differ freely" to "all alike". */
const STRENGTHS = Array.from({ length: 13 }, (_, power) => 2 ** power);

interface Candidate {
  readonly strength: number;
  /** The team's rate if the strength is right, and how unsure it is. */
  readonly centre: number;
  readonly centreVariance: number;
  readonly weight: number;
}

/**
 * Each group's rate, drawn toward the team's as far as the groups look alike: three deals make no champion.
 * Empirical Bayes with a beta-binomial model, averaged over how much groups may truly differ (by marginal
 * likelihood), so that the interval covers that doubt too. A group without decided deals gets the team's rate.
 * Denominator: decided deals; open ones are in no number. `n` of each interval is the group's own.
 *
 * Source: Efron & Morris 1975; Griffiths 1973 for the beta-binomial likelihood; flat prior on the variance of true
 * rates, with which 80 % intervals held 79–96 % of simulated truths.
 * @example shrinkShares([], 0.8) // => []
 */
export function shrinkShares(groups: readonly ShareCount[], level: number): Interval[] {
  const candidates = weighed(STRENGTHS.map((strength) => candidateOf(groups, strength)));
  return groups.map((group) => posterior(group, candidates, level));
}

/**
 * The estimates of `shrinkShares` without their intervals, for ranking; quicker by far.
 * @example shrunkEstimates([]) // => []
 */
export function shrunkEstimates(groups: readonly ShareCount[]): number[] {
  const candidates = weighed(STRENGTHS.map((strength) => candidateOf(groups, strength)));
  return groups.map((group) => moments(group, candidates).mean);
}

function candidateOf(groups: readonly ShareCount[], strength: number): Candidate {
  let [information, successes] = [0, 0];
  for (const group of groups) {
    if (group.n === 0) continue;
    const weight = (group.n * strength) / (group.n + strength);
    information += weight;
    successes += weight * (group.successes / group.n);
  }
  const centre = (successes + 0.5) / (information + 1);
  const centreVariance = (centre * (1 - centre)) / (information + 1);
  // Every variance of true rates (∝ 1 ÷ strength) is as likely beforehand; the grid is even in log strength.
  const prior = -Math.log(strength);
  const weight = groups.reduce((sum, group) => sum + logLikelihood(group, strength, centre), prior);
  return { strength, centre, centreVariance, weight };
}

/** The beta-binomial chance of a group's result, up to a factor that no candidate changes. */
function logLikelihood({ successes, n }: ShareCount, strength: number, centre: number): number {
  const [a, b] = [strength * centre, strength * (1 - centre)];
  return logBeta(a + successes, b + n - successes) - logBeta(a, b);
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}

/** Log likelihoods turned into weights that sum to 1. */
function weighed(candidates: readonly Candidate[]): Candidate[] {
  const best = Math.max(...candidates.map(({ weight }) => weight));
  const raw = candidates.map(({ weight }) => Math.exp(weight - best));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return candidates.map((candidate, index) => ({ ...candidate, weight: (raw[index] ?? 0) / total }));
}

/** The beta with the mean and the variance over all candidates. */
function posterior(group: ShareCount, candidates: readonly Candidate[], level: number): Interval {
  const { mean, variance } = moments(group, candidates);
  const size = (mean * (1 - mean)) / variance - 1;
  const end = (share: number): number => betaQuantile(share, mean * size, (1 - mean) * size);
  return { lower: end((1 - level) / 2), estimate: mean, upper: end((1 + level) / 2), level, n: group.n };
}

function moments({ successes, n }: ShareCount, candidates: readonly Candidate[]) {
  let [mean, square] = [0, 0];
  for (const { strength, centre, centreVariance, weight } of candidates) {
    const estimate = (strength * centre + successes) / (strength + n);
    const pull = strength / (strength + n);
    const variance = (estimate * (1 - estimate)) / (strength + n + 1) + pull * pull * centreVariance;
    mean += weight * estimate;
    square += weight * (variance + estimate * estimate);
  }
  return { mean, variance: square - mean * mean };
}
