const PIXELS_A_CHARACTER = 7;
const PADDING = 10;

/** The height of a row as Sheets makes it. */
export const ROW_PIXELS = 21;

/** The width of a column that holds so many characters; rounded up to even ones, so that neighbours share a call. */
export function columnPixels(characters: number): number {
  return Math.ceil(characters / 2) * 2 * PIXELS_A_CHARACTER + PADDING;
}
