import {
  type Cell,
  cellOfNumber,
  type Grid,
  isDateFormat,
  type MergedArea,
  mergedCells,
} from "../../engine/index.ts";
import type { OwnSheet, Role } from "./own-sheets.ts";
import { SETTINGS_SHEET, type Settings, settingsOf } from "./settings.ts";
import { type WallTime, wallClock } from "./wall-clock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Clock = (date: Date) => WallTime;

/** Sheets of ours that the engine reads, whether we made them or the command line did. */
const READ_FIRST = [SETTINGS_SHEET, "Pipecast Templates"];
const OUR_NAME = /^pipecast /i;
/** Sheets of ours that hold what we make of the deals, and those that hold what we were told: these are read, hidden or not. */
const OUTPUTS: ReadonlySet<Role> = new Set<Role>(["report", "playbook", "log"]);
const SOURCES: ReadonlySet<Role> = new Set<Role>(["deals", "history", "snapshots"]);

/** Serial 25569 is 1970-01-01. */
const SERIAL_OF_1970 = 25_569;
const SECONDS_A_DAY = 86_400;
const ERROR_TEXT = /^#(REF!|N\/A|ERROR!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

export interface Workbook {
  readonly grids: readonly Grid[];
  readonly settings: Settings;
}

/**
 * Every sheet that may hold deals or history, each read once: values and number formats; the settings first. Sheets
 * of our own report are not read; where the settings name both the deal and the history sheet, no other of the
 * person's is.
 */
export function readWorkbook(zone: string, sheets: readonly Sheet[], own: readonly OwnSheet[]): Workbook {
  const clock = wallClock(zone);
  const roles = new Map(own.map(({ sheet, role }) => [sheet.getSheetId(), role]));
  const isOf = (kind: ReadonlySet<Role>, sheet: Sheet): boolean => {
    const role = roles.get(sheet.getSheetId());
    return role !== undefined && kind.has(role);
  };
  const first = READ_FIRST.flatMap((name) => sheets.filter((sheet) => sheet.getName() === name)).map(
    (sheet) => readSheet(sheet, clock, false),
  );
  const settings = settingsOf(first.find(({ sheet }) => sheet === SETTINGS_SHEET));
  const named = [settings.values["Deals sheet"], settings.values["History sheet"]];
  const onlyNamed = named.every((name) => name !== "");
  const others = sheets
    .filter((sheet) => !OUR_NAME.test(sheet.getName()) && !isOf(OUTPUTS, sheet))
    .filter((sheet) => !onlyNamed || named.includes(sheet.getName()) || isOf(SOURCES, sheet))
    .map((sheet) => readSheet(sheet, clock, sheet.isSheetHidden() && !isOf(SOURCES, sheet)));
  return { grids: [...first, ...others], settings };
}

function readSheet(sheet: Sheet, clock: Clock, hidden: boolean): Grid {
  const range = sheet.getDataRange();
  const rows = cellsOf(range.getValues(), range.getNumberFormats(), clock);
  const merged = mergedCells(range.getMergedRanges().map(areaOf));
  return {
    sheet: sheet.getName(),
    rows,
    ...(merged.size > 0 ? { merged } : {}),
    ...(hidden ? { hidden } : {}),
  };
}

function areaOf(range: GoogleAppsScript.Spreadsheet.Range): MergedArea {
  return { top: range.getRow() - 1, bottom: range.getLastRow() - 1, left: range.getColumn() - 1 };
}

/** The engine's cells of what `getValues` gave. */
export function cellsOf(
  values: readonly (readonly unknown[])[],
  formats: readonly (readonly string[])[],
  clock: Clock,
): Cell[][] {
  return values.map((row, r) => row.map((value, c) => cellOf(value, formats[r]?.[c] ?? "General", clock)));
}

function cellOf(value: unknown, format: string, clock: Clock): Cell {
  if (typeof value === "number") return cellOfNumber(value, format, false);
  if (typeof value === "boolean") return value;
  if (value instanceof Date) return cellOfDate(clock(value), format);
  const text = String(value ?? "");
  if (text === "") return null;
  return ERROR_TEXT.test(text) ? { kind: "error", text } : text;
}

/** A time of day without a date comes as a `Date` too; it stays a number, as in every host. */
function cellOfDate({ day, second }: WallTime, format: string): Cell {
  if (Number.isNaN(day)) return { kind: "error", text: "#VALUE!" };
  const isDay = format === "General" || isDateFormat(format);
  return isDay ? { kind: "day", day, second } : day + SERIAL_OF_1970 + second / SECONDS_A_DAY;
}
