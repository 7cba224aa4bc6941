import type { CellValue, Cell as ExcelCell, Workbook, Worksheet } from "exceljs";
import { type Cell, cellOfNumber, type Grid } from "../../engine/index.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
const DAYS_FROM_1900_TO_1904 = 1_462;
/** Parts of a sheet that hold no cell values: not read, so that their faults and size cost nothing. */
const NOT_READ = [
  "dataValidations",
  "conditionalFormatting",
  "extLst",
  "hyperlinks",
  "tableParts",
  "drawing",
  "legacyDrawing",
  "picture",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "autoFilter",
  "rowBreaks",
  "colBreaks",
];

/**
 * The cells of an .xlsx workbook, read by exceljs. Loaded on demand: the library costs half a second.
 * @throws whatever exceljs throws at a workbook that it cannot read.
 */
export async function readExcelGrids(bytes: Uint8Array): Promise<Grid[]> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await workbook.xlsx.load(buffer as ArrayBuffer, { ignoreNodes: NOT_READ });
  return workbook.worksheets.map((sheet) => gridOfSheet(sheet, uses1904(workbook)));
}

function uses1904(workbook: Workbook): boolean {
  return workbook.properties.date1904 === true;
}

function gridOfSheet(sheet: Worksheet, date1904: boolean): Grid {
  const rows: Cell[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    while (rows.length < number) rows.push([]);
    const cells = rows[number - 1] ?? [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      while (cells.length < column) cells.push(null);
      cells[column - 1] = readCell(cell, date1904);
    });
  });
  return { sheet: sheet.name, rows, ...(sheet.state === "visible" ? {} : { hidden: true }) };
}

/** A merged area holds its value once, in its first cell; exceljs repeats it in every one. */
function readCell(cell: ExcelCell, date1904: boolean): Cell {
  if (cell.isMerged && cell.master !== cell) return null;
  return flatten(cell.value, cell.numFmt ?? "General", date1904);
}

/** Of exceljs' shapes of a value: the plain value, the day, the money or the error inside. */
function flatten(value: CellValue, format: string, date1904: boolean): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return cellOfNumber(value, format, date1904);
  if (value instanceof Date) return cellOfSerialDate(value, format, date1904);
  if ("error" in value) return { kind: "error", text: value.error };
  if ("richText" in value) return flatten(value.richText.map((run) => run.text).join(""), format, date1904);
  if ("text" in value) return flatten(value.text, format, date1904);
  if ("result" in value) return flatten(value.result, format, date1904);
  return null;
}

/** exceljs turns numbers into dates by a rule of its own; back to the number, so that ours decides. */
function cellOfSerialDate(date: Date, format: string, date1904: boolean): Cell {
  const serial = date.getTime() / MILLISECONDS_A_DAY + SERIAL_OF_1970;
  if (Number.isNaN(serial)) return { kind: "error", text: "#####" };
  return cellOfNumber(date1904 ? serial - DAYS_FROM_1900_TO_1904 : serial, format, date1904);
}
