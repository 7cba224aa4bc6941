/**
 * p values adjusted for having looked in many places: of all findings whose adjusted value is at most 0.1, on
 * average at most a tenth is chance. In the order of the input; 0–1.
 *
 * Source: Benjamini & Hochberg 1995; R `p.adjust(p, method = "BH")`.
 * @example benjaminiHochberg([0.5, 0.125]) // => [0.5, 0.25]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 1) - (pValues[a] ?? 1));
  const adjusted = new Array<number>(count).fill(1);
  let smallest = 1;
  order.forEach((index, place) => {
    smallest = Math.min(smallest, ((pValues[index] ?? 1) * count) / (count - place));
    adjusted[index] = smallest;
  });
  return adjusted;
}
