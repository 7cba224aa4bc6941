import type { SheetState } from "../document.ts";
import { Service } from "../service.ts";

/** The one filter of a sheet. */
export class Filter extends Service {
  readonly className = "Filter";
  private readonly sheet: SheetState;

  constructor(sheet: SheetState) {
    super();
    this.sheet = sheet;
  }

  remove(): void {
    this.sheet.filter = null;
  }
}
