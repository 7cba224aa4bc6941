import { DataError } from "../basics/data-error.ts";
import { OptionError } from "../basics/option-error.ts";
import { type AnyGrid, rowCount } from "../grid/grid.ts";
import { filledRows } from "./data-rows.ts";
import { findTable, type Table } from "./find-table.ts";
import { foldTight } from "./fold.ts";
import type { IntakeSettings } from "./intake-settings.ts";
import { listBesideHistory } from "./list-beside-history.ts";
import { nearestMiss, noDeals } from "./no-deals.ts";
import { readDayText } from "./parse-day.ts";
import { columnOfHeader, type TableKind } from "./recognise-columns.ts";
import { type Hints, type Recognised, recogniseTable } from "./recognise-table.ts";
import type { NotRead } from "./records.ts";
import { natureOf } from "./table-nature.ts";
import { isListedAlike, partsOfSheet, type UnreadTable, unreadAt } from "./table-parts.ts";
import { dealSharing, type UnitedTable, uniteTables } from "./unite-tables.ts";

/** The tables that intake reads; several may be there at once. */
export interface Chosen {
  readonly deals: Recognised | null;
  /** A history sheet or a field-history log. */
  readonly history: Recognised | null;
  readonly snapshots: Recognised | null;
  /** The sheet that could have been the deal sheet as well. */
  readonly runnerUp: string | null;
  /** Where `deals` is several lists made one. */
  readonly united: UnitedTable | null;
  readonly unread: readonly UnreadTable[];
  readonly unreadSheets: NotRead["sheets"];
}

const CLOSE_SECOND = 0.6;
const HISTORY_KINDS: readonly TableKind[] = ["history", "log", "snapshots"];
const NAME_BONUS = 1;

/**
 * Chooses the deal sheet and the sheets of history among the sheets of a workbook: the best case wins.
 * @throws DataError where no sheet can be read as deals or as their history.
 * @throws OptionError where an option names a sheet or a header that is not there.
 */
export function chooseTables(grids: readonly AnyGrid[], settings: IntakeSettings): Chosen {
  const hints: Hints = { mapped: settings.mapped, stages: settings.stages.map(({ name }) => name) };
  const tables = tablesOf(grids, settings);
  const natures = tables
    .map((table) => natureOf(table, hints))
    .filter((found): found is Recognised => found !== null)
    .sort((a, b) => caseFor(b) - caseFor(a));
  const named = (sheet: string | null): Table | undefined => tables.find(({ grid }) => grid.sheet === sheet);
  const deals =
    settings.dealsSheet === null
      ? natures.filter(({ kind }) => kind === "deals")
      : [asDeals(named(settings.dealsSheet), grids, hints, settings)];
  const [first, second] = latestFirst(
    deals.filter(({ table }) => table.grid.sheet !== settings.historySheet),
  );
  const isClose = first && second && caseFor(second) >= caseFor(first) * CLOSE_SECOND;
  const histories =
    settings.historySheet === null
      ? natures.filter(({ table }) => table !== first?.table)
      : [asHistory(named(settings.historySheet), hints, settings)];
  const history = histories.find(({ kind }) => kind === "history" || kind === "log") ?? null;
  const snapshots = histories.find(({ kind }) => kind === "snapshots") ?? null;
  const source = history ?? snapshots;
  const list = first ?? (source && listBesideHistory(tables, source, hints));
  if (!list && !source) throw noDeals(grids, tables, hints);
  const rest = settings.dealsSheet === null ? deals.filter(({ table }) => table !== first?.table) : [];
  const gathered = gatherDeals(list, rest, hints);
  const isRead = isClose && gathered.united?.sheets.includes(second.table.grid.sheet);
  const runnerUp = isClose && !isRead ? second.table.grid.sheet : null;
  const read = [list, history, snapshots].flatMap((found) => (found ? [found.table.grid.sheet] : []));
  const unreadSheets = unreadAmong(grids, new Set([...read, ...(gathered.united?.sheets ?? [])]));
  const chosen = { ...gathered, history, snapshots, runnerUp, unreadSheets };
  checkMapped(chosen, settings);
  return chosen;
}

/** The candidates, the best first; where it is one of several alike on sheets named by a day, the latest of these. */
function latestFirst(candidates: readonly Recognised[]): readonly Recognised[] {
  const [best, ...rest] = candidates;
  if (!best || dayNamed(best) === null) return candidates;
  const latest = rest
    .filter((other) => isListedAlike(best, other))
    .reduce((last, other) => ((dayNamed(other) ?? 0) > (dayNamed(last) ?? 0) ? other : last), best);
  return [latest, ...candidates.filter((other) => other !== latest)];
}

/** The day that a sheet is named by, or null. */
function dayNamed({ table }: Recognised): number | null {
  const reading = readDayText(table.grid.sheet);
  return reading && (reading.kind === "day" ? reading.day : reading.dayFirst);
}

/** The list of deals with those of its kind, below it and on other sheets; what is left unread is told. */
function gatherDeals(
  list: Recognised | null,
  others: readonly Recognised[],
  hints: Hints,
): Pick<Chosen, "deals" | "united" | "unread"> {
  if (!list) return { deals: null, united: null, unread: [] };
  const own = partsOfSheet(list, hints);
  const sharesDeals = dealSharing();
  const [parts, left] = [[...own.parts], [...own.unread]];
  for (const other of others) {
    const isCopy = parts.some(({ found }) => sharesDeals(found, other));
    if (isCopy || isAside(other.table.grid.sheet) || !isListedAlike(list, other)) {
      if (isCopy || other.score >= list.score * CLOSE_SECOND)
        left.push(unreadAt(other.table, isCopy ? "copy" : "deals"));
      continue;
    }
    const more = partsOfSheet(other, hints);
    parts.push(...more.parts);
    left.push(...more.unread);
  }
  const united = uniteTables(parts, hints);
  return { deals: united?.found ?? parts[0]?.found ?? list, united, unread: left };
}

/** Our own report sheets are no candidates; a hidden sheet is one only where it is named. */
function tablesOf(
  grids: readonly AnyGrid[],
  { dealsSheet, historySheet, mapped, setBy }: IntakeSettings,
): readonly Table[] {
  checkSheetName(grids, dealsSheet, setBy.dealsSheet);
  checkSheetName(grids, historySheet, setBy.historySheet);
  const named = new Set([dealsSheet, historySheet]);
  const headers = new Set([...mapped.values()].map(foldTight));
  const isMapped = (text: string): boolean => headers.size > 0 && headers.has(foldTight(text));
  return grids
    .filter(({ sheet, hidden }) => named.has(sheet) || !(hidden === true || isOwnSheet(sheet)))
    .map((grid) => findTable(grid, isMapped))
    .filter((table): table is Table => table !== null);
}

/**
 * Whether a sheet is one of Pipecast's reports or settings; a history that it keeps is read like any other.
 * @example isOwnSheet("Pipecast Overview") // => true
 * @example isOwnSheet("Pipecast History") // => false
 */
export function isOwnSheet(sheet: string): boolean {
  return /^pipecast (?!(stage )?history$)/i.test(sheet);
}

/** The sheets that are neither read nor ours, with the rows that hold something. */
function unreadAmong(grids: readonly AnyGrid[], read: ReadonlySet<string>): NotRead["sheets"] {
  return grids
    .filter(({ sheet }) => !(read.has(sheet) || isOwnSheet(sheet)))
    .map((grid) => ({
      sheet: grid.sheet,
      rowCount: filledRows(grid, 0, rowCount(grid)),
      hidden: grid.hidden === true,
    }))
    .filter(({ rowCount }) => rowCount > 0);
}

function checkSheetName(grids: readonly AnyGrid[], name: string | null, option: string): void {
  if (name === null || grids.some(({ sheet }) => sheet === name)) return;
  throw new OptionError(option, name, `the name of a sheet: ${grids.map(({ sheet }) => sheet).join(", ")}`);
}

/** The score of a table, a little better for a long one and one whose sheet is called what it is. */
function caseFor({ table, kind, score }: Recognised): number {
  const name = table.grid.sheet;
  const suits =
    kind === "deals"
      ? /deal|pipeline|opportunit|negoc|chance|案件|商/i
      : /histor|change|log|snapshot|verlauf|履歴|历史/i;
  const malus = isAside(name) ? NAME_BONUS : 0;
  return score + Math.log10(1 + table.endRow) + (suits.test(name) ? NAME_BONUS : 0) - malus;
}

function isAside(sheet: string): boolean {
  return /\bold|archive|backup|copy|template|example|archiv|kopie|vorlage/i.test(sheet);
}

function asDeals(
  table: Table | undefined,
  grids: readonly AnyGrid[],
  hints: Hints,
  { dealsSheet }: IntakeSettings,
): Recognised {
  const found =
    table && (recogniseTable(table, "deals", hints) ?? recogniseTable(table, "deals", hints, "any-list"));
  if (found) return found;
  const own = grids.filter(({ sheet }) => sheet === dealsSheet);
  const miss = nearestMiss(own, table ? [table] : [], hints);
  throw new DataError("sheet-without-deals", { ...miss, sheet: dealsSheet ?? "" });
}

function asHistory(table: Table | undefined, hints: Hints, { historySheet }: IntakeSettings): Recognised {
  const nature = table && natureOf(table, hints);
  if (nature && nature.kind !== "deals") return nature;
  const found = HISTORY_KINDS.map((kind) => table && recogniseTable(table, kind, hints)).find(
    (other) => other,
  );
  if (!found) throw new DataError("sheet-without-history", { sheet: historySheet ?? "" });
  return found;
}

/** A header that a person named must be in one of the sheets that are read. */
function checkMapped({ deals, history, snapshots }: Chosen, { mapped, setBy }: IntakeSettings): void {
  const tables = [deals, history, snapshots].flatMap((found) => (found ? [found.table] : []));
  for (const [field, header] of mapped) {
    if (tables.some((table) => columnOfHeader(table, header) >= 0)) continue;
    const headers = tables.flatMap((table) => table.headers.filter((text) => text !== ""));
    throw new OptionError(
      setBy.columns,
      `${field}=${header}`,
      `one of the headers: ${headers.slice(0, 40).join(", ")}`,
    );
  }
}
