import type { HeaderCase } from "./header-case.ts";

/** The same kind of list in every language that Pipecast reads; two of each. */
export const languages: readonly HeaderCase[] = [
  {
    of: "German",
    table: `
      | Name | Firma | Zugewiesener Benutzer | Betrag | Währung | Verkaufsphase | Erstellt am | Erwartetes Abschlussdatum | Wahrscheinlichkeit | Quelle | Verlustgrund | Bemerkung |
      | Pult | Acme | Ann | "€ 1.900,00" | EUR | Angebot | "04.01.2026" | "30.06.2026" | "50 %" | Messe | | eilt |
      | Bank | Beta | Ben | "€ 500,50" | EUR | Gewonnen | "06.01.2026" | "28.02.2026" | "100 %" | Web | | |`,
    claims: `name = Name; account = Firma; owner = Zugewiesener Benutzer; amount = Betrag; currency = Währung;
      stage = Verkaufsphase; created = Erstellt am; expected-close = Erwartetes Abschlussdatum;
      probability = Wahrscheinlichkeit; source = Quelle; lost-reason = Verlustgrund`,
  },
  {
    of: "German, by hand",
    table: `
      | Lfd. Nr. | Kunde | E-Mail | Auftragswert (€) | Phase | Abschlussdatum | Ergebnis | Letzter Kontakt | Nächster Schritt | Wiedervorlage |
      | 1 | Acme | a@acme.example | 900 | Angebot | 2026-06-30 | offen | 2026-02-01 | Anruf | 2026-03-01 |
      | 2 | Beta | b@beta.example | 500 | Verhandlung | 2026-02-28 | gewonnen | 2026-02-02 | | |`,
    claims: `id = Lfd. Nr.; account = Kunde; email = E-Mail; amount = Auftragswert (€); stage = Phase;
      closed = Abschlussdatum; expected-close = Abschlussdatum; outcome = Ergebnis; last-activity = Letzter Kontakt;
      next-step = Nächster Schritt; next-step-on = Wiedervorlage`,
  },
  {
    of: "German, in short",
    table: `
      | Nr. | Kunde / Projekt | Status | Angelegt am | Gepl. Abschluss | Auftragswert |
      | 1 | Acme | gewonnen | 2026-01-05 | 2026-03-01 | 900 |
      | 2 | Beta | offen | 2026-02-05 | 2026-06-01 | 500 |`,
    claims: `id = Nr.; account = Kunde / Projekt; outcome = Status; created = Angelegt am;
      expected-close = Gepl. Abschluss; amount = Auftragswert`,
  },
  {
    of: "Portuguese, as in Portugal",
    table: `
      | Cliente | Situação | Valor | Criado em | Previsão de fecho |
      | Acme | Ganho | 900 | 2026-01-05 | 2026-03-01 |
      | Beta | Aberto | 500 | 2026-02-05 | 2026-06-01 |`,
    claims: `account = Cliente; outcome = Situação; amount = Valor; created = Criado em;
      expected-close = Previsão de fecho`,
  },
  {
    of: "English, date in and date closed",
    table: `
      | Deal name | Date in | Date closed | Status |
      | Acme | 2026-01-05 | 2026-03-01 | Won |
      | Beta | 2026-02-05 | | Open |`,
    claims: "name = Deal name; created = Date in; closed = Date closed; outcome = Status",
  },
  {
    of: "French",
    table: `
      | Nom de l'opportunité | Compte | Propriétaire | Montant | Devise | Étape | Date de création | Date de clôture prévue | Probabilité | Source du prospect | Raison de perte | Description |
      | Bureau | Acme | Ann | "1 900,00 €" | EUR | Proposition | "4 janvier 2026" | "30/06/2026" | 50 | Salon | | urgent |
      | Banc | Beta | Ben | "500,50 €" | EUR | Gagné | "6 février 2026" | "28/02/2026" | 100 | Web | | |`,
    claims: `name = Nom de l'opportunité; account = Compte; owner = Propriétaire; amount = Montant; currency = Devise;
      stage = Étape; created = Date de création; expected-close = Date de clôture prévue; probability = Probabilité;
      source = Source du prospect; lost-reason = Raison de perte`,
  },
  {
    of: "French history, by hand",
    table: `
      | N° affaire | Ancienne étape | Nouvelle étape | Date du changement |
      | 1 | | Prospection | 2026-01-01 |
      | 1 | Prospection | Proposition | 2026-02-01 |
      | 2 | | Prospection | 2026-01-03 |`,
    claims:
      "id = N° affaire; from-stage = Ancienne étape; to-stage = Nouvelle étape; changed-on = Date du changement",
  },
  {
    of: "French, numbered",
    table: `
      | N° | Affaire | Étape | Montant |
      | 1 | Bureau | Proposition | 900 |
      | 2 | Banc | Gagné | 500 |`,
    claims: "id = N°; name = Affaire; stage = Étape; amount = Montant",
  },
  {
    of: "French, by hand",
    table: `
      | Entreprise | Courriel | Commercial | Valeur | Étape | Date de fermeture prévue | Statut | Motif de perte |
      | Acme | a@acme.example | Ann | 900 | Négociation | 2026-06-30 | Ouvert | |
      | Beta | b@beta.example | Ben | 500 | Proposition | 2026-02-28 | Perdu | Prix |`,
    claims: `account = Entreprise; email = Courriel; owner = Commercial; amount = Valeur; stage = Étape;
      expected-close = Date de fermeture prévue; outcome = Statut; lost-reason = Motif de perte`,
  },
  {
    of: "Spanish",
    table: `
      | Nombre | Cuenta | Usuario asignado | Cantidad | Moneda | Etapa | Creado en | Fecha de cierre prevista | Probabilidad | Toma de contacto | Notas |
      | Mesa | Acme | Ann | 900 | EUR | Propuesta | "4 de enero de 2026" | "30/06/2026" | 50 | Feria | urgente |
      | Banco | Beta | Ben | 500 | EUR | Ganado | "6 de feb. de 2026" | "28/02/2026" | 100 | Web | |`,
    claims: `name = Nombre; account = Cuenta; owner = Usuario asignado; amount = Cantidad; currency = Moneda;
      stage = Etapa; created = Creado en; expected-close = Fecha de cierre prevista; probability = Probabilidad;
      source = Toma de contacto`,
  },
  {
    of: "Spanish, by hand",
    table: `
      | Empresa | Correo | Importe | Etapa | Creado | Fecha de cierre | Estado | Motivo de pérdida |
      | Acme | a@acme.example | 900 | Negociación | 2026-01-04 | 2026-06-30 | Abierta | |
      | Beta | b@beta.example | 500 | Propuesta | 2026-01-06 | 2026-02-28 | Perdida | Precio |`,
    claims: `account = Empresa; email = Correo; amount = Importe; stage = Etapa; created = Creado;
      closed = Fecha de cierre; expected-close = Fecha de cierre; outcome = Estado; lost-reason = Motivo de pérdida`,
  },
  {
    of: "Portuguese Pipedrive",
    table: `
      | Negócio - ID | Negócio - Título | Negócio - Organização | Negócio - Proprietário | Negócio - Valor | Negócio - Moeda | Negócio - Etapa | Negócio - Negócio criado em | Negócio - Última alteração de etapa | Negócio - Ganho em | Negócio - Negócio fechado em | Negócio - Motivo da perda | Negócio - Data de fechamento esperada | Negócio - Canal de origem | Negócio - Etiqueta |
      | 1 | Mesa | Acme | Ann | 900 | BRL | Proposta | 2026-01-04 | 2026-02-01 | | | | 2026-06-30 | Feira | Quente |
      | 2 | Banco | Beta | Ben | 500 | BRL | Negociação | 2026-01-06 | 2026-02-02 | 2026-02-20 | 2026-02-20 | | 2026-02-28 | Web | |`,
    claims: `id = Negócio - ID; name = Negócio - Título; account = Negócio - Organização; owner = Negócio - Proprietário;
      amount = Negócio - Valor; currency = Negócio - Moeda; stage = Negócio - Etapa;
      created = Negócio - Negócio criado em; stage-entered = Negócio - Última alteração de etapa;
      won-on = Negócio - Ganho em; closed = Negócio - Negócio fechado em; lost-reason = Negócio - Motivo da perda;
      expected-close = Negócio - Data de fechamento esperada; source = Negócio - Canal de origem`,
  },
  {
    of: "Portuguese, by hand",
    table: `
      | Negócio ID | Título | Conta | Montante | Estágio | Criado em | Próximo paso | Probabilidade | Origem |
      | N1 | Mesa | Acme | "R$ 900,00" | Qualificação | 2026-01-04 | Ligar | 50 | Feira |
      | N2 | Banco | Beta | "R$ 500,50" | Ganha | 2026-01-06 | | 100 | Web |`,
    claims: `id = Negócio ID; name = Título; account = Conta; amount = Montante; stage = Estágio; created = Criado em;
      next-step = Próximo paso; probability = Probabilidade; source = Origem`,
  },
  {
    of: "Italian",
    table: `
      | Nome | Azienda | Utente Assegnato | Importo | Valuta | Stadio | Creato il | Data di chiusura | Probabilità | Provenienza Lead | Descrizione |
      | Tavolo | Acme | Ann | 900 | EUR | Proposta | "4 gennaio 2026" | "30/06/2026" | 50 | Fiera | urgente |
      | Banco | Beta | Ben | 500 | EUR | Chiuso Positivamente | "6 febbraio 2026" | "28/02/2026" | 100 | Web | |`,
    claims: `name = Nome; account = Azienda; owner = Utente Assegnato; amount = Importo; currency = Valuta;
      stage = Stadio; created = Creato il; closed = Data di chiusura; expected-close = Data di chiusura;
      probability = Probabilità; source = Provenienza Lead`,
  },
  {
    of: "Dutch",
    table: `
      | Naam | Relatie | Toegewezen gebruiker | Bedrag | Valuta | Fase | Aangemaakt op | Datum gesloten | Scoringskans | Lead bron | Opmerking |
      | Tafel | Acme | Ann | 900 | EUR | Voorstel | "4 mrt 2026" | | 50 | Beurs | haast |
      | Bank | Beta | Ben | 500 | EUR | Gewonnen | "6 mei 2026" | "28-05-2026" | 100 | Web | |`,
    claims: `name = Naam; account = Relatie; owner = Toegewezen gebruiker; amount = Bedrag; currency = Valuta;
      stage = Fase; created = Aangemaakt op; closed = Datum gesloten; probability = Scoringskans; source = Lead bron`,
  },
  {
    of: "Japanese",
    table: `
      | 名前 | 取引先 | 取引担当者 | 金額 | 通貨 | ステージ | 作成日 | クローズ日 | 確率 | リードソース | 備考 |
      | 机 | Acme | Ann | 900 | JPY | 提案 | "2026年1月4日" | "2026/06/30" | 50 | 展示会 | 至急 |
      | 椅子 | Beta | Ben | 500 | JPY | 受注 | "2026年1月6日" | "2026/02/28" | 100 | Web | |`,
    claims: `name = 名前; account = 取引先; owner = 取引担当者; amount = 金額; currency = 通貨; stage = ステージ;
      created = 作成日; closed = クローズ日; expected-close = クローズ日; probability = 確率; source = リードソース`,
  },
  {
    of: "Chinese",
    table: `
      | 名称 | 客户 | 负责人 | 金额 | 货币 | 阶段 | 创建于 | 预计成交日期 | 关闭日期 | 概率 | 下一步 | 客户来源 | 备注 |
      | 桌子 | Acme | Ann | 900 | CNY | 提案 | 2026-01-04 | 2026-06-30 | | 50 | 打电话 | 展会 | 急 |
      | 椅子 | Beta | Ben | 500 | CNY | 赢单 | 2026-01-06 | 2026-02-28 | 2026-02-20 | 100 | | 网络 | |`,
    claims: `name = 名称; account = 客户; owner = 负责人; amount = 金额; currency = 货币; stage = 阶段; created = 创建于;
      expected-close = 预计成交日期; closed = 关闭日期; probability = 概率; next-step = 下一步; source = 客户来源`,
  },
  {
    of: "Salesforce in German",
    table: `
      | Opportunity-Inhaber | Account-Name | Opportunity-Name | Phase | Betrag | Wahrscheinlichkeit (%) | Schlussdatum | Erstelldatum | Nächster Schritt | Leadquelle | Typ |
      | Ann | Acme | Pult | Angebot | "1.900,00 EUR" | 50 | "30.06.2026" | "04.01.2026" | Anruf | Web | Neu |
      | Ben | Beta | Bank | Verhandlung | "500,50 EUR" | 80 | "31.07.2026" | "06.01.2026" | | Web | Neu |`,
    claims: `owner = Opportunity-Inhaber; account = Account-Name; name = Opportunity-Name; stage = Phase;
      amount = Betrag; probability = Wahrscheinlichkeit (%); expected-close = Schlussdatum; created = Erstelldatum;
      next-step = Nächster Schritt; source = Leadquelle`,
  },
  {
    of: "HubSpot in French",
    table: `
      | ID de l'opportunité | Nom de la transaction | Phase de la transaction | Montant | Date de fermeture | Date de création | Propriétaire de la transaction | Dernière activité | Type de transaction |
      | 1 | Bureau | Proposition | 900 | "30/06/2026 10:15" | "04/01/2026 10:15" | Ann | "14/01/2026" | Neuf |
      | 2 | Banc | Négociation | 500 | "31/07/2026 10:15" | "06/01/2026 10:15" | Ben | "16/01/2026" | Neuf |`,
    claims: `id = ID de l'opportunité; name = Nom de la transaction; stage = Phase de la transaction; amount = Montant;
      expected-close = Date de fermeture; created = Date de création; owner = Propriétaire de la transaction;
      last-activity = Dernière activité`,
  },
  {
    of: "Salesforce in Japanese",
    table: `
      | 商談ID | 商談名 | 取引先名 | 商談所有者 | フェーズ | 金額 | 完了予定日 | 確度 | 次のステップ | リードソース | 失注理由 | 種別 |
      | A1 | 机 | Acme | Ann | 提案 | "￥900" | "2026/06/30" | "50%" | 電話 | Web | | 新規 |
      | A2 | 椅子 | Beta | Ben | 失注 | "￥500" | "2026/02/28" | "0%" | | Web | 価格 | 新規 |`,
    claims: `id = 商談ID; name = 商談名; account = 取引先名; owner = 商談所有者; stage = フェーズ; amount = 金額;
      expected-close = 完了予定日; probability = 確度; next-step = 次のステップ; source = リードソース;
      lost-reason = 失注理由`,
  },
  {
    of: "a history sheet in Portuguese",
    table: `
      | Negócio | Etapa anterior | Nova etapa | Alterado em | Usuário |
      | N1 | Qualificação | Proposta | "31/01/2026" | Ann |
      | N1 | Proposta | Ganha | "28/02/2026" | Ann |
      | N2 | Qualificação | Perdida | "28/02/2026" | Ben |`,
    claims: "name = Negócio; from-stage = Etapa anterior; to-stage = Nova etapa; changed-on = Alterado em",
  },
];
