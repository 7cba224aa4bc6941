import { describe, expect, it } from "vitest";
import { isoOfDay } from "../../../engine/basics/day.ts";
import { readDayNumber, readDayText } from "../../../engine/intake/parse-day.ts";

function isoOf(text: string): string | null {
  const reading = readDayText(text);
  if (!reading) return null;
  return reading.kind === "day"
    ? isoOfDay(reading.day)
    : `${isoOfDay(reading.dayFirst)} or ${isoOfDay(reading.monthFirst)}`;
}

describe("texts that are a day", () => {
  it.each([
    ["2026-01-31", "2026-01-31"],
    ["2026-01-31 14:05", "2026-01-31"],
    ["2026-01-31T14:05:59.123Z", "2026-01-31"],
    ["2026-01-31T14:05:59+02:00", "2026-01-31"],
    ["2026/1/31", "2026-01-31"],
    ["2026.01.31", "2026-01-31"],
    ["2026年1月31日", "2026-01-31"],
    ["2026 年 1 月 31 日", "2026-01-31"],
    ["２０２６年１月３１日", "2026-01-31"],
    ["20260131", "2026-01-31"],
    ["46053", "2026-01-31"],
    ["31/01/2026", "2026-01-31"],
    ["31/01/2026 2:05 PM", "2026-01-31"],
    ["1/31/26", "2026-01-31"],
    ["31.1.2026", "2026-01-31"],
    ["1.2.26", "2026-02-01"],
    ["31-01-2026", "2026-01-31"],
    ["05/05/2026", "2026-05-05"],
    ["31-Jan-2026", "2026-01-31"],
    ["31 Jan 26", "2026-01-31"],
    ["31st of January 2026", "2026-01-31"],
    ["Jan 31, 2026", "2026-01-31"],
    ["January 31st, 2026", "2026-01-31"],
    ["Sat, 31 Jan 2026 14:05:00 GMT", "2026-01-31"],
    ["Saturday, January 31, 2026", "2026-01-31"],
    ["31. Januar 2026", "2026-01-31"],
    ["Samstag, 31. Januar 2026", "2026-01-31"],
    ["31. März 2026", "2026-03-31"],
    ["1. Mrz 2026", "2026-03-01"],
    ["1er février 2026", "2026-02-01"],
    ["31 juil. 2026", "2026-07-31"],
    ["31 août 2026", "2026-08-31"],
    ["31 déc. 2026", "2026-12-31"],
    ["31 de enero de 2026", "2026-01-31"],
    ["31 ago 2026", "2026-08-31"],
    ["31 de março de 2026", "2026-03-31"],
    ["31/jan./2026", "2026-01-31"],
    ["31 gennaio 2026", "2026-01-31"],
    ["31 lug 2026", "2026-07-31"],
    ["31 mei 2026", "2026-05-31"],
    ["31 mrt. 2026", "2026-03-31"],
    ["3/4/69", "2069-04-03 or 2069-03-04"],
    ["3/4/70", "1970-04-03 or 1970-03-04"],
    ["03/04/2026", "2026-04-03 or 2026-03-04"],
    ["3-4-2026 08:00", "2026-04-03 or 2026-03-04"],
  ])("reads %s", (text, iso) => {
    expect(isoOf(text)).toBe(iso);
  });

  it.each([
    "31/02/2026",
    "2026-02-30",
    "32.01.2026",
    "2026-13-01",
    "tomorrow",
    "Q1 2026",
    "Jan 2026",
    "2026",
    "12/2026",
    "31 juin 2026",
    "31 jui 2026",
    "Acme 12 2026",
    "10:30",
    "2026-01-31 25:00",
    "2026-01-31 soon enough",
    "1.5",
    "",
  ])("does not read %s", (text) => {
    expect(isoOf(text)).toBeNull();
  });

  it("reads the time of day", () => {
    const seconds = (text: string): number | undefined => readDayText(text)?.second;
    expect(seconds("2026-01-31 14:05")).toBe(14 * 3600 + 5 * 60);
    expect(seconds("1/31/2026 2:05:09 PM")).toBe(14 * 3600 + 5 * 60 + 9);
    expect(seconds("1/31/2026 12:00 AM")).toBe(0);
    expect(seconds("31.01.2026 14:05 Uhr")).toBe(14 * 3600 + 5 * 60);
    expect(seconds("31/01/2026 14h05")).toBe(14 * 3600 + 5 * 60);
  });
});

describe("numbers that are a day", () => {
  it.each([
    [46_053, "2026-01-31"],
    [20_260_131, "2026-01-31"],
    [1_769_860_800, "2026-01-31"],
    [1_769_860_800_000, "2026-01-31"],
  ])("reads %d", (number, iso) => {
    const reading = readDayNumber(number);
    expect(reading?.kind === "day" && isoOfDay(reading.day)).toBe(iso);
  });

  it("reads the time of a serial number", () => {
    expect(readDayNumber(46_053.5)).toMatchObject({ second: 43_200 });
  });

  it.each([0, 5, 2026, -46_053, 20_261_331, 99_999_999, Number.NaN])("does not read %d", (number) => {
    expect(readDayNumber(number)).toBeNull();
  });
});
