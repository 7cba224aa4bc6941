import type { Analysis } from "../../analysis.ts";
import type { FollowUps, Message } from "../followups/follow-ups.ts";
import { countedText, dayText } from "../numbers.ts";
import type { TextBlock } from "../text-block.ts";
import { excerptOf } from "../wording/excerpt.ts";

/** The reminders as they would be sent, the drafts by name, and what could not be written. */
export function followUpsText(
  { reminders, drafts, tasks, faults }: FollowUps,
  { asOfDay }: Analysis,
): readonly TextBlock[] {
  const summary =
    reminders.length === 0
      ? "Nobody needs a reminder."
      : `${countedText(reminders.length, "reminder")}, ${countedText(drafts.length, "draft")} to customers, ${countedText(tasks.length, "task")}.`;
  return [
    { kind: "heading", level: 1, text: `Follow-ups, ${dayText(asOfDay)}` },
    { kind: "paragraph", text: summary },
    ...reminders.flatMap(reminderBlocks),
    ...draftBlocks(drafts),
    ...addressNote(reminders),
    ...(faults.length === 0
      ? []
      : ([
          { kind: "heading", level: 2, text: "Not written" },
          { kind: "list", items: faults, tone: "attention" },
        ] as const)),
  ];
}

function addressNote(reminders: readonly Message[]): readonly TextBlock[] {
  const lacking = reminders.find(({ address, name }) => address === "" && name !== "");
  if (!lacking) return [];
  const text = `To mail reminders, write each owner's address into the sheet Pipecast Settings: "E-mail: ${excerptOf(lacking.name)}" in the first column, the address beside it.`;
  return [{ kind: "paragraph", text, tone: "quiet" }];
}

function reminderBlocks({ name, address, subject, lines }: Message): readonly TextBlock[] {
  return [
    { kind: "heading", level: 2, text: name === "" ? "Deals without an owner" : excerptOf(name) },
    {
      kind: "paragraph",
      text: `${subject} (${address === "" ? "no mail address" : address})`,
      tone: "quiet",
    },
    { kind: "list", items: lines },
  ];
}

/** More drafts than this are left to the files and the JSON output. */
const MOST_DRAFTS = 12;

function draftBlocks(drafts: readonly Message[]): readonly TextBlock[] {
  if (drafts.length === 0) return [];
  const more = drafts.length - MOST_DRAFTS;
  return [
    { kind: "heading", level: 2, text: "Drafts to customers" },
    {
      kind: "table",
      columns: [
        { title: "To", align: "left", wraps: true },
        { title: "Subject", align: "left", wraps: true },
      ],
      rows: drafts.slice(0, MOST_DRAFTS).map(({ name, subject }) => [excerptOf(name), subject]),
    },
    ...(more > 0
      ? ([{ kind: "paragraph", text: `and ${countedText(more, "more draft")}`, tone: "quiet" }] as const)
      : []),
  ];
}
