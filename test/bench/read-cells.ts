import { readFile } from "node:fs/promises";
import { readSheets } from "../../cli/xlsx/workbook.ts";

/** Reads every cell of a workbook with our reader. */
const grids = await readSheets(await readFile(process.argv[2] ?? ""));
process.stdout.write(`${grids.map((grid) => grid.columns.rowCount).join(" ")}\n`);
