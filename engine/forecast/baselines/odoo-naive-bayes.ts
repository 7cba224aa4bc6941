/** Counts of won and lost deals by value, as Odoo's predictive lead scoring keeps them. */
export interface LeadCounts {
  /** Won and lost deals by stage reached; a won deal counts in every stage. */
  readonly stages: readonly WonLost[];
  /** Each field's counts by value. */
  readonly fields: readonly ReadonlyMap<string, WonLost>[];
}

/** Won and lost deals, a tenth added to each. */
export interface WonLost {
  readonly won: number;
  readonly lost: number;
}

const SMOOTHING = 0.1;
const [LEAST, MOST] = [0.0001, 0.9999];

/** A deal as the naive Bayes sees it. */
export interface ScoredDeal {
  readonly won: boolean;
  /** The last stage of a lost deal, from 0. */
  readonly stage: number;
  readonly values: readonly string[];
}

/**
 * Counts deals by Odoo's rule: a won deal in all stages, a lost one in those up to its last; one tenth is added to
 * every count, so that nothing is impossible.
 * @example countLeads([{ won: true, stage: 0, values: [] }], 1).stages // => [{ won: 1.1, lost: 0.1 }]
 */
export function countLeads(deals: readonly ScoredDeal[], stageCount: number): LeadCounts {
  const stages = Array.from({ length: stageCount }, () => ({ won: SMOOTHING, lost: SMOOTHING }));
  const fields = Array.from(
    { length: deals[0]?.values.length ?? 0 },
    () => new Map<string, { won: number; lost: number }>(),
  );
  for (const { won, stage, values } of deals) {
    stages.forEach((count, at) => {
      if (won) count.won += 1;
      else if (at <= stage) count.lost += 1;
    });
    fields.forEach((counts, f) => {
      const value = values[f] ?? "";
      const count = counts.get(value) ?? { won: SMOOTHING, lost: SMOOTHING };
      counts.set(value, count);
      if (won) count.won += 1;
      else count.lost += 1;
    });
  }
  return { stages, fields };
}

/**
 * The chance to win by Odoo's naive Bayes: prior × the likelihoods of stage and values. Stage likelihoods are over
 * the team's totals (the counts of the first stage), those of other fields over the field's own. Within .0001 and
 * .9999. A value never seen says nothing.
 *
 * Source: Odoo `crm_lead.py`, `_pls_get_naive_bayes_probabilities`.
 * @example naiveBayesChance({ stages: [{ won: 1, lost: 1 }], fields: [] }, 0, []) // => 0.5
 */
export function naiveBayesChance(counts: LeadCounts, stage: number, values: readonly string[]): number {
  const team = counts.stages[0] ?? { won: SMOOTHING, lost: SMOOTHING };
  const prior = team.won / (team.won + team.lost);
  let [won, lost] = [prior, 1 - prior];
  const at = counts.stages[stage];
  if (at) {
    won *= at.won / team.won;
    lost *= at.lost / team.lost;
  }
  counts.fields.forEach((field, f) => {
    const value = field.get(values[f] ?? "");
    if (!value) return;
    let [allWon, allLost] = [0, 0];
    for (const count of field.values()) {
      allWon += count.won;
      allLost += count.lost;
    }
    won *= value.won / allWon;
    lost *= value.lost / allLost;
  });
  return Math.min(MOST, Math.max(LEAST, won / (won + lost)));
}
