import type { Day } from "../../basics/day.ts";
import { isKnown } from "../../basics/figure.ts";
import type { PeriodUnit } from "../../basics/period.ts";
import type { PastForecast } from "../../forecast/backtest.ts";
import type { Forecast, ForecastPeriod } from "../../forecast/types.ts";
import type { WonPeriod } from "../../measures/won-by-period.ts";
import { amountsLike, countedText, countText, periodText, shareText } from "../numbers.ts";
import { isRunning } from "./forecast-headlines.ts";
import type { ChartWords } from "./stage-charts.ts";

/** A change below this is none to speak of. */
const ABOUT_THE_SAME = 0.03;

/** What the periods ahead bring, against as many before them. */
export function fanWords(
  forecast: Forecast,
  before: readonly WonPeriod[],
  currency: string | null,
): ChartWords {
  const periods = isKnown(forecast.periods) ? forecast.periods : [];
  const amount = amountsLike(
    periods.map(({ upper }) => upper),
    currency,
  );
  const ahead = periods.map(
    ({ period, mean, lower, upper }) =>
      `${periodText(period)} ${amount(mean)} (${amount(lower)} to ${amount(upper)})`,
  );
  const past = before.map((one) => `${periodText(one.period)} ${amount(one.amount)}`);
  const alt = `Line: what was won by ${forecast.by}: ${past.join(", ")}. Fan: the forecast with its range: ${ahead.join(", ")}.`;
  return { title: fanTitle(forecast, periods, before, amount), alt };
}

function fanTitle(
  { asOfDay, by }: Forecast,
  periods: readonly ForecastPeriod[],
  before: readonly WonPeriod[],
  amount: (value: number) => string,
): string {
  const [first] = periods;
  if (!first) return "What was won";
  const expected = periods.reduce((sum, { mean }) => sum + mean, 0);
  const opening = `${stretchText(periods.length, first, asOfDay, by)} should bring ${amount(expected)}`;
  const last = before.slice(-periods.length);
  const won = last.reduce((sum, one) => sum + one.amount, 0);
  if (last.length < periods.length || won <= 0) return opening;
  return `${opening}, ${comparison(expected / won - 1)} the last ${last.length === 1 ? by : countedText(last.length, by)}`;
}

function stretchText(count: number, first: ForecastPeriod, asOfDay: Day, by: PeriodUnit): string {
  if (count === 1) return periodText(first.period);
  const periods = countedText(count, by);
  return isRunning(first, asOfDay)
    ? `The ${periods} from ${periodText(first.period)}`
    : `The next ${periods}`;
}

function comparison(change: number): string {
  if (Math.abs(change) < ABOUT_THE_SAME) return "about as much as";
  return `${shareText(Math.abs(change), 0)} ${change > 0 ? "more" : "less"} than`;
}

/** How many outcomes lay within the range that was given for them. */
export function pastWords(
  past: readonly PastForecast[],
  forecast: Forecast,
  currency: string | null,
): ChartWords {
  const inside = past.filter(({ lower, upper, actual }) => actual >= lower && actual <= upper).length;
  const what = forecast.by === "month" ? "months" : "stretches of three months";
  const title = `${countText(inside)} of ${countText(past.length)} past ${what} ended within the ${shareText(forecast.level, 0)} range given before they began`;
  const amount = amountsLike(
    past.map(({ actual }) => actual),
    currency,
  );
  const pairs = past.map(({ mean, actual }) => `${amount(mean)} and ${amount(actual)}`).join("; ");
  return { title, alt: `Lines: forecast with its range, and outcome: ${pairs}.` };
}

/** Forecast against outcome, one dot each. */
export function dotsWords(past: readonly PastForecast[], forecast: Forecast): ChartWords {
  const above = past.filter(({ mean, actual }) => actual > mean).length;
  const ahead = forecast.by === "month" ? "one to three months ahead" : "three months together";
  return {
    title: `${countText(above)} of ${countText(past.length)} outcomes came out above their forecast`,
    alt: `Dots: each past forecast (across), ${ahead}, and its outcome (up). On the diagonal the forecast was right.`,
  };
}
