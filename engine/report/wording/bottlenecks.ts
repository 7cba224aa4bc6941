import type { Analysis } from "../../analysis.ts";
import { CERTAIN_FROM } from "../../basics/certainty.ts";
import { type Figure, isKnown } from "../../basics/figure.ts";
import type { Bottleneck, BottleneckKind } from "../../measures/types.ts";
import { daysText, listText, shareText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";
import { worthSentence } from "./worth.ts";

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
  readonly n: (crowd: Crowd, bottleneck: Bottleneck) => number;
  readonly says: (share: string, bottleneck: Bottleneck, crowd: Crowd) => string;
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
    share: ({ evidence }) => evidence.lossRate,
    n: (_, { evidence }) => evidence.decided,
    says: (share, { evidence }, { lost }) => {
      const ofAll = isKnown(evidence.lossShare)
        ? `, ${shareText(evidence.lossShare, lost)} of all you lose`
        : "";
      return `${share} of the deals decided here are lost${ofAll}`;
    },
  },
  crowded: {
    word: "crowded",
    share: ({ evidence }) => evidence.openShare,
    n: ({ open }) => open,
    says: (share, { evidence }) => {
      const work = isKnown(evidence.workDays)
        ? `: ${daysText(evidence.workDays)} of work at the pace of the last quarter`
        : "";
      return `${share} of all open deals stand here${work}`;
    },
  },
};

/**
 * Whether a stage stands out: the worst of its kind with a certainty of at least 80 %.
 * @example standsOut({ stage: { name: "Proposal", order: 3 }, rank: 1, kind: "slow", evidence: { cycleShare: 0.4, lossRate: 0.3, decided: 60, lossShare: 0.2, eventualConversion: 0.5, openShare: 0.3, workDays: 40, certainty: 0.93 } }) // => true
 */
export function standsOut(bottleneck: Bottleneck): boolean {
  return bottleneck.evidence.certainty >= CERTAIN_FROM;
}

/**
 * The share a stage is judged by: of the won cycle (slow), of deals decided here (leaky), of open deals (crowded); with its n.
 * @example judgedShare({ stage: { name: "Proposal", order: 3 }, rank: 1, kind: "slow", evidence: { cycleShare: 0.4, lossRate: 0.3, decided: 60, lossShare: 0.2, eventualConversion: 0.5, openShare: 0.3, workDays: 40, certainty: 0.93 } }, { won: 50, lost: 20, open: 9 }).n // => 50
 */
export function judgedShare(
  bottleneck: Bottleneck,
  crowd: Crowd,
): { readonly share: Figure<number>; readonly n: number } {
  const kind = KINDS[bottleneck.kind];
  return { share: kind.share(bottleneck), n: kind.n(crowd, bottleneck) };
}

/**
 * Why a stage is on the list, with how sure it is.
 * @example whyBottleneck({ stage: { name: "Proposal", order: 3 }, rank: 1, kind: "slow", evidence: { cycleShare: 0.4, lossRate: 0.3, decided: 60, lossShare: 0.2, eventualConversion: 0.5, openShare: 0.3, workDays: 40, certainty: 0.93 } }, { won: 50, lost: 20, open: 9 }) // => "40 % of the time of a won deal goes here. Certainty 93 %."
 */
export function whyBottleneck(bottleneck: Bottleneck, crowd: Crowd): string {
  const { share, n } = judgedShare(bottleneck, crowd);
  const why = isKnown(share)
    ? `${KINDS[bottleneck.kind].says(shareText(share, n), bottleneck, crowd)}. `
    : "";
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

/** What the end of a bottleneck would be worth, as a sentence; null where nobody can say. */
export function worthOfBottleneck(
  bottleneck: Bottleneck,
  { worths, currency, isCounted }: Pick<Analysis, "worths" | "currency" | "isCounted">,
): string | null {
  return worthSentence(bottleneck.stage.name, worths.get(bottleneck), currency, isCounted);
}

/**
 * The sentences on bottlenecks for the top of a page: the stages that stand out, or that none does.
 * @example bottleneckSentences([], { won: 0, lost: 0, open: 0 }) // => ["No stage stands out as a bottleneck."]
 */
export function bottleneckSentences(
  bottlenecks: readonly Bottleneck[],
  crowd: Crowd,
  worthOf: (bottleneck: Bottleneck) => string | null = () => null,
): readonly string[] {
  const certain = bottlenecks.filter(standsOut);
  const named = (one: Bottleneck): string => `${excerptOf(one.stage.name)} is ${KINDS[one.kind].word}`;
  if (certain.length > 0)
    return certain.map((one) =>
      [`${named(one)}: ${whyBottleneck(one, crowd)}`, worthOf(one)].filter((text) => text !== null).join(" "),
    );
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
