import type {
  CellArea,
  CellStyle,
  ChartRole,
  Link,
  NamedCell,
  ReportCell,
  ReportChart,
  ReportSheet,
  ReportTable,
} from "./report.ts";

/** What a sheet is made of, from top to bottom. */
export type Block = LineBlock | TableBlock | ChartsBlock | GapBlock;

/** A line of words over the sheet's whole width. */
export interface LineBlock {
  readonly kind: "line";
  readonly text: string;
  readonly style: CellStyle;
  readonly link?: Link;
}

/** Rows under column headers. */
export interface TableBlock {
  readonly kind: "table";
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly filters?: boolean;
}

export interface TableColumn {
  readonly header: ReportCell;
  /** Names this column and its neighbours of the same group, one row above the headers. */
  readonly group?: string;
  /** Drawn with data bars. */
  readonly bar?: boolean;
}

export interface TableRow {
  /** `null` is an empty cell: a gap in a chart. */
  readonly cells: readonly (ReportCell | null)[];
  /** Names single cells of the row for formulas: column index and name. */
  readonly names?: readonly { readonly column: number; readonly name: string }[];
}

/** Charts side by side, each of columns of a table of the sheet. */
export interface ChartsBlock {
  readonly kind: "charts";
  readonly rowCount: number;
  readonly charts: readonly ChartPlan[];
}

export interface ChartPlan
  extends Pick<ReportChart, "kind" | "title" | "alt" | "categoryTitle" | "valueTitle"> {
  /** The name of the table; its columns are counted from 0. */
  readonly table: string;
  readonly categories: number;
  readonly series: readonly { readonly name: string; readonly column: number; readonly role: ChartRole }[];
  /** The sheet's columns that the chart covers. */
  readonly column: number;
  readonly columnCount: number;
}

/** An empty row. */
export interface GapBlock {
  readonly kind: "gap";
}

export interface SheetPlan {
  readonly name: string;
  readonly widths: readonly number[];
  readonly blocks: readonly Block[];
  /** How many of the first blocks stay in sight; a table among them keeps its headers in sight only. */
  readonly frozenBlocks: number;
  readonly frozenColumns: number;
}

interface Stack {
  readonly rows: (readonly (ReportCell | null)[])[];
  readonly tables: ReportTable[];
  readonly names: NamedCell[];
  readonly charts: { readonly plan: ChartPlan; readonly row: number; readonly rowCount: number }[];
}

export const GAP: GapBlock = { kind: "gap" };

/**
 * A line of words.
 * @example line("Notes", "section") // => { kind: "line", text: "Notes", style: "section" }
 */
export function line(text: string, style: CellStyle): LineBlock {
  return { kind: "line", text, style };
}

/**
 * Column headers; those that a link is given for lead there.
 * @example headerColumns(["Deal"]) // => [{ header: { value: "Deal", unit: "text", style: "header" } }]
 */
export function headerColumns(
  headers: readonly string[],
  links: Readonly<Record<string, Link>> = {},
): readonly TableColumn[] {
  return headers.map((text) => {
    const link = links[text];
    const header: ReportCell = { value: text, unit: "text", style: "header" };
    return { header: link === undefined ? header : { ...header, link } };
  });
}

/**
 * Stacks a plan's blocks into a sheet. The one place that counts rows.
 * @example composeSheet({ name: "A", widths: [9], blocks: [line("Hi", "title")], frozenBlocks: 1, frozenColumns: 0 }).frozenRows // => 1
 */
export function composeSheet(plan: SheetPlan): ReportSheet {
  const stack: Stack = { rows: [], tables: [], names: [], charts: [] };
  let frozenRows = 0;
  plan.blocks.forEach((block, index) => {
    const headRows = addBlock(stack, block, plan.widths.length);
    if (index < plan.frozenBlocks) frozenRows = headRows;
  });
  const { name, widths, frozenColumns } = plan;
  const { charts: plans, ...drawn } = stack;
  const charts = plans.map((one) => chartOf(one.plan, stack.tables, one.row, one.rowCount));
  const sheet = { name, widths, frozenRows, frozenColumns, ...drawn };
  return charts.length === 0 ? sheet : { ...sheet, charts };
}

/** Adds a block; answers how many rows the sheet has down to the block's last line or header. */
function addBlock(stack: Stack, block: Block, columnCount: number): number {
  if (block.kind === "table") return addTable(stack, block);
  if (block.kind === "gap") return stack.rows.push([]);
  if (block.kind === "charts") return addCharts(stack, block);
  const { text, style, link } = block;
  const cell: ReportCell = { value: text, unit: "text", style, span: columnCount };
  return stack.rows.push([link === undefined ? cell : { ...cell, link }]);
}

function addTable(stack: Stack, block: TableBlock): number {
  if (block.columns.some((column) => column.group !== undefined)) stack.rows.push(groupRow(block.columns));
  const headRow = stack.rows.push(block.columns.map((column) => column.header)) - 1;
  block.rows.forEach((row) => {
    const index = stack.rows.push(row.cells) - 1;
    for (const { column, name } of row.names ?? []) stack.names.push({ name, row: index, column });
  });
  stack.tables.push({
    name: block.name,
    row: headRow,
    column: 0,
    rowCount: block.rows.length + 1,
    columnCount: block.columns.length,
    filters: block.filters ?? false,
    barColumns: block.columns.flatMap((column, index) => (column.bar ? [index] : [])),
  });
  return headRow + 1;
}

function addCharts(stack: Stack, block: ChartsBlock): number {
  const row = stack.rows.length;
  for (const plan of block.charts) stack.charts.push({ plan, row, rowCount: block.rowCount });
  for (let index = 0; index < block.rowCount; index++) stack.rows.push([]);
  return stack.rows.length;
}

function chartOf(
  plan: ChartPlan,
  tables: readonly ReportTable[],
  row: number,
  rowCount: number,
): ReportChart {
  const { table: name, categories, series, column, columnCount, ...words } = plan;
  const table = tables.find((one) => one.name === name);
  if (table === undefined)
    throw new Error(`No table ${name} stands on the sheet of the chart "${plan.title}".`);
  const area = (index: number): CellArea => ({
    row: table.row + 1,
    column: table.column + index,
    rowCount: table.rowCount - 1,
    columnCount: 1,
  });
  return {
    ...words,
    place: { row, column, rowCount, columnCount },
    categories: area(categories),
    series: series.map((one) => ({ name: one.name, role: one.role, values: area(one.column) })),
  };
}

/** One cell over each run of neighbours of the same group. */
function groupRow(columns: readonly TableColumn[]): (ReportCell | null)[] {
  return columns.map(({ group }, index) => {
    if (group === undefined || columns[index - 1]?.group === group) return null;
    const end = columns.findIndex((column, at) => at > index && column.group !== group);
    const span = (end < 0 ? columns.length : end) - index;
    return { value: group, unit: "text", style: "group", span };
  });
}
