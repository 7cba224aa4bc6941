import type { Analysis } from "../analysis.ts";
import { type Figure, isKnown, type Missing } from "../basics/figure.ts";
import { groupBy } from "../basics/group-by.ts";
import type { Bottleneck, StageMeasures } from "../measures/types.ts";
import { keyFigures } from "./key-figures.ts";
import { countedText, listText } from "./numbers.ts";
import { excerptOf } from "./wording/excerpt.ts";
import { reasonText } from "./wording/reasons.ts";

const MOST_NAMES = 12;

/** A figure that is not there. */
export interface MissingFigure {
  /** The stage it is about; empty for figures of the whole pipeline. */
  readonly subject: string;
  readonly label: string;
  readonly missing: Missing;
}

function lacking(subject: string, label: string, figure: Figure<unknown>): readonly MissingFigure[] {
  return isKnown(figure) ? [] : [{ subject, label, missing: figure }];
}

/** The main figures that cannot be computed. */
export function missingKeyFigures(analysis: Analysis): readonly MissingFigure[] {
  return keyFigures(analysis).flatMap(({ label, value }) => lacking("", label, value));
}

/** The figures of the stages that cannot be computed. */
export function missingStageFigures(analysis: Analysis): readonly MissingFigure[] {
  return analysis.stages.flatMap((stage) => [...missingRates(stage), ...missingTimes(stage)]);
}

function missingRates(measures: StageMeasures): readonly MissingFigure[] {
  const { name } = measures.stage;
  return [
    ...lacking(name, "visited", measures.visited),
    ...lacking(name, "skipped", measures.skipped),
    ...lacking(name, "lost here", measures.lost),
    ...lacking(name, "re-entries", measures.reentries),
    ...lacking(name, "conversion", measures.conversion),
    ...lacking(name, "eventual conversion", measures.eventualConversion),
    ...lacking(name, "eventual win", measures.eventualWin),
  ];
}

function missingTimes({ stage, timeInStage }: StageMeasures): readonly MissingFigure[] {
  if (!isKnown(timeInStage)) return lacking(stage.name, "time in stage", timeInStage);
  return [
    ...lacking(stage.name, "median time in stage", timeInStage.medianDays),
    ...lacking(stage.name, "P75 time in stage", timeInStage.p75Days),
    ...lacking(stage.name, "P90 time in stage", timeInStage.p90Days),
    ...lacking(stage.name, "mean time in stage", timeInStage.meanDays),
  ];
}

/** What is missing of the ranking of bottlenecks, or of the evidence in it. */
export function missingBottleneckFigures({ bottlenecks, quietKinds }: Analysis): readonly MissingFigure[] {
  if (!isKnown(bottlenecks)) return lacking("", "Bottlenecks", bottlenecks);
  const quiet = quietKinds.flatMap(({ kind, n }) =>
    lacking("", `A ${kind} stage`, { missing: "too-few-of-kind", n }),
  );
  return [...quiet, ...bottlenecks.flatMap(missingEvidence)];
}

/** Bottlenecks whose worth cannot be told. */
export function missingWorths({ worths }: Analysis): readonly MissingFigure[] {
  return [...worths].flatMap(([{ stage, kind }, worth]) =>
    lacking(`${stage.name} as a ${kind} bottleneck`, "worth a quarter", worth),
  );
}

/** Targets whose chance cannot be told. */
export function missingChances({ targetChances }: Analysis): readonly MissingFigure[] {
  return [...targetChances].flatMap(([{ target }, chance]) =>
    lacking(
      `Target ${target.period.label}${target.owner === null ? "" : `, ${target.owner}`}`,
      "chance",
      chance,
    ),
  );
}

function missingEvidence({ stage, kind, evidence }: Bottleneck): readonly MissingFigure[] {
  const subject = `${stage.name} as a ${kind} bottleneck`;
  return [
    ...lacking(subject, "share of the won cycle", evidence.cycleShare),
    ...lacking(subject, "share lost", evidence.lossRate),
    ...lacking(subject, "share of losses", evidence.lossShare),
    ...lacking(subject, "eventual conversion", evidence.eventualConversion),
    ...lacking(subject, "share of open deals", evidence.openShare),
    ...lacking(subject, "days of work", evidence.workDays),
  ];
}

/**
 * One note a missing figure.
 * @example missingNotes([{ subject: "Proposal", label: "conversion", missing: { missing: "none-reached", n: 0 } }]) // => ["Proposal, conversion: no deal has been seen there."]
 */
export function missingNotes(figures: readonly MissingFigure[]): readonly string[] {
  return figures.map(({ subject, label, missing }) => {
    const name = subject === "" ? label : `${subject}, ${label}`;
    return `${name}: ${reasonText(missing)}.`;
  });
}

/**
 * For pages, where a note a figure would be too much: figures of one stage share a note where they share the
 * reason, and so do stages that lack the same figures for the same reason. What stages lack without a stage history,
 * pages say once by themselves.
 * @example groupedMissingNotes([{ subject: "", label: "Velocity", missing: { missing: "none-won", n: 0 } }, { subject: "", label: "Mean", missing: { missing: "none-won", n: 0 } }]) // => ["Velocity and Mean: no deal has been won yet."]
 */
export function groupedMissingNotes(figures: readonly MissingFigure[]): readonly string[] {
  const told = figures.filter(({ subject, missing }) => subject === "" || missing.missing !== "no-history");
  const ofSubject = groupBy(told, ({ subject, missing }) => JSON.stringify([subject, reasonText(missing)]));
  const lacks = [...ofSubject.values()].map((group) => ({
    subject: group[0]?.subject ?? "",
    what: group.map(({ label }) => label),
    why: group[0] === undefined ? "" : reasonText(group[0].missing),
  }));
  const alike = groupBy(lacks, ({ what, why }) => JSON.stringify([what, why]));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const subjects = shortList(
      [first, ...others].map(({ subject }) => subject).filter((name) => name !== ""),
    );
    const what = listText(first.what);
    const about = subjects === "" ? what : `${what} of ${subjects}`;
    return [`${about.charAt(0).toUpperCase()}${about.slice(1)}: ${first.why}.`];
  });
}

/** Names in a row, shortened, and the last of many only counted. */
function shortList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(excerptOf);
  const more = names.length - shown.length;
  return listText(more > 0 ? [...shown, countedText(more, "other")] : shown);
}
