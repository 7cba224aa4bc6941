import type { ReportSheet } from "../../engine/index.ts";
import { type CellLooks, LOOK_PARTS, looksOf } from "./cell-looks.ts";

/**
 * What of a sheet's layout is set by itself: another hash than last time, and it is set anew. Besides the looks of
 * cells: `charts` is all that is said of charts, `places` where they stand, `kinds` what they are (kind, series, axes).
 */
const PARTS = [...LOOK_PARTS, "widths", "frozen", "filter", "bars", "charts", "places", "kinds"] as const;
export type LayoutPart = (typeof PARTS)[number];
export type LayoutParts = Readonly<Record<LayoutPart, string>>;

/** How a sheet was last drawn: what another refresh need not do again, nor ask. */
export interface LayoutMarks {
  readonly parts: LayoutParts;
  /** Rows and columns that were filled; 0 where that is not known. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** In the order of the report's charts. */
  readonly chartIds: readonly number[];
}

/** The hash of a part of which there is nothing, and of one that nobody knows. */
const NOTHING = "";
const UNKNOWN = "?";

/** Of a sheet just made. */
export function blankLayout(): LayoutMarks {
  return { parts: partsOf(() => NOTHING), rowCount: 0, columnCount: 0, chartIds: [] };
}

/** Of a sheet that was never drawn by us, or of which nobody knows how far its drawing went. */
export function unknownLayout(chartIds: readonly number[] = []): LayoutMarks {
  return { parts: partsOf(() => UNKNOWN), rowCount: 0, columnCount: 0, chartIds };
}

export function layoutOf(sheet: ReportSheet, amountPrefix: string): Omit<LayoutMarks, "chartIds"> {
  const { rows, widths, frozenRows, frozenColumns, tables, charts = [] } = sheet;
  const parts = {
    ...hashesOf(looksOf(sheet, rows, amountPrefix)),
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
  return { parts: partsOf((_, index) => words[index] ?? UNKNOWN), rowCount, columnCount, chartIds };
}

function partsOf(hashOf: (part: LayoutPart, index: number) => string): LayoutParts {
  return Object.fromEntries(PARTS.map((part, index) => [part, hashOf(part, index)])) as LayoutParts;
}

/** An empty cell's. */
const BLANK = looksOf({ rows: [], tables: [] }, [[null]], "");

/** Cells without looks of their own, right of the rest or below it, tell nothing. */
function hashesOf(looks: CellLooks): Pick<LayoutParts, keyof CellLooks> {
  const hashOf = (part: keyof CellLooks): string => {
    const plain = JSON.stringify(BLANK[part][0]?.[0]);
    const isPlain = (look: unknown): boolean => JSON.stringify(look) === plain;
    return hash(
      untilLast(
        looks[part].map((row) => untilLast(row, isPlain)),
        (row) => row.length === 0,
      ),
    );
  };
  return {
    formats: hashOf("formats"),
    styles: hashOf("styles"),
    backgrounds: hashOf("backgrounds"),
    alignments: hashOf("alignments"),
    wraps: hashOf("wraps"),
  };
}

/** A list without those at its end that tell nothing. */
function untilLast<T>(items: readonly T[], tellsNothing: (item: T) => boolean): readonly T[] {
  let end = items.length;
  while (end > 0 && tellsNothing(items[end - 1] as T)) end -= 1;
  return items.slice(0, end);
}

/** FNV-1a, 32 bits: enough to notice a change. Nothing to draw is the same as never drawn. */
function hash(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === "[]") return NOTHING;
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
