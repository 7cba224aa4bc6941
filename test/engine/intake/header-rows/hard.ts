import type { HeaderCase } from "./header-case.ts";

/** Sheets kept by hand, and headers that look like what they are not. */
export const hard: readonly HeaderCase[] = [
  {
    of: "words around a field that make it another thing",
    table: `
      | Deal ID | Company | Company size | Owner email | Stage | Stage notes | Amount | Amount paid | Created | Created by | Close date reason | Probability note |
      | D1 | Acme | 50 | ann@us.example | Proposal | waits | 900 | 100 | 2026-01-04 | Ann | budget | guess |
      | D2 | Beta | 20 | ben@us.example | Won | | 500 | 500 | 2026-01-06 | Ben | | |`,
    claims: "id = Deal ID; account = Company; stage = Stage; amount = Amount; created = Created",
  },
  {
    of: "one header in two languages",
    table: `
      | Kunde / Customer | Owner (Besitzer) | Phase/Stage | Wert / Value | Grund/Reason | Created / Erstellt | Owner / Region | Phone (Owner) |
      | Acme | Ann | Proposal | 900 | | 2026-01-04 | North | x |
      | Beta | Ben | Lost | 500 | price | 2026-01-06 | South | y |`,
    claims: `account = Kunde / Customer; owner = Owner (Besitzer); stage = Phase/Stage; amount = Wert / Value;
      lost-reason = Grund/Reason; created = Created / Erstellt`,
  },
  {
    of: "a status that holds stages",
    table: `
      | Client | Status | Value |
      | Acme | Proposal sent | 900 |
      | Beta | Negotiation | 500 |
      | Gamma | Won | 100 |`,
    claims: "account = Client; stage = Status; amount = Value",
  },
  {
    of: "a stage that holds outcomes only",
    table: `
      | Client | Stage | Value |
      | Acme | Open | 900 |
      | Beta | Won | 500 |
      | Gamma | Lost | 100 |`,
    claims: "account = Client; stage = Stage; amount = Value",
  },
  {
    of: "headers whose cells hold something else",
    table: `
      | Name | Stage | Amount | Created | Owner |
      | Acme | Proposal | high | Ann | 2026-01-04 |
      | Beta | Won | low | Ben | 2026-01-05 |`,
    claims: "name = Name; stage = Stage",
  },
  {
    of: "camel case, underscores, line breaks, stars and case",
    table: `
      | dealId | DEAL_NAME * | dealStage | dealAmount (k€) | created-at | closeDate |
      | 1 | Acme | Proposal | 900 | 2026-01-04 | 2026-06-30 |
      | 2 | Beta | Proposal | 500 | 2026-01-06 | 2026-07-31 |`,
    claims: `id = dealId; name = DEAL_NAME *; stage = dealStage; amount = dealAmount (k€); created = created-at;
      expected-close = closeDate`,
  },
  {
    of: "stage-date columns named like the stages",
    table: `
      | Deal | Stage | Qualification | Proposal | Negotiation | Amount |
      | Acme | Negotiation | 2026-01-04 | 2026-02-01 | 2026-03-01 | 900 |
      | Beta | Proposal | 2026-01-06 | 2026-02-03 | | 500 |`,
    claims: `name = Deal; stage = Stage; entered-stage Qualification = Qualification; entered-stage Proposal = Proposal;
      entered-stage Negotiation = Negotiation; amount = Amount`,
  },
  {
    of: "stage-date columns in several styles, with own stage names",
    table: `
      | Deal | Stage | Entered Kick-off | Legal review date | Date of proposal | Date of birth |
      | Acme | Legal review | 2026-01-04 | 2026-03-01 | 2026-02-01 | 1980-05-05 |
      | Beta | Kick-off | 2026-01-06 | | | 1990-05-05 |`,
    claims: `name = Deal; stage = Stage; entered-stage Kick-off = Entered Kick-off;
      entered-stage Legal review = Legal review date; entered-stage proposal = Date of proposal`,
  },
  {
    of: "two amounts, two dates of closing, two ids",
    table: `
      | ID | Opportunity ID | Value | Deal value | Close date | Expected close date | Stage |
      | 1 | O-1 | 5 | 900 | 2026-02-20 | 2026-02-28 | Won |
      | 2 | O-2 | 7 | 500 | | 2026-07-31 | Proposal |`,
    claims: `id = Opportunity ID; amount = Deal value; closed = Close date; expected-close = Expected close date;
      stage = Stage`,
  },
  {
    of: "__proto__ and constructor as headers",
    table: `
      | __proto__ | constructor | Deal | Stage | toString |
      | 1 | a | Acme | Proposal | x |
      | 2 | b | Beta | Won | y |`,
    claims: "name = Deal; stage = Stage",
  },
  {
    of: "next activity: a date here, a text there",
    table: `
      | Deal | Stage | Next activity | Next step | Follow up |
      | Acme | Proposal | 2026-03-01 | Call | 2026-03-05 |
      | Beta | Proposal | 2026-03-02 | Mail | 2026-03-06 |`,
    claims: "name = Deal; stage = Stage; next-step-on = Next activity; next-step = Next step",
  },
  {
    of: "a history with from and to",
    table: `
      | Deal | From | To | When | By |
      | Acme | Lead | Proposal | 2026-03-01 | Ann |
      | Acme | Proposal | Won | 2026-04-01 | Ann |
      | Beta | Lead | Lost | 2026-04-01 | Ben |`,
    claims: "name = Deal; from-stage = From; to-stage = To; changed-on = When",
  },
  {
    of: "a history whose from and to are days",
    table: `
      | Deal | Stage | From | To |
      | Acme | Lead | 2026-03-01 | 2026-03-08 |
      | Acme | Proposal | 2026-03-08 | |
      | Beta | Lead | 2026-04-01 | |`,
    claims: "name = Deal; stage = Stage; changed-on = From; left-on = To",
  },
  {
    of: "an end that is the closing day",
    table: `
      | Customer | Status | Value | Start | End |
      | Acme | Won | 900 | 2026-01-01 | 2026-03-01 |
      | Beta | Offer | 500 | 2026-01-05 | |
      | Gamma | Lost | 500 | 2026-01-05 | 2026-02-01 |`,
    claims: "account = Customer; stage = Status; amount = Value; created = Start; closed = End",
  },
  {
    of: "a won tick box",
    table: `
      | Customer | Rep | Deal size | Step | Won? |
      | Acme | Ann | 900 | Offer | TRUE |
      | Beta | Ben | 500 | Talks | FALSE |`,
    claims: "account = Customer; owner = Rep; amount = Deal size; stage = Step; outcome = Won?",
  },
  {
    of: "serial numbers under dates, numbers under a count",
    table: `
      | Deal no. | Prospect | Stage | Created | Start |
      | 1 | Acme | Lead | 46026 | 3 |
      | 2 | Beta | Lead | 46027 | 5 |`,
    claims: "id = Deal no.; account = Prospect; stage = Stage; created = Created",
  },
  {
    of: "an unknown language of columns around known ones",
    table: `
      | Nº | Klient | Etap | Amount EUR | Opiekun |
      | 1 | Acme | Proposal | 900 | Ann |
      | 2 | Beta | Lead | 500 | Ben |
      | 3 | Gamma | Won | 500 | Ben |`,
    claims: "id = Nº; stage = Etap; amount = Amount EUR",
  },
];
