import type { Problem } from "../../basics/problem.ts";

/** How one kind of problem is said. */
export interface ProblemWording {
  /** The kind in a few words: the heading of its group. */
  readonly title: string;
  /** What is wrong, as a sentence without its full stop; it starts with the excerpt where there is one. */
  readonly why: (told: Told) => string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

/** A problem's texts, made safe to print. */
export interface Told {
  /** The value in quotation marks, shortened; `This cell` where it is blank. */
  readonly excerpt: string;
  /** A detail as text, shortened; empty where the problem has none of that name. */
  readonly detail: (name: string) => string;
  /** A detail that counts something; 0 where the problem has none of that name. */
  readonly count: (name: string) => number;
}

const EXCERPT_LENGTH = 40;

/**
 * A text of the user's made fit for one line: control characters and line breaks become spaces, long texts are cut.
 * @example excerptOf("31/02/2025\n") // => "31/02/2025"
 */
export function excerptOf(text: string): string {
  const start = text.slice(0, EXCERPT_LENGTH * 10);
  const plain = start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const characters = Array.from(plain);
  return characters.length > EXCERPT_LENGTH ? `${characters.slice(0, EXCERPT_LENGTH - 1).join("")}…` : plain;
}

/**
 * A problem's texts, made safe to print.
 * @example tell({ code: "date-unreadable", severity: "error", where: { sheet: "Deals", cell: "D17" }, value: "soon", excludes: "value" }).excerpt // => "\"soon\""
 */
export function tell(problem: Problem): Told {
  const excerpt = excerptOf(problem.value);
  const raw = (name: string): string | number => problem.details?.[name] ?? "";
  return {
    excerpt: excerpt === "" ? "This cell" : `"${excerpt}"`,
    detail: (name) => excerptOf(String(raw(name))),
    count: (name) => Number(raw(name)),
  };
}
