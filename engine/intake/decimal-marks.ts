import type { AmountReading } from "./parse-amount.ts";

/** An amount with one mark before three digits, such as `12.500`. */
export interface EitherAmount {
  /** Its place in the column. */
  readonly index: number;
  readonly mark: "." | ",";
  readonly thousands: number;
  readonly decimals: number;
}

/** What the other amounts of a column tell of its marks. */
export interface MarkEvidence {
  /** How often each mark stands before decimals. */
  readonly counts: { ".": number; ",": number };
  /** Those that stand before three decimals or more. */
  readonly long: Set<string>;
  /** Sizes of the amounts that can be read in one way only. */
  readonly sizes: number[];
}

export function noMarks(): MarkEvidence {
  return { counts: { ".": 0, ",": 0 }, long: new Set(), sizes: [] };
}

const LONG_DECIMALS = /[.,]\d{3,}\D*$/;

/** Takes what an amount tells that can be read in one way only. */
export function addMark(
  { counts, long, sizes }: MarkEvidence,
  { decimalMark, amount }: AmountReading & { readonly kind: "amount" },
  text: string,
): void {
  if (amount !== 0) sizes.push(Math.abs(amount));
  if (decimalMark === null) return;
  counts[decimalMark]++;
  if (LONG_DECIMALS.test(text)) long.add(decimalMark);
}

/**
 * How each amount that reads either way is read. Where the other amounts leave it open, the reading closer to
 * their middle size wins, and `other` is the one that lost; null where nothing speaks for it.
 */
export function settleMarks(
  either: readonly EitherAmount[],
  { counts, long, sizes }: MarkEvidence,
): readonly { readonly index: number; readonly reading: number; readonly other: number | null }[] {
  if (either.length === 0) return [];
  const middle = middleOf(sizes);
  const isMixed = counts["."] > 0 && counts[","] > 0;
  return either.map(({ index, mark, thousands, decimals }) => {
    if (counts[mark] === 0) return { index, reading: thousands, other: null };
    if (!isMixed && long.has(mark)) return { index, reading: decimals, other: null };
    const isSmall = isCloser(decimals, thousands, middle);
    return isSmall
      ? { index, reading: decimals, other: thousands }
      : { index, reading: thousands, other: decimals };
  });
}

function middleOf(sizes: readonly number[]): number {
  const sorted = Float64Array.from(sizes).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function isCloser(a: number, b: number, to: number): boolean {
  const distance = (amount: number): number => Math.abs(Math.log(Math.abs(amount) / to));
  return to > 0 && distance(a) < distance(b);
}
