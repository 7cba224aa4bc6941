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
    computed: "Flagged deals first, the most listed money first among them.",
    denominator: "Open deals",
    openDeals: "They are what is put in order.",
    source: "Your sheet",
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
