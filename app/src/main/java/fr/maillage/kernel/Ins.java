package fr.maillage.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/// Matricule INS: a 13-character NIR or NIA followed by its 2-digit key, one 15-character string
/// without spaces.
///
/// The key is 97 − number mod 97, Corsica’s `2A` read as 19 and `2B` as 18. The month and the place
/// inside the number are not checked: incomplete civil statuses use months above 12, and refusing a
/// true matricule is worse than leaving a false one to INSi. Nothing about the person is ever read
/// back from it. Source: ANS, référentiel INS; RNIV.
public record Ins(String value) {
    private static final int NUMBER = 13;
    private static final int LENGTH = 15;
    // 1 and 2, then 3, 4, 7 and 8: the numbers given while a registration is under way
    private static final Pattern SHAPE = Pattern.compile("[123478]\\d{4}(\\d\\d|2[AB])\\d{8}");

    /// Takes a matricule already checked.
    ///
    /// @throws IllegalArgumentException when it is not one; the value is never in the message
    public Ins {
        if (!SHAPE.matcher(value).matches() || !keyHolds(value))
            throw new IllegalArgumentException("not an INS");
    }

    /// Reads what a person typed or a barcode gave: spaces, dots and small letters allowed, empty
    /// when it is not an INS.
    public static Optional<Ins> parse(String typed) {
        return check(typed) instanceof Check.Valid(var ins) ? Optional.of(ins) : Optional.empty();
    }

    /// Like [#parse(String)], and says what is wrong.
    public static Check check(String typed) {
        var compact = Typed.compact(typed);
        if (compact.isEmpty()) return new Check.Missing();
        int wrong = firstWrongCharacter(compact);
        if (wrong >= 0) return new Check.WrongCharacter(wrong + 1);
        if (compact.length() != LENGTH) return new Check.WrongLength(compact.length());
        return keyHolds(compact) ? new Check.Valid(new Ins(compact)) : new Check.WrongKey();
    }

    /// The 13 characters without their key.
    public String number() {
        return value.substring(0, NUMBER);
    }

    /// In the groups people read aloud: `1 84 03 59 178 042 33`, with non-breaking spaces.
    public String formatted() {
        return String.join(
                Typography.NBSP,
                value.substring(0, 1),
                value.substring(1, 3),
                value.substring(3, 5),
                value.substring(5, 7),
                value.substring(7, 10),
                value.substring(10, 13),
                value.substring(13));
    }

    /// Its key only, so that a log or an exception cannot identify the person.
    @Override
    public String toString() {
        return "INS[…" + value.substring(NUMBER) + "]";
    }

    /// The key of a 13-character number, 1 to 97.
    static int key(String number) {
        var corsicaRead = number.replace("2A", "19").replace("2B", "18");
        return 97 - (int) (Long.parseLong(corsicaRead) % 97);
    }

    private static boolean keyHolds(String fifteen) {
        return key(fifteen.substring(0, NUMBER)) == Integer.parseInt(fifteen.substring(NUMBER));
    }

    // told before the length: a letter O for a zero is found at its place even in a number cut
    // short
    private static int firstWrongCharacter(String compact) {
        for (int i = 0; i < Math.min(compact.length(), LENGTH); i++) {
            char c = compact.charAt(i);
            boolean right =
                    switch (i) {
                        case 0 -> "123478".indexOf(c) >= 0;
                        case 6 -> isDigit(c) || compact.charAt(5) == '2' && (c == 'A' || c == 'B');
                        default -> isDigit(c);
                    };
            if (!right) return i;
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9'; // Character.isDigit would accept other scripts
    }

    /// What reading a matricule gives. No outcome but [Valid] holds the value, and none tells the
    /// key that would fit: a key is checked against a document, not repaired.
    public sealed interface Check {
        /// It is a matricule.
        record Valid(Ins ins) implements Check {}

        /// Nothing was typed.
        record Missing() implements Check {}

        /// Not 15 characters; 13 means that the key was left out.
        record WrongLength(int found) implements Check {}

        /// The character at `position` (1 to 15, spaces not counted) cannot stand there.
        record WrongCharacter(int position) implements Check {}

        /// The last two digits do not match the others: one character at least is wrong.
        record WrongKey() implements Check {}
    }
}
