import { DataError } from "../basics/data-error.ts";
import type { Problem, ProblemCode } from "../basics/problem.ts";
import { addressOf } from "../grid/address.ts";
import { kindEvidence } from "./kind-evidence.ts";
import { type OutcomeWord, slippedStatus } from "./outcome-words.ts";
import type { OrderSource, StageName } from "./records.ts";
import { closingsOf, endedStages, type StageClosings, stageClosings, tickedKind } from "./stage-closings.ts";
import { bareStage } from "./stage-key.ts";
import { type KindEvidence, namedKind } from "./stage-kinds.ts";
import { isKnownStage } from "./stage-ladder.ts";
import {
  groupSpellings,
  isChosenOrder,
  nameStages,
  type StageFacts,
  type StageGroup,
} from "./stage-names.ts";
import { type StageSources, type StageUse, type StageUses, stageUses } from "./stage-uses.ts";

/**
 * The stage that a text means. `Closed` alone stands for both ends of a deal: the deal's outcome, where it is
 * known, decides which.
 */
export type StageFinder = (text: string, outcome?: OutcomeWord | null) => StageName | null;

/** Every stage of the workbook, and the one that a text means. */
export interface AllStages {
  readonly all: readonly StageName[];
  readonly stageOf: StageFinder;
  readonly orderFrom: OrderSource | null;
}

/** More stages than these are no pipeline, but a column that holds something else. */
const MOST_SPELLINGS = 3000;
/** No pipeline has more. */
export const MOST_STAGES = 200;

/**
 * Names the stages of the workbook, and reports what was merged, what the given order does not list, and what
 * kind had to be guessed.
 * @throws DataError where there are more stages than any pipeline has.
 */
export function nameAllStages(sources: StageSources, facts: StageFacts, problems: Problem[]): AllStages {
  const uses = stageUses(sources);
  checkNumber(uses, sources.headerOf, uses.size, MOST_SPELLINGS);
  const counts = new Map([...uses].map(([spelling, { count }]) => [spelling, count]));
  const groups = groupSpellings(counts, facts);
  checkNumber(uses, sources.headerOf, groups.length, MOST_STAGES);
  const closings = sources.deals ? stageClosings(sources.deals.cells, sources.deals.kept) : new Map();
  const evidenceOf = (group: StageGroup): KindEvidence =>
    namedKind(group.name).startsWith("unclear")
      ? kindEvidence(new Set(group.spellings), sources.deals, [...sources.changes, ...sources.dated])
      : {
          won: 0,
          lost: 0,
          notWon: 0,
          ticked: isKnown(group) ? null : tickedKind(closingsOf(group.spellings, closings)),
        };
  const named = withoutBareOpen(nameStages(groups, facts, evidenceOf));
  const ends = new Map(named.flatMap((stage) => endsOf(stage, groups, facts, evidenceOf)));
  const all = [...named, ...[...ends.values()].flat()];
  const bySpelling = new Map(
    named.flatMap((stage) => [...stage.spellings, stage.name].map((text) => [text, stage])),
  );
  const hasHistory = sources.changes.length > 0 || sources.dated.length > 0;
  const ended = endedStages(
    new Map(
      named
        .filter(({ kind }) => kind === "open" && !hasHistory)
        .map(({ name, spellings }) => [name, closingsOf(spellings, closings)]),
    ),
  );
  groups.forEach((group) => {
    const stage = bySpelling.get(group.name);
    if (!stage) return;
    reportMerge(group, uses, problems);
    reportUnlisted(stage, group, facts, uses, problems);
    const end = isSet(stage, facts.given) ? undefined : ended.get(stage.name);
    const told = end ? { stage: stage.name, dealCount: end.deals, datedCount: end.dated } : {};
    const isUnclear =
      end ??
      (namedKind(group.name) === "open"
        ? mayBeEnd(stage, group, facts, hasHistory ? null : closingsOf(group.spellings, closings))
        : isGuessed(stage, group, facts, evidenceOf));
    const details = { kind: stage.kind, ...told };
    if (isUnclear) reportStage("stage-kind-unclear", "warning", group, details, uses, problems);
  });
  const stageOf: StageFinder = (text, outcome) => {
    const stage = bySpelling.get(text) ?? null;
    const split = stage && ends.size > 0 ? ends.get(stage) : undefined;
    return split?.find(({ kind }) => kind === outcome) ?? stage;
  };
  return { all, stageOf, orderFrom: orderSource(all, facts) };
}

/** A stage called `Closed`, in which some deals are won and some lost, is two: one for each. */
function endsOf(
  stage: StageName,
  groups: readonly StageGroup[],
  { given }: StageFacts,
  evidenceOf: (group: StageGroup) => KindEvidence,
): readonly (readonly [StageName, readonly StageName[]])[] {
  const group = groups.find(({ name }) => name === stage.name);
  if (!group || isSet(stage, given) || namedKind(stage.name) !== "unclear-closed") return [];
  const { won, lost } = evidenceOf(group);
  if (won === 0 || lost === 0) return [];
  const end = (kind: "won" | "lost"): StageName => ({
    ...stage,
    kind,
    name: `${stage.name} (${kind})`,
    spellings: [],
  });
  return [[stage, [end("won"), end("lost")]]];
}

function orderSource(all: readonly StageName[], { given, columnOrder }: StageFacts): OrderSource | null {
  if (all.every(({ givenRank }) => givenRank === null)) return null;
  if (given.length > 0) return "settings";
  return columnOrder.length > 0 && isChosenOrder(columnOrder) ? "columns" : "numbers";
}

function checkNumber(
  uses: StageUses,
  headerOf: StageSources["headerOf"],
  count: number,
  limit: number,
): void {
  if (count <= limit) return;
  const first: StageUse | undefined = [...uses.values()].sort((a, b) => b.count - a.count)[0];
  throw new DataError("too-many-stages", {
    sheet: first?.sheet ?? "",
    header: first ? headerOf(first.sheet, first.column) : "",
    count,
    limit,
  });
}

/** `Open` beside `Won` and `Lost` only is an outcome, no stage. */
function withoutBareOpen(stages: readonly StageName[]): readonly StageName[] {
  const open = stages.filter(({ kind }) => kind === "open");
  const isOutcomeOnly = open.every(
    ({ name, givenRank }) =>
      givenRank === null &&
      /^(open|offen|ouverte?|abiert[oa]|abert[oa]|apert[oa]|active|in progress)$/i.test(name),
  );
  return isOutcomeOnly ? stages.filter(({ kind }) => kind !== "open") : stages;
}

function reportMerge({ name, spellings, ...group }: StageGroup, uses: StageUses, problems: Problem[]): void {
  const others = spellings.filter((spelling) => spelling !== name && (uses.get(spelling)?.count ?? 0) > 0);
  const use = uses.get(others[0] ?? "");
  if (!use) return;
  const count = others.reduce((sum, spelling) => sum + (uses.get(spelling)?.count ?? 0), 0);
  const details = { stage: name, spellings: others.join(", "), count };
  const place = { ...group, name, spellings: others };
  reportStage("stage-spellings-merged", "note", place, details, uses, problems);
}

/** Whether an open stage may as well be one where deals end: each of its deals has a closing day, or its name is a slip. */
function mayBeEnd(
  stage: StageName,
  group: StageGroup,
  { given }: StageFacts,
  closings: StageClosings | null,
): boolean {
  if (stage.kind !== "open" || isKnown(group) || given.length > 0) return false;
  const slip = slippedStatus(group.name);
  const areAllDated = closings !== null && closings.deals > 0 && closings.dated >= closings.deals;
  return areAllDated || (slip !== null && slip !== "open");
}

/** Whether neither a stage's name, nor its deals, nor a person tells that it is not open. */
function isGuessed(
  stage: StageName,
  group: StageGroup,
  { given }: StageFacts,
  evidenceOf: (group: StageGroup) => KindEvidence,
): boolean {
  if (!namedKind(group.name).startsWith("unclear") || stage.kind === "open" || isSet(stage, given))
    return false;
  const { won, lost, notWon } = evidenceOf(group);
  return won + lost + notWon === 0;
}

/** Whether a person set the stage's kind. */
function isSet({ name }: StageName, given: StageFacts["given"]): boolean {
  return given.some((stage) => stage.kind !== null && stage.name === name);
}

function isKnown({ name }: StageGroup): boolean {
  return isKnownStage(bareStage(name, []));
}

function reportUnlisted(
  stage: StageName,
  group: StageGroup,
  { given }: StageFacts,
  uses: StageUses,
  problems: Problem[],
): void {
  if (given.length === 0 || stage.kind !== "open" || stage.givenRank !== null) return;
  reportStage("stage-unknown", "warning", group, {}, uses, problems);
}

function reportStage(
  code: ProblemCode,
  severity: Problem["severity"],
  group: StageGroup,
  details: Readonly<Record<string, string | number>>,
  uses: StageUses,
  problems: Problem[],
): void {
  const spelling = group.spellings.find((text) => uses.has(text)) ?? group.name;
  const use = uses.get(spelling);
  const where = { sheet: use?.sheet ?? "", cell: use ? addressOf(use.row, use.column) : null };
  problems.push({
    code,
    severity,
    where,
    value: spelling,
    excludes: "nothing",
    details: { count: group.count, ...details },
  });
}
