import { enumeration, Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";
import type { Range } from "./range.ts";
import { RichTextValueBuilder, TextStyleBuilder } from "./rich-text.ts";
import { ConditionalFormatRuleBuilder, DataValidationBuilder } from "./rules.ts";
import { Spreadsheet } from "./spreadsheet.ts";
import { Ui } from "./ui.ts";

export class SpreadsheetApp extends Service {
  readonly className = "SpreadsheetApp";
  override readonly constants = {
    WrapStrategy: enumeration("WRAP", "OVERFLOW", "CLIP"),
    DeveloperMetadataVisibility: enumeration("DOCUMENT", "PROJECT"),
    DeveloperMetadataLocationType: enumeration("SPREADSHEET", "SHEET"),
  };
  private readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    return this.execution.world.bound ? new Spreadsheet(this.execution) : null;
  }

  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  /** Writes wait for a flush on the live service; here they are done at once. */
  flush(): void {}

  getUi(): Ui {
    if (!this.execution.world.bound)
      throw new ServiceError("Cannot call SpreadsheetApp.getUi() from this context.");
    return new Ui(this.execution);
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
}

export class Charts extends Service {
  readonly className = "Charts";
  override readonly constants = {
    ChartType: enumeration("AREA", "BAR", "COLUMN", "COMBO", "LINE", "SCATTER", "STEPPED_AREA"),
  };
}
