package fr.maillage.careplan.internal;

import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormErrors;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An opinion as typed.
final class OpinionForm {

    private OpinionForm() {}

    /// Null when something is wrong; the sentences are in `errors`.
    static Pps.@Nullable Given read(
            Map<String, String> sent,
            String by,
            @Nullable String rpps,
            String channel,
            LocalDate today,
            FormErrors errors) {
        var typed =
                Typed.of(
                        sent.entrySet().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey, e -> List.of(e.getValue()))));
        Opinion opinion = null;
        for (var o :
                List.of(
                        Opinion.VALIDE,
                        Opinion.VALIDE_APRES_AMENDEMENT,
                        Opinion.MODIFICATION_DEMANDEE)) {
            if (o.name().equals(typed.text("opinion"))) opinion = o;
        }
        if (opinion == null) errors.add("opinion", PpsText.CHOOSE_OPINION);
        if (typed.text("words").length() > 20_000) errors.add("words", PpsText.TOO_LONG);
        if (by.length() > 300) errors.add("given_by", WebText.LINE_TOO_LONG);
        var on = channel.equals("ECRAN") ? today : FormFields.date(typed, "given_on", true, errors);
        return opinion == null || on == null || !errors.none()
                ? null
                : new Pps.Given(opinion, on, by, rpps, channel, typed.orNull("words"));
    }

    /// Beside which field a refusal is said.
    static String field(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.WordsNeeded _ -> "words";
            case Obstacle.GivenInTheFuture _, Obstacle.GivenBeforeAsked _ -> "given_on";
            case Obstacle.NobodySaid _ -> "given_by";
            default -> "opinion";
        };
    }
}
