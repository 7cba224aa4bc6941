import { describe, expect, test } from "vitest";
import { dayOfDate } from "../../../engine/basics/day.ts";
import { currencyOfFormat } from "../../../engine/grid/currency-format.ts";
import {
  builtInFormatCode,
  cellOfNumber,
  dayOfSerial,
  isDateFormat,
} from "../../../engine/grid/number-format.ts";

describe("a number format shows a date", () => {
  test.each([
    "mm-dd-yy",
    "d-mmm",
    "mmm-yy",
    "m/d/yy h:mm",
    "yyyy-mm-dd",
    "dd/mm/yyyy;@",
    "[$-409]d mmm yyyy",
    "[$-F800]dddd, mmmm dd, yyyy",
    'd" de "mmmm" de "yyyy',
    "[Red]yyyy",
    "yyyy\\-mm\\-dd hh:mm:ss.000",
    'yyyy"年"m"月"d"日"',
    "mmmm",
    "TT.MM.YYYY",
  ])("%s", (code) => expect(isDateFormat(code)).toBe(true));

  test.each([
    "General",
    "Standard",
    "0",
    "#,##0.00",
    "0%",
    "0.00E+00",
    "h:mm",
    "mm:ss",
    "[h]:mm:ss",
    "h:mm AM/PM",
    '0" days"',
    "#,##0\\d",
    "[Red]0.0",
    "[>=1000]0",
    "#,##0 [$kr-41D]",
    '#,##0 "mdy"',
    '_-* #,##0.00 "Kč"_-',
    "@",
    "",
  ])("not: %s", (code) => expect(isDateFormat(code)).toBe(false));
});

describe("the currency of a number format", () => {
  test.each([
    ["[$€-407]#,##0.00", "EUR"],
    ["#,##0.00\\ [$€-x-euro2]", "EUR"],
    ['_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-', "EUR"],
    ["#,##0.00 €", "EUR"],
    ["$#,##0_);[Red]($#,##0)", "USD"],
    ['_("$"* #,##0.00_);_("$"* (#,##0.00)', "USD"],
    ["[$$-409]#,##0", "USD"],
    ["[$$-1009]#,##0", "CAD"],
    ["[$$-C09]#,##0", "AUD"],
    ["[$USD] #,##0", "USD"],
    ["[$CHF-807] #,##0", "CHF"],
    ['"CHF" #,##0', "CHF"],
    ["£#,##0", "GBP"],
    ["[$₹-4009]#,##0", "INR"],
    ["[$R$-416] #,##0", "BRL"],
    ["[$¥-804]#,##0", "CNY"],
    ["¥#,##0", "JPY"],
    ["#,##0 [$kr-41D]", "SEK"],
    ["#,##0 [$kr.-406]", "DKK"],
    ["[$kr-0414] #,##0", "NOK"],
    ['#,##0 "zł"', "PLN"],
  ])("%s is %s", (code, currency) => expect(currencyOfFormat(code)).toBe(currency));

  test.each(["General", "#,##0.00", '#,##0 "kr"', '0 "pcs"', "[$-409]d mmm yyyy", "[Red]#,##0", '0 "ABC"'])(
    "%s names none",
    (code) => expect(currencyOfFormat(code)).toBeNull(),
  );
});

describe("serial numbers", () => {
  test("count from 1900, with the false leap day, or from 1904", () => {
    expect(dayOfSerial(1, false)?.day).toBe(dayOfDate(1900, 1, 1));
    expect(dayOfSerial(59, false)?.day).toBe(dayOfDate(1900, 2, 28));
    expect(dayOfSerial(61, false)?.day).toBe(dayOfDate(1900, 3, 1));
    expect(dayOfSerial(0, true)?.day).toBe(dayOfDate(1904, 1, 1));
    expect(dayOfSerial(44_741, true)?.day).toBe(dayOfDate(2026, 6, 30));
  });

  test("carry the time of day in whole seconds and round up to the next day, never to second 86,400", () => {
    expect(dayOfSerial(46_203.5, false)).toEqual({ kind: "day", day: 20_634, second: 43_200 });
    expect(dayOfSerial(46_203.999_999_9, false)).toEqual({ kind: "day", day: 20_635, second: 0 });
  });

  test("outside the calendar of spreadsheets stay numbers", () => {
    for (const value of [-1, 0.5, 2_958_466, 1e12, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(dayOfSerial(value, false)).toBeNull();
      expect(cellOfNumber(value, "yyyy-mm-dd", false)).toBe(value);
    }
  });
});

test("a stored number becomes a day, money or stays a number", () => {
  expect(cellOfNumber(46_203, "dd/mm/yyyy", false)).toEqual({ kind: "day", day: 20_634, second: 0 });
  expect(cellOfNumber(12.5, "€#,##0.00", false)).toEqual({ kind: "money", amount: 12.5, currency: "EUR" });
  expect(cellOfNumber(12.5, "General", false)).toBe(12.5);
});

test("built-in formats: dates are dates, and local currency names none", () => {
  const dates = [14, 15, 16, 17, 22, 27, 36, 50, 58].map((id) => isDateFormat(builtInFormatCode(id)));
  expect(dates).toEqual(dates.map(() => true));
  for (const id of [0, 5, 8, 42, 44, 999]) expect(currencyOfFormat(builtInFormatCode(id))).toBeNull();
});
