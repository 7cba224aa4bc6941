import type { SheetState } from "../document.ts";
import type { Service } from "../service.ts";
import type { Execution } from "../world.ts";

type Maker = (execution: Execution, sheet: SheetState) => Service;

const makers: Maker[] = [];

/** Ranges lead back to their sheet, and sheets make ranges: the sheet's maker is named at start-up. */
export function nameSheetMaker(maker: Maker): void {
  makers[0] = maker;
}

export function sheetService(execution: Execution, sheet: SheetState): Service {
  const maker = makers[0];
  if (!maker) throw new Error("services/sheet.ts is not loaded");
  return maker(execution, sheet);
}
