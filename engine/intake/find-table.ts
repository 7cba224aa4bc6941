import { type AnyGrid, type Cell, rowAt, rowCount } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { type ColumnProfile, profileColumn, sampleRows } from "./column-profile.ts";
import { type HeaderMatch, matchHeader } from "./header-index.ts";
import { rememberTexts } from "./remember-texts.ts";
import { isStageWord, NAMED_CERTAINTY, readStageHeader } from "./stage-header.ts";

/** A sheet's table: where its header is, and what each column holds. */
export interface Table {
  readonly grid: AnyGrid;
  /** 0-based */
  readonly headerRow: number;
  /** The row after the last one that holds anything. */
  readonly endRow: number;
  /** One a column; "" where blank. */
  readonly headers: readonly string[];
  /** The text of a merged cell above the header, repeated over its columns; "" where there is none. */
  readonly groups: readonly string[];
  /** The fields that a header may name. */
  readonly match: (header: string) => readonly HeaderMatch[];
  /** What a column holds; counted when first asked for. */
  readonly profile: (column: number) => ColumnProfile;
}

/** The header stands within the first rows. */
const HEADER_ROWS = 30;
/** Of these no header needs more to be told from a row of values. */
const MANY_FIELDS = 100;
const STAGE_DATE_SCORE = 0.5;
const NO_STAGES: ReadonlySet<string> = new Set();
/** A header of a real table names at least two things that Pipecast knows. */
const FEWEST_FIELDS = 2;
/** Of two tables below each other the upper one is the sheet's, unless the lower one reads far better. */
const NEARLY_BEST = 0.7;

/**
 * The table of a sheet, or null where no row reads as a header.
 * @param isMapped whether a person named this text as a header.
 */
export function findTable(grid: AnyGrid, isMapped: (text: string) => boolean): Table | null {
  const endRow = endOfRows(grid);
  const match = rememberTexts(matchHeader);
  const scores = Array.from({ length: Math.min(HEADER_ROWS, endRow) }, (_, row) =>
    headerScore(rowAt(grid, row), match, isMapped),
  );
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  if (best <= 0) return null;
  const headerRow = scores.findIndex(
    (score, row) => score === best || (score >= best * NEARLY_BEST && namesDeals(rowAt(grid, row), match)),
  );
  return tableAt(grid, isLowerHeader(grid, headerRow + 1, match) ? headerRow + 1 : headerRow, endRow, match);
}

/** Whether one of a row's texts heads the column that names the deals. */
function namesDeals(row: readonly Cell[], match: Table["match"]): boolean {
  return row.some(
    (cell) => typeof cell === "string" && match(cell).some(({ field }) => field === "id" || field === "name"),
  );
}

/** Whether a row holds the lower halves of a header of merged cells: texts, some under blanks, none under a known header. */
function isLowerHeader(grid: AnyGrid, row: number, match: Table["match"]): boolean {
  const above = rowAt(grid, row - 1);
  let [texts, underBlank] = [0, 0];
  for (const [column, cell] of rowAt(grid, row).entries()) {
    if (isBlank(cell)) continue;
    const header = above[column] ?? null;
    const [before, next] = [above[column - 1] ?? null, above[column + 1] ?? null];
    const isMerged = isBlank(next) || next === header || before === header || cell === header;
    const isKnown = typeof header === "string" && !isMerged && match(header).length > 0;
    if (typeof cell !== "string" || isKnown) return false;
    texts++;
    if (isBlank(header) || before === header) underBlank++;
  }
  return texts >= FEWEST_FIELDS && underBlank > 0;
}

function endOfRows(grid: AnyGrid): number {
  let end = rowCount(grid);
  while (end > 0 && rowAt(grid, end - 1).every(isBlank)) end--;
  return end;
}

/** The sum of certainties of the fields that a row's texts name, less its cells that no header would be. */
export function headerScore(
  row: readonly Cell[],
  match: Table["match"],
  isMapped: (text: string) => boolean,
): number {
  const fields = new Map<string, number>();
  let strange = 0;
  for (const cell of row) {
    if (cell === null) continue;
    if (typeof cell !== "string") {
      strange++;
      continue;
    }
    if (isMapped(cell.trim())) fields.set(`mapped ${cell}`, 1);
    const matches = match(cell);
    for (const { field, certainty } of matches) {
      fields.set(field, Math.max(fields.get(field) ?? 0, certainty));
    }
    if (matches.length === 0 && fields.size < MANY_FIELDS && datesStage(cell))
      fields.set(cell, STAGE_DATE_SCORE);
  }
  let score = 0;
  for (const certainty of fields.values()) score += certainty;
  return fields.size < FEWEST_FIELDS ? 0 : score - strange;
}

/** Whether a header says that it dates the entry into a stage; the bare name of a stage may as well be a value. */
function datesStage(header: string): boolean {
  const read = readStageHeader(header, (name) => isStageWord(name, NO_STAGES));
  return read !== null && read.certainty >= NAMED_CERTAINTY;
}

/** The table under a known header row, up to a row. */
export function tableAt(grid: AnyGrid, headerRow: number, endRow: number, match: Table["match"]): Table {
  const profiles = new Map<number, ColumnProfile>();
  const rows = sampleRows(headerRow + 1, endRow);
  const profile = (column: number): ColumnProfile => {
    const known = profiles.get(column) ?? profileColumn(grid, column, rows);
    profiles.set(column, known);
    return known;
  };
  return { grid, headerRow, endRow, ...headersOf(grid, headerRow), match, profile };
}

/** The header's texts. A blank cell under a filled one is the lower half of merged cells. */
function headersOf(grid: AnyGrid, headerRow: number): Pick<Table, "headers" | "groups"> {
  const own = rowAt(grid, headerRow).map(headerText);
  const above = rowAt(grid, headerRow - 1).map(headerText);
  if (above.filter((text) => text !== "").length < FEWEST_FIELDS) {
    return { headers: own, groups: own.map(() => "") };
  }
  const width = Math.max(own.length, above.length);
  const headers = Array.from({ length: width }, (_, column) => own[column] || above[column] || "");
  let group = "";
  const groups = headers.map((_, column) => {
    group = above[column] || (own[column] ? group : "");
    return own[column] ? group : "";
  });
  return { headers, groups };
}

function headerText(cell: Cell): string {
  return isBlank(cell) ? "" : textOf(cell);
}
