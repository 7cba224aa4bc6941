import type { Analysis } from "../analysis.ts";
import { type Figure, type Interval, isKnown } from "../basics/figure.ts";
import { forecastFigures } from "./forecast-figures.ts";
import type { TermKey } from "./glossary/glossary.ts";
import { amountText, countedText, countText, daysText, shareText } from "./numbers.ts";

/** One line of the main figures, for every host alike. */
export interface KeyFigure {
  readonly label: string;
  readonly term: TermKey;
  readonly unit: "count" | "share" | "amount" | "days" | "day";
  readonly value: Figure<number>;
  /** The interval, where the figure is an estimate with one. */
  readonly interval?: Interval;
  /** The range of an amount to come. */
  readonly range?: { readonly lower: number; readonly upper: number };
  /** What it rests on; absent where the figure is a plain count. */
  readonly n?: number;
  readonly meaning: string;
  /** The defined name of its cell. */
  readonly name: string;
}

/** The main figures in the order of the overview. */
export function keyFigures(analysis: Analysis): readonly KeyFigure[] {
  return [
    ...countFigures(analysis),
    ...rateFigures(analysis),
    ...timeFigures(analysis),
    velocityFigure(analysis),
    ...forecastFigures(analysis),
  ];
}

function countFigures({ asOfDay, counts }: Analysis): readonly KeyFigure[] {
  const count = (label: string, value: number, term: TermKey, name: string, meaning: string): KeyFigure => ({
    label,
    term,
    unit: "count",
    value,
    meaning,
    name,
  });
  return [
    {
      label: "As-of day",
      term: "asOfDay",
      unit: "day",
      value: asOfDay,
      meaning: "Nothing after this day is counted.",
      name: "pipecast_as_of",
    },
    count("Deals", counts.total, "deal", "pipecast_deals", "Open, won, lost and left out."),
    count("Open deals", counts.open, "deal", "pipecast_open_deals", "Undecided: neither won nor lost."),
    count("Won deals", counts.won, "deal", "pipecast_won_deals", "Won by the as-of day."),
    count("Lost deals", counts.lost, "deal", "pipecast_lost_deals", "Lost by the as-of day."),
    count(
      "Left out",
      counts.excluded,
      "leftOut",
      "pipecast_left_out",
      "Rows that cannot be used; see Problems.",
    ),
    count(
      "Customers in follow-up",
      counts.inFollowUp,
      "followUp",
      "pipecast_follow_up",
      "Won deals that stand in a stage after the win.",
    ),
  ];
}

function rateFigures({ winRate, dealSize, counts }: Analysis): readonly KeyFigure[] {
  const undecided = `${countText(counts.open)} undecided.`;
  const size = { term: "dealSize", unit: "amount", n: dealSize.n } as const;
  return [
    share(
      "Win rate by count",
      winRate.byCount,
      "winRateByCount",
      "pipecast_win_rate",
      `Won of closed deals; ${undecided}`,
    ),
    share(
      "Win rate by amount",
      winRate.byAmount,
      "winRateByAmount",
      "pipecast_win_rate_by_amount",
      "Won money of the money in closed deals.",
    ),
    {
      ...size,
      label: "Won amount",
      value: dealSize.wonAmount,
      meaning: "What all won deals bring together.",
      name: "pipecast_won_amount",
    },
    {
      ...size,
      label: "Average won amount",
      value: dealSize.averageWonAmount,
      meaning: "What a won deal brings on average.",
      name: "pipecast_average_won_amount",
    },
    {
      ...size,
      label: "Median won amount",
      value: dealSize.medianWonAmount,
      meaning: "Half of the won deals bring this or less.",
      name: "pipecast_median_won_amount",
    },
  ];
}

function share(
  label: string,
  value: Figure<Interval>,
  term: TermKey,
  name: string,
  meaning: string,
): KeyFigure {
  const about = { label, term, unit: "share", meaning, name } as const;
  if (!isKnown(value)) return { ...about, value, n: value.n };
  return { ...about, value: value.estimate, interval: value, n: value.n };
}

function timeFigures({ cycle }: Analysis): readonly KeyFigure[] {
  const { won, lost } = cycle;
  const days = (
    label: string,
    value: Figure<number>,
    n: number,
    name: string,
    meaning: string,
  ): KeyFigure => ({
    label,
    term: "cycle",
    unit: "days",
    value,
    n,
    meaning,
    name,
  });
  const ofWon = (pick: "meanDays" | "medianDays" | "p90Days"): Figure<number> =>
    isKnown(won) ? won[pick] : won;
  return [
    days(
      "Won cycle, mean",
      ofWon("meanDays"),
      won.n,
      "pipecast_won_cycle_mean",
      "From start to win, on average.",
    ),
    days(
      "Won cycle, median",
      ofWon("medianDays"),
      won.n,
      "pipecast_won_cycle_median",
      "Half of the wins take this or less.",
    ),
    days(
      "Won cycle, P90",
      ofWon("p90Days"),
      won.n,
      "pipecast_won_cycle_p90",
      "Nine in ten wins take this or less.",
    ),
    days(
      "Lost cycle, median",
      isKnown(lost) ? lost.medianDays : lost,
      lost.n,
      "pipecast_lost_cycle_median",
      "Half of the losses take this or less.",
    ),
  ];
}

function velocityFigure({ velocity, winRate, currency }: Analysis): KeyFigure {
  const about = {
    label: "Velocity, a day",
    term: "velocity",
    unit: "amount",
    name: "pipecast_velocity",
  } as const;
  if (!isKnown(velocity)) return { ...about, value: velocity, meaning: "What the open deals bring a day." };
  const factors = [
    countedText(velocity.openDeals, "open deal"),
    shareText(velocity.winRate, winRate.byCount.n),
    amountText(velocity.averageWonAmount, currency),
  ];
  const meaning = `${factors.join(" × ")} ÷ ${daysText(velocity.cycleDays)}.`;
  return { ...about, value: velocity.amountPerDay, meaning };
}
