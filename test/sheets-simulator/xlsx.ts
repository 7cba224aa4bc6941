import ExcelJS from "exceljs";
import { isDateFormat } from "../../engine/grid/number-format.ts";
import { areaOf } from "./a1.ts";
import {
  BLANK,
  type CellState,
  type DocumentState,
  emptyDocument,
  emptySheet,
  NEW_SHEET_COLUMNS,
  NEW_SHEET_ROWS,
  putCell,
  type Scalar,
  type SheetState,
} from "./document.ts";
import { FORMULA_MARK } from "./typing.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** A spreadsheet as Google Sheets would import the workbook. */
export async function documentFromXlsx(path: string, zone: string, locale = "en_GB"): Promise<DocumentState> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const document = emptyDocument(zone, locale);
  document.sheets = book.worksheets.map((source, index) => sheetOf(source, index));
  document.activeSheetId = document.sheets[0]?.id ?? 0;
  return document;
}

function sheetOf(source: ExcelJS.Worksheet, id: number): SheetState {
  const sheet = emptySheet(id, source.name);
  sheet.hidden = source.state !== "visible";
  source.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      if (cell.master === cell) putCell(sheet, number - 1, column - 1, cellState(cell));
    });
  });
  sheet.merged = source.model.merges.map((a1) => areaOf(a1, source.rowCount, source.columnCount));
  sheet.maxRows = Math.max(NEW_SHEET_ROWS, source.rowCount);
  sheet.maxColumns = Math.max(NEW_SHEET_COLUMNS, source.columnCount);
  return sheet;
}

function cellState(cell: ExcelJS.Cell): CellState {
  const format = cell.numFmt || BLANK.format;
  const formula = cell.formula ? `=${cell.formula}` : "";
  const value = scalarOf(formula ? cell.result : cell.value);
  return { ...BLANK, format, formula, value: formula ? (value ?? FORMULA_MARK) : value };
}

function scalarOf(value: ExcelJS.CellValue | undefined): Scalar | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / MILLISECONDS_A_DAY + SERIAL_OF_1970;
  if (typeof value !== "object") return value;
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("error" in value) return value.error;
  return "text" in value ? String(value.text) : null;
}

/** Saves values and number formats, so that another program can look at what was written. */
export async function documentToXlsx(document: DocumentState, path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const sheet of document.sheets) {
    const target = book.addWorksheet(sheet.name);
    sheet.rows.forEach((line, row) => {
      line?.forEach((cell, column) => {
        if (cell && cell.value !== null) saveCell(target.getCell(row + 1, column + 1), cell);
      });
    });
  }
  await book.xlsx.writeFile(path);
}

function saveCell(target: ExcelJS.Cell, cell: CellState): void {
  const isDay = typeof cell.value === "number" && isDateFormat(cell.format);
  const date = isDay
    ? new Date(Math.round((Number(cell.value) - SERIAL_OF_1970) * MILLISECONDS_A_DAY))
    : null;
  const value = date ?? cell.value;
  target.value = cell.formula && value !== null ? { formula: cell.formula.slice(1), result: value } : value;
  target.numFmt = cell.format;
}
