import type { TimelineProblemCode } from "../../basics/problem.ts";
import { countedText, countText } from "../numbers.ts";
import type { ProblemWording } from "./problem-wording.ts";

/** What the timeline of a deal can have against it. */
export const TIMELINE_PROBLEMS: Readonly<Record<TimelineProblemCode, ProblemWording>> = {
  "visit-overlap": {
    title: "Stages that overlap",
    why: ({ detail }) =>
      `${detail("stage")} is said to end on ${detail("leftDay")}, after ${detail("next")} began on ${detail("nextDay")}`,
    remedy: "Correct one of the two days; until then the visit ends where the next one begins.",
  },
  "visit-gap": {
    title: "Days in no stage",
    why: ({ detail }) =>
      `${detail("stage")} is said to end on ${detail("leftDay")}, but ${detail("next")} began on ${detail("nextDay")}`,
    remedy:
      "Correct one of the two days, or add the stage between; until then the visit lasts until the next one.",
  },
  "stage-jump": {
    title: "Stages jumped over",
    why: ({ detail, count }) =>
      `This deal went from ${detail("from")} to ${detail("to")} and skipped ${countedText(count("skippedCount"), "stage")}`,
    remedy: "Fine where that is how you work; else add the stages between.",
  },
  "day-in-future": {
    title: "Days in the future",
    why: ({ excerpt }) => `${excerpt} lies after today`,
    remedy: "Correct the day; a planned closing belongs in an expected close column.",
  },
  "stage-before-created": {
    title: "Stages before the deal was created",
    why: ({ detail }) =>
      `${detail("stage")} was entered before the deal was created on ${detail("createdDay")}`,
    remedy: "Correct one of the two days; until then the deal starts with its first stage.",
  },
  "closed-before-opened": {
    title: "Closed before it began",
    why: ({ excerpt, detail }) =>
      `${excerpt} is the closing day, but the deal began on ${detail("startDay")}`,
    remedy: "Correct one of the two days; until then the deal has no cycle length.",
  },
  "stage-after-closed": {
    title: "Stages after the closing",
    why: ({ detail }) =>
      `${detail("stage")} was entered on ${detail("changedDay")}, after the deal was closed`,
    remedy: "Correct the closing day, or remove the later change; until then the later day counts.",
  },
  "close-date-default": {
    title: "Expected close never set",
    why: ({ excerpt }) =>
      `${excerpt} is the last day of the month the deal was created in, a default nobody chose`,
    remedy: "Enter the day you expect; until then it counts as not set.",
  },
  "bulk-edit": {
    title: "Many changes on one day",
    why: ({ excerpt, count }) =>
      `${countText(count("changeCount"))} of ${countText(count("totalCount"))} stage changes carry the day ${excerpt}`,
    remedy:
      "Times in stage around that day tell when the sheet was edited, not when deals moved; correct the days where you know them.",
  },
  "won-without-amount": {
    title: "Won deals without an amount",
    why: ({ excerpt }) => `${excerpt} is the amount of a won deal`,
    remedy: "Enter what it brought; until then the deal counts as a win, and not in money figures.",
  },
  "open-with-closed-day": {
    title: "Open deals with a closing day",
    why: ({ detail }) => `This deal is open, but carries the closing day ${detail("closedDay")}`,
    remedy: "Set its outcome to won or lost, or clear the day.",
  },
  "closed-without-day": {
    title: "Closed, and no day says when",
    why: ({ detail }) => `This deal is ${detail("outcome")}, and nothing says when`,
    remedy: "Enter its closing day; until then it counts in win rates, and not in time figures.",
  },
  "outcome-differs-from-history": {
    title: "Outcome differs from the history",
    why: ({ detail }) =>
      `This row says ${detail("outcome")}, the stage history says ${detail("historyOutcome")}`,
    remedy: "Correct the one that is wrong.",
  },
  "stage-differs-from-history": {
    title: "Stage differs from the history",
    why: ({ detail }) =>
      `This row says ${detail("stage")}, the stage history says ${detail("historyStage")}; ${detail("counts")} counts`,
    remedy: "Correct the one that is wrong.",
  },
};
