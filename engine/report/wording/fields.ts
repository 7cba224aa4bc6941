import type { Field } from "../../intake/records.ts";
import { excerptOf } from "./excerpt.ts";

/** What a column is read as, in words. */
const FIELDS: Readonly<Record<Field, string>> = {
  id: "Deal id",
  name: "Deal name",
  account: "Customer",
  email: "E-mail",
  owner: "Owner",
  amount: "Amount",
  currency: "Currency",
  stage: "Stage",
  "stage-entered": "Day it entered its stage",
  created: "Day it was created",
  closed: "Day it closed",
  "won-on": "Day it was won",
  "lost-on": "Day it was lost",
  "expected-close": "Expected close",
  outcome: "Outcome: won, lost or open",
  "is-closed": "Whether it is closed",
  "is-lost": "Whether it is lost",
  "is-active": "Whether it is active",
  "is-archived": "Whether it is archived",
  probability: "Probability as typed",
  "last-activity": "Last activity",
  "next-step": "Next step",
  "next-step-on": "Day of the next step",
  source: "Source",
  "lost-reason": "Lost reason",
  product: "Product",
  region: "Region",
  pipeline: "Pipeline",
  "changed-on": "Day of the change",
  "left-on": "Day it left the stage",
  "from-stage": "Stage before",
  "to-stage": "Stage after",
  "changed-field": "Which field changed",
  "old-value": "Value before",
  "new-value": "Value after",
  "snapshot-on": "Day of the snapshot",
  "entered-stage": "Day it entered",
  "left-stage": "Day it left",
};

/**
 * What a column is read as.
 * @example fieldText("entered-stage", "Proposal") // => "Day it entered Proposal"
 */
export function fieldText(field: Field, stage?: string): string {
  return stage === undefined ? FIELDS[field] : `${FIELDS[field]} ${excerptOf(stage)}`;
}
