import { Service } from "../service.ts";
import type { Range } from "./range.ts";

/** What a cell accepts. */
export class DataValidation extends Service {
  readonly className = "DataValidation";
  readonly kind: string;
  readonly values: readonly string[];

  constructor(kind: string, values: readonly string[]) {
    super();
    this.kind = kind;
    this.values = values;
  }

  getCriteriaType(): string {
    return this.kind;
  }

  getCriteriaValues(): unknown[] {
    return [this.values];
  }
}

export class DataValidationBuilder extends Service {
  readonly className = "DataValidationBuilder";
  private kind = "";
  private values: readonly string[] = [];

  requireValueInList(values: string[], _dropdown?: boolean): this {
    this.kind = "VALUE_IN_LIST";
    this.values = values;
    return this;
  }

  requireValueInRange(range: Range, _dropdown?: boolean): this {
    this.kind = "VALUE_IN_RANGE";
    this.values = [range.getA1Notation()];
    return this;
  }

  requireDate(): this {
    this.kind = "DATE_IS_VALID_DATE";
    return this;
  }

  requireNumberGreaterThanOrEqualTo(least: number): this {
    this.kind = "NUMBER_GREATER_THAN_OR_EQUAL_TO";
    this.values = [String(least)];
    return this;
  }

  setAllowInvalid(_allow: boolean): this {
    return this;
  }

  setHelpText(_text: string): this {
    return this;
  }

  build(): DataValidation {
    return new DataValidation(this.kind, this.values);
  }
}

class GradientCondition extends Service {
  readonly className = "GradientCondition";
  private readonly maxColour: string;

  constructor(maxColour: string) {
    super();
    this.maxColour = maxColour;
  }

  getMaxColor(): string {
    return this.maxColour;
  }
}

export class ConditionalFormatRule extends Service {
  readonly className = "ConditionalFormatRule";
  readonly formula: string;
  readonly background: string;
  readonly ranges: readonly Range[];
  private readonly gradient: GradientCondition | null;

  constructor(
    formula: string,
    background: string,
    ranges: readonly Range[],
    gradient: GradientCondition | null,
  ) {
    super();
    this.formula = formula;
    this.background = background;
    this.ranges = ranges;
    this.gradient = gradient;
  }

  getGradientCondition(): GradientCondition | null {
    return this.gradient;
  }

  getRanges(): readonly Range[] {
    return this.ranges;
  }
}

export class ConditionalFormatRuleBuilder extends Service {
  readonly className = "ConditionalFormatRuleBuilder";
  private formula = "";
  private background = "";
  private gradient: GradientCondition | null = null;
  private ranges: readonly Range[] = [];

  whenFormulaSatisfied(formula: string): this {
    this.formula = formula;
    return this;
  }

  setGradientMinpoint(_colour: string): this {
    return this;
  }

  setGradientMaxpoint(colour: string): this {
    this.gradient = new GradientCondition(colour);
    return this;
  }

  setBackground(colour: string): this {
    this.background = colour;
    return this;
  }

  setFontColor(_colour: string): this {
    return this;
  }

  setRanges(ranges: Range[]): this {
    this.ranges = ranges;
    return this;
  }

  build(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.formula, this.background, this.ranges, this.gradient);
  }
}
