import type { Analysis } from "../../analysis.ts";
import { textCell } from "../cells.ts";
import { composeSheet, GAP, headerColumns, line } from "../layout.ts";
import type { Link, ReportSheet } from "../report.ts";
import { PLAYS } from "../starter/starter-playbook.ts";
import { type ReportMeta, titleBlock } from "./title-block.ts";

const SHEET = "Pipecast Actions";

/** Where the report says what teams do about what it says. */
export const ACTIONS_LINK: Link = { to: "report", place: { sheet: SHEET, cell: "A5" } };

/** From what the report says to what a team does about it. */
export function actionsSheet(analysis: Analysis, meta: ReportMeta): ReportSheet {
  const rows = PLAYS.map(({ says, means, does }) => ({
    cells: [textCell(says, "label"), textCell(means), textCell(does)],
  }));
  const columns = headerColumns(["The report says", "What it means", "What teams do about it"]);
  const blocks = [
    ...titleBlock("What to do about it", analysis, meta),
    GAP,
    { kind: "table", name: "Actions", columns, rows } as const,
    GAP,
    line(
      "The playbook of pipecast init holds these lines and what to do in each stage, to be changed as you like.",
      "note",
    ),
  ];
  return composeSheet({ name: SHEET, widths: [34, 60, 80], blocks, frozenBlocks: 4, frozenColumns: 0 });
}
