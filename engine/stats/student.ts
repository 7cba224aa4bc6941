import { betaCdf } from "./beta.ts";

/**
 * The chance that a Student t variable with the given degrees of freedom is at most t.
 *
 * Source: DLMF 8.17; R `pt(t, df)`.
 * @example studentCdf(0, 5) // => 0.5
 */
export function studentCdf(t: number, degrees: number): number {
  if (t === 0) return 0.5;
  const tail = betaCdf(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}
