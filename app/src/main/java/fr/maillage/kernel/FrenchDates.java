package fr.maillage.kernel;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days and times in the words a team uses. The day it is is always an argument. No word here can
/// be broken from its number.
public final class FrenchDates {
    /// Every day of the application is a day there.
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final List<String> MONTHS =
            List.of(
                    "janvier",
                    "février",
                    "mars",
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre");
    private static final List<String> SHORT_MONTHS =
            List.of(
                    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.",
                    "oct.", "nov.", "déc.");
    private static final String S = Typography.NBSP;

    private FrenchDates() {}

    /// « mar. 2 juin »; the year is left out, see [#shortDay(LocalDate, LocalDate)].
    public static String shortDay(LocalDate day) {
        return dayName(day).substring(0, 3)
                + "."
                + S
                + dayOfMonth(day)
                + S
                + SHORT_MONTHS.get(day.getMonthValue() - 1);
    }

    /// « mar. 2 juin », and « lun. 2 juin 2025 » when the year is not the one of `today`.
    public static String shortDay(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? shortDay(day) : shortDay(day) + S + day.getYear();
    }

    /// « 2 juin 2026 ».
    public static String date(LocalDate day) {
        return dayOfMonth(day) + S + MONTHS.get(day.getMonthValue() - 1) + S + day.getYear();
    }

    /// « mardi 2 juin 2026 ».
    public static String longDay(LocalDate day) {
        return dayName(day) + S + date(day);
    }

    /// « 02/06/2026 », for tables and forms.
    public static String numeric(LocalDate day) {
        return "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /// The twelve months without accents, as [#month] takes them.
    public static List<String> plainMonths() {
        return MONTHS.stream().map(FrenchDates::plain).toList();
    }

    /// The month a word names, whatever its accents and case; 0 when it names none.
    public static int month(String word) {
        return plainMonths().indexOf(plain(word)) + 1;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /// A day as a date field sends it, or as people type it, `02/06/2026` or `2.6.2026`; empty when
    /// it is none, or beyond the years PostgreSQL and people both understand (1900 to 2200).
    public static Optional<LocalDate> read(String typed) {
        var french = TYPED.matcher(typed);
        try {
            var day =
                    french.matches()
                            ? LocalDate.of(
                                    Integer.parseInt(french.group(3)),
                                    Integer.parseInt(french.group(2)),
                                    Integer.parseInt(french.group(1)))
                            : LocalDate.parse(typed);
            return Optional.of(day).filter(d -> d.getYear() >= 1900 && d.getYear() <= 2200);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A time of day, `09:30`, `9:30` or `9h30`; empty when it is none.
    public static Optional<LocalTime> readTime(String typed) {
        var plain = typed.replace('h', ':').replaceAll(":$", ":00");
        try {
            return Optional.of(LocalTime.parse(plain.matches("\\d:.*") ? "0" + plain : plain));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// « mardi 2 juin 2026 à 14:05 », on the clocks of Paris.
    public static String exact(Instant at) {
        return exact(LocalDateTime.ofInstant(at, PARIS));
    }

    /// « mardi 2 juin 2026 à 14:05 ».
    public static String exact(LocalDateTime at) {
        return longDay(at.toLocalDate()) + " à" + S + time(at);
    }

    /// « 14:05 ».
    public static String time(LocalDateTime at) {
        return "%02d:%02d".formatted(at.getHour(), at.getMinute());
    }

    /// « aujourd’hui », « hier », « demain », « il y a 2 j », « dans 3 j »; from 60 days on in
    /// months, from two years on in years, whole ones.
    public static String relative(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) return "aujourd’hui";
        if (days == -1) return "hier";
        if (days == 1) return "demain";
        return (days < 0 ? "il y a" : "dans")
                + S
                + distance(Math.abs(days), Math.abs(ChronoUnit.MONTHS.between(today, day)));
    }

    /// [#relative(LocalDate, LocalDate)] for the day it was in Paris.
    public static String relative(Instant at, LocalDate today) {
        return relative(LocalDate.ofInstant(at, PARIS), today);
    }

    /// « 84 ans »; under three years in months (« 14 mois »), under one month in days (« 12 jours
    /// »).
    ///
    /// @throws IllegalArgumentException when `birth` comes after `day`
    public static String age(LocalDate birth, LocalDate day) {
        if (birth.isAfter(day)) throw new IllegalArgumentException("not born yet");
        long months = ChronoUnit.MONTHS.between(birth, day);
        if (months >= 36) return months / 12 + S + "ans";
        if (months >= 1) return months + S + "mois";
        long days = ChronoUnit.DAYS.between(birth, day);
        return days + S + (days < 2 ? "jour" : "jours");
    }

    /// « du 2 juin 2026 au 3 juillet 2026 », « le 2 juin 2026 » for a single day, « depuis le 2
    /// juin 2026 » when it has no end. A period without end that begins after `today` is « à partir
    /// du 2 juin 2026 ».
    public static String period(Period period, LocalDate today) {
        var start = date(period.start());
        var end = period.end();
        if (end == null)
            return (period.start().isAfter(today) ? "à partir du" : "depuis le") + S + start;
        return period.start().equals(end)
                ? "le" + S + start
                : "du" + S + start + " au" + S + date(end);
    }

    private static String distance(long days, long months) {
        if (days < 60) return days + S + "j";
        return months < 24 ? months + S + "mois" : months / 12 + S + "ans";
    }

    private static String dayName(LocalDate day) {
        return DAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    private static String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    }
}
