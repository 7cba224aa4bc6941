/** Texts of a column that repeats itself; where they hardly repeat, keeping more would cost more than reading again. */
const MOST_KEPT = 20_000;

/**
 * Reads equal texts once.
 * @example rememberTexts((text) => text.length)("Deal") // => 4
 */
export function rememberTexts<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    if (known.size < MOST_KEPT) known.set(text, reading);
    return reading;
  };
}
