import stringWidth from "string-width";
import type { ChartBlock, ChartRow } from "../../engine/index.ts";
import type { Paint } from "./paint.ts";
import { visibleText } from "./visible-text.ts";

const GAP = "  ";
const BAR = "█";
const RANGE = "░";
const MARK = "●";
const TARGET = "│";
/** A bar that is not nothing shows at least this much. */
const SHORTEST = 1;
const NARROWEST = 16;

/** The lines of a chart: label, figure, bar; below them what the signs mean. */
export function drawChart({ rows, legend }: ChartBlock, width: number, paint: Paint): string[] {
  const labelWidth = widest(rows.map(({ label }) => visibleText(label)));
  const textWidth = widest(rows.map(({ text }) => visibleText(text)));
  const room = Math.max(NARROWEST, width - labelWidth - textWidth - 2 * GAP.length);
  const most = Math.max(
    ...rows.map(({ value, range, target }) => Math.max(value, range?.upper ?? 0, target ?? 0)),
  );
  const lines = rows.map((row) => {
    const label = padEnd(visibleText(row.label), labelWidth);
    const text = padStart(visibleText(row.text), textWidth);
    return label + GAP + text + GAP + drawRow(row, room, most, paint);
  });
  return [...lines, paint.tone("quiet", legendText(rows, legend))];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

function padEnd(text: string, width: number): string {
  return text + " ".repeat(width - stringWidth(text));
}

function padStart(text: string, width: number): string {
  return " ".repeat(width - stringWidth(text)) + text;
}

/** One row on a scale from 0 to `most`; signs in the order in which they cover each other. */
function drawRow(
  { value, range, done = 0, target }: ChartRow,
  room: number,
  most: number,
  paint: Paint,
): string {
  const place = (amount: number): number =>
    most > 0 ? Math.min(room - 1, Math.round((Math.max(0, amount) / most) * (room - 1))) : 0;
  const signs: string[] = Array.from({ length: room }, () => " ");
  if (range) {
    signs.fill(paint.tone("quiet", RANGE), place(range.lower), place(range.upper) + 1);
    if (done > 0) signs.fill(BAR, 0, place(done) + 1);
    signs[place(value)] = MARK;
  } else if (value > 0) {
    signs.fill(BAR, 0, Math.max(SHORTEST, place(value) + 1));
  }
  if (target !== undefined && signs[place(target)] !== MARK)
    signs[place(target)] = paint.tone("attention", TARGET);
  return signs.join("").trimEnd();
}

function legendText(rows: readonly ChartRow[], legend: ChartBlock["legend"]): string {
  const parts = [
    rows.some(({ range, done = 0 }) => range === undefined || done > 0) ? `${BAR} ${legend.bar}` : "",
    rows.some(({ range }) => range !== undefined) ? `${MARK} ${legend.mark}   ${RANGE} ${legend.range}` : "",
    rows.some(({ target }) => target !== undefined) ? `${TARGET} ${legend.target}` : "",
  ];
  return visibleText(parts.filter((part) => part !== "").join("   "));
}
