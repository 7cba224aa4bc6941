import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { read, utils } from "xlsx";
import { inFolder, runMain } from "./run-main.ts";

async function made(): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    expect(await runMain(folder, ["init", "new.xlsx"])).toMatchObject({ code: 0, err: "" });
    return readFile(join(folder, "new.xlsx"));
  });
}

const BYTES = await made();
const BOOK = read(BYTES, { cellDates: false });
const PARTS = unzipSync(BYTES);

function rowsOf(sheet: string): readonly (readonly unknown[])[] {
  return utils.sheet_to_json(BOOK.Sheets[sheet] ?? {}, { header: 1, blankrows: true });
}

describe("the workbook that init makes", () => {
  test("holds all that a team needs to start", () => {
    expect(BOOK.SheetNames).toEqual([
      "Start here",
      "Deals",
      "Stage history",
      "Pipecast Settings",
      "Pipecast Templates",
      "Pipecast Playbook",
      "Pipecast Lists",
    ]);
  });

  test("is the same a second time, byte for byte", async () => {
    expect(Buffer.from(await made()).equals(Buffer.from(BYTES))).toBe(true);
  });

  test("seven stages with what to do and when they are done, in order", () => {
    const playbook = rowsOf("Pipecast Playbook");
    const from = playbook.findIndex(([first]) => first === "Stage") + 1;
    const stages = playbook.slice(from, from + 7);
    const names = [
      "Prospecting",
      "Qualification",
      "Contact",
      "Proposal",
      "Negotiation",
      "Closing",
      "Follow-up",
    ];
    expect(stages.map(([name]) => name)).toEqual(names);
    for (const [, whatToDo, done] of stages) {
      expect(whatToDo).toMatch(/\.$/);
      expect(done).toMatch(/\.$/);
    }
  });

  test("drop-downs lead to lists that are there, and no two checks overlap", () => {
    const xml = strFromU8(PARTS["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    const checks = [
      ...xml.matchAll(/<dataValidation [^>]*sqref="([A-Z])2:[A-Z]501"[^>]*><formula1>([^<]*)/g),
    ];
    expect(checks).toHaveLength(xml.match(/<dataValidation /g)?.length ?? 0);
    expect(new Set(checks.map(([, column]) => column)).size).toBe(checks.length);
    const stageCheck = checks.find(([, , source]) => source?.includes("Settings"));
    const [, first = "", last = ""] = /\$A\$(\d+):\$A\$(\d+)$/.exec(stageCheck?.[2] ?? "") ?? [];
    const listed = rowsOf("Pipecast Settings").slice(Number(first) - 1, Number(last));
    expect(listed[0]?.[0]).toBe("Prospecting");
    expect(listed.map(([name]) => name)).toContain("Lost");
  });

  test("ten example rows that are told from one's own at a glance", () => {
    const idsOf = (sheet: string): string[] =>
      rowsOf(sheet)
        .slice(1)
        .flatMap(([id]) => (typeof id === "string" ? [id] : []));
    expect(idsOf("Deals")).toHaveLength(10);
    for (const id of [...idsOf("Deals"), ...idsOf("Stage history")]) expect(id).toMatch(/^EX-\d\d$/);
  });

  test("is read by Pipecast itself without a single problem, and reminds of the two stale examples", () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, "new.xlsx"), BYTES);
      const { code, out } = await runMain(folder, ["check", "new.xlsx", "--json"]);
      const { deals, stages, problems, source } = JSON.parse(out);
      expect({ code, problems, source }).toEqual({
        code: 0,
        problems: [],
        source: { deals: "Deals", history: "Stage history", shape: "history" },
      });
      expect(deals).toMatchObject({ total: 10, open: 7, won: 2, lost: 1, inFollowUp: 1 });
      expect(stages).toHaveLength(6);
      const followUps = JSON.parse((await runMain(folder, ["followups", "new.xlsx", "--json"])).out);
      expect(followUps.faults).toEqual([]);
      expect(followUps.tasks.map(({ deal }: { deal: string }) => deal)).toEqual(["EX-05", "EX-02"]);
      expect(followUps.drafts.map(({ subject }: { subject: string }) => subject)).toEqual([
        "Our offer for Example deal 5",
        "A short question, Example customer 2",
        "How is it going with Example deal 10?",
      ]);
    }));
});

test("init replaces no file, and writes workbooks only", () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, "mine.xlsx"), "mine");
    expect(await runMain(folder, ["init", "mine.xlsx"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("mine.xlsx is there already"),
    });
    expect(await readFile(join(folder, "mine.xlsx"), "utf8")).toBe("mine");
    expect((await runMain(folder, ["init", "new.csv"])).code).toBe(2);
    expect((await runMain(folder, ["init", "nowhere/new.xlsx"])).code).toBe(1);
  }));
