import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect } from "vitest";
import { readCsvGrid } from "../../cli/read/csv-grid.ts";
import { inFolder, runMain } from "../cli/run-main.ts";
import { rowGrid } from "../helpers/row-grids.ts";
import {
  BLANK,
  type DocumentState,
  emptyDocument,
  emptySheet,
  putCell,
  type Scalar,
} from "../sheets-simulator/document.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { typeInto } from "../sheets-simulator/typing.ts";
import { documentFromXlsx } from "../sheets-simulator/xlsx.ts";
import { simulatorOf } from "./book.ts";

const ZONE = "Europe/Berlin";
const DAY = "2026-06-30";
/** The sidebar is given the first of each list. */
const SHOWN = 50;

/** What the command line makes of a file: its JSON, and its report workbook read back. */
export interface OnCommandLine {
  readonly json: Record<string, unknown>;
  readonly report: DocumentState;
  readonly bytes: Buffer;
}

/** What the add-on makes of the same file: the sidebar's figures, and the spreadsheet it wrote into. */
export interface InSheets {
  readonly answer: unknown;
  readonly simulator: SheetsSimulator;
}

/** A file as a person brings it into Google Sheets: a workbook imported, a CSV parsed like typing. */
async function imported(path: string): Promise<DocumentState> {
  const name = basename(path);
  if (name.endsWith(".xlsx")) return { ...(await documentFromXlsx(path, ZONE)), name };
  const document = { ...emptyDocument(ZONE, "en_GB"), name };
  const grid = rowGrid(await readCsvGrid([await readFile(path)], basename(name, ".csv"), name));
  const sheet = emptySheet(0, grid.sheet);
  sheet.maxRows = Math.max(sheet.maxRows, grid.rows.length);
  grid.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const typed = typeInto(BLANK, String(cell ?? ""), { zone: ZONE, locale: "en_GB", year: 2026 });
      putCell(sheet, r, c, typed);
    });
  });
  document.sheets = [sheet];
  return document;
}

export async function onCommandLine(path: string): Promise<OnCommandLine> {
  return inFolder(async (folder) => {
    const out = join(folder, "out.xlsx");
    const run = await runMain(folder, ["report", path, "--as-of", DAY, "--json", "-o", out]);
    expect(run.code, run.err).toBe(0);
    return {
      json: JSON.parse(run.out),
      report: await documentFromXlsx(out, ZONE),
      bytes: await readFile(out),
    };
  });
}

export async function inSheets(path: string): Promise<InSheets> {
  const simulator = await simulatorOf(await imported(path));
  return { answer: simulator.fromSidebar("refreshFromSidebar"), simulator };
}

/** What the sidebar shows whole of the JSON document. */
const SHOWN_WHOLE = "asOf currency level source columns deals stages bottlenecks forecast backtest".split(
  " ",
);

/** The sidebar's figures are the JSON's, with the worst problems first. */
export function expectSameFigures({ json }: OnCommandLine, { answer }: InSheets): void {
  const whole = Object.fromEntries(SHOWN_WHOLE.map((key) => [key, json[key]]));
  const listed = json.problems as { readonly severity: string }[];
  const worstFirst = ["error", "warning", "note"].flatMap((severity) =>
    listed.filter((problem) => problem.severity === severity),
  );
  const problems = worstFirst.slice(0, SHOWN);
  const openDeals = (json.openDeals as unknown[]).slice(0, SHOWN);
  const { winRate, cycle } = json as { winRate: { byCount: unknown }; cycle: { won: unknown } };
  const parts = { winRate: { byCount: winRate.byCount }, cycle: { won: cycle.won }, problems, openDeals };
  expect(answer).toMatchObject({ ok: true, value: { analysis: { ...whole, ...parts } } });
}

/** Every cell of the report workbook stands in the same place of the spreadsheet, and nothing below. */
export function expectSameCells({ report }: OnCommandLine, { simulator }: InSheets): void {
  for (const sheet of report.sheets) {
    const rows = simulator.person.sheet(sheet.name).rows;
    const width = Math.max(...sheet.rows.map((row) => row.length));
    const valuesOf = (row: (typeof rows)[number] | undefined): (Scalar | null)[] =>
      Array.from({ length: width }, (_, column) => row?.[column]?.value ?? null);
    const cells = sheet.rows.map((_, row) => valuesOf(rows[row]));
    expect(cells, sheet.name).toEqual(sheet.rows.map(valuesOf));
    const below = rows.slice(sheet.rows.length).flat();
    expect(below.every((cell) => (cell?.value ?? null) === null)).toBe(true);
  }
}
