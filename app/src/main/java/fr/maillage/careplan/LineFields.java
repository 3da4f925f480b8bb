package fr.maillage.careplan;

import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;

import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Fields that a line of a plan and a line of a protocol have in common.
public final class LineFields {

    /// Domains of a goal.
    public static final Set<String> DOMAINS =
            Set.of("MEDICAL", "EDUCATIF", "PSYCHOLOGIQUE", "SOCIAL");

    /// Kinds of a goal.
    public static final Set<String> KINDS = Set.of("BIOMEDICAL", "QUALITATIF");

    /// Units of a rhythm; "" for once.
    public static final Set<String> UNITS = Set.of("", "JOUR", "SEMAINE", "MOIS");

    private LineFields() {}

    public static Field domain(Typed typed) {
        return select(
                "domain",
                "Domaine",
                typed,
                options(
                        "MEDICAL",
                        "Médical",
                        "EDUCATIF",
                        "Éducatif",
                        "PSYCHOLOGIQUE",
                        "Psychologique",
                        "SOCIAL",
                        "Social"),
                false);
    }

    /// The rhythm of what repeats.
    public static Field unit(Typed typed) {
        return select(
                "unit",
                "Périodicité",
                typed,
                options(
                        "",
                        "une seule fois",
                        "JOUR",
                        "jours",
                        "SEMAINE",
                        "semaines",
                        "MOIS",
                        "mois"),
                false);
    }

    /// Days of the week, ISO.
    public static Field weekdays(Typed typed) {
        var chosen = typed.all("weekdays");
        return new Field(
                "weekdays",
                "Jours de la semaine",
                null,
                "DAYS",
                "",
                chosen,
                List.of(
                        new Group(
                                "",
                                IntStream.rangeClosed(1, 7)
                                        .mapToObj(day ->
                                                new Option(
                                                        String.valueOf(day),
                                                        RecurrenceWords.weekday(day),
                                                        chosen.contains(String.valueOf(day))))
                                        .toList())),
                true,
                null);
    }

    /// The days ticked, of a rhythm that has some: neither once nor by days.
    public static Set<Integer> weekdays(Typed typed, String unit) {
        var days = new TreeSet<Integer>();
        if (unit.isEmpty() || unit.equals("JOUR")) return days;
        for (var day : typed.all("weekdays"))
            if (day.matches("[1-7]")) days.add(Integer.valueOf(day));
        return days;
    }
}
