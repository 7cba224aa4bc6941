import type { HeaderWords } from "./header-words.ts";

/** German headers. */
export const german: HeaderWords = {
  id: {
    sure: "Datensatz-ID | Deal-Nr | Vorgangsnummer | Opportunity-Nr | Verkaufschance-ID",
    likely: "Nummer | Lfd Nr | Kennung",
  },
  name: {
    sure: "Deal-Name | Name der Opportunity | Opportunity-Name | Name der Verkaufschance",
    likely: "Bezeichnung | Titel | Verkaufschance | Projekt | Projektname | Vorgang | Betreff",
  },
  account: {
    sure: `Firma | Firmenname | Kunde | Kundenname | Unternehmen | Organisation | Account-Name |
      Auftraggeber`,
    likely: "Kunde Projekt | Interessent",
  },
  email: {
    sure: "E-Mail | E-Mail-Adresse | Mailadresse | Kontakt-E-Mail",
  },
  owner: {
    sure: `Zugewiesener Benutzer | Zuständig | Zuständiger | Verantwortlich | Verantwortlicher |
      Vertriebsmitarbeiter | Verkäufer | Inhaber | Deal-Inhaber | Opportunity-Inhaber |
      Betreuer | Kundenbetreuer | Bearbeiter | Ansprechpartner intern | Besitzer |
      Zugewiesen an`,
    likely: "Berater | Beraterin | Betreuerin",
  },
  amount: {
    sure: `Betrag | Auftragswert | Auftragsvolumen | Deal-Wert | Angebotswert | Angebotssumme | Offertsumme |
      Auftragssumme | Deal-Betrag | Erwarteter Wert | Volumen | Opportunity-Betrag`,
    likely: "Wert | Summe | Umsatz | Erwarteter Umsatz | Preis",
    faint: "Budget",
  },
  currency: {
    sure: "Währung | Währungscode",
  },
  stage: {
    sure: "Verkaufsphase | Vertriebsphase | Deal-Phase | Pipeline-Phase | Vertriebsstufe | Verkaufsstufe",
    likely: "Stufe | Schritt | Stadium",
  },
  "stage-entered": {
    sure: "Phase seit | In Phase seit | Letzte Phasenänderung | Letzter Phasenwechsel | Stufe seit",
  },
  created: {
    sure: `Erstellt am | Erstelldatum | Erstellungsdatum | Angelegt am | Erfasst am | Anlagedatum |
      Eröffnet am | Eröffnungsdatum | Anfragedatum | Datum der Anfrage | Anfrage am | Anfrage vom |
      Eingegangen am`,
    likely: "Erstellt | Angelegt | Beginn | Startdatum | Eingang | Zeitstempel",
  },
  closed: {
    sure: `Abgeschlossen am | Geschlossen am | Geschlossen | Tatsächliches Abschlussdatum |
      Auftrag/Absage am`,
    likely: "Entschieden am | Entscheidungsdatum | Entscheid",
  },
  "won-on": {
    sure: "Gewonnen am | Auftragsdatum",
  },
  "lost-on": {
    sure: "Verloren am | Absagedatum",
  },
  "expected-close": {
    sure: `Erwartetes Abschlussdatum | Erwarteter Abschluss | Voraussichtlicher Abschluss |
      Geplantes Abschlussdatum | Geplanter Abschluss | Gepl Abschluss | Vorauss Abschluss |
      Erw Abschluss | Voraussichtliches Abschlussdatum | Abschluss erwartet | Abschluss geplant |
      Abschluss voraussichtlich | Gepl Abschlussdatum`,
  },
  "close-date": {
    sure: "Abschlussdatum | Schlussdatum",
    likely: "Abschluss am | Abschluss",
  },
  outcome: {
    sure: "Ergebnis | Gewonnen Verloren | Ausgang",
    likely: "Gewonnen",
  },
  "is-active": {
    likely: "Aktiv",
  },
  "is-lost": {
    likely: "Verloren",
  },
  "is-archived": {
    sure: "Archiviert",
  },
  probability: {
    sure: `Wahrscheinlichkeit | Abschlusswahrscheinlichkeit | Gewinnwahrscheinlichkeit |
      Eintrittswahrscheinlichkeit`,
    likely: "Chance | Wahrsch",
  },
  "last-activity": {
    sure: `Letzte Aktivität | Letzter Kontakt | Letzte Kontaktaufnahme |
      Datum der letzten Aktivität | Zuletzt kontaktiert`,
    likely: "Geändert am | Zuletzt geändert | Aktualisiert am",
  },
  "next-step": {
    sure: "Nächster Schritt | Nächste Schritte | Nächste Aktion | Nächste Aktivität",
    likely: "To-do",
  },
  "next-step-on": {
    sure: `Datum der nächsten Aktivität | Nächster Kontakt | Wiedervorlage | Wiedervorlage am |
      Nächster Termin`,
  },
  source: {
    sure: "Quelle | Lead-Quelle | Herkunft | Kundenquelle | Lead-Herkunft",
    likely: "Kanal",
  },
  "lost-reason": {
    sure: "Verlustgrund | Absagegrund | Grund für Verlust | Grund der Absage",
    likely: "Grund",
  },
  product: {
    sure: "Produkt | Produkte | Produktname",
    likely: "Leistung",
  },
  region: {
    sure: "Region | Vertriebsgebiet | Gebiet",
    likely: "Land",
  },
  pipeline: {
    sure: "Vertriebspipeline",
  },
  "changed-on": {
    sure: `Geändert am | Änderungsdatum | Wechsel am | Phasenwechsel am | Eingetreten am |
      Zeitstempel`,
    likely: "Datum | Seit | Ab | Wann | Von | Zeitpunkt | Eintritt",
  },
  "left-on": {
    sure: "Verlassen am | Austritt am",
    likely: "Bis | Ende",
  },
  "from-stage": {
    sure: "Von Phase | Alte Phase | Vorherige Phase",
    likely: "Von",
  },
  "to-stage": {
    sure: "Nach Phase | Neue Phase",
    likely: "Nach | Zu",
  },
  "changed-field": {
    sure: "Feld | Feldname | Geändertes Feld",
  },
  "old-value": {
    sure: "Alter Wert | Vorheriger Wert",
    likely: "Alt",
  },
  "new-value": {
    sure: "Neuer Wert",
    likely: "Neu",
  },
  "snapshot-on": {
    sure: "Stichtag | Stand | Stand vom | Berichtsdatum",
    likely: "Woche | KW",
  },
};
