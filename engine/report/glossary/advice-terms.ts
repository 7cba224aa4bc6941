import type { Term } from "./term.ts";

/** The words of the sheets that say what to do: deals, review, segments. */
export const ADVICE_TERMS = {
  stalled: {
    term: "Stalled",
    meaning: "The deal stays longer in its stage than most deals that were won in the end.",
    computed: "Days in the stage beyond the P80 of the stays of won deals there.",
    denominator: "Ended stays of won deals in the stage, at least ten",
    openDeals: "Only open deals are flagged.",
    source: "Hyndman & Fan 1996, type 7",
  },
  priority: {
    term: "Priority",
    meaning: "The order in which to work on open deals.",
    computed:
      "What waiting costs the most first; flagged deals first among equals. Without a forecast: flagged deals first, the most listed money first among them.",
    denominator: "Open deals",
    openDeals: "They are what is put in order.",
    source: "Our own model",
  },
  winChance: {
    term: "Win chance",
    meaning: "How likely an open deal is to be won in the end.",
    computed:
      "From its stage, the days it has stood there, its owner, source, product and size: what became of deals like it, those still open counted as far as they have been watched.",
    denominator: "Deals like it, the more of them the more their own record counts",
    openDeals: "They are what is judged. Never 0 or 100 %.",
    source: "Putter, Fiocco & Geskus 2007",
  },
  expectedAmount: {
    term: "Expected amount",
    meaning: "What an open deal brings on average: its amount, by its chance.",
    computed:
      "Win chance × listed amount; where snapshots show what won deals brought against what was listed for them, × that ratio.",
    denominator: "–",
    openDeals: "Blank where no amount is listed, or where your sheet writes amounts down only at the win.",
    source: "–",
  },
  costOfWaiting: {
    term: "Cost of waiting",
    meaning: "What it costs if nothing happens to the deal for another half of a typical stay in its stage.",
    computed: "The fall of the win chance over that time × the amount that the expected amount is made of.",
    denominator: "–",
    openDeals:
      "Zero where deals that wait longer do no worse. It says what went with waiting, not what acting will do.",
    source: "Our own model",
  },
  expectedClose: {
    term: "Expected close (ours)",
    meaning: "When the deal will be won, if it is won.",
    computed: "The day by which half of such wins come, with the days by which one and nine in ten do.",
    denominator: "Wins of deals like it",
    openDeals: "The stated close is what your sheet says.",
    source: "Putter, Fiocco & Geskus 2007",
  },
  brier: {
    term: "Brier score",
    meaning:
      "How far chances were from what came, in one number: 0 is perfect, 0.25 is a coin, lower is better.",
    computed:
      "Mean squared distance of the chance from 1 where the deal was won, and from 0 where it was lost.",
    denominator:
      "Closed deals with a typed probability above 0 and below 100 %; what was set at the closing is left out",
    openDeals: "Not among them. Ours is the eventual win rate of the stage that the deal closed from.",
    source: "Brier 1950",
  },
  untouched: {
    term: "Untouched",
    meaning: "Nothing has happened to the deal for more than two weeks, and no step is planned.",
    computed: "No activity and no stage change for 14 days, and no next step from today on.",
    denominator: "Open deals that tell when anything last happened",
    openDeals: "They are what is counted.",
    source: "Your sheet",
  },
  waterfall: {
    term: "Opening to closing",
    meaning: "How the open pipeline of one day became that of another.",
    computed:
      "Opening + new + grown − shrunk + pulled in − pushed out + reopened − won − lost = closing, in listed money.",
    denominator: "–",
    openDeals: "Opening and closing are the open deals of the two days.",
    source: "Your stage history; grown, shrunk, pulled in and pushed out from your snapshots",
  },
  drawnWinRate: {
    term: "Likely rate, drawn to the team",
    meaning:
      "What an owner or source probably wins, with luck taken out: the fewer deals, the closer to the team.",
    computed: "Beta-binomial shrinkage toward the team's rate, as strong as the differences seen allow.",
    denominator:
      "Closed deals of the owner, source, product, region or size; for stages their decided deals. Only deals begun longer ago than nine in ten wins took: among younger ones the losses come first",
    openDeals: "Left out on both sides: they are undecided.",
    source: "Efron & Morris 1975",
  },
  difference: {
    term: "Who differs",
    meaning: "An owner or a source whose rate differs from all others' by more than chance explains.",
    computed:
      "Fisher's exact test against all others, adjusted for all owners, sources and stages compared: about one in ten named may be chance.",
    denominator:
      "Closed deals, or deals decided at the stage, of those begun longer ago than nine in ten wins took",
    openDeals: "Left out on both sides.",
    source: "Fisher 1935; Benjamini & Hochberg 1995",
  },
} as const satisfies Readonly<Record<string, Term>>;
