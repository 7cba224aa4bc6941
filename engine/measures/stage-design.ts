import { isKnown } from "../basics/figure.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import type { StageMeasures } from "./types.ts";

/** A stage that the pipeline might do without, and why. */
export type StageAdvice = Finding & {
  /** Index of the stage. */
  readonly stage: number;
  /** Index of the stage to merge it with: the next one, or the one before where it is the last. */
  readonly mergeWith: number | null;
  /** Days a won deal spends there on average: what the won cycle would at most be shorter by. Null where unknown. */
  readonly daysAWonDeal: number | null;
};

type Finding =
  /** Nearly everyone passes it within a day: it decides nothing. */
  | {
      readonly code: "passed-at-once";
      readonly evidence: { readonly lowerShare: number; readonly n: number; readonly medianDays: number };
    }
  /** Many deals go past it without standing in it. */
  | {
      readonly code: "often-skipped";
      readonly evidence: { readonly skipped: number; readonly reached: number };
    }
  /** Deals go in and hardly one goes on: they are only ever lost from here. */
  | {
      readonly code: "dead-end";
      readonly evidence: { readonly upperShare: number; readonly n: number; readonly openHere: number };
    };

const PASSED_SHARE = 0.97;
const PASSED_DAYS = 1;
const SKIPPED_SHARE = 0.4;
const DEAD_END_SHARE = 0.1;
const FEWEST_DEALS = 20;

/**
 * Stages that are candidates to merge: passed by at least 97 % (lower end of the interval) within a median of a day;
 * skipped by at least 40 % of the deals that were seen before it and got past it or to it; or left onward by hardly anyone (upper end at most
 * 10 %). Denominators: decided deals, and deals that reached the stage; open deals are undecided. Stages that fewer
 * than 20 deals reached get no advice, and neither does a pipeline of two stages. A deal without stage history, or whose
 * history begins later, skipped nothing. Source: method.md section 9.
 */
export function stageDesign(pipeline: Pipeline, stages: readonly StageMeasures[]): StageAdvice[] {
  if (stages.length < 3) return [];
  return stages.flatMap((measures, stage) => {
    if (measures.reached < FEWEST_DEALS) return [];
    const found = [...passedAtOnce(measures), ...oftenSkipped(pipeline, stage), ...deadEnd(measures)];
    return found.map((finding) => ({
      ...finding,
      stage,
      mergeWith: neighbourOf(stage, stages.length),
      daysAWonDeal: daysAWonDeal(pipeline, stage),
    }));
  });
}

function neighbourOf(stage: number, count: number): number | null {
  return stage + 1 < count ? stage + 1 : count > 1 ? stage - 1 : null;
}

function passedAtOnce({ conversion, timeInStage }: StageMeasures): Finding[] {
  if (!isKnown(conversion) || !isKnown(timeInStage) || !isKnown(timeInStage.medianDays)) return [];
  const { medianDays } = timeInStage;
  if (conversion.lower < PASSED_SHARE || medianDays > PASSED_DAYS) return [];
  return [
    {
      code: "passed-at-once",
      evidence: { lowerShare: conversion.lower, n: conversion.n, medianDays },
    },
  ];
}

/** Over the deals that were seen in this stage or an earlier one first, and got this far. */
function oftenSkipped({ deals }: Pipeline, stage: number): Finding[] {
  let [reached, skipped] = [0, 0];
  for (const { outcome, furthest, visits } of deals) {
    const [first] = visits;
    if (first === undefined || first.stage > stage) continue;
    if (outcome !== "won" && (furthest ?? -1) < stage) continue;
    reached += 1;
    if (!visits.some((visit) => visit.stage === stage)) skipped += 1;
  }
  if (reached < FEWEST_DEALS || skipped < SKIPPED_SHARE * reached) return [];
  return [{ code: "often-skipped", evidence: { skipped, reached } }];
}

function deadEnd({ conversion, open }: StageMeasures): Finding[] {
  if (!isKnown(conversion) || conversion.n < FEWEST_DEALS || conversion.upper > DEAD_END_SHARE) return [];
  const evidence = { upperShare: conversion.upper, n: conversion.n, openHere: open };
  return [{ code: "dead-end", evidence }];
}

/** Days in the stage over all visits of won deals, a won deal. */
function daysAWonDeal({ deals, shape }: Pipeline, stage: number): number | null {
  if (shape === "deals-only") return null;
  let [won, days] = [0, 0];
  for (const { outcome, closedDay, visits } of deals) {
    if (outcome !== "won" || closedDay === null) continue;
    won += 1;
    for (const visit of visits)
      if (visit.stage === stage && visit.leftDay !== null) days += visit.leftDay - visit.enteredDay;
  }
  return won === 0 ? null : days / won;
}
