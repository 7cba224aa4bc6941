import { foldTight, foldWords } from "./fold.ts";
import { plainOutcome } from "./outcome-words.ts";
import { isKnownStage } from "./stage-ladder.ts";

/** What the header of a stage-date column says. */
export interface StageHeader {
  readonly role: "entered" | "left";
  /** The stage as the header spells it. */
  readonly stage: string;
  /** HubSpot names the pipeline too; null elsewhere. */
  readonly pipeline: string | null;
  readonly certainty: number;
}

/** Words before a stage name that say the column dates the entry, or the exit. */
const PREFIXES: Readonly<Record<StageHeader["role"], readonly string[]>> = {
  entered:
    foldEach(`date entered|entered|entered on|entered at|entered in|entered stage|date entered in|entry|entry date|moved to|
    moved to on|date of|date moved to|date|in stage|became|became a|became an|reached|stage entered|start of|start|
    datum des eintritts in|eintritt in|eintritt|eingetreten in|datum|seit|date d'entrée dans|date d'entrée|entrée en|entrée|
    date de|fecha de entrada en|fecha de entrada|entrada en|fecha de|fecha|data de entrada em|data de entrada|entrou em|
    data de|data da|data di ingresso in|data di ingresso|ingresso in|data di|data|datum binnenkomst|datum van`),
  left: foldEach(`date exited|exited|exited on|exited at|date left|left|left on|exit|exit date|end of|moved out of|verlassen|
    date de sortie de|sortie de|fecha de salida de|salida de|data de saída de|saiu de|data di uscita da|uscita da`),
};
const SUFFIXES: Readonly<Record<StageHeader["role"], readonly string[]>> = {
  entered: foldEach(
    "date|entered|entered on|entered at|entry date|date entered|entry|start date|start|on|since|at|reached|datum|am|le|fecha|data",
  ),
  left: foldEach("exited|exit date|date exited|left|left on|end date|exited on|date left"),
};
const QUOTED = /^(.*?)["“”„«»「](.+?)(?:\s*\(([^()]*)\))?["“”„«»」]\s*$/;
const BRACKETED = /^(.*?)\s*\(([^()]*)\)\s*$/;
/** Entered or left, and the stage in quotes, as HubSpot writes it. */
export const QUOTED_CERTAINTY = 0.98;
/** Entered or left, and a known stage. */
export const NAMED_CERTAINTY = 0.9;
/** A stage name alone. */
const BARE_CERTAINTY = 0.8;
const LONGEST_HEADER = 150;

function foldEach(words: string): readonly string[] {
  return words
    .split("|")
    .map(foldWords)
    .sort((a, b) => b.length - a.length);
}

/**
 * Whether a text is a stage by name: a well-known one, a plain word for won or lost, or one of `own`.
 * @example isStageWord("Proposal", new Set()) // => true
 */
export function isStageWord(name: string, own: ReadonlySet<string>): boolean {
  const outcome = plainOutcome(name);
  return own.has(foldTight(name)) || isKnownStage(name) || outcome === "won" || outcome === "lost";
}

/**
 * What a header says of a stage, or null where it names none.
 * @example readStageHeader('Date entered "Proposal (Sales)"', () => true).pipeline // => "Sales"
 * @example readStageHeader("Entered Proposal", (name) => name === "Proposal").stage // => "Proposal"
 * @example readStageHeader("Date of birth", () => false) // => null
 */
export function readStageHeader(header: string, isStage: (name: string) => boolean): StageHeader | null {
  if (header === "" || header.length > LONGEST_HEADER) return null;
  const quoted = QUOTED.exec(header);
  const role = quoted && roleOfWords(quoted[1] ?? "");
  if (quoted && role) {
    return {
      role,
      stage: (quoted[2] ?? "").trim(),
      pipeline: quoted[3]?.trim() || null,
      certainty: QUOTED_CERTAINTY,
    };
  }
  const bracketed = BRACKETED.exec(header);
  const plain = readPlainHeader(bracketed?.[1] ?? header, isStage) ?? readPlainHeader(header, isStage);
  return plain && { ...plain, pipeline: bracketed?.[2]?.trim() || null };
}

function roleOfWords(words: string): StageHeader["role"] | null {
  const key = foldWords(words);
  if (PREFIXES.entered.includes(key)) return "entered";
  return PREFIXES.left.includes(key) ? "left" : null;
}

function readPlainHeader(header: string, isStage: (name: string) => boolean): StageHeader | null {
  if (isStage(header)) return { role: "entered", stage: header, pipeline: null, certainty: BARE_CERTAINTY };
  const words = header.trim().split(/[\s_:]+/);
  for (let split = 1; split < words.length; split++) {
    const [before, after] = [words.slice(0, split), words.slice(split)];
    for (const role of ["left", "entered"] as const) {
      const stage =
        stageBeside(PREFIXES[role], before, after, isStage) ??
        stageBeside(SUFFIXES[role], after, before, isStage);
      if (stage !== null) return { role, stage, pipeline: null, certainty: NAMED_CERTAINTY };
    }
  }
  return null;
}

function stageBeside(
  marks: readonly string[],
  mark: readonly string[],
  name: readonly string[],
  isStage: (name: string) => boolean,
): string | null {
  const stage = name.join(" ").replace(/^[-–]\s*|\s*[-–]$/g, "");
  return marks.includes(foldWords(mark.join(" "))) && isStage(stage) ? stage : null;
}

/** A merged `Date entered` above a row of stage names. */
export function readGroupedHeader(
  group: string,
  header: string,
  isStage: (name: string) => boolean,
): StageHeader | null {
  const role = group === "" ? null : (roleOfWords(group) ?? roleOfWords(group.replace(/stages?$/i, "")));
  if (role === null || !isStage(header)) return null;
  return { role, stage: header, pipeline: null, certainty: NAMED_CERTAINTY };
}
