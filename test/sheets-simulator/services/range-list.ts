import { Service } from "../service.ts";
import type { Range } from "./range.ts";
import type { TextStyle } from "./rich-text.ts";

/** Several ranges that are given the same looks at once. */
export class RangeList extends Service {
  readonly className = "RangeList";
  private readonly ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    super();
    this.ranges = ranges;
  }

  setBackground(colour: string | null): this {
    return this.each((range) => range.setBackground(colour));
  }

  setFontColor(colour: string | null): this {
    return this.each((range) => range.setFontColor(colour));
  }

  setFontWeight(weight: string | null): this {
    return this.each((range) => range.setFontWeight(weight));
  }

  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }

  setFontStyle(style: string | null): this {
    return this.each((range) => range.setFontStyle(style));
  }

  setTextStyle(style: TextStyle): this {
    return this.each((range) => range.setTextStyle(style));
  }

  setNumberFormat(format: string): this {
    return this.each((range) => range.setNumberFormat(format));
  }

  setWrapStrategy(strategy: string): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }

  private each(act: (range: Range) => void): this {
    this.ranges.forEach(act);
    return this;
  }
}
