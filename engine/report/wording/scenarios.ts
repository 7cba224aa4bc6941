import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Forecast, ForecastPeriod, Scenario } from "../../forecast/types.ts";
import { amountsLike, amountText, countedText, periodText, shareText } from "../numbers.ts";
import { dealName } from "./deal-names.ts";

/** A scenario's name, short enough to stand over its columns. */
export function scenarioTitle({ kind, deals }: Scenario): string {
  if (kind === "largest-lost") return "Largest open deal lost";
  if (kind === "flagged-lost") return `${countedText(deals, "flagged deal")} lost`;
  return "As in the last half year";
}

/** Our own model's periods, which the scenarios change; they may stand beside a simple method that was chosen. */
export function modelPeriods(forecast: Forecast): readonly ForecastPeriod[] {
  const { method, beside, periods } = forecast;
  if (method !== "pipecast") return beside?.method === "pipecast" ? beside.periods : [];
  return isKnown(periods) ? periods : [];
}

/** What each scenario makes of the periods shown, all together. */
export function scenarioSentences(analysis: Analysis, forecast: Forecast): readonly string[] {
  const expected = modelPeriods(forecast).reduce((sum, { mean }) => sum + mean, 0);
  const [first, ...more] = modelPeriods(forecast);
  if (!first) return [];
  const over =
    more.length === 0
      ? `in ${periodText(first.period)}`
      : `over ${countedText(more.length + 1, forecast.by)}`;
  return forecast.scenarios.map((scenario) => {
    const change = scenario.periods.reduce((sum, { mean }) => sum + mean, 0) - expected;
    return `${scenarioOpening(scenario, analysis)}: ${changeText(change, expected, analysis.currency)} ${over}.`;
  });
}

function scenarioOpening({ kind, deal, deals }: Scenario, { facts, currency }: Analysis): string {
  if (kind === "recent-pace") return "If deals move and close as in the last half year";
  if (kind === "flagged-lost")
    return `If ${countedText(deals, "flagged deal is", "flagged deals are all")} lost`;
  const known = deal === null ? undefined : facts[deal];
  if (!known) return "If the largest open deal is lost";
  const name = dealName(known);
  const amount = known.amount === null ? "" : `, ${amountText(known.amount, currency)}`;
  return `If the largest open deal (${name}${amount}) is lost`;
}

function changeText(change: number, expected: number, currency: string | null): string {
  const size = Math.abs(change);
  if (expected <= 0 || size < 0.005 * expected) return "hardly any difference";
  const share = shareText(size / expected, 0);
  return `${amountsLike([expected], currency)(size)} (${share}) ${change < 0 ? "less" : "more"}`;
}
