import type { CellValue, Column, Workbook, Worksheet } from "exceljs";
import excel from "exceljs";
import type { Day } from "../engine/basics/day.ts";
import type { Cell, Grid } from "../engine/grid/grid.ts";
import { fixedZipTime } from "./fixed-zip-time.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const DAY_FORMAT = "dd/mm/yyyy";
const EURO_FORMAT = "[$€-2] #,##0";
const SHARE_FORMAT = "0%";
const HEADER_FILL = "FF0072B2";
const RULE = "FFD9D9D9";
const LEFT = { horizontal: "left", indent: 1 } as const;
const RIGHT = { horizontal: "right", indent: 1 } as const;

const WIDTHS: ReadonlyMap<string, number> = new Map([
  ["Deal ID", 10],
  ["Deal name", 40],
  ["Account", 28],
  ["Contact email", 27],
  ["Stage", 15],
  ["Next step", 21],
  ["Lost reason", 20],
  ["Probability", 14],
  ["Expected close", 18],
  ["Last activity", 16],
]);
const DAY_COLUMNS = new Set(["Created", "Expected close", "Closed", "Last activity", "Entered"]);

/** The sheets as an .xlsx file, laid out as a careful team keeps them. The same sheets give the same bytes. */
export async function writeWorkbook(
  grids: readonly Grid[],
  title: string,
  savedDay: Day,
): Promise<Uint8Array> {
  const workbook: Workbook = new excel.Workbook();
  workbook.title = title;
  workbook.creator = "Pipecast samples";
  workbook.lastModifiedBy = "Pipecast samples";
  workbook.created = dateOf(savedDay);
  workbook.modified = dateOf(savedDay);
  for (const grid of grids) addSheet(workbook, grid);
  return fixedZipTime(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addSheet(workbook: Workbook, grid: Grid): void {
  const [headers = [], ...rows] = grid.rows;
  const keysOnly = headers.length <= 3;
  const sheet = workbook.addWorksheet(grid.sheet, {
    views: [{ state: "frozen", xSplit: keysOnly ? 0 : 2, ySplit: 1, zoomScale: 100 }],
    pageSetup: {
      orientation: keysOnly ? "portrait" : "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  sheet.columns = headers.map((header) => columnOf(String(header)));
  for (const row of rows) sheet.addRow(row.map(cellValue));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: grid.rows.length, column: headers.length } };
  styleHeader(sheet);
}

/** Formats sit on the column, so that the next row somebody types looks like the others. */
function columnOf(header: string): Partial<Column> {
  const border = { bottom: { style: "hair", color: { argb: RULE } } } as const;
  const width = WIDTHS.get(header) ?? 13;
  const numFmt = formatOf(header);
  return {
    header,
    width,
    style: numFmt === null ? { alignment: LEFT, border } : { numFmt, alignment: RIGHT, border },
  };
}

function formatOf(header: string): string | null {
  if (header === "Amount") return EURO_FORMAT;
  if (header === "Probability") return SHARE_FORMAT;
  return DAY_COLUMNS.has(header) ? DAY_FORMAT : null;
}

function styleHeader(sheet: Worksheet): void {
  const header = sheet.getRow(1);
  header.height = 22;
  header.eachCell((cell) => {
    const side = formatOf(String(cell.value)) === null ? LEFT : RIGHT;
    cell.style = {
      font: { name: "Calibri", size: 11, bold: true, color: { argb: "FFFFFFFF" } },
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } },
      alignment: { ...side, vertical: "middle" },
    };
  });
}

function cellValue(cell: Cell): CellValue {
  if (typeof cell !== "object" || cell === null) return cell;
  if (cell.kind === "day") return dateOf(cell.day);
  return cell.kind === "money" ? cell.amount : cell.text;
}

function dateOf(day: Day): Date {
  return new Date(day * MILLISECONDS_A_DAY);
}
