import { ReadError } from "../xlsx/read-error.ts";
import { FileError } from "./file-error.ts";
import type { FileKind } from "./file-kind.ts";

const SAVE_AS = "Open it in your spreadsheet program and save it as .xlsx.";

type Words = readonly [what: string, remedy: string];

const AS_WORKBOOK: Readonly<Record<Exclude<FileKind, "workbook">, Words>> = {
  empty: ["is empty: it holds not a single byte.", "Save or export the workbook again."],
  text: ["is plain text, not an Excel workbook.", "If it is a CSV file, give it a name that ends in .csv."],
  binary: ["is not an Excel workbook.", "Give an .xlsx, .xlsm or .csv file."],
  pdf: ["is a PDF, not an Excel workbook.", "Give the workbook it was made from."],
  "web-page": ["is a web page, not an Excel workbook, whatever its name says.", SAVE_AS],
  "xml-spreadsheet": ["is an XML spreadsheet of 2003, not an .xlsx workbook.", SAVE_AS],
  "open-document": ["is an OpenDocument file, not an Excel workbook.", SAVE_AS],
  numbers: ["is a Numbers file, not an Excel workbook.", "Export it from Numbers to Excel (.xlsx)."],
  "binary-workbook": ["is a binary workbook (.xlsb), which Pipecast does not read.", SAVE_AS],
  "other-zip": ["is an archive, but not an Excel workbook.", "Give an .xlsx, .xlsm or .csv file."],
  "broken-zip": [
    "is damaged: its end is missing, or it was not copied whole.",
    "Copy or download it again; if it still opens in your spreadsheet program, save it anew.",
  ],
  encrypted: [
    "is protected by a password, so it cannot be read.",
    "Open it with the password, save a copy without one, and give the copy.",
  ],
  "legacy-excel": ["is a workbook of Excel 97–2003 (.xls), which Pipecast does not read.", SAVE_AS],
  "other-office": ["is an old Office file, but not an Excel workbook.", "Give an .xlsx, .xlsm or .csv file."],
};

/** Why a file cannot be read as a workbook, and what to do. */
export function refusedWorkbook(shownName: string, kind: Exclude<FileKind, "workbook">): FileError {
  const [what, remedy] = AS_WORKBOOK[kind];
  return new FileError(`${shownName} ${what}`, remedy);
}

/** A report holds figures and no deals' rows. */
export function refusedReport(shownName: string): FileError {
  return new FileError(
    `${shownName} is a report that Pipecast wrote.`,
    "Give the workbook it was made from.",
  );
}

/** Why a file cannot be read as CSV, and what to do. */
export function refusedCsv(shownName: string, kind: FileKind): FileError {
  if (kind === "workbook")
    return new FileError(
      `${shownName} is an Excel workbook, not a CSV file.`,
      "Give the workbook under a name that ends in .xlsx.",
    );
  if (kind === "text") return new FileError(`${shownName} is not a CSV file.`, "Export it again.");
  const [what, remedy] = AS_WORKBOOK[kind];
  return new FileError(`${shownName} ${what.replace("an Excel workbook", "a CSV file")}`, remedy);
}

/** A workbook whose container or parts cannot be understood. */
export function unreadableWorkbook(shownName: string, cause: unknown): FileError {
  if (cause instanceof ReadError) return new FileError(`${shownName} ${cause.what}`, cause.remedy, cause);
  return new FileError(
    `${shownName} is damaged, or was written in a way Pipecast cannot read.`,
    "Open it in your spreadsheet program, save it as .xlsx under another name, and give that one.",
    cause,
  );
}
