import { type Figure, type Interval, missing } from "../basics/figure.ts";
import { groupBy } from "../basics/group-by.ts";
import type { Deal, Pipeline } from "../pipeline/pipeline.ts";
import { quantile } from "../stats/quantile.ts";
import { shrinkShares } from "../stats/shrink-shares.ts";
import { begunLongAgo } from "./begun-long-ago.ts";
import { decidedByStage, lostStagesUnknown } from "./decided-by-stage.ts";
import { type SizeBand, sizeBandOf, sizeBands } from "./size-bands.ts";

export type SegmentKind = "owner" | "source" | "product" | "region" | "size";

const KINDS: readonly SegmentKind[] = ["owner", "source", "product", "region", "size"];

/** One owner, source, product, region or size band beside the others. */
export interface Segment {
  /** The user's own word; "" where the cell is blank. For sizes the band's place from "0". */
  readonly value: string;
  /** The limits of a size band; null for other kinds, and for deals without an amount. */
  readonly band: SizeBand | null;
  readonly deals: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  /** Listed money of won deals that carry an amount, and of open ones. */
  readonly wonAmount: number;
  readonly openAmount: number;
  /** Won ÷ closed as it happened. */
  readonly seenWinRate: Figure<number>;
  /** Of deals begun long enough ago, drawn toward the team as far as the segments look alike. */
  readonly winRate: Figure<Interval>;
  /** Median days from start to win. */
  readonly cycleDays: Figure<number>;
  /** Conversion of each open stage, drawn toward the team's of that stage; missing where the stage of losses is not told. */
  readonly conversions: readonly Figure<Interval>[];
}

/** Only the values with the most deals are compared: beyond these nobody reads, and most would be single deals. */
const MOST_SEGMENTS = 100;

export type Segments = ReadonlyMap<SegmentKind, Figure<readonly Segment[]>>;

/**
 * The deals by owner, source, product, region and size: how many, win rate, cycle and stage conversion. Rates are drawn
 * toward the team's (see `shrinkShares`), so that three deals make no champion. Denominators: closed deals for win
 * rates, decided deals for conversions, both of deals begun long enough ago (see `begunLongAgo`); all closed deals for
 * the rate as seen, won deals with both days for cycles; open deals are only counted. Who owned a
 * deal is what its row says today. The 100 values with the most deals, at most. Missing where a kind has fewer than two values. Most deals first.
 * Source: method.md section 9; Efron & Morris 1975.
 */
export function segments(pipeline: Pipeline, level: number, comparable = begunLongAgo(pipeline)): Segments {
  return new Map(KINDS.map((kind) => [kind, segmentsOf(pipeline, comparable.deals, kind, level)]));
}

function segmentsOf(
  pipeline: Pipeline,
  old: readonly Deal[],
  kind: SegmentKind,
  level: number,
): Figure<readonly Segment[]> {
  const bands = kind === "size" ? sizeBands(pipeline.deals) : [];
  const keyOf = (deal: Deal): string => (kind === "size" ? sizeBandOf(bands, deal.amount) : deal[kind]);
  const all = [...groupBy(pipeline.deals, keyOf)];
  if (all.filter(([value]) => value !== "").length < 2) return missing("one-group", pipeline.deals.length);
  all.sort(([a, dealsA], [b, dealsB]) => dealsB.length - dealsA.length || (a < b ? -1 : 1));
  const groups = all.slice(0, MOST_SEGMENTS);
  const ofOld = groupBy(old, keyOf);
  const compared = groups.map(([value]) => ofOld.get(value) ?? []);
  const rates = shrunkRates(compared.map(closedCount), level);
  const conversions = conversionsBy(pipeline, compared, level);
  const built = groups.map(([value, deals], index) => ({
    ...segmentOf(value, deals),
    band: kind === "size" ? (bands[Number(value || Number.NaN)] ?? null) : null,
    winRate: rates[index] ?? missing("none-closed", 0),
    conversions: conversions.map((ofStage) => ofStage[index] ?? missing("none-decided", 0)),
  }));
  if (kind === "size") built.sort((a, b) => Number(a.value || 99) - Number(b.value || 99));
  return built;
}

interface Decided {
  readonly successes: number;
  readonly n: number;
}

function closedCount(deals: readonly Deal[]): Decided {
  let [successes, n] = [0, 0];
  for (const { outcome } of deals) {
    if (outcome === "won") successes += 1;
    if (outcome !== "open") n += 1;
  }
  return { successes, n };
}

function shrunkRates(counts: readonly Decided[], level: number): Figure<Interval>[] {
  const shrunk = shrinkShares(counts, level);
  return counts.map(({ n }, index) => (n === 0 ? null : shrunk[index]) ?? missing("none-decided", 0));
}

/** By stage, then by segment; missing where the sheet does not say where deals get lost. */
function conversionsBy(
  pipeline: Pipeline,
  groups: readonly (readonly Deal[])[],
  level: number,
): Figure<Interval>[][] {
  const unknown = lostStagesUnknown(pipeline.deals);
  if (unknown) return pipeline.stages.map(() => groups.map(() => unknown));
  const counts = groups.map((deals) => decidedByStage(deals, pipeline.stages.length));
  return pipeline.stages.map((_, stage) => {
    const decided = counts.map((ofGroup) => {
      const { advanced = 0, lost = 0 } = ofGroup[stage] ?? {};
      return { successes: advanced, n: advanced + lost };
    });
    return shrunkRates(decided, level);
  });
}

function segmentOf(value: string, deals: readonly Deal[]): Omit<Segment, "winRate" | "conversions" | "band"> {
  const count = { open: 0, won: 0, lost: 0 };
  const money = { open: 0, won: 0, lost: 0 };
  const days: number[] = [];
  for (const { outcome, amount, startDay, closedDay } of deals) {
    count[outcome] += 1;
    money[outcome] += amount ?? 0;
    if (outcome === "won" && startDay !== null && closedDay !== null) days.push(closedDay - startDay);
  }
  const closed = count.won + count.lost;
  return {
    value,
    deals: deals.length,
    ...count,
    wonAmount: money.won,
    openAmount: money.open,
    seenWinRate: closed === 0 ? missing("none-closed", 0) : count.won / closed,
    cycleDays: days.length === 0 ? missing("none-won", 0) : quantile(days, 0.5),
  };
}
