import type { Style } from "exceljs";
import type { ReportCell } from "../../engine/index.ts";
import { cellLook, LINK_COLOUR } from "./cell-look.ts";

/** The style of a cell, given its number format, whether it stands under numbers, and whether it is set in a little. */
export type Styles = (
  cell: ReportCell,
  numFmt: string,
  isNumeric: boolean,
  isIndented: boolean,
) => Partial<Style>;

/** One object for all cells that look alike: exceljs then works each style out once, not once a cell. */
export function sharedStyles(): Styles {
  const made = new Map<string, Partial<Style>>();
  return (cell, numFmt, isNumeric, isIndented) => {
    const isLink = cell.link !== undefined && cell.style !== "header";
    const wrapText = cell.unit === "text";
    const key = [cell.style, isLink, wrapText, isNumeric, isIndented, numFmt].join(" ");
    const known = made.get(key);
    if (known) return known;
    const { font, fill, border } = cellLook(cell.style);
    const horizontal = cell.style === "group" ? "center" : isNumeric ? "right" : "left";
    const indent = horizontal === "left" && isIndented ? 1 : 0;
    const style: Partial<Style> = {
      numFmt,
      font: isLink ? { ...font, underline: true, color: { argb: LINK_COLOUR } } : font,
      ...(fill ? { fill } : {}),
      ...(border ? { border } : {}),
      alignment: { horizontal, indent, vertical: "top", wrapText },
    };
    made.set(key, style);
    return style;
  };
}
