import type { ReportSheet } from "../../engine/index.ts";
import { emptySheet, markSheets } from "./own-sheets.ts";
import {
  dressBlank,
  type Frame,
  frameOf,
  framesApart,
  NEW_SHEET_COLUMNS,
  NEW_SHEET_ROWS,
  setFrame,
  USUAL_FRAME,
} from "./sheet-frame.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A report sheet that was missing. */
export interface MadeSheet {
  readonly sheet: Sheet;
  /** Made by us, with its frame and with nothing on it; else an empty sheet of that name was taken over. */
  readonly isBlank: boolean;
}

/** A sheet without content that others may be copied from. */
interface Model {
  readonly sheet: Sheet;
  readonly frame: Frame;
}

/**
 * Makes the report sheets that are missing, at the end, each with its frame and our mark. The first is dressed as
 * usual; every other is a copy of the one whose frame is nearest to its own. An empty sheet of that name is taken
 * over: it is what a refresh leaves behind that was cut off between making a sheet and marking it.
 * @throws UserError where a sheet of that name holds something; then none is made.
 */
export function makeSheets(
  book: Spreadsheet,
  sheets: readonly Sheet[],
  missing: readonly ReportSheet[],
): ReadonlyMap<string, MadeSheet> {
  const found = missing.map((report) => ({ report, there: emptySheet(sheets, report.name) }));
  const models: Model[] = [];
  const made = found.map(({ report, there }): [string, MadeSheet] => {
    if (there) {
      dressBlank(there, there.getMaxRows(), there.getMaxColumns());
      return [report.name, { sheet: there, isBlank: false }];
    }
    return [report.name, { sheet: makeSheet(book, report, sheets.length, models), isBlank: true }];
  });
  // The first stays usual until the others are copied.
  const first = found.find(({ there }) => !there);
  if (first && models[0]) setFrame(models[0].sheet, USUAL_FRAME, frameOf(first.report));
  markSheets(
    book,
    made.map(([name, { sheet }]) => ({ sheet, role: "report", detail: name })),
  );
  return new Map(made);
}

function makeSheet(book: Spreadsheet, report: ReportSheet, sheetCount: number, models: Model[]): Sheet {
  const { name } = report;
  const frame = frameOf(report);
  const end = sheetCount + models.length;
  const [model] = [...models].sort((a, b) => framesApart(a.frame, frame) - framesApart(b.frame, frame));
  if (!model) {
    const first = book.insertSheet(name, end);
    dressBlank(first, NEW_SHEET_ROWS, NEW_SHEET_COLUMNS);
    models.push({ sheet: first, frame: USUAL_FRAME });
    return first;
  }
  const sheet = book.insertSheet(name, end, { template: model.sheet });
  setFrame(sheet, model.frame, frame);
  models.push({ sheet, frame });
  return sheet;
}
