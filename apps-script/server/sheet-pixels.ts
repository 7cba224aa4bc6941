const PIXELS_A_CHARACTER = 7;
const PADDING = 10;

/** The height of a row as Sheets makes it. */
export const ROW_PIXELS = 21;

/** The width of a column that holds so many characters. */
export function columnPixels(characters: number): number {
  return Math.round(characters * PIXELS_A_CHARACTER + PADDING);
}
