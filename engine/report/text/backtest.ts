import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { ScoredMethod } from "../../forecast/choose.ts";
import type { Forecast } from "../../forecast/types.ts";
import { amountsLike, countText, dayText, shareText } from "../numbers.ts";
import { nextOnes, stretchLabel } from "../past-forecasts.ts";
import type { TextBlock } from "../text-block.ts";
import { methodWords } from "../wording/forecast-methods.ts";
import { forecastRemarks } from "../wording/forecast-remarks.ts";
import { choiceSentence, honestySentences, recordSentence } from "../wording/record.ts";

type InWords = (amount: number) => string;

/** What past forecasts would have said beside what came, and beside simple methods. */
export function backtestText({ forecast, asOfDay, currency }: Analysis): readonly TextBlock[] {
  const heading = { kind: "heading", level: 1, text: `Past forecasts, as of ${dayText(asOfDay)}` } as const;
  if (!forecast) return [heading];
  const items = [
    recordSentence(forecast),
    ...honestySentences(forecast),
    ...(isKnown(forecast.backtest) ? [choiceSentence(forecast)] : []),
  ];
  if (!isKnown(forecast.backtest))
    return [
      heading,
      { kind: "list", items },
      { kind: "list", items: forecastRemarks(forecast, currency), tone: "quiet" },
    ];
  const amount = amountsLike(
    forecast.backtest.forecasts.map(({ actual }) => actual),
    currency,
  );
  return [
    heading,
    { kind: "list", items },
    { kind: "heading", level: 2, text: "Methods compared" },
    methodTable(forecast.backtest.methods, amount),
    {
      kind: "paragraph",
      text: "Typical miss: share of what an average period brought. CRPS: forecast and range judged together, in money; the lower, the better.",
      tone: "quiet",
    },
    { kind: "heading", level: 2, text: forecast.by === "month" ? "One month ahead" : "Three months ahead" },
    ...pastBlocks(forecast, amount),
  ];
}

function methodTable(methods: readonly ScoredMethod[], amount: InWords): TextBlock {
  const right = (title: string) => ({ title, align: "right" }) as const;
  const share = (value: number | null, n: number): string => (value === null ? "–" : shareText(value, n));
  return {
    kind: "table",
    columns: [
      { title: "Method", align: "left", wraps: true },
      right("Forecasts"),
      right("Typical miss"),
      right("Bias"),
      right("In range"),
      right("CRPS"),
    ],
    rows: methods.map(({ method, n, wape, bias, coverage, crps }) => [
      methodWords(method).name,
      countText(n),
      share(wape, n),
      share(bias, n),
      share(coverage, n),
      amount(crps),
    ]),
  };
}

function pastBlocks(forecast: Forecast, amount: InWords): readonly TextBlock[] {
  const { backtest, by, level } = forecast;
  if (!isKnown(backtest)) return [];
  const past = nextOnes(backtest, by);
  const right = (title: string) => ({ title, align: "right" }) as const;
  const isInside = ({ actual, lower, upper }: (typeof past)[number]): boolean =>
    actual >= lower && actual <= upper;
  return [
    {
      kind: "table",
      columns: [
        { title: "Forecast of", align: "left" },
        right("Forecast"),
        right(`${shareText(level, 0)} range`),
        right("Outcome"),
        { title: "In range", align: "left" },
      ],
      rows: past.map((one) => [
        stretchLabel(one),
        amount(one.mean),
        `${amount(one.lower)}–${amount(one.upper)}`,
        amount(one.actual),
        isInside(one) ? "yes" : one.actual > one.upper ? "no: above" : "no: below",
      ]),
      rowTones: past.map((one) => (isInside(one) ? "plain" : "attention")),
    },
  ];
}
