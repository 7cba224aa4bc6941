import { readFile } from "node:fs/promises";
import { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { documentFromXlsx } from "../sheets-simulator/xlsx.ts";
import { servePage } from "./page-server.ts";

/** `npm run sidebar [-- WORKBOOK.xlsx]`: the built sidebar beside a workbook, in your own browser. */
const [, , file = "samples/pipeline.xlsx", port = "8321"] = process.argv;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const [code, sidebar, page] = await Promise.all(
  ["apps-script/dist/Code.js", "apps-script/dist/sidebar.html", "test/sidebar/page.html"].map((path) =>
    readFile(path, "utf8"),
  ),
);
if (!code || !sidebar || !page) throw new Error("Run npm run build first.");
const document = { ...(await documentFromXlsx(file, zone)), name: file };
const isSample = file === "samples/pipeline.xlsx";
const simulator = new SheetsSimulator({
  code,
  document,
  htmlFiles: new Map([["sidebar", sidebar]]),
  now: isSample ? "2026-06-30T12:00:00Z" : new Date().toISOString(),
});
const { url } = await servePage(simulator, { sidebar, page }, Number(port));
process.stdout.write(`The sidebar beside ${file}: ${url}\nEnd with Ctrl+C.\n`);
