package fr.maillage.careplan.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.careplan.internal.Content.Aid;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Sentences of the aid plan.
final class AidText {

    static final String NOTED = "Étape notée.";
    static final String REFUSED_WHY =
            "Dites pourquoi l’aide est refusée" + NBSP + ": cela sert au recours.";
    static final String NOT_MONEY =
            "Ce n’est pas un montant" + NBSP + ": écrivez par exemple 1" + NBSP + "234,50.";
    static final String NEGATIVE = "Un montant n’est pas négatif.";
    static final String TOO_MUCH = "Ce montant est trop grand pour une aide.";
    static final String PER_MISSING = "Dites si ce montant est par mois, par an ou en une fois.";
    static final String FUTURE = "Une étape est déjà faite" + NBSP + ": vérifiez la date.";
    static final String ENDS_BEFORE = "La fin est avant le début" + NBSP + ": corrigez une date.";
    static final String BY_THE_RIGHT =
            "Le droit du dossier dit où en est la demande"
                    + NBSP
                    + ": ici, notez seulement qu’elle est en place ou terminée.";

    private AidText() {}

    /// « 850,00 € par mois »
    static String amount(Money amount, @Nullable String per) {
        return amount.formatted()
                + switch (per == null ? "" : per) {
                    case "MOIS" -> " par mois";
                    case "AN" -> " par an";
                    default -> ", en une fois";
                };
    }

    /// « du 1 juin 2026 au 31 mai 2027 », « depuis le… », « jusqu’au… »; empty when no day is
    /// known.
    static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) return to == null ? "" : "jusqu’au " + FrenchDates.date(to);
        return to == null
                ? "à partir du " + FrenchDates.date(from)
                : "du " + FrenchDates.date(from) + " au " + FrenchDates.date(to);
    }

    /// What a version says of a line, for comparisons.
    static String line(Aid aid) {
        var parts = new ArrayList<String>();
        parts.add(aid.kind().label());
        if (aid.body() != null) parts.add(aid.body());
        if (aid.askedBy() != null) parts.add("demandé par " + aid.askedBy());
        if (aid.rightId() != null) parts.add("suivi avec le droit du dossier");
        if (aid.note() != null) parts.add(aid.note());
        return String.join(", ", parts);
    }
}
