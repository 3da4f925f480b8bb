package fr.maillage.patient.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.State;

/// The French sentences of the module.
final class PatientText {

    private PatientText() {}

    static String of(ConsentRule.Flaw flaw) {
        return switch (flaw) {
            case STATE_NOT_OF_ACT -> "Cette réponse ne va pas avec cet accord" + NBSP + ": choisissez-en une de la liste.";
            case IN_THE_FUTURE -> "La date est dans le futur" + NBSP + ": un accord se note une fois donné.";
            case FORM_UNKNOWN -> "Choisissez la forme" + NBSP + ": oral, écrit, téléphone, par un représentant ou en urgence.";
            case GIVER_UNKNOWN -> "Choisissez qui s’est exprimé.";
            case REPRESENTATIVE_MISSING -> "Donnez le nom du représentant ou de la personne de confiance, et sa qualité.";
            case PROFESSIONAL_MISSING -> "Dites à quel professionnel la personne s’oppose.";
            case REASON_MISSING -> "Dites pourquoi" + NBSP + ": une urgence, ou une personne hors d’état de s’exprimer, se motive.";
            case SCOPE_MISSING -> "Dites avec qui et pour quoi" + NBSP + ": cet accord est préalable et précis.";
            case NOTHING_TO_WITHDRAW -> "Aucun accord donné n’est enregistré" + NBSP + ": il n’y a rien à retirer. Notez un refus, ou une opposition.";
        };
    }

    static String of(Act act) {
        return switch (act) {
            case ACCOMPAGNEMENT -> "Accord à l’accompagnement";
            case PARTAGE_EQUIPE -> "Information et partage dans l’équipe de soins";
            case PARTAGE_HORS_EQUIPE -> "Partage hors de l’équipe de soins";
            case INFORMATION_DMP -> "Information sur le DMP";
            case PROTOCOLE_COOPERATION -> "Information sur un protocole de coopération";
        };
    }

    static String of(Act act, State state) {
        return switch (state) {
            case DONNE -> switch (act) {
                case ACCOMPAGNEMENT, PARTAGE_HORS_EQUIPE -> "donné";
                case PARTAGE_EQUIPE -> "informée, ne s’oppose pas";
                case INFORMATION_DMP, PROTOCOLE_COOPERATION -> "informée";
            };
            case A_CONFIRMER -> "à confirmer";
            case REFUSE -> "refusé";
            case OPPOSITION -> "opposition";
            case OPPOSITION_PARTIELLE -> "opposition à un professionnel";
            case HORS_D_ETAT -> "hors d’état de s’exprimer";
            case RETIRE -> "retiré";
        };
    }

    /// The line of life: no name, no health content.
    static String line(Act act, State state) {
        return of(act) + NBSP + ": " + of(act, state);
    }

    static String tellingDoctor(boolean opposed) {
        return opposed ? "S’oppose à l’information du médecin traitant" : "Ne s’oppose plus à l’information du médecin traitant";
    }
}
