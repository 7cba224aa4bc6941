import type { Analysis } from "../../analysis.ts";
import type { Day } from "../../basics/day.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Forecast, ForecastPeriod } from "../../forecast/types.ts";
import { amountsLike, chanceText, dayText, periodText, shareText } from "../numbers.ts";
import { reasonText } from "./reasons.ts";

/** Below this share of a forecast a part of it is not worth a word. */
const WORTH_A_WORD = 0.01;

/** The running period and the next one; the next one alone where a period begins tomorrow. */
export function nearPeriods(forecast: Forecast): readonly ForecastPeriod[] {
  if (!isKnown(forecast.periods)) return [];
  const [first, second] = forecast.periods;
  if (!first) return [];
  return isRunning(first, forecast.asOfDay) && second ? [first, second] : [first];
}

/** Whether a period has begun by the as-of day. */
export function isRunning({ period }: ForecastPeriod, asOfDay: Day): boolean {
  return period.startDay <= asOfDay;
}

/** How sure a range is, as people say it: "8 times in 10". */
function timesText(level: number): string {
  const tenths = level * 10;
  return Math.abs(tenths - Math.round(tenths)) < 1e-9
    ? `${Math.round(tenths)} times in 10`
    : `${Math.round(level * 100)} times in 100`;
}

/** What a forecast's figures are of: money, or won deals where no deal carries an amount. */
type Measured = Pick<Analysis, "currency" | "isCounted">;

/** What a period should bring, its range, and where it comes from. */
export function periodSentence(
  shown: ForecastPeriod,
  forecast: Forecast,
  { currency, isCounted }: Measured,
): string {
  const { period, mean, lower, upper, wonSoFar } = shown;
  const amount = amountsLike([upper], currency);
  const expected = `${amount(mean)}${isCounted ? " won deals" : ""}`;
  const usually = `${timesText(forecast.level)} between ${amount(lower)} and ${amount(upper)}`;
  const range = mean > upper ? `${usually}, the rest far above it` : usually;
  if (!isRunning(shown, forecast.asOfDay))
    return `${periodText(period)} should bring ${expected}, ${range}${originText(shown, amount)}.`;
  const soFar = `${amount(wonSoFar)} won by ${dayText(forecast.asOfDay).replace(/ \d+$/, "")}`;
  return `${periodText(period)} should end at ${expected}, ${range}; ${soFar}.`;
}

function originText({ fromOpen, fromNew, mean }: ForecastPeriod, amount: (value: number) => string): string {
  if (fromOpen === null || fromNew === null || mean <= 0) return "";
  if (fromNew < WORTH_A_WORD * mean) return "; nearly all of it from deals that are open now";
  if (fromOpen < WORTH_A_WORD * mean) return "; nearly all of it from deals that are yet to come";
  return `; ${amount(fromOpen)} of it from deals open now, ${amount(fromNew)} from deals yet to come`;
}

/** A period's target: the chance to reach it, and how far the forecast is above or below it. */
export function targetSentence(
  { period, target, chanceOfTarget, mean }: ForecastPeriod,
  currency: string | null,
): readonly string[] {
  if (target === null || chanceOfTarget === null) return [];
  const gap = mean - target;
  const amount = amountsLike([target, mean], currency);
  const side = gap < 0 ? "short of it" : "above it";
  const distance = Math.abs(gap) < target * 0.005 ? "right at it" : `${amount(Math.abs(gap))} ${side}`;
  return [
    `The target of ${amount(target)} for ${periodText(period)} is reached with a chance of ` +
      `${chanceText(chanceOfTarget)}; the forecast is ${distance}.`,
  ];
}

/** What to expect of the near months and quarters, with their targets; or why there is no forecast. */
export function outlookSentences(analysis: Analysis): readonly string[] {
  const { forecast, otherForecast, currency } = analysis;
  if (!forecast) return [];
  if (!isKnown(forecast.periods)) return [`There is no forecast: ${reasonText(forecast.periods)}.`];
  return [forecast, otherForecast].flatMap((one) =>
    one === null
      ? []
      : nearPeriods(one).flatMap((period) => [
          periodSentence(period, one, analysis),
          ...targetSentence(period, currency),
        ]),
  );
}

/** What the quarter brings beside a forecast by month, or the month beside one by quarter; null where there is none. */
export function otherOutlook(analysis: Analysis): string | null {
  const { otherForecast } = analysis;
  const [next] = otherForecast === null ? [] : nearPeriods(otherForecast);
  return otherForecast === null || next === undefined ? null : periodSentence(next, otherForecast, analysis);
}

/** The next period's outlook for the overview: one month and one quarter, without their origin. */
export function shortOutlook({ forecast, otherForecast, currency, isCounted }: Analysis): readonly string[] {
  const parts = [forecast, otherForecast].flatMap((one) => {
    const next = one === null ? undefined : nearPeriods(one).slice(-1)[0];
    if (next === undefined || one === null) return [];
    const amount = amountsLike([next.upper], currency);
    const range = `${shareText(one.level, 0)} range ${amount(next.lower)}–${amount(next.upper)}`;
    return [`${periodText(next.period)} ${amount(next.mean)} (${range})`];
  });
  return parts.length === 0 ? [] : [`Forecast${isCounted ? " of won deals" : ""}: ${parts.join("; ")}.`];
}
