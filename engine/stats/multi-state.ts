/**
 * Stretches in a state, in columns: row i was in state `from[i]` after `entered[i]` up to `left[i]`, and then moved
 * to state `to[i]`, or −1 where it is still there (censored). States are 0 … `stateCount` − 1; all start in 0.
 */
export interface StateRows {
  readonly entered: ArrayLike<number>;
  readonly left: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** The share in each state along `times`, the distinct times at which rows end; at every time they add up to 1. */
export interface StateShares {
  readonly times: Float64Array;
  /** One array a state. */
  readonly shares: readonly Float64Array[];
}

/**
 * The share of deals in each state over time where any state may follow any other (advance, fall back, win,
 * lose), by Aalen–Johansen: open deals are at risk in their state as long as they were watched, then censored.
 * O(n log n + times × states²). Throws `RangeError` for an unknown state or a row that ends before it starts.
 *
 * Source: Aalen & Johansen 1978; R `survfit(Surv(entered, left, event) ~ 1, id = id)$pstate`.
 * @example Array.from(stateShares({ entered: [0, 0], left: [3, 5], from: [0, 0], to: [1, -1] }, 2).shares[1] ?? []) // => [0.5, 0.5]
 */
export function stateShares(rows: StateRows, stateCount: number): StateShares {
  checkRows(rows, stateCount);
  const byEntry = order(rows.entered);
  const byExit = order(rows.left);
  const atRisk = new Float64Array(stateCount);
  const share = new Float64Array(stateCount);
  share[0] = 1;
  const times: number[] = [];
  const history: Float64Array[] = [];
  let [nextEntry, nextExit] = [0, 0];
  while (nextExit < byExit.length) {
    const time = rows.left[byExit[nextExit] ?? 0] ?? 0;
    for (; (rows.entered[byEntry[nextEntry] ?? -1] ?? time) < time; nextEntry += 1) {
      add(atRisk, rows.from[byEntry[nextEntry] ?? 0], 1);
    }
    const firstExit = nextExit;
    while (rows.left[byExit[nextExit] ?? -1] === time) nextExit += 1;
    const ending = byExit.subarray(firstExit, nextExit);
    move(share, ending, rows, atRisk);
    for (const row of ending) add(atRisk, rows.from[row], -1);
    times.push(time);
    history.push(share.slice());
  }
  const shares = Array.from(share, (_, state) => Float64Array.from(history, (at) => at[state] ?? 0));
  return { times: Float64Array.from(times), shares };
}

/** One step of the product: each row that moves takes 1/at-risk of its state's share along. */
function move(share: Float64Array, ending: Uint32Array, rows: StateRows, atRisk: Float64Array): void {
  const before = share.slice();
  for (const row of ending) {
    const [from, to] = [rows.from[row] ?? 0, rows.to[row] ?? -1];
    if (to < 0) continue;
    const part = (before[from] ?? 0) / (atRisk[from] ?? 1);
    add(share, from, -part);
    add(share, to, part);
  }
}

function add(values: Float64Array, index: number | undefined, amount: number): void {
  if (index !== undefined) values[index] = (values[index] ?? 0) + amount;
}

function order(times: ArrayLike<number>): Uint32Array {
  const rows = Uint32Array.from({ length: times.length }, (_, row) => row);
  return rows.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
}

function checkRows(rows: StateRows, stateCount: number): void {
  for (let row = 0; row < rows.left.length; row += 1) {
    const [from, to] = [rows.from[row] ?? -1, rows.to[row] ?? stateCount];
    const known = from >= 0 && from < stateCount && to >= -1 && to < stateCount;
    if (!known) throw new RangeError(`Row ${row} goes from state ${from} to ${to}: no such state.`);
    if (!((rows.entered[row] ?? 0) < (rows.left[row] ?? 0))) {
      throw new RangeError(`Row ${row} ends before it starts.`);
    }
  }
}
