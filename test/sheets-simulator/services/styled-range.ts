import { type Area, type CellState, cellOf, type Look, putCell, type SheetState } from "../document.ts";
import { Service } from "../service.ts";
import { checkEditable, checkShape } from "./checks.ts";
import { TextStyle } from "./rich-text.ts";

type Change<T> = (cell: CellState, value: T) => CellState;

/** A rectangle of cells: reading and writing all of them at once, and how they look. */
export abstract class StyledRange extends Service {
  abstract override readonly className: string;
  readonly sheet: SheetState;
  readonly area: Area;

  constructor(sheet: SheetState, area: Area) {
    super();
    this.sheet = sheet;
    this.area = area;
  }

  setTextStyles(styles: (TextStyle | null)[][]): this {
    return this.writeMatrix(styles, (cell, style) =>
      style instanceof TextStyle ? { ...cell, look: { ...cell.look, ...style.look } } : cell,
    );
  }

  setTextStyle(style: TextStyle): this {
    return this.look(style.look);
  }

  setBackgrounds(colours: (string | null)[][]): this {
    return this.writeMatrix(colours, (cell, background) => ({ ...cell, look: { ...cell.look, background } }));
  }

  setBackground(background: string | null): this {
    return this.look({ background });
  }

  setFontColor(fontColor: string | null): this {
    return this.look({ fontColor });
  }

  setFontWeight(weight: string | null): this {
    return this.look({ bold: weight === "bold" });
  }

  setFontSize(fontSize: number): this {
    return this.look({ fontSize });
  }

  setFontStyle(style: string | null): this {
    return this.look({ italic: style === "italic" });
  }

  setWrap(wrap: boolean): this {
    return this.look({ wrap: wrap ? "WRAP" : "OVERFLOW" });
  }

  setWrapStrategy(wrap: string): this {
    return this.look({ wrap });
  }

  setWrapStrategies(strategies: (string | null)[][]): this {
    return this.writeMatrix(strategies, (cell, wrap) => ({ ...cell, look: { ...cell.look, wrap } }));
  }

  setHorizontalAlignment(horizontal: string | null): this {
    return this.look({ horizontal });
  }

  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.writeMatrix(alignments, (cell, horizontal) => ({
      ...cell,
      look: { ...cell.look, horizontal },
    }));
  }

  setVerticalAlignment(vertical: string | null): this {
    return this.look({ vertical });
  }

  private look(part: Look): this {
    return this.writeAll((cell) => ({ ...cell, look: { ...cell.look, ...part } }));
  }

  protected read<T>(show: (cell: CellState) => T): T[][] {
    const { row, column, rowCount, columnCount } = this.area;
    return Array.from({ length: rowCount }, (_, r) =>
      Array.from({ length: columnCount }, (__, c) => show(cellOf(this.sheet, row + r, column + c))),
    );
  }

  protected writeMatrix<T>(values: readonly (readonly T[])[], change: Change<T>): this {
    checkShape(values, this.area);
    return this.write((cell, r, c) => change(cell, values[r]?.[c] as T));
  }

  protected writeAll(change: (cell: CellState) => CellState): this {
    return this.write(change);
  }

  /** All cells are worked out before the first is put: a refused value leaves the range as it was. */
  private write(change: (cell: CellState, row: number, column: number) => CellState): this {
    checkEditable(this.sheet, this.area);
    const { row, column, rowCount, columnCount } = this.area;
    const made = Array.from({ length: rowCount }, (_, r) =>
      Array.from({ length: columnCount }, (__, c) => change(cellOf(this.sheet, row + r, column + c), r, c)),
    );
    made.forEach((line, r) => {
      line.forEach((cell, c) => {
        putCell(this.sheet, row + r, column + c, cell);
      });
    });
    return this;
  }
}
