/** Why a workbook cannot be used at all; the report words it. */
export type DataErrorCode =
  /** No sheet holds a single filled cell. */
  | "workbook-empty"
  /**
   * No sheet names deals and their stage or outcome. Details: `sheets` (names); of the nearest `sheet`, which of them it
   * `lacks` (`name`, `stage` or `both`) and its first `headers`.
   */
  | "no-deals-recognised"
  /** The only sheets of deals are hidden. Details: `sheet` (the best of them). */
  | "deals-hidden"
  /** A header row, and no deal below it. Details: `sheet`. */
  | "no-deals-below-header"
  /** The sheet named as the deal sheet cannot be read as one. Details: `sheet`, `lacks`, `headers`, as above. */
  | "sheet-without-deals"
  /** The sheet named as the history cannot be read as one. Details: `sheet`. */
  | "sheet-without-history"
  /** More distinct stage names than any pipeline has. Details: `sheet`, `header`, `count`, `limit`. */
  | "too-many-stages";

/**
 * The workbook cannot be used at all. Faults of single cells are problems instead; this one ends the run.
 * @example new DataError("workbook-empty", {}).code // => "workbook-empty"
 */
export class DataError extends Error {
  readonly code: DataErrorCode;
  /** Names and numbers that the wording needs. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;

  constructor(code: DataErrorCode, details: Readonly<Record<string, string | number | readonly string[]>>) {
    super(code);
    this.name = "DataError";
    this.code = code;
    this.details = details;
  }
}
