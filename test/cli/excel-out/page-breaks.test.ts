import { describe, expect, test } from "vitest";
import { fitsOnePage, pageBreaks } from "../../../cli/excel-out/page-breaks.ts";
import type { ReportCell, ReportSheet } from "../../../engine/index.ts";

const ROW_HEIGHT = 20;
const HEADING: ReportCell = { value: "Notes", unit: "text", style: "section" };
const LINE: ReportCell = { value: "A line", unit: "text", style: "body" };

/** The breaks of a sheet of so many rows of 20 points, with headings at these rows; a page holds 516 points. */
function breaksOf(rowCount: number, headings: readonly number[], other: Partial<ReportSheet> = {}): number[] {
  const rows = Array.from({ length: rowCount }, (_, row) => [headings.includes(row) ? HEADING : LINE]);
  const sheet: ReportSheet = {
    name: "Stages",
    rows,
    widths: [100],
    frozenRows: 1,
    frozenColumns: 0,
    tables: [],
    names: [],
    ...other,
  };
  return pageBreaks(
    sheet,
    rows.map(() => ROW_HEIGHT),
  );
}

/** A chart over rows 10 to 27. */
const CHART: NonNullable<ReportSheet["charts"]>[number] = {
  kind: "bars",
  title: "",
  alt: "",
  place: { row: 10, column: 0, rowCount: 18, columnCount: 1 },
  categories: { row: 6, column: 0, rowCount: 2, columnCount: 1 },
  series: [],
};

describe("a heading with three lines below it", () => {
  test("takes them to the next page where they do not all fit", () => {
    // 24 rows are 480 points, and four more 560.
    expect(breaksOf(28, [24])).toEqual([24]);
  });

  test("stays where they do", () => {
    // 21 rows are 420 points, and four more 500.
    expect(breaksOf(25, [21])).toEqual([]);
  });

  test("goes, too, where only columns of another font make the page end there", () => {
    // Columns of 200 take 1,050, 1,240 or 1,320 points, not 784: a page holds 691, 816 or 869 of the sheet's points.
    // In the first font the heading's 41st row stands on the second page; in the second it would end at 880.
    expect(breaksOf(44, [40], { widths: [200] })).toEqual([40]);
  });
});

describe("a long section", () => {
  test("begins at a page's foot if eight of its rows fit", () => {
    // 17 rows are 340 points, and eight more 500.
    expect(breaksOf(50, [17])).toEqual([]);
    expect(breaksOf(50, [18])).toEqual([18]);
  });

  test("is not cut within its chart", () => {
    // The chart ends with the 28th row, at 560 points.
    expect(breaksOf(50, [5], { charts: [CHART] })).toEqual([5]);
    expect(breaksOf(50, [5])).toEqual([]);
  });

  test("stays below the sheet's head, where a page of its own would not be enough either", () => {
    const tall = { ...CHART, place: { ...CHART.place, rowCount: 30 } };
    expect(breaksOf(50, [1], { charts: [tall] })).toEqual([]);
  });
});

test("the rows that every page repeats take room on each", () => {
  // Sections of 12 rows are 240 points: two fit on a page, but not with two rows of head above them.
  expect(breaksOf(38, [2, 14, 26], { frozenRows: 2 })).toEqual([14, 26]);
  expect(breaksOf(37, [1, 13, 25], { frozenRows: 1 })).toEqual([25]);
});

test("a sheet prints on one page if half its size is enough for it", () => {
  const heights = Array.from({ length: 51 }, () => ROW_HEIGHT);
  expect(fitsOnePage(heights)).toBe(true);
  expect(fitsOnePage([...heights, ROW_HEIGHT])).toBe(false);
});
