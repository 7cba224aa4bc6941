import { describe, expect, it } from "vitest";
import { type RunOptions, SheetsSimulator, type SimulatorOptions } from "./simulator.ts";

function simulate(body: string, options: Partial<SimulatorOptions> = {}): SheetsSimulator {
  return new SheetsSimulator({ code: `function go(value) { ${body} }`, ...options });
}

function errorOf(body: string, options: RunOptions = {}): string {
  return simulate(body).run("go", [], options).error?.message ?? "no error";
}

describe("time", () => {
  it("gives dates in the spreadsheet's zone, and local getters in the script's", () => {
    const simulator = simulate(
      `const date = SpreadsheetApp.getActiveSpreadsheet().getRange("A1").getValue();
       return [date instanceof Date, date.toISOString(), date.getDate(), Utilities.formatDate(date, "Europe/Berlin", "yyyy-MM-dd")];`,
      { scriptZone: "America/Los_Angeles" },
    );
    simulator.person.type("Sheet1", "A1", "2026-03-04");
    // Midnight in Berlin is 23:00 UTC and 15:00 of the day before in Los Angeles.
    expect(simulator.run("go").value).toEqual([true, "2026-03-03T23:00:00.000Z", 3, "2026-03-04"]);
  });

  it("ends an execution after six minutes, a simple trigger after 30 seconds, past any catch", () => {
    const body = "try { Utilities.sleep(40000); } catch (error) {} return 'went on';";
    expect(simulate(body).run("go").value).toBe("went on");
    expect(errorOf(body, { entry: "simple-edit" })).toBe("Exceeded maximum execution time");
    expect(errorOf("Utilities.sleep(361000);")).toBe("Exceeded maximum execution time");
  });
});

describe("what each start may do", () => {
  it.each([
    ["open-without-authorisation", "PropertiesService.getDocumentProperties();", /do not have permission/],
    [
      "open-without-authorisation",
      "SpreadsheetApp.getUi().createMenu('x').addItem('a', 'b').addToUi();",
      /no error/,
    ],
    ["simple-open", "ScriptApp.getProjectTriggers();", /do not have permission/],
    ["simple-open", "PropertiesService.getDocumentProperties().getProperty('a');", /no error/],
    ["simple-edit", "MailApp.getRemainingDailyQuota();", /do not have permission/],
    ["time-trigger", "SpreadsheetApp.getUi();", /Cannot call SpreadsheetApp.getUi\(\) from this context/],
    [
      "custom-function",
      "SpreadsheetApp.getActiveSpreadsheet().getRange('A1').setValue(1);",
      /do not have permission/,
    ],
  ] as const)("%s: %s", (entry, body, expected) => {
    expect(errorOf(body, { entry })).toMatch(expected);
  });

  it("offers nothing that Google does not", () => {
    expect(
      simulate("return [typeof setTimeout, typeof URL, typeof fetch, typeof process];").run("go").value,
    ).toEqual(["undefined", "undefined", "undefined", "undefined"]);
    expect(errorOf("SpreadsheetApp.getActiveSpreadsheet().getRange('A1').setColour('red');")).toMatch(
      /not a function/,
    );
  });
});

describe("limits", () => {
  it("refuses a property over 9 KB and a store over 500 KB", () => {
    expect(errorOf("PropertiesService.getDocumentProperties().setProperty('a', 'x'.repeat(9217));")).toBe(
      "Argument too large: value",
    );
    const filling =
      "const store = PropertiesService.getDocumentProperties(); for (let i = 0; i < 60; i++) store.setProperty('k' + i, 'x'.repeat(9000));";
    expect(errorOf(filling)).toMatch(/property storage quota/);
  });

  it("refuses the mail after the last one of the day, and the 21st trigger", () => {
    const simulator = simulate("MailApp.sendEmail({ to: 'a@example.com', subject: 's', body: 'b' });", {
      mailQuota: 1,
    });
    expect(simulator.run("go").error).toBeNull();
    expect(simulator.run("go").error?.message).toMatch(/too many times/);
    expect(
      errorOf("for (let i = 0; i < 21; i++) ScriptApp.newTrigger('x').timeBased().everyDays(1).create();"),
    ).toMatch(/too many triggers/);
  });

  it("gives the lock to one execution at a time, and frees it at the end", () => {
    const simulator = simulate(
      "const lock = LockService.getDocumentLock(); const got = lock.tryLock(1000); SpreadsheetApp.flush(); return got;",
    );
    const inner: unknown[] = [];
    const meanwhile = { atCall: 3, run: () => inner.push(simulator.run("go").value) };
    expect(simulator.run("go", [], { meanwhile }).value).toBe(true);
    expect(inner).toEqual([false]);
    expect(simulator.run("go").value).toBe(true);
  });
});

describe("the sidebar's calls", () => {
  it("carry plain values only, both ways", () => {
    expect(simulate("return value;").fromSidebar("go", { a: [1, undefined, "x"] })).toEqual({
      a: [1, null, "x"],
    });
    expect(() => simulate("return value;").fromSidebar("go", { when: new Date() })).toThrow(/illegal value/);
    expect(() => simulate("return { deep: [new Date(0)] };").fromSidebar("go")).toThrow(
      /not a supported return type/,
    );
    expect(() => simulate("").fromSidebar("missing")).toThrow("Script function not found: missing");
  });
});

describe("calls", () => {
  it("are counted; builders and the document's outline are not service calls", () => {
    const result = simulate(
      "const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; sheet.getRange('A1').setValue(sheet.getName());",
    ).run("go");
    expect(result.calls).toHaveLength(5);
    expect(result.serviceCalls).toEqual([
      "SpreadsheetApp.getActiveSpreadsheet",
      "Spreadsheet.getSheets",
      "Range.setValue",
    ]);
  });

  it("fail at the call a test names: an error to catch, or the end of the execution", () => {
    const body =
      "try { SpreadsheetApp.getActiveSpreadsheet().getName(); } catch (error) { return 'caught'; }";
    expect(simulate(body).run("go", [], { fault: { atCall: 2, mode: "throw" } }).value).toBe("caught");
    expect(errorOf(body, { fault: { atCall: 2, mode: "kill" } })).toBe("Exceeded maximum execution time");
  });

  it("run in a fresh script every time", () => {
    const simulator = new SheetsSimulator({ code: "let count = 0; function go() { return ++count; }" });
    expect([simulator.run("go").value, simulator.run("go").value]).toEqual([1, 1]);
  });
});
