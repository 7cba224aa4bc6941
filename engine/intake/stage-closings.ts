import { statusOf } from "./outcome-words.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { TableCells } from "./table-cells.ts";
import { yesNoOf } from "./yes-no.ts";

/** How the deals that stand in some stage end, counted. */
export interface StageClosings {
  readonly deals: number;
  /** With a closing day, and no word of how they ended. */
  readonly dated: number;
  /** Ticked as closed and won. */
  readonly won: number;
  /** Ticked as closed and not won. */
  readonly lost: number;
}

type Counts = { -readonly [K in keyof StageClosings]: number };

/** How the deals of each stage end, by the stage's spelling. */
export function stageClosings(
  cells: TableCells,
  kept: readonly number[],
): ReadonlyMap<string, StageClosings> {
  const [stages, statuses] = [cells.texts("stage"), cells.texts("outcome")];
  const boxes = cells.texts("is-closed");
  const closed = cells.days("closed").days;
  const counts = new Map<string, Counts>();
  const readBox = rememberTexts(yesNoOf);
  for (const i of kept) {
    const stage = stages[i] ?? "";
    const count = counts.get(stage) ?? { deals: 0, dated: 0, won: 0, lost: 0 };
    const status = statuses[i] ?? "";
    count.deals++;
    if (status === "" && !Number.isNaN(closed[i] ?? Number.NaN)) count.dated++;
    if (readBox(boxes[i] ?? "") === true) count[isWon(status) ? "won" : "lost"]++;
    counts.set(stage, count);
  }
  return counts;
}

function isWon(status: string): boolean {
  return yesNoOf(status) ?? statusOf(status) === "won";
}

/** The closings of all spellings of one stage together. */
export function closingsOf(
  spellings: readonly string[],
  counts: ReadonlyMap<string, StageClosings>,
): StageClosings {
  const sum: Counts = { deals: 0, dated: 0, won: 0, lost: 0 };
  for (const spelling of spellings) {
    const count = counts.get(spelling);
    if (!count) continue;
    for (const part of ["deals", "dated", "won", "lost"] as const) sum[part] += count[part];
  }
  return sum;
}

/**
 * The end that a tick box gives a stage: every deal that stands there is closed, and all of them ended so. A list
 * without a won column tells nothing.
 * @example tickedKind({ deals: 3, dated: 0, won: 0, lost: 3 }) // => "lost"
 * @example tickedKind({ deals: 3, dated: 0, won: 1, lost: 1 }) // => null
 */
export function tickedKind({ deals, won, lost }: StageClosings): "won" | "lost" | null {
  if (deals === 0 || (won !== deals && lost !== deals)) return null;
  return won === deals ? "won" : "lost";
}

const FEWEST_DATED = 5;
const MOST_OPEN_SHARE = 0.1;

/**
 * The open stages, by name, that look like won ones: nearly all their deals have a closing day and no word of how
 * they ended, and nearly none of the deals in the other open stages has one.
 * @example endedStages(new Map([["Installed", { deals: 5, dated: 5, won: 0, lost: 0 }]])).size // => 0
 * @example endedStages(new Map([["Fitted", { deals: 5, dated: 5, won: 0, lost: 0 }], ["Lead", { deals: 1, dated: 0, won: 0, lost: 0 }]])).size // => 1
 */
export function endedStages(open: ReadonlyMap<string, StageClosings>): ReadonlyMap<string, StageClosings> {
  const isEnded = ({ deals, dated }: StageClosings): boolean =>
    deals >= FEWEST_DATED && dated >= deals * (1 - MOST_OPEN_SHARE);
  const others = [...open.values()].filter((closings) => !isEnded(closings));
  const deals = others.reduce((sum, other) => sum + other.deals, 0);
  const dated = others.reduce((sum, other) => sum + other.dated, 0);
  return new Map(
    deals > 0 && dated <= deals * MOST_OPEN_SHARE ? [...open].filter(([, own]) => isEnded(own)) : [],
  );
}
