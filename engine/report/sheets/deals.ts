import type { Analysis } from "../../analysis.ts";
import type { DealOutlook } from "../../forecast/outlook.ts";
import type { OpenDeal } from "../../measures/attention.ts";
import { amountCell, chanceCell, countCell, dayCell, daysCell, textCell } from "../cells.ts";
import { blankOr, rowCell, stageCell } from "../deal-cells.ts";
import { type TermKey, termLink } from "../glossary/glossary.ts";
import { type Block, composeSheet, GAP, line, type TableBlock } from "../layout.ts";
import { amountText, countedText, countText } from "../numbers.ts";
import type { Link, ReportCell, ReportSheet } from "../report.ts";
import { dealName } from "../wording/deal-names.ts";
import { flagTitle } from "../wording/flags.ts";
import { whyWork } from "../wording/waiting.ts";
import { ACTIONS_LINK } from "./actions.ts";
import { ageBlocks } from "./age-chart.ts";
import { notesBlock } from "./notes.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

/** More open deals than this nobody works through; the JSON output holds them all. */
const MOST_ROWS = 5_000;

/** Which deals need somebody today, and why. */
export function dealsSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const head: readonly Block[] = [
    ...titleBlock("Deals to work today", analysis, meta),
    GAP,
    ...openLines(analysis).map((text) => line(text, "headline")),
    GAP,
    dealTable(analysis),
  ];
  return composeSheet({
    name: "Pipecast Deals",
    widths: columnsOf(analysis).map(({ width }) => width),
    blocks: [
      ...head,
      ...ageBlocks(analysis),
      ...notesBlock([
        ...orderNotes(analysis),
        "A deal is flagged only for what your sheet keeps: without a next-step or activity column nothing is said about them; pushes need snapshots.",
      ]),
    ],
    frozenBlocks: head.length,
    frozenColumns: 1,
  });
}

function orderNotes({ outlooks, isCounted }: Analysis): readonly string[] {
  if (outlooks.size === 0)
    return [
      "Order: flagged deals first, the most listed money first. An amount is as listed in your sheet. There is no forecast to say what waiting costs.",
    ];
  const cost = isCounted
    ? "the fall of the chance to win if nothing happens for half a typical stay in the stage"
    : "the fall of the expected amount if nothing happens for half a typical stay in the stage";
  return [
    `Order: by what waiting costs, ${cost}; flagged deals first among equals (to two digits), then the most listed money.`,
    "An amount is as listed in your sheet. Expected close: half of such wins come by the middle day, one in ten by the first and nine in ten by the last.",
  ];
}

function openLines({ advice, currency }: Analysis): readonly string[] {
  const { openDeals } = advice;
  const flagged = openDeals.filter(({ flags }) => flags.length > 0);
  if (openDeals.length === 0) return ["No deal is open."];
  if (flagged.length === 0) return [`None of your ${countedText(openDeals.length, "open deal")} is flagged.`];
  const amount = flagged.reduce((sum, { deal }) => sum + (deal.amount ?? 0), 0);
  const which = `${countText(flagged.length)} of ${countedText(openDeals.length, "open deal")}`;
  return [
    `${which} ${flagged.length === 1 ? "needs" : "need"} somebody: ${amountText(amount, currency)} listed.`,
    ...flagCounts(flagged),
  ];
}

function flagCounts(flagged: readonly OpenDeal[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { flags } of flagged) {
    for (const { code } of flags) counts.set(flagTitle(code), (counts.get(flagTitle(code)) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return [sorted.map(([title, count]) => `${title} ${countText(count)}`).join(" · ")];
}

function dealTable(analysis: Analysis): TableBlock {
  const columns = columnsOf(analysis);
  return {
    kind: "table",
    name: "Open deals",
    columns: columns.map(({ title, term, link, group }) => {
      const header = textCell(title, "header", term === undefined ? link : termLink(term));
      return group === undefined ? { header } : { header, group };
    }),
    rows: analysis.workList.slice(0, MOST_ROWS).map((open, index) => {
      const row = { open, priority: index + 1, outlook: analysis.outlooks.get(open.deal) };
      return { cells: columns.map(({ cell }) => cell(row)) };
    }),
    filters: true,
  };
}

interface DealRow {
  readonly open: OpenDeal;
  readonly priority: number;
  readonly outlook: DealOutlook | undefined;
}

interface DealColumn {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: DealRow) => ReportCell;
  readonly term?: TermKey;
  readonly link?: Link;
  readonly group?: string;
}

/** What the forecast says of a deal has its columns only where there is a forecast. */
function columnsOf(analysis: Analysis): readonly DealColumn[] {
  const { stages } = analysis.pipeline;
  return [
    { title: "Deal", width: 32, cell: ({ open }) => textCell(dealName(open.deal), "label") },
    { title: "Owner", width: 16, cell: ({ open }) => textCell(open.deal.owner) },
    { title: "Stage", width: 15, cell: ({ open }) => stageCell(stages, open.deal.stage) },
    { title: "Priority", width: 9, term: "priority", cell: ({ priority }) => countCell(priority) },
    { title: "Amount", width: 11, cell: ({ open }) => blankOr(open.deal.amount, amountCell) },
    ...(analysis.outlooks.size === 0 ? [] : forecastColumns(analysis.isCounted)),
    { title: "Age (days)", width: 8, cell: ({ open }) => blankOr(open.ageDays, daysCell) },
    { title: "In stage (days)", width: 10, cell: ({ open }) => blankOr(open.daysInStage, daysCell) },
    { title: "Stated close", width: 12, cell: ({ open }) => blankOr(open.deal.expectedCloseDay, dayCell) },
    { title: "Flags", width: 20, term: "stalled", cell: ({ open }) => flagsCell(open) },
    {
      title: "Why",
      width: 60,
      link: ACTIONS_LINK,
      cell: ({ open }) => textCell(whyWork(open, analysis).join(" ")),
    },
    { title: "Row", width: 8, cell: ({ open }) => rowCell(open.deal, analysis) },
  ];
}

function flagsCell({ flags }: OpenDeal): ReportCell {
  const titles = flags.map(({ code }) => flagTitle(code)).join(", ");
  return textCell(titles, flags.length > 0 ? "attention" : "body");
}

/** Money at stake has no columns where no deal carries an amount. */
function forecastColumns(isCounted: boolean): readonly DealColumn[] {
  const of =
    (pick: (outlook: DealOutlook) => number | null, cell: (value: number) => ReportCell) =>
    ({ outlook }: DealRow) =>
      blankOr(outlook ? pick(outlook) : null, cell);
  const bound = (value: number): ReportCell => ({ ...dayCell(value), style: "bound" });
  const close = { width: 12, term: "expectedClose", group: "Expected close, if won" } as const;
  return [
    {
      title: "Win chance",
      width: 12,
      term: "winChance",
      cell: of(({ winProbability }) => winProbability, chanceCell),
    },
    ...(isCounted
      ? []
      : ([
          {
            title: "Expected",
            width: 11,
            term: "expectedAmount",
            cell: of(({ expectedAmount }) => expectedAmount, amountCell),
          },
          {
            title: "Waiting costs",
            width: 15,
            term: "costOfWaiting",
            cell: of(({ costOfWaiting }) => costOfWaiting, amountCell),
          },
        ] as const)),
    { ...close, title: "Middle day", cell: of(({ expectedCloseDay }) => expectedCloseDay, dayCell) },
    { ...close, title: "From", cell: of(({ earlyCloseDay }) => earlyCloseDay, bound) },
    { ...close, title: "To", cell: of(({ lateCloseDay }) => lateCloseDay, bound) },
  ];
}
