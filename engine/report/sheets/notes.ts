import type { Analysis } from "../../analysis.ts";
import { isoOfDay } from "../../basics/day.ts";
import { isKnown } from "../../basics/figure.ts";
import { type Block, GAP, line } from "../layout.ts";
import { countedText, dayText, listText, shareText } from "../numbers.ts";
import { excerptOf } from "../wording/excerpt.ts";
import { LIST_THEM } from "../wording/recognition.ts";

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

/** Above this share undecided, a figure is what has been seen so far. */
const MOSTLY_DECIDED = 0.05;

/** What to mind in eventual conversion and eventual win; nothing where all is seen and settled. */
export function eventualNotes({ stages, wonLeftOut }: Analysis): readonly string[] {
  const stillOut = (pick: "conversion" | "win"): readonly string[] =>
    stages.flatMap(({ stage, undecided }) => {
      const share = undecided[pick];
      return isKnown(share) && share > MOSTLY_DECIDED ? [excerptOf(stage.name)] : [];
    });
  const note = (figure: string, names: readonly string[]): readonly string[] =>
    names.length === 0
      ? []
      : [
          `${figure} of ${listText(names)} is as seen so far: over 5 % of deals were still undecided after the longest wait seen.`,
        ];
  const leftOut =
    wonLeftOut === 0
      ? []
      : [
          `${countedText(wonLeftOut, "won deal")} without stage history left out of eventual conversion and eventual win: lost deals without one cannot be counted there, and wins alone would make them too high.`,
        ];
  return [
    ...note("Eventual conversion", stillOut("conversion")),
    ...note("Eventual win", stillOut("win")),
    ...leftOut,
  ];
}

/** Stages of which nothing tells whether they are the end: how they are taken decides how many deals were won. */
function unclearKinds(problems: Analysis["problems"]): readonly string[] {
  const unclear = problems.filter(({ code }) => code === "stage-kind-unclear");
  if (unclear.length === 0) return [];
  const names = unclear.map(({ value, details }) => `${excerptOf(value)} (taken as ${details?.kind})`);
  return [
    `It is not clear whether a deal in ${listText(names)} is open, won or lost: see the sheet Pipecast Problems.`,
  ];
}

function withoutRate(problems: Analysis["problems"]): readonly string[] {
  const count = problems.filter(({ code }) => code === "currency-without-rate").length;
  return count === 0
    ? []
    : [
        `${countedText(count, "amount")} in a currency without a rate: in no figure of money. See the sheet Pipecast Problems.`,
      ];
}

/** A sheet that nobody keeps up tells less every day: open deals only seem to age, and nothing to be won. */
function silenceNotes({ silence }: Analysis): readonly string[] {
  if (silence === null) return [];
  const { lastDay, days, usualDays } = silence;
  return [
    `The sheet says nothing of the last ${countedText(days, "day")}, though up to ${dayText(lastDay)} something was written down on ${shareText(usualDays / days, 0)} of the days. ` +
      `If it was kept up to then only, read it as of that day (command line: --as-of ${isoOfDay(lastDay)}).`,
  ];
}

/** What the figures do without, and what they count in a way worth knowing. */
export function leftOutNotes(analysis: Analysis): readonly string[] {
  const { counts, pipeline, laterDealCount, problems, stageOrder } = analysis;
  const { excluded, lostWithoutStage, openWithoutStage, reopened } = counts;
  const notes: string[] = [...silenceNotes(analysis)];
  const elsewhere = problems.filter(({ code }) => code === "other-pipeline").length;
  if (excluded > elsewhere)
    notes.push(
      `${countedText(excluded - elsewhere, "row")} could not be used; the Problems sheet names each cell.`,
    );
  if (elsewhere > 0)
    notes.push(
      `${countedText(elsewhere, "deal belongs", "deals belong")} to other pipelines, which are not read: see the sheet Pipecast Problems.`,
    );
  if (lostWithoutStage > 0)
    notes.push(
      `${countedText(lostWithoutStage, "lost deal")} with an unknown last stage: in the win rate, but in no stage, so more deals got to each than are counted there.`,
    );
  if (openWithoutStage > 0)
    notes.push(`${countedText(openWithoutStage, "open deal")} with an unknown stage: not in any stage.`);
  if (laterDealCount > 0)
    notes.push(
      `${countedText(laterDealCount, "deal")} in the workbook began after the as-of day: not counted.`,
    );
  notes.push(...unclearKinds(problems), ...withoutRate(problems));
  if (reopened > 0) notes.push(`${countedText(reopened, "deal was", "deals were")} reopened after a loss.`);
  if (stageOrder.basis === "appearance" && stageOrder.stages.length > 1)
    notes.push(
      `How many deals got to each stage hangs on the order of the stages, which is a guess: ${LIST_THEM}`,
    );
  if (pipeline.shape === "snapshots")
    notes.push("Days of changes, wins and losses are those of the first snapshot that shows them.");
  if (pipeline.shape === "deals-only")
    notes.push(
      "There is no stage history: nothing tells which stages a deal visited, skipped or came back to, nor how long it stayed there. A sheet of stage changes would.",
    );
  return notes;
}
