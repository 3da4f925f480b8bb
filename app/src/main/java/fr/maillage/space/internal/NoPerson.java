package fr.maillage.space.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A space is read by people of several structures: what looks like the data of a person
/// accompanied is refused before it is written. It knows shapes, not names: the page says that
/// nobody is named, and a moderator erases what slipped through.
final class NoPerson {

    /// What was found in a text.
    enum Found {
        /// The number of a person, with or without its key, spaces or dots between the groups.
        MATRICULE,
        /// A number that is not a structure’s.
        PHONE,
        BIRTH,
        /// A day in figures, more than a year ago, that no text of law is beside: it reads as a
        /// birth.
        OLD_DAY
    }

    private static final String GAP = "[\\s./_-]{0,2}";
    // month 01–12, or 20 and above as incomplete civil statuses have it
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{Alnum}])[123478]"
                            + GAP
                            + "\\d\\d"
                            + GAP
                            + "(?:0[1-9]|1[0-2]|[2-9]\\d)"
                            + GAP
                            + "(?:\\d\\d|2[AaBb])"
                            + GAP
                            + "\\d{3}"
                            + GAP
                            + "\\d{3}(?:"
                            + GAP
                            + "\\d\\d)?(?!\\p{Alnum})");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<!\\d)(?:\\+\\s?33|0033|0)"
                            + GAP
                            + "(?:\\(0\\))?"
                            + GAP
                            + "[1-9](?:"
                            + GAP
                            + "\\d\\d){4}(?!\\d)");
    private static final String DAY =
            "\\d{1,2}(?:er)?[\\s./-]{1,2}(?:\\d{1,2}|"
                    + "janv\\w*|f[ée]v\\w*|mars|avr\\w*|mai|juin|juil\\w*|ao[ûu]t|sept\\w*|oct\\w*|nov\\w*|d[ée]c\\w*"
                    + ")[\\s./-]{1,2}(?:\\d{4}|\\d{2})(?!\\d)";
    private static final Pattern BIRTH =
            Pattern.compile(
                    "(?<!\\p{L})(?:n[ée]{1,2}(?:\\s?\\(e\\))?|ddn|naissance)(?!\\p{L})(?:.{0,20}?"
                            + DAY
                            + "|\\s+en\\s+(?:19|20)\\d\\d)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIGURES =
            Pattern.compile(
                    "(?<![\\d/.-])(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)|(?<![\\d/.-])(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)");
    private static final Pattern TEXT_OF_LAW =
            Pattern.compile(
                    "\\b(loi|d[ée]cret|arr[êe]t[ée]|ordonnance|circulaire|instruction|d[ée]cision|d[ée]lib[ée]ration|avis|recommandation|convention|version|r[ée]union)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int BEFORE = 60;

    private NoPerson() {}

    /// What looks like a person in a text; empty when nothing does.
    ///
    /// @param structures whether all these telephone numbers are those of structures, asked when
    ///   there is one
    static Optional<Found> in(
            String words, LocalDate today, Predicate<Set<PhoneNumber>> structures) {
        // wide figures, hard spaces and marks that nobody sees are read as what they look like
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        if (NUMBER.matcher(plain).find()) return Optional.of(Found.MATRICULE);
        if (phoneOfSomebody(plain, structures)) return Optional.of(Found.PHONE);
        if (BIRTH.matcher(plain).find()) return Optional.of(Found.BIRTH);
        var figures = FIGURES.matcher(plain);
        while (figures.find()) {
            var typed =
                    figures.group(1) == null
                            ? figures.group()
                            : figures.group(1) + "/" + figures.group(2) + "/" + figures.group(3);
            var before = plain.substring(Math.max(0, figures.start() - BEFORE), figures.start());
            if (FrenchDates.read(typed).filter(d -> d.isBefore(today.minusYears(1))).isPresent()
                    && !TEXT_OF_LAW.matcher(before).find()) return Optional.of(Found.OLD_DAY);
        }
        return Optional.empty();
    }

    private static boolean phoneOfSomebody(String plain, Predicate<Set<PhoneNumber>> structures) {
        var found = new HashSet<PhoneNumber>();
        var typed = PHONE.matcher(plain);
        while (typed.find()) {
            var number = PhoneNumber.parse(typed.group());
            if (number.isEmpty()) return true;
            found.add(number.get());
        }
        return !found.isEmpty() && !structures.test(found);
    }
}
