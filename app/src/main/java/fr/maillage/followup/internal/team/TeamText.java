package fr.maillage.followup.internal.team;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The French of consignes, of the report of a day, of permanences and of the count of calls.
final class TeamText {

    private static final String S = Typography.NBSP;

    static final String WORDS = "Écrivez la consigne.";
    static final String TOO_LONG = "5" + S + "000 caractères au plus" + S + ": raccourcissez.";
    static final String DAY_PAST = "Ce jour est passé.";
    static final String READS_NO_HEALTH =
            "Cette personne ne lit pas d’information de santé"
                    + S
                    + ": décochez la case, ou choisissez quelqu’un d’autre.";
    static final String LEFT = "Consigne laissée.";
    static final String SEEN = "Noté comme lu.";
    static final String DONE = "Noté comme fait.";
    static final String THE_TEAM = "toute l’équipe";
    static final String REMARK_ADDED = "Ajouté au rapport.";
    static final String REMARK = "Écrivez quelques mots.";
    static final String HANDED = "Consigne passée à l’équipe suivante.";
    static final String RECEIVED = "Consigne reçue.";
    static final String HANDED_ALREADY = "Cette permanence a déjà été passée.";
    static final String NOT_BEGUN = "Cette permanence n’a pas commencé.";
    static final String NO_CODE = "Non précisé";
    static final String UNANSWERED = "Appels passés sans réponse";
    static final String ALL = "Tous les échanges";
    static final String LOG = "Journal des contacts";

    static final String FILTERED =
            "Les actes de soins et ce qui n’a pas eu lieu ne sont pas montrés à votre fonction.";

    private TeamText() {}

    static String done(String by, @Nullable String outcome) {
        return "fait par " + by + (outcome == null ? "" : S + ": " + outcome);
    }

    static String span(Instant from, Instant to) {
        return "du " + FrenchDates.exact(from) + " au " + FrenchDates.exact(to);
    }

    static String service(@Nullable String phone, @Nullable String hours) {
        if (phone == null)
            return "Aucune permanence téléphonique n’est déclarée dans les réglages de la structure.";
        return "Permanence téléphonique"
                + S
                + ": "
                + phone
                + (hours == null || hours.isBlank() ? ", horaires à préciser" : ", " + hours)
                + ".";
    }

    static String period(LocalDate from, LocalDate to) {
        return "Du " + FrenchDates.date(from) + " au " + FrenchDates.date(to);
    }

    /// « lundi » for 1.
    static String weekday(String iso) {
        return DayOfWeek.of(Integer.parseInt(iso)).getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    static String hour(String code) {
        return Integer.parseInt(code) + S + "h";
    }

    static String many(int n, String one, String several) {
        return n + " " + (n > 1 ? several : one);
    }
}
