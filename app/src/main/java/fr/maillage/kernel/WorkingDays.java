package fr.maillage.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The days a coordination team works: Monday to Friday, public holidays excepted.
///
/// `alsaceMoselle` adds Good Friday and 26 December, days off in the Bas-Rhin, the Haut-Rhin and
/// the Moselle. The days of overseas territories (abolition of slavery) are not in it. Source: Code
/// du travail, L3133-1 and L3134-13.
public record WorkingDays(boolean alsaceMoselle) {
    /// The rule for the whole of France but Alsace and the Moselle.
    public static final WorkingDays FRANCE = new WorkingDays(false);

    /// Public holidays of `year` (1983 or later, since 8 May became one again), in order, with
    /// their French names. Two may fall on one day (Ascension on 1 May in 2008): it then has both
    /// names.
    public SortedMap<LocalDate, String> holidays(int year) {
        if (year < 1983) throw new IllegalArgumentException("holidays are known from 1983 on");
        var easter = easter(year);
        var days = new TreeMap<LocalDate, String>();
        days.put(LocalDate.of(year, 1, 1), "Jour de l’An");
        if (alsaceMoselle) add(days, easter.minusDays(2), "Vendredi saint");
        add(days, easter.plusDays(1), "Lundi de Pâques");
        add(days, LocalDate.of(year, 5, 1), "Fête du Travail");
        add(days, LocalDate.of(year, 5, 8), "Victoire de 1945");
        add(days, easter.plusDays(39), "Ascension");
        add(days, easter.plusDays(50), "Lundi de Pentecôte");
        add(days, LocalDate.of(year, 7, 14), "Fête nationale");
        add(days, LocalDate.of(year, 8, 15), "Assomption");
        add(days, LocalDate.of(year, 11, 1), "Toussaint");
        add(days, LocalDate.of(year, 11, 11), "Armistice de 1918");
        add(days, LocalDate.of(year, 12, 25), "Noël");
        if (alsaceMoselle) add(days, LocalDate.of(year, 12, 26), "Saint-Étienne");
        return Collections.unmodifiableSortedMap(days);
    }

    /// Whether `day` is a public holiday, at the weekend or not.
    public boolean isHoliday(LocalDate day) {
        // asked in loops over years of occurrences: arithmetic, not the named map
        int date = 100 * day.getMonthValue() + day.getDayOfMonth();
        return switch (date) {
            case 101, 501, 508, 714, 815, 1101, 1111, 1225 -> true;
            case 1226 -> alsaceMoselle;
            default -> {
                long afterEaster = ChronoUnit.DAYS.between(easter(day.getYear()), day);
                yield afterEaster == 1
                        || afterEaster == 39
                        || afterEaster == 50
                        || afterEaster == -2 && alsaceMoselle;
            }
        };
    }

    /// Neither a weekend nor a public holiday.
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday(day);
    }

    /// `day` itself when it is worked, else the first worked day after it: where a deadline moves.
    public LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : next(day);
    }

    /// The first worked day after `day`.
    public LocalDate next(LocalDate day) {
        return step(day, 1);
    }

    /// The last worked day before `day`.
    public LocalDate previous(LocalDate day) {
        return step(day, -1);
    }

    /// The `count`-th worked day after `day`, `day` itself not counted; before it when negative;
    /// `day` as it is when 0.
    public LocalDate plus(LocalDate day, int count) {
        for (int i = 0; i < Math.abs(count); i++) day = step(day, Integer.signum(count));
        return day;
    }

    /// How many worked days after `from` up to `to`, `to` included; 0 when `to` is not after
    /// `from`.
    public int between(LocalDate from, LocalDate to) {
        return (int)
                from.plusDays(1)
                        .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count();
    }

    private LocalDate step(LocalDate day, int direction) {
        do day = day.plusDays(direction);
        while (!isWorkingDay(day));
        return day;
    }

    private static void add(TreeMap<LocalDate, String> days, LocalDate day, String name) {
        days.merge(day, name, (one, other) -> one + ", " + other);
    }

    /// Easter Sunday of the Gregorian calendar, by Butcher’s method.
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearInCentury = year % 100;
        int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
        int weekday =
                (32 + 2 * (century % 4) + 2 * (yearInCentury / 4) - epact - yearInCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
