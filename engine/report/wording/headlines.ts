import type { Analysis } from "../../analysis.ts";
import { isKnown } from "../../basics/figure.ts";
import type { Forecast } from "../../forecast/types.ts";
import { amountText, countedText, countText, daysText, listText, rangeText, shareText } from "../numbers.ts";
import { SEVERITIES } from "../problem-groups.ts";
import { bottleneckSentences, worthOfBottleneck } from "./bottlenecks.ts";
import { excerptOf } from "./excerpt.ts";
import { shortOutlook } from "./forecast-headlines.ts";
import { forecastNoteText } from "./forecast-notes.ts";
import { recordSentence } from "./record.ts";

/** The median of fewer visits is one deal's accident. */
const FEWEST_VISITS = 10;

/** A longest time within this factor of the next one is no difference to speak of. */
const CLEARLY_LONGER = 1.25;

/**
 * What to know first, most telling first: where deals stay, what stands out, how many are won, how long that takes.
 * A sentence whose figure cannot be computed is left out; the notes below the figures say why.
 */
export function headlines(analysis: Analysis): readonly string[] {
  const { won, lost, open } = analysis.counts;
  const { bottlenecks } = analysis;
  return [
    ...forecastSentences(analysis),
    ...slowestSentence(analysis),
    ...(isKnown(bottlenecks)
      ? bottleneckSentences(bottlenecks, { won, lost, open }, (one) => worthOfBottleneck(one, analysis))
      : []),
    ...winSentence(analysis),
    ...cycleSentence(analysis),
    ...dealsSentence(analysis),
    ...problemSentence(analysis),
  ];
}

/**
 * What the next month and quarter bring, whether few deals stand behind it, and how far such forecasts were off; nothing where there is no forecast.
 * A host that shows the forecast and its record beside the headlines leaves them out.
 */
export function forecastSentences(analysis: Analysis): readonly string[] {
  const { forecast } = analysis;
  if (!forecast || !isKnown(forecast.periods)) return [];
  return [...shortOutlook(analysis), ...provisos(forecast, analysis.currency), recordSentence(forecast)];
}

/** What a reader of the forecast must know who reads no further: that few deals stand behind it. */
function provisos(forecast: Forecast, currency: string | null): readonly string[] {
  return forecast.notes
    .filter(({ code }) => code === "thin" || code === "early")
    .map((note) => forecastNoteText(note, { currency, level: forecast.level }));
}

interface StageTime {
  readonly name: string;
  readonly days: number;
}

/**
 * Compares median times in stage. Where a median is unknown because too many visits still last, that stage may be
 * slower than any other, and the sentence says so; stages of fewer than ten visits are not compared.
 */
export function slowestSentence(analysis: Analysis): readonly string[] {
  const { times, unknown, thin } = stageTimes(analysis);
  const [first, second] = [...times].sort((a, b) => b.days - a.days);
  if (first === undefined || second === undefined) return [];
  const proviso =
    unknown.length === 0
      ? ""
      : ` The time in ${listText(unknown)} is not known yet: too many visits still last.`;
  const beside = thin.length === 0 ? "" : ` Too few visits to compare: ${listText(thin)}.`;
  return [`${compareTimes(first, second, thin.length === 0 ? times.length : 0)}.${proviso}${beside}`];
}

interface StageTimes {
  readonly times: readonly StageTime[];
  readonly unknown: readonly string[];
  readonly thin: readonly string[];
}

function stageTimes(analysis: Analysis): StageTimes {
  const times: StageTime[] = [];
  const thin: string[] = [];
  const unknown: string[] = [];
  for (const { stage, timeInStage } of analysis.stages) {
    if (!isKnown(timeInStage)) continue;
    const { medianDays, n } = timeInStage;
    if (n < FEWEST_VISITS) thin.push(excerptOf(stage.name));
    else if (isKnown(medianDays)) times.push({ name: excerptOf(stage.name), days: medianDays });
    else if (medianDays.missing === "curve-too-short") unknown.push(excerptOf(stage.name));
  }
  return { times, unknown, thin };
}

function compareTimes(first: StageTime, second: StageTime, count: number): string {
  const others = count > 2 ? "any other stage" : second.name;
  const opening = `${first.name} holds deals ${daysText(first.days)}`;
  const factor = first.days / second.days;
  if (first.days === second.days || factor < CLEARLY_LONGER)
    return `No stage holds deals clearly longest: ${first.name} ${daysText(first.days)}, ${second.name} ${daysText(second.days)} (medians)`;
  if (second.days === 0) return `${opening} (median), longer than ${others}`;
  if (factor >= 1.95 && factor < 2.05) return `${opening} (median), twice as long as ${others}`;
  return `${opening} (median), ${factor.toFixed(1)} times as long as the next, ${second.name} (${daysText(second.days)})`;
}

function winSentence({ winRate, counts }: Analysis): readonly string[] {
  const { byCount } = winRate;
  if (!isKnown(byCount)) return [];
  const undecided = `${countText(counts.open)} ${counts.open === 1 ? "is" : "are"} undecided`;
  const range = `${rangeText(byCount)}, n = ${countText(byCount.n)}`;
  return [`You win ${shareText(byCount.estimate, byCount.n)} of closed deals (${range}); ${undecided}.`];
}

function cycleSentence({ cycle }: Analysis): readonly string[] {
  if (!isKnown(cycle.won)) return [];
  const { medianDays, p90Days } = cycle.won;
  return [
    `Half of your won deals closed within ${daysText(medianDays)}, nine in ten within ${daysText(p90Days)}.`,
  ];
}

function dealsSentence({ advice, currency }: Analysis): readonly string[] {
  const flagged = advice.openDeals.filter(({ flags }) => flags.length > 0);
  if (flagged.length === 0) return [];
  const amount = flagged.reduce((sum, { deal }) => sum + (deal.amount ?? 0), 0);
  const deals = countedText(flagged.length, "open deal needs", "open deals need");
  return [`${deals} somebody today: ${amountText(amount, currency)} listed.`];
}

function problemSentence({ problems, counts }: Analysis): readonly string[] {
  const kinds = SEVERITIES.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [countedText(count, severity)];
  });
  if (kinds.length === 0) return [];
  const { excluded } = counts;
  const leftOut =
    excluded === 0 ? "no deal is left out" : `${countedText(excluded, "deal is", "deals are")} left out`;
  return [`Your data have ${listText(kinds)}; ${leftOut}.`];
}
