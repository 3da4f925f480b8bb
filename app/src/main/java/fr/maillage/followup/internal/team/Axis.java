package fr.maillage.followup.internal.team;

import fr.maillage.followup.internal.ContactWords;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.kernel.Typography;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Ways of counting contacts, as the view `followup.contact_axis` names them.
enum Axis {
    QUALITE("Qui appelle ou est appelé", Axis::quality, false),
    MOTIF("Pour quel motif", Axis::motive, false),
    CANAL("Par quel moyen", ContactWords::channel, false),
    SENS("Dans quel sens", ContactWords::direction, false),
    RESULTAT("Avec quel résultat", ContactWords::reached, false),
    HEURE("À quelle heure", TeamText::hour, true),
    JOUR("Quel jour de la semaine", c -> Typography.capital(TeamText.weekday(c)), true),
    REPONSE("Réponse", _ -> TeamText.UNANSWERED, true),
    TOUS("Tout", _ -> TeamText.ALL, true);

    final String title;
    private final UnaryOperator<String> words;

    /// Shown in the order of its codes, not of its counts.
    final boolean inOrder;

    Axis(String title, UnaryOperator<String> words, boolean inOrder) {
        this.title = title;
        this.words = words;
        this.inOrder = inOrder;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String words(String code) {
        return words.apply(code);
    }

    static Optional<Axis> of(String code) {
        return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
    }

    private static String quality(String code) {
        return code.equals("AUCUNE") ? TeamText.NO_CODE : AskerQuality.valueOf(code).label();
    }

    private static String motive(String code) {
        return code.equals("AUCUN") ? TeamText.NO_CODE : Motive.valueOf(code).label();
    }
}
