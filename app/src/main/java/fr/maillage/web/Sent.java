package fr.maillage.web;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.KernelText;
import fr.maillage.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// A form as it was typed. The rules read it field by field: each gives its value, or adds its
/// sentence to the errors. Shown again whole when they refuse.
public final class Sent {

    // embeddings, overrides and isolates: a pasted name would be read backwards, and all after it
    private static final Pattern UNSEEN = Pattern.compile("[\0\u202A-\u202E\u2066-\u2069]");

    private final MultiValueMap<String, String> values;
    private final FormErrors errors = new FormErrors();

    public Sent(Map<String, List<String>> values) {
        this.values = new LinkedMultiValueMap<>(new LinkedHashMap<>(values));
    }

    /// A form with some fields filled: name, value, name, value…
    public static Sent with(String... pairs) {
        var values = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) values.add(pairs[i], pairs[i + 1]);
        return new Sent(values);
    }

    /// A form of one value a field.
    public static Sent of(Map<String, String> values) {
        var each = new LinkedMultiValueMap<String, String>();
        each.setAll(values);
        return new Sent(each);
    }

    /// Everything typed, by name of field.
    public MultiValueMap<String, String> values() {
        return values;
    }

    /// What is wrong so far.
    public FormErrors errors() {
        return errors;
    }

    /// The same form, of which nothing was said yet.
    public Sent unread() {
        return new Sent(values);
    }

    public void put(String field, String value) {
        values.set(field, value);
    }

    /// Exactly what was typed, for the page; "" when nothing was.
    public String value(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /// What was typed, without spaces around, nor the null character PostgreSQL does not store, nor
    /// the marks that turn the direction of what follows them; "" when nothing was.
    public String text(String field) {
        return UNSEEN.matcher(value(field)).replaceAll("").strip();
    }

    /// As [#text(String)], refused beyond `most` characters.
    public String text(String field, int most) {
        var text = text(field);
        if (text.length() > most) errors.add(field, WebText.tooLong(most));
        return text;
    }

    /// As [#text(String, int)]; null when nothing was typed.
    public @Nullable String orNull(String field, int most) {
        return orNull(text(field, most));
    }

    /// Null for nothing.
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// As [#text(String, int)], refused when nothing was typed.
    public String required(String field, int most) {
        var text = text(field, most);
        if (text.isEmpty()) errors.add(field, WebText.REQUIRED);
        return text;
    }

    /// Whether a box was ticked.
    public boolean checked(String field) {
        return !value(field).isEmpty();
    }

    /// Whether a choice was made.
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /// Every choice made.
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(v -> !v.isBlank())
                .distinct()
                .toList();
    }

    /// `true` when a field is wrong, null otherwise: the value of `aria-invalid`.
    public @Nullable String invalid(String field) {
        return errors.of(field) == null ? null : "true";
    }

    /// A choice of a list, refused when it is not `among` them.
    public String choice(String field, Collection<String> among) {
        var typed = text(field);
        if (!among.contains(typed)) errors.add(field, WebText.CHOICE);
        return typed;
    }

    /// An identifier chosen in a list.
    public Optional<UUID> id(String field) {
        return Ids.parse(text(field));
    }

    /// A day, from a date field or typed as `02/06/2026`; empty when nothing was typed, or
    /// nonsense, which is refused.
    public Optional<LocalDate> day(String field) {
        var text = text(field);
        if (text.isEmpty()) return Optional.empty();
        var day = FrenchDates.read(text);
        if (day.isEmpty()) errors.add(field, WebText.NOT_A_DAY);
        return day;
    }

    /// As [#day], refused when nothing was typed; `otherwise` then.
    public LocalDate requiredDay(String field, LocalDate otherwise) {
        if (text(field).isEmpty()) errors.add(field, WebText.REQUIRED);
        return day(field).orElse(otherwise);
    }

    /// The number of a hidden or chosen field; −1 when it is none.
    public int number(String field) {
        var text = text(field);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /// A number somebody typed, refused outside these bounds; null when nothing was.
    public @Nullable Integer number(String field, int least, int most) {
        var typed = text(field);
        if (typed.isEmpty()) return null;
        if (!typed.matches("-?\\d{1,9}")) {
            errors.add(field, WebText.NUMBER);
            return null;
        }
        var number = Integer.parseInt(typed);
        if (number >= least && number <= most) return number;
        errors.add(field, WebText.between(least, most));
        return null;
    }

    /// As [#number(String, int, int)], refused when nothing was typed.
    public int requiredNumber(String field, int least, int most) {
        var number = number(field, least, most);
        if (number != null) return number;
        errors.add(field, WebText.REQUIRED);
        return least;
    }

    /// A telephone number as people write it, refused when it is none; null when nothing was typed.
    public @Nullable String phone(String field) {
        var typed = text(field);
        if (typed.isEmpty()) return null;
        var number = PhoneNumber.parse(typed);
        if (number.isEmpty()) errors.add(field, KernelText.PHONE);
        return number.map(PhoneNumber::formatted).orElse(null);
    }

    /// An electronic address, refused when it is none; null when nothing was typed.
    public @Nullable String email(String field) {
        var typed = orNull(field, 200);
        if (typed != null && !typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"))
            errors.add(field, WebText.EMAIL);
        return typed;
    }

    /// Never what somebody typed.
    @Override
    public String toString() {
        return "Sent[…]";
    }
}
