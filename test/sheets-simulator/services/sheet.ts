import { areaOf } from "../a1.ts";
import { type Area, extentOf, type SheetState } from "../document.ts";
import { deleteRows, insertColumns, insertRows, moveRows } from "../grid-changes.ts";
import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";
import { EmbeddedChart, type EmbeddedChartBuilder, newChart, placeChart } from "./chart.ts";
import { checkCellCount, checkOnGrid } from "./checks.ts";
import { Filter } from "./filter.ts";
import { addMetadata, MetadataFinder } from "./metadata.ts";
import { Protection } from "./protection.ts";
import { Range } from "./range.ts";
import { RangeList } from "./range-list.ts";
import { nameSheetMaker } from "./sheet-service.ts";

export class Sheet extends Service {
  readonly className = "Sheet";
  readonly state: SheetState;
  private readonly execution: Execution;

  constructor(execution: Execution, state: SheetState) {
    super();
    this.execution = execution;
    this.state = state;
  }

  getName(): string {
    return this.state.name;
  }

  getSheetId(): number {
    return this.state.id;
  }

  isSheetHidden(): boolean {
    return this.state.hidden;
  }

  hideSheet(): this {
    this.state.hidden = true;
    return this;
  }

  showSheet(): this {
    this.state.hidden = false;
    return this;
  }

  getLastRow(): number {
    return extentOf(this.state).lastRow;
  }

  getLastColumn(): number {
    return extentOf(this.state).lastColumn;
  }

  getMaxRows(): number {
    return this.state.maxRows;
  }

  getMaxColumns(): number {
    return this.state.maxColumns;
  }

  getDataRange(): Range {
    const { lastRow, lastColumn } = extentOf(this.state);
    return this.range({
      row: 0,
      column: 0,
      rowCount: Math.max(1, lastRow),
      columnCount: Math.max(1, lastColumn),
    });
  }

  getRange(row: number | string, column?: number, rowCount = 1, columnCount = 1): Range {
    if (typeof row === "string") return this.range(areaOf(row, this.state.maxRows, this.state.maxColumns));
    if (column === undefined)
      throw new ServiceError("The parameters don't match the method signature for getRange.");
    return this.range({ row: row - 1, column: column - 1, rowCount, columnCount });
  }

  getRangeList(addresses: string[]): RangeList {
    return new RangeList(addresses.map((a1) => this.getRange(a1)));
  }

  appendRow(values: unknown[]): this {
    const row = extentOf(this.state).lastRow;
    if (row >= this.state.maxRows) insertRows(this.execution.world.document, this.state, row, 1);
    const missing = values.length - this.state.maxColumns;
    if (missing > 0) insertColumns(this.execution.world.document, this.state, this.state.maxColumns, missing);
    this.range({ row, column: 0, rowCount: 1, columnCount: values.length }).setValues([values]);
    return this;
  }

  insertRowsAfter(after: number, count: number): this {
    checkPlace(after, this.state.maxRows, count);
    checkCellCount(this.execution.world.document, count * this.state.maxColumns);
    insertRows(this.execution.world.document, this.state, after, count);
    return this;
  }

  insertColumnsAfter(after: number, count: number): this {
    checkPlace(after, this.state.maxColumns, count);
    checkCellCount(this.execution.world.document, count * this.state.maxRows);
    insertColumns(this.execution.world.document, this.state, after, count);
    return this;
  }

  deleteRows(row: number, count: number): this {
    if (count >= this.state.maxRows) throw new ServiceError("You can't delete all the rows on the sheet.");
    deleteRows(this.execution.world.document, this.state, row - 1, count);
    return this;
  }

  moveRows(rows: Range, destination: number): this {
    const { row: from, rowCount: count } = rows.area;
    const to = destination - 1;
    if (to < 0 || to > this.state.maxRows || (to >= from && to <= from + count))
      throw new ServiceError("Cannot move the rows to that position.");
    moveRows(this.execution.world.document, this.state, { from, count, to });
    return this;
  }

  clear(): this {
    this.state.rows = [];
    return this;
  }

  setFrozenRows(rows: number): this {
    if (rows >= this.state.maxRows) throw new ServiceError("You can't freeze all visible rows on the sheet.");
    this.state.frozenRows = rows;
    return this;
  }

  setFrozenColumns(columns: number): this {
    if (columns >= this.state.maxColumns)
      throw new ServiceError("You can't freeze all visible columns on the sheet.");
    this.state.frozenColumns = columns;
    return this;
  }

  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(column: number, count: number, width: number): this {
    checkOnGrid(this.state, { row: 0, column: column - 1, rowCount: 1, columnCount: count });
    for (let at = 0; at < count; at++) this.state.widths.set(column - 1 + at, width);
    return this;
  }

  setTabColor(colour: string | null): this {
    this.state.tabColor = colour;
    return this;
  }

  activate(): this {
    this.execution.world.document.activeSheetId = this.state.id;
    return this;
  }

  newChart(): EmbeddedChartBuilder {
    return newChart(this.execution);
  }

  getCharts(): EmbeddedChart[] {
    return this.state.charts.map((chart) => new EmbeddedChart(this.execution, chart));
  }

  insertChart(chart: EmbeddedChart): void {
    placeChart(this.execution, this.state, new EmbeddedChart(this.execution, { ...chart.state, id: 0 }));
  }

  updateChart(chart: EmbeddedChart): void {
    placeChart(this.execution, this.state, chart);
  }

  removeChart(chart: EmbeddedChart): void {
    this.state.charts = this.state.charts.filter((one) => one.id !== chart.state.id);
  }

  addDeveloperMetadata(key: string, value = ""): this {
    addMetadata(this.execution, this.state.id, key, value);
    return this;
  }

  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder(this.execution, this.state.id);
  }

  getFilter(): Filter | null {
    return this.state.filter ? new Filter(this.state) : null;
  }

  setConditionalFormatRules(rules: unknown[]): void {
    this.state.rules = rules;
  }

  getConditionalFormatRules(): unknown[] {
    return this.state.rules;
  }

  protect(): Protection {
    return new Protection(this.state, null);
  }

  private range(area: Area): Range {
    checkOnGrid(this.state, area);
    return new Range(this.execution, this.state, area);
  }
}

nameSheetMaker((execution, state) => new Sheet(execution, state));

function checkPlace(after: number, most: number, count: number): void {
  if (after < 1 || after > most) throw new ServiceError("Those rows or columns are out of bounds.");
  if (count < 1) throw new ServiceError("The number of rows or columns to insert must be at least 1.");
}
