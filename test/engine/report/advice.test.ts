import { describe, expect, test } from "vitest";
import { analysisJson } from "../../../engine/report/analysis-json.ts";
import { buildReport } from "../../../engine/report/build-report.ts";
import { reviewText } from "../../../engine/report/text/review.ts";
import { agenda } from "../../../engine/report/wording/review.ts";
import { adviceFixture } from "../../helpers/advice-fixture.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";
import { blocksText, sheetText } from "../../helpers/report-text.ts";

const ANALYSIS = adviceFixture();
const SHEETS = buildReport(ANALYSIS, { sourceName: "deals of ours.xlsx", version: "0.1.0" }).sheets;
const JSON_TEXT = JSON.parse(JSON.stringify(analysisJson(ANALYSIS, "0.1.0")));

describe("what people see", () => {
  test.each(["Pipecast Deals", "Pipecast Review", "Pipecast Follow-up", "Pipecast Segments"])(
    "%s",
    async (name) => {
      const sheet = SHEETS.find((candidate) => candidate.name === name);
      const file = `golden/advice-${name.toLowerCase().replace(/ /g, "-")}.txt`;
      await expect(sheet && sheetText(sheet)).toMatchFileSnapshot(file);
    },
  );

  test("the review on the terminal", async () => {
    await expect(blocksText(reviewText(ANALYSIS))).toMatchFileSnapshot("golden/review.txt");
  });

  test("the agenda takes ten minutes, with much to talk about and with nothing", () => {
    for (const analysis of [ANALYSIS, FIXTURE]) {
      expect(agenda(analysis).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(10);
    }
  });

  test("an owner's deals are linked to their rows in the user's own sheet", () => {
    const deals = SHEETS.find(({ name }) => name === "Pipecast Deals");
    const row = deals?.rows.find(([first]) => first?.value === "New office");
    expect(row?.[row.length - 1]?.link).toEqual({ to: "source", place: { sheet: "Deals", cell: "A32" } });
  });
});

describe("every piece of advice leads to what it rests on", () => {
  const isNote = (text: string): boolean => text.startsWith("Rests on");

  test.each(["Pipecast Segments", "Pipecast Follow-up"])("on %s, below each sentence", (name) => {
    const rows = SHEETS.find((sheet) => sheet.name === name)?.rows ?? [];
    const notes = rows.flatMap(([first]) => (isNote(String(first?.value)) ? [first] : []));
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(note?.link).toMatchObject({ to: "source", place: { sheet: "Deals" } });
    const lines = rows.filter(
      ([first]) => first?.style === "headline" && !/^\d+ open deal/.test(String(first.value)),
    );
    const told = rows.filter(([first], row) => {
      return (
        lines.includes(rows[row] ?? []) && isNote(String(rows[row + 1]?.[0]?.value ?? "")) && first !== null
      );
    });
    expect(told).toHaveLength(notes.length);
  });

  test("a bottleneck leads to its stage's figures", () => {
    const sheets = buildReport(FIXTURE, { sourceName: "deals of ours.xlsx", version: "0.1.0" }).sheets;
    const overview = sheets.find(({ name }) => name === "Pipecast Overview");
    const links = (overview?.rows ?? []).flatMap(([first]) =>
      first?.link?.place.sheet === "Pipecast Stages" ? [first] : [],
    );
    const stages = sheets.find(({ name }) => name === "Pipecast Stages")?.rows ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const { value, link } of links)
      expect(stages[Number(link?.place.cell?.slice(1)) - 1]?.[0]?.value).toBe(value);
  });
});

describe("the JSON document", () => {
  test("open deals: the stalled large one first, with its reasons and its cell", () => {
    expect(JSON_TEXT.openDeals.map(({ id }: { id: string }) => id)).toEqual(["O-1", "O-2", "O-3"]);
    expect(JSON_TEXT.openDeals[0]).toMatchObject({
      name: "New office",
      stage: "Proposal",
      ageDays: 90,
      daysInStage: 90,
      statedClose: "2026-06-26",
      flags: ["stalled", "overdue-close", "pushed", "no-activity", "no-next-step", "older-than-any-win"],
      priority: 1,
      where: "Deals!A32",
    });
    expect(JSON_TEXT.openDeals[0].evidence[1]).toEqual({
      code: "overdue-close",
      dueDay: "2026-06-26",
      lateDays: 4,
    });
  });

  test("the review adds up, names its days and its cells", () => {
    const { since, until, waterfall } = JSON_TEXT.review;
    expect([since, until]).toEqual(["2026-06-23", "2026-06-30"]);
    const amounts = waterfall.map(({ amount }: { amount: number }) => amount);
    const closing = amounts.pop();
    expect(amounts.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(closing);
    expect(waterfall[8]).toEqual({ step: "lost", deals: 1, amount: -4000, where: ["Deals!A36"] });
  });

  test("advice: kinds, sentences and what they rest on", () => {
    const kinds = JSON_TEXT.advice.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(["coach", "coach", "coach", "coach", "after-win", "after-win", "after-win"]);
    expect(JSON_TEXT.advice[0]).toMatchObject({ evidence: { value: "Ada", stage: null, kind: "above" } });
  });

  test("every piece of advice names the cells it rests on, as many as it counts", () => {
    for (const { kind, evidence, where } of JSON_TEXT.advice) {
      for (const cell of where) expect(cell).toMatch(/^Deals!A\d+$/);
      if (kind === "coach" || kind === "source") expect(where).toHaveLength(evidence.decided);
      else expect(where.length).toBeGreaterThan(0);
    }
    for (const { deals, where } of JSON_TEXT.lostReasons) expect(where).toHaveLength(deals);
    for (const { deals, where } of JSON_TEXT.leakage.rows) expect(where).toHaveLength(deals);
  });

  test("a target, with what it still takes: 400,000 − won so far is the gap", () => {
    const [target] = JSON_TEXT.targets;
    expect(target).toMatchObject({ period: "2026-Q2", owner: null, target: 400_000, openAmount: 80_200 });
    expect(target.gap).toBe(400_000 - target.wonSoFar);
    expect(target.coverage).toBeCloseTo(80_200 / target.gap, 12);
  });

  test("what cannot be computed is null, and the notes say why", () => {
    const bare = JSON.parse(JSON.stringify(analysisJson(FIXTURE, "0.1.0")));
    expect([bare.lostReasons, bare.leakage, bare.review.due]).toEqual([null, null, null]);
    expect(bare.notes).toContain(
      "review, due: there are no snapshots, so nobody can tell what the sheet said before.",
    );
  });
});
