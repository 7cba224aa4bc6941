import type { Term } from "./term.ts";

/** The words of the overview. */
export const FIGURE_TERMS = {
  asOfDay: {
    term: "As-of day",
    meaning: "The day when knowledge stops. Nothing that happened after it changes any figure.",
    computed: "The day you give, else the day of the report.",
    denominator: "–",
    openDeals: "A deal that closed after the as-of day is open in this report.",
    source: "Your choice",
  },
  deal: {
    term: "Deal",
    meaning: "One opportunity: one row of your deal sheet.",
    computed: "All deals = open + won + lost + left out.",
    denominator: "–",
    openDeals: "Neither won nor lost by the as-of day. Never counted as lost.",
    source: "Your sheet",
  },
  leftOut: {
    term: "Left out",
    meaning: "Rows that name a deal but cannot be used. Each has its line on the Problems sheet.",
    computed:
      "Rows with a problem that excludes the whole deal, of the whole workbook: they are not cut at the as-of day.",
    denominator: "All deals",
    openDeals: "–",
    source: "Your sheet",
  },
  followUp: {
    term: "Customers in follow-up",
    meaning: "Won deals that stand in a stage after the win: repeat business, upsell, referrals.",
    computed:
      "Won deals whose current stage comes after the win. One lost after that stays won, and is in follow-up no more.",
    denominator: "Won deals",
    openDeals: "Not counted: follow-up takes no part in the conversion to a win.",
    source: "Your sheet",
  },
  winRateByCount: {
    term: "Win rate by count",
    meaning: "Of all closed deals, the share that was won.",
    computed: "Won ÷ (won + lost), with the Wilson interval.",
    denominator: "Closed deals: won + lost",
    openDeals: "Left out on both sides: they are undecided.",
    source: "Brown, Cai & DasGupta 2001",
  },
  winRateByAmount: {
    term: "Win rate by amount",
    meaning:
      "Of the money in closed deals, the share that was won. If it is lower than by count, you lose the large deals.",
    computed: "Won amount ÷ (won + lost amount), with a bootstrap interval over deals.",
    denominator:
      "Amount of closed deals that carry one; not told where lost deals carry one less than half as often as won ones",
    openDeals: "Left out on both sides.",
    source: "Efron & Tibshirani 1993",
  },
  dealSize: {
    term: "Deal size",
    meaning:
      "What a won deal brings. A median far below the average means that a few large deals carry much.",
    computed: "Sum, average and median of the amounts of won deals.",
    denominator: "Won deals that carry an amount",
    openDeals: "Left out.",
    source: "Hyndman & Fan 1996, type 7",
  },
  cycle: {
    term: "Cycle length",
    meaning: "Days from a deal's start to its closing.",
    computed: "Closing day − start, where the start is the earlier of its creation and its first stage.",
    denominator: "Won (or lost) deals whose start and closing day are known",
    openDeals: "Left out: they have no closing day. Deals of young pipelines therefore look quick.",
    source: "Hyndman & Fan 1996, type 7",
  },
  velocity: {
    term: "Velocity",
    meaning: "What the open pipeline brings a day, if it goes on as it did.",
    computed: "Open deals × win rate × average won amount ÷ mean won cycle in days.",
    denominator: "Mean won cycle",
    openDeals: "Their number is a factor. Their own amounts and stages are not.",
    source: "Common sales practice",
  },
  bottleneck: {
    term: "Bottleneck",
    meaning:
      "The stage that is slow (takes the time), leaky (loses the deals) or crowded (holds the open deals).",
    computed:
      "Stages held against one another by their share of the won cycle (days in the stage ÷ days from start to win), the share of the deals decided there that were lost, and open deals against the visits that ended in the last quarter; a kind that fewer than ten deals tell of is not judged.",
    denominator: "The won cycle; deals decided in the stage; visits ended in the last 91 days",
    openDeals: "Counted in the crowd.",
    source: "Efron & Tibshirani 1993 and Morris 1983 for the certainty",
  },
  certainty: {
    term: "Certainty",
    meaning: "How sure it is that this stage is the worst of its kind. Below 80 % no stage stands out.",
    computed:
      "Deals are drawn anew many times, and what stages differ by chance is discounted; the share of draws in which the stage is the worst, ties split evenly.",
    denominator: "All draws",
    openDeals: "Drawn along with the others.",
    source: "Efron & Tibshirani 1993",
  },
  worth: {
    term: "Worth a quarter",
    meaning:
      "What more would be won a quarter, over the coming year, if a bottleneck did as well as in its own better half.",
    computed:
      "The forecast model again with this stage changed and all else as it is, by the same draws; the difference ÷ 4. Slow: as quick as in the better half of its quarters, each deal ending as it would have, so that the gain comes once. Leaky: losing no more than in the better half of its quarters, or as the better half of owners. What picking the better half gains by luck is taken off. A crowded stage has no worth of its own.",
    denominator: "All draws of the model",
    openDeals:
      "They go on from where they stand. It says what would be if it were so, not that it can be had.",
    source: "Our own model; Efron 2011 for the luck of picking",
  },
  interval: {
    term: "Range (lower–upper)",
    meaning:
      "Where the true figure plausibly lies. A wide range means that few deals stand behind the figure.",
    computed: "An interval at the level that the sheet names: 80 % unless you set another.",
    denominator: "n, the deals or visits it rests on",
    openDeals: "As for the figure itself.",
    source: "As for the figure itself",
  },
  median: {
    term: "Median, P75, P90",
    meaning: "Half (three quarters, nine in ten) of the cases are at or below this value.",
    computed: "Quantiles; where cases are not over yet, read from the Kaplan–Meier curve.",
    denominator: "n, the deals or visits it rests on",
    openDeals: "As for the figure itself. A dash: too many are not over yet to tell.",
    source: "Hyndman & Fan 1996, type 7; Kaplan & Meier 1958",
  },
} as const satisfies Readonly<Record<string, Term>>;
