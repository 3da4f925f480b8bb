package fr.maillage.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A telephone number as one dials it from France, digits only: ten (`0327000000`), a short service
/// number (`3977`), or a foreign one with its country (`+3269000000`: part of the Nord is looked
/// after from Belgium).
///
/// [#toString()] hides it: a person’s number must not reach a log.
public record PhoneNumber(String value) {
    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern SHORT =
            Pattern.compile("1[578]|11[2459]|19[16]|116\\d{3}|3\\d{3}|10\\d\\d");
    private static final Pattern FOREIGN = Pattern.compile("\\+(?!33)[1-9]\\d{8,14}");
    // their country code is followed by the nine digits that come after the 0 in France
    private static final Pattern OVERSEAS = Pattern.compile("\\+(262|590|594|596)([1-9]\\d{8})");
    private static final List<String> NEIGHBOURS =
            List.of(
                    "32", "352", "49", "41", "39", "34", "351", "44", "31", "48", "212", "213",
                    "216");

    /// @throws IllegalArgumentException when it is not in the stored form; the value is never in
    ///   the message
    public PhoneNumber {
        if (!isStored(value)) throw new IllegalArgumentException("not a phone number");
    }

    /// Reads a number typed in any usual way (`03.27.00.00.00`, `+33 (0)3 27…`, `0033327…`); empty
    /// when it is not one.
    public static Optional<PhoneNumber> parse(String typed) {
        if (!typed.strip().matches("[+(]?[0-9()+\\s\\p{Z}./_\\-\\u2010-\\u2015]+"))
            return Optional.empty();
        var number = canonical(typed);
        return isStored(number) ? Optional.of(new PhoneNumber(number)) : Optional.empty();
    }

    /// A number kept with somebody's name, as France writes it; words that are no number (« poste
    /// 12 », « chez sa fille ») as they were typed, since they are all one has.
    public static String written(String stored) {
        return parse(stored).map(PhoneNumber::formatted).orElse(stored);
    }

    /// What to compare with stored numbers when a person has typed all or the beginning of one;
    /// empty text when no digit was typed.
    public static String searchForm(String typed) {
        return canonical(typed);
    }

    /// Every way in which one of these is kept, here or in a national file: for a statement that
    /// looks for them.
    public static String[] spellings(Collection<PhoneNumber> numbers) {
        return numbers.stream()
                .flatMap(n ->
                        Stream.of(
                                n.value,
                                n.formatted(),
                                n.formatted().replace(Typography.NBSP, " "),
                                n.dial()))
                .toArray(String[]::new);
    }

    /// Whether text messages can reach it.
    public boolean mobile() {
        return value.matches("0[67]\\d{8}");
    }

    /// As France writes it: `03 27 00 00 00`, `39 77`, `+32 69 00 00 00`; non-breaking spaces.
    public String formatted() {
        if (!value.startsWith("+")) return value.length() == 3 ? value : pairs(value);
        return NEIGHBOURS.stream()
                .filter(code -> value.startsWith("+" + code))
                .findFirst()
                .map(code ->
                        "+" + code + Typography.NBSP + pairs(value.substring(code.length() + 1)))
                .orElse(value);
    }

    /// For a `tel:` link: the international form where there is one.
    public String dial() {
        return NATIONAL.matcher(value).matches() ? "+33" + value.substring(1) : value;
    }

    @Override
    public String toString() {
        return "PhoneNumber[…" + value.substring(value.length() - 2) + "]";
    }

    private static boolean isStored(String s) {
        return NATIONAL.matcher(s).matches()
                || SHORT.matcher(s).matches()
                || FOREIGN.matcher(s).matches();
    }

    private static String canonical(String typed) {
        var foreign = typed.strip().replaceFirst("^\\(?(?:\\+|00)", "+");
        var international = foreign.startsWith("+");
        var digits =
                (international ? foreign.replace("(0)", "") : foreign).replaceAll("[^0-9]", "");
        if (!international) return digits;
        if (digits.startsWith("33")) return "0" + digits.substring(2).replaceFirst("^0", "");
        var overseas = OVERSEAS.matcher("+" + digits);
        return overseas.matches() ? "0" + overseas.group(2) : "+" + digits;
    }

    private static String pairs(String digits) {
        var text = new StringBuilder(digits);
        for (int i = digits.length() - 2; i > 0; i -= 2) {
            if (i > 1) text.insert(i, Typography.NBSP); // an odd one stays with the first pair
        }
        return text.toString();
    }
}
