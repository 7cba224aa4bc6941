import type { HeaderWords } from "./header-words.ts";

/** French headers. */
export const french: HeaderWords = {
  id: {
    sure: `ID de l'opportunité | N° d'opportunité | Numéro d'opportunité | Référence opportunité |
      N° d'affaire | Numéro d'affaire | N° de dossier`,
    likely: "Identifiant | Numéro | Référence",
  },
  name: {
    sure: `Nom de l'opportunité | Nom de la transaction | Nom de l'affaire | Nom du deal |
      Intitulé de l'affaire`,
    likely: "Nom | Titre | Intitulé | Affaire | Opportunité | Transaction | Libellé | Projet | Objet",
  },
  account: {
    sure: `Compte | Nom du compte | Entreprise | Nom de l'entreprise | Client | Nom du client |
      Société | Nom de la société | Organisation`,
    likely: "Raison sociale",
  },
  email: {
    sure: "Courriel | E-mail | Adresse e-mail | Adresse électronique | Mail",
    likely: "Mél",
  },
  owner: {
    sure: `Propriétaire | Commercial | Responsable | Propriétaire de l'opportunité |
      Propriétaire de la transaction | Assigné à | Attribué à | Utilisateur assigné | Vendeur |
      Chargé d'affaires | Responsable commercial`,
  },
  amount: {
    sure: `Montant | Montant de l'opportunité | Montant de la transaction | Valeur de l'affaire |
      Montant HT | Valeur du deal | Montant estimé | Montant du devis`,
    likely: "Valeur | Revenu attendu | Revenu estimé | Chiffre d'affaires | CA | Prix | Total",
  },
  currency: {
    sure: "Devise | Code devise",
    likely: "Monnaie",
  },
  stage: {
    sure: `Étape | Phase de vente | Étape de vente | Phase de la transaction |
      Étape de l'opportunité | Étape du pipeline | Étape commerciale | Étape de la transaction`,
    likely: "Phase | Stade | Statut | Avancement",
  },
  "stage-entered": {
    sure: `Dernier changement d'étape | Date d'entrée dans l'étape | Étape depuis |
      Date de changement d'étape`,
  },
  created: {
    sure: `Date de création | Créé le | Créée le | Date d'ouverture | Ouvert le | Ouverte le |
      Date de demande | Date d'ajout`,
    likely: "Création | Date de début | Début | Créé",
  },
  closed: {
    sure: `Clôturé le | Clôturée le | Fermé le | Fermée le | Date de clôture réelle | Date de clôture effective |
      Date de fermeture réelle | Conclu le`,
  },
  "won-on": {
    sure: "Gagné le | Gagnée le | Date de gain | Date de signature | Signé le",
  },
  "lost-on": {
    sure: "Perdu le | Perdue le | Date de perte",
  },
  "expected-close": {
    sure: `Date de clôture prévue | Date de fermeture prévue | Clôture prévue | Fermeture prévue |
      Date de clôture estimée | Date prévue de clôture | Signature prévue |
      Date de signature prévue | Date prévisionnelle | Fermeture estimée`,
    likely: "Date prévue | Échéance",
  },
  "close-date": {
    sure: "Date de clôture | Date de fermeture | Clôture",
  },
  outcome: {
    sure: "Issue | Résultat | Gagné perdu",
    likely: "Statut | État | Gagné | Gagnée",
  },
  "is-active": {
    likely: "Actif | Active",
  },
  "is-lost": {
    likely: "Perdu | Perdue",
  },
  "is-archived": {
    sure: "Archivé | Archivée",
  },
  probability: {
    sure: "Probabilité | Probabilité de gain | Probabilité de signature | Proba",
    likely: "Chances",
  },
  "last-activity": {
    sure: `Dernière activité | Dernier contact | Date de la dernière activité |
      Date du dernier contact | Dernière relance`,
    likely: "Dernière modification | Modifié le | Mis à jour le | Dernière mise à jour",
  },
  "next-step": {
    sure: `Prochaine étape | Prochaines étapes | Étape suivante | Prochaine action |
      Actions à mener | Prochaine activité`,
    likely: "À faire | Action",
  },
  "next-step-on": {
    sure: `Date de la prochaine activité | Date de relance | Prochaine relance | Prochain contact |
      Date de prochaine action`,
    likely: "Relance | À relancer le",
  },
  source: {
    sure: "Source | Source du prospect | Origine | Provenance | Source du lead | Origine du lead",
    likely: "Canal",
  },
  "lost-reason": {
    sure: "Raison de perte | Motif de perte | Cause de perte",
    likely: "Raison | Motif",
  },
  product: {
    sure: "Produit | Produits",
    likely: "Offre | Service",
  },
  region: {
    sure: "Région | Secteur géographique | Territoire",
    likely: "Pays",
  },
  pipeline: {
    sure: "Pipeline de vente",
    likely: "Processus de vente",
  },
  "changed-on": {
    sure: `Modifié le | Date de changement | Date de modification | Changé le | Date d'entrée |
      Entré le | Entrée le | Horodatage`,
    likely: "Date | Depuis | Quand | Du | Entrée",
  },
  "left-on": {
    sure: "Sorti le | Date de sortie | Quitté le",
    likely: "Au | Fin | Jusqu'au | Sortie",
  },
  "from-stage": {
    sure: "Ancienne étape | Étape précédente | De l'étape",
    likely: "De",
  },
  "to-stage": {
    sure: "Nouvelle étape | Vers l'étape",
    likely: "Vers",
  },
  "changed-field": {
    sure: "Champ | Nom du champ | Champ modifié",
  },
  "old-value": {
    sure: "Ancienne valeur | Valeur précédente",
    likely: "Avant",
  },
  "new-value": {
    sure: "Nouvelle valeur",
    likely: "Après",
  },
  "snapshot-on": {
    sure: "Date de l'instantané | Date d'extraction | Date du relevé | Situation au",
    likely: "Semaine",
  },
};
