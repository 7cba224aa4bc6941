import type { TrueLevel, TrueStage, World } from "./world.ts";

const FLAT = Array.from({ length: 12 }, () => 1);
const SEASON = [0.7, 0.8, 1.1, 1.1, 1.2, 1.1, 0.7, 0.6, 1.2, 1.3, 1.3, 0.9];

function stage(progress: number, lost: number, back: number, median: number, shape = 1.3): TrueStage {
  return { progress, lost, back, stay: [shape, median], stayLost: [1, median * 1.4] };
}

/** Five stages, a won cycle of about `days`. */
function stages(days: number): TrueStage[] {
  const unit = days / 100;
  return [
    stage(0.62, 0.38, 0, 10 * unit),
    stage(0.7, 0.28, 0.02, 16 * unit),
    stage(0.68, 0.26, 0.06, 20 * unit),
    stage(0.72, 0.24, 0.04, 18 * unit),
    stage(0.8, 0.18, 0.02, 9 * unit),
  ];
}

const OWNERS: TrueLevel[] = [
  { share: 0.35, loss: 0.7, pace: 0.9, amount: 1.2 },
  { share: 0.35, loss: 1, pace: 1, amount: 1 },
  { share: 0.3, loss: 1.5, pace: 1.2, amount: 0.8 },
];
const SOURCES: TrueLevel[] = [
  { share: 0.3, loss: 0.6, pace: 0.85, amount: 1 },
  { share: 0.5, loss: 1, pace: 1, amount: 1 },
  { share: 0.2, loss: 1.7, pace: 1.1, amount: 1.3 },
];

const STEADY: World = {
  name: "steady",
  months: 33,
  stages: stages(100),
  aMonth: 60,
  growth: 1,
  season: FLAT,
  spread: 0,
  batch: 1,
  traits: [OWNERS, SOURCES],
  amountSpread: 0.6,
  whaleShare: 0,
  whaleFactor: 1,
  change: null,
  pull: null,
  memory: 0,
};

/** The scenarios of the bench. Cycles of two to six months. */
export const WORLDS: readonly World[] = [
  STEADY,
  { ...STEADY, name: "growth and season", growth: 1.025, season: SEASON, aMonth: 45, stages: stages(150) },
  { ...STEADY, name: "win-rate drop", change: { month: 15, loss: 2.2, pace: 1 }, stages: stages(120) },
  { ...STEADY, name: "slower cycle", change: { month: 15, loss: 1, pace: 1.6 }, stages: stages(90) },
  { ...STEADY, name: "quarter-end pull", pull: { share: 0.6, withinDays: 30 }, stages: stages(120) },
  { ...STEADY, name: "clusters", batch: 4, spread: 0.08, stages: stages(130) },
  { ...STEADY, name: "non-Markov", memory: 0.7, stages: stages(140) },
  { ...STEADY, name: "whales", whaleShare: 0.02, whaleFactor: 15, amountSpread: 0.9, stages: stages(110) },
  { ...STEADY, name: "small", aMonth: 20, stages: stages(120) },
  { ...STEADY, name: "tiny", aMonth: 7, stages: stages(160) },
];
