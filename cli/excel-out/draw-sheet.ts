import type { Workbook, Worksheet } from "exceljs";
import {
  columnLetters,
  numberFormat,
  type ReportCell,
  type ReportSheet,
  type ReportTable,
} from "../../engine/index.ts";
import { withEscapes } from "../xlsx/xml-text.ts";
import { BAR_COLOUR } from "./cell-look.ts";
import type { Styles } from "./cell-styles.ts";
import { fitsOnePage, pageBreaks } from "./page-breaks.ts";
import { rowHeight } from "./row-height.ts";

/** Excel counts days from 1899-12-30. */
const EXCEL_DAY_ZERO = 25_569;
/** A cell holds no longer text; a workbook with one is "repaired" on opening. */
const LONGEST_TEXT = 32_767;
const NOT_COMPUTABLE = "–";
const A4 = 9;

/** Draws one sheet of the report: values where they stand, looks from styles and units, and no figure of its own. */
export function drawSheet(
  workbook: Workbook,
  sheet: ReportSheet,
  amountPrefix: string,
  styles: Styles,
): void {
  const heights = sheet.rows.map((row) => rowHeight(row, sheet.widths));
  const onePage = fitsOnePage(heights);
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [view(sheet)],
    pageSetup: pageSetup(sheet, onePage),
  });
  worksheet.headerFooter.oddFooter = "&L&8&A&R&8Page &P of &N";
  worksheet.columns = sheet.widths.map((width) => ({ width }));
  const numeric = numericHeaders(sheet);
  heights.forEach((height, row) => {
    if (sheet.rows[row]?.length !== 0) worksheet.getRow(row + 1).height = height;
  });
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((cell, column) => {
      if (cell === null) return;
      const isNumeric = cell.unit !== "text" || numeric.has(`${rowIndex} ${column}`);
      drawCell(worksheet, rowIndex, column, cell, isNumeric, amountPrefix, styles);
    });
  });
  for (const table of sheet.tables) drawTable(worksheet, table);
  if (!onePage) for (const row of pageBreaks(sheet, heights)) worksheet.getRow(row).addPageBreak();
}

function view(sheet: ReportSheet) {
  return {
    state: "frozen",
    xSplit: sheet.frozenColumns,
    ySplit: sheet.frozenRows,
    showGridLines: false,
  } as const;
}

function pageSetup(sheet: ReportSheet, onePage: boolean) {
  return {
    orientation: "landscape",
    paperSize: A4,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: onePage ? 1 : 0,
    printTitlesRow: `1:${sheet.frozenRows}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  } as const;
}

/** Places of headers that stand over numbers, so that both are aligned alike. */
function numericHeaders(sheet: ReportSheet): ReadonlySet<string> {
  const places = sheet.tables.flatMap(({ row, column, rowCount, columnCount }) =>
    Array.from({ length: columnCount }, (_, offset) => column + offset)
      .filter((at) => sheet.rows.slice(row + 1, row + rowCount).some((cells) => isNumber(cells[at])))
      .map((at) => `${row} ${at}`),
  );
  return new Set(places);
}

function isNumber(cell: ReportCell | null | undefined): boolean {
  return cell !== null && cell !== undefined && cell.unit !== "text";
}

function drawCell(
  worksheet: Worksheet,
  row: number,
  column: number,
  cell: ReportCell,
  isNumeric: boolean,
  amountPrefix: string,
  styles: Styles,
): void {
  const target = worksheet.getCell(row + 1, column + 1);
  target.value = excelValue(cell);
  target.style = styles(cell, numberFormat(cell, amountPrefix), isNumeric, column > 0);
  if (cell.span !== undefined && cell.span > 1)
    worksheet.mergeCells(row + 1, column + 1, row + 1, column + cell.span);
}

function excelValue({ value, unit }: ReportCell): string | number {
  if (value === null) return NOT_COMPUTABLE;
  if (typeof value === "string") return withEscapes(value.slice(0, LONGEST_TEXT));
  return unit === "day" ? value + EXCEL_DAY_ZERO : value;
}

function drawTable(worksheet: Worksheet, table: ReportTable): void {
  const first = table.row + 1;
  const last = table.row + table.rowCount;
  if (table.filters) {
    const lastColumn = columnLetters(table.column + table.columnCount - 1);
    worksheet.autoFilter = `${columnLetters(table.column)}${first}:${lastColumn}${last}`;
  }
  if (last === first) return;
  for (const column of table.barColumns)
    addBars(worksheet, `${columnLetters(column)}${first + 1}:${columnLetters(column)}${last}`);
}

/** Bars from zero to the largest value. exceljs writes none without `cfvo` and `color`; its types name no colour. */
function addBars(worksheet: Worksheet, ref: string): void {
  const bar = {
    type: "dataBar",
    priority: 1,
    cfvo: [{ type: "num", value: 0 }, { type: "max" }],
    color: { argb: BAR_COLOUR },
    gradient: false,
    minLength: 0,
    maxLength: 100,
  } as const;
  worksheet.addConditionalFormatting({ ref, rules: [{ ...bar, cfvo: [...bar.cfvo] }] });
}
