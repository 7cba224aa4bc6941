import type { HeaderWords } from "./header-words.ts";

/** Dutch headers. */
export const dutch: HeaderWords = {
  id: {
    sure: "Deal-ID | Dealnummer | Opportunity-ID | Verkoopkans-ID | Record-ID",
    likely: "Nummer | Kenmerk | Referentie",
  },
  name: {
    sure: "Dealnaam | Naam van deal | Naam verkoopkans | Naam opportunity",
    likely: "Naam | Titel | Verkoopkans | Kans | Omschrijving | Onderwerp",
  },
  account: {
    sure: `Relatie | Bedrijf | Bedrijfsnaam | Klant | Klantnaam | Organisatie | Accountnaam |
      Relatienaam`,
  },
  email: {
    sure: "E-mail | E-mailadres | Mailadres",
  },
  owner: {
    sure: `Toegewezen gebruiker | Toegewezen aan | Eigenaar | Verantwoordelijke | Verkoper |
      Accountmanager | Dealeigenaar | Vertegenwoordiger`,
  },
  amount: {
    sure: "Bedrag | Dealwaarde | Dealbedrag | Orderwaarde | Offertebedrag | Geschatte waarde | Offertewaarde",
    likely: "Waarde | Verwachte omzet | Omzet | Prijs | Totaal",
  },
  currency: {
    sure: "Valuta | Valutacode",
    likely: "Munteenheid",
  },
  stage: {
    sure: "Verkoopfase | Dealfase | Verkoopstadium | Pijplijnfase | Fase van deal",
    likely: "Fase | Stadium | Stap",
  },
  "stage-entered": {
    sure: "Laatste fasewijziging | In fase sinds | Fase sinds",
  },
  created: {
    sure: `Aangemaakt op | Aanmaakdatum | Datum aangemaakt | Gemaakt op | Aangemaakt | Geopend op |
      Datum aanmaak | Datum aanvraag`,
    likely: "Startdatum | Begindatum",
  },
  closed: {
    sure: "Datum gesloten | Gesloten op | Werkelijke sluitdatum | Afgesloten op | Datum afgesloten",
  },
  "won-on": {
    sure: "Gewonnen op | Datum gewonnen",
  },
  "lost-on": {
    sure: "Verloren op | Datum verloren",
  },
  "expected-close": {
    sure: `Verwachte sluitdatum | Verwachte afsluitdatum | Verwachte sluitingsdatum |
      Geschatte sluitdatum | Verwachte afsluiting | Verwachte sluiting`,
  },
  "close-date": {
    sure: "Sluitdatum | Afsluitdatum | Sluitingsdatum",
  },
  outcome: {
    sure: "Resultaat | Uitkomst | Gewonnen verloren",
    likely: "Gewonnen",
  },
  "is-active": {
    likely: "Actief",
  },
  "is-lost": {
    likely: "Verloren",
  },
  "is-archived": {
    sure: "Gearchiveerd",
  },
  probability: {
    sure: "Scoringskans | Waarschijnlijkheid | Slagingskans | Kans op succes",
    likely: "Kans",
  },
  "last-activity": {
    sure: "Laatste activiteit | Laatste contact | Datum laatste activiteit | Laatste contactmoment",
    likely: "Gewijzigd op | Laatst gewijzigd | Bijgewerkt op",
  },
  "next-step": {
    sure: "Volgende stap | Volgende actie | Volgende stappen | Volgende activiteit",
  },
  "next-step-on": {
    sure: "Datum volgende activiteit | Volgend contact | Datum volgende actie | Opvolgdatum",
  },
  source: {
    sure: "Bron | Lead bron | Herkomst | Bron van lead",
    likely: "Kanaal",
  },
  "lost-reason": {
    sure: "Reden verloren | Reden van verlies | Verliesreden",
    likely: "Reden",
  },
  product: {
    sure: "Product | Producten",
    likely: "Dienst",
  },
  region: {
    sure: "Regio | Gebied",
    likely: "Land",
  },
  pipeline: {
    sure: "Pijplijn | Verkooppijplijn",
  },
  "changed-on": {
    sure: "Gewijzigd op | Wijzigingsdatum | Datum wijziging | Datum invoer",
    likely: "Datum | Sinds | Vanaf | Wanneer",
  },
  "left-on": {
    sure: "Verlaten op",
    likely: "Tot | Einde",
  },
  "from-stage": {
    sure: "Van fase | Vorige fase | Oude fase",
    likely: "Van",
  },
  "to-stage": {
    sure: "Naar fase | Nieuwe fase",
    likely: "Naar",
  },
  "changed-field": {
    sure: "Veld | Veldnaam | Gewijzigd veld",
  },
  "old-value": {
    sure: "Oude waarde | Vorige waarde",
    likely: "Oud",
  },
  "new-value": {
    sure: "Nieuwe waarde",
    likely: "Nieuw",
  },
  "snapshot-on": {
    sure: "Peildatum | Stand per | Rapportdatum",
    likely: "Week",
  },
};
