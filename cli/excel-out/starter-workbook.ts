import type { DataValidation, Worksheet } from "exceljs";
import { columnLetters, type Day, numberFormat, type StarterSheet, starterBook } from "../../engine/index.ts";
import { ZipPackage } from "../xlsx/zip-package.ts";
import { writeZip } from "../xlsx/zip-writer.ts";
import { sharedStyles } from "./cell-styles.ts";
import { drawSheet } from "./draw-sheet.ts";
import { withFixedIds } from "./fixed-ids.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** An empty pipeline as a workbook: drop-downs, checks of dates and amounts, and the examples. The same day, the same bytes. */
export async function starterWorkbook(today: Day): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const made = new Date(today * MILLISECONDS_A_DAY);
  workbook.creator = "Pipecast";
  workbook.lastModifiedBy = "Pipecast";
  workbook.title = "Pipeline";
  workbook.created = made;
  workbook.modified = made;
  const styles = sharedStyles();
  for (const starter of starterBook(today)) {
    drawSheet(workbook, starter.sheet, "", styles);
    const worksheet = workbook.getWorksheet(starter.sheet.name);
    if (worksheet) makeReady(worksheet as Worksheet & WithChecks, starter);
  }
  const source = new ZipPackage(
    new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } })),
  );
  const text = (name: string) => withFixedIds(source.read(name).toString("utf8"));
  return writeZip(source.entries.map(({ name }) => ({ name, bytes: Buffer.from(text(name)) })));
}

/** exceljs takes checks by range; its types know them by single cell only, which it then writes overlapping. */
interface WithChecks {
  readonly dataValidations: { add(range: string, check: DataValidation): void };
}

function makeReady(worksheet: Worksheet & WithChecks, { choices, entries, isForEntry }: StarterSheet): void {
  for (const choice of choices) {
    const list: DataValidation = { ...CHECK, type: "list", formulae: [choice.source], error: NOT_LISTED };
    worksheet.dataValidations.add(rangeOf(choice), list);
  }
  for (const entry of entries) {
    const numFmt = numberFormat({ value: null, unit: entry.unit, style: "body" }, "");
    worksheet.dataValidations.add(rangeOf(entry), entry.unit === "day" ? DATE_CHECK : AMOUNT_CHECK);
    for (let row = entry.firstRow; row <= entry.lastRow; row++) {
      const cell = worksheet.getCell(row + 1, entry.column + 1);
      cell.style = { ...cell.style, numFmt };
    }
  }
  if (isForEntry) worksheet.views = worksheet.views.map((view) => ({ ...view, showGridLines: true }));
}

function rangeOf({
  column,
  firstRow,
  lastRow,
}: StarterSheet["choices"][number] | StarterSheet["entries"][number]) {
  const letters = columnLetters(column);
  return `${letters}${firstRow + 1}:${letters}${lastRow + 1}`;
}

const NOT_LISTED = "Choose from the list, or add it there first.";

const CHECK = {
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: "warning",
  errorTitle: "Pipecast",
} as const;

const DATE_CHECK: DataValidation = {
  ...CHECK,
  type: "date",
  operator: "greaterThan",
  formulae: [new Date(Date.UTC(1999, 11, 31))],
  error: "Enter a date, such as 2026-06-30.",
};

const AMOUNT_CHECK: DataValidation = {
  ...CHECK,
  type: "decimal",
  operator: "greaterThanOrEqual",
  formulae: [0],
  error: "Enter an amount as a number, without its currency.",
};
