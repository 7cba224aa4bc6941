import type { Analysis } from "../../analysis.ts";
import { type Figure, isKnown } from "../../basics/figure.ts";
import type { DealSum } from "../../measures/after-win.ts";
import type { StageAdvice } from "../../measures/stage-design.ts";
import { SEGMENT_KINDS } from "../known-segments.ts";
import type { MissingFigure } from "../missing-figures.ts";
import { dealsOfDifference, dealsOfStageAdvice } from "../traces.ts";
import { afterWinSentences } from "../wording/after-win.ts";
import { differenceText } from "../wording/differences.ts";
import { stageAdviceText, withoutStageText } from "../wording/stage-advice.ts";
import { reviewJson } from "./review-json.ts";
import { segmentsJson } from "./segments-json.ts";
import { dayOrNull, dealJson, intervalJson, known, stageName, whereText } from "./values.ts";

/** The parts of the JSON document that name deals, people and stages to act on, open deals aside. */
export function adviceJson(analysis: Analysis) {
  return {
    review: reviewJson(analysis),
    segments: segmentsJson(analysis),
    leakage: leakageJson(analysis),
    lostReasons: lostReasonsJson(analysis),
    afterWin: afterWinJson(analysis),
    typedProbability: typedProbabilityJson(analysis),
    typedReliability: typedReliabilityJson(analysis),
    advice: adviceLines(analysis),
  };
}

/** What of it cannot be computed. */
export function missingAdviceFigures({ advice }: Analysis): readonly MissingFigure[] {
  const lacking = (label: string, figure: Figure<unknown>): readonly MissingFigure[] =>
    isKnown(figure) ? [] : [{ subject: "", label, missing: figure }];
  return [
    ...lacking("leakage", advice.leakage),
    ...lacking("lostReasons", advice.lostReasons),
    ...lacking("review, due", advice.review.due),
    ...lacking("review, closeMoves", advice.review.closeMoves),
    ...lacking("typedProbability", advice.typedProbability),
    ...lacking("typedReliability", advice.typedReliability),
    ...lacking("afterWin, repeat", advice.afterWin.repeat),
    ...lacking("afterWin, referrals", advice.afterWin.referrals),
    ...SEGMENT_KINDS.flatMap((kind) => {
      const figure = advice.segments.get(kind);
      return figure === undefined ? [] : lacking(`segments, ${kind}`, figure);
    }),
  ];
}

function leakageJson({ advice, pipeline }: Analysis) {
  const leakage = known(advice.leakage);
  if (leakage === null) return null;
  const { deals, amount, unpriced, openDeals, quietAfterDays, rows } = leakage;
  return {
    deals,
    amount,
    unpriced,
    openDeals,
    quietAfterDays,
    rows: rows.map((row) => ({
      owner: row.owner,
      stage: stageName(pipeline.stages, row.stage),
      deals: row.deals,
      amount: row.amount,
      unpriced: row.unpriced,
      longestQuietDays: row.longestQuietDays,
      where: row.members.map(whereText),
    })),
  };
}

function lostReasonsJson({ advice, pipeline }: Analysis) {
  const reasons = known(advice.lostReasons);
  if (reasons === null) return null;
  return reasons.map(({ byStage, members, ...reason }) => ({
    ...reason,
    where: members.map(whereText),
    byStage: byStage.map((here, stage) => ({ stage: stageName(pipeline.stages, stage), ...here })),
  }));
}

function afterWinJson({ advice }: Analysis) {
  const { due, repeat, referrals } = advice.afterWin;
  const bought = known(repeat);
  const compared = known(referrals);
  const result = (which: "referred" | "others") => {
    if (compared === null) return null;
    const { winRate, medianCycleDays, members: _, ...counts } = compared[which];
    return { ...counts, winRate: intervalJson(winRate), medianCycleDays: known(medianCycleDays) };
  };
  return {
    due: due.map(({ deal, plannedDay, quietDays }) => ({
      ...dealJson(deal),
      customer: deal.account,
      planned: dayOrNull(plannedDay),
      quietDays,
    })),
    repeat: bought && {
      ...bought,
      repeat: sumJson(bought.repeat),
      upsell: sumJson(bought.upsell),
      won: { deals: bought.won.deals, amount: bought.won.amount },
    },
    referrals: compared && { referred: result("referred"), others: result("others") },
  };
}

function sumJson({ deals, amount, members }: DealSum) {
  return { deals, amount, where: members.map(whereText) };
}

function typedProbabilityJson({ advice, pipeline }: Analysis) {
  const rows = known(advice.typedProbability);
  if (rows === null) return null;
  return rows.map(({ stage, deals, typedShare, won, verdict }) => {
    return { stage: stageName(pipeline.stages, stage), deals, typedShare, won: intervalJson(won), verdict };
  });
}

function typedReliabilityJson({ advice }: Analysis) {
  const reliability = known(advice.typedReliability);
  if (reliability === null) return null;
  const { tenths, deals, brierTyped, brierOurs } = reliability;
  return {
    deals,
    brierTyped,
    brierOurs: known(brierOurs),
    tenths: tenths.map(({ members, likely, ...tenth }) => {
      return { ...tenth, likely: intervalJson(likely), where: members.map(whereText) };
    }),
  };
}

/** What would be without the stage; money only where amounts are known. */
function withoutStageJson(
  { stage, daysAWonDeal }: StageAdvice,
  { cycle, withoutStage, isCounted }: Analysis,
) {
  const worth = withoutStage.get(stage);
  return {
    cycleDaysWithout:
      isKnown(cycle.won) && daysAWonDeal !== null ? Math.max(0, cycle.won.meanDays - daysAWonDeal) : null,
    valuePerQuarter: worth === undefined || isCounted ? null : intervalJson(worth),
  };
}

/** Every piece of advice as a sentence, with its kind and what it rests on. */
function adviceLines(analysis: Analysis) {
  const { advice, pipeline } = analysis;
  return [
    ...advice.differences.map((difference) => ({
      kind: difference.who === "owner" ? "coach" : "source",
      text: differenceText(difference, pipeline.stages),
      evidence: {
        ...difference,
        stage: stageName(pipeline.stages, difference.stage),
        begunBy: dayOrNull(difference.begunBy),
      },
      where: dealsOfDifference(difference, pipeline).map(whereText),
    })),
    ...advice.stageDesign.map((each) => ({
      kind: "merge-stages",
      text: stageAdviceText(each, pipeline.stages) + withoutStageText(each, analysis),
      evidence: {
        code: each.code,
        stage: stageName(pipeline.stages, each.stage),
        mergeWith: stageName(pipeline.stages, each.mergeWith),
        daysAWonDeal: each.daysAWonDeal,
        ...withoutStageJson(each, analysis),
        ...each.evidence,
      },
      where: dealsOfStageAdvice(each, pipeline).map(whereText),
    })),
    ...afterWinSentences(analysis).map(({ topic, text, deals }) => {
      return { kind: "after-win", text, evidence: { topic }, where: deals.map(whereText) };
    }),
  ];
}
