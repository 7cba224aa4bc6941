/** Why a workbook's package cannot be read. */
export type ReadFault =
  | "too-large"
  | "encrypted"
  | "cut-short"
  | "damaged"
  | "unsafe-name"
  | "swollen"
  | "document-type"
  | "broken-xml"
  | "too-many-cells"
  | "no-such-sheet";

/**
 * The file cannot be read as a workbook. `what` says what is wrong and follows the file's name; `remedy` says
 * what to do.
 */
export class ReadError extends Error {
  readonly fault: ReadFault;
  readonly what: string;
  readonly remedy: string;

  constructor(fault: ReadFault, detail = "") {
    const [what, remedy] = WORDING[fault];
    super(`The file ${what.replace("{}", () => detail)}`);
    this.name = "ReadError";
    this.fault = fault;
    this.what = what.replace("{}", () => detail);
    this.remedy = remedy;
  }
}

const REPAIR = "Open it in Excel, let it repair the file, save it and try again.";
const SUSPECT = "It was not read: ask where the file comes from.";

const WORDING: Readonly<Record<ReadFault, readonly [what: string, remedy: string]>> = {
  "too-large": ["is larger than Pipecast reads: {}.", "Copy the deals into a workbook of their own."],
  encrypted: ["is encrypted with a password.", "Save a copy without a password and read that."],
  "cut-short": ["is cut short: its end is missing.", "Download or copy it again."],
  damaged: ["is damaged: {}.", REPAIR],
  "unsafe-name": ["holds a part named {}, which no workbook has.", SUSPECT],
  swollen: ["unpacks to far more than a workbook holds: {}.", SUSPECT],
  "document-type": ["declares a document type in {}, which no workbook does.", SUSPECT],
  "broken-xml": ["is damaged: {} is broken.", REPAIR],
  "too-many-cells": [
    "has more cells in sheet {} than Pipecast reads.",
    "Copy the deals to a sheet of their own.",
  ],
  "no-such-sheet": ["has no sheet named {}.", "Check the name on the sheet's tab."],
};
