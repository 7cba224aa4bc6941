import { expect, it } from "vitest";
import { ladderRankOf } from "../../../engine/intake/stage-ladder.ts";

it("knows the usual order of stages in the languages it reads", () => {
  const orders = [
    "Kennismaking, Inventarisatie, Offerte, Onderhandeling",
    "Erstkontakt, Bedarf geklärt, Angebot, Verhandlung",
    "Premier contact, Besoin qualifié, Devis envoyé, Négociation",
    "Primo contatto, Qualifica, Offerta inviata, Trattativa",
    "New lead, Contacted, Qualified, Proposal sent, Contracting",
  ];
  for (const order of orders) {
    const ranks = order.split(", ").map((stage) => ladderRankOf(stage) ?? 0);
    expect(ranks).toEqual([...new Set(ranks)].filter((rank) => rank > 0).sort((a, b) => a - b));
  }
});
