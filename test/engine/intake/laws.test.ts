import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../../engine/basics/data-error.ts";
import type { Cell, Grid } from "../../../engine/grid/grid.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import type { Records } from "../../../engine/intake/records.ts";
import { withDefaults } from "../../../engine/options.ts";

const settings = withDefaults({ asOfDay: 20634 });
const HEADER = [
  "Deal ID",
  "Deal",
  "Stage",
  "Status",
  "Amount",
  "Created",
  "Close date",
  "Probability",
  "Remarks",
];

const day = fc
  .integer({ min: 19_000, max: 21_000 })
  .map((value): Cell => ({ kind: "day", day: value, second: 0 }));
const odd = fc.constantFrom<Cell>(
  null,
  "",
  " ",
  "-",
  "n/a",
  "__proto__",
  "constructor",
  "toString",
  0,
  -1,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  { kind: "error", text: "#REF!" },
  { kind: "money", amount: -5, currency: "USD" },
  { kind: "day", day: Number.NaN, second: 0 },
  "31/02/2026",
  "03/04/2026",
  "Total",
  "Deal ID",
  "Stage",
  "=1+1",
  "\u0000",
  "💥",
  "x".repeat(500),
  "* a note of several words below",
);
const mostly = (usual: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: odd });
const word = (...words: readonly string[]): fc.Arbitrary<Cell> => fc.constantFrom<Cell>(...words);
const row = fc.tuple(
  mostly(fc.integer({ min: 1, max: 30 }).map((n): Cell => `D${n}`)),
  mostly(word("Acme", "Beta", "Gamma")),
  mostly(word("Lead", "lead", "Proposal", "Propsal", "Won", "Closed Won", "Lost", "Follow-up", "Closed")),
  mostly(fc.constantFrom<Cell>(null, "Open", "Won", "Lost", "Closed")),
  mostly(fc.integer({ min: 0, max: 9999 })),
  mostly(day),
  mostly(day),
  mostly(fc.integer({ min: 0, max: 100 })),
  mostly(fc.constant(null)),
);
const blank = fc.constant<readonly Cell[]>([]);
const lone = fc.constantFrom<readonly Cell[]>(
  HEADER,
  ["Total", null, null, null, 500],
  ["D99"],
  [null, "Acme"],
  ["A remark that is long enough to be no deal's name"],
);
const rows = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: row as fc.Arbitrary<readonly Cell[]> },
    { weight: 1, arbitrary: blank },
    { weight: 1, arbitrary: lone },
  ),
  { minLength: 1, maxLength: 40 },
);

function read(body: readonly (readonly Cell[])[]): Records | null {
  const grid: Grid = { sheet: "Deals", rows: [["Pipeline of 2026"], [], HEADER, ...body] };
  try {
    return readRecords([grid], settings);
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

const rowOf = (cell: string | null): number => Number(/\d+$/.exec(cell ?? "")?.[0]) - 1;

/** Rows that some problem says are no deal: each stands for `count` rows from there, a table for its header too. */
function skippedCount({ problems }: Records): number {
  return problems
    .filter(({ code }) => code === "row-skipped" || code === "table-unread")
    .reduce((sum, { code, details }) => sum + Number(details?.count) + (code === "table-unread" ? 1 : 0), 0);
}

describe("no row is dropped silently", () => {
  it("each row with a text or a day is a deal, an excluded deal with its problem, or a row said to be none", () => {
    fc.assert(
      fc.property(rows, (body) => {
        const records = read(body);
        if (!records) return;
        const excluding = records.problems.filter(({ excludes }) => excludes === "deal");
        const excludedRows = excluding.map(({ where }) => rowOf(where.cell));
        const dealRows = records.deals.map(({ row: place }) => place);
        expect(excludedRows).toHaveLength(records.excludedCount);
        expect(new Set([...excludedRows, ...dealRows]).size).toBe(excludedRows.length + dealRows.length);
        const isTold = (cell: Cell): boolean =>
          (typeof cell === "string" && !/^\s*$|^(-|n\/a)$/.test(cell)) ||
          (typeof cell === "object" && cell?.kind === "day" && Number.isFinite(cell.day));
        const told = body.filter((cells) => cells.some(isTold)).length;
        expect(records.deals.length + records.excludedCount + skippedCount(records)).toBeGreaterThanOrEqual(
          told,
        );
        expect(records.deals.length + records.excludedCount + skippedCount(records)).toBeLessThanOrEqual(
          body.length,
        );
      }),
      { numRuns: 400 },
    );
  });

  it("gives each deal an id of its own, and changes only to deals and stages that are there", () => {
    fc.assert(
      fc.property(rows, (body) => {
        const records = read(body);
        if (!records) return;
        const ids = new Set(records.deals.map(({ id }) => id));
        expect(ids.size).toBe(records.deals.length);
        const names = new Set(records.stages.map(({ name }) => name));
        expect(names.size).toBe(records.stages.length);
        for (const { stage } of records.deals) expect(stage === null || names.has(stage)).toBe(true);
        for (const { amount, probability } of records.deals) {
          expect(amount === null || !Number.isNaN(amount)).toBe(true);
          expect(probability === null || (probability >= 0 && probability <= 1)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("reads the same deals whatever the order of rows", () => {
    const whole = fc.array(row as fc.Arbitrary<readonly Cell[]>, { minLength: 3, maxLength: 30 });
    const withIds = whole.map((body) =>
      body.filter((cells) => typeof cells[0] === "string" && /^D\d+$/.test(cells[0])),
    );
    fc.assert(
      fc.property(withIds, (body) => {
        const facts = (records: Records | null): readonly string[] | undefined =>
          records?.deals.map((deal) => JSON.stringify({ ...deal, row: 0 })).sort();
        expect(facts(read([...body].reverse()))).toEqual(facts(read(body)));
      }),
      { numRuns: 300 },
    );
  });
});
