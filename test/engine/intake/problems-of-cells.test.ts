import { describe, expect, it } from "vitest";
import { dayOfIso } from "../../../engine/basics/day.ts";
import { readRecords } from "../../../engine/intake/read-records.ts";
import { withDefaults } from "../../../engine/options.ts";
import { problemsOf, readTables } from "../../helpers/read-tables.ts";

const days = (records: ReturnType<typeof readTables>): readonly (number | null)[] =>
  records.deals.map(({ createdDay }) => createdDay);
const isoDays = (...texts: readonly string[]): readonly (number | null)[] => texts.map(dayOfIso);

describe("dates", () => {
  it("date-unreadable: names the cell and keeps the deal", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Created    |
        | D1 | Lead  | 31/02/2026 |
        | D2 | Lead  | 2026-01-04 |
        | D3 | Lead  | 28/02/2026 |`,
    });
    expect(problemsOf(records, "date-unreadable")).toEqual(['Deals!C2 "31/02/2026" error value']);
    expect(days(records)).toEqual([null, ...isoDays("2026-01-04", "2026-02-28")]);
  });

  it("date-implausible: a slip of the keyboard, or a zero that is shown as a date", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Created    |
        | D1 | Lead  | 0206-01-04 |
        | D2 | Lead  | 04.01.1926 |
        | D3 | Lead  | 2026-01-04 |
        | D4 | Lead  | 1899-12-30 |`,
    });
    expect(problemsOf(records, "date-implausible")).toEqual([
      'Deals!C2 "0206-01-04" error value',
      'Deals!C3 "04.01.1926" error value',
    ]);
    expect(days(records)).toEqual([null, null, ...isoDays("2026-01-04"), null]);
  });

  it("date-order-unclear: says which reading was used", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Created    |
        | D1 | Lead  | 03/04/2026 |
        | D2 | Lead  | 05/04/2026 |`,
    });
    expect(problemsOf(records, "date-order-unclear")).toEqual([
      'Deals!C2 "03/04/2026" warning nothing header=Created reading=day-first count=2',
    ]);
    expect(days(records)).toEqual(isoDays("2026-04-03", "2026-04-05"));
  });

  it("decides the order by the column, then the sheet, then the workbook, and a setting decides before all", () => {
    const column = {
      Deals: "| ID | Stage | Created |\n| D1 | Lead | 03/04/2026 |\n| D2 | Lead | 03/24/2026 |",
    };
    expect(days(readTables(column))).toEqual(isoDays("2026-03-04", "2026-03-24"));
    expect(days(readTables(column, { dateOrder: "day-first" }))).toEqual(isoDays("2026-04-03", "2026-03-24"));
    const sheet = {
      Deals:
        "| ID | Stage | Created | Closed on |\n| D1 | Won | 03/04/2026 | 05/30/2026 |\n| D2 | Lead | 04/05/2026 | |",
    };
    expect(days(readTables(sheet))).toEqual(isoDays("2026-03-04", "2026-04-05"));
    expect(problemsOf(readTables(sheet), "date-order-unclear")).toEqual([]);
    const workbook = {
      Deals: "| ID | Stage | Created |\n| D1 | Lead | 03/04/2026 |\n| D2 | Lead | 04/05/2026 |",
      History: "| ID | To stage | Changed on |\n| D1 | Lead | 05/30/2026 |\n| D1 | Won | 06/30/2026 |",
    };
    expect(days(readTables(workbook))).toEqual(isoDays("2026-03-04", "2026-04-05"));
  });

  it("date-order-mixed: reads the minority the only way it can be read", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Created    |
        | D1 | Lead  | 31/01/2026 |
        | D2 | Lead  | 30/01/2026 |
        | D3 | Lead  | 03/04/2026 |
        | D4 | Lead  | 01/29/2026 |`,
    });
    expect(problemsOf(records, "date-order-mixed")).toEqual([
      'Deals!C5 "01/29/2026" warning nothing header=Created reading=day-first count=1 either=1',
    ]);
    expect(days(records)).toEqual(isoDays("2026-01-31", "2026-01-30", "2026-04-03", "2026-01-29"));
  });

  it("date-half-converted: true dates that were probably swapped on import", () => {
    const records = readTables({
      Deals: `
        | ID | Stage | Created    |
        | D1 | Lead  | 31/01/2026 |
        | D2 | Lead  | 30/01/2026 |
        | D3 | Lead  | 28/01/2026 |
        | D4 | Lead  | 2026-04-03 |
        | D5 | Lead  | 2026-05-12 |
        | D6 | Lead  | 2026-06-01 |`,
    });
    expect(problemsOf(records, "date-half-converted")).toEqual([
      'Deals!C5 "2026-04-03" warning nothing header=Created count=3',
    ]);
  });
});

describe("date systems", () => {
  it("reads plain serial numbers in the system of the workbook", () => {
    // 2026-01-04 is day 46,026 counted from 1900 and day 44,564 (1,462 fewer) counted from 1904.
    const grid = (serial: number, date1904: boolean) => ({
      sheet: "Deals",
      date1904,
      rows: [
        ["ID", "Stage", "Created"],
        ["D1", "Lead", serial],
      ],
    });
    const settings = withDefaults({ asOfDay: 20634 });
    expect(days(readRecords([grid(46_026, false)], settings))).toEqual(isoDays("2026-01-04"));
    expect(days(readRecords([grid(44_564, true)], settings))).toEqual(isoDays("2026-01-04"));
  });
});

describe("amounts and probabilities", () => {
  it("amount-unreadable: the deal stays, without money", () => {
    const records = readTables({
      Deals:
        "| ID | Stage | Amount |\n| D1 | Lead | a lot |\n| D2 | Lead | 900 |\n| D3 | Lead | #VALUE! |\n| D4 | Lead | 1.2k |",
    });
    expect(problemsOf(records, "amount-unreadable")).toEqual([
      'Deals!C2 "a lot" error value',
      'Deals!C4 "#VALUE!" error value',
    ]);
    expect(records.deals.map(({ amount }) => amount)).toEqual([null, 900, null, 1200]);
  });

  it("decides by the column what one mark before three digits means", () => {
    const amounts = (...cells: readonly string[]) =>
      readTables({
        Deals: ["| ID | Stage | Amount |", ...cells.map((cell, i) => `| D${i} | Lead | "${cell}" |`)].join(
          "\n",
        ),
      }).deals.map(({ amount }) => amount);
    expect(amounts("12.500", "3.000")).toEqual([12_500, 3000]);
    expect(amounts("12.500", "3.000,50")).toEqual([12_500, 3000.5]);
    expect(amounts("12.500", "3.25")).toEqual([12.5, 3.25]);
    expect(amounts("12,500", "3,000.50")).toEqual([12_500, 3000.5]);
  });

  it("decides by the column whether probabilities run to 1 or to 100", () => {
    const shares = (...cells: readonly (string | number)[]) =>
      readTables({
        Deals: ["| ID | Stage | Probability |", ...cells.map((cell, i) => `| D${i} | Lead | ${cell} |`)].join(
          "\n",
        ),
      }).deals.map(({ probability }) => probability);
    expect(shares(0.5, 1, 0)).toEqual([0.5, 1, 0]);
    expect(shares(50, 1, 0)).toEqual([0.5, 0.01, 0]);
    expect(shares("50%", 0.25)).toEqual([0.5, 0.25]);
    // One slip above 1 does not make percentages of the others.
    expect(shares(0.2, 0.5, 5)).toEqual([0.2, 0.5, null]);
  });

  it("probability-unreadable and probability-out-of-range: left out", () => {
    const records = readTables({
      Deals:
        "| ID | Stage | Probability |\n| D1 | Lead | high |\n| D2 | Lead | 50 |\n| D3 | Lead | 120 |\n| D4 | Lead | 60 |",
    });
    expect(problemsOf(records, "probability-unreadable")).toEqual(['Deals!C2 "high" error value']);
    expect(problemsOf(records, "probability-out-of-range")).toEqual(['Deals!C4 "120" warning value']);
    expect(records.deals.map(({ probability }) => probability)).toEqual([null, 0.5, null, 0.6]);
  });

  it("cell-error: a spreadsheet error in place of a text is read as blank", () => {
    const records = readTables({
      Deals: "| ID | Owner | Stage |\n| D1 | #REF! | Lead |\n| D2 | Ann | Lead |",
    });
    expect(problemsOf(records, "cell-error")).toEqual(['Deals!B2 "#REF!" warning value field=owner']);
    expect(records.deals.map(({ owner }) => owner)).toEqual(["", "Ann"]);
  });
});

describe("currencies", () => {
  const DEALS = `
    | ID | Stage | Amount | Currency |
    | D1 | Lead  | 100    | EUR      |
    | D2 | Lead  | 200    | EUR      |
    | D3 | Lead  | 300    | USD      |
    | D4 | Lead  | 400    | apples   |
    | D5 | Lead  | 500    |          |`;
  const amounts = (records: ReturnType<typeof readTables>) => records.deals.map(({ amount }) => amount);

  it("currency-chosen, currency-without-rate, currency-unreadable: never adds what it cannot convert", () => {
    const records = readTables({ Deals: DEALS });
    expect(records.currency).toBe("EUR");
    expect(problemsOf(records, "currency-chosen")).toEqual([
      'Deals!C4 "300" note nothing reportCurrency=EUR others=USD',
    ]);
    expect(problemsOf(records, "currency-without-rate")).toEqual([
      'Deals!C4 "300" warning value currency=USD reportCurrency=EUR',
    ]);
    expect(problemsOf(records, "currency-unreadable")).toEqual(['Deals!D5 "apples" error value']);
    expect(amounts(records)).toEqual([100, 200, null, null, 500]);
  });

  it("converts by the rates given, in the currency set", () => {
    // 300 USD at 0.5 EUR a dollar = 150 EUR.
    expect(amounts(readTables({ Deals: DEALS }, { rates: { usd: 0.5 } }))).toEqual([
      100,
      200,
      150,
      null,
      500,
    ]);
    // In dollars, 100 EUR at 2 dollars a euro = 200 USD; a blank currency is the report's.
    const inDollars = readTables({ Deals: DEALS }, { currency: "USD", rates: { EUR: 2 } });
    expect(inDollars.currency).toBe("USD");
    expect(amounts(inDollars)).toEqual([200, 400, 300, null, 500]);
  });

  it("reads the currency from signs, codes, headers and number formats", () => {
    const currencyOf = (header: string, cell: string) =>
      readTables({ Deals: `| ID | Stage | ${header} |\n| D1 | Lead | "${cell}" |` }).currency;
    expect(currencyOf("Amount", "€ 12")).toBe("EUR");
    expect(currencyOf("Amount", "12 CHF")).toBe("CHF");
    expect(currencyOf("Amount (GBP)", "12")).toBe("GBP");
    expect(currencyOf("Deal value ($)", "12")).toBe("USD");
    expect(currencyOf("Amount", "12")).toBeNull();
  });
});
