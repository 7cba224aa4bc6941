import { a1Of } from "../a1.ts";
import {
  type Area,
  BLANK,
  type CellState,
  cellOf,
  type Look,
  putCell,
  type SheetState,
} from "../document.ts";
import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import { shownText } from "../shown-text.ts";
import { type Typist, typeInto } from "../typing.ts";
import { valueForScript } from "../value-for-script.ts";
import type { Execution } from "../world.ts";
import { checkEditable, checkShape } from "./checks.ts";
import { RichTextValue, TextStyle } from "./rich-text.ts";
import { sheetService } from "./sheet-service.ts";

type Change<T> = (cell: CellState, value: T) => CellState;

/** A rectangle of cells. */
export class Range extends Service {
  readonly className = "Range";
  readonly sheet: SheetState;
  readonly area: Area;
  private readonly execution: Execution;

  constructor(execution: Execution, sheet: SheetState, area: Area) {
    super();
    this.execution = execution;
    this.sheet = sheet;
    this.area = area;
  }

  getRow(): number {
    return this.area.row + 1;
  }

  getColumn(): number {
    return this.area.column + 1;
  }

  getNumRows(): number {
    return this.area.rowCount;
  }

  getNumColumns(): number {
    return this.area.columnCount;
  }

  getLastRow(): number {
    return this.area.row + this.area.rowCount;
  }

  getA1Notation(): string {
    return a1Of(this.area);
  }

  getSheet(): Service {
    return sheetService(this.execution, this.sheet);
  }

  getValues(): unknown[][] {
    const { zone } = this.execution.world.document;
    return this.read((cell) => valueForScript(cell, zone));
  }

  getValue(): unknown {
    return this.getValues()[0]?.[0];
  }

  getDisplayValues(): string[][] {
    return this.read(shownText);
  }

  getFormulas(): string[][] {
    return this.read((cell) => cell.formula);
  }

  getNumberFormats(): string[][] {
    return this.read((cell) => cell.format);
  }

  getNotes(): string[][] {
    return this.read((cell) => cell.note);
  }

  getBackgrounds(): string[][] {
    return this.read((cell) => cell.look.background ?? "#ffffff");
  }

  getRichTextValues(): (RichTextValue | null)[][] {
    return this.read((cell) =>
      typeof cell.value === "string" ? new RichTextValue(cell.value, cell.link, cell.look) : null,
    );
  }

  setValues(values: unknown[][]): this {
    const typist = this.typist();
    return this.writeMatrix(values, (cell, value) => typeInto(cell, value, typist));
  }

  setValue(value: unknown): this {
    const typist = this.typist();
    return this.writeAll((cell) => typeInto(cell, value, typist));
  }

  setFormula(formula: string): this {
    return this.setValue(formula.startsWith("=") ? formula : `=${formula}`);
  }

  setRichTextValues(values: RichTextValue[][]): this {
    return this.writeMatrix(values, (cell, rich) => {
      if (!(rich instanceof RichTextValue))
        throw new ServiceError(
          "The parameters (Array) don't match the method signature for SpreadsheetApp.Range.setRichTextValues.",
        );
      const look = { ...cell.look, ...rich.look };
      return { ...cell, value: rich.text === "" ? null : rich.text, formula: "", link: rich.link, look };
    });
  }

  setNumberFormats(formats: string[][]): this {
    return this.writeMatrix(formats, (cell, format) => ({ ...cell, format: format || BLANK.format }));
  }

  setNumberFormat(format: string): this {
    return this.writeAll((cell) => ({ ...cell, format: format || BLANK.format }));
  }

  setNotes(notes: (string | null)[][]): this {
    return this.writeMatrix(notes, (cell, note) => ({ ...cell, note: note ?? "" }));
  }

  setTextStyles(styles: (TextStyle | null)[][]): this {
    return this.writeMatrix(styles, (cell, style) =>
      style instanceof TextStyle ? { ...cell, look: { ...cell.look, ...style.look } } : cell,
    );
  }

  setTextStyle(style: TextStyle): this {
    return this.look(style.look);
  }

  setBackgrounds(colours: (string | null)[][]): this {
    return this.writeMatrix(colours, (cell, background) => ({ ...cell, look: { ...cell.look, background } }));
  }

  setBackground(background: string | null): this {
    return this.look({ background });
  }

  setFontColor(fontColor: string | null): this {
    return this.look({ fontColor });
  }

  setFontWeight(weight: string | null): this {
    return this.look({ bold: weight === "bold" });
  }

  setFontSize(fontSize: number): this {
    return this.look({ fontSize });
  }

  setFontStyle(style: string | null): this {
    return this.look({ italic: style === "italic" });
  }

  setWrap(wrap: boolean): this {
    return this.look({ wrap: wrap ? "WRAP" : "OVERFLOW" });
  }

  setWrapStrategy(wrap: string): this {
    return this.look({ wrap });
  }

  setWrapStrategies(strategies: (string | null)[][]): this {
    return this.writeMatrix(strategies, (cell, wrap) => ({ ...cell, look: { ...cell.look, wrap } }));
  }

  setHorizontalAlignment(horizontal: string | null): this {
    return this.look({ horizontal });
  }

  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.writeMatrix(alignments, (cell, horizontal) => ({
      ...cell,
      look: { ...cell.look, horizontal },
    }));
  }

  setVerticalAlignment(vertical: string | null): this {
    return this.look({ vertical });
  }

  setDataValidation(validation: unknown): this {
    return this.writeAll((cell) => ({ ...cell, validation }));
  }

  clear(): this {
    return this.writeAll((cell) => ({ ...BLANK, note: cell.note, validation: cell.validation }));
  }

  clearContent(): this {
    return this.writeAll((cell) => ({ ...cell, value: null, formula: "", link: null }));
  }

  clearNote(): this {
    return this.writeAll((cell) => ({ ...cell, note: "" }));
  }

  createFilter(): Service {
    if (this.sheet.filter)
      throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    this.sheet.filter = this.area;
    return this;
  }

  activate(): this {
    const { document } = this.execution.world;
    document.activeSheetId = this.sheet.id;
    document.selection = { sheetId: this.sheet.id, area: this.area };
    return this;
  }

  private typist(): Typist {
    const { document, clock } = this.execution.world;
    return { zone: document.zone, locale: document.locale, year: new Date(clock.nowMs).getUTCFullYear() };
  }

  private look(part: Look): this {
    return this.writeAll((cell) => ({ ...cell, look: { ...cell.look, ...part } }));
  }

  private read<T>(show: (cell: CellState) => T): T[][] {
    const { row, column, rowCount, columnCount } = this.area;
    return Array.from({ length: rowCount }, (_, r) =>
      Array.from({ length: columnCount }, (__, c) => show(cellOf(this.sheet, row + r, column + c))),
    );
  }

  private writeMatrix<T>(values: readonly (readonly T[])[], change: Change<T>): this {
    checkShape(values, this.area);
    return this.write((cell, r, c) => change(cell, values[r]?.[c] as T));
  }

  private writeAll(change: (cell: CellState) => CellState): this {
    return this.write(change);
  }

  /** All cells are worked out before the first is put: a refused value leaves the range as it was. */
  private write(change: (cell: CellState, row: number, column: number) => CellState): this {
    checkEditable(this.sheet, this.area);
    const { row, column, rowCount, columnCount } = this.area;
    const made = Array.from({ length: rowCount }, (_, r) =>
      Array.from({ length: columnCount }, (__, c) => change(cellOf(this.sheet, row + r, column + c), r, c)),
    );
    made.forEach((line, r) => {
      line.forEach((cell, c) => {
        putCell(this.sheet, row + r, column + c, cell);
      });
    });
    return this;
  }
}
