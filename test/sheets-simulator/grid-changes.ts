import type { Area, DocumentState, SheetState } from "./document.ts";

/** Rows and columns come and go; cells, named ranges and protected areas below or beside move along. */

export function insertRows(document: DocumentState, sheet: SheetState, at: number, count: number): void {
  if (sheet.rows.length > at) sheet.rows.splice(at, 0, ...Array.from({ length: count }, () => []));
  sheet.maxRows += count;
  moveAreas(document, sheet, (area) => (area.row >= at ? { ...area, row: area.row + count } : area));
}

export function insertColumns(document: DocumentState, sheet: SheetState, at: number, count: number): void {
  for (const line of sheet.rows) {
    if (line && line.length > at) line.splice(at, 0, ...Array.from({ length: count }, () => undefined));
  }
  sheet.maxColumns += count;
  moveAreas(document, sheet, (area) => (area.column >= at ? { ...area, column: area.column + count } : area));
}

export function deleteRows(document: DocumentState, sheet: SheetState, at: number, count: number): void {
  sheet.rows.splice(at, count);
  sheet.maxRows -= count;
  moveAreas(document, sheet, (area) => (area.row >= at + count ? { ...area, row: area.row - count } : area));
}

/** Rows go elsewhere; `to` is counted before they go. Rows between close up, and all that points at any of them follows. */
export function moveRows(
  document: DocumentState,
  sheet: SheetState,
  { from, count, to }: { readonly from: number; readonly count: number; readonly to: number },
): void {
  const order = Array.from({ length: Math.max(sheet.rows.length, to) }, (_, row) => row);
  const moved = order.splice(from, count);
  order.splice(to > from ? to - count : to, 0, ...moved);
  const rows = order.map((row) => sheet.rows[row] ?? []);
  sheet.rows = rows;
  const places = new Map(order.map((old, row) => [old, row]));
  moveAreas(document, sheet, (area) => ({ ...area, row: places.get(area.row) ?? area.row }));
}

function moveAreas(document: DocumentState, sheet: SheetState, move: (area: Area) => Area): void {
  for (const name of document.names) if (name.sheetId === sheet.id) name.area = move(name.area);
  sheet.merged = sheet.merged.map(move);
  sheet.protections = sheet.protections.map((one) => ({ ...one, area: one.area && move(one.area) }));
}
