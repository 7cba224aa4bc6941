import type { ReportSheet } from "../../engine/index.ts";
import { formatOf } from "./report-format.ts";

/** What of a sheet's layout is set by itself: another hash than last time, and it is set anew. */
export interface LayoutParts {
  readonly looks: string;
  readonly widths: string;
  readonly frozen: string;
  readonly filter: string;
  readonly bars: string;
  /** All that is said of charts. */
  readonly charts: string;
  /** Where they stand. */
  readonly places: string;
  /** What they are: kind, series, axes. */
  readonly kinds: string;
}

export type LayoutPart = keyof LayoutParts;

/** How a sheet was last drawn: what another refresh need not do again, nor ask. */
export interface LayoutMarks {
  readonly parts: LayoutParts;
  /** Rows and columns that were filled; 0 where that is not known. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** In the order of the report's charts. */
  readonly chartIds: readonly number[];
}

const PARTS: readonly LayoutPart[] = [
  "looks",
  "widths",
  "frozen",
  "filter",
  "bars",
  "charts",
  "places",
  "kinds",
];

/** Of a sheet that was never drawn, or of which nobody knows how far its drawing went. */
export function unknownLayout(chartIds: readonly number[] = []): LayoutMarks {
  return { parts: partsOf([]), rowCount: 0, columnCount: 0, chartIds };
}

export function layoutOf(sheet: ReportSheet, amountPrefix: string): Omit<LayoutMarks, "chartIds"> {
  const { rows, widths, frozenRows, frozenColumns, tables, charts = [] } = sheet;
  const cells = rows.map((row) =>
    row.map((cell) =>
      cell === null ? "" : `${cell.style}${formatOf(cell, amountPrefix)}${cell.span ?? ""}`,
    ),
  );
  const parts = {
    looks: hash([cells, tables]),
    widths: hash(widths),
    frozen: hash([frozenRows, frozenColumns]),
    filter: hash(tables.filter(({ filters }) => filters)),
    bars: hash(tables.filter(({ barColumns }) => barColumns.length > 0)),
    charts: hash(charts),
    places: hash(charts.map(({ place }) => place)),
    kinds: hash(
      charts.map(({ kind, series, categoryTitle, valueTitle }) => [
        kind,
        series.map(({ name, role }) => [name, role]),
        categoryTitle,
        valueTitle,
      ]),
    ),
  };
  return { parts, rowCount: rows.length, columnCount: widths.length };
}

/** Marks as one text, and back. */
export function layoutText({ parts, rowCount, columnCount, chartIds }: LayoutMarks): string {
  return [...PARTS.map((part) => parts[part]), rowCount, columnCount, ...chartIds].join(" ");
}

export function layoutOfText(text: string): LayoutMarks {
  const words = text.split(" ");
  const [rowCount = 0, columnCount = 0, ...chartIds] = words.slice(PARTS.length).map(Number);
  return { parts: partsOf(words), rowCount, columnCount, chartIds };
}

function partsOf(hashes: readonly string[]): LayoutParts {
  const [looks = "", widths = "", frozen = "", filter = "", bars = "", charts = "", places = "", kinds = ""] =
    hashes;
  return { looks, widths, frozen, filter, bars, charts, places, kinds };
}

/** FNV-1a, 32 bits: enough to notice a change. Nothing to draw is the same as never drawn. */
function hash(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === "[]") return "";
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
