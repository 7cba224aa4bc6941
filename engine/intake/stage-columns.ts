import type { Table } from "./find-table.ts";
import { foldTight, foldWords } from "./fold.ts";
import { plainOutcome } from "./outcome-words.ts";
import { isKnownStage } from "./stage-ladder.ts";

/** A column that holds the day each deal entered or left one stage. */
export interface StageColumn {
  readonly column: number;
  readonly role: "entered" | "left";
  /** The stage as the header spells it. */
  readonly stage: string;
  /** HubSpot names the pipeline too; null elsewhere. */
  readonly pipeline: string | null;
  readonly certainty: number;
}

/** Words before a stage name that say the column dates the entry, or the exit. */
const PREFIXES: Readonly<Record<StageColumn["role"], readonly string[]>> = {
  entered:
    foldEach(`date entered|entered|entered on|entered at|entered in|entered stage|date entered in|entry|entry date|moved to|
    moved to on|date of|date moved to|date|in stage|became|became a|became an|reached|stage entered|start of|start|
    datum des eintritts in|eintritt in|eintritt|eingetreten in|datum|seit|date d'entrée dans|date d'entrée|entrée en|entrée|
    date de|fecha de entrada en|fecha de entrada|entrada en|fecha de|fecha|data de entrada em|data de entrada|entrou em|
    data de|data da|data di ingresso in|data di ingresso|ingresso in|data di|data|datum binnenkomst|datum van`),
  left: foldEach(`date exited|exited|exited on|exited at|date left|left|left on|exit|exit date|end of|moved out of|verlassen|
    date de sortie de|sortie de|fecha de salida de|salida de|data de saída de|saiu de|data di uscita da|uscita da`),
};
const SUFFIXES: Readonly<Record<StageColumn["role"], readonly string[]>> = {
  entered: foldEach(
    "date|entered|entered on|entered at|entry date|date entered|entry|start date|start|on|since|at|reached|datum|am|le|fecha|data",
  ),
  left: foldEach("exited|exit date|date exited|left|left on|end date|exited on|date left"),
};
const QUOTED = /^(.*?)["“”„«»「](.+?)(?:\s*\(([^()]*)\))?["“”„«»」]\s*$/;
const BRACKETED = /^(.*?)\s*\(([^()]*)\)\s*$/;
const QUOTED_CERTAINTY = 0.98;
/** The header says entered or left, and a stage that the table's own cells name. */
const OWN_CERTAINTY = 0.95;
const NAMED_CERTAINTY = 0.9;
const BARE_CERTAINTY = 0.8;
const LONGEST_HEADER = 150;

function foldEach(words: string): readonly string[] {
  return words
    .split("|")
    .map(foldWords)
    .sort((a, b) => b.length - a.length);
}

/**
 * The stage-date columns of a table, in its order. One column alone counts only where its header says without
 * doubt what it dates.
 * @param stages the stage names that the table's own stage column or a person names.
 */
export function stageColumnsOf(table: Table, stages: Iterable<string>): readonly StageColumn[] {
  const known = new Set([...stages].map(foldTight));
  const isStage = (name: string): boolean => {
    const outcome = plainOutcome(name);
    return known.has(foldTight(name)) || isKnownStage(name) || outcome === "won" || outcome === "lost";
  };
  const found: StageColumn[] = [];
  table.headers.forEach((header, column) => {
    if (header === "" || header.length > LONGEST_HEADER) return;
    const read =
      readStageHeader(header, isStage) ?? readGroupedHeader(table.groups[column] ?? "", header, isStage);
    if (!read || !holdsDays(table, column)) return;
    const isOwn = read.certainty === NAMED_CERTAINTY && known.has(foldTight(read.stage));
    found.push({ column, ...read, certainty: isOwn ? OWN_CERTAINTY : read.certainty });
  });
  const isSure = found.length > 1 || found.some(({ certainty }) => certainty === QUOTED_CERTAINTY);
  return isSure ? found : [];
}

function holdsDays(table: Table, column: number): boolean {
  const { days, filled } = table.profile(column);
  return days >= filled / 2;
}

type StageHeader = Omit<StageColumn, "column">;

/**
 * What a header says of a stage, or null where it names none.
 * @example readStageHeader('Date entered "Proposal (Sales)"', () => true).pipeline // => "Sales"
 * @example readStageHeader("Entered Proposal", (name) => name === "Proposal").stage // => "Proposal"
 * @example readStageHeader("Date of birth", () => false) // => null
 */
export function readStageHeader(header: string, isStage: (name: string) => boolean): StageHeader | null {
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

function roleOfWords(words: string): StageColumn["role"] | null {
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
function readGroupedHeader(
  group: string,
  header: string,
  isStage: (name: string) => boolean,
): StageHeader | null {
  const role = group === "" ? null : (roleOfWords(group) ?? roleOfWords(group.replace(/stages?$/i, "")));
  if (role === null || !isStage(header)) return null;
  return { role, stage: header, pipeline: null, certainty: NAMED_CERTAINTY };
}
