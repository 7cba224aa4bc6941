import type { Problem } from "../../basics/problem.ts";
import { countedText, countText } from "../numbers.ts";
import { type ProblemGroup, problemGroups } from "../problem-groups.ts";
import type { TextBlock, Tone } from "../text-block.ts";
import { excludesText, placeText, problemSentence, problemTitle, severityText } from "../wording/problems.ts";

/** Cells named a group; the Problems sheet and the JSON name all. */
const FIRST_CELLS = 3;

const TONES: Readonly<Record<Problem["severity"], Tone>> = {
  error: "problem",
  warning: "attention",
  note: "plain",
};

/** Problems by kind, the worst first: how many, where the first ones are, and what is wrong with the first. */
export function problemBlocks(problems: readonly Problem[]): readonly TextBlock[] {
  if (problems.length === 0)
    return [{ kind: "paragraph", text: "Every row and value was used as it stands.", tone: "good" }];
  return problemGroups(problems).flatMap(groupBlocks);
}

function groupBlocks({ severity, code, problems }: ProblemGroup): readonly TextBlock[] {
  const [first] = problems;
  if (first === undefined) return [];
  const head = `${severityText(severity)} · ${problemTitle(code)} · ${countText(problems.length)}`;
  return [
    { kind: "paragraph", text: head, tone: TONES[severity] },
    {
      kind: "list",
      items: [cellsText(problems), problemSentence(first), leftOutText(problems)],
      tone: "plain",
    },
  ];
}

function cellsText(problems: readonly Problem[]): string {
  const places = problems.slice(0, FIRST_CELLS).map(({ where }) => placeText(where));
  const more = problems.length - places.length;
  return more > 0 ? `${places.join(", ")} and ${countText(more)} more` : places.join(", ");
}

function leftOutText(problems: readonly Problem[]): string {
  const whole = problems.filter(({ excludes }) => excludes === "deal").length;
  if (whole > 0) return `Left out: ${countedText(whole, "deal")}`;
  const values = problems.filter(({ excludes }) => excludes === "value").length;
  return values > 0
    ? `Left out: ${countedText(values, "value")}`
    : `Left out: ${excludesText("nothing").toLowerCase()}`;
}
