package fr.maillage.demo.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rights and measures of a person. Drawn apart from the rest of their life, so that one more
/// right changes nobody else's story.
final class RightsPart extends LifePart {

    private final SplittableRandom chance;

    RightsPart(Life life) {
        super(life);
        chance = new SplittableRandom(id.getLeastSignificantBits() ^ 0x5EED);
    }

    /// A right as it is told.
    ///
    /// @param body CPAM, MDPH, DEPARTEMENT, CAF or JUGE
    record Told(
            String kind,
            @Nullable String name,
            @Nullable String detail,
            String state,
            @Nullable LocalDate asked,
            @Nullable LocalDate decided,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable BigDecimal amount,
            String body,
            @Nullable LocalDate appealUntil,
            @Nullable LocalDate appealed) {

        static Told granted(String kind, LocalDate starts, LocalDate ends, String body) {
            return new Told(
                    kind, null, null, "ACCORDE", null, null, starts, ends, null, body, null, null);
        }

        static Told asked(String kind, LocalDate on, String body) {
            return new Told(
                    kind, null, null, "DEMANDE", on, null, null, null, null, body, null, null);
        }

        static Told toAsk(String kind, String body) {
            return new Told(
                    kind, null, null, "A_DEMANDER", null, null, null, null, null, body, null, null);
        }

        static Told refused(String kind, LocalDate on, String body) {
            return new Told(
                    kind,
                    null,
                    null,
                    "REFUSE",
                    on.minusMonths(4),
                    on,
                    null,
                    null,
                    null,
                    body,
                    body.equals("JUGE") ? on.plusDays(15) : on.plusMonths(2),
                    null);
        }

        Told named(@Nullable String words) {
            return new Told(
                    kind,
                    words,
                    detail,
                    state,
                    asked,
                    decided,
                    starts,
                    ends,
                    amount,
                    body,
                    appealUntil,
                    appealed);
        }

        Told because(String disease) {
            return new Told(
                    kind,
                    name,
                    disease,
                    state,
                    asked,
                    decided,
                    starts,
                    ends,
                    amount,
                    body,
                    appealUntil,
                    appealed);
        }

        Told worth(String monthly) {
            return new Told(
                    kind,
                    name,
                    detail,
                    state,
                    asked,
                    decided,
                    starts,
                    ends,
                    new BigDecimal(monthly),
                    body,
                    appealUntil,
                    appealed);
        }
    }

    /// A step that was done, or the one to do (`done` null).
    record Step(
            @Nullable LocalDate done,
            String what,
            @Nullable String by,
            @Nullable LocalDate next,
            @Nullable String nextWhat,
            @Nullable String nextBy) {
        static Step done(LocalDate on, String what, String by) {
            return new Step(on, what, by, null, null, null);
        }

        Step then(LocalDate on, String words, String who) {
            return new Step(done, what, by, on, words, who);
        }
    }

    /// Notes a right on `noted`, with the steps taken since; returns it.
    UUID right(LocalDate noted, Told right, @Nullable UUID renews, Step... steps) {
        var at = Life.at(noted, 10, chance.nextInt(60));
        var made = Ids.at(at, chance);
        var last = steps.length == 0 ? null : steps[steps.length - 1];
        copy.add(
                Into.ENTITLEMENT,
                network,
                made,
                id,
                right.kind(),
                right.name(),
                right.detail(),
                right.state(),
                right.asked(),
                right.decided(),
                right.starts(),
                right.ends(),
                right.amount(),
                right.amount() == null ? null : "MOIS",
                right.body(),
                right.appealUntil(),
                right.appealed(),
                last == null ? null : last.next(),
                last == null ? null : last.nextWhat(),
                last == null ? null : last.nextBy(),
                renews,
                steps.length);
        step(made, at, Step.done(noted, capital(words(right)), coordinator.name()));
        for (var one : steps) step(made, Life.at(noted, 11, 0), one);
        copy.add(
                Into.TIMELINE,
                network,
                Ids.at(at, chance),
                id,
                at,
                "DROITS",
                label(right) + "\u00A0: " + words(right),
                null,
                coordinator.name(),
                "/dossiers/" + id + "/mesures",
                false);
        return made;
    }

    private void step(UUID right, Instant at, Step step) {
        var on = step.done() == null ? LocalDate.ofInstant(at, Loader.PARIS) : step.done();
        copy.add(
                Into.ENTITLEMENT_STEP,
                network,
                Ids.at(at, chance),
                right,
                on,
                step.what(),
                step.by(),
                step.next(),
                step.nextWhat(),
                step.nextBy(),
                coordinator.name(),
                Life.at(on, 16, chance.nextInt(60)).isAfter(at) ? Life.at(on, 16, 0) : at);
    }

    private static String label(Told right) {
        if (right.kind().equals("AUTRE")) return String.valueOf(right.name());
        var kind =
                switch (right.kind()) {
                    case "PROTECTION" -> "Mesure de protection";
                    case "INVALIDITE" -> "Invalidité";
                    default -> right.kind();
                };
        return right.name() == null ? kind : kind + " (" + right.name() + ")";
    }

    private static String words(Told right) {
        return switch (right.state()) {
            case "A_DEMANDER" -> "à demander";
            case "DEMANDE" -> "demandé le " + date(right.asked());
            case "REFUSE" ->
                    "refusé le "
                            + date(right.decided())
                            + ", recours possible jusqu’au "
                            + date(right.appealUntil());
            case "RECOURS" -> "recours formé le " + date(right.appealed());
            default -> "accordé jusqu’au " + date(right.ends());
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + words.substring(1);
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : FrenchDates.date(day);
    }

    /// The rights of somebody of the crowd, by age and theme: most run for months, some end soon, a
    /// few have lapsed, are asked for or were refused.
    void drawn(String theme, LocalDate opened) {
        var kinds = new ArrayList<>(likely(theme));
        Collections.shuffle(kinds, new java.util.Random(chance.nextLong()));
        int share = chance.nextInt(100);
        int count = share < 42 ? 0 : share < 78 ? 1 : 2;
        var noted = opened.plusDays(3).isAfter(today) ? today : opened.plusDays(3);
        for (var kind : kinds.subList(0, Math.min(count, kinds.size()))) draw(kind, noted);
    }

    private List<String> likely(String theme) {
        if (life.age() < 20) return List.of("AEEH");
        if (theme.equals("PRECARITE")) return List.of("C2S", "AME");
        if (life.age() < 62) return List.of("ALD", "AAH", "INVALIDITE", "C2S", "PCH");
        return List.of("APA", "ALD", "PROTECTION", "C2S");
    }

    private void draw(String kind, LocalDate noted) {
        var body =
                switch (kind) {
                    case "APA" -> "DEPARTEMENT";
                    case "AAH", "AEEH", "PCH" -> "MDPH";
                    case "PROTECTION" -> "JUGE";
                    default -> "CPAM";
                };
        int share = chance.nextInt(100);
        if (share < 9) {
            right(
                    noted,
                    Told.asked(kind, noted, body),
                    null,
                    Step.done(noted, "Dossier envoyé", coordinator.name())
                            .then(
                                    today.plusDays(chance.nextInt(30) - 1),
                                    "Appeler pour savoir où en est le dossier",
                                    coordinator.name()));
            return;
        }
        if (share < 12) {
            right(noted, Told.toAsk(kind, body), null);
            return;
        }
        if (share < 14) {
            var refused = noted.plusDays(20).isAfter(today) ? today : noted.plusDays(20);
            right(refused, Told.refused(kind, refused, body), null);
            return;
        }
        int far =
                share < 17
                        ? -1 - chance.nextInt(25)
                        : share < 27
                                ? 2 + chance.nextInt(58)
                                : share < 34 ? 60 + chance.nextInt(60) : 125 + chance.nextInt(800);
        var ends = today.plusDays(far);
        var years =
                switch (kind) {
                    case "AME", "C2S" -> 1;
                    case "ALD", "PROTECTION" -> 5;
                    default -> 3;
                };
        var granted = Told.granted(kind, ends.minusYears(years).plusDays(1), ends, body);
        var measure =
                switch (kind) {
                    case "PROTECTION" ->
                            granted.named(
                                    chance.nextBoolean()
                                            ? "curatelle renforcée"
                                            : "habilitation familiale");
                    case "AAH" -> granted.worth("1033.32");
                    case "APA" -> granted.worth(300 + chance.nextInt(700) + ".50");
                    case "AEEH" -> granted.worth("151.80");
                    default -> granted;
                };
        var former = right(noted, measure, null);
        if (far > 100 || chance.nextInt(100) < 55) return;
        var since = today.minusDays(chance.nextInt(12));
        var sent = since.isBefore(noted) ? noted : since;
        var asked = chance.nextBoolean();
        right(
                sent,
                (asked ? Told.asked(kind, sent, body) : Told.toAsk(kind, body))
                        .named(measure.name()),
                former,
                asked
                        ? Step.done(sent, "Dossier de renouvellement envoyé", coordinator.name())
                                .then(
                                        today.plusDays(3 + chance.nextInt(25)),
                                        "Appeler pour savoir où en est le dossier",
                                        coordinator.name())
                        : Step.done(sent, "Pièces demandées à la famille", coordinator.name())
                                .then(
                                        today.plusDays(chance.nextInt(12) - 1),
                                        "Réunir les pièces du renouvellement",
                                        "La famille"));
    }
}
