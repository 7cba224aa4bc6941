import type { Problem } from "../../basics/problem.ts";
import { countedText, countText } from "../numbers.ts";
import { type ProblemGroup, problemGroups } from "../problem-groups.ts";
import type { TextBlock, Tone } from "../text-block.ts";
import { placeText, problemMessage, problemTitle, severityText } from "../wording/problems.ts";

/** Cells named a group; the Problems sheet and the JSON name all. */
const FIRST_CELLS = 3;

const TONES: Readonly<Record<Problem["severity"], Tone>> = {
  error: "problem",
  warning: "attention",
  note: "plain",
};

/**
 * Problems by kind, the worst first: how many and where the first ones are; then what to do about each kind.
 * @param hasRest whether a sheet or a column was not read.
 */
export function problemBlocks(problems: readonly Problem[], hasRest = false): readonly TextBlock[] {
  if (problems.length === 0) {
    const used = hasRest
      ? "What was read was used as it stands."
      : "Every row and value was used as it stands.";
    return [{ kind: "paragraph", text: used, tone: "good" }];
  }
  const groups = problemGroups(problems);
  return [groupTable(groups), { kind: "list", items: groups.flatMap(example) }];
}

function groupTable(groups: readonly ProblemGroup[]): TextBlock {
  return {
    kind: "table",
    columns: [
      { title: "Severity", align: "left" },
      { title: "Problem", align: "left", wraps: true },
      { title: "Number", align: "right" },
      { title: "Left out", align: "left" },
      { title: "First cells", align: "left", wraps: true },
    ],
    rows: groups.map(({ severity, code, problems }) => [
      severityText(severity),
      problemTitle(code),
      countText(problems.length),
      leftOutText(problems),
      cellsText(problems),
    ]),
    rowTones: groups.map(({ severity }) => TONES[severity]),
  };
}

/** The first problem of its kind, in full. */
function example({ problems: [first] }: ProblemGroup): readonly string[] {
  return first === undefined ? [] : [problemMessage(first)];
}

function cellsText(problems: readonly Problem[]): string {
  const places = problems.slice(0, FIRST_CELLS).map(({ where }) => placeText(where));
  const more = problems.length - places.length;
  return more > 0 ? `${places.join(", ")} and ${countText(more)} more` : places.join(", ");
}

function leftOutText(problems: readonly Problem[]): string {
  const count = (what: Problem["excludes"]): number =>
    problems.filter(({ excludes }) => excludes === what).length;
  const parts = [
    count("deal") > 0 ? countedText(count("deal"), "deal") : "",
    count("value") > 0 ? countedText(count("value"), "value") : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : "nothing";
}
