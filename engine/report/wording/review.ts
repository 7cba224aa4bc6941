import type { Analysis } from "../../analysis.ts";
import type { OpenDeal } from "../../measures/attention.ts";
import type { Review, WaterfallStep } from "../../measures/review.ts";
import type { ReviewStep } from "../../measures/review-steps.ts";
import { amountText, countedText, countText, dayText } from "../numbers.ts";
import { dealList, dealName } from "./deal-names.ts";
import { flagTitle } from "./flags.ts";

const STEPS: Readonly<Record<ReviewStep, { readonly title: string; readonly meaning: string }>> = {
  opening: { title: "Opening", meaning: "Open at the end of the first day." },
  new: { title: "+ New", meaning: "Began in between." },
  grown: { title: "+ Grown", meaning: "Worth more than before." },
  shrunk: { title: "− Shrunk", meaning: "Worth less than before." },
  "pulled-in": { title: "+ Pulled in", meaning: "Now due in the quarter, and was not." },
  "pushed-out": { title: "− Pushed out", meaning: "Was due in the quarter, and no longer is." },
  reopened: { title: "+ Reopened", meaning: "Was closed and is open again." },
  won: { title: "− Won", meaning: "Won in between." },
  lost: { title: "− Lost", meaning: "Lost in between." },
  closing: { title: "Closing", meaning: "Open at the end of the last day." },
};

/**
 * A step of the waterfall as its table names it.
 * @example stepTitle("pushed-out") // => "− Pushed out"
 */
export function stepTitle(step: ReviewStep): string {
  return STEPS[step].title;
}

/**
 * What a step of the waterfall counts.
 * @example stepMeaning("new") // => "Began in between."
 */
export function stepMeaning(step: ReviewStep): string {
  return STEPS[step].meaning;
}

/** One point of the meeting: how long, what about, and which deals. */
export interface AgendaPoint {
  readonly minutes: number;
  readonly topic: string;
  readonly text: string;
}

/** Ten minutes in all; points without a deal are left out, and their minutes go to the last one. */
const MINUTES = { results: 2, risks: 2, slipped: 1, whole: 10 } as const;

/** The ten-minute agenda: where we stand, what closed, what slipped, what is newly at risk, who does what next. */
export function agenda({ advice, workList, currency }: Analysis): readonly AgendaPoint[] {
  const { review } = advice;
  const points: AgendaPoint[] = [
    { minutes: 1, topic: "Where we stand", text: standText(review, currency) },
    ...closedPoint(review, currency),
    ...slippedPoint(review, currency),
    ...riskPoint(review, currency),
  ];
  const used = points.reduce((sum, { minutes }) => sum + minutes, 0);
  return [...points, ...nextPoint(workList, currency, MINUTES.whole - used)];
}

function stepOf(review: Review, step: ReviewStep): WaterfallStep | undefined {
  return review.waterfall.find((candidate) => candidate.step === step);
}

function standText(review: Review, currency: string | null): string {
  const at = (step: ReviewStep): string => amountText(stepOf(review, step)?.amount ?? 0, currency);
  const count = (step: ReviewStep): number => stepOf(review, step)?.deals ?? 0;
  const happened = (["new", "won", "lost", "reopened"] as const)
    .filter((step) => count(step) > 0)
    .map((step) => `${countText(count(step))} ${step}`);
  const news = happened.length === 0 ? "nothing came or closed" : happened.join(", ");
  return `Open pipeline ${at("opening")} on ${dayText(review.sinceDay)}, ${at("closing")} on ${dayText(review.untilDay)}: ${news}.`;
}

function closedPoint(review: Review, currency: string | null): AgendaPoint[] {
  const names = (["won", "lost"] as const).flatMap((step) => {
    const movements = stepOf(review, step)?.movements ?? [];
    if (movements.length === 0) return [];
    const deals = movements.map(({ deal }) => deal);
    return [`${step === "won" ? "Won" : "Lost"}: ${dealList(deals, currency)}.`];
  });
  if (names.length === 0) return [];
  return [{ minutes: MINUTES.results, topic: "Won and lost: why", text: names.join(" ") }];
}

function slippedPoint({ slipped }: Review, currency: string | null): AgendaPoint[] {
  if (slipped.length === 0) return [];
  const text = `${countedText(slipped.length, "expected close has", "expected closes have")} passed: ${dealList(slipped, currency)}. A new date, or lost?`;
  return [{ minutes: MINUTES.slipped, topic: "Slipped", text }];
}

function riskPoint({ newRisks }: Review, currency: string | null): AgendaPoint[] {
  if (newRisks.length === 0) return [];
  const kinds = new Set(
    newRisks.flatMap(({ flags }) => flags.map(({ code }) => flagTitle(code).toLowerCase())),
  );
  const deals = newRisks.map(({ deal }) => deal);
  const text = `${[...kinds].join(", ")}: ${dealList(deals, currency)}.`;
  return [
    {
      minutes: MINUTES.risks,
      topic: "New on the risk list",
      text: text.charAt(0).toUpperCase() + text.slice(1),
    },
  ];
}

const MOST_NEXT = 3;

function nextPoint(openDeals: readonly OpenDeal[], currency: string | null, minutes: number): AgendaPoint[] {
  const next = openDeals.filter(({ flags }) => flags.length > 0).slice(0, MOST_NEXT);
  const names = next.map(({ deal }) => {
    const amount = deal.amount === null ? "" : `, ${amountText(deal.amount, currency)}`;
    return `${dealName(deal)}${deal.owner === "" ? "" : ` (${deal.owner}${amount})`}`;
  });
  const text =
    names.length === 0
      ? "No open deal is flagged: each owner names one deal to move and its next step."
      : `${names.join("; ")}: who does what, by when?`;
  return [{ minutes, topic: "What next", text }];
}

/** What the review cannot show, in words; nothing where snapshots tell all. */
export function reviewNotes({ advice }: Analysis): readonly string[] {
  const { review } = advice;
  const notes = ["Deals that began and closed in between are in New and in Won or Lost."];
  if (review.amountsFromSnapshots) return notes;
  return [
    ...notes,
    "There are no snapshots from the first day: amounts and expected closes are today's on both days, so grown, shrunk, pulled in and pushed out cannot be shown. A sheet of weekly snapshots (deal, snapshot date, stage, amount, expected close) tells them.",
  ];
}
