/** What the set-up gives a team that starts from nothing. */

export const STAGES = [
  "Prospecting",
  "Qualification",
  "Contact",
  "Proposal",
  "Negotiation",
  "Closing",
  "Follow-up",
] as const;

export const DEALS_SHEET = "Deals";
export const DEAL_HEADERS = [
  "Deal ID",
  "Deal name",
  "Account",
  "Owner",
  "Email",
  "Stage",
  "Amount",
  "Created",
  "Expected close",
  "Status",
  "Closed date",
  "Next step",
  "Last activity",
  "Source",
  "Lost reason",
] as const;
export const STATUSES = ["Open", "Won", "Lost"] as const;
export const DATE_HEADERS: readonly (typeof DEAL_HEADERS)[number][] = [
  "Created",
  "Expected close",
  "Closed date",
  "Last activity",
];
/** An open deal without activity for this long is coloured. */
export const STALE_DAYS = 21;

export const PLAYBOOK_SHEET = "Pipecast Playbook";
export const PLAYBOOK_ROWS: readonly (readonly string[])[] = [
  ["Stage", "What you do", "Done when"],
  [
    "Prospecting",
    "Find companies that could need you, and note who decides.",
    "You know whom to ask and why they might care.",
  ],
  [
    "Qualification",
    "Ask about need, budget, time and who decides.",
    "All four are known, or the deal is lost with its reason.",
  ],
  [
    "Contact",
    "Talk with the person who decides about what they want to change.",
    "They said what a good outcome is, and agreed to a proposal.",
  ],
  [
    "Proposal",
    "Send a proposal that repeats their goal, with price and next date.",
    "They have read it and named what is missing.",
  ],
  ["Negotiation", "Settle price, terms and start.", "Both sides agreed by word or mail."],
  [
    "Closing",
    "Get the signature; help with their paperwork.",
    "It is signed. Set Status to Won and Closed date to the day.",
  ],
  [
    "Follow-up",
    "Call after the start; ask for a referral and for what comes next.",
    "A date for the next talk stands in Next step.",
  ],
];
