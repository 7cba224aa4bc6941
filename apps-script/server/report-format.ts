import { type CellStyle, numberFormat, type ReportCell } from "../../engine/index.ts";

/** Looks of report cells in Sheets: the same palette (Okabe–Ito) and weights as in Excel. */

export interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
  readonly underline: boolean;
}

export interface SheetLook {
  readonly text: TextLook;
  /** Of text that leads somewhere. */
  readonly link: TextLook;
  readonly background: string | null;
}

const BLUE = "#0072b2";
const INK = "#222222";
const QUIET = "#666666";
const WHITE = "#ffffff";
export const BAR_COLOUR = "#8fc1de";

/** A link is blue and underlined, but for one in white on a coloured ground. */
function look(size: number, colour: string, bold = false, background: string | null = null): SheetLook {
  const isPlain = colour === WHITE;
  return {
    text: { size, colour, bold, underline: false },
    link: { size, colour: isPlain ? colour : BLUE, bold, underline: !isPlain },
    background,
  };
}

/** The last three are light tints of green, orange and vermilion; the cell's words say the same. */
const LOOKS: Readonly<Record<CellStyle, SheetLook>> = {
  title: look(18, BLUE, true),
  subtitle: look(9, QUIET),
  section: look(13, INK, true),
  headline: look(11, INK),
  note: look(9, QUIET),
  group: look(9, BLUE, true, "#e0eef6"),
  header: look(10, WHITE, true, BLUE),
  label: look(10, INK, true),
  body: look(10, INK),
  bound: look(9, QUIET),
  good: look(10, INK, true, "#d9efe6"),
  attention: look(10, INK, true, "#fbeccc"),
  problem: look(10, INK, true, "#f9dfcc"),
};

const EMPTY = look(10, INK);
const PLAIN_FORMAT = "General";

export function lookOf(cell: ReportCell | null): SheetLook {
  return cell ? LOOKS[cell.style] : EMPTY;
}

export function textLookOf(cell: ReportCell | null): TextLook {
  const { text, link } = lookOf(cell);
  return cell?.link === undefined ? text : link;
}

/** The number format of a cell. Text needs none here: an apostrophe keeps it as text. */
export function formatOf(cell: ReportCell | null, amountPrefix: string): string {
  return cell === null || cell.unit === "text" ? PLAIN_FORMAT : numberFormat(cell, amountPrefix);
}

/** Where a cell stands that is not left, as text, or right, as a number: a group over its columns, a dash with them. */
export function alignmentOf(cell: ReportCell | null): "center" | "right" | null {
  if (cell?.style === "group") return "center";
  return cell !== null && cell.unit !== "text" && cell.value === null ? "right" : null;
}
