package fr.maillage.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A whole date of birth, in 1900 or later. Incomplete dates are not held here. [#toString()] shows
/// the year only.
public record BirthDate(LocalDate value) {
    /// Nobody alive was born before.
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(\\d{1,2})[/.\\-\\s](\\d{1,2})[/.\\-\\s](\\d{4})|(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /// @throws IllegalArgumentException when it is before [#EARLIEST]; whether it is in the future
    ///   only [#check] can tell
    public BirthDate {
        if (value.isBefore(EARLIEST)) throw new IllegalArgumentException("not a birth date");
    }

    /// Reads `14/05/1942`, `14051942`, or what a date field sends (`1942-05-14`); empty when it is
    /// wrong on `today`.
    public static Optional<BirthDate> parse(String typed, LocalDate today) {
        return check(typed, today) instanceof Check.Valid(var date)
                ? Optional.of(date)
                : Optional.empty();
    }

    /// Like [#parse], and says what is wrong. A year of two digits is refused: 26 may be a child or
    /// a centenarian.
    public static Check check(String typed, LocalDate today) {
        var text = typed.strip();
        if (text.isEmpty()) return new Check.Missing();
        var iso = YEAR_FIRST.matcher(text);
        var french = DAY_FIRST.matcher(text);
        try {
            if (iso.matches()) return check(date(iso.group(1), iso.group(2), iso.group(3)), today);
            if (!french.matches()) return new Check.NotADate();
            return check(
                    french.group(1) != null
                            ? date(french.group(3), french.group(2), french.group(1))
                            : date(french.group(6), french.group(5), french.group(4)),
                    today);
        } catch (DateTimeException _) {
            return new Check.NotADate();
        }
    }

    /// Whether `date` may be the birth of somebody known on `today`; born today is right.
    public static Check check(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) return new Check.InTheFuture();
        return date.isBefore(EARLIEST)
                ? new Check.TooEarly()
                : new Check.Valid(new BirthDate(date));
    }

    /// Full years on `day`.
    public int yearsOn(LocalDate day) {
        return java.time.Period.between(value, day).getYears();
    }

    @Override
    public String toString() {
        return "BirthDate[" + value.getYear() + "]";
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /// What reading a date of birth gives.
    public sealed interface Check {
        /// It may be one.
        record Valid(BirthDate date) implements Check {}

        /// Nothing was typed.
        record Missing() implements Check {}

        /// No day of the calendar can be read.
        record NotADate() implements Check {}

        /// After the given day.
        record InTheFuture() implements Check {}

        /// Before [BirthDate#EARLIEST].
        record TooEarly() implements Check {}
    }
}
