import type { Day } from "../basics/day.ts";
import type { DealTimeline } from "../pipeline/timelines.ts";
import type { DealColumns } from "./spells.ts";

/** Lays out what the rows of deals tell, deal after deal: one pass, as a million rows do not fit a processor's cache. */
export function dealColumns(
  deals: readonly DealTimeline[],
  order: Int32Array,
  closings: Pick<DealColumns, "closed" | "won">,
): DealColumns {
  const count = order.length;
  const [amount, listed] = [new Float64Array(count), new Float64Array(count)];
  const [source, product, owner, account] = [
    codeBook(count),
    codeBook(count),
    codeBook(count),
    codeBook(count),
  ];
  for (let i = 0; i < count; i += 1) {
    const deal = deals[order[i] ?? 0];
    const facts = deal?.facts;
    amount[i] = facts?.amount ?? Number.NaN;
    listed[i] = meanLogListed(deal?.snapshots, closings.closed[i] ?? 0);
    note(source, i, facts?.source ?? "");
    note(product, i, facts?.product ?? "");
    note(owner, i, facts?.owner ?? "");
    if (facts?.account) note(account, i, facts.account);
    else account.codes[i] = -1;
  }
  return {
    ...closings,
    count,
    source: order,
    amount,
    listed,
    account: account.codes,
    traits: { source: source.codes, product: product.codes, owner: owner.codes },
    traitNames: { source: source.names, product: product.names, owner: owner.names },
  };
}

function meanLogListed(snapshots: DealTimeline["snapshots"], closedDay: Day): number {
  if (snapshots === undefined) return Number.NaN;
  let [n, sum] = [0, 0];
  for (const { day, amount } of snapshots) {
    if (day >= closedDay || amount === null || !(amount > 0)) continue;
    n += 1;
    sum += Math.log(amount);
  }
  return n === 0 ? Number.NaN : sum / n;
}

/** Texts as numbers, in the order in which they are first met. */
interface CodeBook {
  readonly codes: Int32Array;
  readonly names: string[];
  readonly codeOf: Map<string, number>;
}

function codeBook(count: number): CodeBook {
  return { codes: new Int32Array(count), names: [], codeOf: new Map() };
}

function note({ codes, names, codeOf }: CodeBook, i: number, text: string): void {
  let code = codeOf.get(text);
  if (code === undefined) {
    code = names.length;
    codeOf.set(text, code);
    names.push(text);
  }
  codes[i] = code;
}
