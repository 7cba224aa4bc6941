import type { Place, Problem, ProblemCode } from "../../basics/problem.ts";
import { type ProblemWording, tell } from "./problem-wording.ts";
import { ROW_PROBLEMS } from "./row-problems.ts";
import { TIMELINE_PROBLEMS } from "./timeline-problems.ts";
import { VALUE_PROBLEMS } from "./value-problems.ts";

/** Every kind of problem: a code without wording does not compile. */
const WORDINGS: Readonly<Record<ProblemCode, ProblemWording>> = {
  ...VALUE_PROBLEMS,
  ...ROW_PROBLEMS,
  ...TIMELINE_PROBLEMS,
};

/**
 * A kind of problem in a few words.
 * @example problemTitle("date-unreadable") // => "Unreadable dates"
 */
export function problemTitle(code: ProblemCode): string {
  return WORDINGS[code].title;
}

/**
 * What is wrong and what to do, without the place.
 * @example problemSentence({ code: "date-unreadable", severity: "error", where: { sheet: "Deals", cell: "D17" }, value: "31/02/2025", excludes: "value" }) // => "\"31/02/2025\" is not a date. Correct it or leave it blank."
 */
export function problemSentence(problem: Problem): string {
  const { why, remedy } = WORDINGS[problem.code];
  const told = tell(problem);
  return `${why(told)}. ${typeof remedy === "string" ? remedy : remedy(told)}`;
}

/**
 * The whole message: place, excerpt, why, remedy.
 * @example problemMessage({ code: "date-unreadable", severity: "error", where: { sheet: "Deals", cell: "D17" }, value: "31/02/2025", excludes: "value" }) // => "Deals!D17: \"31/02/2025\" is not a date. Correct it or leave it blank."
 */
export function problemMessage(problem: Problem): string {
  const place = placeText(problem.where);
  return place === "" ? problemSentence(problem) : `${place}: ${problemSentence(problem)}`;
}

/**
 * Where something stands; a sheet alone where no cell is meant.
 * @example placeText({ sheet: "Deals", cell: "D17" }) // => "Deals!D17"
 */
export function placeText({ sheet, cell }: Place): string {
  const name = sheet.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  return cell === null ? name : `${name}!${cell}`;
}

/**
 * What the figures do without because of it.
 * @example excludesText("value") // => "This value"
 */
export function excludesText(excludes: Problem["excludes"]): string {
  return { deal: "The whole deal", value: "This value", nothing: "Nothing" }[excludes];
}

/**
 * How bad it is.
 * @example severityText("error") // => "Error"
 */
export function severityText(severity: Problem["severity"]): string {
  return { error: "Error", warning: "Warning", note: "Note" }[severity];
}
