import { describe, expect, it } from "vitest";
import { BLANK, type CellState } from "./document.ts";
import { shownText } from "./shown-text.ts";
import { FORMULA_MARK, typeInto } from "./typing.ts";

const TYPIST = { zone: "Europe/Berlin", locale: "en_GB", year: 2026 };

function typed(input: unknown, cell: CellState = BLANK, locale = "en_GB"): CellState {
  return typeInto(cell, input, { ...TYPIST, locale });
}

describe("what is put into a cell is parsed like typing", () => {
  it.each([
    ["12", 12],
    ["1,234.5", 1234.5],
    ["-3", -3],
    ["1e3", 1000],
    ["12%", 0.12],
    ["TRUE", true],
    ["Acme Ltd", "Acme Ltd"],
    ["", null],
    ["2 deals", "2 deals"],
  ])("%s", (text, value) => {
    expect(typed(text).value).toBe(value);
  });

  it("turns text that looks like a date into a serial, the order by locale", () => {
    // 2026-03-04 is 46,085 days after 1899-12-30: 25,569 to 1970 and 20,516 since.
    expect(typed("2026-03-04")).toMatchObject({ value: 46_085, format: "yyyy-MM-dd" });
    expect(typed("04/03/2026").value).toBe(46_085);
    expect(typed("03/04/2026", BLANK, "en_US").value).toBe(46_085);
    expect(typed("4 March").value).toBe(46_085);
    expect(typed("31/02/2026").value).toBe("31/02/2026");
  });

  it.each(["=1+1", "+A1", "-A1"])("makes a formula of %s", (text) => {
    expect(typed(text)).toMatchObject({ value: FORMULA_MARK });
  });

  it("takes text as it is after an apostrophe, and in a cell of text format", () => {
    expect(typed("'=1+1")).toMatchObject({ value: "=1+1", formula: "" });
    expect(typed("'007").value).toBe("007");
    expect(typed("=1+1", { ...BLANK, format: "@" })).toMatchObject({ value: "=1+1", formula: "" });
  });

  it("stores a Date by the spreadsheet's wall clock, and keeps a format that is there", () => {
    // 22:30 UTC on 3 March is 23:30 in Berlin: the same day there.
    const evening = new Date("2026-03-03T23:30:00Z");
    expect(Math.floor(Number(typed(evening).value))).toBe(46_085);
    expect(typed(evening, { ...BLANK, format: "yyyy-mm-dd" }).format).toBe("yyyy-mm-dd");
  });
});

it("shows numbers by their format, by condition too", () => {
  const shown = (value: number, format: string) => shownText({ ...BLANK, value, format });
  const money = '[>=100]"€"#,##0;[<=-100]-"€"#,##0;"€"#,##0.00';
  expect([
    shown(12_345.6, money),
    shown(99.5, money),
    shown(0.326, "0.0 %"),
    shown(46_085, "yyyy-mm-dd"),
  ]).toEqual(["€12,346", "€99.50", "32.6 %", "2026-03-04"]);
});
