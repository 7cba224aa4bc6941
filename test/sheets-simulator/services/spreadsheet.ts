import { areaOf } from "../a1.ts";
import { copyOfSheet, type NamedRangeState, NEW_SHEET_COLUMNS, NEW_SHEET_ROWS } from "../document.ts";
import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";
import { checkCellCount } from "./checks.ts";
import { addMetadata, MetadataFinder } from "./metadata.ts";
import { Range } from "./range.ts";
import { Sheet } from "./sheet.ts";

export class Spreadsheet extends Service {
  readonly className = "Spreadsheet";
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getId(): string {
    return this.document.id;
  }

  getName(): string {
    return this.document.name;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.document.id}/edit`;
  }

  getSpreadsheetTimeZone(): string {
    return this.document.zone;
  }

  getSpreadsheetLocale(): string {
    return this.document.locale;
  }

  getSheets(): Sheet[] {
    return this.document.sheets.map((state) => new Sheet(this.execution, state));
  }

  getSheetByName(name: string): Sheet | null {
    return this.getSheets().find((sheet) => sheet.state.name === name) ?? null;
  }

  getActiveSheet(): Sheet {
    const { activeSheetId, sheets } = this.document;
    const state = sheets.find((sheet) => sheet.id === activeSheetId) ?? sheets[0];
    if (!state) throw new ServiceError("The spreadsheet has no sheet.");
    return new Sheet(this.execution, state);
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  insertSheet(name: string, index?: number, options: { readonly template?: Sheet } = {}): Sheet {
    const { document } = this;
    if (typeof name !== "string" || name === "") throw new ServiceError("The sheet name cannot be empty.");
    if (this.getSheetByName(name)) {
      throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    checkCellCount(document, NEW_SHEET_ROWS * NEW_SHEET_COLUMNS);
    const state = copyOfSheet(options.template?.state, document.nextId++, name);
    document.sheets.splice(index ?? this.afterActive(), 0, state);
    document.activeSheetId = state.id;
    return new Sheet(this.execution, state);
  }

  getNumSheets(): number {
    return this.document.sheets.length;
  }

  deleteSheet(sheet: Sheet): void {
    const { document } = this;
    if (document.sheets.length === 1)
      throw new ServiceError("You can't remove all the sheets in a document.");
    document.sheets = document.sheets.filter((state) => state !== sheet.state);
    document.names = document.names.filter((name) => name.sheetId !== sheet.state.id);
    document.metadata = document.metadata.filter((one) => one.sheetId !== sheet.state.id);
  }

  getRangeByName(name: string): Range | null {
    const state = this.document.names.find((one) => one.name === name);
    return state ? this.rangeOf(state) : null;
  }

  setNamedRange(name: string, range: Range): void {
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
      throw new ServiceError(`The name "${name}" is not a valid name for a range.`);
    }
    const others = this.document.names.filter((one) => one.name !== name);
    this.document.names = [...others, { name, sheetId: range.sheet.id, area: range.area }];
  }

  getNamedRanges(): NamedRange[] {
    return this.document.names.map((state) => new NamedRange(this, this.execution, state));
  }

  removeNamedRange(name: string): void {
    this.document.names = this.document.names.filter((one) => one.name !== name);
  }

  addDeveloperMetadata(key: string, value = ""): this {
    addMetadata(this.execution, null, key, value);
    return this;
  }

  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder(this.execution, null);
  }

  getRange(a1: string): Range {
    const [, sheetName, cells] = /^(?:'?(.*?)'?!)?([^!]*)$/.exec(a1) ?? [];
    const sheet = sheetName ? this.getSheetByName(sheetName) : this.getActiveSheet();
    if (!sheet || cells === undefined) throw new ServiceError("Range not found");
    return new Range(this.execution, sheet.state, areaOf(cells, sheet.state.maxRows, sheet.state.maxColumns));
  }

  toast(text: string): void {
    this.execution.world.screen.toasts.push(text);
  }

  rangeOf(state: NamedRangeState): Range | null {
    const sheet = this.document.sheets.find((one) => one.id === state.sheetId);
    return sheet ? new Range(this.execution, sheet, state.area) : null;
  }

  /** Without an index a new sheet stands right after the active one. */
  private afterActive(): number {
    const { sheets, activeSheetId } = this.document;
    return sheets.findIndex(({ id }) => id === activeSheetId) + 1;
  }

  private get document(): Execution["world"]["document"] {
    return this.execution.world.document;
  }
}

class NamedRange extends Service {
  readonly className = "NamedRange";
  private readonly owner: Spreadsheet;
  private readonly execution: Execution;
  private readonly state: NamedRangeState;

  constructor(owner: Spreadsheet, execution: Execution, state: NamedRangeState) {
    super();
    this.owner = owner;
    this.execution = execution;
    this.state = state;
  }

  getName(): string {
    return this.state.name;
  }

  getRange(): Range | null {
    return this.owner.rangeOf(this.state);
  }

  remove(): void {
    const { document } = this.execution.world;
    document.names = document.names.filter((one) => one !== this.state);
  }
}
