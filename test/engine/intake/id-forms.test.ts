import { describe, expect, it } from "vitest";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const history = (...ids: readonly string[]): string =>
  [
    "| Deal ID | To stage | Changed on |",
    ...ids.map((id, i) => `| "${id}" | ${i === 0 ? "Talks" : "Offer"} | 2026-01-0${i + 1} |`),
  ].join("\n");

describe("numbers as ids, written in two ways", () => {
  it("id-form-differs: finds the deal of 00007 and 7.0 where only one deal is meant, and says so once", () => {
    const records = readTables({
      Deals: '| Deal ID | Deal | Stage |\n| "7" | Acme | Talks |\n| "8" | Beta | Talks |',
      History: history("00007", "7.0", "8"),
    });
    expect([...records.changes].map(({ dealId, stage }) => `${dealId} ${stage}`)).toEqual([
      "7 Talks",
      "7 Offer",
      "8 Offer",
    ]);
    expect(problemsOf(records, "id-form-differs")).toEqual(['History!A2 "00007" note nothing id=7 count=2']);
    expect(problemsOf(records, "deal-unknown")).toEqual([]);
  });

  it("deal-unknown: leaves out a number that two deals may mean", () => {
    const records = readTables({
      Deals:
        '| Deal ID | Deal | Stage |\n| "007" | Acme | Talks |\n| "07" | Beta | Talks |\n| "8" | Cee | Talks |',
      History: history("7", "8"),
    });
    expect([...records.changes].map(({ dealId }) => dealId)).toEqual(["8"]);
    expect(problemsOf(records, "deal-unknown")).toEqual(['History!A2 "7" warning value']);
  });

  it("id-nearly-same: hints at one number written in several ways in the deal list", () => {
    const records = readTables({
      Deals: `
        | Deal ID | Deal | Stage    |
        | "7.0"   | A    | Proposal |
        | "8.0"   | B    | Won      |
        | "7"     | C    | Proposal |
        | "007"   | D    | Proposal |
        | "A7"    | E    | Proposal |`,
    });
    expect(records.deals.length).toBe(5);
    expect(problemsOf(records, "id-nearly-same")).toEqual([
      'Deals!A4 "7" warning nothing other=7.0 otherCell=A2',
      'Deals!A5 "007" warning nothing other=7.0 otherCell=A2',
    ]);
  });
});

describe("ids of digits that would be days in a date column", () => {
  it.each(["45001", "20260101", "1700000001", "0061001"])("%s is an id", (id) => {
    const records = readTables({
      Deals: `| Deal ID | Deal | Stage | Created |\n| "${id}" | Acme | Talks | 2026-01-01 |`,
      History: history(id, id),
    });
    expect(records.deals.map((deal) => deal.id)).toEqual([id]);
    expect([...records.changes].map(({ dealId, stage }) => `${dealId} ${stage}`)).toEqual([
      `${id} Talks`,
      `${id} Offer`,
    ]);
  });
});
