import { describe, expect, test } from "vitest";
import type { DataError, DataErrorCode } from "../../../engine/basics/data-error.ts";
import type { Reason } from "../../../engine/basics/figure.ts";
import type { Problem, ProblemCode } from "../../../engine/basics/problem.ts";
import { readSettingsSheet } from "../../../engine/intake/settings-sheet.ts";
import { countText } from "../../../engine/report/numbers.ts";
import { dataErrorLines } from "../../../engine/report/wording/data-errors.ts";
import { excerptOf } from "../../../engine/report/wording/excerpt.ts";
import { problemMessage, problemTitle } from "../../../engine/report/wording/problems.ts";
import { reasonText } from "../../../engine/report/wording/reasons.ts";

/** The details each code carries, as its comment in engine/basics/problem.ts says; none compiles without. */
const DETAILS: Readonly<Record<ProblemCode, Problem["details"]>> = {
  "visit-overlap": { stage: "Contact", next: "Proposal", leftDay: "2026-01-09", nextDay: "2026-01-07" },
  "visit-gap": { stage: "Contact", next: "Proposal", leftDay: "2026-01-05", nextDay: "2026-01-07" },
  "stage-jump": { from: "Contact", to: "Closing", skippedCount: 2 },
  "day-in-future": { field: "created" },
  "stage-before-created": { stage: "Contact", createdDay: "2026-01-05" },
  "closed-before-opened": { startDay: "2026-01-05" },
  "stage-after-closed": { stage: "Contact", changedDay: "2026-01-05" },
  "close-date-default": {},
  "bulk-edit": { changeCount: 40, totalCount: 100 },
  "won-without-amount": {},
  "open-with-closed-day": { closedDay: "2026-01-05" },
  "closed-without-day": { outcome: "won" },
  "outcome-differs-from-history": { outcome: "won", historyOutcome: "lost" },
  "stage-differs-from-history": { stage: "Contact", historyStage: "Proposal", counts: "the row" },
  "date-unreadable": {},
  "date-implausible": undefined,
  "date-order-unclear": { header: "Created", reading: "day-first", count: 12 },
  "date-order-mixed": { header: "Created", reading: "day-first", count: 3, either: 14 },
  "date-half-converted": { header: "Created", count: 9 },
  "amount-unreadable": {},
  "amount-mark-unclear": { reading: 15000, other: 15 },
  "probability-unreadable": {},
  "probability-out-of-range": {},
  "cell-error": { field: "name" },
  "cells-merged": { header: "Owner", count: 5 },
  "currency-unreadable": {},
  "currency-without-rate": { currency: "USD", reportCurrency: "EUR" },
  "currency-chosen": { reportCurrency: "EUR", others: "USD, GBP" },
  "stage-missing": {},
  "stage-unknown": { count: 5 },
  "stage-spellings-merged": { stage: "Negotiation", spellings: "Negociation, negotiation", count: 4 },
  "stage-kind-unclear": { kind: "open", count: 8 },
  "outcome-conflict": { outcome: "won", by: "status", other: "lost", otherBy: "stage" },
  "outcome-unclear": undefined,
  "status-unknown": { count: 3 },
  "status-slip": { status: "won", count: 2 },
  "deal-archived": undefined,
  "deal-without-id": { id: "New office" },
  "duplicate-row": { id: "D-17", otherCell: "A40" },
  "duplicate-id": { id: "D-17", otherCell: "A40" },
  "id-nearly-same": { other: "7.0", otherCell: "A2" },
  "id-form-differs": { id: "7", count: 12 },
  "row-without-data": {},
  "other-pipeline": { pipeline: "Partners", read: "Sales" },
  "row-skipped": { kind: "header", count: 7 },
  "table-unread": { kind: "deals", count: 12 },
  "deal-unknown": {},
  "deal-ambiguous": { count: 2 },
  "change-without-deal": {},
  "change-without-stage": {},
  "change-without-day": {},
  "from-stage-differs": { from: "Contact", before: "Proposal" },
  "history-unrelated": {},
  "snapshot-vanished": { lastDay: "2026-01-05" },
  "currency-conflict": { currency: "EUR", sign: "USD" },
  "currency-assumed": { currency: "EUR", count: 3 },
  "amount-perhaps-weighted": undefined,
  "setting-unknown": {},
  "stage-kind-unknown": { stage: "Proposal" },
  "setting-unreadable": { setting: "Currency" },
};

function problem(code: ProblemCode, value: string): Problem {
  const details = DETAILS[code];
  const where = { sheet: "Deals", cell: "D17" };
  return { code, severity: "warning", where, value, excludes: "nothing", ...(details ? { details } : {}) };
}

const CODES = Object.keys(DETAILS) as ProblemCode[];

describe("every problem", () => {
  test.each(CODES)("%s says place, why and remedy in full sentences", (code) => {
    const message = problemMessage(problem(code, "oddity"));
    expect(message).toMatch(/^Deals!D17: ["A-Z\d].+\. [A-Z].+\.$/);
    expect(message).not.toMatch(/undefined|NaN|\[object|!\s| {2}| {1}[,.]/);
  });

  test.each(CODES)("%s uses every detail it carries", (code) => {
    const message = problemMessage(problem(code, "oddity"));
    for (const [name, detail] of Object.entries(DETAILS[code] ?? {}))
      if (name !== "field") expect(message).toContain(String(detail));
  });

  test("kinds have titles of their own", () => {
    expect(new Set(CODES.map(problemTitle)).size).toBe(CODES.length);
  });
});

describe("excerpts", () => {
  test("are cut to forty characters, whole ones", () => {
    // 39 characters and the ellipsis; an emoji is one character of two units
    expect(excerptOf("😀".repeat(50))).toBe(`${"😀".repeat(39)}…`);
    expect(excerptOf("x".repeat(40))).toBe("x".repeat(40));
  });

  test("carry no control characters, line breaks or marks that turn the writing round", () => {
    expect(excerptOf("a\u0000b\r\nc\u001B[31md\u202Ee")).toBe("a b c [31md e");
  });

  test("of 30,000 characters cost no time", () => {
    expect(excerptOf(" ".repeat(30_000))).toBe("");
  });

  test("a blank value is called this cell", () => {
    expect(problemMessage(problem("date-unreadable", "  "))).toBe(
      "Deals!D17: This cell is not a date. Correct it or leave it blank.",
    );
  });

  test("a sheet alone is a place too", () => {
    const where = { sheet: "Deals", cell: null };
    expect(problemMessage({ ...problem("date-unreadable", "soon"), where })).toMatch(/^Deals: "soon" is not/);
  });
});

const DATA_ERRORS: Readonly<Record<DataErrorCode, DataError["details"]>> = {
  "workbook-empty": {},
  "no-deals-recognised": { sheets: "Notes, Sheet2", headers: ["Fruit", "Weight"] },
  "deals-hidden": { sheet: "Notes" },
  "no-deals-below-header": { sheet: "Notes" },
  "sheet-without-deals": { sheet: "Notes" },
  "sheet-without-history": { sheet: "Notes" },
  "too-many-stages": { sheet: "Notes", header: "Remark", count: 4000, limit: 200 },
};

test.each(Object.keys(DATA_ERRORS) as DataErrorCode[])("%s is two plain lines with its details", (code) => {
  const details = DATA_ERRORS[code];
  const lines = dataErrorLines({ code, details });
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^[A-Z].*\.$/);
  for (const detail of Object.values(details).flat())
    expect(lines.join(" ")).toContain(typeof detail === "number" ? countText(detail) : detail);
});

/** Settings that messages name, with a value each can hold. */
const SETTABLE: readonly (readonly [string, string])[] = [
  ["Deals sheet", "My deals"],
  ["History sheet", "My moves"],
  ["Column: Customer", "Company"],
  ["Column: Stage", "Phase"],
  ["Column: Changed on", "Moved"],
  ["Date order", "Day first"],
  ["Rate: USD", "0.92"],
  ["Currency", "EUR"],
  ["Pipeline", "Sales"],
];

describe("what to set, in a spreadsheet as on the command line", () => {
  const messages = [
    ...CODES.map((code) => problemMessage(problem(code, "oddity"))),
    ...Object.entries(DATA_ERRORS).map(([code, details]) =>
      dataErrorLines({ code: code as DataErrorCode, details }).join(" "),
    ),
  ];

  test("an option stands in brackets, behind the settings of the sheet", () => {
    const naming = messages.filter((message) => /--[a-z]/.test(message));
    expect(naming).toHaveLength(12);
    for (const message of naming)
      expect(message).toMatch(/in the sheet Pipecast Settings \(command line: --[^)]+\)[^-]*$/);
  });

  test("the settings named are all that the sheet can hold, and it reads each", () => {
    const named = messages.flatMap((message) => {
      const [before = "", after] = message.split(" in the sheet Pipecast Settings (");
      return after === undefined ? [] : [...before.matchAll(/ as "([^"]+)"/g)].map(([, name]) => name);
    });
    expect(new Set(named)).toEqual(new Set(SETTABLE.map(([name]) => name)));
    const rows = [["Setting", "Value"], ...SETTABLE.map((row) => [...row])];
    const { problems, ...read } = readSettingsSheet([{ sheet: "Pipecast Settings", rows }]);
    expect(problems).toEqual([]);
    expect(read).toMatchObject({ dealsSheet: "My deals", historySheet: "My moves", pipeline: "Sales" });
    expect(read).toMatchObject({ dateOrder: "day-first", currency: "EUR" });
    expect([...read.rates]).toEqual([["USD", 0.92]]);
    expect([...read.columns]).toEqual([
      ["account", "Company"],
      ["stage", "Phase"],
      ["changed-on", "Moved"],
    ]);
  });
});

const REASONS: Readonly<Record<Reason, true>> = {
  "no-deals": true,
  "no-history": true,
  "none-reached": true,
  "lost-stages-unknown": true,
  "none-decided": true,
  "none-closed": true,
  "none-won": true,
  "none-lost": true,
  "few-lost-with-amounts": true,
  "too-few-of-kind": true,
  "too-few": true,
  "curve-too-short": true,
  "no-amounts": true,
  "lost-without-amounts": true,
  "no-created-days": true,
  "zero-cycle": true,
  "mixed-currencies": true,
  "no-snapshots": true,
  "one-group": true,
  "no-reasons": true,
  "no-accounts": true,
  "no-gap": true,
  "period-ahead": true,
  "crowd-costs-nothing": true,
  "at-its-best": true,
  "not-certain": true,
  "no-forecast": true,
  "typed-overwritten": true,
};

test.each(Object.keys(REASONS) as Reason[])("%s ends a sentence, whatever its n", (reason) => {
  for (const n of [0, 1, 2000]) expect(reasonText({ missing: reason, n })).toMatch(/^[a-z\d].*[^.]$/);
  expect(reasonText({ missing: reason, n: 1 })).not.toMatch(/\b1 (deals|cases|visits)\b/);
});
