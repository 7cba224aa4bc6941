import { describe, expect, it } from "vitest";
import { DataError } from "../../../engine/basics/data-error.ts";
import type { Records } from "../../../engine/intake/records.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const stages = (...names: readonly string[]): Readonly<Record<string, string>> => ({
  Deals: ["| ID | Stage |", ...names.map((name, i) => `| D${i} | "${name}" |`)].join("\n"),
});
const kinds = (records: Records): Readonly<Record<string, string>> =>
  Object.fromEntries(records.stages.map(({ name, kind }) => [name, kind]));
const outcomes = (records: Records): readonly string[] =>
  records.deals.map(({ id, outcome, stage }) => `${id} ${outcome} ${stage}`);

describe("spellings", () => {
  it("stage-spellings-merged: case, spaces, accents, numbers in front, one letter", () => {
    const records = readTables(
      stages(
        "Negotiation",
        "Negotiation",
        "negotiation ",
        "NEGOTIATION",
        "Négotiation",
        "Negociation",
        "Negotiatoin",
        "4. Negotiation",
        "Lead",
      ),
    );
    expect(Object.keys(kinds(records))).toEqual(["Negotiation", "Lead"]);
    expect(problemsOf(records, "stage-spellings-merged")).toEqual(
      [
        'Deals!B6 "4. Negotiation" note nothing count=6 stage=Negotiation ' +
          "spellings=4. Negotiation, NEGOTIATION, Negociation, Negotiatoin, Négotiation, negotiation",
      ].map((line) => line.replace("B6", "B9")),
    );
    expect(records.deals.every(({ stage }) => stage === "Negotiation" || stage === "Lead")).toBe(true);
  });

  it("goes by the known word, however often it is misspelled", () => {
    const records = readTables(stages("Propsal", "Propsal", "Proposal", "Lead"));
    expect(kinds(records)).toEqual({ Proposal: "open", Lead: "open" });
  });

  it("takes six spellings of Closed Won for one outcome", () => {
    const records = readTables(
      stages("Closed Won", "closedwon", "CLOSED WON", "Closed - Won", "Won", "6. Closed/Won", "Lead"),
    );
    expect(records.deals.map(({ outcome }) => outcome)).toEqual([...Array(6).fill("won"), "open"]);
    expect(records.stages).toHaveLength(2);
  });

  it("does not merge names that one letter makes another stage", () => {
    const names = [
      "Contact",
      "Contract",
      "Phase A",
      "Phase B",
      "Demo 1",
      "Demo 2",
      "1. Call",
      "3. Call",
      "Tier",
      "Tie",
    ];
    expect(Object.keys(kinds(readTables(stages(...names))))).toEqual(names);
  });

  it("takes no word for an end of a deal for a slip of an open stage", () => {
    const names = ["Close", "Close", "Closed", "Follow-up", "Follow-up", "Folow-up"];
    expect(kinds(readTables(stages(...names)))).toEqual({
      Close: "open",
      Closed: "won",
      "Follow-up": "after",
    });
  });

  it("stage-kind-unclear: says that a stage may be a word for an end with a wrong letter", () => {
    const records = readTables(stages("Angebot", "Angebot", "verlohren", "verlohren", "gewonnen"));
    expect(kinds(records)).toMatchObject({ verlohren: "open" });
    expect(problemsOf(records, "stage-kind-unclear")).toEqual([
      'Deals!B4 "verlohren" warning nothing count=2 kind=open',
    ]);
  });

  it("takes the pipeline in brackets off a stage", () => {
    const records = readTables(stages("Lead", "Lead (Sales Pipeline)", "Demo (online)", "Demo (on site)"));
    expect(Object.keys(kinds(records))).toEqual(["Lead", "Demo (online)", "Demo (on site)"]);
  });
});

describe("order and kinds", () => {
  it("stage-unknown: a stage that the given order does not list", () => {
    const records = readTables(stages("Lead", "Offer out", "Purgatory", "Purgatory"), {
      stages: ["Lead", "Offer  Out"],
    });
    expect(records.stages.map(({ name, givenRank }) => [name, givenRank])).toEqual([
      ["Lead", 1],
      ["Offer  Out", 2],
      ["Purgatory", null],
    ]);
    expect(problemsOf(records, "stage-unknown")).toEqual(['Deals!B4 "Purgatory" warning nothing count=2']);
  });

  it("takes the order from numbers in front, and from percentages", () => {
    const ranks = (...names: readonly string[]) =>
      readTables(stages(...names)).stages.map(({ name, givenRank }) => [name, givenRank]);
    expect(ranks("2. Talks", "1. Hello")).toEqual([
      ["2. Talks", 2],
      ["1. Hello", 1],
    ]);
    expect(ranks("50% - Talks", "10% - Hello")).toEqual([
      ["50% - Talks", 50],
      ["10% - Hello", 10],
    ]);
    expect(ranks("3", "1", "2")).toEqual([
      ["3", 3],
      ["1", 1],
      ["2", 2],
    ]);
    expect(ranks("2 Talks", "1 Hello", "3 Won")).toEqual([
      ["2 Talks", 2],
      ["1 Hello", 1],
      ["3 Won", 3],
    ]);
    expect(ranks("Hello", "2 weeks of trial", "1 call")).toEqual([
      ["Hello", null],
      ["2 weeks of trial", null],
      ["1 call", null],
    ]);
    expect(ranks("Talks", "1. Hello")).toEqual(
      [
        ["Talks", null],
        ["1. Hello", 1],
      ].map(([name]) => [name, null]),
    );
  });

  it("says where the order comes from", () => {
    const from = (table: string, set: readonly string[] = []) =>
      readTables({ Deals: table }, set.length > 0 ? { stages: set } : {}).orderFrom;
    expect(from("| ID | Stage |\n| D1 | Lead |")).toBeUndefined();
    expect(from("| ID | Stage |\n| D1 | 1. Hello |\n| D2 | 2. Talks |")).toBe("numbers");
    expect(from("| ID | Stage |\n| D1 | 1. Hello |\n| D2 | 2. Talks |", ["Talks", "Hello"])).toBe("settings");
    expect(from("| ID | Entered Lead | Entered Proposal |\n| D1 | 2026-01-01 | 2026-01-01 |")).toBe(
      "columns",
    );
    // By the alphabet, and against the ladder: the order of an export, not of a pipeline.
    const alphabet =
      "| ID | Entered Negotiation | Entered Proposal | Entered Qualification |\n| D1 | 2026-01-01 | 2026-01-01 | 2026-01-01 |";
    expect(from(alphabet)).toBeUndefined();
  });

  it("keeps two stages of one outcome apart where somebody lists both", () => {
    const settings = "| Stage | Kind |\n| Lead | open |\n| Lost | lost |\n| Disqualified | lost |";
    const sheets = {
      "Pipecast Settings": settings,
      ...stages("Lead", "Lost", "lost", "Disqualified", "disqualified"),
    };
    expect(kinds(readTables(sheets))).toEqual({ Lead: "open", Lost: "lost", Disqualified: "lost" });
  });

  it("knows the ladder in other languages", () => {
    const ranks = (...names: readonly string[]) =>
      readTables(stages(...names)).stages.map(({ ladderRank }) => ladderRank ?? 0);
    for (const names of [
      ["Prospecting", "Qualification", "Contact", "Proposal", "Negotiation", "Closing"],
      ["Identifikation", "Qualifikation", "Angebot", "Verhandlung"],
      ["Erstkontakt", "Angebot", "Verhandlung"],
      ["Primeiro contacto", "Proposta", "Negociação"],
      ["Prospection", "Qualification", "Proposition", "Négociation"],
      ["Prospección", "Calificación", "Propuesta", "Negociación"],
      ["Prospecção", "Qualificação", "Proposta", "Negociação"],
      ["Prospezione", "Qualifica", "Proposta", "Negoziazione"],
      ["Prospectie", "Kwalificatie", "Voorstel", "Onderhandeling"],
      ["見込み", "資格", "提案", "交渉"],
      ["预期", "评价", "提案", "协商"],
      [
        "Appointment Scheduled",
        "Qualified To Buy",
        "Presentation Scheduled",
        "Decision Maker Bought-In",
        "Contract Sent",
      ],
      [
        "Prospecting",
        "Qualification",
        "Needs Analysis",
        "Value Proposition",
        "Proposal/Price Quote",
        "Negotiation/Review",
      ],
      ["Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started"],
    ]) {
      const found = ranks(...names);
      expect(
        found.every((rank, i) => i === 0 || rank > (found[i - 1] ?? 0)),
        `${names} ${found}`,
      ).toBe(true);
    }
  });

  it("stage-kind-unclear: follow-up is after the win, unless the deals say otherwise", () => {
    const alone = readTables(stages("Lead", "Follow-up"));
    expect(kinds(alone)).toEqual({ Lead: "open", "Follow-up": "after" });
    expect(problemsOf(alone, "stage-kind-unclear")).toEqual([
      'Deals!B3 "Follow-up" warning nothing count=1 kind=after',
    ]);
    expect(outcomes(alone)).toEqual(["D0 open Lead", "D1 won Follow-up"]);

    const openDeals = readTables({
      Deals: "| ID | Stage | Status |\n| D1 | Follow-up | Open |\n| D2 | Lead | Open |",
    });
    expect(kinds(openDeals)).toMatchObject({ "Follow-up": "open" });
    const wonDeals = readTables({
      Deals: "| ID | Stage | Status |\n| D1 | Follow-up | Won |\n| D2 | Lead | Open |",
    });
    expect(kinds(wonDeals)).toMatchObject({ "Follow-up": "after" });
    expect([openDeals, wonDeals].flatMap((records) => problemsOf(records, "stage-kind-unclear"))).toEqual([]);

    const dated =
      "| ID | Entered Lead | Entered Won | Entered Follow-up |\n| D1 | 2026-01-01 | 2026-01-05 | 2026-02-05 |";
    expect(problemsOf(readTables({ Deals: dated }), "stage-kind-unclear")).toEqual([]);
    const history =
      "| ID | To stage | Changed on |\n| D1 | Won | 2026-01-04 |\n| D1 | Follow-up | 2026-02-04 |";
    expect(kinds(readTables({ History: history }))).toMatchObject({ "Follow-up": "after" });
    expect(kinds(readTables(stages("Lead", "Follow-up"), { stages: ["Follow-up", "Lead"] }))).toMatchObject({
      "Follow-up": "open",
    });
  });

  it("throws where a column holds more stages than any pipeline has", () => {
    const many = stages(
      ...Array.from({ length: 10_000 }, (_, i) => `Step ${i}x`),
      ...Array(10_000).fill("Lead"),
    );
    expect(() => readTables(many)).toThrow(DataError);
  });
});
