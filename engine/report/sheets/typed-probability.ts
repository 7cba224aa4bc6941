import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { TypedProbability } from "../../measures/typed-probability.ts";
import { countCell, shareCell, textCell } from "../cells.ts";
import { termLink } from "../glossary/glossary.ts";
import { type Block, GAP, headerColumns, line } from "../layout.ts";
import type { ReportCell } from "../report.ts";
import { brierText } from "../wording/typed-probability.ts";

const VERDICTS: Readonly<Record<TypedProbability["verdict"], string>> = {
  "too-high": "Too high",
  "too-low": "Too low",
  fits: "Fits",
  unknown: "Not known",
};

/** What people typed as probability beside what such deals did; nothing where nobody types one. */
export function typedProbabilityBlocks(analysis: Analysis): readonly Block[] {
  return [...byStage(analysis), ...byTenth(analysis)];
}

/** Closed deals by what was typed, and whose chances were nearer to what came. */
function byTenth({ advice }: Analysis): readonly Block[] {
  const { typedReliability } = advice;
  if (!isKnown(typedReliability)) return [];
  const headers = ["Typed from (%)", "Deals", "Typed (%)", "Won (%)", "Likely (%)", "Lower", "Upper"];
  return [
    GAP,
    line("Typed probabilities of closed deals", "section"),
    line(brierText(typedReliability), "headline"),
    {
      kind: "table",
      name: "Typed probabilities of closed deals",
      columns: headerColumns(headers, {
        "Typed from (%)": termLink("brier"),
        "Likely (%)": termLink("drawnWinRate"),
      }),
      rows: typedReliability.tenths.map(({ from, deals, typedShare, wonShare, likely }) => ({
        cells: [
          shareCell(from, 0, "label"),
          countCell(deals),
          shareCell(typedShare, deals),
          shareCell(wonShare, deals),
          shareCell(likely.estimate, deals),
          shareCell(likely.lower, deals, "bound"),
          shareCell(likely.upper, deals, "bound"),
        ],
      })),
    },
  ];
}

function byStage({ advice, pipeline }: Analysis): readonly Block[] {
  const { typedProbability } = advice;
  if (!isKnown(typedProbability)) return [];
  const headers = ["Stage of open deals", "Deals", "Typed (%)", "Won (%)", "Lower", "Upper", "Typed is"];
  return [
    GAP,
    line("Typed probabilities against what such deals did", "section"),
    {
      kind: "table",
      name: "Typed probabilities",
      columns: headerColumns(headers, { "Won (%)": termLink("eventualWin") }),
      rows: typedProbability.map((row) => ({ cells: cellsOf(row, pipeline.stages[row.stage]?.name ?? "") })),
    },
  ];
}

function cellsOf(
  { deals, typedShare, won, verdict }: TypedProbability,
  stage: string,
): readonly ReportCell[] {
  const share = (pick: "lower" | "estimate" | "upper"): ReportCell =>
    shareCell(isKnown(won) ? won[pick] : won, won.n, pick === "estimate" ? "body" : "bound");
  return [
    textCell(stage, "label"),
    countCell(deals),
    shareCell(typedShare, deals),
    share("estimate"),
    share("lower"),
    share("upper"),
    textCell(VERDICTS[verdict], verdict === "too-high" || verdict === "too-low" ? "attention" : "body"),
  ];
}
