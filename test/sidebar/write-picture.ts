import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { documentFromXlsx } from "../sheets-simulator/xlsx.ts";
import { launchBrowser } from "./browser.ts";
import { servePage } from "./page-server.ts";

/** Part of `npm run pictures`: the built sidebar beside the refreshed sample, as a person sees it: docs/sidebar.png. */
const PICTURE = "docs/sidebar.png";
const VIEWPORT = { width: 1000, height: 900 };

const read = (path: string): Promise<string> => readFile(path, "utf8");
const [code, sidebar, page] = await Promise.all([
  read("apps-script/dist/Code.js"),
  read("apps-script/dist/sidebar.html"),
  read(join("test", "sidebar", "page.html")),
]);
const simulator = new SheetsSimulator({
  code,
  document: { ...(await documentFromXlsx("samples/pipeline.xlsx", "Europe/Berlin")), name: "pipeline.xlsx" },
  htmlFiles: new Map([["sidebar", sidebar]]),
  now: "2026-06-30T12:00:00Z",
});
const server = await servePage(simulator, { sidebar, page });
const browser = await launchBrowser();
try {
  const shown = await browser.newPage({ viewport: VIEWPORT });
  await shown.goto(server.url);
  const frame = shown.frameLocator("iframe");
  await frame.locator("text=Refresh forecast").first().click();
  await frame.locator("text=The report is refreshed.").waitFor();
  await shown.click('[role="tab"]:has-text("Pipecast Overview")');
  await shown.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await server.close();
}
