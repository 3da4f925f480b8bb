package fr.maillage.casefile.internal.whosees;

import fr.maillage.casefile.CaseFiles.Part;

import java.util.Map;

/// Words of the table « qui voit quoi ». The rules are read in the code; only their names are
/// written here, and an area without a name stands under its address.
final class WhoSeesText {

    static final String YES = "oui";
    static final String PARTLY = "en partie";
    static final String NO = "–";
    static final String NAMES = "noms et états";

    private static final Map<String, String> AREAS =
            Map.ofEntries(
                    Map.entry("/agenda", "Agenda"),
                    Map.entry("/alertes", "Alertes"),
                    Map.entry("/besoins-non-couverts", "Besoins non couverts"),
                    Map.entry("/offre", "Offre près d’une commune"),
                    Map.entry("/avis", "Avis du médecin sur un plan"),
                    Map.entry("/contacts", "Appels et contacts"),
                    Map.entry("/courriers", "Courriers"),
                    Map.entry("/demandes", "Demandes reçues"),
                    Map.entry("/departs", "Dossiers reçus d’un collègue"),
                    Map.entry("/depistages", "Dépistages et leurs suites"),
                    Map.entry("/documents", "Documents à classer"),
                    Map.entry("/dossiers", "Liste des dossiers, par noms et états"),
                    Map.entry("/dossiers/{id}", "Actes sur un dossier"),
                    Map.entry("/droits", "Droits qui se terminent"),
                    Map.entry("/education", "Ateliers d’éducation thérapeutique"),
                    Map.entry("/evaluations", "Questionnaires"),
                    Map.entry("/evenements", "Événements indésirables"),
                    Map.entry("/journee", "Ma journée"),
                    Map.entry("/mes-patients", "Mes patients (cercle)"),
                    Map.entry("/mon-compte", "Son propre compte"),
                    Map.entry("/mon-plan", "Son propre plan (usager)"),
                    Map.entry("/mot-de-passe", "Son propre mot de passe"),
                    Map.entry("/pilotage", "Chiffres de la structure"),
                    Map.entry("/plans", "Plans à compléter"),
                    Map.entry("/protocoles", "Protocoles et modèles de PPS"),
                    Map.entry("/publications", "Publications de l’agence"),
                    Map.entry("/reglages", "Réglages de la structure"),
                    Map.entry("/reglages/agenda", "Horaires, salles et véhicules"),
                    Map.entry("/reglages/annuaire", "Fichiers nationaux de l’annuaire"),
                    Map.entry("/reglages/equipe", "Équipe, comptes, absences, départs"),
                    Map.entry("/reglages/principes", "Principes éthiques"),
                    Map.entry("/reglages/sauvegardes", "Sauvegardes"),
                    Map.entry("/reglages/traitements", "Traitements en échec"),
                    Map.entry("/remplacements", "Professionnels remplacés dans les cercles"),
                    Map.entry("/taches", "Tâches et rappels"),
                    Map.entry("/visites", "Visites à domicile, hors connexion"),
                    Map.entry("", "Accueil"),
                    Map.entry("/", "Accueil"),
                    Map.entry("/jeton", "Jeton des formulaires"),
                    Map.entry("/brouillons", "Brouillons de ses propres formulaires"),
                    Map.entry("/reprendre", "Reprise de sa propre saisie"),
                    Map.entry("/annuaire", "Annuaire des professionnels"));

    private static final Map<Part, String> PARTS =
            Map.ofEntries(
                    Map.entry(Part.SYNTHESE, "Synthèse"),
                    Map.entry(Part.IDENTITE, "Identité"),
                    Map.entry(Part.DEMANDES, "Demandes de la personne"),
                    Map.entry(Part.DROITS, "Accords, oppositions, droits"),
                    Map.entry(Part.CERCLE, "Cercle de soins"),
                    Map.entry(Part.CONTACTS, "Contacts"),
                    Map.entry(Part.COURRIERS, "Courriers"),
                    Map.entry(Part.DOCUMENTS, "Documents"),
                    Map.entry(Part.LIGNE_DE_VIE, "Ligne de vie"),
                    Map.entry(Part.EVALUATIONS, "Évaluations"),
                    Map.entry(Part.PPS, "Plan personnalisé de santé"),
                    Map.entry(Part.SUIVI, "Suivi des interventions"));

    private static final Map<String, String> GIVEN =
            Map.of(
                    "SOINS", "soins",
                    "MEDICAL", "médical",
                    "PSYCHOLOGIQUE", "psychologique",
                    "SOCIAL", "social",
                    "EDUCATION", "éducation",
                    "AIDE", "aide",
                    "TACHES", "ses tâches");

    private WhoSeesText() {}

    static String part(Part part) {
        return PARTS.getOrDefault(part, part.name());
    }

    static String area(String address) {
        return AREAS.getOrDefault(address, address);
    }

    static String given(String code) {
        return GIVEN.getOrDefault(code, code);
    }
}
