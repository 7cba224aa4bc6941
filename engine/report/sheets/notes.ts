import type { Analysis } from "../../analysis.ts";
import { type Block, GAP, line } from "../layout.ts";
import { countedText, shareText } from "../numbers.ts";

/** Notes under a heading of their own; nothing where there are none. */
export function notesBlock(notes: readonly string[]): readonly Block[] {
  return notes.length === 0
    ? []
    : [GAP, line("Notes", "section"), ...notes.map((note) => line(note, "note"))];
}

/** How to read a range. */
export function levelNote({ level }: Analysis): string {
  return `Lower and upper are ${shareText(level, 0)} ranges: where the true figure plausibly lies. The fewer deals (n), the wider.`;
}

/** What the figures do without, and what they count in a way worth knowing. */
export function leftOutNotes({ counts, pipeline, laterDealCount, problems }: Analysis): readonly string[] {
  const { excluded, lostWithoutStage, openWithoutStage, reopened } = counts;
  const notes: string[] = [];
  const elsewhere = problems.filter(({ code }) => code === "other-pipeline").length;
  if (excluded > elsewhere)
    notes.push(
      `${countedText(excluded - elsewhere, "row")} could not be used; the Problems sheet names each cell.`,
    );
  if (elsewhere > 0)
    notes.push(
      `${countedText(elsewhere, "deal belongs", "deals belong")} to other pipelines, which are not read: see --pipeline.`,
    );
  if (lostWithoutStage > 0)
    notes.push(
      `${countedText(lostWithoutStage, "lost deal")} with an unknown last stage: in the win rate, not in any stage's conversion.`,
    );
  if (openWithoutStage > 0)
    notes.push(`${countedText(openWithoutStage, "open deal")} with an unknown stage: not in any stage.`);
  if (laterDealCount > 0)
    notes.push(
      `${countedText(laterDealCount, "deal")} in the workbook began after the as-of day: not counted.`,
    );
  if (reopened > 0) notes.push(`${countedText(reopened, "deal was", "deals were")} reopened after a loss.`);
  if (pipeline.shape === "deals-only")
    notes.push(
      "There is no stage history: times in stage are unknown. A sheet of stage changes would tell them.",
    );
  return notes;
}
