const PIXELS_A_CHARACTER = 7;
const PADDING = 10;

/** The height of a row as Sheets makes it. */
export const ROW_PIXELS = 21;

/** Widths go in steps of so many characters, so that neighbours share a call. */
const STEP = 4;

/** The width of a column that holds so many characters. */
export function columnPixels(characters: number): number {
  return Math.ceil(characters / STEP) * STEP * PIXELS_A_CHARACTER + PADDING;
}

/** The width and frozen rows that most of our sheets share: a blank one is given them before it is copied. */
export const USUAL_PIXELS = columnPixels(12);
export const USUAL_FROZEN_ROWS = 2;
