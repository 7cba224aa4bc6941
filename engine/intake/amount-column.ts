import type { Problem } from "../basics/problem.ts";
import { isBlank } from "./cells.ts";
import { type ColumnPlace, cellOf, problemAt } from "./column-place.ts";
import { addMark, type EitherAmount, noMarks, settleMarks } from "./decimal-marks.ts";
import { readAmountText, sizeInHeader, tidy } from "./parse-amount.ts";
import { rememberTexts } from "./remember-texts.ts";

/** The amounts of a column, one a row; `NaN` where a cell is blank or no amount. None where there is no such column. */
export interface AmountColumn {
  readonly place: ColumnPlace | null;
  readonly amounts: Float64Array;
  /** The sign or code beside each amount, as written; null where there is none, and none at all where no amount has one. */
  readonly currencies: readonly (string | null)[];
}

/** A table without amounts. */
export const NO_AMOUNTS: AmountColumn = { place: null, amounts: new Float64Array(0), currencies: [] };

/**
 * Reads the amounts of a column; each cell that is none is a problem. One mark before three digits (`12.500`)
 * stands for thousands, unless other amounts of the column have it before decimals: then it is what comes closer
 * to their size, which is said.
 */
export function readAmounts(place: ColumnPlace, problems: Problem[]): AmountColumn {
  const amounts = new Float64Array(place.rows.length).fill(Number.NaN);
  const readText = rememberTexts(readAmountText);
  const either: EitherAmount[] = [];
  const evidence = noMarks();
  const currencies = place.rows.map((_, i) => {
    const cell = cellOf(place, i);
    if (typeof cell === "number" && Number.isFinite(cell)) {
      amounts[i] = cell;
      return null;
    }
    if (isBlank(cell)) return null;
    if (typeof cell === "object" && cell?.kind === "money" && Number.isFinite(cell.amount)) {
      amounts[i] = cell.amount;
      return cell.currency;
    }
    const reading = typeof cell === "string" ? readText(cell) : null;
    if (reading === null) {
      problems.push(problemAt(place, i, "amount-unreadable"));
      return null;
    }
    if (reading.kind === "amount") {
      amounts[i] = reading.amount;
      addMark(evidence, reading, typeof cell === "string" ? cell : "");
    } else {
      amounts[i] = reading.thousands;
      either.push({ index: i, ...reading });
    }
    return reading.currency;
  });
  for (const { index, reading, other } of settleMarks(either, evidence)) {
    amounts[index] = reading;
    if (other === null) continue;
    const details = { reading, other };
    const rest = { severity: "warning", excludes: "nothing", details } as const;
    problems.push(problemAt(place, index, "amount-mark-unclear", rest));
  }
  const size = sizeInHeader(place.header);
  if (size !== 1) scaleBare(amounts, size, place);
  return { place, amounts, currencies: currencies.some((sign) => sign !== null) ? currencies : [] };
}

/** Numbers under a header such as `Volumen (T€)` are thousands, but for texts that tell their own unit. */
function scaleBare(amounts: Float64Array, size: number, place: ColumnPlace): void {
  amounts.forEach((amount, i) => {
    const cell = cellOf(place, i);
    if (typeof cell !== "string" || !/[\p{L}\p{Sc}]/u.test(cell)) amounts[i] = tidy(amount * size);
  });
}

/**
 * Reads shares: 0–1 or 0–100, decided for the whole column by whether more of its numbers lie between 0 and 1 or
 * above; a text with a `%` is a percentage in any case. What is no share, or lies outside 0–1, is a problem and left out.
 */
export function readShares(place: ColumnPlace, problems: Problem[]): Float64Array {
  const shares = new Float64Array(place.rows.length).fill(Number.NaN);
  const plain: number[] = [];
  for (let i = 0; i < shares.length; i++) {
    const cell = cellOf(place, i);
    if (isBlank(cell)) continue;
    const isPercent = typeof cell === "string" && cell.includes("%");
    const reading = typeof cell === "string" ? readAmountText(cell.replace("%", "")) : null;
    const read = reading?.kind === "either" ? reading.decimals : reading?.amount;
    const number = typeof cell === "number" ? cell : (read ?? Number.NaN);
    if (Number.isNaN(number)) problems.push(problemAt(place, i, "probability-unreadable"));
    else shares[i] = isPercent ? number / 100 : number;
    if (!Number.isNaN(number) && !isPercent) plain.push(i);
  }
  const between = (least: number, most: number): number =>
    plain.filter((i) => (shares[i] ?? 0) > least && (shares[i] ?? 0) < most).length;
  const above = between(1, Number.POSITIVE_INFINITY);
  if (above > 0 && above >= between(0, 1)) for (const i of plain) shares[i] = (shares[i] ?? 0) / 100;
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? Number.NaN;
    if (!(share < 0 || share > 1)) continue;
    shares[i] = Number.NaN;
    problems.push(problemAt(place, i, "probability-out-of-range", { severity: "warning" }));
  }
  return shares;
}
