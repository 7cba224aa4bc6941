/** Daily chances to leave a stage, the n-th entry being the n-th day after the day of entry. */
export interface LeavingChances {
  readonly progress: Float64Array;
  readonly lost: Float64Array;
  readonly back: Float64Array;
}

/** Where leaving leads: by stage and target, the last target of progress being the win. */
export interface Leads {
  readonly progress: Float64Array;
  readonly back: Float64Array;
}

/**
 * The chance to be won within h days of entering a stage, for every stage and every h: `days` numbers a stage. From
 * the stay in the stage and the curves of where it leads. A move back on the day of entry counts from the next day.
 * O(stages × days²).
 *
 * Formula: G_s(h) = Σ_u Σ_c f_sc(u) Σ_j q_scj G_j(h − u), G_won = 1, G_lost = 0. Source: method.md 6.7.
 */
export function winCurves(stages: readonly LeavingChances[], leads: Leads, days: number): Float64Array[] {
  const count = stages.length;
  const curves = stages.map(() => new Float64Array(days));
  const onward = stages.map(() => new Float64Array(days));
  const returned = stages.map(() => new Float64Array(days));
  for (let h = 0; h < days; h += 1) {
    for (let stage = count - 1; stage >= 0; stage -= 1) {
      let [next, previous] = [leads.progress[stage * (count + 1) + count] ?? 0, 0];
      for (let target = 0; target < count; target += 1) {
        next += (leads.progress[stage * (count + 1) + target] ?? 0) * (curves[target]?.[h] ?? 0);
        previous += (leads.back[stage * count + target] ?? 0) * (h > 0 ? (curves[target]?.[h - 1] ?? 0) : 0);
      }
      set(onward[stage], h, next);
      set(returned[stage], h, previous);
      const own = stages[stage];
      if (own)
        set(
          curves[stage],
          h,
          convolved(own.progress, onward[stage], h) + convolved(own.back, returned[stage], h),
        );
    }
  }
  return curves;
}

function set(values: Float64Array | undefined, at: number, value: number): void {
  if (values) values[at] = value;
}

function convolved(chances: Float64Array, curve: Float64Array | undefined, h: number): number {
  if (!curve) return 0;
  let sum = 0;
  const last = Math.min(h, chances.length - 1);
  for (let u = 0; u <= last; u += 1) sum += (chances[u] ?? 0) * (curve[h - u] ?? 0);
  return sum;
}

/** The curves right after leaving a stage by progress or back: what an open deal's stay is folded with. */
export function leadCurves(curves: readonly Float64Array[], leads: Leads, stage: number, days: number) {
  const count = curves.length;
  const progress = new Float64Array(days).fill(leads.progress[stage * (count + 1) + count] ?? 0);
  const back = new Float64Array(days);
  curves.forEach((curve, target) => {
    const [on, off] = [
      leads.progress[stage * (count + 1) + target] ?? 0,
      leads.back[stage * count + target] ?? 0,
    ];
    for (let h = 0; h < days && (on > 0 || off > 0); h += 1) {
      progress[h] = (progress[h] ?? 0) + on * (curve[h] ?? 0);
      back[h] = (back[h] ?? 0) + off * (curve[h] ?? 0);
    }
  });
  return { progress, back };
}

/**
 * The chance of an open deal to be won within h days from now, at the horizons asked, given that it has been in its
 * stage for `age` days and still is: f(a + u)/S(a) for f(u). O(horizons × days).
 *
 * Source: method.md 6.7; `semi_markov_two_stage`.
 */
export function openWinCurve(
  stay: LeavingChances,
  after: { readonly progress: Float64Array; readonly back: Float64Array },
  age: number,
  horizons: readonly number[],
): number[] {
  let left = 0;
  for (let u = 0; u <= age; u += 1) {
    left += (stay.progress[u] ?? 0) + (stay.lost[u] ?? 0) + (stay.back[u] ?? 0);
  }
  const here = 1 - left;
  if (here <= 1e-12) return horizons.map(() => 0);
  return horizons.map((h) => {
    let sum = 0;
    for (let u = 1; u <= h; u += 1) {
      sum += (stay.progress[age + u] ?? 0) * (after.progress[h - u] ?? 0);
      sum += (stay.back[age + u] ?? 0) * (after.back[h - u] ?? 0);
    }
    return sum / here;
  });
}
