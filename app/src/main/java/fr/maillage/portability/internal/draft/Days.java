package fr.maillage.portability.internal.draft;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.portability.internal.reading.Cell;
import fr.maillage.portability.internal.reading.Headings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// Reads a day as spreadsheets and people write it: a day of the spreadsheet, `14/03/1941`,
/// `14.3.41`, `1941-03-14`, « 14 mars 1941 », or the number a spreadsheet counts days by. Day
/// before month, always.
///
/// A year of two digits is read when the other century would be in the future (for a birth), or far
/// from now (for anything else); otherwise it is refused.
final class Days {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})(?:[ T].*)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[ T].*)?");
    private static final Pattern WORDED =
            Pattern.compile("(\\d{1,2})(?:er)? ([a-z]+) (\\d{4}|\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(?:\\.\\d+)?");

    /// Numbers of days from 1 January 1910 to 31 December 2099: a year alone (1941) is none of
    /// them.
    private static final int FIRST_SERIAL = 3654;

    private static final int LAST_SERIAL = 73_050;

    private Days() {}

    /// What a cell gives.
    sealed interface Read {
        /// @param doubt what was done to read it, to be said; empty when it was plain
        record Day(LocalDate day, Doubt doubt) implements Read {}

        /// No day, or one that cannot be told.
        record Wrong(Fault fault) implements Read {}
    }

    /// What was assumed.
    enum Doubt {
        NONE,
        TWO_DIGITS,
        SERIAL
    }

    /// Why it is none.
    enum Fault {
        NOT_A_DAY,
        YEAR_ALONE,
        AMBIGUOUS_YEAR,
        BIRTH_IN_FUTURE,
        BIRTH_TOO_EARLY
    }

    static Read read(Cell cell, boolean birth, LocalDate today) {
        var read = raw(cell, birth, today);
        if (!birth || !(read instanceof Read.Day(var day, _))) return read;
        if (day.isAfter(today)) return new Read.Wrong(Fault.BIRTH_IN_FUTURE);
        return day.isBefore(LocalDate.of(1890, 1, 1))
                ? new Read.Wrong(Fault.BIRTH_TOO_EARLY)
                : read;
    }

    private static Read raw(Cell cell, boolean birth, LocalDate today) {
        var text = cell.text().strip();
        if (cell.nature() == Cell.Nature.DATE) return day(LocalDate.parse(text), Doubt.NONE);
        try {
            var french = DAY_FIRST.matcher(text);
            if (french.matches())
                return assemble(
                        french.group(1),
                        Integer.parseInt(french.group(2)),
                        french.group(3),
                        birth,
                        today);
            var iso = YEAR_FIRST.matcher(text);
            if (iso.matches())
                return assemble(
                        iso.group(3), Integer.parseInt(iso.group(2)), iso.group(1), birth, today);
            var worded = WORDED.matcher(Headings.key(text));
            if (worded.matches()) {
                int month = FrenchDates.month(worded.group(2));
                if (month > 0)
                    return assemble(worded.group(1), month, worded.group(3), birth, today);
            }
        } catch (DateTimeException _) {
            return new Read.Wrong(Fault.NOT_A_DAY);
        }
        if (text.matches("(19|20)\\d\\d")) return new Read.Wrong(Fault.YEAR_ALONE);
        if (SERIAL.matcher(text).matches()) {
            int days = (int) Double.parseDouble(text);
            if (days >= FIRST_SERIAL && days <= LAST_SERIAL)
                return day(LocalDate.of(1899, 12, 30).plusDays(days), Doubt.SERIAL);
        }
        return new Read.Wrong(Fault.NOT_A_DAY);
    }

    private static Read assemble(
            String day, int month, String year, boolean birth, LocalDate today) {
        int typed = Integer.parseInt(year);
        int of = Integer.parseInt(day);
        if (year.length() == 4) return day(LocalDate.of(typed, month, of), Doubt.NONE);
        int century = today.getYear() / 100 * 100;
        var recent = LocalDate.of(century + typed, month, of);
        var former = LocalDate.of(century - 100 + typed, month, of);
        if (birth) {
            // this century or the last: only one is right, and only the future tells which is not
            return recent.isAfter(today)
                    ? day(former, Doubt.TWO_DIGITS)
                    : new Read.Wrong(Fault.AMBIGUOUS_YEAR);
        }
        if (recent.isBefore(today.plusYears(20))) return day(recent, Doubt.TWO_DIGITS);
        return former.isAfter(today.minusYears(40))
                ? day(former, Doubt.TWO_DIGITS)
                : new Read.Wrong(Fault.AMBIGUOUS_YEAR);
    }

    private static Read day(LocalDate day, Doubt doubt) {
        return new Read.Day(day, doubt);
    }
}
