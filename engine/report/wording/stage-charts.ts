import type { Analysis } from "../../analysis.ts";
import { type Figure, isKnown } from "../../basics/figure.ts";
import { countedText, countText, daysText, shareText } from "../numbers.ts";
import { excerptOf } from "./excerpt.ts";
import { slowestSentence } from "./headlines.ts";

/** What a chart says, and the same for people who do not see it. */
export interface ChartWords {
  readonly title: string;
  readonly alt: string;
}

/** How many of the deals got as far as the last stage. */
export function funnelWords(stages: Analysis["stages"]): ChartWords {
  const known = stages.flatMap(({ stage, reached }) =>
    isKnown(reached) ? [{ name: excerptOf(stage.name), reached }] : [],
  );
  const first = known[0];
  const last = known[known.length - 1];
  const bars = known.map(({ name, reached }) => `${name} ${countText(reached)}`).join(", ");
  const alt = `Bars: how many deals reached each stage. ${bars}.`;
  if (first === undefined || last === undefined) return { title: "How far deals get", alt };
  if (known.length === 1 || first.reached === 0)
    return { title: `${countedText(last.reached, "deal")} reached ${last.name}`, alt };
  const conversion = stages[0]?.conversion;
  if (conversion && !isKnown(conversion) && conversion.missing === "lost-stages-unknown")
    return {
      title: `How far won and open deals got; ${countedText(conversion.n, "lost deal")} left out, stage unknown`,
      alt,
    };
  const share = shareText(last.reached / first.reached, first.reached);
  const title = `${countText(last.reached)} of ${countedText(first.reached, "deal")} got as far as ${last.name} (${share})`;
  return { title, alt };
}

/** Which stage holds deals longest. */
export function timeWords(analysis: Analysis): ChartWords {
  const days = (figure: Figure<number>): string => (isKnown(figure) ? daysText(figure) : "not known yet");
  const columns = analysis.stages.flatMap(({ stage, timeInStage }) =>
    isKnown(timeInStage)
      ? [`${excerptOf(stage.name)} ${days(timeInStage.medianDays)} and ${days(timeInStage.p90Days)}`]
      : [],
  );
  const [sentence = "How long deals stay in each stage"] = slowestSentence(analysis);
  return {
    title: sentence.replace(/\.$/, ""),
    alt: `Columns: days within which half and nine in ten of the deals leave each stage. ${columns.join("; ")}.`,
  };
}
