package fr.maillage.followup.internal.liaison;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The French of the notebook and of the points de coordination.
final class LiaisonText {

    private static final String S = Typography.NBSP;

    static final String WORDS = "Écrivez ce que vous voulez transmettre.";
    static final String TOO_LONG = "10" + S + "000 caractères au plus" + S + ": raccourcissez.";
    static final String FOR_WHOM = "Choisissez pour qui est cette ligne.";
    static final String NO_QUESTION = "Cette question n’est plus là.";
    static final String WRITTEN = "C’est écrit dans le cahier.";
    static final String SIGNIFICANT = "Cahier de liaison" + S + ": fait significatif";
    static final String TEAM = "Équipe d’appui";
    static final String PERSON = "La personne";
    static final String PROFESSIONAL = "Professionnel du cercle";
    static final String POINT_NOTED = "Point de coordination noté.";
    static final String SUBJECT = "Dites en quelques mots de quoi il s’agissait.";
    static final String WHO = "Dites avec qui le point s’est tenu.";
    static final String LATER = "Ce point n’a pas encore eu lieu.";
    static final String MINUTES = "Une durée va de 1 à 1440 minutes.";
    static final String DUE_PAST = "Cette date est passée.";
    static final String MEMBER = "Choisissez dans la liste.";

    static final String WHY = "Dites en quelques mots pourquoi vous le corrigez.";
    static final String POINT_CORRECTED =
            "Point corrigé" + S + ": ce qu’il disait avant reste lisible.";
    static final String CORRECTED = "Point de coordination corrigé";

    private LiaisonText() {}

    /// « Corrigé par Claire DUMONT le 2 juin 2026 à 14:05 ».
    static String corrected(String by, Instant at) {
        return "Corrigé par " + by + ", " + FrenchDates.exact(at);
    }

    /// When, how, how long and with whom.
    static String held(
            Instant at, PointMode mode, @Nullable Integer minutes, List<String> participants) {
        return FrenchDates.exact(at)
                + " · "
                + mode.label
                + (minutes == null ? "" : " · " + minutes + " min")
                + " · "
                + String.join(", ", participants);
    }

    static String relative(@Nullable String relation) {
        return relation == null ? "Proche" : Typography.capital(relation);
    }

    static String fact(LocalDate day, String quality, String words) {
        return "noté le "
                + FrenchDates.date(day)
                + " dans le cahier de liaison ("
                + Typography.inSentence(quality)
                + ").\n\n"
                + words;
    }

    static String period(LocalDate from, LocalDate to) {
        return "du " + FrenchDates.date(from) + " au " + FrenchDates.date(to);
    }

    static String point(PointMode mode, int others) {
        return "Point de coordination "
                + mode.words
                + ", "
                + (others == 1 ? "1 interlocuteur" : others + " interlocuteurs");
    }

    static String count(int thisYear) {
        return thisYear == 0
                ? "Aucun point cette année"
                : thisYear == 1 ? "1 point cette année" : thisYear + " points cette année";
    }
}
