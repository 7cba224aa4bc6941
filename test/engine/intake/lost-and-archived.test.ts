import { describe, expect, it } from "vitest";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const outcomes = (records: Records): readonly string[] =>
  records.deals.map(({ id, outcome }) => `${id} ${outcome}`);

describe("a deal that nobody calls lost", () => {
  it("is lost with a probability of 0 and a reason, a closing day, or the archive", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Probability | Closed Date | Lost Reason   | Active |
        | D1 | New   | 0           | 2026-02-01  | Too expensive | FALSE  |
        | D2 | New   | 0           |             | Too expensive | TRUE   |
        | D3 | New   | 0           | 2026-02-01  |               | TRUE   |
        | D4 | New   | 0           |             |               | FALSE  |
        | D5 | New   | 0           |             |               | TRUE   |
        | D6 | Won   | 100         | 2026-02-01  |               | TRUE   |
        | D7 | New   | 30          |             |               | TRUE   |`,
    });
    expect(outcomes(records)).toEqual([
      "D1 lost",
      "D2 lost",
      "D3 lost",
      "D4 lost",
      "D5 open",
      "D6 won",
      "D7 open",
    ]);
    expect(records.deals[0]?.closedDay).toBe(20485);
    expect(records.problems).toEqual([]);
  });

  it("is lost with a reason and a closing day", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Closed     | Lost Reason |
        | D1 | Talks | 2026-02-01 | Price       |
        | D2 | Talks |            | Price       |
        | D3 | Won   | 2026-02-01 |             |`,
    });
    expect(outcomes(records)).toEqual(["D1 lost", "D2 open", "D3 won"]);
  });

  it("is lost where it is closed and not won", () => {
    const records = readTables({
      Deals: `
        | ID | StageName | CloseDate  | IsClosed | IsWon |
        | D1 | Gone      | 2026-02-01 | true     | false |
        | D2 | Signed up | 2026-02-02 | true     | true  |
        | D3 | Talks     | 2026-09-01 | false    | false |
        | D4 | Gone      | 2026-02-04 | true     | false |`,
    });
    expect(outcomes(records)).toEqual(["D1 lost", "D2 won", "D3 open", "D4 lost"]);
    expect(records.stages.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "Gone lost",
      "Signed up won",
      "Talks open",
    ]);
    expect(records.deals.map(({ closedDay }) => closedDay)).toEqual([20485, 20486, null, 20488]);
    expect(records.problems).toEqual([]);
  });

  it("is lost where a column says not won, and it has a closing day", () => {
    const records = readTables({
      Deals: `
        | ID | Stage       | Closed     | Won? |
        | D1 | Proposal    | 2026-02-01 | Yes  |
        | D2 | Proposal    | 2026-03-01 | No   |
        | D3 | Negotiation |            | No   |`,
    });
    expect(outcomes(records)).toEqual(["D1 won", "D2 lost", "D3 open"]);
  });

  it("is lost where a column says not won, and undecided deals are left blank", () => {
    const answers = {
      Won: ["Yes", "No", "", ""],
      "Gewonnen?": ["Ja", "Nein", "", ""],
      "¿Ganado?": ["sí", "no", "", ""],
    };
    for (const [header, cells] of Object.entries(answers)) {
      const rows = cells.map((cell, i) => `\n| D${i} | Proposal | ${cell} |`).join("");
      expect(outcomes(readTables({ Deals: `| ID | Stage | ${header} |${rows}` }))).toEqual([
        "D0 won",
        "D1 lost",
        "D2 open",
        "D3 open",
      ]);
    }
  });

  it.each([
    ["TRUE", "FALSE"],
    ["Yes", "No"],
    ["x", ""],
    ["✓", ""],
    ["1", "0"],
  ])("is lost where a column of losses beside one of wins says so: %s", (yes, no) => {
    const records = readTables({
      Deals: `
        | ID | Stage | Won    | Lost   |
        | D1 | Talks | ${yes} | ${no}  |
        | D2 | Talks | ${no}  | ${yes} |
        | D3 | Talks | ${no}  | ${no}  |`,
    });
    expect(outcomes(records)).toEqual(["D1 won", "D2 lost", "D3 open"]);
    expect(problemsOf(records, "status-unknown")).toEqual([]);
  });

  it("status-unknown: a yes under a header that does not ask for the win", () => {
    const records = readTables({
      Deals: "| ID | Stage | Outcome |\n| D1 | Talks | Yes |\n| D2 | Talks | Open |\n| D3 | Talks | Won |",
    });
    expect(outcomes(records)).toEqual(["D1 open", "D2 open", "D3 won"]);
    expect(problemsOf(records, "status-unknown")).toEqual(['Deals!C2 "Yes" warning nothing count=1']);
  });

  it("reads the answers to an offer in a column of statuses", () => {
    const answers =
      "Accepted Declined Pending Angenommen Abgelehnt Aceptada Rechazada Pendiente Accepté Refusé W L".split(
        " ",
      );
    const rows = answers.map((answer, i) => `\n| D${i} | Talks | ${answer} |`).join("");
    expect(
      outcomes(readTables({ Deals: `| ID | Stage | Status |${rows}` })).map((deal) => deal.split(" ")[1]),
    ).toEqual("won lost open won lost won lost open won lost won lost".split(" "));
  });

  it("takes one forgotten cell among thirty for no sign of undecided deals", () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `\n| D${i} | Proposal | ${i === 0 ? "" : i < 9 ? "Yes" : "No"} |`,
    );
    const read = outcomes(readTables({ Deals: `| ID | Stage | Won? |${rows.join("")}` }));
    expect(read.filter((deal) => deal.endsWith("lost"))).toEqual([]);
  });
});

describe("deleted and archived deals", () => {
  it("deal-archived: are left out, unless something says how they ended", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Status   | Probability | Lost reason |
        | D1 | Talks | Deleted  | 0           |             |
        | D2 | Talks | Archived | 0           |             |
        | D3 | Talks | Archived | 50          | Price       |
        | D4 | Talks | Archived | 50          |             |
        | D5 | Talks | Open     | 50          |             |
        | D6 | Talks | Won      | 100         |             |`,
    });
    expect(outcomes(records)).toEqual(["D2 lost", "D3 lost", "D5 open", "D6 won"]);
    expect(records.excludedCount).toBe(2);
    expect(problemsOf(records, "deal-archived")).toEqual([
      'Deals!C2 "Deleted" warning deal',
      'Deals!C5 "Archived" warning deal',
    ]);
  });

  it("deal-archived: says so of a column too", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Archived |
        | D1 | Talks | yes      |
        | D2 | Talks | no       |
        | D3 | Won   | yes      |`,
    });
    expect(outcomes(records)).toEqual(["D2 open", "D3 won"]);
    expect(problemsOf(records, "deal-archived")).toEqual(['Deals!C2 "yes" warning deal']);
  });
});

describe("words of a status column that are none", () => {
  const deals = (...statuses: readonly string[]): Readonly<Record<string, string>> => ({
    Deals: ["| ID | Stage | Status |", ...statuses.map((text, i) => `| D${i} | Talks | ${text} |`)].join(
      "\n",
    ),
  });

  it("status-unknown: tells each once, and how many rows have it", () => {
    const records = readTables(deals("Open", "On hold", "Won", "Lost", "On hold", "Hold"));
    expect(outcomes(records)).toEqual(["D0 open", "D1 open", "D2 won", "D3 lost", "D4 open", "D5 open"]);
    expect(problemsOf(records, "status-unknown")).toEqual([
      'Deals!C3 "On hold" warning nothing count=2',
      'Deals!C7 "Hold" warning nothing count=1',
    ]);
  });

  it("status-slip: reads a word that is one letter off, and says so", () => {
    const records = readTables(deals("Open", "Wom", "Won", "Lsot", "Lost", "Opne"));
    expect(outcomes(records)).toEqual(["D0 open", "D1 won", "D2 won", "D3 lost", "D4 lost", "D5 open"]);
    expect(problemsOf(records, "status-slip")).toEqual([
      'Deals!C3 "Wom" note nothing status=won count=1',
      'Deals!C5 "Lsot" note nothing status=lost count=1',
      'Deals!C7 "Opne" note nothing status=open count=1',
    ]);
  });
});

describe("a stage in a status column", () => {
  it("is no slip of a word for open in another language", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Status |
        | D1 | Talks | Open   |
        | D2 | Talks | Won    |
        | D3 | Won   | Offer  |`,
    });
    expect(outcomes(records)).toEqual(["D1 open", "D2 won", "D3 won"]);
    expect(problemsOf(records, "status-slip")).toEqual([]);
    expect(problemsOf(records, "status-unknown")).toEqual(['Deals!C4 "Offer" warning nothing count=1']);
  });
});

describe("conflicts", () => {
  it("outcome-conflict: open with a sure probability, and days for both ends", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Status | Probability | Won on     | Lost on    |
        | D1 | Talks | Open   | 100         |            |            |
        | D2 | Talks | Open   | 0           |            |            |
        | D3 | Talks |        | 50          | 2026-01-04 | 2026-02-04 |
        | D4 | Talks | Won    | 100         | 2026-01-04 |            |`,
    });
    expect(outcomes(records)).toEqual(["D1 open", "D2 open", "D3 lost", "D4 won"]);
    expect(problemsOf(records, "outcome-conflict")).toEqual([
      'Deals!D2 "100" warning nothing outcome=open by=status other=won otherBy=probability',
      'Deals!D3 "0" warning nothing outcome=open by=status other=lost otherBy=probability',
      'Deals!E4 "2026-01-04" warning nothing outcome=lost by=later day other=won otherBy=earlier day',
    ]);
  });
});
