import { columnLetters, type Report } from "../../engine/index.ts";
import { sharedStyles } from "./cell-styles.ts";
import { drawSheet } from "./draw-sheet.ts";
import { finishPackage } from "./finish-package.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The report as an Excel workbook. The only place that writes with exceljs, loaded when it is needed because it
 * costs half a second. The same report gives the same bytes: its times come from the as-of day.
 */
export async function reportWorkbook(report: Report): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const made = new Date(report.asOfDay * MILLISECONDS_A_DAY);
  workbook.creator = "Pipecast";
  workbook.lastModifiedBy = "Pipecast";
  workbook.title = report.title;
  workbook.created = made;
  workbook.modified = made;
  const styles = sharedStyles();
  for (const sheet of report.sheets) {
    drawSheet(workbook, sheet, report.amountPrefix, styles);
    for (const { name, row, column } of sheet.names)
      workbook.definedNames.add(`'${sheet.name}'!$${columnLetters(column)}$${row + 1}`, name);
  }
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
  return finishPackage(new Uint8Array(packed), report);
}
