import type { Analysis } from "../../analysis.ts";
import { type Figure, type Interval, isKnown, type Missing } from "../../basics/figure.ts";
import type { StageMeasures, TimeInStage } from "../../measures/types.ts";
import type { Stage } from "../../pipeline/pipeline.ts";
import { amountCell, countCell, daysCell, shareCell, textCell } from "../cells.ts";
import { type TermKey, termLink } from "../glossary/glossary.ts";
import { type Block, composeSheet, GAP, line, type TableBlock, type TableColumn } from "../layout.ts";
import { groupedMissingNotes, missingStageFigures } from "../missing-figures.ts";
import type { Link, ReportCell, ReportSheet } from "../report.ts";
import { worthOfBottleneck } from "../wording/bottlenecks.ts";
import { eventualNotes, leftOutNotes, levelNote, notesBlock } from "./notes.ts";
import { FUNNEL_TABLE, stageCharts, TIME_TABLE } from "./stage-charts.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const COUNT_WIDTHS = [11, 12, 12, 11, 12, 12];
const RATE_WIDTHS = [11, 9, 9];
const WIDTHS = [24, ...COUNT_WIDTHS, ...RATE_WIDTHS, ...RATE_WIDTHS, ...RATE_WIDTHS];

/** 0-based row of the first stage's figures; below the title, the subtitle, a gap, a section and two rows of headers. */
const FIRST_STAGE_ROW = 6;

/** The link to a stage's figures. */
export function stageLink({ order }: Stage): Link {
  const cell = `A${FIRST_STAGE_ROW + order}`;
  return { to: "report", place: { sheet: "Pipecast Stages", cell } };
}

/** Stage by stage: how far deals get, how many go on, and how long they stay. */
export function stagesSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const blocks: readonly Block[] = [
    ...titleBlock("Stages", analysis, meta),
    GAP,
    line("How far deals get", "section"),
    funnelTable(analysis.stages),
    GAP,
    line("How long they stay", "section"),
    timeTable(analysis.stages),
    ...worthBlocks(analysis),
    ...stageCharts(analysis),
    ...notesBlock([
      "Reached = advanced + lost here + open here. Open deals are undecided: conversion counts them on neither side.",
      "Column headers lead to the glossary.",
      levelNote(analysis),
      ...eventualNotes(analysis),
      ...leftOutNotes(analysis),
      ...groupedMissingNotes(missingStageFigures(analysis)),
    ]),
  ];
  return composeSheet({ name: "Pipecast Stages", widths: WIDTHS, blocks, frozenBlocks: 2, frozenColumns: 1 });
}

/** What the bottlenecks that stand out cost, each under its condition; nothing where none has a worth. */
function worthBlocks(analysis: Analysis): readonly Block[] {
  const { worths, isCounted } = analysis;
  const rows = [...worths].flatMap(([bottleneck, worth]) => {
    if (!isKnown(worth)) return [];
    const { lower, estimate, upper } = worth.perQuarter;
    const amounts = isCounted
      ? []
      : [amountCell(estimate), amountCell(lower, "bound"), amountCell(upper, "bound")];
    return [
      {
        cells: [
          textCell(bottleneck.stage.name, "label"),
          textCell(bottleneck.kind),
          shareCell(bottleneck.evidence.certainty, 0),
          ...amounts,
        ],
        text: worthOfBottleneck(bottleneck, analysis) ?? "",
      },
    ];
  });
  if (rows.length === 0) return [];
  const worthColumns = isCounted
    ? []
    : [
        column("Amount", "worth", "Worth a quarter"),
        column("Lower", "interval", "Worth a quarter"),
        column("Upper", "interval", "Worth a quarter"),
      ];
  return [
    GAP,
    line("What the bottlenecks cost", "section"),
    ...rows.map(({ text }) => line(text, "headline")),
    {
      kind: "table",
      name: "Bottleneck costs",
      columns: [
        column("Stage", "stage"),
        column("Kind", "bottleneck"),
        column("Certainty", "certainty"),
        ...worthColumns,
      ],
      rows: rows.map(({ cells }) => ({ cells })),
    },
  ];
}

function column(text: string, term: TermKey, group?: string): TableColumn {
  const header = textCell(text, "header", termLink(term));
  return group === undefined ? { header } : { header, group };
}

function rateColumns(group: string, term: TermKey): readonly TableColumn[] {
  return [
    column("Share (%)", term, group),
    column("Lower", "interval", group),
    column("Upper", "interval", group),
  ];
}

function funnelTable(stages: readonly StageMeasures[]): TableBlock {
  const deals = "Deals";
  return {
    kind: "table",
    name: FUNNEL_TABLE,
    columns: [
      column("Stage", "stage"),
      { ...column("Reached", "reached", deals), bar: true },
      column("Visited", "visited", deals),
      column("Skipped", "skipped", deals),
      column("Advanced", "advanced", deals),
      column("Lost here", "lostHere", deals),
      column("Open here", "openHere", deals),
      ...rateColumns("Conversion, decided deals", "conversion"),
      ...rateColumns("Eventual conversion", "eventualConversion"),
      ...rateColumns("Eventual win", "eventualWin"),
    ],
    rows: stages.map((stage) => ({ cells: funnelCells(stage) })),
  };
}

function funnelCells(measures: StageMeasures): readonly ReportCell[] {
  const counts = [measures.visited, measures.skipped, measures.advanced, measures.lost, measures.open];
  return [
    textCell(measures.stage.name, "label"),
    countCell(measures.reached),
    ...counts.map(countCell),
    ...rateCells(measures.conversion),
    ...rateCells(measures.eventualConversion),
    ...rateCells(measures.eventualWin),
  ];
}

function rateCells(rate: Figure<Interval>): readonly ReportCell[] {
  const { n } = rate;
  const bound = (value: number | Missing): ReportCell => shareCell(value, n, "bound");
  if (!isKnown(rate)) return [shareCell(rate, n), bound(rate), bound(rate)];
  return [shareCell(rate.estimate, n), bound(rate.lower), bound(rate.upper)];
}

function timeTable(stages: readonly StageMeasures[]): TableBlock {
  const visits = "Visits";
  const days = "Time in stage (days)";
  return {
    kind: "table",
    name: TIME_TABLE,
    columns: [
      column("Stage", "stage"),
      column("n", "timeInStage", visits),
      column("Still there", "stillThere", visits),
      column("Re-entries", "reentries", visits),
      column("Median", "median", days),
      column("P75", "median", days),
      column("P90", "median", days),
      column("Mean", "timeInStage", days),
    ],
    rows: stages.map((stage) => ({ cells: timeCells(stage) })),
  };
}

function timeCells({ stage, timeInStage, reentries }: StageMeasures): readonly ReportCell[] {
  const of = (pick: (time: TimeInStage) => Figure<number>): Figure<number> =>
    isKnown(timeInStage) ? pick(timeInStage) : timeInStage;
  return [
    textCell(stage.name, "label"),
    countCell(of((time) => time.n)),
    countCell(of((time) => time.censored)),
    countCell(reentries),
    daysCell(of((time) => time.medianDays)),
    daysCell(of((time) => time.p75Days)),
    daysCell(of((time) => time.p90Days)),
    daysCell(of((time) => time.meanDays)),
  ];
}
