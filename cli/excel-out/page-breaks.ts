import type { ReportSheet } from "../../engine/index.ts";

/** What the margins leave of an A4 page that lies on its side, in points. */
const PAGE_WIDTH = 784;
const PAGE_HEIGHT = 516;
/**
 * Points a column's unit of width takes in Excel's own font, and at least and at most in the one that LibreOffice puts
 * in its place where it is not installed. The wider the columns, the smaller the print, and the more rows a page holds.
 */
const WIDTH_POINTS = [5.25, 6.2, 6.6];
/** A sheet that half its size brings onto one page stays legible. */
const SMALLEST_SCALE = 0.5;
/** Rows that a section shows at a page's foot at least: its heading, two rows of headers, five of figures. */
const FIRST_ROWS = 8;

/** Whether a sheet of rows so tall prints on one page. */
export function fitsOnePage(heights: readonly number[]): boolean {
  return sum(heights) * SMALLEST_SCALE <= PAGE_HEIGHT;
}

/**
 * Rows, 0-based, that begin a page: those of sections that would otherwise leave their heading alone at a page's foot,
 * or have a chart or a short table cut in two. Where long tables are cut is left to the program that prints.
 */
export function pageBreaks(sheet: ReportSheet, heights: readonly number[]): number[] {
  const headHeight = sum(heights.slice(0, sheet.frozenRows));
  const pages = WIDTH_POINTS.map((points) => ({ height: pageHeight(sheet, points), used: 0 }));
  const breaks: number[] = [];
  heights.forEach((height, row) => {
    const cells = sheet.rows[row] ?? [];
    const isSection = cells[0]?.style === "section" && !isFirst(sheet, row);
    const isCut = (page: Page) => page.used + heightKept(sheet, heights, row, page.height) > page.height;
    if (isSection && pages.some(isCut)) {
      breaks.push(row);
      for (const page of pages) page.used = headHeight;
    }
    for (const page of pages) {
      if (cells.length > 0 && page.used + height > page.height) page.used = headHeight;
      page.used += height;
    }
  });
  return breaks;
}

/** A page as one of the fonts fills it, in points of the sheet. */
interface Page {
  readonly height: number;
  used: number;
}

/** Whether nothing stands between the sheet's head and this row. */
function isFirst(sheet: ReportSheet, row: number): boolean {
  return sheet.rows.slice(sheet.frozenRows, row).every((cells) => cells.length === 0);
}

/** How much of a sheet's own height a page holds once its columns fit the page's width. */
function pageHeight(sheet: ReportSheet, widthPoints: number): number {
  return PAGE_HEIGHT * Math.max(1, (sum(sheet.widths) * widthPoints) / PAGE_WIDTH);
}

/** The height of what stays with a section's heading: its charts, and all of it up to half a page. */
function heightKept(sheet: ReportSheet, heights: readonly number[], start: number, page: number): number {
  const next = sheet.rows.findIndex((cells, row) => row > start && cells[0]?.style === "section");
  const end = next < 0 ? heights.length : next;
  const whole = sum(heights.slice(start, end));
  if (whole <= page / 2) return whole;
  const chartEnds = (sheet.charts ?? []).map(({ place }) => place.row + place.rowCount);
  const kept = Math.max(start + FIRST_ROWS, ...chartEnds.filter((row) => row > start && row <= end));
  return sum(heights.slice(start, kept));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
