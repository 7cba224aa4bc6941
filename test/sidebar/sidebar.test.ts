import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sidebarPage } from "../../apps-script/bundle.mjs";
import type { Answer, SidebarView } from "../../apps-script/server-api.ts";
import { sampleBook, simulatorOf, typedDocument } from "../apps-script/book.ts";
import { emptyDocument } from "../sheets-simulator/document.ts";
import type { SheetsSimulator } from "../sheets-simulator/simulator.ts";
import { launchBrowser } from "./browser.ts";
import { type PageServer, servePage } from "./page-server.ts";
import { DONE, THIN } from "./views.ts";

const PICTURES = join(import.meta.dirname, "dist");

let browser: Browser;
let page: Page;
let server: PageServer | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  await mkdir(PICTURES, { recursive: true });
});

afterAll(async () => {
  await server?.close();
  await browser.close();
});

/** Opens the page on a simulated spreadsheet; `answer` stands in for the server's answers, after a while. */
async function open(simulator: SheetsSimulator, answer?: Answer<SidebarView>, delayMs = 0): Promise<Frame> {
  await server?.close();
  await page?.close();
  const html = await readFile(join(import.meta.dirname, "page.html"), "utf8");
  server = await servePage(simulator, { sidebar: await sidebarPage(), page: html });
  page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  if (answer) {
    await page.route("**/call", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await route.fulfill({ json: { value: answer } });
    });
  }
  await page.goto(server.url);
  const frame = page.frame({ url: /sidebar\.html/ });
  if (!frame) throw new Error("The page has no sidebar");
  return frame;
}

async function settled(frame: Frame): Promise<void> {
  await frame.waitForSelector('main[aria-busy="false"]');
}

/** No violations, no sideways scrolling at 300 pixels; and a picture of what was seen. */
async function expectAccessible(frame: Frame, picture: string): Promise<void> {
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const found: unknown = await Reflect.get(globalThis, "axe").run();
    const list = (found as { violations: { id: string; nodes: { html: string }[] }[] }).violations;
    return list.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(violations).toEqual([]);
  const wide = await frame.evaluate(() => Reflect.get(globalThis, "document").documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(300);
  await page.screenshot({ path: join(PICTURES, `${picture}.png`) });
}

const DEALS = `
Deal ID | Deal name | Stage | Amount | Create date | Status | Close date
D1 | One | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Proposal | 2000 | 31/02/2026 | Won | 2026-05-01
`;

describe("the sidebar", () => {
  it("first use: shows how the sheets are read, writes nothing, then refreshes on a click", async () => {
    const simulator = await sampleBook();
    const frame = await open(simulator);
    await settled(frame);
    expect(await frame.textContent("main")).toContain("Before the first refresh");
    expect(simulator.world.document.sheets).toHaveLength(2);
    expect(await frame.isVisible("text=Deal name")).toBe(true);
    expect(await frame.isVisible("text=Region")).toBe(false);
    await expectAccessible(frame, "first-use");
    await frame.click("summary:has-text('more columns')");
    expect(await frame.isVisible("text=Region")).toBe(true);
    await frame.click("text=Refresh forecast");
    await frame.waitForSelector("text=The report is refreshed.");
    const said = (await frame.textContent("main"))?.replace(/\u00a0/g, " ");
    expect(said).toMatch(/€[\d,]+ in July 2026Between €[\d,]+ and €[\d,]+ in 80 % of cases/);
    expect(said).toMatch(/Q3 2026 should bring €[\d,]+, 8 times in 10 between/);
    expect(await frame.textContent("#know + ul")).not.toMatch(/Forecast:|past months/);
    expect(said?.split("of the time of a won deal goes here")).toHaveLength(2);
    expect(said).toMatch(/Replayed over \d+ past months; used now: /);
    expect(await frame.locator("#forecast ~ figure table tbody tr").count()).toBeGreaterThan(2);
    expect(simulator.world.document.sheets.length).toBeGreaterThan(4);
    await page.waitForSelector('[role="tab"]:has-text("Pipecast Overview")');
    await page.click('[role="tab"]:has-text("Pipecast Overview")');
    expect(await page.textContent("#grid")).toContain("Pipeline overview");
    await expectAccessible(frame, "refreshed");
    await page.click('[role="tab"]:has-text("Pipecast Stages")');
    expect(await page.locator("#grid figure").count()).toBe(2);
    await page.screenshot({ path: join(PICTURES, "stages.png") });
  });

  it("empty: says why, and sets the spreadsheet up", async () => {
    const simulator = await simulatorOf(emptyDocument("Europe/Berlin", "en_GB"));
    const frame = await open(simulator);
    await settled(frame);
    expect(await frame.textContent("main")).toContain("The workbook is empty");
    await expectAccessible(frame, "empty");
    await frame.click("text=Set up this spreadsheet");
    await frame.waitForSelector("text=The spreadsheet is set up.");
    expect(simulator.world.document.sheets.map(({ name }) => name)).toContain("Deals");
  });

  it("running: says so, shows progress, and takes no second click", async () => {
    const frame = await open(
      await simulatorOf(typedDocument({ Deals: DEALS })),
      { ok: true, value: DONE },
      700,
    );
    await frame.waitForSelector("progress");
    expect(await frame.isDisabled("button.action")).toBe(true);
    expect(await frame.getAttribute("main", "aria-busy")).toBe("true");
    await expectAccessible(frame, "running");
  });

  it("done: forecast, chance of the target, deals, bottleneck with its worth, accuracy", async () => {
    const frame = await open(await simulatorOf(typedDocument({ Deals: DEALS })), { ok: true, value: DONE });
    await settled(frame);
    const text = (await frame.textContent("main"))?.replace(/\u00a0/g, " ");
    expect(text).toContain("€42,000 in July 2026");
    expect(text).toContain("Chance of your target of €50,000: 24 %.");
    expect(text).toContain("Worth about €21,000 a quarter");
    expect(text).toContain("<img src=x onerror=alert(1)>");
    expect(text).toContain("Google has stopped what you switched on");
    expect(await frame.$("img")).toBeNull();
    const label = await frame.getAttribute("figure svg", "aria-label");
    expect(label?.replace(/\u00a0/g, " ")).toContain("August 2026: €39,000, between €22,000");
    expect(await frame.locator("figure table tbody tr").count()).toBe(3);
    await expectAccessible(frame, "done");
    await frame.locator("#accuracy").scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(PICTURES, "done-below.png") });
  });

  it("thin data: says so instead of promising", async () => {
    const frame = await open(await simulatorOf(typedDocument({ Deals: DEALS })), { ok: true, value: THIN });
    await settled(frame);
    expect(await frame.textContent("main")).toContain("Not enough history: 3 closed deals, 1 won.");
    expect(await frame.textContent("main")).toContain("No stage stands out.");
    expect(await frame.textContent("#forecast + p")).toBe("None: no deal has a closing day yet");
    await expectAccessible(frame, "thin");
  });

  it("no deals: a refresh says why, once", async () => {
    const frame = await open(await simulatorOf(typedDocument({ People: "Name | Phone\nAda | 123" })));
    await settled(frame);
    await frame.click("text=Refresh forecast");
    await frame.waitForSelector('[role="alert"]');
    const text = (await frame.textContent("main")) ?? "";
    expect(text.split("No sheet has a header row")).toHaveLength(2);
    expect(text).toContain("Set up this spreadsheet");
    await expectAccessible(frame, "no-deals");
  });

  it("error: says what to do, and the button works again", async () => {
    const message = "Pipecast is already at work in this spreadsheet. Wait a minute, then try again.";
    const frame = await open(await simulatorOf(typedDocument({ Deals: DEALS })), { ok: false, message });
    await frame.waitForSelector('[role="alert"]');
    expect(await frame.textContent('[role="alert"]')).toBe(message);
    expect(await frame.isDisabled("button.action")).toBe(false);
    await expectAccessible(frame, "error");
  });

  it("a click on a problem selects its cell, by keyboard too", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const frame = await open(simulator);
    await settled(frame);
    const problem = frame.locator("button.row.error").first();
    await problem.focus();
    await page.keyboard.press("Enter");
    await frame.waitForSelector("text=Selected Deals, E3.");
    expect(simulator.world.document.selection).toMatchObject({ sheetId: 0, area: { row: 2, column: 4 } });
    await page.waitForSelector("td.selected");
  });

  it("settings are saved and used; a wrong one is explained", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const frame = await open(simulator);
    await settled(frame);
    await frame.click("summary:has-text('Settings')");
    await frame.fill("#setting-Level", "lots");
    await frame.click("text=Save settings");
    await frame.waitForSelector('[role="alert"]:has-text("lots")');
    await frame.fill("#setting-Level", "0.9");
    await frame.click("text=Save settings");
    await frame.waitForSelector('[role="alert"]', { state: "detached" });
    expect(simulator.person.values("Pipecast Settings").find(([name]) => name === "Level")?.[1]).toBe("0.9");
    await expectAccessible(frame, "settings");
  });

  it("settings that were changed in the sheet meanwhile stay, and are shown", async () => {
    const typed = { Deals: DEALS, "Pipecast Settings": "Setting | Value\nCurrency | SEK" };
    const simulator = await simulatorOf(typedDocument(typed));
    const frame = await open(simulator);
    await settled(frame);
    await frame.click("summary:has-text('Settings')");
    simulator.person.type("Pipecast Settings", "B2", "CHF");
    await frame.fill("#setting-Horizon", "9");
    await frame.click("text=Save settings");
    await frame.waitForSelector("text=Settings are saved.");
    expect(await frame.inputValue("#setting-Currency")).toBe("CHF");
    const rows = simulator.person.values("Pipecast Settings").map(String);
    expect(rows).toEqual(["Setting,Value", "Currency,CHF", "Horizon,9"]);
  });

  it("lists the worst problems first", async () => {
    const typed = `
Deal ID | Stage | Amount | Create date
D1 | Won | 1000 | 2026-01-05
D2 | Lead | $900 | soon`;
    const frame = await open(await simulatorOf(typedDocument({ Deals: typed })));
    await settled(frame);
    const names = await frame.locator("#problems ~ ul strong").allTextContents();
    expect(names.map((name) => name.split(" ")[0])).toEqual(["Error", "Warning", "Note"]);
  });

  it("a switch stands as it was put while the server works", async () => {
    const frame = await open(await simulatorOf(typedDocument({ Deals: DEALS })));
    await settled(frame);
    await page.route("**/call", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await frame.click("#switchRecording");
    await frame.waitForSelector("text=Switching on…");
    expect(await frame.isChecked("#switchRecording")).toBe(true);
    await frame.waitForSelector("text=Recording stage changes: on.");
  });

  it("switches recording on and shows that it is", async () => {
    const simulator = await simulatorOf(typedDocument({ Deals: DEALS }));
    const frame = await open(simulator);
    await settled(frame);
    await frame.check("#switchRecording");
    await frame.waitForSelector("text=Recording stage changes: on.");
    expect(await frame.isChecked("#switchRecording")).toBe(true);
    expect(simulator.person.values("Stage history")).toHaveLength(2);
  });
});
