package fr.maillage.hospital.internal;

import fr.maillage.casefile.SharedWith.Obstacle;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// The French sentences of the module.
final class HospitalText {

    private static final String S = Typography.NBSP;

    static final String CUT = "… (suite dans le dossier)";
    static final String REVOKED = "Ce code n’ouvre plus rien.";
    static final String NOTHING = "rien de noté dans le dossier";
    static final String PLAN_SENT = "Le plan part à l’établissement.";
    static final String ALREADY_SENT = "Le plan de ce séjour est déjà dans les courriers.";
    static final String NO_PLAN = "Aucun plan n’est en vigueur.";
    static final String NOT_IN_HOSPITAL = "Ce séjour est terminé.";
    static final String STILL_THERE = "Notez d’abord le retour à domicile.";
    static final String VISIT_THERE = "Une visite est déjà prévue après ce retour.";
    static final String VISIT = "Visite prévue, dans votre agenda.";
    static final String PRINTED = "Fiche pour les urgences imprimée";
    static final String SENT = "Plan transmis à l’établissement";
    static final String BY_ITSELF = "Maillage, de lui-même";
    static final String INS_UNQUALIFIED =
            "INS non qualifiée" + S + ": identité à vérifier avec une pièce";

    static final String SITUATION_NOTED = "Situation notée.";
    static final String SITUATION_CORRECTED = "Situation corrigée.";
    static final String TO_COME = "Ce jour n’est pas encore venu.";
    static final String HAS_DOCTOR =
            "Un médecin traitant est déclaré" + S + ": dites s’il a été joint.";
    static final String HAS_NO_DOCTOR = "Aucun médecin traitant n’est déclaré dans le dossier.";
    static final String WHY_NOT_REACHED = "Dites pourquoi il n’a pas été joint.";
    static final String SITUATION = "Dites ce qui se passait.";
    static final String ANSWER = "Dites ce que l’équipe a fait.";

    private HospitalText() {}

    /// The line of life of a situation.
    static String line(AcuteSupport.Doctor doctor, AcuteSupport.Outcome outcome) {
        return doctor.label + ". " + outcome.label;
    }

    static String avoided(AcuteSupport one, AcuteSupport.Avoided avoided) {
        return switch (avoided) {
            case YES ->
                    "Hospitalisation évitée"
                            + S
                            + ": aucun séjour non programmé dans les "
                            + AcuteSupport.DAYS
                            + " jours";
            case TO_CONFIRM ->
                    "Hospitalisation évitée à ce jour, à confirmer le "
                            + FrenchDates.date(one.happenedOn().plusDays(AcuteSupport.DAYS + 1));
            case NO ->
                    "Hospitalisée ensuite, le "
                            + (one.again() == null ? "" : FrenchDates.date(one.again()));
            case NOT_ASKED -> "";
        };
    }

    static String others(int left) {
        return "et " + left + (left == 1 ? " autre" : " autres") + " (suite dans le dossier)";
    }

    static String made(LocalDateTime at, String by, String structure) {
        return "Fiche faite le " + FrenchDates.exact(at) + " par " + by + ", " + structure + ".";
    }

    static String valid(LocalDate until) {
        return "Le code ouvre la fiche à jour, après connexion, jusqu’au "
                + FrenchDates.date(until)
                + ". Il ne contient aucune donnée.";
    }

    /// « est suivie », as the person is a woman or a man.
    static String followed(String sex) {
        return sex.equals("F") ? "est suivie" : sex.equals("M") ? "est suivi" : "est suivi(e)";
    }

    static String born(String sex, LocalDate birth) {
        return (sex.equals("F") ? "née le " : sex.equals("M") ? "né le " : "né(e) le ")
                + FrenchDates.date(birth);
    }

    static String refused(Obstacle obstacle) {
        return switch (obstacle) {
            case OPPOSED_TO_ALL -> "La personne s’oppose au partage de ses informations.";
            case OPPOSED_TO_THEM -> "La personne s’oppose au partage avec cet établissement.";
            case OUTSIDE -> "";
        };
    }

    static String sent(LocalDate on, String by, LocalDate today) {
        return "Plan transmis à l’établissement le "
                + FrenchDates.shortDay(on, today)
                + ", par "
                + by;
    }

    static String due(LocalDate due, LocalDate today) {
        return due.isBefore(today)
                ? "Visite du retour non faite, elle était attendue le "
                        + FrenchDates.shortDay(due, today)
                : "Visite du retour à faire avant le " + FrenchDates.shortDay(due, today);
    }

    static String planned(LocalDateTime at, LocalDate today) {
        return "Visite du retour prévue le "
                + FrenchDates.shortDay(at.toLocalDate(), today)
                + " à "
                + FrenchDates.time(at);
    }

    static String kept(LocalDate day, LocalDate due, LocalDate today) {
        return "Visite du retour faite le "
                + FrenchDates.shortDay(day, today)
                + (day.isAfter(due) ? ", hors délai" : "");
    }
}
