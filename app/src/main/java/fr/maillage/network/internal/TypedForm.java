package fr.maillage.network.internal;

import fr.maillage.kernel.PhoneNumber;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A form as it was typed, read field by field: every field gives its value or adds its sentence to
/// the errors, and everything typed is shown again.
public final class TypedForm {

    private final Map<String, String> values;
    private final FormErrors errors = new FormErrors();

    public TypedForm(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /// The form that was sent.
    public static TypedForm of(Submission sent) {
        return new TypedForm(sent.values().toSingleValueMap());
    }

    /// What was typed in a field, or ""; for the page.
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean checked(String field) {
        return !value(field).isEmpty();
    }

    public FormErrors errors() {
        return errors;
    }

    /// `true` when a field is wrong, null otherwise: the value of `aria-invalid`.
    public @Nullable String invalid(String field) {
        return errors.of(field) == null ? null : "true";
    }

    void put(String field, String value) {
        values.put(field, value);
    }

    public @Nullable String text(String field, int longest) {
        var typed = value(field).strip();
        if (typed.length() > longest) errors.add(field, NetworkText.TOO_LONG.formatted(longest));
        return typed.isEmpty() ? null : typed;
    }

    public String required(String field, int longest) {
        var typed = text(field, longest);
        if (typed != null) return typed;
        errors.add(field, NetworkText.REQUIRED);
        return "";
    }

    @Nullable String phone(String field) {
        var typed = text(field, 40);
        if (typed == null) return null;
        var number = PhoneNumber.parse(typed);
        if (number.isEmpty()) errors.add(field, NetworkText.PHONE);
        return number.map(PhoneNumber::formatted).orElse(null);
    }

    @Nullable String email(String field) {
        var typed = text(field, 200);
        if (typed != null && !typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+"))
            errors.add(field, NetworkText.EMAIL);
        return typed;
    }

    public @Nullable LocalDate day(String field) {
        var typed = text(field, 20);
        if (typed == null) return null;
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            errors.add(field, NetworkText.DATE);
            return null;
        }
    }

    public LocalDate requiredDay(String field, LocalDate otherwise) {
        var day = day(field);
        if (day != null) return day;
        errors.add(field, NetworkText.REQUIRED);
        return otherwise;
    }

    @Nullable Integer number(String field, int min, int max) {
        var typed = text(field, 20);
        if (typed == null) return null;
        if (!typed.matches("-?\\d{1,9}")) {
            errors.add(field, NetworkText.NUMBER);
            return null;
        }
        var number = Integer.parseInt(typed);
        if (number < min || number > max) {
            errors.add(field, NetworkText.between(min, max));
            return null;
        }
        return number;
    }

    int requiredNumber(String field, int min, int max) {
        var number = number(field, min, max);
        if (number != null) return number;
        errors.add(field, NetworkText.REQUIRED);
        return min;
    }

    /// A full-time equivalent: over 0, at most 1, comma or point.
    BigDecimal fte(String field) {
        var typed = value(field).strip().replace(',', '.');
        if (typed.matches("[01](\\.\\d{1,2})?")) {
            var fte = new BigDecimal(typed);
            if (fte.compareTo(new BigDecimal("0.05")) >= 0 && fte.compareTo(BigDecimal.ONE) <= 0)
                return fte;
        }
        errors.add(field, NetworkText.FTE);
        return BigDecimal.ONE;
    }

    public String choice(String field, Set<String> among) {
        var typed = value(field);
        if (!among.contains(typed)) errors.add(field, NetworkText.CHOICE);
        return typed;
    }
}
