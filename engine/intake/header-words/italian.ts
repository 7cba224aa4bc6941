import type { HeaderWords } from "./header-words.ts";

/** Italian headers. */
export const italian: HeaderWords = {
  id: {
    sure: "ID opportunità | ID trattativa | Numero opportunità | ID record",
    likely: "Identificativo | Numero | Codice | Riferimento",
  },
  name: {
    sure: `Nome opportunità | Nome trattativa | Nome affare | Nome dell'opportunità |
      Titolo trattativa`,
    likely: "Nome | Titolo | Opportunità | Trattativa | Affare | Progetto | Oggetto",
  },
  account: {
    sure: `Azienda | Nome azienda | Cliente | Nome cliente | Società | Nome account |
      Organizzazione | Ragione sociale`,
  },
  email: {
    sure: "E-mail | Indirizzo e-mail | Posta elettronica",
  },
  owner: {
    sure: `Utente Assegnato | Assegnato a | Proprietario | Responsabile | Venditore | Commerciale |
      Titolare opportunità | Agente`,
  },
  amount: {
    sure: `Importo | Importo opportunità | Valore trattativa | Valore opportunità |
      Valore dell'affare | Importo stimato | Valore stimato | Ammontare`,
    likely: "Valore | Ricavo previsto | Ricavi previsti | Prezzo | Totale",
  },
  currency: {
    sure: "Valuta | Divisa | Codice valuta",
  },
  stage: {
    sure: "Stadio | Fase di vendita | Stadio di vendita | Fase opportunità | Fase della trattativa",
    likely: "Fase | Stato | Passo",
  },
  "stage-entered": {
    sure: "Ultimo cambio di fase | In fase dal | Data ingresso fase",
  },
  created: {
    sure: `Creato il | Creata il | Data di creazione | Aperto il | Aperta il | Data inserimento |
      Data della richiesta | Data di apertura`,
    likely: "Creato | Inizio | Data di inizio",
  },
  closed: {
    sure: "Chiuso il | Chiusa il | Data di chiusura effettiva | Data di chiusura reale",
  },
  "won-on": {
    sure: "Vinto il | Vinta il | Data vincita",
  },
  "lost-on": {
    sure: "Perso il | Persa il | Data perdita",
  },
  "expected-close": {
    sure: `Data di chiusura prevista | Chiusura prevista | Chiusura attesa | Chiusura stimata |
      Data prevista di chiusura | Data di chiusura attesa`,
  },
  "close-date": {
    sure: "Data di chiusura | Chiusura",
  },
  outcome: {
    sure: "Esito | Risultato | Vinto perso",
    likely: "Stato | Vinto | Vinta",
  },
  "is-active": {
    likely: "Attivo | Attiva",
  },
  "is-lost": {
    likely: "Perso | Persa",
  },
  "is-archived": {
    sure: "Archiviato | Archiviata",
  },
  probability: {
    sure: "Probabilità | Probabilità di chiusura",
  },
  "last-activity": {
    sure: "Ultima attività | Ultimo contatto | Data ultima attività | Data ultimo contatto",
    likely: "Ultima modifica | Modificato il | Aggiornato il | Ultimo aggiornamento",
  },
  "next-step": {
    sure: `Prossimo passo | Passo successivo | Prossimi passi | Prossima azione | Fase successiva |
      Prossima attività`,
  },
  "next-step-on": {
    sure: "Data prossima attività | Prossimo contatto | Data prossimo contatto | Data richiamo",
  },
  source: {
    sure: "Fonte | Provenienza | Provenienza Lead | Origine | Origine lead | Fonte del lead",
    likely: "Canale",
  },
  "lost-reason": {
    sure: "Motivo della perdita | Causa perdita | Ragione della perdita",
  },
  product: {
    sure: "Prodotto | Prodotti",
    likely: "Servizio",
  },
  region: {
    sure: "Regione | Territorio | Zona",
    likely: "Paese",
  },
  "changed-on": {
    sure: "Modificato il | Data modifica | Cambiato il | Data cambio | Data ingresso | Entrato il",
    likely: "Data | Dal | Quando | Ingresso",
  },
  "left-on": {
    sure: "Data uscita | Uscito il",
    likely: "Al | Fine | Uscita",
  },
  "from-stage": {
    sure: "Fase precedente | Stadio precedente | Da fase",
    likely: "Da",
  },
  "to-stage": {
    sure: "Nuova fase | Nuovo stadio | A fase",
  },
  "changed-field": {
    sure: "Campo | Nome campo | Campo modificato",
  },
  "old-value": {
    sure: "Vecchio valore | Valore precedente",
    likely: "Prima",
  },
  "new-value": {
    sure: "Nuovo valore",
    likely: "Dopo",
  },
  "snapshot-on": {
    sure: "Data istantanea | Data rilevazione | Data di riferimento",
    likely: "Settimana",
  },
};
