package fr.maillage.followup.internal.matching;

import fr.maillage.followup.FollowUp.Marked;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The French of matching.
final class MatchingText {
    private static final String S = Typography.NBSP;

    static final String SAME_AUTHOR = "même auteur";
    static final String OF_ITS_KIND = "trace habituelle de ce type d’acte";
    static final String DONE = "Noté" + S + ": l’acte prévu est fait.";
    static final String NOTHING_PLANNED =
            "Noté" + S + ": cela ne répond à rien de prévu. Ce ne sera plus proposé.";
    static final String AGAIN = "C’est annulé" + S + ": l’événement attend de nouveau.";
    static final String SETTLED = "Un collègue a déjà répondu pour cet événement.";
    static final String GONE =
            "Cet événement a été retiré ou corrigé depuis" + S + ": il ne montre plus rien.";
    static final String NOT_AWAITED =
            "Cet acte n’attend plus" + S + ": il a été marqué, suspendu ou retiré du plan depuis.";
    static final String BY_WHOM =
            "Dites qui l’a réalisé"
                    + S
                    + ": le plan ne nomme personne, et l’équipe d’appui coordonne, elle ne soigne pas.";

    private MatchingText() {}

    static String words(Collection<String> words) {
        return (words.size() == 1 ? "même mot" : "mêmes mots")
                + S
                + ": "
                + String.join(", ", words);
    }

    static String when(long away, boolean before) {
        if (away == 0) return "dans les dates prévues";
        return away
                + (away == 1 ? " jour " : " jours ")
                + (before ? "avant la date prévue" : "après les dates prévues");
    }

    /// What confirming would write.
    static String wouldBe(LocalDate on, @Nullable String by) {
        return "sera noté fait le " + FrenchDates.date(on) + (by == null ? "" : " par " + by);
    }

    /// In the note of the act.
    static String shownBy(EventKind kind, String title, LocalDate day) {
        return kind.label
                + " le "
                + FrenchDates.date(day)
                + (title.isEmpty() ? "" : S + ": " + title);
    }

    /// The task that an event withdrawn after it was used makes.
    static String toCheck(EventKind kind, String act) {
        return "Vérifier si «\u00A0"
                + cut(act, 120)
                + "\u00A0» a été fait"
                + S
                + ": "
                + (kind == EventKind.DOCUMENT
                        ? "le document qui le montrait a été retiré"
                        : "ce qui le montrait a été corrigé");
    }

    static String refused(Marked answer) {
        return switch (answer) {
            case Marked.InTheFuture _ ->
                    "Cet événement est daté d’un jour à venir" + S + ": corrigez sa date d’abord.";
            case Marked.ByWhom _ -> BY_WHOM;
            case Marked.Suspended _, Marked.Recorded _ -> NOT_AWAITED;
        };
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
