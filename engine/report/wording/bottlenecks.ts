import { type Figure, isKnown } from "../../basics/figure.ts";
import type { Bottleneck, BottleneckKind } from "../../measures/types.ts";
import { listText, shareText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";

/** From this certainty on a stage is said to stand out. */
const CERTAIN_FROM = 0.8;
/** Below this certainty another stage is likely worse. */
const UNLIKELY = 0.2;
/** Nothing learned from draws is wholly sure: above this no number is given. */
const ALL_BUT_SURE = 0.99;

/** How many decided or open deals stand behind the shares of a kind. */
export interface Crowd {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
}

interface KindWording {
  readonly word: string;
  readonly share: (bottleneck: Bottleneck) => Figure<number>;
  readonly n: (crowd: Crowd) => number;
  readonly says: (share: string) => string;
}

const KINDS: Readonly<Record<BottleneckKind, KindWording>> = {
  slow: {
    word: "slow",
    share: ({ evidence }) => evidence.cycleShare,
    n: ({ won }) => won,
    says: (share) => `${share} of the time of a won deal goes here`,
  },
  leaky: {
    word: "leaky",
    share: ({ evidence }) => evidence.lossShare,
    n: ({ lost }) => lost,
    says: (share) => `${share} of all lost deals are lost here`,
  },
  crowded: {
    word: "crowded",
    share: ({ evidence }) => evidence.openShare,
    n: ({ open }) => open,
    says: (share) => `${share} of all open deals stand here`,
  },
};

/**
 * Whether a stage stands out: the worst of its kind with a certainty of at least 80 %.
 * @example standsOut({ stage: { name: "Proposal", order: 3 }, rank: 1, kind: "slow", evidence: { cycleShare: 0.4, lossShare: 0.2, eventualConversion: 0.5, openShare: 0.3, certainty: 0.93 } }) // => true
 */
export function standsOut(bottleneck: Bottleneck): boolean {
  return bottleneck.evidence.certainty >= CERTAIN_FROM;
}

/**
 * The share a stage is judged by: of the won cycle (slow), of losses (leaky), of open deals (crowded); with its n.
 * @example judgedShare({ stage: { name: "Proposal", order: 3 }, rank: 1, kind: "slow", evidence: { cycleShare: 0.4, lossShare: 0.2, eventualConversion: 0.5, openShare: 0.3, certainty: 0.93 } }, { won: 50, lost: 20, open: 9 }).n // => 50
 */
export function judgedShare(
  bottleneck: Bottleneck,
  crowd: Crowd,
): { readonly share: Figure<number>; readonly n: number } {
  const kind = KINDS[bottleneck.kind];
  return { share: kind.share(bottleneck), n: kind.n(crowd) };
}

/**
 * Why a stage is on the list, with how sure it is.
 * @example whyBottleneck({ stage: { name: "Proposal", order: 3 }, rank: 1, kind: "slow", evidence: { cycleShare: 0.4, lossShare: 0.2, eventualConversion: 0.5, openShare: 0.3, certainty: 0.93 } }, { won: 50, lost: 20, open: 9 }) // => "40 % of the time of a won deal goes here. Certainty 93 %."
 */
export function whyBottleneck(bottleneck: Bottleneck, crowd: Crowd): string {
  const { share, n } = judgedShare(bottleneck, crowd);
  const why = isKnown(share) ? `${KINDS[bottleneck.kind].says(shareText(share, n))}. ` : "";
  return why + certaintyText(bottleneck);
}

function certaintyText(bottleneck: Bottleneck): string {
  const { certainty } = bottleneck.evidence;
  const share = certainty > ALL_BUT_SURE ? "over 99 %" : shareText(certainty, 0);
  if (standsOut(bottleneck)) return `Certainty ${share}.`;
  return certainty < UNLIKELY
    ? "Other stages are likely worse."
    : `Not certain (${share}): another may be worse.`;
}

/**
 * The sentences on bottlenecks for the top of a page: the stages that stand out, or that none does.
 * @example bottleneckSentences([], { won: 0, lost: 0, open: 0 }) // => ["No stage stands out as a bottleneck."]
 */
export function bottleneckSentences(bottlenecks: readonly Bottleneck[], crowd: Crowd): readonly string[] {
  const certain = bottlenecks.filter(standsOut);
  const named = (one: Bottleneck): string => `${excerptOf(one.stage.name)} is ${KINDS[one.kind].word}`;
  if (certain.length > 0) return certain.map((one) => `${named(one)}: ${whyBottleneck(one, crowd)}`);
  const candidates = firstOfEachKind(bottlenecks).map(
    (one) => `${excerptOf(one.stage.name)} (${KINDS[one.kind].word})`,
  );
  const others = candidates.length > 0 ? ` Candidates: ${listText(candidates)}.` : "";
  return [`No stage stands out as a bottleneck.${others}`];
}

function firstOfEachKind(bottlenecks: readonly Bottleneck[]): readonly Bottleneck[] {
  return bottlenecks.filter(
    (one, index) => bottlenecks.findIndex((other) => other.kind === one.kind) === index,
  );
}
