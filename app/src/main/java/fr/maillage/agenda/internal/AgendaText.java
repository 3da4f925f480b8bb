package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The French of the module.
final class AgendaText {
    private static final String S = Typography.NBSP;

    static final String NOT_A_DAY =
            "Cette date n’existe pas" + S + ": écrivez le jour, le mois et l’année.";
    static final String TIME_NEEDED = "Indiquez une heure.";
    static final String NOT_A_TIME =
            "Cette heure n’existe pas" + S + ": écrivez par exemple 14:05.";
    static final String MINUTES = "Une durée va de 5 à 600 minutes.";
    static final String CHOOSE = "Choisissez l’une des propositions.";
    static final String TOO_LONG = "500 caractères au plus.";
    static final String NOTHING = "Dites pour qui, ou de quoi il s’agit.";
    static final String WHO = "Choisissez la personne ci-dessous, ou videz ce champ.";
    static final String NOBODY =
            "Personne ne porte un nom proche ici"
                    + S
                    + ": corrigez-le, ou videz ce champ et donnez un titre.";

    static final String EVERY = "Un nombre à partir de 1.";
    static final String TIMES = "Un nombre de fois à partir de 1.";
    static final String ENDLESS =
            "Dites jusqu’à quand, ou combien de fois" + S + ": rien ne se répète sans fin.";
    static final String ENDS_BEFORE = "La fin vient avant le premier jour.";
    static final String NO_DATE = "Tous ces jours sont fériés.";
    static final String HELD_ELSEWHERE =
            "Cette réunion se déplace et s’annule depuis sa propre page"
                    + S
                    + ": les invités en sont prévenus.";
    static final String CLOSED = "Son issue est notée" + S + ": il ne se déplace plus.";
    static final String HANDED_OVER = "Passage de relais";
    static final String MOVED = "Rendez-vous déplacé.";
    static final String CANCELLED = "Annulé, avec ceux qui suivent.";
    static final String PUT_BACK = "Rendez-vous remis où il était.";
    static final String ALONE = "vit seule";
    static final String ON_CALL = "Permanence";

    static final Map<String, String> REPEATS =
            inOrder(
                    "",
                    "Ne se répète pas",
                    "JOUR",
                    "Tous les n jours",
                    "SEMAINE",
                    "Toutes les n semaines",
                    "MOIS",
                    "Tous les n mois");
    static final List<String> WEEKDAYS =
            List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.");

    static final String NOTED = "Rendez-vous noté.";

    private AgendaText() {}

    static String closed(Outcome outcome) {
        return "C’est noté" + S + ": " + outcome.label().toLowerCase(java.util.Locale.FRENCH) + ".";
    }

    /// The line of life; `corrected` when something else had been said before.
    static String line(Kind kind, Outcome outcome, boolean corrected) {
        return kind.label
                + ", "
                + outcome.label().toLowerCase(java.util.Locale.FRENCH)
                + (corrected ? " (issue corrigée)" : "");
    }

    static String alreadyClosed(Outcome outcome) {
        return "L’issue de ce rendez-vous était déjà notée"
                + S
                + ": "
                + outcome.label().toLowerCase(java.util.Locale.FRENCH)
                + ". Rien n’a changé.";
    }

    static String taken(String on, String who, String what, String hours) {
        return (on.isEmpty() ? "" : on + S + ": ")
                + who
                + ", déjà pris"
                + S
                + ": "
                + what
                + ", "
                + hours
                + ".";
    }

    static String away(String on, String who) {
        return (on.isEmpty() ? "" : on + S + ": ") + who + " est absent ce jour-là.";
    }

    static String holiday(LocalDate day, String name) {
        return "Le " + FrenchDates.longDay(day) + " est férié (" + name + ").";
    }

    static String outside(LocalDate day, String names, int dates) {
        return "Le "
                + FrenchDates.longDay(day)
                + ", c’est hors des heures de travail"
                + (names.isEmpty() ? "" : " de " + names)
                + (dates > 1 ? " (et " + (dates - 1) + " autres dates)" : "")
                + ".";
    }

    static String tooMany(int most) {
        return "Cela ferait plus de "
                + most
                + " rendez-vous"
                + S
                + ": rapprochez la fin, ou espacez-les.";
    }

    static String series(int following) {
        return following > 1
                ? "Se répète" + S + ": celui-ci et " + (following - 1) + " à suivre."
                : "Se répète" + S + ": c’est le dernier.";
    }

    static String noted(int dates, int asked) {
        return dates == 1
                ? NOTED
                : dates
                        + " rendez-vous notés"
                        + (asked > dates ? ", " + (asked - dates) + " jours fériés sautés" : "")
                        + ".";
    }

    static String cancelledFrom(LocalDate day, int dates) {
        return dates + " rendez-vous annulés à partir du " + FrenchDates.longDay(day) + ".";
    }

    /// What was moved, by whom, when.
    ///
    /// @param to the new holder when there is one
    static String moved(String by, String when, Span from, Span now, @Nullable String to) {
        return by
                + ", "
                + when
                + S
                + ": "
                + (from.equals(now)
                        ? "modifié"
                        : "déplacé du " + from.words() + " au " + now.words())
                + (to == null ? "" : ", pour " + to)
                + ".";
    }

    static String absent(@Nullable String replacement) {
        return "Absence" + (replacement == null ? "" : ", remplacement par " + replacement);
    }

    static String onCall(String who, Span span, @Nullable String forward) {
        return who
                + ", du "
                + FrenchDates.shortDay(span.day())
                + " "
                + FrenchDates.time(span.from())
                + " au "
                + FrenchDates.shortDay(span.to().toLocalDate())
                + " "
                + FrenchDates.time(span.to())
                + (forward == null ? "" : ", renvoi vers le " + forward);
    }

    static String interpreter(@Nullable String language) {
        return "interprète" + (language == null || language.isBlank() ? "" : " (" + language + ")");
    }

    static String chosen(List<Networks.Member> members) {
        return members.size() == 1
                ? members.getFirst().name()
                : members.size() + " personnes choisies";
    }

    private static Map<String, String> inOrder(String... words) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) map.put(words[i], words[i + 1]);
        return Collections.unmodifiableMap(map);
    }
}
