import type { Term } from "./term.ts";

/** The words of the forecast and of its record. */
export const FORECAST_TERMS = {
  forecast: {
    term: "Forecast (expected)",
    meaning: "What a month or quarter brings on average over all that may happen: the best single number.",
    computed:
      "The mean of 1,000 simulated futures of every open deal and of the deals yet to come, plus what is won already.",
    denominator: "All simulated futures",
    openDeals:
      "Each goes on from its stage, its age there and its traits, as deals like it did; those closed and those still open have taught how.",
    source: "Putter, Fiocco & Geskus 2007 (multi-state model); Holford 1980; Harvey & Fernandes 1989",
  },
  forecastRange: {
    term: "Forecast range (lower, middle, upper)",
    meaning:
      "Eight times in ten (or as often as your level says) the outcome lies between lower and upper, and half of the time above the middle.",
    computed:
      "Quantiles of the simulated futures, widened or narrowed where past ranges proved too narrow or too wide.",
    denominator: "All simulated futures",
    openDeals: "One large open deal can make the range wide, with the expected amount between two ends.",
    source: "Gneiting & Raftery 2007",
  },
  fromOpen: {
    term: "From open",
    meaning: "The part of the forecast that deals bring which are open today.",
    computed: "Mean over the simulated futures of what today's open deals bring in the period.",
    denominator: "All simulated futures",
    openDeals: "They are what is counted. A deal that may be lost counts by its chance.",
    source: "Aalen & Johansen 1978",
  },
  fromNew: {
    term: "From new",
    meaning: "The part of the forecast that deals bring which do not exist yet.",
    computed:
      "New deals come at the pace of the last months and the season, and are like recent deals; mean over the futures.",
    denominator: "All simulated futures",
    openDeals: "Not among them.",
    source: "Harvey & Fernandes 1989",
  },
  target: {
    term: "Target",
    meaning: "What you want to win in the period.",
    computed:
      "As set in the sheet Pipecast Settings, by period or for every month or quarter (command line: --target).",
    denominator: "–",
    openDeals: "–",
    source: "Your choice",
  },
  gap: {
    term: "Gap",
    meaning: "How far the forecast is above the target, or below it (with a minus).",
    computed: "Expected amount − target.",
    denominator: "–",
    openDeals: "As in the forecast.",
    source: "–",
  },
  chanceOfTarget: {
    term: "Chance of target",
    meaning: "How likely the target is reached, if things go on as they do.",
    computed: "The share of simulated futures that bring the target or more.",
    denominator: "All simulated futures",
    openDeals: "As in the forecast.",
    source: "Gneiting & Raftery 2007",
  },
  scenario: {
    term: "What if",
    meaning: "The same forecast with one thing changed: a deal lost, or the pace of the last half year.",
    computed: "The same random draws again with the change, so that any difference is due to it alone.",
    denominator: "All simulated futures",
    openDeals: "Those that the scenario names are lost.",
    source: "Our own model",
  },
  backtest: {
    term: "Record (backtest)",
    meaning: "What we would have forecast in the past, set against what came.",
    computed:
      "At past month-ends, 24 at most, every method gets what was known then and forecasts one, two and three months ahead.",
    denominator: "Past forecasts whose outcome is known",
    openDeals: "As they stood on that day; what became of them later is hidden.",
    source: "Rolling origins: Tashman 2000",
  },
  wape: {
    term: "Typical miss (WAPE)",
    meaning: "How far forecasts were off, as a share of what an average month (or quarter) brought.",
    computed: "Sum of the misses, whatever their sign, ÷ sum of the outcomes.",
    denominator: "What was won in the forecast periods",
    openDeals: "–",
    source: "Weighted absolute percentage error",
  },
  bias: {
    term: "Bias",
    meaning: "Whether forecasts were too high (+) or too low (−) on the whole.",
    computed: "Sum of forecast − outcome ÷ sum of the outcomes.",
    denominator: "What was won in the forecast periods",
    openDeals: "–",
    source: "–",
  },
  coverage: {
    term: "In range (coverage)",
    meaning: "How often the outcome lay within the range. It should be about as often as the level says.",
    computed: "Outcomes between lower and upper ÷ all outcomes.",
    denominator: "Past forecasts whose outcome is known",
    openDeals: "–",
    source: "Gneiting & Raftery 2007",
  },
  crps: {
    term: "CRPS",
    meaning:
      "One score for a forecast and its range together, in money: the lower, the better. Methods are chosen by it.",
    computed: "Mean distance of the futures from the outcome − half their mean distance from each other.",
    denominator: "Past forecasts whose outcome is known",
    openDeals: "–",
    source: "Gneiting & Raftery 2007; differences judged by Diebold & Mariano 1995",
  },
} as const satisfies Readonly<Record<string, Term>>;
