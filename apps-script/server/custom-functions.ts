import {
  type Analysis,
  analyse,
  buildReport,
  forecastNotes,
  type Grid,
  type Options,
  type ReportCell,
  type ReportSheet,
  type ReportTable,
  VERSION,
} from "../../engine/index.ts";
import { cellsOf } from "./read-workbook.ts";
import { nowIn } from "./today.ts";
import { wallClock } from "./wall-clock.ts";
import { plainMessage, TEXTS } from "./wording.ts";

type Table = (string | number)[][];
type Matrix = readonly (readonly unknown[])[];

/** Runs a custom function: what goes wrong becomes one readable cell. */
export function answerCell(run: () => Table): Table {
  try {
    return run();
  } catch (error) {
    return [[`Pipecast: ${plainMessage(error)}`]];
  }
}

/**
 * The engine's analysis of two ranges. Formulas see values only, so amounts carry no currency. A forecast is made
 * where one is asked for: a formula has 30 seconds.
 */
export function analyseRanges(
  deals: unknown,
  history: unknown,
  asked: Pick<Options, "forecasts" | "periods"> = { forecasts: "none" },
): Analysis {
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const clock = wallClock(zone);
  const grid = (sheet: string, range: unknown): Grid => ({
    sheet,
    rows: cellsOf(matrixOf(range), [], clock),
  });
  const grids = [grid("Deals", deals), ...(isBlank(history) ? [] : [grid("Stage history", history)])];
  const { day } = nowIn(zone);
  return analyse(grids, {
    asOfDay: day,
    todayDay: day,
    dealsSheet: "Deals",
    ...asked,
    ...(isBlank(history) ? {} : { historySheet: "Stage history" }),
  });
}

/** A table of the report by the sheet and table it stands in: same words and figures as in the sheet. */
export function reportTable(analysis: Analysis, sheetName: string, tableName: string): Table {
  const sheet = sheetOf(analysis, sheetName);
  const table = sheet?.tables.find(({ name }) => name === tableName);
  if (!sheet || !table) throw new Error(`The report has no table ${tableName}`);
  return cellsOfTable(sheet, table);
}

/** The forecast by month, so many months of it, as in the report; where there is none, why. */
export function forecastTable(deals: unknown, history: unknown, periods: unknown): Table {
  const analysis = analyseRanges(deals, history, {
    forecasts: "one",
    ...(typeof periods === "number" ? { periods: Math.floor(periods) } : {}),
  });
  const sheet = sheetOf(analysis, "Pipecast Forecast");
  const [table] = sheet?.tables ?? [];
  if (sheet && table) return cellsOfTable(sheet, table);
  const why = forecastNotes(analysis).find((note) => note.startsWith("forecast"));
  return [[`Pipecast: ${why ?? TEXTS.noForecast}`]];
}

function sheetOf(analysis: Analysis, name: string): ReportSheet | undefined {
  return buildReport(analysis, { sourceName: "", version: VERSION }).sheets.find(
    (sheet) => sheet.name === name,
  );
}

function cellsOfTable({ rows }: ReportSheet, { row, column, rowCount, columnCount }: ReportTable): Table {
  return rows
    .slice(row, row + rowCount)
    .map((cells) =>
      Array.from({ length: columnCount }, (_, offset) => rawValue(cells[column + offset] ?? null)),
    );
}

/** A formula's result is not parsed as if typed: text stays text. */
function rawValue(cell: ReportCell | null): string | number {
  return cell?.value ?? "";
}

/** One cell comes as a plain value, a range as rows. */
function matrixOf(range: unknown): Matrix {
  return Array.isArray(range) ? range.map((row) => (Array.isArray(row) ? row : [row])) : [[range]];
}

function isBlank(range: unknown): boolean {
  return matrixOf(range ?? "").every((row) => row.every((cell) => cell === "" || cell === null));
}
