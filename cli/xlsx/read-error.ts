/** Why a workbook file cannot be read. */
export type ReadFault =
  | "missing"
  | "empty"
  | "too-large"
  | "encrypted"
  | "legacy"
  | "web-page"
  | "xml-spreadsheet"
  | "plain-text"
  | "open-document"
  | "binary-workbook"
  | "other-package"
  | "cut-short"
  | "damaged"
  | "unsafe-name"
  | "swollen"
  | "document-type"
  | "broken-xml"
  | "too-many-cells"
  | "no-such-sheet";

/**
 * The file cannot be read as a workbook. The message is one or two plain sentences for the person who owns
 * the file: what is wrong and what to do; it does not name the file, because the caller does.
 */
export class ReadError extends Error {
  readonly fault: ReadFault;

  constructor(fault: ReadFault, detail = "") {
    super(WORDING[fault].replace("{}", () => detail));
    this.name = "ReadError";
    this.fault = fault;
  }
}

const DAMAGED_REMEDY = "Open it in Excel, let it repair the file, save it and try again.";

const WORDING: Readonly<Record<ReadFault, string>> = {
  missing: "The file cannot be opened: {}.",
  empty: "The file is empty. Export or download it again.",
  "too-large": "{} is larger than Pipecast reads. Copy the deals into a workbook of their own.",
  encrypted: "The workbook is encrypted with a password. Save a copy without a password and read that.",
  legacy: "This is a workbook of Excel 97–2003 (.xls). Save it as .xlsx in Excel and read that.",
  "web-page":
    "This is a web page, not a workbook, whatever its name says. Export the deals as .xlsx or .csv.",
  "xml-spreadsheet": "This is an XML spreadsheet of Excel 2003. Save it as .xlsx in Excel and read that.",
  "plain-text": "This is no workbook but plain text. If it holds columns, name it .csv and read that.",
  "open-document": "This is an OpenDocument spreadsheet (.ods). Save it as .xlsx and read that.",
  "binary-workbook": "This is a binary workbook (.xlsb). Save it as .xlsx in Excel and read that.",
  "other-package": "The file is a zip archive, but it holds no Excel workbook.",
  "cut-short": "The file is cut short: its end is missing. Download or copy it again.",
  damaged: `The file is damaged: {}. ${DAMAGED_REMEDY}`,
  "unsafe-name":
    "The file holds a part named {}, which no workbook has. It was not read; ask where it comes from.",
  swollen: "{} unpacks to far more than a workbook holds. It was not read; ask where the file comes from.",
  "document-type":
    "{} declares a document type, which no workbook does. It was not read; ask where the file comes from.",
  "broken-xml": `{} is broken. ${DAMAGED_REMEDY}`,
  "too-many-cells":
    "Sheet {} spreads over more cells than Pipecast reads. Copy the deals to a sheet of their own.",
  "no-such-sheet": "The workbook has no sheet named {}.",
};
