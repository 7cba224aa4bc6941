const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** So many digits are exact in a double; so is every power of ten up to 22. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** The number that stands in the bytes, or NaN. Plain decimals are read without making a string. */
export function numberOfBytes(bytes: Buffer, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (let at = first; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      whole = whole * 10 + (byte - ZERO);
      digits++;
    } else if (byte === POINT && point < 0) point = at;
    else return slowNumber(bytes, start, end);
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  if (digits === 0) return Number.NaN;
  if (digits > EXACT_DIGITS) return Number(bytes.toString("latin1", start, end));
  const size = decimals === 0 ? whole : whole / (POWERS_OF_TEN[decimals] ?? 1);
  return negative && size !== 0 ? -size : size;
}

function slowNumber(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString("latin1", start, end).trim();
  return text !== "" && /^[-+]?[0-9.]+(e[-+]?[0-9]+)?$/i.test(text) ? Number(text) : Number.NaN;
}
