import { describe, expect, it } from "vitest";
import { readTables } from "../../helpers/read-tables.ts";

/** Eight customers; the visit of the first `late` ones was after the quote. */
function sheet(header: string, { rows = 8, late = 0, more = "" } = {}): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const visit = i < late ? "2026-03-01" : `2026-01-1${i}`;
    return `| C${i} | 2026-01-0${i + 1} | ${visit} | 2026-02-0${i + 1} | ${more} |`;
  });
  return [`| Customer | Enquiry | ${header} | Quote | ${more === "" ? "" : "Stage"} |`, ...lines].join("\n");
}

function stagesOf(table: string): readonly string[] {
  return readTables({ Deals: table }).stages.map(({ name }) => name);
}

describe("a column of days of an unknown name between two stage-date columns", () => {
  it("is a stage in the place of its column", () => {
    expect(stagesOf(sheet("Site visit"))).toEqual(["Enquiry", "Site visit", "Quote"]);
    expect(stagesOf(sheet("Site visit date"))).toEqual(["Enquiry", "Site visit", "Quote"]);
  });

  it("may lie elsewhere for one deal in nine, and not for two in eight", () => {
    expect(stagesOf(sheet("Site visit", { rows: 9, late: 1 }))).toContain("Site visit");
    expect(stagesOf(sheet("Site visit", { rows: 8, late: 2 }))).not.toContain("Site visit");
  });

  it("is left alone below eight rows, headed as something else, and where the stages are named", () => {
    expect(stagesOf(sheet("Site visit", { rows: 7 }))).toEqual(["Enquiry", "Quote"]);
    expect(stagesOf(sheet("Last contact"))).toEqual(["Enquiry", "Quote"]);
    expect(stagesOf(sheet("Site visit", { more: "Quote" }))).not.toContain("Site visit");
    const set = {
      Deals: sheet("Site visit"),
      "Pipecast Settings": "| Setting | Value |\n| Stages | Enquiry, Quote |",
    };
    expect(readTables(set).stages.map(({ name }) => name)).toEqual(["Enquiry", "Quote"]);
  });

  it("is left alone where its days lie elsewhere, or read in two ways", () => {
    expect(stagesOf(sheet("Site visit", { late: 8 }))).toEqual(["Enquiry", "Quote"]);
    const twofold = sheet("Site visit").replace(/2026-(\d\d)-(\d\d)/g, "$2/$1/2026");
    expect(stagesOf(twofold)).not.toContain("Site visit");
  });
});
