import { basename, extname, resolve } from "node:path";
import type { AnyGrid } from "../../engine/index.ts";
import type { Io } from "../io.ts";
import { isOurReport } from "../write/is-our-report.ts";
import { readSheets } from "../xlsx/workbook.ts";
import { readCsvGrid } from "./csv-grid.ts";
import { fileKind } from "./file-kind.ts";
import { readBytes, readPieces } from "./read-bytes.ts";
import { refusedReport, refusedWorkbook, unreadableWorkbook } from "./refusal.ts";

/** FILE on the command line that means standard input. */
export const STANDARD_INPUT = "-";

const CSV_ENDINGS = new Set([".csv", ".tsv", ".txt"]);

/**
 * The sheets of FILE: an .xlsx or .xlsm workbook, a CSV file, or CSV on standard input (`-`).
 * @throws FileError where it cannot be had or read, in words for the person who typed the name.
 */
export async function readWorkbook(file: string, io: Io): Promise<AnyGrid[]> {
  if (file === STANDARD_INPUT) return [await readCsvGrid(io.stdin, "Standard input", "Standard input")];
  const path = resolve(io.cwd, file);
  const ending = extname(file);
  if (CSV_ENDINGS.has(ending.toLowerCase()))
    return [await readCsvGrid(readPieces(path, file), basename(file, ending), file)];
  return workbookGrids(await readBytes(path, file), file);
}

/** The name of FILE as messages and sheets show it. */
export function sourceName(file: string): string {
  return file === STANDARD_INPUT ? "Standard input" : basename(file);
}

async function workbookGrids(bytes: Uint8Array, file: string): Promise<AnyGrid[]> {
  const kind = fileKind(bytes);
  if (kind !== "workbook") throw refusedWorkbook(file, kind);
  if (isOurReport(bytes)) throw refusedReport(file);
  try {
    return await readSheets(bytes);
  } catch (error) {
    throw unreadableWorkbook(file, error);
  }
}
