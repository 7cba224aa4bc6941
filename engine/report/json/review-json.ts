import type { Analysis } from "../../analysis.ts";
import { isoOfDay } from "../../basics/day.ts";
import type { Review, WaterfallStep } from "../../measures/review.ts";
import { whyFlagged } from "../wording/flags.ts";
import { agenda, reviewNotes } from "../wording/review.ts";
import { dayOrNull, dealJson, known, stageName, whereText } from "./values.ts";

/** What happened to the open pipeline, and the agenda. */
export function reviewJson(analysis: Analysis) {
  const { review } = analysis.advice;
  const { stages } = analysis.pipeline;
  const due = known(review.due);
  return {
    since: isoOfDay(review.sinceDay),
    until: isoOfDay(review.untilDay),
    waterfall: review.waterfall.map(stepJson),
    due: due && { period: due.period.label, waterfall: due.steps.map(stepJson) },
    stageMoves: review.stageMoves.map(({ deal, fromStage, toStage }) => ({
      ...dealJson(deal),
      from: stageName(stages, fromStage),
      to: stageName(stages, toStage),
    })),
    closeMoves: closeMovesJson(review),
    slipped: review.slipped.map((deal) => ({ ...dealJson(deal), due: dayOrNull(deal.expectedCloseDay) })),
    newRisks: review.newRisks.map(({ deal, flags }) => ({
      ...dealJson(deal),
      flags: flags.map(({ code }) => code),
      why: flags.map(whyFlagged),
    })),
    agenda: agenda(analysis),
    notes: reviewNotes(analysis),
  };
}

function closeMovesJson({ closeMoves }: Review) {
  const moves = known(closeMoves);
  if (moves === null) return null;
  return moves.map(({ deal, fromDay, toDay, laterDays }) => {
    return { ...dealJson(deal), from: isoOfDay(fromDay), to: isoOfDay(toDay), laterDays };
  });
}

/** Amounts are signed: all but `closing` add up to it. */
function stepJson({ step, deals, amount, movements }: WaterfallStep) {
  return { step, deals, amount, where: movements.map(({ deal }) => whereText(deal)) };
}
