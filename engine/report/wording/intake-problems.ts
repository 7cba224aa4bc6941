import type { ProblemCode, TimelineProblemCode } from "../../basics/problem.ts";
import type { ProblemWording } from "./problem-wording.ts";

/** What intake can have against a cell or a row. */
export const INTAKE_PROBLEMS: Readonly<Record<Exclude<ProblemCode, TimelineProblemCode>, ProblemWording>> = {
  "date-unreadable": {
    title: "Unreadable dates",
    why: ({ excerpt }) => `${excerpt} is not a date`,
    remedy: "Correct it or leave it blank.",
  },
  "date-order-unclear": {
    title: "Day or month first?",
    why: ({ excerpt }) =>
      `${excerpt} may be read with the day or the month first, and no date in the column decides`,
    remedy: "Say which with --day-first or --month-first.",
  },
  "amount-unreadable": {
    title: "Unreadable amounts",
    why: ({ excerpt }) => `${excerpt} is not an amount`,
    remedy: "Correct it or leave it blank.",
  },
  "stage-unknown": {
    title: "Unknown stages",
    why: ({ excerpt }) => `${excerpt} is not one of the stages`,
    remedy: "Correct it, or name all stages in order with --stages.",
  },
  "deal-without-id": {
    title: "Deals without an id",
    why: () => "This deal has no id",
    remedy: "Give it one, so that its history can be found.",
  },
  "deal-unknown": {
    title: "History of unknown deals",
    why: ({ excerpt }) => `${excerpt} is not in the deal sheet`,
    remedy: "Add the deal, or correct the id.",
  },
  "duplicate-id": {
    title: "Ids used twice",
    why: ({ excerpt }) => `${excerpt} is the id of another row too`,
    remedy: "Give each deal its own id, or remove the row.",
  },
};
