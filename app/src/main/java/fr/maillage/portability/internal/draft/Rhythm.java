package fr.maillage.portability.internal.draft;

import fr.maillage.careplan.Recurrence;
import fr.maillage.portability.internal.reading.Headings;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// How often, as people write it: « 2 fois par semaine », « tous les 15 jours », « mensuel », « 1/3
/// mois ».
///
/// @param spread several times a week: the weekdays were chosen, evenly, and are to be looked at
/// @param days ISO weekdays that were said
record Rhythm(int every, String unit, int times, boolean spread, Set<Integer> days) {

    Rhythm {
        days = Set.copyOf(days);
    }

    Rhythm(int every, String unit, int times, boolean spread) {
        this(every, unit, times, spread, Set.of());
    }

    private static final Pattern TIMES =
            Pattern.compile(
                    "(?:(\\d+|un|une|deux|trois|quatre|cinq)(?: fois| f| x)?|fois) (?:par|la|le|chaque|tous les|toutes les)? ?(\\d+)? ?(jour|j|semaine|sem|mois|trimestre|semestre|an|annee)s?");
    private static final Pattern EVERY =
            Pattern.compile(
                    "(?:tous les|toutes les|chaque|par|ts les|ttes les) ?(\\d+|un|une|deux|trois|quatre|cinq|six)? ?(jour|j|semaine|sem|mois|trimestre|semestre|an|annee)s?");
    private static final Map<String, Rhythm> WORDS =
            Map.ofEntries(
                    Map.entry("quotidien", new Rhythm(1, "JOUR", 1, false)),
                    Map.entry("quotidienne", new Rhythm(1, "JOUR", 1, false)),
                    Map.entry("journalier", new Rhythm(1, "JOUR", 1, false)),
                    Map.entry("hebdomadaire", new Rhythm(1, "SEMAINE", 1, false)),
                    Map.entry("hebdo", new Rhythm(1, "SEMAINE", 1, false)),
                    Map.entry("bimensuel", new Rhythm(2, "SEMAINE", 1, false)),
                    Map.entry("mensuel", new Rhythm(1, "MOIS", 1, false)),
                    Map.entry("mensuelle", new Rhythm(1, "MOIS", 1, false)),
                    Map.entry("bimestriel", new Rhythm(2, "MOIS", 1, false)),
                    Map.entry("trimestriel", new Rhythm(3, "MOIS", 1, false)),
                    Map.entry("trimestrielle", new Rhythm(3, "MOIS", 1, false)),
                    Map.entry("semestriel", new Rhythm(6, "MOIS", 1, false)),
                    Map.entry("semestrielle", new Rhythm(6, "MOIS", 1, false)),
                    Map.entry("annuel", new Rhythm(12, "MOIS", 1, false)),
                    Map.entry("annuelle", new Rhythm(12, "MOIS", 1, false)));
    private static final Map<String, Integer> NUMBERS =
            Map.of("un", 1, "une", 1, "deux", 2, "trois", 3, "quatre", 4, "cinq", 5, "six", 6);

    /// Words that mean once.
    private static final Set<String> ONCE =
            Set.of("", "une fois", "1 fois", "une seule fois", "ponctuel", "ponctuelle", "unique");

    static boolean once(String text) {
        return ONCE.contains(Headings.key(text));
    }

    /// Empty when it cannot be read.
    static Optional<Rhythm> parse(String text) {
        var key = Headings.key(text);
        var said = new TreeSet<Integer>();
        for (int day = 0; day < 7; day++) {
            var name = Rhythms.DAYS.get(day);
            if (!key.matches(".*\\b" + name + "s?\\b.*")) continue;
            said.add(day + 1);
            key = key.replaceAll("\\b" + name + "s?\\b", "").replaceAll(" +", " ").strip();
        }
        if (said.isEmpty()) return parseKey(key);
        return parseKey(key)
                .filter(r -> r.unit().equals("SEMAINE"))
                .map(r -> new Rhythm(r.every(), r.unit(), r.times(), false, said));
    }

    private static Optional<Rhythm> parseKey(String key) {
        var word = WORDS.get(key);
        if (word != null) return Optional.of(word);
        var every = EVERY.matcher(key);
        if (every.matches()) return of(1, number(every.group(1)), every.group(2));
        var times = TIMES.matcher(key);
        if (times.matches())
            return of(number(times.group(1)), number(times.group(2)), times.group(3));
        return Optional.empty();
    }

    private static Optional<Rhythm> of(int times, int n, String unit) {
        var rhythm =
                switch (unit) {
                    case "jour", "j" -> new Rhythm(n, "JOUR", times, false);
                    case "semaine", "sem" -> new Rhythm(n, "SEMAINE", times, times > 1);
                    case "mois" -> new Rhythm(n, "MOIS", times, false);
                    case "trimestre" -> new Rhythm(3 * n, "MOIS", times, false);
                    case "semestre" -> new Rhythm(6 * n, "MOIS", times, false);
                    default -> new Rhythm(12 * n, "MOIS", times, false);
                };
        if (rhythm.every() < 1 || rhythm.every() > 36) return Optional.empty();
        if (times == 1) return Optional.of(rhythm);
        if (rhythm.unit().equals("SEMAINE") && n == 1 && times <= 7) return Optional.of(rhythm);
        // « 2 fois par an » is every six months; what does not divide evenly is refused
        if (rhythm.unit().equals("MOIS") && rhythm.every() % times == 0)
            return Optional.of(new Rhythm(rhythm.every() / times, "MOIS", 1, false));
        return rhythm.unit().equals("MOIS") && rhythm.every() == 1 && times == 2
                ? Optional.of(new Rhythm(2, "SEMAINE", 1, false))
                : Optional.empty();
    }

    private static int number(@org.jspecify.annotations.Nullable String words) {
        if (words == null) return 1;
        return NUMBERS.containsKey(words) ? NUMBERS.get(words) : Integer.parseInt(words);
    }

    /// What waits for something, as [Rhythms] writes it.
    ///
    /// @param discharge for each discharge; false: for another act
    /// @param then how it goes on; null: once
    /// @param count how many times it goes on; null: until its end
    record Waiting(
            int n,
            String unit,
            boolean discharge,
            @org.jspecify.annotations.Nullable Rhythm then,
            @org.jspecify.annotations.Nullable Integer count) {

        private static final Pattern WORDS =
                Pattern.compile(
                        "(\\d{1,3}) (jour|semaine|mois)s? apres (?:chaque |la |une )?(sortie|un autre acte)(?: d hopital)?(?: puis (.+?))?(?: (\\d{1,3}) fois)?");

        /// Empty when it waits for nothing, or goes on at a rhythm that cannot be read.
        static Optional<Waiting> parse(String text) {
            var words = WORDS.matcher(Headings.key(text));
            if (!words.matches()) return Optional.empty();
            var then = words.group(4) == null ? null : Rhythm.parse(words.group(4)).orElse(null);
            if (words.group(4) != null && then == null) return Optional.empty();
            return Optional.of(
                    new Waiting(
                            Integer.parseInt(words.group(1)),
                            switch (words.group(2)) {
                                case "jour" -> "JOUR";
                                case "mois" -> "MOIS";
                                default -> "SEMAINE";
                            },
                            words.group(3).equals("sortie"),
                            then,
                            words.group(5) == null ? null : Integer.valueOf(words.group(5))));
        }

        /// Counted from `start`; its end is `end` when it goes on without a number of times.
        Recurrence from(LocalDate start, LocalDate end) {
            var after = new Recurrence.After(n, unit, Recurrence.What.SORTIE, null, null);
            return then == null
                    ? new Recurrence(start, null, null, null, null, Set.of(), after)
                    : new Recurrence(
                            start,
                            count == null ? end : null,
                            then.every(),
                            then.unit(),
                            count,
                            then.days(),
                            after);
        }
    }

    /// From `start` until `end`.
    Recurrence from(LocalDate start, LocalDate end) {
        var weekdays = new TreeSet<>(days);
        if (spread)
            for (int i = 0; i < times; i++)
                weekdays.add((start.getDayOfWeek().getValue() - 1 + i * 7 / times) % 7 + 1);
        return new Recurrence(start, end, every, unit, null, weekdays);
    }
}
