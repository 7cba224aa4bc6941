import { describe, expect, it } from "vitest";
import { SheetsSimulator } from "./simulator.ts";

/** Runs a body of script against a fresh spreadsheet and gives what it returns, or the error's text. */
function run(body: string): unknown {
  const simulator = new SheetsSimulator({
    code: `function go() { const book = SpreadsheetApp.getActiveSpreadsheet(); const sheet = book.getSheets()[0]; ${body} }`,
  });
  const { value, error } = simulator.run("go");
  return error ? error.message : value;
}

describe("the grid", () => {
  it("refuses data of another shape than the range, in Google's words", () => {
    expect(run("sheet.getRange(1, 1, 1, 1).setValues([[1, 2, 3]]);")).toBe(
      "The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 1.",
    );
    expect(run("sheet.getRange(1, 1, 2, 1).setValues([[1]]);")).toBe(
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    );
  });

  it("ends at 1000 × 26 until rows or columns are inserted", () => {
    const outside = "The coordinates of the range are outside the dimensions of the sheet.";
    expect(run("sheet.getRange(1001, 1).setValue(1);")).toBe(outside);
    expect(run("sheet.getRange(1, 27).setValue(1);")).toBe(outside);
    expect(
      run("sheet.insertRowsAfter(1000, 1); sheet.getRange(1001, 1).setValue(7); return sheet.getLastRow();"),
    ).toBe(1001);
    expect(
      run(
        "sheet.insertColumnsAfter(26, 2); sheet.getRange(1, 28).setValue(7); return sheet.getLastColumn();",
      ),
    ).toBe(28);
  });

  it("refuses empty ranges and rows before the first", () => {
    expect(run("sheet.getRange(1, 1, 0, 1);")).toBe("The number of rows in the range must be at least 1.");
    expect(run("sheet.getRange(0, 1);")).toBe("The starting row of the range is too small.");
  });

  it("holds at most ten million cells", () => {
    expect(run("sheet.insertRowsAfter(1000, 400000);")).toMatch(/above the limit of 10000000 cells/);
  });

  it("gives the data range from A1 to the last filled cell, blanks as empty text", () => {
    expect(run('sheet.getRange("C2").setValue(5); return sheet.getDataRange().getValues();')).toEqual([
      ["", "", ""],
      ["", "", 5],
    ]);
  });

  it("writes nothing where one value of many is refused", () => {
    const tooLong = `const long = "x".repeat(50001); try { sheet.getRange("A1:B1").setValues([["kept out", long]]); } catch (error) { return [error.message, sheet.getRange("A1").getValue()]; }`;
    expect(run(tooLong)).toEqual([
      "Your input contains more than the maximum of 50000 characters in a single cell.",
      "",
    ]);
  });

  it("moves named ranges with rows inserted above them, and keeps sheet ids", () => {
    const body = `const id = sheet.getSheetId();
      book.setNamedRange("rate", sheet.getRange("B5"));
      sheet.insertRowsAfter(2, 3);
      return [book.getRangeByName("rate").getA1Notation(), sheet.getSheetId() === id];`;
    expect(run(body)).toEqual(["B8", true]);
  });

  it("moves named ranges with moved rows, and those that close up behind them", () => {
    const body = `book.setNamedRange("rate", sheet.getRange("B5"));
      book.setNamedRange("gone", sheet.getRange("B3"));
      sheet.getRange("A5").setValue("five");
      sheet.moveRows(sheet.getRange(3, 1, 2, 1), 8);
      const cell = (name) => book.getRangeByName(name).getA1Notation();
      return [cell("rate"), cell("gone"), sheet.getRange("A3").getValue()];`;
    expect(run(body)).toEqual(["B3", "B6", "five"]);
    expect(run("sheet.moveRows(sheet.getRange(3, 1, 2, 1), 4);")).toMatch(/^Cannot move/);
  });

  it("refuses a second sheet of the same name, a deleted last sheet, and frozen rows to the end", () => {
    expect(run('book.insertSheet("Sheet1");')).toBe(
      'A sheet with the name "Sheet1" already exists. Please enter another name.',
    );
    expect(run("book.deleteSheet(sheet);")).toBe("You can't remove all the sheets in a document.");
    expect(run("sheet.setFrozenRows(1000);")).toBe("You can't freeze all visible rows on the sheet.");
  });

  it("refuses to edit cells that are protected from the person", () => {
    const simulator = new SheetsSimulator({
      code: `function go() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("B2").setValue(1); }`,
    });
    const sheet = simulator.person.sheet("Sheet1");
    const area = { row: 0, column: 0, rowCount: 5, columnCount: 5 };
    sheet.protections.push({ area, description: "", warningOnly: false, forbidden: true });
    expect(simulator.run("go").error?.message).toMatch(/protected cell/);
  });

  it("finds metadata by key and leads to its sheet", () => {
    const body = `sheet.addDeveloperMetadata("ours", "report");
      const found = book.createDeveloperMetadataFinder().withKey("ours").find();
      return [found.length, found[0].getValue(), found[0].getLocation().getSheet().getName()];`;
    expect(run(body)).toEqual([1, "report", "Sheet1"]);
  });

  it("keeps charts with their ranges, updates them in place, and removes them", () => {
    const body = `const made = sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange("A1:B3")).setPosition(1, 5, 0, 0).setOption("title", "one").build();
      sheet.insertChart(made);
      const id = sheet.getCharts()[0].getChartId();
      sheet.updateChart(sheet.getCharts()[0].modify().setOption("title", "two").build());
      const same = sheet.getCharts().length === 1 && sheet.getCharts()[0].getChartId() === id;
      const range = sheet.getCharts()[0].getRanges()[0].getA1Notation();
      sheet.removeChart(sheet.getCharts()[0]);
      return [same, range, sheet.getCharts().length];`;
    expect(run(body)).toEqual([true, "A1:B3", 0]);
  });
});
