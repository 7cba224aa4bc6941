import type { HeaderCase } from "./header-case.ts";

/** Headers as they are typed by hand or exported from boards: other joining words, other genders, units. */
export const everyday: readonly HeaderCase[] = [
  {
    of: "Portuguese, with `do` for `de`",
    table: `
      | Código | Negócio | Valor (R$) | Etapa | Data da criação | Previsão de fechamento | Data do fechamento | Situação |
      | 1 | Mesa | 900 | Proposta | 2026-01-04 | 2026-06-30 | | Em andamento |
      | 2 | Banco | 500 | Proposta | 2026-01-06 | | 2026-02-28 | Ganho |`,
    claims: `id = Código; name = Negócio; amount = Valor (R$); stage = Etapa; created = Data da criação;
      expected-close = Previsão de fechamento; closed = Data do fechamento; outcome = Situação`,
  },
  {
    of: "Italian, of a `trattativa`",
    table: `
      | Trattativa | Cliente | Importo netto | Fase | Aperta il | Chiusura stimata | Chiusa il |
      | Banco | Acme | 900 | Offerta | 2026-01-04 | 2026-06-30 | |
      | Sedia | Beta | 500 | Vinta | 2026-01-06 | | 2026-02-28 |`,
    claims: `name = Trattativa; account = Cliente; amount = Importo netto; stage = Fase; created = Aperta il;
      expected-close = Chiusura stimata; closed = Chiusa il`,
  },
  {
    of: "German, in thousands",
    table: `
      | Interessent | Volumen TEUR | Phase | Datum der Anfrage | Abschluss geplant | Entschieden am | Gewonnen? |
      | Acme | 9,5 | Angebot | 2026-01-04 | 2026-06-30 | | |
      | Beta | 12 | Angebot | 2026-01-06 | | 2026-02-28 | Ja |`,
    claims: `account = Interessent; amount = Volumen TEUR; stage = Phase; created = Datum der Anfrage;
      expected-close = Abschluss geplant; closed = Entschieden am; outcome = Gewonnen?`,
  },
  {
    of: "the deal's own id beside the id of its lead, which several deals share",
    table: `
      | id | lead_id | lead_name | status_label | value | date_created |
      | o1 | l1 | Acme | Proposal | 900 | 2026-01-04 |
      | o2 | l1 | Acme | Won | 500 | 2026-01-06 |
      | o3 | l1 | Acme | Won | 700 | 2026-01-08 |`,
    claims: "id = id; name = lead_name; stage = status_label; amount = value; created = date_created",
  },
  {
    of: "a column called Pipeline that holds stages",
    table: `
      | Deal | Pipeline | Value |
      | Acme | Lead | 900 |
      | Beta | Proposal | 500 |
      | Cee | Won | 700 |`,
    claims: "name = Deal; stage = Pipeline; amount = Value",
  },
  {
    of: "a board of cards",
    table: `
      | Card ID | Card Name | Due Date | List Name | Members |
      | c1 | Acme | 2026-06-30 | Proposal | Ann |
      | c2 | Beta | 2026-07-31 | Won | Ben |`,
    claims: "name = Card Name; expected-close = Due Date; stage = List Name",
  },
];
