package fr.maillage.followup.internal.realised;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.Arrays;

/// The period looked at: an act belongs to the one in which its window ends. « Proposition Maillage
/// ».
///
/// @param choice how it was chosen
record Span(Choice choice, LocalDate from, LocalDate until) {

    /// Periods people use.
    enum Choice {
        MOIS("Ce mois"),
        MOIS_DERNIER("Le mois dernier"),
        TRIMESTRE("Ce trimestre"),
        TRIMESTRE_DERNIER("Le trimestre dernier"),
        ANNEE("Les douze derniers mois"),
        DATES("Entre deux dates");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// As typed; this quarter when nothing was, or when the dates are not two dates in order and
    /// two years at most. What is wrong goes to the errors of `form`.
    static Span of(Sent form, LocalDate today) {
        var choice =
                Arrays.stream(Choice.values())
                        .filter(c -> c.code().equals(form.text("periode")))
                        .findFirst()
                        .orElse(Choice.TRIMESTRE);
        var month = today.withDayOfMonth(1);
        var quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        return switch (choice) {
            case MOIS -> new Span(choice, month, month.plusMonths(1).minusDays(1));
            case MOIS_DERNIER -> new Span(choice, month.minusMonths(1), month.minusDays(1));
            case TRIMESTRE -> new Span(choice, quarter, quarter.plusMonths(3).minusDays(1));
            case TRIMESTRE_DERNIER ->
                    new Span(choice, quarter.minusMonths(3), quarter.minusDays(1));
            case ANNEE -> new Span(choice, today.minusYears(1).plusDays(1), today);
            case DATES -> {
                var from = form.requiredDay("du", today);
                var until = form.requiredDay("au", today);
                if (form.errors().none() && until.isBefore(from))
                    form.errors().add("au", RealisedText.END_BEFORE);
                else if (form.errors().none() && until.isAfter(from.plusYears(2)))
                    form.errors().add("au", RealisedText.TOO_LONG);
                yield form.errors().none()
                        ? new Span(choice, from, until)
                        : new Span(choice, quarter, quarter.plusMonths(3).minusDays(1));
            }
        };
    }

    String words() {
        return "du " + FrenchDates.date(from) + " au " + FrenchDates.date(until);
    }

    /// As an address says it.
    String query() {
        return "periode="
                + choice.code()
                + (choice == Choice.DATES ? "&du=" + from + "&au=" + until : "");
    }
}
