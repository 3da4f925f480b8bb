package fr.maillage.registry.internal.counter;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.registry.Entrances.Ask;
import fr.maillage.registry.internal.counter.Candidate.Area;
import fr.maillage.registry.internal.counter.Candidate.Size;
import fr.maillage.registry.internal.counter.CounterRule.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The French sentences of the counter.
final class CounterText {

    static final String THEN = NBSP + "; ";
    static final String COMMUNE = "Donnez la commune, par son nom ou son code postal.";
    static final String UNKNOWN =
            "Aucune commune connue n’a ce nom ou ce code postal"
                    + NBSP
                    + ": vérifiez l’orthographe, ou donnez le code postal.";
    static final String SEVERAL = "Plusieurs communes répondent" + NBSP + ": choisissez la vôtre.";
    static final String AGE = "Donnez l’âge en années, de 0 à 120, ou rien.";
    static final String THEME =
            "Choisissez un besoin de la liste, ou «\u00A0Je ne sais pas\u00A0».";
    static final String TOO_MANY =
            "Beaucoup de questions sont venues d’ici en une heure"
                    + NBSP
                    + ": attendez un peu, ou appelez l’une des structures déjà affichées.";

    private CounterText() {}

    static String openUntil(LocalTime to) {
        return "Ouvert jusqu’à " + hour(to);
    }

    static String opens(LocalDate day, LocalTime from, LocalDate today) {
        var when =
                day.equals(today)
                        ? "aujourd’hui"
                        : day.equals(today.plusDays(1)) ? "demain" : FrenchDates.shortDay(day);
        return "Fermé, ouvre " + when + " à " + hour(from);
    }

    static String stretch(OpeningHours.Stretch stretch) {
        return hour(stretch.from()) + " – " + hour(stretch.to());
    }

    static String days(DayOfWeek first, DayOfWeek last) {
        return first == last
                ? "le " + day(first)
                : last.getValue() == first.getValue() + 1
                        ? "les " + day(first) + " et " + day(last)
                        : "du " + day(first) + " au " + day(last);
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /// « 9 h », « 9 h 30 ».
    private static String hour(LocalTime time) {
        return time.getHour()
                + NBSP
                + "h"
                + (time.getMinute() == 0 ? "" : NBSP + "%02d".formatted(time.getMinute()));
    }

    /// « de Douai », « d’Aulnoy »; « du Cateau » and its like are left as « de Le Cateau ».
    private static String of(String name) {
        return name.matches("(?i)[aàâeéèêiîoôuûyh].*") ? "d’" + name : "de " + name;
    }

    /// Why it is an answer.
    static List<String> why(Candidate c, Area area, Place place, Ask ask) {
        var why = new ArrayList<String>();
        why.add(
                (area.emerging() ? "Se met en place pour " : "Son territoire déclaré comprend ")
                        + place.name()
                        + (area.size() == Size.COMMUNE ? "" : " (" + area(area) + ")")
                        + ", depuis le "
                        + FrenchDates.date(area.since()));
        var theme = c.theme(ask.themeCode());
        if (ask.themeCode() == null)
            why.add(c.anyTheme() ? "Reçoit toutes les situations" : "Suit " + themes(c));
        else if (theme.isPresent())
            why.add("Suit ce besoin" + NBSP + ": " + Typography.inSentence(theme.get().label()));
        else why.add("Reçoit toutes les situations, dont celle-ci");
        theme.ifPresent(t -> {
            if (t.from() != null || t.to() != null) why.add("Reçoit " + ages(t));
            if (t.priority() != null) why.add("Priorité" + NBSP + ": " + t.priority());
        });
        return why;
    }

    /// Why it is no more than the nearest.
    static List<String> whyNear(Candidate c, Place place, Ask ask, @Nullable Integer km) {
        var why = new ArrayList<String>();
        if (km != null && km > 0) why.add("À " + km + NBSP + "km " + of(place.name()));
        if (!c.follows(ask.themeCode()))
            why.add("Ne suit pas ce besoin, mais informe et oriente dans le département");
        var theme = c.theme(ask.themeCode()).filter(t -> !t.takes(ask.age()));
        theme.ifPresent(t -> why.add("Reçoit " + ages(t) + NBSP + ": pas à cet âge"));
        if (theme.isEmpty() && c.follows(ask.themeCode()))
            why.add("Ne déclare pas couvrir " + place.name() + NBSP + ": demandez-lui qui le fait");
        return why;
    }

    static String ages(Candidate.Theme t) {
        var from = t.from();
        var to = t.to();
        if (from != null && to != null) return "de " + from + " à " + to + NBSP + "ans";
        if (to != null) return "jusqu’à " + to + NBSP + "ans";
        return from == null ? "à tout âge" : "à partir de " + from + NBSP + "ans";
    }

    private static String area(Area area) {
        return switch (area.size()) {
            case COMMUNE -> area.label();
            case ZONE -> "zone " + area.label();
            case TERRITOIRE -> "territoire " + area.label();
            case REGION -> "région " + area.label();
        };
    }

    private static String themes(Candidate c) {
        return String.join(
                ", ", c.themes().stream().map(t -> Typography.inSentence(t.label())).toList());
    }
}
