import type { HeaderCase } from "./header-case.ts";

/** Sheets of people who sell their time, and the answers of web forms. */
export const services: readonly HeaderCase[] = [
  {
    of: "German, of a consultancy",
    table: `
      | Kunde | Phase | Anfrage am | Auftrag/Absage am | Budget | Berater/in |
      | Acme | Angebot | 2026-01-04 | | 900 | Ann |
      | Beta | Gewonnen | 2026-01-06 | 2026-02-20 | 500 | Ben |`,
    claims: `account = Kunde; stage = Phase; created = Anfrage am; closed = Auftrag/Absage am; amount = Budget;
      owner = Berater/in`,
  },
  {
    of: "German, of a form",
    table: `
      | Zeitstempel | Firma | Status | Geschlossen | Betreuerin | Honorarbudget |
      | 2026-01-04 | Acme | Angebot | | Ann | 900 |
      | 2026-01-06 | Beta | Gewonnen | 2026-02-20 | Ben | 500 |`,
    claims:
      "created = Zeitstempel; account = Firma; stage = Status; closed = Geschlossen; owner = Betreuerin",
  },
  {
    of: "German, what came in",
    table: `
      | Kunde | Status | Eingang | Eingegangen am | Budget | Wert | Verkäufer | Berater |
      | Acme | Angebot | 2026-01-03 | 2026-01-04 | 1000 | 900 | Ann | Zoe |
      | Beta | Gewonnen | 2026-01-05 | 2026-01-06 | 700 | 500 | Ben | Zoe |`,
    claims: "account = Kunde; stage = Status; created = Eingegangen am; amount = Wert; owner = Verkäufer",
  },
  {
    of: "English, of a form",
    table: `
      | Timestamp | Company | Status (internal) | Decision date | Budget | Handled by |
      | 2026-01-04 | Acme | Proposal | | 900 | Ann |
      | 2026-01-06 | Beta | Won | 2026-02-20 | 500 | Ben |`,
    claims: `created = Timestamp; account = Company; stage = Status (internal); closed = Decision date;
      amount = Budget; owner = Handled by`,
  },
  {
    of: "English, a fee and a consultant alone",
    table: `
      | Client | Status | Received | Fee | Consultant |
      | Acme | Proposal | 2026-01-04 | 900 | Ann |
      | Beta | Won | 2026-01-06 | 500 | Ben |`,
    claims: "account = Client; stage = Status; created = Received; amount = Fee; owner = Consultant",
  },
  {
    of: "English, the same beside surer headers",
    table: `
      | Client | Status | Received | Created | Budget | Fee | Value | Recruiter | Owner |
      | Acme | Proposal | 2026-01-03 | 2026-01-04 | 1 | 2 | 900 | Zoe | Ann |
      | Beta | Won | 2026-01-05 | 2026-01-06 | 4 | 5 | 500 | Zoe | Ben |`,
    claims: "account = Client; stage = Status; created = Created; amount = Value; owner = Owner",
  },
];
