import {
  appendChanges,
  historyHeaders,
  type RecordingPlan,
  readHistory,
  readPlan,
  type StageChange,
  sameStage,
} from "./recording.ts";
import { withLock } from "./with-lock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

/** Where the header row names what the plan needs; -1 where it does not. */
interface Columns {
  readonly id: number;
  readonly name: number;
  readonly stage: number;
}

/**
 * Notes changes of stage as they are typed or pasted. A sort moves rows and changes no deal's stage, so nothing
 * is noted for it; what fires no event (undo, rows from elsewhere) the next refresh catches up. Two people may edit
 * at once, and a refresh may be at work: each waits for its turn.
 */
export function recordEdit(event: EditEvent): void {
  const plan = readPlan(PropertiesService.getDocumentProperties()?.getProperty("recording") ?? "");
  const sheet = event.range.getSheet();
  if (!plan || sheet.getSheetId() !== plan.dealsSheetId) return;
  const first = Math.max(event.range.getRow(), plan.headerRow + 2);
  const last = event.range.getRow() + event.range.getNumRows() - 1;
  if (last < first) return;
  const columns = findColumns(sheet, plan);
  const touches = (column: number): boolean => {
    const start = event.range.getColumn() - 1;
    return column >= start && column < start + event.range.getNumColumns();
  };
  if (columns.id < 0 || columns.stage < 0 || !touches(columns.stage)) return;
  const history = event.source.getSheets().find((one) => one.getSheetId() === plan.historySheetId);
  if (!history) return;
  withLock(() => noteChanges(standing(sheet, columns, first, last - first + 1), event, history));
}

function findColumns(sheet: Sheet, plan: RecordingPlan): Columns {
  const [headers = []] = sheet.getRange(plan.headerRow + 1, 1, 1, sheet.getLastColumn()).getValues();
  const texts = headers.map((header) => String(header).trim());
  const at = (header: string): number => (header === "" ? -1 : texts.indexOf(header.trim()));
  return { id: at(plan.idHeader), name: at(plan.nameHeader), stage: at(plan.stageHeader) };
}

type Standing = Pick<StageChange, "id" | "name"> & { readonly stage: string };

function standing(sheet: Sheet, columns: Columns, row: number, count: number): Standing[] {
  const width = Math.max(columns.id, columns.name, columns.stage) + 1;
  return sheet
    .getRange(row, 1, count, width)
    .getValues()
    .map((cells) => ({
      id: String(cells[columns.id] ?? "").trim(),
      name: columns.name < 0 ? "" : String(cells[columns.name] ?? "").trim(),
      stage: String(cells[columns.stage] ?? "").trim(),
    }))
    .filter(({ id, stage }) => id !== "" && stage !== "");
}

/**
 * One typed cell tells its old value and its new one. For many cells the history tells where each deal stood; one that
 * it does not know may only have been moved by a sort: where it is open, the next refresh notes it.
 */
function noteChanges(stands: readonly Standing[], event: EditEvent, history: Sheet): void {
  const isOneCell = event.range.getNumRows() === 1 && event.range.getNumColumns() === 1;
  const old = isOneCell && event.oldValue !== undefined ? String(event.oldValue) : null;
  const known = old === null ? readHistory(history) : { headers: historyHeaders(history), last: null };
  const at = new Date();
  const changes = stands.flatMap(({ id, name, stage }): StageChange[] => {
    const from = old ?? known.last?.get(id) ?? (isOneCell ? "" : null);
    const to = isOneCell && event.value ? String(event.value).replace(/^'/, "").trim() : stage;
    return from === null || sameStage(from, to) ? [] : [{ id, name, from, to, at, notedBy: "edit" }];
  });
  appendChanges(history, known.headers, changes);
}
