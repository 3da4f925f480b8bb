package fr.maillage.followup;

import java.util.UUID;

/// Where the cause of an alert is dealt with.
public final class AlertPlaces {

    private AlertPlaces() {}

    /// The address of the page, for an alert of this rule about this subject.
    public static String of(AlertRule rule, UUID patient, UUID subject) {
        return switch (rule) {
            case URGENCE_24H, URGENCE_48H -> "/demandes/" + subject + "/urgence";
            case ACTE_NON_FAIT, CONSULTATION_NON_FAITE -> "/dossiers/" + patient + "/suivi";
            case SURVEILLANCE -> "/dossiers/" + patient + "/suivi?intervention=" + subject;
            case PPS_SANS_ACCUSE -> "/dossiers/" + patient + "/pps/" + subject + "/recu";
            case MT_SILENCIEUX -> "/dossiers/" + patient + "/pps/" + subject + "/avis";
            case REEVALUATION, SANS_ACTEUR, PROBLEME_SANS_INTERVENTION, PPS_NON_ENVOYE ->
                    "/dossiers/" + patient + "/pps";
            case RETOUR_SANS_VISITE, DEUX_SEJOURS, SEJOUR_NON_PROGRAMME ->
                    "/dossiers/" + patient + "/sejours";
            case AIDANT_EN_DIFFICULTE -> "/dossiers/" + patient + "/evaluations";
            case DROIT_QUI_SE_TERMINE, RECOURS_POSSIBLE, DEMARCHE_A_FAIRE ->
                    "/dossiers/" + patient + "/mesures/" + subject;
            case NIVEAU_3_SANS_RCP -> "/dossiers/" + patient + "/rcp";
            case SANS_CONTACT -> "/contacts/nouveau?dossier=" + patient;
            case VEILLE_A_REVOIR -> "/dossiers/" + patient + "/niveau";
            case RELAIS_SANS_ACCUSE -> "/dossiers/" + patient;
        };
    }
}
