import type { Method } from "../../forecast/backtest.ts";

/** A method as a table names it, as a sentence does, and what it does. */
export interface MethodWords {
  readonly name: string;
  readonly phrase: string;
  readonly does: string;
}

const METHODS: Readonly<Record<Method, MethodWords>> = {
  pipecast: {
    name: "Pipecast",
    phrase: "our own model",
    does: "Follows each open deal through the stages to its end, and adds the deals that are yet to come.",
  },
  "trailing-mean-3": {
    name: "Mean of 3 months",
    phrase: "the mean of the last 3 months",
    does: "Expects of every month what the last 3 brought on average.",
  },
  "trailing-mean-6": {
    name: "Mean of 6 months",
    phrase: "the mean of the last 6 months",
    does: "Expects of every month what the last 6 brought on average.",
  },
  "same-period-last-year": {
    name: "Same month last year",
    phrase: "the same months of last year",
    does: "Expects what the same month brought a year before.",
  },
  "exponential-smoothing": {
    name: "Recent months weigh more (exponential smoothing)",
    phrase: "a mean in which recent months weigh more",
    does: "A mean in which recent months weigh more. ETS(A,N,N).",
  },
  "damped-trend": {
    name: "Trend that levels off (damped trend)",
    phrase: "a trend that levels off",
    does: "Carries the trend of past months on, weaker from month to month. ETS(A,Ad,N).",
  },
  "weighted-pipeline": {
    name: "Weighted pipeline",
    phrase: "the weighted pipeline of a CRM",
    does: "Amounts of open deals × the win rate of their stage, each a mean won cycle after its start.",
  },
  "naive-bayes": {
    name: "Win chances as in Odoo (naive Bayes)",
    phrase: "open deals by win chances as Odoo reckons them",
    does: "The same with a win chance from stage, owner and source, as Odoo reckons it.",
  },
};

/**
 * A forecast method in words.
 * @example methodWords("trailing-mean-3").phrase // => "the mean of the last 3 months"
 */
export function methodWords(method: Method): MethodWords {
  return METHODS[method];
}

/**
 * The phrase of a method whose name came as text; any other text as it stands.
 * @example methodPhrase("naive-bayes") // => "open deals by win chances as Odoo reckons them"
 */
export function methodPhrase(name: string | undefined): string {
  const known = (Object.keys(METHODS) as Method[]).find((method) => method === name);
  return known === undefined ? (name ?? "a simple method") : METHODS[known].phrase;
}
