import { OptionError } from "../basics/option-error.ts";
import type { Settings } from "../options.ts";
import { eachStageOnce } from "./each-stage-once.ts";
import { FIELD_NAMES, fieldOfLabel } from "./field-labels.ts";
import { foldTight } from "./fold.ts";
import type { HeaderField } from "./header-words/header-words.ts";
import type { DateOrder } from "./parse-day.ts";
import type { GivenStage, SheetSettings } from "./settings-sheet.ts";

/** What a person set that concerns intake: an option wins over the settings sheet. */
export interface IntakeSettings {
  readonly dealsSheet: string | null;
  readonly historySheet: string | null;
  readonly stages: readonly GivenStage[];
  readonly currency: string | null;
  readonly rates: ReadonlyMap<string, number>;
  readonly dateOrder: DateOrder | null;
  readonly mapped: ReadonlyMap<HeaderField, string>;
  readonly pipeline: string | null;
  /** What to call each setting where it is wrong: the option, or the row of the settings sheet. */
  readonly setBy: Readonly<Record<"dealsSheet" | "historySheet" | "pipeline" | "columns", string>>;
}

const OPTION_NAMES = {
  dealsSheet: "--deals",
  historySheet: "--history",
  pipeline: "--pipeline",
  columns: "--map",
};
const SETTING_NAMES = {
  dealsSheet: "Deals sheet",
  historySheet: "History sheet",
  pipeline: "Pipeline",
  columns: "Column",
};

/**
 * Joins the options with the settings sheet.
 * @throws OptionError where `--map` names a field that Pipecast does not know.
 */
export function intakeSettings(options: Settings, sheet: SheetSettings): IntakeSettings {
  const given = eachStageOnce(sheet.stages);
  const listed = options.stages?.map((name) => givenStage(name, given));
  return {
    dealsSheet: options.dealsSheet ?? sheet.dealsSheet,
    historySheet: options.historySheet ?? sheet.historySheet,
    stages: listed ?? given,
    currency: options.currency?.trim().toUpperCase() ?? sheet.currency,
    rates: new Map([...sheet.rates, ...upperKeys(Object.entries(options.rates ?? {}))]),
    dateOrder: options.dateOrder ?? sheet.dateOrder,
    mapped: new Map([...sheet.columns, ...Object.entries(options.columns ?? {}).map(mappedColumn)]),
    pipeline: options.pipeline ?? sheet.pipeline,
    setBy: {
      dealsSheet: nameOf("dealsSheet", options),
      historySheet: nameOf("historySheet", options),
      pipeline: nameOf("pipeline", options),
      columns: nameOf("columns", options),
    },
  };
}

function nameOf(setting: keyof IntakeSettings["setBy"], options: Settings): string {
  return options[setting] === undefined
    ? `${SETTING_NAMES[setting]} (in Pipecast Settings)`
    : OPTION_NAMES[setting];
}

function givenStage(name: string, given: readonly GivenStage[]): GivenStage {
  const known = given.find((stage) => foldTight(stage.name) === foldTight(name));
  return known
    ? { ...known, name: name.trim() }
    : { name: name.trim(), kind: null, goalDays: null, exitCriteria: "" };
}

function upperKeys(entries: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  return entries.map(([code, rate]) => [code.trim().toUpperCase(), rate]);
}

function mappedColumn([label, header]: readonly [string, string]): readonly [HeaderField, string] {
  const field = fieldOfLabel(label);
  if (field === null) {
    throw new OptionError("--map", label, `a field before "=": ${FIELD_NAMES.join(", ")}`);
  }
  return [field, header];
}
