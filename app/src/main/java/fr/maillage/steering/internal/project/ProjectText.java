package fr.maillage.steering.internal.project;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.steering.internal.SteeringText;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// French sentences of projects.
final class ProjectText {

    static final String LEADER = "Choisissez au nom de qui le projet est mené.";
    static final String CARRIED =
            "Choisissez un projet de santé ou un appel à projets de cette même fiche.";
    static final String ENDS_BEFORE = "Elle se terminerait avant de commencer.";
    static final String TARGET = "Donnez ensemble ce qui est mesuré, d’où l’on part et la cible.";
    static final String SAME_AS_BASELINE =
            "La cible est ce d’où l’on part\u00A0: rien à atteindre.";
    static final String NEGATIVE = "Ce nombre ne peut pas être négatif.";
    static final String AMOUNT = "Un montant est attendu, par exemple 1 200 ou 1 200,50.";
    static final String EMPTY_PLAN = "Écrivez au moins une action avant d’adopter le plan.";
    static final String NOT_PREPARED = "Aucun plan n’est en préparation.";
    static final String PREPARED_ALREADY = "Un plan est déjà en préparation.";
    static final String NO_PLAN_YET = "Adoptez d’abord le premier plan.";
    static final String NOT_IN_PLAN = "Cette action n’est pas du plan adopté.";
    static final String FUTURE = "Ce jour n’est pas encore venu.";
    static final String NOT_STARTED = "Dites quand elle a commencé.";
    static final String ENDED_AND_DROPPED = "Une action terminée n’est pas abandonnée.";
    static final String BEFORE_LAST =
            "Un point plus récent a déjà été noté\u00A0: celui-ci doit être du même jour ou d’après.";
    static final String OVER = "Ce projet est clos.";

    static final String CREATED = "Projet commencé. Écrivez les actions de son premier plan.";
    static final String SAVED = "Projet enregistré.";
    static final String CLOSED = "Projet clos.";
    static final String LINE_SAVED = "Action enregistrée.";
    static final String LINE_REMOVED = "Action retirée de ce plan.";
    static final String ADOPTED = "Plan adopté\u00A0: il ne change plus.";
    static final String REPLANNED = "Nouveau plan préparé à partir du dernier.";
    static final String DISCARDED = "Plan en préparation abandonné.";
    static final String TOLD = "Avancement noté.";

    static final String PREPARING = "en préparation";
    static final String PLANNED_END = "Fin prévue";
    static final String WHOLE = "Le projet";
    static final String LATEST = "Action la plus en retard";
    static final String NONE = "aucune";
    static final String ACTIONS = "Actions";
    static final String SPENT = "Dépensé";
    static final String TO_DATE = "À cette date, prévu";
    static final String TIME = "Temps, à côté du prévu";
    static final String TARGETS = "Cibles atteintes";
    static final String TAKEN_OUT = "retirée du plan";
    static final String ADDED = "ajoutée depuis";
    static final String PLANNED = "Prévue";
    static final String AT_FIRST = "Au premier plan";
    static final String MEANS = "Moyens";
    static final String EXPECTED = "Attendu";
    static final String MEASURED = "Mesuré";

    private ProjectText() {}

    static String standing(boolean closed, boolean late) {
        if (closed) return "clos";
        return late ? "en retard" : "en cours";
    }

    /// « 2 sur 5 ».
    static String among(int some, int all) {
        return some + " sur " + all;
    }

    static String counts(Gap.Whole w) {
        return SteeringText.count(w.done(), "faite", "faites")
                + " sur "
                + w.lines()
                + ", "
                + w.late()
                + " en retard, "
                + SteeringText.count(w.dropped(), "non faite", "non faites");
    }

    static String spent(Gap.Whole w) {
        return w.spent().formatted()
                + " sur "
                + w.planned().formatted()
                + " prévus, soit "
                + percent(w.spentPercent());
    }

    /// « places : de 0 à 40 ».
    static String target(String unit, BigDecimal baseline, BigDecimal target) {
        return unit
                + "\u00A0: de "
                + SteeringText.number(baseline)
                + " à "
                + SteeringText.number(target);
    }

    static String carried(boolean health, String title) {
        return (health ? "Projet de santé\u00A0: " : "Appel à projets\u00A0: ") + title;
    }

    static String closed(LocalDate on, String words) {
        return "Clos le " + FrenchDates.date(on) + "\u00A0: " + words;
    }

    static String dropped(String why) {
        return "Non faite\u00A0: " + why;
    }

    static String state(Gap.State state) {
        return switch (state) {
            case TO_COME -> "à venir";
            case NOT_BEGUN -> "pas commencée";
            case RUNNING -> "en cours";
            case LATE -> "non terminée";
            case DONE -> "faite";
            case DROPPED -> "non faite";
        };
    }

    static String css(Gap.State state, long days) {
        return switch (state) {
            case TO_COME -> "";
            case NOT_BEGUN, LATE -> "is-late";
            case RUNNING -> days > 0 ? "is-due" : "is-info";
            case DONE -> days > 0 ? "is-due" : "is-done";
            case DROPPED -> "";
        };
    }

    /// « +23 j », « −4 j », « à l’heure ».
    static String days(long days) {
        if (days == 0) return "à l’heure";
        return (days > 0 ? "+" : "−") + Typography.number(Math.abs(days)) + Typography.NBSP + "j";
    }

    /// « 3 avr. 2026 – 2 juin 2026 ».
    static String dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) return "";
        return FrenchDates.numeric(from) + " – " + (to == null ? "…" : FrenchDates.numeric(to));
    }

    /// « 62,5 % », « – ».
    static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "–" : SteeringText.number(percent) + Typography.NBSP + "%";
    }

    /// « +0,5 ETP ».
    static String fte(BigDecimal gap) {
        return (gap.signum() > 0 ? "+" : "") + SteeringText.number(gap) + Typography.NBSP + "ETP";
    }

    static String plan(int number) {
        return number == 1 ? "premier plan" : "plan " + number;
    }
}
