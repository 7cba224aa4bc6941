/**
 * A positive number to a power, with the same digits everywhere: what `**` gives in its last digits is left to each
 * JavaScript engine, and Node 24 rounds it otherwise than Node 20. Squares, and whole powers of 2 and 10, are safe.
 * @example power(9, 0.5) // => 3
 * @example power(0, 2.5) // => 0
 */
export function power(base: number, exponent: number): number {
  return Math.exp(exponent * Math.log(base));
}
