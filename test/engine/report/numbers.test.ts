import { expect, test } from "vitest";
import {
  amountText,
  countedText,
  countText,
  daysText,
  intervalText,
  listText,
  shareText,
} from "../../../engine/report/numbers.ts";

test("a half is rounded up, as spreadsheets show it", () => {
  // 0.6315 is stored as 0.63149999…; a cell with one decimal shows 63.2 %
  expect(shareText(0.6315, 6711)).toBe("63.2 %");
  expect(amountText(1.005, null)).toBe("1.01");
  expect(countText(2.5)).toBe("3");
});

test("a rounded nothing has no sign", () => {
  expect(countText(-0.4)).toBe("0");
  expect(countText(-1234.5)).toBe("−1,235");
});

test("money has no decimals from 100 up, and its currency before it", () => {
  expect(amountText(99.99, "EUR")).toBe("€99.99");
  expect(amountText(1000.5, "CHF")).toBe("CHF 1,001");
  expect(amountText(10_005_534, "USD")).toBe("$10,005,534");
});

test("a currency that is no currency is left out", () => {
  expect(amountText(5, '"0;[Red]')).toBe("5.00");
});

test("one is not many", () => {
  expect(countedText(1, "day")).toBe("1 day");
  expect(daysText(0.6)).toBe("1 day");
  expect(countedText(0, "deal is", "deals are")).toBe("0 deals are");
});

test("an interval stands beside its estimate", () => {
  const interval = { lower: 0.5536, estimate: 0.6222, upper: 0.6849, level: 0.8, n: 180 };
  expect(intervalText(interval)).toBe("62.2 % (55.4–68.5 %), n = 180");
});

test("names in a row", () => {
  expect([listText([]), listText(["A"]), listText(["A", "B"])]).toEqual(["", "A", "A and B"]);
});
