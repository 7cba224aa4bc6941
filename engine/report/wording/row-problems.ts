import type { IntakeProblemCode } from "../../basics/problem.ts";
import { countedText, countText } from "../numbers.ts";
import type { ProblemWording, Told } from "./problem-wording.ts";
import type { ValueProblemCode } from "./value-problems.ts";

/** What a row that is no deal turned out to be, by the detail `kind`. */
const SKIPPED: ReadonlyMap<string, string> = new Map([
  ["header", "repeats the header"],
  ["total", "is a total"],
  ["note", "is a note"],
  ["table", "belongs to another table"],
  ["pipeline", "belongs to another pipeline"],
  ["field", "is about another field than the stage"],
  ["unused", "holds only an id prepared for later"],
]);

function skippedRows({ detail, count }: Told): string {
  const rows = count("count");
  const kind = SKIPPED.get(detail("kind")) ?? "is no deal";
  return rows > 1
    ? `From here ${countedText(rows, "row")} hold no deal: the first ${kind}`
    : `This row ${kind}`;
}

const UNREAD: ReadonlyMap<string, string> = new Map([
  ["deals", "looks like a list of deals"],
  ["copy", "holds deals that are in the list that is read"],
]);

function unreadTable({ detail, count }: Told): string {
  const rows = countedText(count("count"), "row");
  return `The table that starts here, with ${rows}, ${UNREAD.get(detail("kind")) ?? "is no list of deals"}; it was not read`;
}

/** Who says an outcome, with the verb. */
function sayer(source: string): string {
  return source === "days" ? "The days say" : `The ${source.replace("-", " ")} says`;
}

/** What intake can have against a row, a stage or an id. */
export const ROW_PROBLEMS: Readonly<Record<Exclude<IntakeProblemCode, ValueProblemCode>, ProblemWording>> = {
  "stage-missing": {
    title: "Deals without a stage",
    why: ({ excerpt }) => `${excerpt} names no stage, and nothing tells the outcome: the deal counts as open`,
    remedy: "Enter its stage, or its outcome.",
  },
  "stage-unknown": {
    title: "Stages not in your order",
    why: ({ excerpt, count }) =>
      `${excerpt} is not among the stages you gave; ${countedText(count("count"), "cell")} name${count("count") === 1 ? "s" : ""} it`,
    remedy: "Add it to your stages, or correct the cells.",
  },
  "stage-spellings-merged": {
    title: "Stage spellings merged",
    why: ({ detail, count }) =>
      `${detail("spellings")} ${detail("spellings").includes(", ") ? "are" : "is"} taken as ${detail("stage")} in ${countedText(count("count"), "cell")}`,
    remedy: "Fine if they mean the same; else give them names that differ by more than a letter.",
  },
  "stage-kind-unclear": {
    title: "Stages of an unclear kind",
    why: ({ excerpt, detail, count }) =>
      count("datedCount") > 0
        ? `${countText(count("datedCount"))} of ${countedText(count("dealCount"), "deal")} in stage ${excerpt} carry a closing day, so that ` +
          `it looks like a won stage; it is taken as ${detail("kind")}, and those days are left out`
        : `The name of stage ${excerpt} does not tell whether it is open, won, lost or after the win; it is taken as ${detail("kind")} in ` +
          countedText(count("count"), "cell"),
    remedy: ({ detail, count }) =>
      count("datedCount") > 0
        ? "List your stages below the headers Stage and Kind in the sheet Pipecast Settings, this one in the row " +
          `"${detail("stage")} | won" (or lost, or open); or call it Won.`
        : "Correct the name, or set its kind in the sheet Pipecast Settings.",
  },
  "stage-kind-unknown": {
    title: "Unknown kinds of stage",
    why: ({ excerpt, detail }) =>
      `${excerpt} is no kind of stage for ${detail("stage")}: the kinds are open, won, lost and after`,
    remedy: "Correct it; until then the kind is told by the stage's name.",
  },
  "outcome-conflict": {
    title: "Outcomes that contradict each other",
    why: ({ detail }) =>
      `${sayer(detail("by"))} ${detail("outcome")}, ${sayer(detail("otherBy")).replace("The", "the")} ${detail("other")}; the first is taken`,
    remedy: "Correct the one that is wrong.",
  },
  "outcome-unclear": {
    title: "Closed, won or lost unknown",
    why: () => "This deal is closed, and nothing says whether it was won or lost; it is left out",
    remedy: "Enter won or lost.",
  },
  "status-unknown": {
    title: "Unknown status words",
    why: ({ excerpt, count }) =>
      `${excerpt} in ${countedText(count("count"), "cell")} does not say won, lost or open: the other columns decide, ` +
      "and where they say nothing the deal counts as open",
    remedy: "Write Open, Won or Lost.",
  },
  "status-slip": {
    title: "Status words with a slip",
    why: ({ excerpt, detail, count }) =>
      `${excerpt} is read as ${detail("status")} in ${countedText(count("count"), "cell")}`,
    remedy: "Correct the spelling.",
  },
  "deal-archived": {
    title: "Deleted and archived deals",
    why: () => "This deal was deleted or archived, and nothing says how it ended; it is left out",
    remedy: "Enter won, lost or open if it should count.",
  },
  "deal-without-id": {
    title: "Deals without an id",
    why: ({ detail }) => `This deal has no id and goes by ${detail("id")}`,
    remedy: "Give it an id, so that its history can be found.",
  },
  "duplicate-row": {
    title: "Rows that stand twice",
    why: ({ detail }) =>
      `The deal ${detail("id")} stands in ${detail("otherCell")} too, with the same values in all columns that are read`,
    remedy: "Remove one of the two; until then it counts once.",
  },
  "duplicate-id": {
    title: "Ids used twice",
    why: ({ detail }) => `The id ${detail("id")} is used in ${detail("otherCell")} too, with other values`,
    remedy: "Give each deal its own id; until then the fuller row counts, and the other is left out.",
  },
  "id-nearly-same": {
    title: "Ids that are one number",
    why: ({ excerpt, detail }) =>
      `${excerpt} and ${detail("other")} in ${detail("otherCell")} are the same number; they count as two deals`,
    remedy: "Remove one row if they are one deal; else give them ids that differ.",
  },
  "id-form-differs": {
    title: "Ids written in two ways",
    why: ({ excerpt, detail, count }) =>
      `${excerpt} is taken as deal ${detail("id")}, and ${countedText(count("count"), "row")} of this sheet ` +
      `${count("count") === 1 ? "is" : "are"} matched so`,
    remedy: "Write the ids in one way, best as text.",
  },
  "row-without-data": {
    title: "Rows with only a name",
    why: ({ excerpt }) => `${excerpt} has a name and nothing else`,
    remedy: "Fill in its stage, or remove the row.",
  },
  "other-pipeline": {
    title: "Deals of other pipelines",
    why: ({ detail }) => `This deal is in pipeline ${detail("pipeline")}, and ${detail("read")} is read`,
    remedy:
      'To read the other one, name it as "Pipeline" in the sheet Pipecast Settings (command line: --pipeline).',
  },
  "row-skipped": {
    title: "Rows that are no deals",
    why: skippedRows,
    remedy: "Nothing to do, unless it should be a deal.",
  },
  "table-unread": {
    title: "Tables that were not read",
    why: unreadTable,
    remedy:
      'If its deals should count, move them into the list that is read, or name its sheet as "Deals sheet" ' +
      "in the sheet Pipecast Settings (command line: --deals).",
  },
  "deal-unknown": {
    title: "History of unknown deals",
    why: ({ excerpt }) => `${excerpt} is not in the deal sheet`,
    remedy: "Add the deal, or correct the id.",
  },
  "deal-ambiguous": {
    title: "History of a name that several deals have",
    why: ({ excerpt, count }) => `${excerpt} is the name of ${countedText(count("count"), "deal")}`,
    remedy: "Name the deal by its id.",
  },
  "change-without-deal": {
    title: "History without a deal",
    why: () => "This row names no deal",
    remedy: "Enter the deal's id, or remove the row.",
  },
  "change-without-stage": {
    title: "History without a stage",
    why: () => "This row names no stage",
    remedy: "Enter the stage, or remove the row.",
  },
  "change-without-day": {
    title: "History without a day",
    why: () => "This row does not say when the stage changed",
    remedy: "Enter the day, or remove the row.",
  },
  "from-stage-differs": {
    title: "History that does not join up",
    why: ({ detail }) =>
      `This row says the deal came from ${detail("from")}, the row before says ${detail("before")}`,
    remedy: "Correct the one that is wrong, or add the row between.",
  },
  "history-unrelated": {
    title: "History of other deals",
    why: () => "This sheet looks like stage history, but names no deal of the deal sheet: it is not read",
    remedy:
      'Correct the ids, or name the right sheet as "History sheet" in the sheet Pipecast Settings ' +
      "(command line: --history).",
  },
  "snapshot-vanished": {
    title: "Deals that vanished from the snapshots",
    why: ({ excerpt, detail }) =>
      `${excerpt} is in no snapshot after ${detail("lastDay")}, and was open then`,
    remedy: "Enter its outcome; until then it counts as open.",
  },
};
