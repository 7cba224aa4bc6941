import type { ProtectionState, SheetState } from "../document.ts";
import { Service } from "../service.ts";

/** A protection as a script sets it: with a warning only, or the owner's own (who may always edit). */
export class Protection extends Service {
  readonly className = "Protection";
  private readonly state: ProtectionState;

  constructor(sheet: SheetState, area: ProtectionState["area"]) {
    super();
    this.state = { area, description: "", warningOnly: false, forbidden: false };
    sheet.protections.push(this.state);
  }

  setDescription(description: string): this {
    this.state.description = description;
    return this;
  }

  setWarningOnly(warningOnly: boolean): this {
    this.state.warningOnly = warningOnly;
    return this;
  }
}
