import type { Link } from "../report.ts";
import { ADVICE_TERMS } from "./advice-terms.ts";
import { FIGURE_TERMS } from "./figure-terms.ts";
import { FORECAST_TERMS } from "./forecast-terms.ts";
import { STAGE_TERMS } from "./stage-terms.ts";
import type { Term } from "./term.ts";

const TERMS = { ...FIGURE_TERMS, ...STAGE_TERMS, ...FORECAST_TERMS, ...ADVICE_TERMS };

/** A word that has its line in the glossary. */
export type TermKey = keyof typeof TERMS;

export const GLOSSARY_SHEET = "Pipecast Glossary";

/** 0-based row of the glossary sheet's first term; below its title, subtitle, gap and headers. */
export const FIRST_TERM_ROW = 4;

const ORDER: readonly string[] = Object.keys(TERMS);

/**
 * Every term in the order of the glossary.
 * @example glossaryTerms()[0]?.term // => "As-of day"
 */
export function glossaryTerms(): readonly Term[] {
  return Object.values(TERMS);
}

/**
 * The link to a term's line.
 * @example termLink("asOfDay").place.cell // => "A5"
 */
export function termLink(term: TermKey): Link {
  const cell = `A${FIRST_TERM_ROW + ORDER.indexOf(term) + 1}`;
  return { to: "report", place: { sheet: GLOSSARY_SHEET, cell } };
}
