import type { Analysis } from "../../engine/analysis.ts";
import { dayOfDate } from "../../engine/basics/day.ts";
import { type Interval, missing } from "../../engine/basics/figure.ts";
import type { Problem } from "../../engine/basics/problem.ts";
import type { RecognisedColumn } from "../../engine/intake/records.ts";
import { adviceOn } from "../../engine/measures/advice.ts";
import type { StageMeasures, TimeInStage } from "../../engine/measures/types.ts";
import type { Pipeline } from "../../engine/pipeline/pipeline.ts";
import { BOTTLENECKS, WORTHS } from "./bottleneck-fixture.ts";
import { FORECAST, LARGEST, QUARTER_FORECAST, WON_BEFORE } from "./forecast-fixture.ts";

/** A small analysis, put together by hand: what the report, the JSON and the workbook are tested on. */

export const AS_OF_DAY = dayOfDate(2026, 6, 30) ?? Number.NaN;

function interval(lower: number, estimate: number, upper: number, n: number): Interval {
  return { lower, estimate, upper, level: 0.8, n };
}

function time(n: number, censored: number, days: readonly [number, number, number, number]): TimeInStage {
  const [medianDays, p75Days, p90Days, meanDays] = days;
  return { n, censored, medianDays, p75Days, p90Days, meanDays };
}

const STAGES: readonly StageMeasures[] = [
  {
    stage: { name: "Qualification", order: 1 },
    reached: 240,
    visited: 236,
    skipped: 4,
    advanced: 180,
    lost: 48,
    open: 12,
    reentries: 3,
    conversion: interval(0.753, 0.7895, 0.822, 228),
    eventualConversion: interval(0.748, 0.785, 0.819, 240),
    eventualWin: interval(0.37, 0.412, 0.455, 240),
    undecided: { conversion: 0.01, win: 0.08 },
    timeInStage: time(239, 12, [6, 11, 19, 8.4]),
  },
  {
    stage: { name: "Proposal", order: 2 },
    reached: 180,
    visited: 171,
    skipped: 9,
    advanced: 118,
    lost: 44,
    open: 18,
    reentries: 7,
    conversion: interval(0.682, 0.7284, 0.77, 162),
    eventualConversion: interval(0.67, 0.718, 0.762, 180),
    eventualWin: interval(0.49, 0.541, 0.588, 180),
    undecided: { conversion: 0.01, win: 0.02 },
    timeInStage: time(178, 18, [24, 41, 66, 30.2]),
  },
  {
    stage: { name: "Negotiation", order: 3 },
    reached: 118,
    visited: 118,
    skipped: 0,
    advanced: 93,
    lost: 16,
    open: 9,
    reentries: 0,
    conversion: interval(0.807, 0.8532, 0.89, 109),
    eventualConversion: interval(0.8, 0.848, 0.886, 118),
    eventualWin: interval(0.8, 0.848, 0.886, 118),
    undecided: { conversion: 0.01, win: 0.02 },
    timeInStage: { ...time(118, 9, [12, 20, 0, 15.9]), p90Days: missing("curve-too-short", 118) },
  },
];

const PROBLEMS: readonly Problem[] = [
  {
    code: "date-unreadable",
    severity: "error",
    where: { sheet: "Deals", cell: "D17" },
    value: "31/02/2025",
    excludes: "value",
  },
  {
    code: "date-unreadable",
    severity: "error",
    where: { sheet: "Stage history", cell: "C204" },
    value: '=IMPORTXML("http://example.org", "//a")',
    excludes: "value",
  },
  {
    code: "amount-unreadable",
    severity: "warning",
    where: { sheet: "Deals", cell: "F40" },
    value: "about 12k, perhaps more once the second site is in as well",
    excludes: "value",
  },
  {
    code: "deal-without-id",
    severity: "warning",
    where: { sheet: "Deals", cell: "A98" },
    value: "",
    excludes: "nothing",
    details: { id: "Spring order" },
  },
  {
    code: "duplicate-id",
    severity: "error",
    where: { sheet: "Deals", cell: "A99" },
    value: "D-1012",
    excludes: "deal",
    details: { id: "D-1012", otherCell: "A13" },
  },
  {
    code: "date-order-unclear",
    severity: "note",
    where: { sheet: "Deals", cell: "D2" },
    value: "03/04/2026",
    excludes: "nothing",
    details: { header: "Created", reading: "day-first", count: 212 },
  },
];

function column(
  field: RecognisedColumn["field"],
  header: string,
  at: number,
  samples: string[],
): RecognisedColumn {
  return { field, header, sheet: "Deals", column: at, certainty: 1, samples };
}

const COLUMNS: readonly RecognisedColumn[] = [
  column("id", "Deal ID", 0, ["D-1001", "D-1002", "D-1003"]),
  column("name", "Deal name", 1, ["New office", "Second site", "=Spring order"]),
  column("stage", "Stage", 2, ["Proposal", "Won", "Negotiation"]),
  column("created", "Created", 3, ["2025-01-14", "2025-01-15", "2025-01-17"]),
  { ...column("amount", "Value (EUR)", 5, ["12,500.00", "900.00"]), certainty: 0.82 },
];

const PIPELINE: Pipeline = {
  asOfDay: AS_OF_DAY,
  stages: STAGES.map(({ stage }) => stage),
  deals: [],
  shape: "history",
  currency: "EUR",
  excludedCount: 1,
};

export const FIXTURE: Analysis = {
  asOfDay: AS_OF_DAY,
  seed: 1,
  level: 0.8,
  currency: "EUR",
  recognition: {
    dealsSheet: "Deals",
    historySheet: "Stage history",
    shape: "history",
    headerRows: { Deals: 0, "Stage history": 0 },
    columns: COLUMNS,
    runnerUp: null,
    pipelineName: null,
    otherPipelines: [],
    notRead: { sheets: [], columns: [] },
  },
  stageOrder: { stages: STAGES.map(({ stage }) => stage), basis: "ladder", forwardShare: 0.98, moves: 525 },
  laterDealCount: 0,
  pipeline: PIPELINE,
  silence: null,
  counts: {
    total: 241,
    open: 39,
    won: 93,
    lost: 108,
    excluded: 1,
    inFollowUp: 31,
    lostWithoutStage: 0,
    openWithoutStage: 0,
    reopened: 2,
  },
  stages: STAGES,
  wonLeftOut: 0,
  winRate: { byCount: interval(0.418, 0.4627, 0.508, 201), byAmount: missing("lost-without-amounts", 108) },
  dealSize: { wonAmount: 1_307_358.64, averageWonAmount: 14_210.42, medianWonAmount: 9_800, n: 92 },
  cycle: {
    won: { n: 93, meanDays: 51.78, p25Days: 28, medianDays: 47, p75Days: 70, p90Days: 98.4 },
    lost: { n: 107, meanDays: 33.1, p25Days: 9, medianDays: 24, p75Days: 49, p90Days: 77 },
  },
  velocity: {
    amountPerDay: (39 * 0.4627 * 14_210.42) / 51.78,
    openDeals: 39,
    winRate: 0.4627,
    averageWonAmount: 14_210.42,
    cycleDays: 51.78,
  },
  bottlenecks: BOTTLENECKS,
  worths: WORTHS,
  withoutStage: new Map(),
  quietKinds: [],
  advice: adviceOn({
    pipeline: PIPELINE,
    earlier: () => ({ ...PIPELINE, asOfDay: AS_OF_DAY - 7 }),
    stages: STAGES,
    snapshots: new Map(),
    level: 0.8,
    isReferral: () => false,
  }),
  forecast: FORECAST,
  otherForecast: QUARTER_FORECAST,
  isCounted: false,
  outlooks: new Map(),
  workList: [],
  facts: [LARGEST],
  wonBefore: WON_BEFORE,
  targets: [],
  targetChances: new Map(),
  problems: PROBLEMS,
};
