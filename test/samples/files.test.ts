import { readFile } from "node:fs/promises";
import excel from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cell } from "../../engine/grid/grid.ts";
import { pipelineSheets, sampleFiles } from "../../samples/files.ts";
import { sampleTeam } from "../../samples/team.ts";

const NAMES = ["pipeline.xlsx", "pipeline-deals-only.xlsx", "pipeline-stage-dates.csv"];
const MILLISECONDS_A_DAY = 86_400_000;

function onDisk(name: string): Promise<Buffer> {
  return readFile(new URL(`../../samples/${name}`, import.meta.url));
}

let made: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  made = await sampleFiles();
});

describe("the sample files", () => {
  it.each(NAMES)("%s on disk is what the generator makes now (if not: npm run samples)", async (name) => {
    expect(Buffer.from(made.get(name) ?? []).equals(await onDisk(name))).toBe(true);
  });

  it("come out the same twice", async () => {
    expect(await sampleFiles()).toEqual(made);
  });

  it("differ with the seed", async () => {
    const other = await sampleFiles({ ...sampleTeam, seed: sampleTeam.seed + 1 });
    for (const name of NAMES) expect(other.get(name)).not.toEqual(made.get(name));
  });
});

describe("pipeline.xlsx", () => {
  const sheets = pipelineSheets();
  const workbook = new excel.Workbook();
  beforeAll(async () => {
    await workbook.xlsx.readFile("samples/pipeline.xlsx");
  });

  it.each([sheets.deals, sheets.history])("holds every cell of $sheet as a value of its kind", (grid) => {
    const sheet = workbook.getWorksheet(grid.sheet);
    const read = grid.rows.map((row, index) =>
      row.map((_, column) => sheet?.getCell(index + 1, column + 1).value ?? null),
    );
    expect(read).toEqual(grid.rows.map((row) => row.map(plain)));
  });

  it("shows amounts in euros and days as dates", () => {
    const sheet = workbook.getWorksheet("Deals");
    const formats = (header: string): string | undefined => {
      const column = sheets.deals.rows[0]?.indexOf(header) ?? -1;
      return sheet?.getCell(2, column + 1).numFmt;
    };
    expect(formats("Amount")).toContain("€");
    expect(formats("Created")).toBe("dd/mm/yyyy");
  });

  it("has its faults where the list says", () => {
    for (const fault of sheets.faults) {
      const value = workbook.getWorksheet(fault.sheet)?.getCell(fault.cell).value ?? null;
      expect(value, fault.kind).toEqual(plain(fault.value));
    }
  });
});

function plain(cell: Cell): string | number | boolean | Date | null {
  if (typeof cell !== "object" || cell === null) return cell;
  if (cell.kind === "day") return new Date(cell.day * MILLISECONDS_A_DAY);
  return cell.kind === "money" ? cell.amount : cell.text;
}
