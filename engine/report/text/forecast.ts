import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Forecast, ForecastPeriod } from "../../forecast/types.ts";
import { amountsLike, chanceText, dayText, shareText } from "../numbers.ts";
import type { ChartRow, TextBlock, TextColumn } from "../text-block.ts";
import { outlookSentences } from "../wording/forecast-headlines.ts";
import { methodWords } from "../wording/forecast-methods.ts";
import { forecastRemarks } from "../wording/forecast-remarks.ts";
import { choiceSentence, recordSentence } from "../wording/record.ts";
import { scenarioSentences } from "../wording/scenarios.ts";

type InWords = (amount: number) => string;

/** Past periods above the forecast: enough to see a year, or two. */
const BEFORE = { month: 12, quarter: 8 } as const;

/** The forecast in a screenful: what to expect, the fan, the table, what would change it, and its record. */
export function forecastText(analysis: Analysis): readonly TextBlock[] {
  const { forecast, asOfDay, currency } = analysis;
  const heading = { kind: "heading", level: 1, text: `Forecast as of ${dayText(asOfDay)}` } as const;
  if (!forecast) return [heading];
  const remarks = forecastRemarks(forecast, currency);
  return [
    heading,
    { kind: "list", items: sentences(analysis, forecast) },
    ...periodBlocks(analysis, forecast),
    ...whatIfBlocks(analysis, forecast),
    ...(remarks.length === 0
      ? []
      : ([
          { kind: "heading", level: 2, text: "Notes" },
          { kind: "list", items: remarks, tone: "quiet" },
        ] as const)),
  ];
}

function sentences(analysis: Analysis, forecast: Forecast): readonly string[] {
  const outlook = outlookSentences(analysis);
  return isKnown(forecast.periods)
    ? [...outlook, recordSentence(forecast), choiceSentence(forecast)]
    : outlook;
}

function periodBlocks({ wonBefore, currency }: Analysis, forecast: Forecast): readonly TextBlock[] {
  const { by, periods, level, beside } = forecast;
  if (!isKnown(periods)) return [];
  const amount = amountsLike(
    periods.map(({ upper }) => upper),
    currency,
  );
  const past = wonBefore[by]
    .slice(-BEFORE[by])
    .map(({ period, amount: won }): ChartRow => ({ label: period.label, text: amount(won), value: won }));
  const legend = { bar: "won", mark: "expected", range: `${shareText(level, 0)} range`, target: "target" };
  return [
    { kind: "heading", level: 2, text: by === "month" ? "By month" : "By quarter" },
    { kind: "chart", rows: [...past, ...periods.map((period) => aheadRow(period, amount))], legend },
    periodTable(periods, amount, level),
    ...targetTable(periods, amount),
    ...(beside
      ? ([
          { kind: "paragraph", text: `As ${methodWords(beside.method).phrase} sees it:` },
          periodTable(beside.periods, amount, level),
        ] as const)
      : []),
  ];
}

function aheadRow(
  { period, mean, lower, upper, target, wonSoFar }: ForecastPeriod,
  amount: InWords,
): ChartRow {
  const row = {
    label: period.label,
    text: amount(mean),
    value: mean,
    range: { lower, upper },
    done: wonSoFar,
  };
  return target === null ? row : { ...row, target };
}

interface Column extends TextColumn {
  readonly show: (period: ForecastPeriod) => string;
  readonly shown: boolean;
}

/** Columns that would be empty are left out, so that the rest fits a terminal. */
function periodTable(periods: readonly ForecastPeriod[], inWords: InWords, level: number): TextBlock {
  const amount = (value: number | null): string => (value === null ? "–" : inWords(value));
  const has = (pick: (period: ForecastPeriod) => number | null): boolean =>
    periods.some((period) => (pick(period) ?? 0) !== 0);
  const right = (title: string, shown: boolean, show: Column["show"]): Column => ({
    title,
    align: "right",
    shown,
    show,
  });
  const all: readonly Column[] = [
    { title: "Period", align: "left", shown: true, show: ({ period }) => period.label },
    right(
      "Won",
      has((one) => one.wonSoFar),
      ({ wonSoFar }) => amount(wonSoFar),
    ),
    right(
      "From open",
      has((one) => one.fromOpen),
      ({ fromOpen }) => amount(fromOpen),
    ),
    right(
      "From new",
      has((one) => one.fromNew),
      ({ fromNew }) => amount(fromNew),
    ),
    right("Expected", true, ({ mean }) => amount(mean)),
    right(`${shareText(level, 0)} range`, true, ({ lower, upper }) => `${amount(lower)}–${amount(upper)}`),
  ];
  const columns = all.filter(({ shown }) => shown);
  return {
    kind: "table",
    columns: columns.map(({ title, align }) => ({ title, align })),
    rows: periods.map((period) => columns.map(({ show }) => show(period))),
  };
}

/** A table of its own, so that both fit a terminal. */
function targetTable(periods: readonly ForecastPeriod[], amount: InWords): readonly TextBlock[] {
  const rows = periods.flatMap(({ period, mean, target, chanceOfTarget }) =>
    target === null || chanceOfTarget === null
      ? []
      : [[period.label, amount(target), amount(mean), amount(mean - target), chanceText(chanceOfTarget)]],
  );
  if (rows.length === 0) return [];
  const right = (title: string) => ({ title, align: "right" }) as const;
  const columns = [
    { title: "Period", align: "left" } as const,
    ...["Target", "Expected", "Gap", "Chance"].map(right),
  ];
  return [{ kind: "table", columns, rows }];
}

function whatIfBlocks(analysis: Analysis, forecast: Forecast): readonly TextBlock[] {
  if (forecast.scenarios.length === 0 || !isKnown(forecast.periods)) return [];
  return [
    { kind: "heading", level: 2, text: "What if" },
    { kind: "list", items: scenarioSentences(analysis, forecast) },
  ];
}
