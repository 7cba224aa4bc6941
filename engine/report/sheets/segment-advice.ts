import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { LostReason } from "../../measures/lost-reasons.ts";
import { amountCell, countCell, shareCell, textCell } from "../cells.ts";
import { type Block, GAP, line, type TableColumn } from "../layout.ts";
import type { ReportCell } from "../report.ts";
import { traceLine } from "../trace-line.ts";
import { dealsOfStageAdvice } from "../traces.ts";
import { valueName } from "../wording/deal-names.ts";
import { reasonText } from "../wording/reasons.ts";
import { stageAdviceText, withoutStageText } from "../wording/stage-advice.ts";

/** More reasons than this make no table to read. */
const MOST_REASONS = 30;
/** The sheet's columns left for stages. */
const MOST_STAGES = 8;

/** Why deals are lost, by stage and money. */
export function lostReasonBlocks({ advice, pipeline, counts }: Analysis): readonly Block[] {
  const { lostReasons } = advice;
  const title = line("Why deals are lost", "section");
  if (!isKnown(lostReasons)) {
    const isQuiet = lostReasons.missing === "none-lost";
    return isQuiet ? [] : [GAP, title, line(`Not known: ${reasonText(lostReasons)}.`, "note")];
  }
  const header = (text: string, group?: string): TableColumn => {
    return group === undefined
      ? { header: textCell(text, "header") }
      : { header: textCell(text, "header"), group };
  };
  const stages = pipeline.stages.slice(0, MOST_STAGES);
  return [
    GAP,
    title,
    {
      kind: "table",
      name: "Lost reasons",
      columns: [
        header("Reason"),
        header("Deals"),
        header("Share (%)"),
        header("Amount"),
        ...stages.map(({ name }) => header(name, "Deals lost, by the furthest stage")),
      ],
      rows: lostReasons.slice(0, MOST_REASONS).map((reason) => ({ cells: reasonCells(reason, counts.lost) })),
    },
  ];
}

function reasonCells(
  { reason, deals, share, amount, byStage }: LostReason,
  lost: number,
): readonly ReportCell[] {
  return [
    textCell(valueName(reason), "label"),
    countCell(deals),
    shareCell(share, lost),
    amountCell(amount),
    ...byStage.slice(0, MOST_STAGES).map((here) => countCell(here.deals)),
  ];
}

/** Stages that the pipeline might do without; nothing where each earns its place. */
export function stageAdviceBlocks(analysis: Analysis): readonly Block[] {
  const { advice, pipeline } = analysis;
  if (advice.stageDesign.length === 0) return [];
  const lines = advice.stageDesign.flatMap((each) => [
    line(stageAdviceText(each, pipeline.stages) + withoutStageText(each, analysis), "headline"),
    ...traceLine(dealsOfStageAdvice(each, pipeline)),
  ]);
  return [GAP, line("Stages you might do without", "section"), ...lines];
}
