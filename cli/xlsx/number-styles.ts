import type { Cell, MoneyCell } from "../../engine/index.ts";
import { builtInFormatCode, cellOfNumber, dayOfSerial } from "../../engine/index.ts";
import { eachElement } from "./xml-elements.ts";

/** A number that is a date in both date systems, and an amount as well. */
const SOME_NUMBER = 40_000;

/** Makes cells of stored numbers, by the number format of a cell's style. */
export class NumberStyle {
  /** Whether the format shows just a number. */
  readonly plain: boolean;
  readonly #date1904: boolean;
  /** Null where the format shows dates. */
  readonly #currency: string | null;

  constructor(code: string, date1904: boolean) {
    const example = cellOfNumber(SOME_NUMBER, code, date1904);
    this.plain = typeof example === "number";
    this.#date1904 = date1904;
    this.#currency = isMoney(example) ? example.currency : null;
  }

  cellOf(value: number): Cell {
    if (this.plain) return value;
    if (this.#currency !== null) return { kind: "money", amount: value, currency: this.#currency };
    return dayOfSerial(value, this.#date1904) ?? value;
  }
}

function isMoney(cell: Cell): cell is MoneyCell {
  return typeof cell === "object" && cell?.kind === "money";
}

/** The number styles of a styles part, in the order in which cells count them. */
export function readNumberStyles(part: string, bytes: Buffer, date1904: boolean): NumberStyle[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  eachElement(part, bytes, (name, attributes, parent) => {
    const isCode = name === "numFmt" && parent === "numFmts";
    const isFormat = name === "xf" && parent === "cellXfs";
    if (!isCode && !isFormat) return;
    const own = attributes();
    const id = Number(own.get("numFmtId") ?? 0);
    if (isCode) codes.set(id, own.get("formatCode") ?? "General");
    else formats.push(id);
  });
  const styles = new Map<number, NumberStyle>();
  return formats.map((id) => {
    const style = styles.get(id) ?? new NumberStyle(codes.get(id) ?? builtInFormatCode(id), date1904);
    styles.set(id, style);
    return style;
  });
}
