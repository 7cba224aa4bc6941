import type { Analysis } from "../../analysis.ts";
import type { HistoryShape } from "../../intake/records.ts";
import type { StageOrder } from "../../pipeline/stage-order.ts";
import { countedText, listText, shareText } from "../numbers.ts";
import type { Fact } from "../text-block.ts";
import { excerptOf } from "./excerpt.ts";

const SHAPES: Readonly<Record<HistoryShape, string>> = {
  history: "a sheet of stage changes",
  "stage-dates": "a column of days for each stage",
  snapshots: "snapshots of the pipeline",
  "deals-only": "none: where each deal stands now, not where it stood before",
};

/** Which sheets were read and as what, and what else might have been meant. */
export function sourceFacts({ recognition, currency }: Analysis): readonly Fact[] {
  const { dealsSheet, historySheet, runnerUp, pipelineName, otherPipelines, shape } = recognition;
  const more = (recognition.moreDealsSheets ?? []).map(excerptOf);
  const sheetFact = (label: string, name: string | null, note?: string): readonly Fact[] =>
    name === null ? [] : [{ label, value: excerptOf(name), ...(note === undefined ? {} : { note }) }];
  const second =
    runnerUp === null
      ? []
      : [
          `or ${excerptOf(runnerUp)}? Name it as "Deals sheet" in the sheet Pipecast Settings (command line: --deals)`,
        ];
  const notes = [...(more.length > 0 ? [`read together with ${listText(more)}`] : []), ...second];
  const others = otherPipelines.map(excerptOf);
  return [
    ...sheetFact("Deals", dealsSheet, notes.join("; ") || undefined),
    { label: "Stage history", value: historySheet === null ? SHAPES[shape] : excerptOf(historySheet) },
    ...sheetFact("Pipeline", pipelineName, others.length > 0 ? `not read: ${listText(others)}` : undefined),
    { label: "Currency", value: currency ?? "none named" },
  ];
}

/**
 * How the order of the stages came about, and how well the histories agree with it.
 * @example stageOrderSentence({ stages: [], basis: "appearance", forwardShare: null, moves: 0 }) // => "No open stage was found."
 */
export function stageOrderSentence({ stages, basis, forwardShare, moves }: StageOrder): string {
  if (stages.length === 0) return "No open stage was found.";
  const agreement =
    forwardShare === null
      ? ""
      : ` ${shareText(forwardShare, moves)} of ${countedText(moves, "move")} go forward.`;
  return BASES[basis] + agreement;
}

/** How a person says which order is right. */
export const LIST_THEM =
  'list the open stages as "Stages" in the sheet Pipecast Settings (command line: --stages).';

const BASES: Readonly<Record<StageOrder["basis"], string>> = {
  settings: "In the order you gave.",
  columns: "In the order of their columns.",
  numbers: "In the order of the numbers in their names.",
  ladder: "In the usual order of these stage names.",
  inferred: `In the order that most moves follow. If it is wrong, ${LIST_THEM}`,
  appearance: `In the order they appear in the sheet, for want of anything better. To set it, ${LIST_THEM}`,
};
