import type { Analysis } from "./analysis.ts";
import type { AnyGrid } from "./grid/grid.ts";
import { foldWords } from "./intake/fold.ts";
import { readReminderSettings } from "./intake/read-templates.ts";
import type { Deal } from "./pipeline/pipeline.ts";
import { type FollowUps, followUps } from "./report/followups/follow-ups.ts";

/** Reminders, drafts and tasks, and how the workbook wants them sent. */
export interface Reminders extends FollowUps {
  /** The sender that the settings name. */
  readonly from: string | null;
  /** The fewest days between two reminders of one deal that the settings name. */
  readonly everyDays: number | null;
}

/** What a host asks before it reminds an owner of a deal again. */
export type IsSettled = (owner: string, deal: Deal, everyDays: number) => boolean;

/** A week: often enough for a review, seldom enough to be read. */
const EVERY_DAYS = 7;

/**
 * Who is to be reminded of which deals, from the analysis and the workbook's own templates, addresses and settings.
 * `everyDays` is the person's choice at the host, and wins over the settings.
 */
export function remind(
  grids: readonly AnyGrid[],
  analysis: Analysis,
  isSettled: IsSettled,
  everyDays: number | null,
): Reminders {
  const book = readReminderSettings(grids);
  const days = everyDays ?? book.everyDays ?? EVERY_DAYS;
  const found = followUps({
    analysis,
    book,
    fold: foldWords,
    isSettled: (owner, deal) => isSettled(owner, deal, days),
  });
  return { ...found, from: book.from, everyDays: book.everyDays };
}
