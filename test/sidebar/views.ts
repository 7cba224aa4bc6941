import type { PipelineView } from "../../apps-script/pipeline-view.ts";
import type { SidebarView } from "../../apps-script/server-api.ts";

/** What a server would answer: small made-up figures that show every part of the sidebar. */

const INTERVAL = { lower: 0.55, estimate: 0.62, upper: 0.68, level: 0.8, n: 180 };

export const ANALYSIS: PipelineView = {
  asOf: "2026-06-30",
  currency: "EUR",
  amountPrefix: "€",
  level: 0.8,
  source: { deals: "Deals", history: "Stage history", shape: "history" },
  columns: [
    { field: "id", header: "Deal ID", sheet: "Deals", column: "A", certainty: 1 },
    { field: "created", header: "Start", sheet: "Deals", column: "F", certainty: 0.7 },
  ],
  deals: { total: 250, open: 60, won: 110, lost: 80, excluded: 0 },
  stages: [
    {
      stage: "Qualification",
      reached: 240,
      open: 12,
      lost: 48,
      conversion: INTERVAL,
      timeInStage: { n: 239, medianDays: 6 },
    },
    {
      stage: "Proposal",
      reached: 180,
      open: 18,
      lost: 44,
      conversion: null,
      timeInStage: { n: 178, medianDays: null },
    },
  ],
  winRate: { byCount: INTERVAL },
  cycle: { won: { n: 110, medianDays: 74 } },
  bottlenecks: [
    {
      stage: "Proposal",
      kind: "slow",
      why: "46 % of a won deal's time goes here.",
      worth:
        "Worth about €21,000 a quarter (€8,000 to €40,000) if Proposal took 14 days on average, as in the better half of its quarters, not 24 as of late.",
    },
  ],
  forecast: {
    method: "pipecast",
    by: "month",
    periods: [
      {
        period: "2026-07",
        mean: 42_000,
        median: 41_000,
        lower: 28_000,
        upper: 58_000,
        wonSoFar: 3000,
        target: 50_000,
        chanceOfTarget: 0.24,
      },
      {
        period: "2026-08",
        mean: 39_000,
        median: 38_000,
        lower: 22_000,
        upper: 57_000,
        wonSoFar: 0,
        target: 50_000,
        chanceOfTarget: 0.19,
      },
      {
        period: "2026-09",
        mean: 45_000,
        median: 44_000,
        lower: 24_000,
        upper: 68_000,
        wonSoFar: 0,
        target: null,
        chanceOfTarget: null,
      },
    ],
  },
  backtest: {
    cutoffs: 18,
    methods: [
      { method: "trailing-mean", wape: 0.31, coverage: 0.7 },
      { method: "pipecast", wape: 0.19, coverage: 0.81 },
    ],
    chosen: "pipecast",
  },
  openDeals: Array.from({ length: 7 }, (_, index) => ({
    id: `D-${index}`,
    name: index === 0 ? "<img src=x onerror=alert(1)>" : `Deal ${index}`,
    owner: "Ada",
    stage: "Proposal",
    amount: 12_500,
    daysInStage: 41,
    winProbability: 0.38,
    flags: ["stalled"],
    why: ["41 days in Proposal, longer than 4 of 5 deals that were won"],
    where: `Deals!A${index + 2}`,
  })),
  problems: [
    {
      code: "date-unreadable",
      severity: "error",
      sheet: "Deals",
      cell: "D17",
      message: '"31/02/2026" is not a date. Correct it or leave it blank.',
    },
    {
      code: "duplicate-id",
      severity: "warning",
      sheet: "Deals",
      cell: "A9",
      message: "This id stands twice.",
    },
  ],
  notes: [],
};

export const DONE: SidebarView = {
  analysis: ANALYSIS,
  message: null,
  headlines: ["Proposal holds deals 28 days (median), 2.3 times as long as the next, Contact (12 days)."],
  sheets: ["Deals", "Stage history"],
  settings: {
    "Deals sheet": "",
    "History sheet": "",
    Stages: "",
    Currency: "",
    "Date order": "",
    Level: "",
    Target: "50000",
    Horizon: "",
    "Reminders every (days)": "",
  },
  health: {
    lastRun: { at: "2026-06-30 10:00", by: "sidebar", ok: true, message: "Done.", seconds: 2.1 },
    recording: true,
    reminders: false,
    dailyRefresh: true,
    lostTriggers: ["timedRefresh"],
  },
};

export const THIN: SidebarView = {
  ...DONE,
  analysis: {
    ...ANALYSIS,
    deals: { total: 9, open: 6, won: 1, lost: 2, excluded: 0 },
    bottlenecks: null,
    forecast: null,
    backtest: null,
    openDeals: [],
    problems: [],
    notes: ["forecast: no deal has a closing day yet"],
  },
};
