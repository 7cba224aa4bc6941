/** The state of one spreadsheet, apart from the services that show it to a script. */

export type Scalar = string | number | boolean;

/** How a cell looks; only what was set. */
export interface Look {
  readonly background?: string | null;
  readonly fontColor?: string | null;
  readonly fontSize?: number | null;
  readonly fontFamily?: string | null;
  readonly bold?: boolean | null;
  readonly italic?: boolean | null;
  readonly underline?: boolean | null;
  readonly wrap?: string | null;
  readonly horizontal?: string | null;
  readonly vertical?: string | null;
}

export interface CellState {
  /** A date is its serial number; a formula has the value it was loaded with, or the simulator's mark. */
  readonly value: Scalar | null;
  readonly formula: string;
  readonly format: string;
  readonly look: Look;
  readonly note: string;
  readonly link: string | null;
  readonly validation: unknown;
}

export const BLANK: CellState = {
  value: null,
  formula: "",
  format: "General",
  look: {},
  note: "",
  link: null,
  validation: null,
};

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface ChartState {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly (Area & { readonly sheetId: number })[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: { readonly row: number; readonly column: number };
  readonly headers: number;
}

export interface MetadataState {
  readonly id: number;
  readonly key: string;
  value: string;
  /** Null: of the whole spreadsheet. */
  readonly sheetId: number | null;
}

/** `forbidden`: the person who runs the script may not edit it. */
export interface ProtectionState {
  readonly area: Area | null;
  description: string;
  warningOnly: boolean;
  readonly forbidden: boolean;
}

export interface SheetState {
  readonly id: number;
  name: string;
  rows: (CellState | undefined)[][];
  maxRows: number;
  maxColumns: number;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  readonly widths: Map<number, number>;
  charts: ChartState[];
  protections: ProtectionState[];
  rules: unknown[];
  filter: Area | null;
  merged: Area[];
  tabColor: string | null;
}

export interface NamedRangeState {
  readonly name: string;
  readonly sheetId: number;
  area: Area;
}

export interface DocumentState {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  sheets: SheetState[];
  activeSheetId: number;
  selection: { readonly sheetId: number; readonly area: Area } | null;
  metadata: MetadataState[];
  names: NamedRangeState[];
  nextId: number;
}

export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

export function emptySheet(id: number, name: string): SheetState {
  return {
    id,
    name,
    rows: [],
    maxRows: NEW_SHEET_ROWS,
    maxColumns: NEW_SHEET_COLUMNS,
    hidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    widths: new Map(),
    charts: [],
    protections: [],
    rules: [],
    filter: null,
    merged: [],
    tabColor: null,
  };
}

/** A sheet made from a template: all that is on it but metadata, names and charts. Without one, a new sheet. */
export function copyOfSheet(template: SheetState | undefined, id: number, name: string): SheetState {
  if (!template) return emptySheet(id, name);
  const rows = template.rows.map((cells) => [...(cells ?? [])]);
  return { ...template, id, name, rows, widths: new Map(template.widths), charts: [] };
}

export function emptyDocument(zone: string, locale: string): DocumentState {
  const first = emptySheet(0, "Sheet1");
  return {
    id: "simulated-spreadsheet",
    name: "Simulated spreadsheet",
    zone,
    locale,
    sheets: [first],
    activeSheetId: 0,
    selection: null,
    metadata: [],
    names: [],
    nextId: 1001,
  };
}

export function cellOf(sheet: SheetState, row: number, column: number): CellState {
  return sheet.rows[row]?.[column] ?? BLANK;
}

export function putCell(sheet: SheetState, row: number, column: number, cell: CellState): void {
  const line = sheet.rows[row] ?? [];
  line[column] = cell;
  sheet.rows[row] = line;
}

export function isFilled(cell: CellState | undefined): boolean {
  return cell !== undefined && (cell.value !== null || cell.formula !== "");
}

/** 1-based last row and column that hold something; 0 where the sheet is empty. */
export function extentOf(sheet: SheetState): { lastRow: number; lastColumn: number } {
  let lastRow = 0;
  let lastColumn = 0;
  for (let row = 0; row < sheet.rows.length; row++) {
    const line = sheet.rows[row] ?? [];
    for (let column = line.length - 1; column >= 0; column--) {
      if (!isFilled(line[column])) continue;
      lastRow = row + 1;
      lastColumn = Math.max(lastColumn, column + 1);
      break;
    }
  }
  return { lastRow, lastColumn };
}
