/**
 * The letters of a 0-based column.
 * @example columnLetters(0) // => "A"
 * @example columnLetters(27) // => "AB"
 */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
