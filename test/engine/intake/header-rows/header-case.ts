/** A table, and what each of its columns must be taken for. A column that `claims` does not name must be left alone. */
export interface HeaderCase {
  readonly of: string;
  /** A header row and a few rows below it, in the form of `gridOf`. */
  readonly table: string;
  /** `field = Header`, with `;` between them. */
  readonly claims: string;
}
