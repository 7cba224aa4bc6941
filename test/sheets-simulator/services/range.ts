import { a1Of } from "../a1.ts";
import { type Area, BLANK, type SheetState } from "../document.ts";
import type { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import { shownText } from "../shown-text.ts";
import { type Typist, typeInto } from "../typing.ts";
import { valueForScript } from "../value-for-script.ts";
import type { Execution } from "../world.ts";
import { Filter } from "./filter.ts";
import { RichTextValue } from "./rich-text.ts";
import { sheetService } from "./sheet-service.ts";
import { StyledRange } from "./styled-range.ts";

/** A rectangle of cells. */
export class Range extends StyledRange {
  readonly className = "Range";
  private readonly execution: Execution;

  constructor(execution: Execution, sheet: SheetState, area: Area) {
    super(sheet, area);
    this.execution = execution;
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

  getMergedRanges(): Range[] {
    const { row, column, rowCount, columnCount } = this.area;
    return this.sheet.merged
      .filter((area) => area.row < row + rowCount && area.row + area.rowCount > row)
      .filter((area) => area.column < column + columnCount && area.column + area.columnCount > column)
      .map((area) => new Range(this.execution, this.sheet, area));
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

  createFilter(): Filter {
    if (this.sheet.filter)
      throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    this.sheet.filter = this.area;
    return new Filter(this.sheet);
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
}
