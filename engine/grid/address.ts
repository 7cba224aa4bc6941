/**
 * The letters of a 0-based column.
 * @example columnLetters(0) // => "A"
 * @example columnLetters(27) // => "AB"
 */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/**
 * The A1 address of a 0-based row and column.
 * @example addressOf(16, 3) // => "D17"
 */
export function addressOf(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}
