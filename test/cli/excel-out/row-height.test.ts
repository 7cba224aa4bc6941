import { expect, test } from "vitest";
import { rowHeight } from "../../../cli/excel-out/row-height.ts";
import type { ReportCell } from "../../../engine/index.ts";

function cell(value: string, more: Partial<ReportCell> = {}): ReportCell {
  return { value, unit: "text", style: "body", ...more };
}

test("a row grows with its longest text, word by word", () => {
  const one = rowHeight([cell("short")], [20]);
  const two = rowHeight([cell("short"), cell("twelve chars and twelve more")], [20, 20]);
  expect(two).toBeGreaterThan(one * 1.8);
  expect(two).toBeLessThan(one * 2.2);
});

test("a text over several columns has their width", () => {
  const text = "some words that are too long for one column of ten characters";
  expect(rowHeight([cell(text, { span: 6 })], [12, 12, 12, 12, 12, 12])).toBe(rowHeight([cell("x")], [12]));
});

test("a word longer than its column takes the lines it needs", () => {
  expect(rowHeight([cell("x".repeat(100))], [10])).toBeGreaterThan(rowHeight([cell("x".repeat(50))], [10]));
});

test("bold letters are wider than those of running text", () => {
  const name = [cell("Company plan – Sample Print Shop 6")];
  const bold = name.map((one) => ({ ...one, style: "label" as const }));
  expect(rowHeight(bold, [32])).toBeGreaterThan(rowHeight(name, [32]));
});
