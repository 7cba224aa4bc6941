/** What each contestant is asked for. */
export interface Aggregates {
  readonly stages: readonly {
    readonly stage: string;
    readonly deals: number;
    readonly conversion: number;
    /** Median days until the next change. */
    readonly days: number;
  }[];
  readonly months: readonly { readonly month: string; readonly amount: number }[];
}

const TOLERANCE = 1e-6;

/** The aggregates that a spreadsheet program wrote as CSV: lines of a stage, then lines of a month. */
export function aggregatesOfSheet(csv: string): Aggregates {
  const lines = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const isMonth = ([name = ""]: readonly string[]): boolean => /^\d{4}-\d{2}$/.test(name);
  return {
    stages: lines
      .filter((line) => !isMonth(line))
      .map(([stage = "", deals, conversion, days]) => ({
        stage,
        deals: Number(deals),
        conversion: Number(conversion),
        days: Number(days),
      })),
    months: lines.filter(isMonth).map(([month = "", amount]) => ({ month, amount: Number(amount) })),
  };
}

/** What two contestants do not agree on; empty where they do. */
export function differences(first: Aggregates, second: Aggregates): readonly string[] {
  const [ours, theirs] = [figuresOf(first), figuresOf(second)];
  return [...ours].flatMap(([name, value]) => {
    const other = theirs.get(name) ?? 0;
    const isSame = Math.abs(value - other) <= TOLERANCE * Math.max(1, Math.abs(value));
    return isSame ? [] : [`${name}: ${value} and ${other}`];
  });
}

function figuresOf({ stages, months }: Aggregates): ReadonlyMap<string, number> {
  return new Map([
    ...stages.flatMap(({ stage, deals, conversion, days }) => [
      [`${stage}, deals`, deals] as const,
      [`${stage}, conversion`, conversion] as const,
      [`${stage}, days`, days] as const,
    ]),
    ...months.filter(({ amount }) => amount > 0).map(({ month, amount }) => [month, amount] as const),
  ]);
}
