import { describe, expect, it } from "vitest";
import { readTables } from "../../helpers/read-tables.ts";

const PROJECTS = `
  | Client | Project | Status | Value | Date       |
  | Acme   | Website | Won    | 100   | 2026-01-16 |
  | Beta   | Website | Lost   | 200   | 2026-01-11 |
  | Gamma  | Website | Draft  | 300   | 2026-05-14 |
  | Delta  | Shop    | Won    | 400   | 2026-05-18 |
  | Eps    | Shop    | Sent   | 500   | 2026-02-11 |
  | Zeta   | Shop    | Lost   | 600   | 2026-02-12 |`;

describe("a list of deals whose names repeat", () => {
  it("is no history: the customers differ", () => {
    const { deals, recognition, changes } = readTables({ Projects: PROJECTS });
    expect(recognition.shape).toBe("deals-only");
    expect(changes).toHaveLength(0);
    expect(deals.map(({ account, outcome }) => [account, outcome])).toEqual([
      ["Acme", "won"],
      ["Beta", "lost"],
      ["Gamma", "open"],
      ["Delta", "won"],
      ["Eps", "open"],
      ["Zeta", "lost"],
    ]);
  });

  it("is no history: no customer is named, and a vague Date dates no change", () => {
    const rows = PROJECTS.split("\n").map((row) => row.replace(/^ *\|[^|]*/, ""));
    expect(readTables({ Projects: rows.join("\n") }).deals).toHaveLength(6);
  });

  it("is no history: the owners differ, though a day of change is there", () => {
    const { deals, recognition } = readTables({
      Projects: `
        | Project | Owner | Stage    | Changed on |
        | Website | Ann   | Lead     | 2026-01-16 |
        | Website | Ben   | Proposal | 2026-01-11 |
        | Shop    | Ann   | Lead     | 2026-05-14 |
        | Shop    | Cid   | Proposal | 2026-05-18 |`,
    });
    expect(recognition.shape).toBe("deals-only");
    expect(deals).toHaveLength(4);
  });
});

describe("a history without ids", () => {
  const HISTORY = `
    | Deal    | Customer | Stage    | Changed on |
    | Website | Acme     | Lead     | 2026-01-16 |
    | Website | Acme     | Proposal | 2026-02-11 |
    | Website | Beta     | Lead     | 2026-01-14 |
    | Website | Beta     | Proposal | 2026-03-18 |
    | Shop    | Beta     | Lead     | 2026-03-19 |
    | Shop    | Beta     | Won      | 2026-03-20 |`;

  it("holds a deal for each name and customer", () => {
    const { deals, recognition, changes } = readTables({ History: HISTORY });
    expect(recognition.shape).toBe("history");
    expect(deals.map(({ id }) => id)).toEqual(["Website (Beta)", "Website (Acme)", "Shop"]);
    expect(changes).toHaveLength(6);
  });

  it("may date its rows by a vague Date, where nothing else speaks of a list of deals", () => {
    const bare = HISTORY.replace("Changed on", "Date");
    expect(readTables({ History: bare }).recognition.shape).toBe("history");
  });
});
