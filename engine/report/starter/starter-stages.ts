/** One stage of the pipeline that a team starts with, and what the playbook says of it. */
export interface StarterStage {
  readonly name: string;
  readonly kind: "open" | "after" | "won" | "lost";
  /** How long a deal should stay at most; null where it does not matter. */
  readonly goalDays: number | null;
  readonly whatToDo: string;
  readonly exitCriteria: string;
  /** The mail to the contact when nothing has moved; null where nobody writes. */
  readonly followUp: { readonly subject: string; readonly text: string } | null;
}

const SIGNED = "\n\nKind regards,\n{owner}";

/** Seven stages, from the first name on a list to a customer who comes back, and the two ways out. */
export const STARTER_STAGES: readonly StarterStage[] = [
  {
    name: "Prospecting",
    kind: "open",
    goalDays: 10,
    whatToDo:
      "Find people who may have the problem you solve. Write down who they are and how you found them.",
    exitCriteria: "You know a person by name, and how to reach them.",
    followUp: {
      subject: "A short question, {customer}",
      text: `Hello {customer},\n\nI wrote to you a while ago about {deal}. Is this something you look after, or whom should I ask?${SIGNED}`,
    },
  },
  {
    name: "Qualification",
    kind: "open",
    goalDays: 10,
    whatToDo:
      "Find out whether they need it, can pay for it and decide themselves. A quick no is a good result.",
    exitCriteria: "Need, money, decision maker and time are written down, or the deal is closed as lost.",
    followUp: {
      subject: "{deal}: is it worth going on?",
      text: `Hello {customer},\n\nto see whether {deal} makes sense for you I still need to know what you use today and when you would want to change. Ten minutes on the phone would do.${SIGNED}`,
    },
  },
  {
    name: "Contact",
    kind: "open",
    goalDays: 14,
    whatToDo: "Talk to the people who decide. Listen for what it costs them to leave things as they are.",
    exitCriteria: "They have told you what a good result is, and asked for an offer.",
    followUp: {
      subject: "{deal}: a day to talk?",
      text: `Hello {customer},\n\nshall we go through {deal} this week or next? Tell me a day that suits you.${SIGNED}`,
    },
  },
  {
    name: "Proposal",
    kind: "open",
    goalDays: 21,
    whatToDo:
      "Offer one thing that fits what they said, with a price and a day until which it holds. Go through it together.",
    exitCriteria: "They have read the offer and named what is still open.",
    followUp: {
      subject: "Our offer for {deal}",
      text: `Hello {customer},\n\nhave you been able to look at our offer for {deal}? I am glad to change what does not fit.${SIGNED}`,
    },
  },
  {
    name: "Negotiation",
    kind: "open",
    goalDays: 14,
    whatToDo: "Settle what is open, point by point. Give nothing without getting something for it.",
    exitCriteria: "Price, scope and start are agreed, and nothing is left open.",
    followUp: {
      subject: "{deal}: what is still open",
      text: `Hello {customer},\n\nwhat is still open between us on {deal}? Let us settle it, one point after the other.${SIGNED}`,
    },
  },
  {
    name: "Closing",
    kind: "open",
    goalDays: 7,
    whatToDo: "Get the signature. Agree who does what until the start.",
    exitCriteria: "Signed: won. Or a clear no: lost, with the reason.",
    followUp: {
      subject: "{deal}: ready to start",
      text: `Hello {customer},\n\neverything for {deal} is ready on our side. All that is missing is your signature. Is anything in the way?${SIGNED}`,
    },
  },
  {
    name: "Follow-up",
    kind: "after",
    goalDays: 90,
    whatToDo:
      "Call after the start, then every three months. Ask how it goes, what else they need, and whom they know.",
    exitCriteria: "None: a customer stays a customer. New business is a new deal.",
    followUp: null,
  },
  {
    name: "Won",
    kind: "won",
    goalDays: null,
    whatToDo: "Enter the closing day. Then move the deal on to Follow-up.",
    exitCriteria: "",
    followUp: null,
  },
  {
    name: "Lost",
    kind: "lost",
    goalDays: null,
    whatToDo: "Enter the closing day and the reason.",
    exitCriteria: "",
    followUp: null,
  },
];
