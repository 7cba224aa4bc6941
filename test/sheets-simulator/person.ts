import { areaOf } from "./a1.ts";
import { type Area, type CellState, cellOf, isFilled, putCell, type SheetState } from "./document.ts";
import type { RunResult } from "./execution.ts";
import { deleteRows, insertRows } from "./grid-changes.ts";
import { Range } from "./services/range.ts";
import { Spreadsheet } from "./services/spreadsheet.ts";
import { typeInto } from "./typing.ts";
import { valueForScript } from "./value-for-script.ts";
import type { EntryPoint, Execution, World } from "./world.ts";

type Fire = (
  entry: EntryPoint,
  functionName: string,
  makeArguments: (execution: Execution) => readonly unknown[],
) => RunResult;

/** What a person does to the grid, with the simple triggers it fires. */
export class Person {
  private readonly world: World;
  private readonly fire: Fire;

  constructor(world: World, fire: Fire) {
    this.world = world;
    this.fire = fire;
  }

  /** Opens the spreadsheet; an add-on never used in it runs without authorisation. */
  open(entry: "simple-open" | "open-without-authorisation" = "simple-open"): RunResult {
    const authMode = entry === "simple-open" ? "LIMITED" : "NONE";
    return this.fire(entry, "onOpen", (execution) => [{ authMode, source: new Spreadsheet(execution) }]);
  }

  /** Types into one cell: the event carries the old and the new value, as text. */
  type(sheetName: string, a1: string, text: string): RunResult {
    const sheet = this.sheet(sheetName);
    const area = areaOf(a1, sheet.maxRows, sheet.maxColumns);
    const old = cellOf(sheet, area.row, area.column);
    this.put(sheet, area.row, area.column, text);
    const oldValue = isFilled(old) ? { oldValue: String(old.value) } : {};
    return this.edited(sheet, area, { value: text, ...oldValue });
  }

  /** Pastes over many cells: the event carries no values. */
  paste(sheetName: string, a1: string, texts: readonly (readonly string[])[]): RunResult {
    const sheet = this.sheet(sheetName);
    const corner = areaOf(a1, sheet.maxRows, sheet.maxColumns);
    texts.forEach((line, r) => {
      line.forEach((text, c) => {
        this.put(sheet, corner.row + r, corner.column + c, text);
      });
    });
    return this.edited(sheet, { ...corner, rowCount: texts.length, columnCount: texts[0]?.length ?? 1 }, {});
  }

  /** Changes a cell back by undo: Sheets promises no event for it. */
  undo(sheetName: string, a1: string, text: string): void {
    const sheet = this.sheet(sheetName);
    const { row, column } = areaOf(a1, sheet.maxRows, sheet.maxColumns);
    this.put(sheet, row, column, text);
  }

  /** Inserts blank rows before a 1-based row: no `onEdit`. */
  insertRows(sheetName: string, row: number, count: number): void {
    insertRows(this.world.document, this.sheet(sheetName), row - 1, count);
  }

  deleteRows(sheetName: string, row: number, count: number): void {
    deleteRows(this.world.document, this.sheet(sheetName), row - 1, count);
  }

  /** Sorts an area by one of its columns; Sheets may fire `onEdit` for the whole area, so it does here. */
  sort(sheetName: string, a1: string, column: number): RunResult {
    const sheet = this.sheet(sheetName);
    const area = areaOf(a1, sheet.maxRows, sheet.maxColumns);
    const lines = Array.from({ length: area.rowCount }, (_, r) =>
      Array.from({ length: area.columnCount }, (__, c) => cellOf(sheet, area.row + r, area.column + c)),
    );
    const key = (line: readonly CellState[]): string => String(line[column]?.value ?? "");
    lines.sort((one, other) => key(one).localeCompare(key(other)));
    lines.forEach((line, r) => {
      line.forEach((cell, c) => {
        putCell(sheet, area.row + r, area.column + c, cell);
      });
    });
    return this.edited(sheet, area, {});
  }

  sheet(name: string): SheetState {
    const found = this.world.document.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`The simulated spreadsheet has no sheet named ${name}`);
    return found;
  }

  /** The values of a sheet as a script would read them, from A1 on. */
  values(name: string): unknown[][] {
    const { zone } = this.world.document;
    return this.sheet(name).rows.map((line) =>
      Array.from(line ?? [], (cell) => (cell ? valueForScript(cell, zone) : "")),
    );
  }

  private put(sheet: SheetState, row: number, column: number, text: string): void {
    const { zone, locale } = this.world.document;
    const year = new Date(this.world.clock.nowMs).getUTCFullYear();
    putCell(sheet, row, column, typeInto(cellOf(sheet, row, column), text, { zone, locale, year }));
  }

  private edited(sheet: SheetState, area: Area, more: Readonly<Record<string, string>>): RunResult {
    return this.fire("simple-edit", "onEdit", (execution) => [
      {
        authMode: "LIMITED",
        source: new Spreadsheet(execution),
        range: new Range(execution, sheet, area),
        ...more,
      },
    ]);
  }
}
