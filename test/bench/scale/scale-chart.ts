import { scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { escapedXml } from "../../../cli/xlsx/xml-text.ts";

/** One line of a chart: a value at each size. */
export interface ScaleLine {
  readonly name: string;
  readonly points: readonly { readonly deals: number; readonly value: number }[];
}

/** A chart of how something grows with the number of deals, both scales by powers of ten. */
export interface ScaleChart {
  readonly title: string;
  readonly lines: readonly ScaleLine[];
  readonly valueText: (value: number) => string;
}

const WIDTH = 440;
const HEIGHT = 340;
const FRAME = { left: 70, right: 90, top: 50, bottom: 45 } as const;
/** Safe for the colour-blind; the dashes tell the lines apart in grey. */
const LOOKS = [
  { colour: "#0072B2", dashes: "" },
  { colour: "#D55E00", dashes: "6 3" },
  { colour: "#009E73", dashes: "2 3" },
] as const;

/** The charts beside each other, as an SVG image. */
export function scaleImage(charts: readonly ScaleChart[], description: string): string {
  const drawn = charts.map(
    (chart, index) => `<g transform="translate(${index * WIDTH},0)">${drawChart(chart)}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * charts.length} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escapedXml(description)}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

function drawChart({ title, lines, valueText }: ScaleChart): string {
  const points = lines.flatMap((one) => one.points);
  const x = scaleLog(rangeOf(points.map(({ deals }) => deals)), [FRAME.left, WIDTH - FRAME.right]);
  const y = scaleLog(rangeOf(points.map(({ value }) => value)), [HEIGHT - FRAME.bottom, FRAME.top]);
  const path = line<{ readonly deals: number; readonly value: number }>()
    .x(({ deals }) => x(deals))
    .y(({ value }) => y(value));
  const columns = powersIn(x.domain()).map(
    (deals) =>
      `<text x="${x(deals).toFixed(1)}" y="${HEIGHT - FRAME.bottom + 20}" text-anchor="middle" fill="#444444">${deals.toLocaleString("en")}</text>`,
  );
  const rows = powersIn(y.domain()).map((value) => {
    const height = y(value).toFixed(1);
    return `<line x1="${FRAME.left}" x2="${WIDTH - FRAME.right}" y1="${height}" y2="${height}" stroke="#dddddd"/><text x="${FRAME.left - 8}" y="${height}" dy="4" text-anchor="end" fill="#444444">${valueText(value)}</text>`;
  });
  const drawn = lines.map((one, index) => {
    const look = LOOKS[index % LOOKS.length] ?? LOOKS[0];
    const last = one.points[one.points.length - 1];
    const place = last
      ? `x="${(x(last.deals) + 8).toFixed(1)}" y="${labelHeight(lines, index, y).toFixed(1)}"`
      : "";
    return `<path d="${path([...one.points]) ?? ""}" fill="none" stroke="${look.colour}" stroke-width="2" stroke-dasharray="${look.dashes}"/><text ${place} dy="4" fill="${look.colour}">${escapedXml(one.name)}</text>`;
  });
  return [
    `<text x="${FRAME.left}" y="24" font-size="14" font-weight="bold" fill="#222222">${escapedXml(title)}</text>`,
    ...rows,
    ...columns,
    `<text x="${WIDTH - FRAME.right}" y="${HEIGHT - 8}" text-anchor="end" fill="#444444">deals</text>`,
    ...drawn,
  ].join("\n");
}

const LABEL_GAP = 15;

/** At the line's end, moved up where a lower line's label stands there. */
function labelHeight(lines: readonly ScaleLine[], index: number, y: (value: number) => number): number {
  const ends = lines.map(({ points }, place) => ({ place, at: y(points[points.length - 1]?.value ?? 1) }));
  ends.sort((a, b) => b.at - a.at);
  let lowest = Number.POSITIVE_INFINITY;
  for (const { place, at } of ends) {
    lowest = Math.min(at, lowest - LABEL_GAP);
    if (place === index) return lowest;
  }
  return lowest;
}

/** The powers of ten around some values. */
function rangeOf(values: readonly number[]): [number, number] {
  const powers = values.map((value) => Math.log10(value));
  return [10 ** Math.floor(Math.min(...powers)), 10 ** Math.ceil(Math.max(...powers))];
}

function powersIn([first = 1, last = 1]: readonly number[]): number[] {
  const count = Math.round(Math.log10(last / first)) + 1;
  return Array.from({ length: count }, (_, power) => first * 10 ** power);
}
