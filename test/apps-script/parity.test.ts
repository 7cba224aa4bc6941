import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  expectSameCells,
  expectSameFigures,
  type InSheets,
  inSheets,
  type OnCommandLine,
  onCommandLine,
} from "./both-hosts.ts";

const FOLDER = join(import.meta.dirname, "../../samples");
const SAMPLES = readdirSync(FOLDER).filter((name) => /(?<!\.report)\.(xlsx|csv)$/.test(name));

describe.each(SAMPLES)("%s", (name) => {
  let told: OnCommandLine;
  let written: InSheets;
  beforeAll(async () => {
    told = await onCommandLine(join(FOLDER, name));
    written = await inSheets(join(FOLDER, name));
  }, 300_000);

  it("gives the same figures in Google Sheets as on the command line", () => {
    expectSameFigures(told, written);
  });

  it("writes the same cells", () => {
    expectSameCells(told, written);
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
