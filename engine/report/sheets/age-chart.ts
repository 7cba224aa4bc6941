import type { Analysis } from "../../analysis.ts";
import { amountCell, countCell, textCell } from "../cells.ts";
import { type Block, GAP, headerColumns, line } from "../layout.ts";
import { ageBandText, openAgeWords } from "../wording/open-age.ts";

const TABLE = "Open pipeline by age";
const DEALS = 1;
const AMOUNT = 2;
const CHART_ROWS = 15;

/** The open pipeline by age, as a small table and a chart of it: of the money, where amounts are listed. */
export function ageBlocks({ advice, currency }: Analysis): readonly Block[] {
  const bands = advice.openByAge;
  if (bands.every(({ deals }) => deals === 0)) return [];
  const hasMoney = bands.some(({ amount }) => amount > 0);
  const series = hasMoney
    ? { name: "Listed amount", column: AMOUNT, role: "actual" as const }
    : { name: "Open deals", column: DEALS, role: "actual" as const };
  const rows = bands.map((band) => ({
    cells: [textCell(ageBandText(band), "label"), countCell(band.deals), amountCell(band.amount)],
  }));
  const chart = {
    kind: "columns" as const,
    ...openAgeWords(bands, hasMoney, currency),
    table: TABLE,
    categories: 0,
    series: [series],
    column: 0,
    columnCount: 7,
  };
  return [
    GAP,
    line(TABLE, "section"),
    { kind: "table", name: TABLE, columns: headerColumns(["Age", "Open deals", "Amount"]), rows },
    GAP,
    { kind: "charts", rowCount: CHART_ROWS, charts: [chart] },
  ];
}
