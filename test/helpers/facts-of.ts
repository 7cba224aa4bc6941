import type { DealFacts } from "../../engine/pipeline/pipeline.ts";

/** What a bare row tells of a deal, and whatever a test adds. `index`: its place in the list. */
export function factsOf(index: number, known: Partial<DealFacts> = {}): DealFacts {
  return {
    id: `D${index + 1}`,
    name: "",
    account: "",
    owner: "",
    source: "",
    product: "",
    region: "",
    email: "",
    lostReason: "",
    nextStep: "",
    nextStepDay: null,
    expectedCloseDay: null,
    closeDateIsDefault: false,
    lastActivityDay: null,
    probability: null,
    amount: null,
    createdDay: null,
    where: { sheet: "Deals", cell: `A${index + 2}` },
    ...known,
  };
}
