package fr.maillage.followup.internal.situation;

import fr.maillage.followup.internal.situation.WeekPage.Note;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Passages of a week, and what does not fit in them. Knows no database.
///
/// @param monday its first day
/// @param passages at home, each on one day of it
/// @param floating at home within a window wider than a day
/// @param alone whether the person lives alone
/// @param absent days she is not at home
record Week(
        LocalDate monday,
        List<Passage> passages,
        List<Passage> floating,
        boolean alone,
        Set<LocalDate> absent) {

    /// As many on one day ask to be spread or grouped: « proposition Maillage ».
    static final int MANY = 4;

    /// An act at home.
    ///
    /// @param who null: nobody yet
    record Passage(LocalDate on, String what, @Nullable String who) {}

    List<LocalDate> days() {
        return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    }

    /// How many different people come on a day.
    int comers(LocalDate day) {
        return (int)
                passages.stream()
                        .filter(p -> p.on().equals(day) && p.who() != null)
                        .map(Passage::who)
                        .distinct()
                        .count();
    }

    /// What to settle: days on which nobody comes, while somebody does on others; then the rest in
    /// the order of the days.
    List<Note> notes() {
        var notes = new ArrayList<Note>();
        var empty =
                days().stream()
                        .filter(day -> !absent.contains(day) && comers(day) == 0)
                        .map(Week::name)
                        .toList();
        if (!passages.isEmpty() && !empty.isEmpty())
            notes.add(
                    new Note(
                            SituationText.nobodyComes(empty, alone),
                            alone ? "is-due" : "",
                            "home"));
        for (var day : days()) {
            if (absent.contains(day)) continue;
            var name = name(day);
            int comers = comers(day);
            if (comers >= MANY)
                notes.add(
                        new Note(
                                SituationText.several(name, comers, whoOn(day)),
                                "is-due",
                                "users"));
            notes.addAll(doubles(day, name));
        }
        passages.stream()
                .filter(p -> p.who() == null)
                .map(Passage::what)
                .distinct()
                .forEach(what ->
                        notes.add(
                                new Note(
                                        SituationText.nobodyFor(what),
                                        "is-late",
                                        "circle-dashed")));
        floating.forEach(p -> {
            var who = p.who();
            notes.add(
                    who == null
                            ? new Note(
                                    SituationText.nobodyFor(p.what()), "is-late", "circle-dashed")
                            : new Note(SituationText.anyDay(p.what(), who), "", "calendar"));
        });
        return notes.stream().distinct().toList();
    }

    /// The same act by two people on one day.
    private List<Note> doubles(LocalDate day, String name) {
        return passages.stream()
                .filter(p -> p.on().equals(day) && p.who() != null)
                .collect(
                        Collectors.groupingBy(
                                p -> p.what().toLowerCase(java.util.Locale.FRENCH),
                                java.util.TreeMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.stream().map(Passage::who).distinct().count() > 1)
                .map(same ->
                        new Note(
                                SituationText.twice(
                                        same.getFirst().what(),
                                        name,
                                        same.stream()
                                                .flatMap(p ->
                                                        java.util.stream.Stream.ofNullable(p.who()))
                                                .distinct()
                                                .sorted()
                                                .toList()),
                                "is-due",
                                "git-compare"))
                .toList();
    }

    private List<String> whoOn(LocalDate day) {
        return passages.stream()
                .filter(p -> p.on().equals(day))
                .flatMap(p -> java.util.stream.Stream.ofNullable(p.who()))
                .distinct()
                .toList();
    }

    private static String name(LocalDate day) {
        return switch (DayOfWeek.from(day)) {
            case MONDAY -> "lundi";
            case TUESDAY -> "mardi";
            case WEDNESDAY -> "mercredi";
            case THURSDAY -> "jeudi";
            case FRIDAY -> "vendredi";
            case SATURDAY -> "samedi";
            case SUNDAY -> "dimanche";
        };
    }
}
