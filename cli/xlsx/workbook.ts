import type { ColumnGrid } from "../../engine/index.ts";
import { type NumberStyle, readNumberStyles } from "./number-styles.ts";
import { ReadError } from "./read-error.ts";
import { type Relation, readRelations } from "./relations.ts";
import { readSharedTexts } from "./shared-texts.ts";
import { SheetCells } from "./sheet-cells.ts";
import { utf8Pieces } from "./utf8-pieces.ts";
import { type Attributes, eachElement, relationIdOf } from "./xml-elements.ts";
import { XmlScanner } from "./xml-scanner.ts";
import { ZipPackage } from "./zip-package.ts";

/**
 * A hidden name of each sheet that Pipecast added; it holds the sheet's name in the report. It stays when a
 * person renames, moves or hides the sheet, and no sheet of the person's own has it.
 */
export const MARKER = "_pipecast_sheet";

/** A sheet that holds cells, by its name on the tab. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether Pipecast added it: a report, and no source of figures. */
  readonly isReport: boolean;
  readonly part: string;
}

/** A workbook whose sheets are listed, and read one by one when they are asked for. */
export class Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly #file: ZipPackage;
  readonly #related: ReadonlyMap<string, string>;
  readonly #date1904: boolean;
  #shared: readonly string[] | null = null;
  #styles: readonly NumberStyle[] | null = null;

  constructor(file: ZipPackage) {
    const part = workbookPartOf(file);
    const relations = readRelations(file, part);
    const { sheets, date1904 } = readSheetList(file, part, relations);
    this.#file = file;
    this.sheets = sheets;
    this.#date1904 = date1904;
    this.#related = new Map(relations.map(({ kind, target }) => [kind, target]));
  }

  /** The cells of one sheet. */
  async read(name: string): Promise<ColumnGrid> {
    const sheet = this.sheets.find((entry) => entry.name === name);
    if (sheet === undefined) throw new ReadError("no-such-sheet", JSON.stringify(name));
    const cells = new SheetCells(name, await this.#sharedTexts(), this.#numberStyles());
    const scanner = new XmlScanner(sheet.part, cells);
    for await (const piece of utf8Pieces(this.#file.stream(sheet.part), sheet.part)) scanner.write(piece);
    scanner.end();
    const columns = cells.columns.finish();
    const merged = cells.columns.merged();
    const marks = {
      ...(merged.size > 0 ? { merged } : {}),
      ...(sheet.hidden ? { hidden: true } : {}),
      ...(this.#date1904 ? { date1904: true } : {}),
    };
    return { sheet: name, columns, ...marks };
  }

  async #sharedTexts(): Promise<readonly string[]> {
    const part = this.#related.get("sharedStrings");
    if (this.#shared === null && part !== undefined && this.#file.has(part)) {
      this.#shared = await readSharedTexts(part, this.#file.stream(part));
    }
    return this.#shared ?? [];
  }

  #numberStyles(): readonly NumberStyle[] {
    const part = this.#related.get("styles");
    if (this.#styles === null && part !== undefined && this.#file.has(part)) {
      this.#styles = readNumberStyles(part, this.#file.read(part), this.#date1904);
    }
    return this.#styles ?? [];
  }
}

/** Opens a workbook; reads the list of its sheets and no cell yet. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  return new Workbook(new ZipPackage(bytes));
}

/** Reads the sheets of a workbook, but for Pipecast's own reports; or those that are wanted; in the order of their tabs. */
export async function readSheets(
  bytes: Uint8Array,
  wanted: (sheet: SheetEntry) => boolean = ({ isReport }) => !isReport,
): Promise<ColumnGrid[]> {
  const workbook = openWorkbook(bytes);
  const grids: ColumnGrid[] = [];
  for (const sheet of workbook.sheets.filter(wanted)) grids.push(await workbook.read(sheet.name));
  return grids;
}

/** The part that lists the sheets. */
export function workbookPartOf(file: ZipPackage): string {
  const main = readRelations(file, "").find(({ kind, external }) => kind === "officeDocument" && !external);
  const part = main?.target ?? "xl/workbook.xml";
  if (file.has(part)) return part;
  throw new ReadError("damaged", "it holds no workbook");
}

function readSheetList(
  file: ZipPackage,
  part: string,
  relations: readonly Relation[],
): { sheets: SheetEntry[]; date1904: boolean } {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: (SheetEntry | null)[] = [];
  const reports = new Set<number>();
  let date1904 = false;
  eachElement(part, file.read(part), (element, read, parent) => {
    if (element === "workbookPr") date1904 = /^(1|true|on)$/i.test(read().get("date1904") ?? "");
    if (element === "definedName" && read().get("name") === MARKER) {
      reports.add(Number(read().get("localSheetId") ?? -1));
    }
    if (element === "sheet" && parent === "sheets")
      sheets.push(sheetEntry(file, sheets.length, read(), byId));
  });
  const entries = sheets
    .map((sheet, index) => sheet && { ...sheet, isReport: reports.has(index) })
    .filter((sheet) => sheet !== null);
  if (new Set(entries.map((sheet) => sheet.part.toLowerCase())).size < entries.length) {
    throw new ReadError("damaged", "two of its sheets are the same part");
  }
  return { sheets: entries, date1904 };
}

/** Null where the tab holds no cells: a chart, a dialogue, a macro. */
function sheetEntry(
  file: ZipPackage,
  index: number,
  attributes: Attributes,
  byId: ReadonlyMap<string, Relation>,
): SheetEntry | null {
  const relation = byId.get(relationIdOf(attributes) ?? "");
  const part = relation?.target ?? `xl/worksheets/sheet${index + 1}.xml`;
  if ((relation !== undefined && relation.kind !== "worksheet") || !file.has(part)) return null;
  const name = attributes.get("name") ?? `Sheet${index + 1}`;
  return { name, hidden: (attributes.get("state") ?? "visible") !== "visible", part, isReport: false };
}
