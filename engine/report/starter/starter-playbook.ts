/** What a figure of the report means for a team, and what teams do about it. */
export interface Play {
  readonly says: string;
  readonly means: string;
  readonly does: string;
}

/** The second half of the playbook: from a line of the report to something to do. */
export const PLAYS: readonly Play[] = [
  {
    says: "A stage is slow",
    means: "Deals spend more of their time there than anywhere else.",
    does: "Pick the five oldest deals there. Ask what each waits for. Half of the answers will be the same: change that.",
  },
  {
    says: "A stage is leaky",
    means: "More deals are lost there than anywhere else.",
    does: "Read the lost reasons of the stage. If they could have been known a stage earlier, ask for them there: add an exit criterion.",
  },
  {
    says: "A stage is crowded",
    means: "More deals stand there than get worked on.",
    does: "Take in nothing new for a week, and close or move what is there, the largest first.",
  },
  {
    says: "A deal is stalled",
    means: "It stays longer than four in five deals stayed that were won in the end.",
    does: "Call, and agree a next step with a day. If there is none, close it as lost: a clean list is worth more than a long one.",
  },
  {
    says: "A deal has no next step",
    means: "Nobody knows what happens next, so probably nothing will.",
    does: "Write the next step and its day before the review ends.",
  },
  {
    says: "An expected close has passed",
    means: "The date was a hope. The forecast counts on the history, not on the date.",
    does: "Ask the customer for a date and a reason for it. No reason: no date.",
  },
  {
    says: "Deals are untouched",
    means: "Somebody asked, and nobody answered.",
    does: "Share them out today, one owner a deal. Answer new ones within a day.",
  },
  {
    says: "An owner differs at a stage",
    means: "Their rate there differs by more than chance explains. It may be the deals, not the person.",
    does: "Let the one with the highest rate take the other along to two talks of that stage. Look again in a quarter.",
  },
  {
    says: "A stage is often skipped or passed at once",
    means: "It decides nothing.",
    does: "Merge it with the next one, or give it an exit criterion that somebody could fail.",
  },
  {
    says: "Customers are due for a call",
    means: "They bought, and have not heard from you for three months.",
    does: "Call two a week. Ask what else they need, and whom they know: referred deals are won more often.",
  },
];
