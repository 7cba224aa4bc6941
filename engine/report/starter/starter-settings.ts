import { countCell, shareCell, textCell } from "../cells.ts";
import { type Block, composeSheet, GAP, headerColumns, line } from "../layout.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import { OWNERS } from "./starter-deals.ts";
import { STARTER_STAGES } from "./starter-stages.ts";

const SHEET = "Pipecast Settings";

/** Name, value as first set, and what it means; a blank value leaves the choice to Pipecast. */
const SETTINGS: readonly (readonly [string, string, string])[] = [
  ["Deals sheet", "Deals", "The sheet that lists your deals."],
  ["History sheet", "Stage history", "The sheet that lists stage changes."],
  ["Currency", "", "The currency of the report, such as EUR. Blank: as found."],
  ["Date order", "", "How a typed date like 03/04/2026 is read: day first, or month first. Blank: as found."],
  ["Level", "0.8", "How often an interval should hold the true figure."],
  ["Reminders from", "", "Your address, as the sender of reminders."],
  ["Reminders every (days)", "7", "Nobody is reminded of the same deal twice within so many days."],
  ...OWNERS.map((owner): readonly [string, string, string] => [
    `E-mail: ${owner}`,
    "",
    "Where reminders for this owner go. One line an owner.",
  ]),
];

/** Rows above the stages: title, subtitle, gap, settings with their header, gap, section, header. */
const FIRST_STAGE_ROW = 3 + 1 + SETTINGS.length + 1 + 1 + 1;

/** Three blank rows leave room for more. */
const STAGE_ROWS = STARTER_STAGES.length + 3;

/** Where the stages stand, for drop-downs. */
export const STAGE_RANGE = `'${SHEET}'!$A$${FIRST_STAGE_ROW + 1}:$A$${FIRST_STAGE_ROW + STAGE_ROWS}`;

/** The kinds that a stage may be of, as a drop-down beside the stages. */
export const KIND_CHOICE = {
  column: 1,
  firstRow: FIRST_STAGE_ROW,
  lastRow: FIRST_STAGE_ROW + STAGE_ROWS - 1,
  source: '"open,won,lost,after"',
};

const ROOM: readonly ReportCell[] = ["", "", "", "", ""].map((text) => textCell(text));

/** A number as a number: a level is a share, days are counted. */
function valueCell(text: string): ReportCell {
  const number = Number(text);
  if (text === "" || Number.isNaN(number)) return textCell(text);
  return number < 1 ? shareCell(number, 0) : countCell(number);
}

/** What Pipecast reads before anything else; both the command line and the add-on read it. */
export function settingsSheet(): ReportSheet {
  const blocks: readonly Block[] = [
    line("Settings", "title"),
    line(
      "What Pipecast reads first. A blank value leaves the choice to Pipecast; an option of the command line wins.",
      "subtitle",
    ),
    GAP,
    {
      kind: "table",
      name: "Settings",
      columns: [
        ...headerColumns(["Setting", "Value"]),
        { header: { ...textCell("What it means", "header"), span: 3 } },
      ],
      rows: SETTINGS.map(([name, set, meaning]) => ({
        cells: [textCell(name, "label"), valueCell(set), { ...textCell(meaning), span: 3 }],
      })),
    },
    GAP,
    line("Stages", "section"),
    {
      kind: "table",
      name: "Stages",
      columns: headerColumns(["Stage", "Kind", "Goal (days)", "Exit criteria", "What to do"]),
      rows: [
        ...STARTER_STAGES.map(({ name, kind, goalDays, exitCriteria, whatToDo }) => ({
          cells: [
            textCell(name, "label"),
            textCell(kind),
            goalDays === null ? textCell("") : countCell(goalDays),
            textCell(exitCriteria),
            textCell(whatToDo),
          ],
        })),
        { cells: ROOM },
        { cells: ROOM },
        { cells: ROOM },
      ],
    },
    GAP,
    line("Targets", "section"),
    {
      kind: "table",
      name: "Targets",
      columns: headerColumns(["Period", "Target"]),
      rows: [{ cells: ROOM.slice(0, 2) }],
    },
    line("A period is a month such as 2026-07 or a quarter such as 2026-Q3.", "note"),
    GAP,
    line("Currency rates", "section"),
    {
      kind: "table",
      name: "Rates",
      columns: headerColumns(["Currency", "Rate"]),
      rows: [{ cells: ROOM.slice(0, 2) }],
    },
    line("What one unit of another currency is worth in yours.", "note"),
  ];
  return composeSheet({
    name: SHEET,
    widths: [26, 20, 12, 60, 80],
    blocks,
    frozenBlocks: 2,
    frozenColumns: 0,
  });
}
