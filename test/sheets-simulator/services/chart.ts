import type { ChartState, SheetState } from "../document.ts";
import { Service } from "../service.ts";
import { ServiceError } from "../service-error.ts";
import type { Execution } from "../world.ts";
import { Range } from "./range.ts";

/** A chart on a sheet, or one built and not yet inserted (id 0). */
export class EmbeddedChart extends Service {
  readonly className = "EmbeddedChart";
  readonly state: ChartState;
  private readonly execution: Execution;

  constructor(execution: Execution, state: ChartState) {
    super();
    this.execution = execution;
    this.state = state;
  }

  getChartId(): number | null {
    return this.state.id || null;
  }

  getRanges(): Range[] {
    return this.state.ranges.flatMap((range) => {
      const sheet = this.execution.world.document.sheets.find((one) => one.id === range.sheetId);
      return sheet ? [new Range(this.execution, sheet, range)] : [];
    });
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.execution, this.state);
  }
}

export class EmbeddedChartBuilder extends Service {
  readonly className = "EmbeddedChartBuilder";
  private readonly execution: Execution;
  private state: ChartState;

  constructor(execution: Execution, state: ChartState) {
    super();
    this.execution = execution;
    this.state = state;
  }

  setChartType(type: string): this {
    return this.with({ type });
  }

  addRange(range: Range): this {
    if (!(range instanceof Range)) throw new ServiceError("A range is expected.");
    return this.with({ ranges: [...this.state.ranges, { ...range.area, sheetId: range.sheet.id }] });
  }

  clearRanges(): this {
    return this.with({ ranges: [] });
  }

  setOption(key: string, value: unknown): this {
    return this.with({ options: { ...this.state.options, [key]: value } });
  }

  setNumHeaders(headers: number): this {
    return this.with({ headers });
  }

  setPosition(row: number, column: number, _offsetX: number, _offsetY: number): this {
    if (row < 1 || column < 1) throw new ServiceError("The chart's anchor must lie on the sheet.");
    return this.with({ position: { row, column } });
  }

  build(): EmbeddedChart {
    if (this.state.ranges.length === 0) throw new ServiceError("The chart needs at least one range.");
    return new EmbeddedChart(this.execution, this.state);
  }

  private with(part: Partial<ChartState>): this {
    this.state = { ...this.state, ...part };
    return this;
  }
}

export function newChart(execution: Execution): EmbeddedChartBuilder {
  const position = { row: 1, column: 1 };
  return new EmbeddedChartBuilder(execution, {
    id: 0,
    type: "LINE",
    ranges: [],
    options: {},
    position,
    headers: 0,
  });
}

/** Puts a chart on a sheet, in the place of the one with its id where there is one. */
export function placeChart(execution: Execution, sheet: SheetState, chart: EmbeddedChart): void {
  const { document } = execution.world;
  const { position } = chart.state;
  if (position.row > sheet.maxRows || position.column > sheet.maxColumns) {
    throw new ServiceError("The chart's anchor must lie on the sheet.");
  }
  const id = chart.state.id || document.nextId++;
  sheet.charts = [...sheet.charts.filter((one) => one.id !== id), { ...chart.state, id }];
}
