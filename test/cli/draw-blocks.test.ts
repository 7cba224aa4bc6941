import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { drawBlocks, textWidth } from "../../cli/draw/draw-blocks.ts";
import { paintWith } from "../../cli/draw/paint.ts";
import { visibleText } from "../../cli/draw/visible-text.ts";
import type { TextBlock } from "../../engine/index.ts";

const draw = (blocks: readonly TextBlock[], width = 60): string =>
  drawBlocks(blocks, width, paintWith(false));

test("a page reads well without colour", () => {
  const page = draw([
    { kind: "heading", level: 1, text: "Check of deals.xlsx" },
    {
      kind: "paragraph",
      text: "All columns that matter were found, and four deals can be used as they stand.",
    },
    { kind: "heading", level: 2, text: "Deals" },
    {
      kind: "facts",
      facts: [
        { label: "Win rate", value: "62 % (55–68 %)", note: "n = 180; 12 undecided" },
        { label: "Cycle", value: "52 days" },
      ],
    },
    { kind: "heading", level: 2, text: "Columns" },
    {
      kind: "table",
      columns: [
        { title: "Header", align: "left" },
        { title: "Filled", align: "right" },
        { title: "Examples", align: "left", wraps: true },
      ],
      rows: [
        ["Stage", "4", "Proposal, Negotiation, Qualification, Contact, Closing"],
        ["Deal value", "1,204", "1,000"],
      ],
    },
    {
      kind: "list",
      items: ["One remark.", "Another remark that is long enough to need a second line of its own."],
    },
  ]);
  expect(page).toBe(
    [
      "Check of deals.xlsx",
      "═══════════════════",
      "All columns that matter were found, and four deals can be",
      "used as they stand.",
      "",
      "Deals",
      "  Win rate  62 % (55–68 %)  n = 180; 12 undecided",
      "  Cycle     52 days",
      "",
      "Columns",
      "  Header      Filled  Examples",
      "  ──────────  ──────  ──────────────────────────────────────",
      "  Stage            4  Proposal, Negotiation, Qualification,",
      "                      Contact, Closing",
      "  Deal value   1,204  1,000",
      "",
      "  - One remark.",
      "  - Another remark that is long enough to need a second line",
      "    of its own.",
      "",
    ].join("\n"),
  );
});

test("a number and its sign are never parted by a line break", () => {
  for (let width = 40; width < 70; width += 1) {
    const text =
      "You win 32.6 % of closed deals (30.4–34.9 %, n = 712); 54 are undecided, 12 % more than usual.";
    const lines = draw([{ kind: "paragraph", text }], width)
      .trimEnd()
      .split("\n");
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(line).not.toMatch(/^(%|=|712)|(\bn|=)$/);
  }
});

test("on a narrow terminal values stand below their labels", () => {
  const facts = [{ label: "Average amount of a won deal", value: "12,500 EUR" }];
  expect(draw([{ kind: "facts", facts }], 40)).toBe("Average amount of a won deal\n  12,500 EUR\n");
});

test("tones colour the text and never its width", () => {
  const blocks: readonly TextBlock[] = [
    { kind: "paragraph", text: "Three deals were left out.", tone: "problem" },
    {
      kind: "table",
      columns: [{ title: "Cell", align: "left", tone: "quiet" }],
      rows: [["Deals!D17"], ["Deals!D18"]],
      rowTones: ["plain", "attention"],
    },
  ];
  const coloured = drawBlocks(blocks, 60, paintWith(true));
  expect(coloured).toContain("\u001b[31m");
  expect(coloured).toContain("\u001b[33m");
  expect(stripVTControlCharacters(coloured)).toBe(draw(blocks));
});

test("the width follows the terminal within reason", () => {
  expect([undefined, 20, 72, 300].map(textWidth)).toEqual([80, 40, 72, 100]);
});

test("no text moves the cursor or turns the reading direction", () => {
  expect(visibleText("a\u001b[2Jb\nc\u009bd\u202ee")).toBe("a [2Jb c de");
});

test("whatever the texts, no line is wider than the page and no word of a short cell is lost", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 60 });
  const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 100 }), (texts, width) => {
      const columns = ["A", "B", "C", "D"].map((title, index) => ({
        title,
        align: index % 2 === 0 ? ("left" as const) : ("right" as const),
        wraps: index > 1,
      }));
      const page = draw([{ kind: "table", columns, rows: texts }], width);
      for (const line of page.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      const shown = page.replace(/\s/g, "");
      for (const [first = ""] of texts) if (/^\w{1,6}$/.test(first)) expect(shown).toContain(first);
    }),
  );
});
