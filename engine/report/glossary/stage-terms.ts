import type { Term } from "./term.ts";

/** The words of the stages sheet. */
export const STAGE_TERMS = {
  stage: {
    term: "Stage",
    meaning:
      "One ordered step of the open pipeline. Won, lost and follow-up are not stages: they come after.",
    computed:
      "Taken from your settings, else from well-known stage words, else from the order deals move in.",
    denominator: "–",
    openDeals: "An open deal stands in exactly one stage.",
    source: "Your sheet",
  },
  reached: {
    term: "Reached",
    meaning: "Deals that got at least as far as the stage.",
    computed: "Deals whose furthest stage is this one or a later one. A won deal reached every stage.",
    denominator: "All deals that are not left out",
    openDeals: "Counted as far as they have got by the as-of day.",
    source: "Same as Odoo and Pipedrive",
  },
  visited: {
    term: "Visited",
    meaning: "Deals that really stood in the stage for a while, even within one day.",
    computed: "Deals with at least one visit to the stage in the stage history.",
    denominator: "Deals that reached the stage",
    openDeals: "Counted.",
    source: "Your stage history",
  },
  skipped: {
    term: "Skipped",
    meaning:
      "Deals that got past the stage without standing in it, as far as your history tells: won deals without any count too.",
    computed: "Reached − visited.",
    denominator: "Deals that reached the stage",
    openDeals: "Counted.",
    source: "Your stage history",
  },
  advanced: {
    term: "Advanced",
    meaning: "Deals that went on from the stage. From the last stage they go on to a win.",
    computed: "Deals whose furthest stage is a later one, and won deals.",
    denominator: "Deals that reached the stage: reached = advanced + lost here + open here",
    openDeals: "Counted once they have gone on, even if they are not won yet.",
    source: "Your sheet",
  },
  lostHere: {
    term: "Lost here",
    meaning: "Lost deals that got to this stage and no further.",
    computed:
      "Lost deals whose furthest stage is this one. Lost deals with an unknown stage are in no stage; a dash where that is all of them.",
    denominator: "Deals that reached the stage",
    openDeals: "Never counted as lost.",
    source: "Your sheet",
  },
  openHere: {
    term: "Open here",
    meaning: "Open deals that got to this stage and no further: still undecided.",
    computed: "Open deals whose furthest stage is this one.",
    denominator: "Deals that reached the stage",
    openDeals: "They are what is counted.",
    source: "Your sheet",
  },
  reentries: {
    term: "Re-entries",
    meaning: "How often a deal came back to a stage it had left before.",
    computed: "Second and later visits of the same deal to the same stage.",
    denominator: "Visits",
    openDeals: "Counted.",
    source: "Your stage history",
  },
  conversion: {
    term: "Conversion",
    meaning: "Of the deals that are decided at this stage, the share that went on.",
    computed: "Advanced ÷ (advanced + lost here), with the Wilson interval.",
    denominator: "Decided deals: advanced + lost here",
    openDeals: "Left out on both sides: they are undecided. Their number stands in Open here.",
    source: "Brown, Cai & DasGupta 2001",
  },
  eventualConversion: {
    term: "Eventual conversion",
    meaning: "The chance that a deal which gets here goes on, within the longest time seen so far.",
    computed:
      "Aalen–Johansen cumulative incidence of going on, with losing as the other way out, read at the last event seen. Where all that ended took the same way, the range is Wilson's over the deals that ended.",
    denominator: "All deals that reached the stage",
    openDeals: "Counted for as long as they have been watched, so that slow deals do not distort the figure.",
    source: "Aalen & Johansen 1978; Putter, Fiocco & Geskus 2007",
  },
  eventualWin: {
    term: "Eventual win",
    meaning: "The chance that a deal which gets here is won, within the longest time seen so far.",
    computed:
      "Aalen–Johansen cumulative incidence of winning, with losing as the other way out, read at the last event seen. Where all that ended took the same way, the range is Wilson's over the deals that ended.",
    denominator: "All deals that reached the stage",
    openDeals: "Counted for as long as they have been watched.",
    source: "Aalen & Johansen 1978; Putter, Fiocco & Geskus 2007",
  },
  timeInStage: {
    term: "Time in stage",
    meaning: "How long one visit to the stage lasts, in days. Arriving and leaving on one day is 0 days.",
    computed: "Kaplan–Meier curve over all visits; the mean is read up to the longest visit seen.",
    denominator: "All visits to the stage, re-entries included",
    openDeals: "A visit that still lasts counts as “at least this long”: neither dropped nor taken as over.",
    source: "Kaplan & Meier 1958",
  },
  stillThere: {
    term: "Still there",
    meaning: "Visits that are not over on the as-of day.",
    computed: "Visits of open deals to the stage they stand in.",
    denominator: "All visits to the stage",
    openDeals: "They are what is counted.",
    source: "Your stage history",
  },
} as const satisfies Readonly<Record<string, Term>>;
