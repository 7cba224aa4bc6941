import type { Day } from "../../basics/day.ts";
import { countCell, textCell } from "../cells.ts";
import { DEFAULT_TEMPLATES } from "../followups/default-templates.ts";
import { type Block, composeSheet, GAP, headerColumns, line, type TableBlock } from "../layout.ts";
import type { ReportCell, ReportSheet } from "../report.ts";
import {
  DEAL_COLUMNS,
  EXAMPLE_PREFIX,
  exampleDeals,
  exampleHistory,
  LOST_REASONS,
  OWNERS,
  SOURCES,
} from "./starter-deals.ts";
import { PLAYS } from "./starter-playbook.ts";
import { KIND_CHOICE, STAGE_RANGE, settingsSheet } from "./starter-settings.ts";
import { STARTER_STAGES } from "./starter-stages.ts";

/** A sheet to work in: what stands in it, and what may be entered below. */
export interface StarterSheet {
  readonly sheet: ReportSheet;
  /** People write into it, row by row: it shows its grid. */
  readonly isForEntry: boolean;
  /** Drop-down lists; `source` is a range of this workbook. */
  readonly choices: readonly (Rows & { readonly source: string })[];
  /** What empty rows of a column will hold. */
  readonly entries: readonly (Rows & { readonly unit: "day" | "amount" })[];
}

/** Cells of one column, 0-based, the last one included. */
interface Rows {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Rows that are ready to be filled in; below them nothing is checked. */
const LAST_ROW = 500;

function entryRows(column: number): Rows {
  return { column, firstRow: 1, lastRow: LAST_ROW };
}

const LISTS_SHEET = "Pipecast Lists";
/** Lists may grow to this row. */
const LAST_LIST_ROW = 60;

/** The workbook of a team that starts today, sheet by sheet. */
export function starterBook(today: Day): readonly StarterSheet[] {
  return [
    plain(startSheet()),
    dealsSheet(today),
    historySheet(today),
    { ...plain(settingsSheet()), choices: [KIND_CHOICE] },
    plain(templatesSheet()),
    plain(playbookSheet()),
    plain(listsSheet()),
  ];
}

function plain(sheet: ReportSheet): StarterSheet {
  return { sheet, isForEntry: false, choices: [], entries: [] };
}

const STEPS = [
  "Put your own owners, sources and lost reasons into the sheet Pipecast Lists; they fill the drop-downs.",
  "Look at the stages in Pipecast Settings. Rename them as you speak of them; keep them few.",
  `Delete the examples: filter Deals and Stage history by Deal ID, and delete every row that begins with ${EXAMPLE_PREFIX}.`,
  "Enter each deal as one row of Deals, with an ID of your own.",
  "Whenever a deal changes its stage, change it in Deals and add a row to Stage history: ID, stage, day. In Google Sheets, Pipecast records it for you.",
  "Fill in Closed when a deal is won or lost, and the reason when it is lost.",
  "Once a week: Refresh forecast in the menu Pipecast of Google Sheets; on the command line pipecast report, pipecast review, pipecast followups.",
] as const;

function startSheet(): ReportSheet {
  const blocks: readonly Block[] = [
    line("Your pipeline", "title"),
    line("Deals, their stages and their history, ready for Pipecast", "subtitle"),
    GAP,
    line("How to begin", "section"),
    {
      kind: "table",
      name: "How to begin",
      columns: headerColumns(["Step", "What to do"]),
      rows: STEPS.map((step, index) => ({ cells: [countCell(index + 1), textCell(step)] })),
    },
    GAP,
    line(
      "What a row of Deals needs at the least: ID, stage, created. Amount, owner, source and next step make the advice better.",
      "note",
    ),
  ];
  return composeSheet({ name: "Start here", widths: [8, 100], blocks, frozenBlocks: 2, frozenColumns: 0 });
}

function entryTable(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly ReportCell[])[],
): TableBlock {
  return {
    kind: "table",
    name,
    columns: headerColumns(headers),
    rows: rows.map((cells) => ({ cells })),
    filters: true,
  };
}

function listRange(column: string): string {
  return `'${LISTS_SHEET}'!$${column}$2:$${column}$${LAST_LIST_ROW}`;
}

function columnAt(header: string): number {
  return DEAL_COLUMNS.findIndex((column) => column.header === header);
}

function dealsSheet(today: Day): StarterSheet {
  const table = entryTable(
    "Deals",
    DEAL_COLUMNS.map(({ header }) => header),
    exampleDeals(today),
  );
  const widths = DEAL_COLUMNS.map(({ width }) => width);
  return {
    sheet: composeSheet({ name: "Deals", widths, blocks: [table], frozenBlocks: 1, frozenColumns: 2 }),
    choices: [
      { ...entryRows(columnAt("Stage")), source: STAGE_RANGE },
      { ...entryRows(columnAt("Owner")), source: listRange("A") },
      { ...entryRows(columnAt("Source")), source: listRange("B") },
      { ...entryRows(columnAt("Lost reason")), source: listRange("C") },
    ],
    entries: DEAL_COLUMNS.flatMap(({ unit }, column) =>
      unit === "text" ? [] : [{ ...entryRows(column), unit }],
    ),
    isForEntry: true,
  };
}

function historySheet(today: Day): StarterSheet {
  const table = entryTable("Stage history", ["Deal ID", "Stage", "Entered"], exampleHistory(today));
  return {
    sheet: composeSheet({
      name: "Stage history",
      widths: [12, 18, 14],
      blocks: [table],
      frozenBlocks: 1,
      frozenColumns: 0,
    }),
    choices: [{ ...entryRows(1), source: STAGE_RANGE }],
    entries: [{ ...entryRows(2), unit: "day" }],
    isForEntry: true,
  };
}

function templatesSheet(): ReportSheet {
  const stages = STARTER_STAGES.flatMap(({ name, followUp }) =>
    followUp ? [[name, followUp] as const] : [],
  );
  const rows = [...DEFAULT_TEMPLATES, ...stages].map(([name, { subject, text }]) => ({
    cells: [textCell(name, "label"), textCell(subject), textCell(text)],
  }));
  const blocks: readonly Block[] = [
    line("Templates of the mails", "title"),
    line(
      "Pipecast fills in the fields in braces. A field that a deal has nothing for is reported, and no mail is written.",
      "subtitle",
    ),
    line(
      "Reminder: {owner} {count} {deals} {day}. All others: {deal} {customer} {owner} {stage} {product} {amount} {expected close} {next step} {time in stage} {day}.",
      "note",
    ),
    GAP,
    { kind: "table", name: "Templates", columns: headerColumns(["Template", "Subject", "Text"]), rows },
  ];
  return composeSheet({
    name: "Pipecast Templates",
    widths: [16, 34, 90],
    blocks,
    frozenBlocks: 1,
    frozenColumns: 0,
  });
}

function playbookSheet(): ReportSheet {
  const stages = STARTER_STAGES.filter(({ kind }) => kind === "open" || kind === "after");
  const blocks: readonly Block[] = [
    line("Playbook", "title"),
    line("What to do in each stage, and what to do when the report says something", "subtitle"),
    GAP,
    line("Stage by stage", "section"),
    {
      kind: "table",
      name: "Stage by stage",
      columns: headerColumns(["Stage", "What to do", "Done when"]),
      rows: stages.map(({ name, whatToDo, exitCriteria }) => ({
        cells: [textCell(name, "label"), textCell(whatToDo), textCell(exitCriteria)],
      })),
    },
    GAP,
    line("When the report says", "section"),
    {
      kind: "table",
      name: "When the report says",
      columns: headerColumns(["It says", "What it means", "What teams do about it"]),
      rows: PLAYS.map(({ says, means, does }) => ({
        cells: [textCell(says, "label"), textCell(means), textCell(does)],
      })),
    },
  ];
  return composeSheet({
    name: "Pipecast Playbook",
    widths: [28, 58, 66],
    blocks,
    frozenBlocks: 2,
    frozenColumns: 0,
  });
}

function listsSheet(): ReportSheet {
  const lists = [OWNERS, SOURCES, LOST_REASONS] as const;
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => ({
    cells: lists.map((list) => textCell(list[row] ?? "")),
  }));
  const table: TableBlock = {
    kind: "table",
    name: "Lists",
    columns: headerColumns(["Owners", "Sources", "Lost reasons"]),
    rows,
  };
  return composeSheet({
    name: LISTS_SHEET,
    widths: [20, 22, 22],
    blocks: [table],
    frozenBlocks: 1,
    frozenColumns: 0,
  });
}
