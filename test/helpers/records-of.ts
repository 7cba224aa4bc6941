import { dayOfIso } from "../../engine/basics/day.ts";
import { ChangeList } from "../../engine/intake/change-list.ts";
import type {
  ChangeRecord,
  DealRecord,
  HistoryShape,
  Records,
  StageName,
} from "../../engine/intake/records.ts";
import { asOf } from "../../engine/pipeline/as-of.ts";
import { buildTimelines } from "../../engine/pipeline/build-timelines.ts";
import type { Pipeline } from "../../engine/pipeline/pipeline.ts";

/** A day number from `2026-06-30`. */
export function day(iso: string): number {
  const value = dayOfIso(iso);
  if (value === null) throw new Error(`${iso} is no day`);
  return value;
}

/**
 * Records from a text, one deal a line: `id | outcome | created | stage day, stage day, … | amount`. Days are plain numbers;
 * a blank field is unknown. `won 30` and `lost 30` are closings, `left 12` after a stage is the day its row says.
 */
export function recordsOf(text: string, stages = ["A", "B", "C"], shape: HistoryShape = "history"): Records {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((part) => part.trim()));
  const deals = lines.map((parts, row) => dealOf(parts, row));
  const changes = new ChangeList(deals);
  lines.forEach((parts, row) => {
    for (const change of changesOf(parts[3] ?? "", row)) changes.add(row, change);
  });
  return {
    deals,
    changes,
    snapshots: [],
    stages: namesOf(stages),
    currency: "EUR",
    excludedCount: 0,
    recognition: recognitionOf(shape),
    problems: [],
  };
}

/** A today that makes no day of a test a future one. */
const LONG_AFTER = 1_000_000;

/** The pipeline of such a text, as `recordsOf` takes it, as of a day. */
export function pipelineOf(text: string, asOfDay: number, stages?: string[], shape?: HistoryShape): Pipeline {
  return asOf(buildTimelines(recordsOf(text, stages, shape), LONG_AFTER).timelines, asOfDay);
}

function namesOf(stages: readonly string[]): StageName[] {
  const open = stages.map((name, index) => ({
    name,
    kind: "open" as const,
    givenRank: index,
    ladderRank: null,
    spellings: [name],
  }));
  const closing = (["won", "lost", "after"] as const).map((kind) => ({
    name: kind,
    kind,
    givenRank: null,
    ladderRank: null,
    spellings: [kind],
  }));
  return [...open, ...closing];
}

function dealOf(
  [id = "", state = "", created = "", , amount = ""]: readonly string[],
  row: number,
): DealRecord {
  const [word = "", stage = null, closed = ""] = state.split(" ");
  const outcome = word === "won" || word === "lost" || word === "open" ? word : null;
  return {
    sheet: "Deals",
    row: row + 1,
    id,
    name: `Deal ${id}`,
    account: "",
    email: "",
    owner: "",
    source: "",
    product: "",
    region: "",
    lostReason: "",
    nextStep: "",
    amount: amount === "" ? null : Number(amount),
    stage: stage === "-" ? null : stage,
    outcome,
    stageEnteredDay: null,
    createdDay: created === "" ? null : Number(created),
    closedDay: closed === "" ? null : Number(closed),
    expectedCloseDay: null,
    lastActivityDay: null,
    nextStepDay: null,
    probability: null,
  };
}

function changesOf(text: string, row: number): Omit<ChangeRecord, "dealId">[] {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.map((part, i) => {
    const [stage = "", on = "0", , left] = part.split(" ");
    const leftDay = left === undefined ? null : Number(left);
    return {
      sheet: "History",
      row: row * 100 + i,
      column: 2,
      stage,
      day: Number(on),
      second: 0,
      leftDay,
    };
  });
}

function recognitionOf(shape: HistoryShape): Records["recognition"] {
  const column = (field: "created" | "closed" | "amount" | "stage" | "expected-close", index: number) => {
    return { field, header: field, sheet: "Deals", column: index, certainty: 1, samples: [] };
  };
  return {
    dealsSheet: "Deals",
    historySheet: "History",
    shape,
    headerRows: { Deals: 0 },
    columns: [
      column("stage", 1),
      column("created", 2),
      column("closed", 3),
      column("amount", 4),
      column("expected-close", 5),
    ],
    runnerUp: null,
    pipelineName: null,
    otherPipelines: [],
    notRead: { sheets: [], columns: [] },
  };
}
