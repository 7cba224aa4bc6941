import { columnLetters } from "../basics/column-letters.ts";

/**
 * The A1 address of a 0-based row and column.
 * @example addressOf(16, 3) // => "D17"
 */
export function addressOf(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}
