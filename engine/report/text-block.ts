/**
 * What a host says in words: neutral blocks, already worded and rounded, drawn by the terminal (wrapped,
 * aligned, coloured) or by a sidebar. No block carries colour codes, padding or line breaks.
 */
export type TextBlock = HeadingBlock | ParagraphBlock | ListBlock | FactsBlock | TableBlock | ChartBlock;

/** How a text is meant; every tone is legible without colour too, because the words say it as well. */
export type Tone = "plain" | "quiet" | "good" | "attention" | "problem";

/** Opens a section: level 1 once at the top, level 2 for the sections below it. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 1 | 2;
  readonly text: string;
}

/** One paragraph; the host wraps it. */
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
  readonly tone?: Tone;
}

/** Points of equal rank, each of one or a few lines. */
export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly string[];
  readonly tone?: Tone;
}

/** A label and its value on one line, the values aligned: `Win rate   62 % (55–68 %), n = 180`. */
export interface FactsBlock {
  readonly kind: "facts";
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Follows the value in a quiet voice: what it rests on, what was left out. */
  readonly note?: string;
  readonly tone?: Tone;
}

/** Rows under column titles. `rows` hold one text a column; a shorter row is blank at its end. */
export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
  /** One tone a row, for rows that need the eye; plain where absent. */
  readonly rowTones?: readonly Tone[];
}

export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
  /** May be wrapped where the width is short; other columns keep their words on one line where they can. */
  readonly wraps?: boolean;
  readonly tone?: Tone;
}

/**
 * Amounts as lying bars on one scale from zero: what was, and the range of what is to come. Signs and words tell
 * them apart, so that no colour is needed.
 */
export interface ChartBlock {
  readonly kind: "chart";
  readonly rows: readonly ChartRow[];
  /** What a bar, a mark in its range, the range and a target mean. */
  readonly legend: {
    readonly bar: string;
    readonly mark: string;
    readonly range: string;
    readonly target: string;
  };
}

export interface ChartRow {
  readonly label: string;
  /** The figure in words, beside its bar. */
  readonly text: string;
  /** The length of the bar, or the place of the mark in its range. */
  readonly value: number;
  readonly range?: { readonly lower: number; readonly upper: number };
  /** What of it is there already: a bar before its range. */
  readonly done?: number;
  readonly target?: number;
}
