import { describe, expect, it } from "vitest";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const closedIn = (...stages: readonly string[]) =>
  readTables({
    Deals: [
      "| ID | Stage | Created | Closed |",
      ...stages.map((stage, i) => `| D${i} | ${stage} | 2026-01-01 | 2026-02-01 |`),
      "| D90 | Won | 2026-01-01 | 2026-02-01 |",
      "| D91 | Proposal | 2026-01-01 | |",
    ].join("\n"),
  });

describe("phrases for a loss", () => {
  it.each(["Cancelled by client", "No response", "Ghosted", "Not won", "Declined due to price"])(
    "%s is lost",
    (stage) => {
      expect(closedIn(stage).deals.map(({ outcome }) => outcome)).toEqual(["lost", "won", "open"]);
    },
  );

  it.each(["Cancelled demo", "Win back", "Response awaited"])("%s is none", (stage) => {
    expect(closedIn(stage).deals[0]?.outcome).toBe("open");
  });
});

describe("words of a trade for a win", () => {
  it.each([
    "Placed",
    "✅ Placed",
    "5. Hired",
    "FILLED",
    "Beauftragt",
    "Auftrag erteilt",
    "🎉 Contract signed",
  ])("%s is won", (stage) => {
    const records = closedIn(stage);
    expect(records.deals.map(({ outcome }) => outcome)).toEqual(["won", "won", "open"]);
    expect(problemsOf(records, "stage-kind-unclear")).toEqual([]);
  });

  it.each(["Offer", "Contract", "Installed", "Zugesagt", "Order to be placed"])("%s is none", (stage) => {
    expect(closedIn(stage).deals[0]?.outcome).toBe("open");
  });
});

describe("a stage in which every deal has a closing day", () => {
  it("stage-kind-unclear: is told, where nothing says how the deals ended", () => {
    const records = closedIn("Purgatory", "Purgatory", "Proposal");
    expect(problemsOf(records, "stage-kind-unclear")).toEqual([
      'Deals!B2 "Purgatory" warning nothing count=2 kind=open',
    ]);
  });

  it("is an open stage like any other where a status says how they ended", () => {
    const records = readTables({
      Deals: `
        | ID | Stage     | Status | Closed     |
        | D1 | Purgatory | Won    | 2026-02-01 |
        | D2 | Purgatory | Lost   | 2026-02-01 |`,
    });
    expect(problemsOf(records, "stage-kind-unclear")).toEqual([]);
  });
});
