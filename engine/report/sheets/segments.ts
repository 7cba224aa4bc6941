import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Segment, SegmentKind } from "../../measures/segments.ts";
import { amountCell, countCell, daysCell, shareCell, textCell } from "../cells.ts";
import { type TermKey, termLink } from "../glossary/glossary.ts";
import { knownSegments, SEGMENT_KINDS } from "../known-segments.ts";
import { type Block, composeSheet, GAP, line, type TableBlock, type TableColumn } from "../layout.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { traceLine } from "../trace-line.ts";
import { dealsOfDifference } from "../traces.ts";
import { differenceText } from "../wording/differences.ts";
import { reasonText } from "../wording/reasons.ts";
import { segmentName } from "../wording/segments.ts";
import { levelNote, notesBlock } from "./notes.ts";
import { lostReasonBlocks, stageAdviceBlocks } from "./segment-advice.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";
import { typedProbabilityBlocks } from "./typed-probability.ts";

const WIDTHS = [32, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14];

/** More lines than this nobody acts on at once; the JSON output holds them all. */
const MOST_DIFFERENCES = 10;

/** More values than this make no table to read; the JSON output holds them all. */
const MOST_ROWS = 30;

const TITLES: Readonly<Record<SegmentKind, string>> = {
  owner: "Owner",
  source: "Source",
  product: "Product",
  region: "Region",
  size: "Deal size",
};

/** Who and what wins: by owner, source, product, region and size; why deals are lost; stages to merge. */
export function segmentsSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const blocks: readonly Block[] = [
    ...titleBlock("Who and what wins", analysis, meta),
    ...differenceBlocks(analysis),
    ...SEGMENT_KINDS.flatMap((kind) => segmentBlocks(analysis, kind)),
    ...conversionBlocks(analysis),
    ...typedProbabilityBlocks(analysis),
    ...lostReasonBlocks(analysis),
    ...stageAdviceBlocks(analysis),
    ...notesBlock([
      "Win rates are drawn toward the team's: the fewer deals, the further. Three deals make no champion.",
      "Likely rates and differences leave young deals out: losses come faster than wins, and newcomers would look worse than they are.",
      "The owner of a deal is the one its row names today.",
      levelNote(analysis),
    ]),
  ];
  return composeSheet({
    name: "Pipecast Segments",
    widths: WIDTHS,
    blocks,
    frozenBlocks: 2,
    frozenColumns: 1,
  });
}

function differenceBlocks({ advice, pipeline }: Analysis): readonly Block[] {
  const named = advice.differences
    .slice(0, MOST_DIFFERENCES)
    .flatMap((difference) => [
      line(differenceText(difference, pipeline.stages), "headline"),
      ...traceLine(dealsOfDifference(difference, pipeline)),
    ]);
  const none = line("No owner or source differs from the others by more than chance explains.", "headline");
  return [
    GAP,
    line("Who differs", "section"),
    ...(named.length > 0 ? named : [none]),
    line(
      "A difference says where to look, not why: people may get different deals. Of the differences named, about one in ten may be chance.",
      "note",
    ),
  ];
}

function column(text: string, term?: TermKey): TableColumn {
  return { header: term === undefined ? textCell(text, "header") : textCell(text, "header", termLink(term)) };
}

function segmentBlocks({ advice, currency }: Analysis, kind: SegmentKind): readonly Block[] {
  const segments = knownSegments(advice.segments, kind);
  if (segments.length === 0) return [];
  const rate = (text: string): TableColumn => ({
    ...column(text, "drawnWinRate"),
    group: "Win rate, drawn to the team",
  });
  return [
    GAP,
    line(`By ${TITLES[kind].toLowerCase()}`, "section"),
    {
      kind: "table",
      name: `By ${TITLES[kind].toLowerCase()}`,
      columns: [
        column(TITLES[kind]),
        ...["Deals", "Open", "Won", "Lost"].map((text) => column(text)),
        column("Seen (%)", "winRateByCount"),
        rate("Likely (%)"),
        rate("Lower"),
        rate("Upper"),
        column("Cycle (days)", "cycle"),
        column("Won amount"),
        column("Open amount"),
      ],
      rows: segments.slice(0, MOST_ROWS).map((segment) => ({ cells: segmentCells(segment, currency) })),
    },
  ];
}

function segmentCells(segment: Segment, currency: string | null): readonly ReportCell[] {
  const { deals, open, won, lost, winRate } = segment;
  const n = won + lost;
  const bound = (side: "lower" | "upper"): ReportCell =>
    shareCell(isKnown(winRate) ? winRate[side] : winRate, winRate.n, "bound");
  return [
    textCell(segmentName(segment, currency), "label"),
    ...[deals, open, won, lost].map(countCell),
    shareCell(segment.seenWinRate, n, "bound"),
    shareCell(isKnown(winRate) ? winRate.estimate : winRate, winRate.n),
    bound("lower"),
    bound("upper"),
    daysCell(segment.cycleDays),
    amountCell(segment.wonAmount),
    amountCell(segment.openAmount),
  ];
}

/** Stages beyond what the sheet's columns hold are left to the JSON output. */
const MOST_STAGES = WIDTHS.length - 1;

function conversionBlocks(analysis: Analysis): readonly Block[] {
  const { advice, pipeline, currency } = analysis;
  const owners = knownSegments(advice.segments, "owner");
  if (owners.length === 0) return [];
  const title = line("Conversion of each stage by owner, drawn to the team's", "section");
  const first = owners[0]?.conversions[0];
  if (first && !isKnown(first) && first.missing === "lost-stages-unknown")
    return [GAP, title, line(`Not known: ${reasonText(first)}.`, "note")];
  const table: TableBlock = {
    kind: "table",
    name: "Conversion by owner",
    columns: [
      column("Owner"),
      ...pipeline.stages.slice(0, MOST_STAGES).map(({ name }) => column(name, "drawnWinRate")),
    ],
    rows: owners.slice(0, MOST_ROWS).map((owner) => ({
      cells: [
        textCell(segmentName(owner, currency), "label"),
        ...owner.conversions
          .slice(0, MOST_STAGES)
          .map((figure) => shareCell(isKnown(figure) ? figure.estimate : figure, figure.n)),
      ],
    })),
  };
  return [GAP, title, table];
}
