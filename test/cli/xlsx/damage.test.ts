import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32, tableCrc32 } from "../../../cli/xlsx/crc32.ts";
import { ReadError } from "../../../cli/xlsx/read-error.ts";
import { readRowGrids } from "../../helpers/row-grids.ts";
import { sharedXml, stylesXml, workbookOfRows } from "./handmade-workbook.ts";

const ROWS = Array.from(
  { length: 40 },
  (_, row) => `<row><c t="s"><v>${row % 3}</v></c><c s="0"><v>${46_000 + row * 7}</v></c></row>`,
);
const FILE = workbookOfRows(ROWS.join(""), {
  "xl/sharedStrings.xml": sharedXml("<si><t>Lead</t></si><si><t>Proposal</t></si><si><t>Won</t></si>"),
  "xl/styles.xml": stylesXml(["yyyy-mm-dd"]),
});

async function readOrFault(file: Uint8Array): Promise<unknown> {
  return readRowGrids(file).catch((error: unknown) => {
    if (error instanceof ReadError) return error.fault;
    throw error;
  });
}

test("a flipped bit is named, or changes no cell of the sheet", async () => {
  const intact = await readRowGrids(FILE);
  await fc.assert(
    fc.asyncProperty(fc.nat(FILE.length - 1), fc.nat(7), async (at, bit) => {
      const damaged = Buffer.from(FILE);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
      const read = await readOrFault(damaged);
      if (typeof read !== "string") expect(read).toEqual(intact);
    }),
    { numRuns: 400, seed: 1 },
  );
});

test("a file that is cut anywhere is named", async () => {
  for (let length = 0; length < FILE.length; length += 37) {
    expect(typeof (await readOrFault(FILE.subarray(0, length)))).toBe("string");
  }
});

test("both checksums agree, in one go and continued", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (first, second) => {
      const whole = Buffer.concat([first, second]);
      expect(tableCrc32(whole)).toBe(crc32(whole));
      expect(tableCrc32(second, crc32(first))).toBe(crc32(whole));
    }),
  );
});
