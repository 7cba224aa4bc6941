import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settingWords } from "../../apps-script/setting-words.ts";

describe("messages for somebody without a command line", () => {
  it.each([
    [
      'Name the sheet with --deals SHEET, or a column with --map "Stage=Your header".',
      'Name the sheet with the setting "Deals sheet", or a column with a line "Column: Stage" in Pipecast Settings.',
    ],
    [
      'Name it with --deals "My deals", or unhide it.',
      'Name it with the setting "Deals sheet", or unhide it.',
    ],
    ["Say which with --day-first or --month-first.", 'Say which with the setting "Date order".'],
    [
      "Say what one USD is worth with --rate USD=…; until then",
      'Say what one USD is worth with a line "Rate: USD" in Pipecast Settings; until then',
    ],
    ["set it with --stages if it is wrong.", "set it with Pipecast Settings if it is wrong."],
  ])("%s", (text, expected) => {
    expect(settingWords(text)).toBe(expected);
  });

  it("leaves no option of any message of the engine", () => {
    const folder = "engine/report/wording";
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const lines = texts.flatMap((text) => text.split("\n")).filter((line) => /--[a-z]/.test(line));
    expect(lines.length).toBeGreaterThan(10);
    const filled = lines.map((line) => line.replace(/\$\{detail\("currency"\)\}/g, "USD"));
    expect(filled.map(settingWords).filter((line) => /--[a-z]/.test(line))).toEqual([]);
  });
});
