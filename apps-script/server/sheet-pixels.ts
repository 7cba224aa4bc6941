const PIXELS_A_CHARACTER = 7;
const PADDING = 10;

/** The height of a row as Sheets makes it. */
export const ROW_PIXELS = 21;

/** Widths go in steps of so many characters, and none is less than the usual, so that neighbours share a call. */
const STEP = 4;
const USUAL_CHARACTERS = 13;

/** The width of a column that holds so many characters. */
export function columnPixels(characters: number): number {
  const steps = Math.max(0, Math.ceil((characters - USUAL_CHARACTERS) / STEP));
  return (USUAL_CHARACTERS + steps * STEP) * PIXELS_A_CHARACTER + PADDING;
}
