package fr.maillage.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person’s name, put in one form: family name in capitals (accents kept), first name
/// capitalised; `given` is empty when unknown.
///
/// Any text is a name, markup and emoji included: what shows it escapes it. Refused are the
/// characters that are not text (controls, line breaks, marks that reverse the reading order) and
/// lengths beyond [#MAX]. [#toString()] hides it.
public record PersonName(String family, String given) {
    /// Longest part, in code points.
    public static final int MAX = 100;

    /// Puts both parts in form.
    ///
    /// @throws IllegalArgumentException when [#check(String, String)] would refuse; the name is
    ///   never in the message
    public PersonName {
        family = clean(family).toUpperCase(Locale.FRENCH);
        given = capitalised(clean(given));
        if (family.isEmpty()
                || wrong(Part.FAMILY, family) != null
                || wrong(Part.GIVEN, given) != null) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /// Reads a name typed in two fields; empty when a rule refuses it.
    public static Optional<PersonName> parse(String family, String given) {
        return check(family, given) instanceof Check.Valid(var name)
                ? Optional.of(name)
                : Optional.empty();
    }

    /// Like [#parse(String, String)], and says what is wrong with the first part that is.
    public static Check check(String family, String given) {
        if (clean(family).isEmpty()) return new Check.FamilyMissing();
        // as stored, since case changes lengths: ß becomes SS
        var wrongFamily = wrong(Part.FAMILY, clean(family).toUpperCase(Locale.FRENCH));
        if (wrongFamily != null) return wrongFamily;
        var wrongGiven = wrong(Part.GIVEN, capitalised(clean(given)));
        return wrongGiven != null ? wrongGiven : new Check.Valid(new PersonName(family, given));
    }

    /// `LEROY Odette`.
    public String display() {
        return given.isEmpty() ? family : family + " " + given;
    }

    /// What search compares: see [#searchKey(String)].
    public String searchKey() {
        return searchKey(display());
    }

    /// `text` in small letters, without accents, ligatures or punctuation, words apart by one
    /// space: « Lœtitia N’Guyên-D’Aÿ » gives `loetitia n guyen d ay`. A text without any letter or
    /// digit is kept as it is, so that it can still be found.
    public static String searchKey(String text) {
        var plain =
                Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("đ", "d")
                        .replace("ð", "d")
                        .replace("þ", "th")
                        .replace("ı", "i")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        return plain.isEmpty() ? text.strip() : plain;
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }

    /// The family name of a name as displayed (`LEROY Odette`): the words in capitals that begin
    /// it; all of it when none does.
    public static String familyOf(String display) {
        int end = 0;
        for (var word : display.split(" ")) {
            if (!word.equals(word.toUpperCase(Locale.FRENCH))) break;
            end += word.length() + 1;
        }
        return end == 0 ? display : display.substring(0, Math.min(end - 1, display.length()));
    }

    /// What follows [#familyOf] in a name as displayed; empty when nothing does.
    public static String givenOf(String display) {
        return display.substring(familyOf(display).length()).strip();
    }

    private static String clean(String typed) {
        return Normalizer.normalize(typed.replace('\'', '’').strip(), Normalizer.Form.NFC)
                .replaceAll("\\p{Zs}+", " ")
                .strip();
    }

    private static Check.@Nullable Refused wrong(Part part, String cleaned) {
        if (cleaned.codePoints().anyMatch(PersonName::notText))
            return new Check.ControlCharacter(part);
        return cleaned.codePointCount(0, cleaned.length()) > MAX ? new Check.TooLong(part) : null;
    }

    private static boolean notText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE ->
                    true;
            // joiners belong to emoji and to some scripts; marks of direction would show another
            // name than the one stored
            case Character.FORMAT -> c != 0x200C && c != 0x200D && !(c >= 0xE0020 && c <= 0xE007F);
            default -> false;
        };
    }

    private static String capitalised(String words) {
        var text = new StringBuilder();
        boolean inside = false;
        for (int c : words.codePoints().toArray()) {
            boolean letter =
                    Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            text.append(
                    !letter
                            ? Character.toString(c)
                            : inside
                                    ? Character.toString(c).toLowerCase(Locale.FRENCH)
                                    : Character.toString(Character.toTitleCase(c)));
            inside = letter;
        }
        return text.toString();
    }

    /// Which of the two fields.
    public enum Part {
        FAMILY,
        GIVEN
    }

    /// What reading a name gives.
    public sealed interface Check {
        /// It is a name.
        record Valid(PersonName name) implements Check {}

        /// A rule refuses it.
        sealed interface Refused extends Check {}

        /// A name needs at least its family part.
        record FamilyMissing() implements Refused {}

        /// A character that is not text.
        record ControlCharacter(Part part) implements Refused {}

        /// More than [PersonName#MAX] characters.
        record TooLong(Part part) implements Refused {}
    }
}
