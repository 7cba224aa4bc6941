import type { Problem } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { problemAt } from "./column-place.ts";
import { currencyOf } from "./currency-names.ts";
import type { IntakeSettings } from "./intake-settings.ts";
import { splitSign } from "./parse-amount.ts";
import type { TableCells } from "./table-cells.ts";

/** The currency of each row's amount: an ISO code, null where nothing names one, `?` where a text names none known. */
export type RowCurrencies = readonly (string | null)[];

const UNKNOWN = "?";

/** What currency each amount is in: by the currency column, else by the sign or format of its cell, else by the header. */
export function currenciesOf(
  cells: TableCells,
  preferred: string | null,
  problems: Problem[],
): RowCurrencies {
  const ofHeader = currencyInHeader(cells.amounts.place?.header ?? "", preferred);
  const names = cells.texts("currency");
  const known = new Map<string, string | null>();
  const codeOf = (name: string, wanted: string | null): string | null => {
    const key = `${name} ${wanted}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const code = currencyOf(name, wanted) ?? (/^[A-Za-z]{3}$/.test(name) ? name.toUpperCase() : null);
    known.set(key, code);
    return code;
  };
  return cells.rows.map((_, i) => {
    const [sign, name] = [cells.amounts.currencies[i] ?? null, names[i] ?? ""];
    if (name !== "") {
      const code = codeOf(name, preferred);
      if (code === null) problems.push(unreadable(cells, i, name));
      else if (sign !== null) checkSign(cells, i, sign, code, problems);
      return code ?? UNKNOWN;
    }
    return sign === null ? ofHeader : codeOf(sign, ofHeader ?? preferred);
  });
}

function unreadable(cells: TableCells, index: number, value: string): Problem {
  const cell = addressOf(cells.rows[index] ?? 0, cells.columnOf("currency"));
  return {
    code: "currency-unreadable",
    severity: "error",
    where: { sheet: cells.sheet, cell },
    value,
    excludes: "value",
  };
}

/** A sign beside the amount that the currency column contradicts. */
function checkSign(cells: TableCells, index: number, sign: string, code: string, problems: Problem[]): void {
  const meant = currencyOf(sign, code);
  if (meant === null || meant === code || !cells.amounts.place) return;
  const details = { currency: code, sign: meant };
  const rest = { severity: "warning", excludes: "nothing", details } as const;
  problems.push(problemAt(cells.amounts.place, index, "currency-conflict", rest));
}

/** Amounts without a currency, in a table whose other amounts have one: they are taken as the report's. */
export function reportAssumed(
  report: string | null,
  cells: TableCells,
  kept: readonly number[],
  currencies: RowCurrencies,
  problems: Problem[],
): void {
  const counted = kept.filter((i) => !Number.isNaN(cells.amounts.amounts[i] ?? Number.NaN));
  const bare = counted.filter((i) => (currencies[i] ?? null) === null);
  const first = bare[0];
  if (first === undefined || bare.length === counted.length || !cells.amounts.place || report === null)
    return;
  const named = cells.columnOf("currency");
  const place = named < 0 ? cells.amounts.place : { ...cells.amounts.place, column: named };
  const details = { currency: report, count: bare.length };
  const rest = { severity: "note", excludes: "nothing", details } as const;
  problems.push(problemAt(place, first, "currency-assumed", rest));
}

/**
 * The currency that a header names beside its words, or null.
 * @example currencyInHeader("Deal Value ($)", null) // => "USD"
 * @example currencyInHeader("Amount in EUR", null) // => "EUR"
 * @example currencyInHeader("Volumen TEUR", null) // => "EUR"
 * @example currencyInHeader("Amount", null) // => null
 */
export function currencyInHeader(header: string, preferred: string | null): string | null {
  for (const word of header
    .slice(0, 100)
    .split(/[\s()[\],/:-]+/)
    .flatMap(splitSign)) {
    const isSign = /^[A-Z]{3}$/.test(word) || /\p{Sc}/u.test(word);
    const code = isSign ? currencyOf(word, preferred) : null;
    if (code !== null) return code;
  }
  return null;
}

/**
 * The currency that the report counts in: as set, else the only one found, else the one without a rate where all
 * others have one, else the commonest (ties by code), which is said in a problem.
 */
export function reportCurrency(
  cells: TableCells,
  kept: readonly number[],
  currencies: RowCurrencies,
  { currency, rates }: IntakeSettings,
  problems: Problem[],
): string | null {
  if (currency !== null) return currency;
  const counts = new Map<string, number>();
  const first = new Map<string, number>();
  for (const i of kept) {
    const code = currencies[i] ?? null;
    if (code === null || code === UNKNOWN || Number.isNaN(cells.amounts.amounts[i] ?? Number.NaN)) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    if (!first.has(code)) first.set(code, i);
  }
  const codes = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
  const unrated = codes.filter((code) => !rates.has(code));
  const chosen = unrated[0] ?? codes[0] ?? null;
  if (chosen === null || codes.length < 2 || unrated.length === 1 || !cells.amounts.place) return chosen;
  const others = codes.filter((code) => code !== chosen);
  const details = { reportCurrency: chosen, others: others.join(", ") };
  const rest = { severity: "note", excludes: "nothing", details } as const;
  problems.push(problemAt(cells.amounts.place, first.get(others[0] ?? "") ?? 0, "currency-chosen", rest));
  return chosen;
}

/**
 * The amounts of the kept rows in the report's currency; `NaN` where a row has none, or one in a currency without
 * a rate, which is a problem. An amount without a currency is in the report's.
 */
export function amountsIn(
  report: string | null,
  cells: TableCells,
  kept: readonly number[],
  currencies: RowCurrencies,
  rates: ReadonlyMap<string, number>,
  problems: Problem[],
): Float64Array {
  const amounts = new Float64Array(cells.rows.length).fill(Number.NaN);
  for (const i of kept) {
    const [amount, code] = [cells.amounts.amounts[i] ?? Number.NaN, currencies[i] ?? null];
    const rate = code === null || code === report ? 1 : rates.get(code);
    if (rate !== undefined) amounts[i] = rate === 1 ? amount : amount * rate;
    else if (code !== UNKNOWN && !Number.isNaN(amount) && cells.amounts.place) {
      const details = { currency: code ?? "", reportCurrency: report ?? "" };
      problems.push(
        problemAt(cells.amounts.place, i, "currency-without-rate", { severity: "warning", details }),
      );
    }
  }
  return amounts;
}
