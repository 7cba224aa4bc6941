/** What a workbook may be at most. Real ones stay far below; files made to exhaust a machine do not. */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 400_000_000,
  entries: 20_000,
  /** Bytes of one part, unpacked: a full sheet of a million rows with a dozen columns stays below. */
  partBytes: 800_000_000,
  /** Bytes of a part that is held whole: workbook, styles, relations. */
  wholePartBytes: 64_000_000,
  /** Bytes of all parts, unpacked. */
  totalBytes: 2_000_000_000,
  /** Unpacked bytes for each packed one, looked at in parts above `ratioFromBytes`, and in all of them together. */
  ratio: 400,
  ratioFromBytes: 200_000_000,
  totalRatio: 200,
  totalRatioFromBytes: 400_000_000,
  /** Elements of a part whose text is edited. */
  elements: 1_000_000,
  /** Bytes of one tag or one text; a cell holds 32,767 characters at most. */
  tokenBytes: 4_000_000,
  /** Cells of one sheet, blank ones before a filled one included. */
  cells: 32_000_000,
  /** The same with the blank ones between filled ones of a column. */
  cellRoom: 64_000_000,
  /** Characters of all shared texts. */
  sharedCharacters: 200_000_000,
  rows: 1_048_576,
  columns: 16_384,
} as const;
