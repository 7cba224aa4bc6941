import { expect } from "vitest";

/** R prints 15 digits; the engine must agree in the first nine, zeros to 1e-12. */
export function expectClose(actual: ArrayLike<number | null>, expected: readonly (number | null)[]): void {
  expect(actual.length).toBe(expected.length);
  const far = expected.filter((value, i) => !isClose(actual[i] ?? null, value));
  expect(far, `in ${JSON.stringify(Array.from(actual))}`).toEqual([]);
}

function isClose(actual: number | null, expected: number | null): boolean {
  if (actual === null || expected === null) return actual === expected;
  return Math.abs(actual - expected) <= Math.max(1e-12, 1e-9 * Math.abs(expected));
}
