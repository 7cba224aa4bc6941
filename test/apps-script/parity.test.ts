import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readCsvGrid } from "../../cli/read/csv-grid.ts";
import { inFolder, runMain } from "../cli/run-main.ts";
import { rowGrid } from "../helpers/row-grids.ts";
import {
  BLANK,
  type DocumentState,
  emptyDocument,
  emptySheet,
  putCell,
} from "../sheets-simulator/document.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { typeInto } from "../sheets-simulator/typing.ts";
import { documentFromXlsx } from "../sheets-simulator/xlsx.ts";
import { simulatorOf } from "./book.ts";

const ROOT = join(import.meta.dirname, "../..");
const SAMPLES = readdirSync(join(ROOT, "samples")).filter((name) => /(?<!\.report)\.(xlsx|csv)$/.test(name));
const ZONE = "Europe/Berlin";
const DAY = "2026-06-30";
/** The sidebar is given the first of each list. */
const SHOWN = 50;

/** A sample as a person brings it into Google Sheets: a workbook imported, a CSV parsed like typing. */
async function imported(name: string): Promise<DocumentState> {
  const path = join(ROOT, "samples", name);
  if (name.endsWith(".xlsx")) return { ...(await documentFromXlsx(path, ZONE)), name };
  const document = { ...emptyDocument(ZONE, "en_GB"), name };
  const grid = rowGrid(readCsvGrid(await readFile(path), basename(name, ".csv"), name));
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

interface Both {
  readonly json: Record<string, unknown>;
  readonly report: DocumentState;
}

interface InSheets {
  readonly answer: unknown;
  readonly simulator: SheetsSimulator;
}

async function commandLine(name: string): Promise<Both> {
  return inFolder(async (folder) => {
    const file = join(ROOT, "samples", name);
    const out = join(folder, "out.xlsx");
    const run = await runMain(folder, ["report", file, "--as-of", DAY, "--json", "-o", out]);
    expect(run.code).toBe(0);
    return { json: JSON.parse(run.out), report: await documentFromXlsx(out, ZONE) };
  });
}

async function inSheets(name: string): Promise<InSheets> {
  const simulator = await simulatorOf(await imported(name));
  return { answer: simulator.fromSidebar("refreshFromSidebar"), simulator };
}

describe.each(SAMPLES)("%s", (name) => {
  let both: Both;
  let written: InSheets;
  beforeAll(async () => {
    both = await commandLine(name);
    written = await inSheets(name);
  }, 300_000);

  it("gives the same figures in Google Sheets as on the command line", () => {
    const { json } = both;
    const problems = (json.problems as unknown[]).slice(0, SHOWN);
    const openDeals = (json.openDeals as unknown[]).slice(0, SHOWN);
    expect(written.answer).toMatchObject({
      ok: true,
      value: { analysis: { ...json, problems, openDeals } },
    });
  });

  it("writes the same cells", () => {
    for (const sheet of both.report.sheets) {
      const expected = sheet.rows.map((row) => Array.from(row, (cell) => cell?.value ?? null));
      const width = Math.max(...expected.map((row) => row.length));
      const rows = written.simulator.person.sheet(sheet.name).rows;
      const cells = expected.map((_, row) =>
        Array.from({ length: width }, (__, c) => rows[row]?.[c]?.value ?? null),
      );
      expect(cells, sheet.name).toEqual(
        expected.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? null)),
      );
      const below = rows.slice(expected.length).flat();
      expect(below.every((cell) => (cell?.value ?? null) === null)).toBe(true);
    }
  });

  it("draws its charts from cells that hold something, each titled", () => {
    for (const { name: sheet, charts } of written.simulator.world.document.sheets)
      for (const { ranges, options } of charts) {
        expect(options.title, sheet).toMatch(/\w/);
        const rows = written.simulator.person.values(sheet);
        for (const { row, column, rowCount } of ranges)
          expect(rows.slice(row, row + rowCount).map((cells) => cells[column])).not.toContain(undefined);
      }
  });
});
