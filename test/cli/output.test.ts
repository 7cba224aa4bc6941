import { expect, test } from "vitest";
import { runOn } from "./run-main.ts";
import { SMALL_CSV, smallWorkbook } from "./small-files.ts";

const FILES = { "deals.csv": SMALL_CSV };
const ESCAPE = "\u001b";

test("--json prints exactly one document, of the same figures in both commands", async () => {
  const report = await runOn(FILES, ["report", "deals.csv", "--json"]);
  const check = await runOn(FILES, ["check", "deals.csv", "--json"]);
  expect(report).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(report.out)).toMatchObject({ pipecast: expect.any(String) });
  expect(check.out).toBe(report.out);
});

test("report --json writes a workbook only where -o names one, and says so apart from the document", async () => {
  const without = await runOn(FILES, ["report", "deals.csv", "--json"]);
  expect(without.left).toEqual(["deals.csv"]);
  const withOutput = await runOn(FILES, ["report", "deals.csv", "--json", "-o", "out.xlsx"]);
  expect(withOutput).toMatchObject({
    code: 0,
    left: ["deals.csv", "out.xlsx"],
    err: "The report is in out.xlsx\n",
  });
  expect(JSON.parse(withOutput.out)).toEqual(JSON.parse(without.out));
});

test("the same deals give the same figures from a workbook, a CSV file and standard input", async () => {
  const files = { ...FILES, "deals.xlsx": await smallWorkbook() };
  const figures = async (file: string): Promise<unknown> => {
    const { code, out } = await runOn(files, ["check", file, "--json"], { stdin: SMALL_CSV });
    const { deals, winRate, averageWonAmount } = JSON.parse(out);
    return { code, deals, winRate, averageWonAmount };
  };
  const fromCsv = await figures("deals.csv");
  expect(fromCsv).toMatchObject({ code: 0, deals: { total: 4, open: 1, won: 2, lost: 1, excluded: 0 } });
  expect(await figures("deals.xlsx")).toEqual(fromCsv);
  expect(await figures("-")).toEqual(fromCsv);
});

test("check prints its page on standard output and writes nothing", async () => {
  const { code, out, err, left } = await runOn(FILES, ["check", "deals.csv"]);
  expect({ code, err, left }).toEqual({ code: 0, err: "", left: ["deals.csv"] });
  expect(out).toContain("Stage");
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("--quiet: report prints only where it is", async () => {
  const { code, out, err } = await runOn(FILES, ["report", "deals.csv", "--quiet"]);
  expect({ code, out, err }).toEqual({ code: 0, out: "deals.report.xlsx\n", err: "" });
});

test("colour on a terminal, and nowhere else", async () => {
  const colourOf = async (argv: readonly string[], world = {}): Promise<boolean> =>
    (await runOn(FILES, ["check", "deals.csv", ...argv], world)).out.includes(ESCAPE);
  expect(await colourOf([], { tty: true })).toBe(true);
  expect(await colourOf([])).toBe(false);
  expect(await colourOf(["--no-color"], { tty: true })).toBe(false);
  expect(await colourOf([], { tty: true, env: { NO_COLOR: "1" } })).toBe(false);
  expect(await colourOf([], { tty: true, env: { TERM: "dumb" } })).toBe(false);
  expect(await colourOf(["--json"], { tty: true })).toBe(false);
});

test("escape codes in a workbook never reach the terminal", async () => {
  const hostile = SMALL_CSV.replace("Deal name", `Deal ${ESCAPE}[31mname`).replaceAll(
    "Proposal",
    `Pro${ESCAPE}]0;x\u0007posal`,
  );
  const { code, out } = await runOn({ "deals.csv": hostile }, ["check", "deals.csv"]);
  expect(code).toBe(0);
  expect(out).not.toContain(ESCAPE);
  expect(out).not.toContain("\u0007");
});
