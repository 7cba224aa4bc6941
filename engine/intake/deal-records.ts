import { outcomeOfWord } from "./outcome-words.ts";
import type { DealColumns } from "./read-deals.ts";
import type { DealRecord } from "./records.ts";
import type { StageNames } from "./stage-names.ts";

/** Makes one record a row. */
export function dealRecords(columns: DealColumns, stages: StageNames): readonly DealRecord[] {
  const { rows, sheet, texts, days, amounts } = columns;
  const [ids, names, accounts] = [texts("id"), texts("name"), texts("account")];
  const [stageTexts, outcomes] = [texts("stage"), texts("outcome")];
  const [emails, owners, sources, products] = [
    texts("email"),
    texts("owner"),
    texts("source"),
    texts("product"),
  ];
  const [regions, reasons, steps] = [texts("region"), texts("lost-reason"), texts("next-step")];
  const amount = amounts("amount").amounts;
  const probability = amounts("probability").amounts;
  const isPercent = probability.some((value) => value > 1);
  const [created, closed, closeDate] = [days("created").days, days("closed").days, days("close-date").days];
  const [wonOn, lostOn, expected] = [days("won-on").days, days("lost-on").days, days("expected-close").days];
  const [entered, activity, stepOn] = [
    days("stage-entered").days,
    days("last-activity").days,
    days("next-step-on").days,
  ];
  return rows.map((row, i) => {
    const stage = stages.bySpelling.get(stageTexts[i] ?? "");
    const kind = stage?.kind === "after" ? "won" : stage?.kind;
    const outcome = outcomeOfWord(outcomes[i] ?? "") ?? kind ?? null;
    const isClosed = outcome === "won" || outcome === "lost";
    const on = outcome === "won" ? known(wonOn[i]) : known(lostOn[i]);
    return {
      sheet,
      row,
      id: ids[i] || names[i] || accounts[i] || `Row ${row + 1}`,
      name: names[i] ?? "",
      account: accounts[i] ?? "",
      email: emails[i] ?? "",
      owner: owners[i] ?? "",
      source: sources[i] ?? "",
      product: products[i] ?? "",
      region: regions[i] ?? "",
      lostReason: reasons[i] ?? "",
      nextStep: steps[i] ?? "",
      amount: known(amount[i]),
      stage: stage && (stage.kind === "open" || stage.kind === "after") ? stage.name : null,
      outcome,
      stageEnteredDay: known(entered[i]),
      createdDay: known(created[i]),
      closedDay: known(closed[i]) ?? (isClosed ? (on ?? known(closeDate[i])) : null),
      expectedCloseDay: known(expected[i]) ?? (isClosed ? null : known(closeDate[i])),
      lastActivityDay: known(activity[i]),
      nextStepDay: known(stepOn[i]),
      probability: share(known(probability[i]), isPercent),
    };
  });
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function share(value: number | null, isPercent: boolean): number | null {
  return value === null || !isPercent ? value : value / 100;
}
