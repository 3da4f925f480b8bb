package fr.maillage.followup.internal.matching;

import fr.maillage.kernel.PersonName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which planned acts an event may have fulfilled, best first, and why.
///
/// Points: same author 40, words in common 15 each (30 at most), a thing of the kind the act gives
/// 20, inside its window 20, otherwise 20 less one a day. Proposed from [#LEAST] points, when
/// something else than the date speaks for it, at most [#DISTANCE] days from the window, one date
/// an intervention, [#MOST] acts. « Proposition Maillage »: no text says how. Nothing is random:
/// the same event gives the same list.
final class Ranking {

    /// Days before the window, or after it, beyond which an event is about something else.
    static final int DISTANCE = 30;

    /// Points under which nothing is proposed.
    static final int LEAST = 30;

    /// How many acts are proposed.
    static final int MOST = 5;

    private static final int AUTHOR = 40;
    private static final int WORD = 15;
    private static final int WORDS = 30;
    private static final int KIND = 20;
    private static final int DATE = 20;

    /// Letters by which two forms of a word are one: « cardiologue », « cardiologie ».
    private static final int STEM = 6;

    /// Words of a name, or of a title, that tell nothing.
    private static final Set<String> COMMON =
            Set.of(
                    "docteur",
                    "madame",
                    "monsieur",
                    "service",
                    "cabinet",
                    "centre",
                    "hopital",
                    "clinique",
                    "infirmier",
                    "infirmiere",
                    "medecin",
                    "avec",
                    "pour",
                    "dans",
                    "chez",
                    "apres",
                    "avant",
                    "domicile",
                    "compte",
                    "rendu",
                    "visite",
                    "appel",
                    "note",
                    "point",
                    "suivi",
                    "plan",
                    "date",
                    "fait",
                    "patient",
                    "patiente",
                    "personne");

    private Ranking() {}

    /// @param act the dated act
    /// @param score its points
    /// @param why in words: « même auteur, dans la fenêtre »
    record Ranked(Planned act, int score, String why) {}

    /// The acts `arrival` may have fulfilled. Acts of another person, done already, suspended, or
    /// out of distance are never among them.
    static List<Ranked> of(Arrival arrival, List<Planned> acts) {
        var best = new HashMap<UUID, Ranked>();
        for (var act : acts) {
            if (!act.patient().equals(arrival.patient()) || !act.status().equals("PREVU")) continue;
            if (distance(act, arrival.day()) > DISTANCE) continue;
            var ranked = score(arrival, act);
            if (ranked != null)
                best.merge(
                        act.intervention(),
                        ranked,
                        (a, b) -> order(arrival.day()).compare(a, b) <= 0 ? a : b);
        }
        return best.values().stream().sorted(order(arrival.day())).limit(MOST).toList();
    }

    private static Comparator<Ranked> order(LocalDate day) {
        return Comparator.comparingInt(Ranked::score)
                .reversed()
                .thenComparing(r -> distance(r.act(), day))
                .thenComparing(r -> r.act().dueOn())
                .thenComparing(r -> r.act().id());
    }

    /// Days from the window; 0 inside.
    static long distance(Planned act, LocalDate day) {
        if (day.isBefore(act.dueOn())) return ChronoUnit.DAYS.between(day, act.dueOn());
        return Math.max(0, ChronoUnit.DAYS.between(act.dueUntil(), day));
    }

    private static @Nullable Ranked score(Arrival arrival, Planned act) {
        var why = new ArrayList<String>();
        int score = 0;
        if (sameAuthor(arrival.who(), act.actor())) {
            score += AUTHOR;
            why.add(MatchingText.SAME_AUTHOR);
        }
        var words = common(arrival, act);
        if (!words.isEmpty()) {
            score += Math.min(WORDS, WORD * words.size());
            why.add(MatchingText.words(words));
        }
        if (gives(arrival).contains(act.type())) {
            score += KIND;
            why.add(MatchingText.OF_ITS_KIND);
        }
        if (score == 0) return null;
        var away = distance(act, arrival.day());
        score += (int) Math.max(0, DATE - away);
        why.add(MatchingText.when(away, arrival.day().isBefore(act.dueOn())));
        return score < LEAST ? null : new Ranked(act, score, String.join(", ", why));
    }

    /// Whether two ways of writing a name are one person's: a word of the name in common.
    static boolean sameAuthor(@Nullable String who, @Nullable String actor) {
        if (who == null || actor == null) return false;
        var names = nameWords(who);
        return nameWords(actor).stream().anyMatch(names::contains);
    }

    private static Set<String> nameWords(String name) {
        return Arrays.stream(PersonName.searchKey(name).toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() >= 4 && !COMMON.contains(word))
                .collect(Collectors.toSet());
    }

    /// Words of the act that the event says too, as the act writes them.
    private static Set<String> common(Arrival arrival, Planned act) {
        var said = stems(arrival.title()).keySet();
        var words = new TreeSet<String>();
        stems(act.title())
                .forEach((stem, word) -> {
                    if (said.contains(stem)) words.add(word);
                });
        return words;
    }

    private static Map<String, String> stems(String text) {
        return Arrays.stream(PersonName.searchKey(text).toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() >= 4 && !COMMON.contains(word))
                .collect(
                        Collectors.toMap(
                                word -> word.substring(0, Math.min(STEM, word.length())),
                                word -> word,
                                (a, _) -> a));
    }

    /// Types of acts of which such a thing is the usual trace.
    private static Set<String> gives(Arrival arrival) {
        return switch (arrival.kind()) {
            case VISITE -> Set.of("EVALUATION", "BILAN_SOCIAL", "SEANCE_EDUCATION");
            case EVALUATION -> Set.of("EVALUATION", "BILAN_SOCIAL");
            case SEJOUR -> Set.of("HOSPITALISATION");
            case RELAIS, CONTACT -> Set.of("SIGNALEMENT");
            case DOCUMENT ->
                    switch (arrival.nature()) {
                        case "COMPTE_RENDU" ->
                                Set.of("CONSULTATION", "EXAMEN", "EVALUATION", "DECISION_RCP");
                        case "COURRIER_SORTIE" -> Set.of("HOSPITALISATION");
                        case "ORDONNANCE" ->
                                Set.of(
                                        "PRESCRIPTION_MEDICAMENTEUSE",
                                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                        "CONSULTATION");
                        case "EVALUATION" -> Set.of("EVALUATION", "BILAN_SOCIAL");
                        case "ADMINISTRATIF" ->
                                Set.of("AIDE_FINANCIERE_OU_SOCIALE", "SERVICE_A_LA_PERSONNE");
                        default -> Set.of();
                    };
        };
    }
}
