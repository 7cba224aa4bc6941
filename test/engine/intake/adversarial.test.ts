import { describe, expect, it } from "vitest";
import { DataError } from "../../../engine/basics/data-error.ts";
import type { Cell, Grid } from "../../../engine/grid/grid.ts";
import { slipsOf } from "../../../engine/intake/near-names.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import { withDefaults } from "../../../engine/options.ts";

const settings = withDefaults({ asOfDay: 20634 });
/** Of this process alone, so that a busy machine makes no difference. */
const MOST_CPU_SECONDS = 5;
const cpuSecondsSince = (start: NodeJS.CpuUsage): number => process.cpuUsage(start).user / 1e6;
const day = (value: number): Cell => ({ kind: "day", day: value, second: 0 });
const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const sheet = (...rows: readonly (readonly Cell[])[]): Grid => ({ sheet: "Deals", rows });

/** Reads within seconds, and returns the records or the code of the error. */
function read(...grids: readonly Grid[]): ReturnType<typeof readRecords> | string {
  const start = process.cpuUsage();
  try {
    return readRecords(grids, settings);
  } catch (error) {
    if (error instanceof DataError) return error.code;
    throw error;
  } finally {
    expect(cpuSecondsSince(start)).toBeLessThan(MOST_CPU_SECONDS);
  }
}

describe("wide and long tables end within seconds", () => {
  it("10,000 columns beside a few known ones", () => {
    const header = ["ID", "Stage", "Amount", ...times(10_000, (i) => `Column ${i}`)];
    const rows = times(300, (i): readonly Cell[] => [
      `D${i}`,
      "Lead",
      i,
      ...times(10_000, (c) => (c % 2 ? "text" : c)),
    ]);
    expect(read(sheet(header, ...rows))).toMatchObject({ problems: [], deals: { length: 300 } });
  });

  it("10,000 columns of one header", () => {
    const rows = times(50, (i): readonly Cell[] => [`D${i}`, ...times(10_000, () => "Lead")]);
    const records = read(sheet(["ID", ...times(10_000, () => "Stage")], ...rows));
    expect(typeof records === "object" && records.recognition.columns.map(({ field }) => field)).toEqual([
      "id",
      "stage",
    ]);
  });

  it("10,000 stage-date columns", () => {
    const header = [
      "ID",
      "Stage",
      ...times(10_000, (i) => `Date entered "Step number ${i} of many (Sales)"`),
    ];
    const rows = times(20, (i): readonly Cell[] => [
      `D${i}`,
      "Lead",
      ...times(10_000, (c) => day(20_000 + (c % 9))),
    ]);
    expect(read(sheet(header, ...rows))).toBe("too-many-stages");
  });

  it("a header of 30,000 characters, and cells as long", () => {
    const long = "Stage ".repeat(5000);
    const rows = times(200, (i): readonly Cell[] => [
      `D${i}`,
      `${long}${i % 3}`,
      `${"9".repeat(30_000)}`,
      `${"(".repeat(30_000)}`,
      long,
    ]);
    const records = read(sheet(["ID", "Stage", "Amount", "Created", long], ...rows));
    expect(typeof records === "object" && records.deals.length).toBe(200);
  });

  it("10,000 distinct stages, in deals and in a history", () => {
    const deals = times(20_000, (i): readonly Cell[] => [`D${i}`, i % 2 ? "Lead" : `Stage number ${i}`]);
    expect(read(sheet(["ID", "Stage"], ...deals))).toBe("too-many-stages");
    const changes = times(20_000, (i): readonly Cell[] => [
      `D${i % 100}`,
      `Stage number ${i % 10_000}`,
      day(20_000 + i / 100),
    ]);
    expect(read(sheet(["ID", "To stage", "Changed on"], ...changes))).toBe("too-many-stages");
  });

  it("10,000 names a letter apart", () => {
    const letters = "abcdefghij";
    const word = (i: number): string =>
      [...String(i).padStart(4, "0")].map((digit) => letters[Number(digit)]).join("");
    const names = times(10_000, (i) => ({
      key: `${word(i)} stage ${word(9999 - i)}`,
      count: i,
      isKnown: false,
    }));
    const start = process.cpuUsage();
    expect(slipsOf(names, () => true).size).toBeLessThan(10_000);
    expect(cpuSecondsSince(start)).toBeLessThan(MOST_CPU_SECONDS);
  });

  it("100,000 deals with 500,000 stage changes", () => {
    const steps = ["Lead", "Contact", "Proposal", "Negotiation", "Won"];
    const deals = times(100_000, (i): readonly Cell[] => [
      `D${i}`,
      `Deal ${i}`,
      steps[i % 5] ?? null,
      i,
      "EUR",
      day(20_000),
      `Ann ${i % 9}`,
    ]);
    const changes = times(500_000, (i): readonly Cell[] => [
      `D${i % 100_000}`,
      steps[Math.floor(i / 100_000)] ?? null,
      day(20_000 + i / 10_000),
    ]);
    const records = read(
      sheet(["ID", "Deal", "Stage", "Amount", "Currency", "Created", "Owner"]),
      { sheet: "List", rows: [["ID", "Deal", "Stage", "Amount", "Currency", "Created", "Owner"], ...deals] },
      { sheet: "Changes", rows: [["ID", "To stage", "Changed on"], ...changes] },
    );
    expect(records).toMatchObject({ deals: { length: 100_000 }, changes: { length: 500_000 }, problems: [] });
  });

  it("100,000 deals of one id, of one name, and of no name at all", () => {
    const rows = (id: Cell, name: Cell) => times(100_000, (i): readonly Cell[] => [id, name, "Lead", i]);
    for (const body of [rows("D1", "Acme"), rows(null, "Acme"), rows(null, null)]) {
      const records = read(sheet(["ID", "Deal", "Stage", "Amount"]), {
        sheet: "List",
        rows: [["ID", "Deal", "Stage", "Amount"], ["D0", "Beta", "Lead", 1], ...body],
      });
      expect(typeof records === "object" && records.deals.length + records.excludedCount).toBe(100_001);
    }
  });

  it("a million blank rows under the table, and one cell far below", () => {
    const rows: (readonly Cell[])[] = [
      ["ID", "Stage"],
      ["D1", "Lead"],
      ...Array.from({ length: 1_000_000 }, () => []),
    ];
    rows.push([null, null, "x"]);
    expect(read({ sheet: "Deals", rows })).toMatchObject({ deals: { length: 1 } });
  });
});

describe("names that mean something to JavaScript are names like any other", () => {
  const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];

  it("as headers, ids, stages, owners, currencies, pipelines and sheets", () => {
    const deals: Grid = {
      sheet: "__proto__",
      rows: [
        ["Deal ID", "Stage", "Owner", "Amount", "Currency", "Created", "constructor", "__proto__"],
        ...NAMES.map((name, i): readonly Cell[] => [name, name, name, i, "EUR", day(20_000), name, name]),
      ],
    };
    const history: Grid = {
      sheet: "constructor",
      rows: [
        ["Deal ID", "To stage", "Changed on"],
        ...NAMES.map((name): readonly Cell[] => [name, name, day(20_100)]),
      ],
    };
    const records = read(deals, history);
    if (typeof records === "string") throw new Error(records);
    expect(records.deals.map(({ id, stage, owner }) => [id, stage, owner])).toEqual(
      NAMES.map((name) => [name, name, name]),
    );
    expect([...records.changes].map(({ dealId, stage }) => [dealId, stage])).toEqual(
      NAMES.map((name) => [name, name]),
    );
    expect(Object.keys(records.recognition.headerRows)).toEqual(["__proto__", "constructor"]);
    expect(records.problems).toEqual([]);
  });
});

describe("cells of every exotic type", () => {
  const EXOTIC: readonly Cell[] = [
    null,
    "",
    "\u0000",
    "\u200b",
    "=1+1",
    "💥",
    "1e999",
    "٣",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    1e308,
    1e-320,
    true,
    false,
    { kind: "error", text: "#DIV/0!" },
    { kind: "money", amount: Number.NaN, currency: "" },
    { kind: "money", amount: 5, currency: "💥" },
    { kind: "day", day: Number.NaN, second: 0 },
    { kind: "day", day: -1e9, second: -1 },
    { kind: "day", day: 1e9, second: 1e9 },
  ];

  it("are read or reported in every column, and never throw", () => {
    const header = [
      "ID",
      "Deal",
      "Stage",
      "Status",
      "Amount",
      "Currency",
      "Created",
      "Close date",
      "Probability",
      "Owner",
    ];
    const plain: readonly Cell[] = [
      "D",
      "Acme",
      "Lead",
      "Open",
      5,
      "EUR",
      day(20_000),
      day(20_100),
      50,
      "Ann",
    ];
    const rows = header.flatMap((_, column) =>
      EXOTIC.map((cell, i): readonly Cell[] => {
        const row: Cell[] = [...plain];
        row[0] = `D${column}-${i}`;
        row[column] = cell;
        return row;
      }),
    );
    const padding = times(400, (i): readonly Cell[] => [`P${i}`, ...plain.slice(1)]);
    const records = read(sheet(header, ...padding, ...rows));
    if (typeof records === "string") throw new Error(records);
    expect(records.deals.length + records.excludedCount).toBe(padding.length + rows.length);
    for (const { amount, createdDay } of records.deals) {
      expect(amount === null || Number.isFinite(amount)).toBe(true);
      expect(createdDay === null || Math.abs(createdDay) < 1e6).toBe(true);
    }
  });
});
