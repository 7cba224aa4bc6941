import type { IntakeProblemCode } from "../../basics/problem.ts";
import { countedText } from "../numbers.ts";
import type { ProblemWording } from "./problem-wording.ts";

/** What intake can have against a value: a date, an amount, a currency, a probability, a setting. */
export type ValueProblemCode = Extract<
  IntakeProblemCode,
  | `date-${string}`
  | `amount-${string}`
  | `probability-${string}`
  | `currency-${string}`
  | "cell-error"
  | "cells-merged"
  | `setting-${string}`
>;

export const VALUE_PROBLEMS: Readonly<Record<ValueProblemCode, ProblemWording>> = {
  "date-unreadable": {
    title: "Unreadable dates",
    why: ({ excerpt }) => `${excerpt} is not a date`,
    remedy: "Correct it or leave it blank.",
  },
  "date-implausible": {
    title: "Implausible days",
    why: ({ excerpt }) => `${excerpt} is too long ago or too far ahead for a deal`,
    remedy: "Correct it or leave it blank.",
  },
  "date-order-unclear": {
    title: "Day or month first?",
    why: ({ detail, count }) =>
      `Nothing in the column "${detail("header")}" tells whether the day or the month comes first in ` +
      `${countedText(count("count"), "date")} up to the 12th; they are read ${detail("reading")}, and may be misread`,
    remedy:
      'Say which as "Date order" in the sheet Pipecast Settings (command line: --day-first or --month-first).',
  },
  "date-order-mixed": {
    title: "Dates of both orders",
    why: ({ detail, count }) =>
      `The column "${detail("header")}" is read ${detail("reading")}, but ` +
      `${countedText(count("count"), "date")} can only be read the other way, and ${count("count") === 1 ? "is" : "are"}` +
      (count("either") === 0
        ? ""
        : `; ${countedText(count("either"), "date")} up to the 12th can be read both ways, and may be misread`),
    remedy: ({ count }) =>
      `Write all dates of the column in one order, best as 2026-06-30${count("either") === 0 ? "" : "; check those up to the 12th"}.`,
  },
  "date-half-converted": {
    title: "Dates with day and month swapped?",
    why: ({ detail, count }) =>
      `The column "${detail("header")}" holds ${countedText(count("count"), "date")} as text among true dates whose ` +
      "day is never above 12: a spreadsheet has probably swapped day and month of the true dates",
    remedy:
      "Import the file again with the right date order; until then the true dates are taken as they stand.",
  },
  "amount-unreadable": {
    title: "Unreadable amounts",
    why: ({ excerpt }) => `${excerpt} is not an amount`,
    remedy: "Correct it or leave it blank; until then the deal counts, and not in money figures.",
  },
  "amount-mark-unclear": {
    title: "Thousands or decimals?",
    why: ({ excerpt, detail }) =>
      `${excerpt} is read as ${detail("reading")}, the closer to the other amounts, but may mean ${detail("other")}`,
    remedy: "Write the amounts of the column in one way, best as numbers.",
  },
  "probability-unreadable": {
    title: "Unreadable probabilities",
    why: ({ excerpt }) => `${excerpt} is not a probability`,
    remedy: "Give a share from 0 to 100 %, or leave it blank.",
  },
  "probability-out-of-range": {
    title: "Impossible probabilities",
    why: ({ excerpt }) => `${excerpt} is below 0 or above 100 %`,
    remedy: "Correct it or leave it blank.",
  },
  "cell-error": {
    title: "Spreadsheet errors",
    why: ({ excerpt }) => `${excerpt} is an error of the spreadsheet, and is read as blank`,
    remedy: "Mend the formula.",
  },
  "cells-merged": {
    title: "Merged cells",
    why: ({ excerpt, detail, count }) =>
      `${excerpt} stands in cells merged over several rows; in the column "${detail("header")}" ` +
      `${countedText(count("count"), "row takes", "rows take")} the text of the merged cells above`,
    remedy: "Where that is not meant, take the cells apart and fill in each row.",
  },
  "currency-unreadable": {
    title: "Unknown currencies",
    why: ({ excerpt }) => `${excerpt} is not a currency, so the amount of this deal is left out`,
    remedy: "Write its three letters, such as EUR.",
  },
  "currency-without-rate": {
    title: "Currencies without a rate",
    why: ({ detail }) =>
      `This amount is in ${detail("currency")}, and nothing says what that is in ${detail("reportCurrency")}`,
    remedy: ({ detail }) =>
      `Say what one ${detail("currency")} is worth as "Rate: ${detail("currency")}" in the sheet Pipecast Settings ` +
      `(command line: --rate ${detail("currency")}=…); until then the deal counts, and ` +
      "not in money figures.",
  },
  "currency-chosen": {
    title: "Several currencies",
    why: ({ detail }) =>
      `Amounts stand in ${detail("reportCurrency")}, the commonest, and in ${detail("others")}; the report takes the commonest`,
    remedy:
      'To take another, enter it as "Currency" in the sheet Pipecast Settings (command line: --currency).',
  },
  "currency-conflict": {
    title: "Currencies that contradict each other",
    why: ({ excerpt, detail }) =>
      `${excerpt} is in ${detail("sign")} by its sign, and in ${detail("currency")} by the currency column, which counts`,
    remedy: "Correct the one that is wrong.",
  },
  "currency-assumed": {
    title: "Amounts without a currency",
    why: ({ detail, count }) =>
      `From here ${countedText(count("count"), "amount")} ${count("count") === 1 ? "names" : "name"} no currency, and ` +
      `${count("count") === 1 ? "is" : "are"} taken as ${detail("currency")}`,
    remedy: "Enter the currency where it is another.",
  },
  "amount-perhaps-weighted": {
    title: "Weighted amounts?",
    why: ({ excerpt }) =>
      `${excerpt} stands beside a probability and is the only amount: some systems put the amount times the probability there`,
    remedy: "If so, export the full amount as well; figures in money are too low until then.",
  },
  "setting-unknown": {
    title: "Unknown settings",
    why: ({ excerpt }) => `${excerpt} is no setting that Pipecast knows, and is not used`,
    remedy: "Correct the name, or remove the row.",
  },
  "setting-unreadable": {
    title: "Unreadable settings",
    why: ({ excerpt, detail }) => `${excerpt} cannot be read as ${detail("setting")}`,
    remedy: "Correct it; until then the setting is not used.",
  },
};
