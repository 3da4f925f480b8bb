package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.FrenchDates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a register asks of a case.
///
/// @param code stays the same from version to version
/// @param unit in words, « g/dL »; "" for none
/// @param min smallest permitted number, `max` the largest; null for none
/// @param choices of a list, in order
/// @param mandatory its absence is a fault of quality; the case is kept all the same
/// @param origin what of the file fills it (see [FileFacts]); null: somebody types it
/// @param notBefore code of a date this one cannot precede; null for none
/// @param leaves whether it goes out in extracts of lines; a free text never does
record Field(
        String code,
        String label,
        Type type,
        Moment moment,
        String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Choice> choices,
        boolean mandatory,
        @Nullable String origin,
        @Nullable String notBefore,
        boolean leaves) {

    enum Type {
        NOMBRE("Nombre"),
        DATE("Date"),
        LISTE("Liste codée"),
        OUI_NON("Oui ou non"),
        TEXTE("Texte libre (ne sort jamais)");

        final String label;

        Type(String label) {
            this.label = label;
        }
    }

    /// When it is asked.
    enum Moment {
        INCLUSION("À l’inclusion"),
        SUIVI("À chaque suivi"),
        LES_DEUX("À l’inclusion et à chaque suivi");

        final String label;

        Moment(String label) {
            this.label = label;
        }
    }

    /// A value of a coded list.
    record Choice(String code, String label) {}

    /// What was typed, read.
    ///
    /// @param value canonical: `7.5`, `2026-06-02`, a code, OUI or NON; null when nothing was typed
    /// @param fault a sentence; null when it may be kept
    record Read(@Nullable String value, @Nullable String fault) {}

    private static final int LONGEST = 300;

    Field {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    boolean asked(boolean followUp) {
        return moment == Moment.LES_DEUX || (moment == Moment.SUIVI) == followUp;
    }

    /// Reads what somebody typed, or what the file says.
    Read read(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) return new Read(null, null);
        return switch (type) {
            case NOMBRE -> {
                var number = number(text);
                yield number.isEmpty()
                        ? new Read(null, RegisterText.NOT_A_NUMBER)
                        : new Read(number.get().toPlainString(), outOfRange(number.get()));
            }
            case DATE ->
                    FrenchDates.read(text)
                            .map(day -> new Read(day.toString(), null))
                            .orElse(new Read(null, RegisterText.NOT_A_DAY));
            case LISTE ->
                    choices.stream().anyMatch(c -> c.code().equals(text))
                            ? new Read(text, null)
                            : new Read(null, RegisterText.NOT_IN_LIST);
            case OUI_NON ->
                    text.equals("OUI") || text.equals("NON")
                            ? new Read(text, null)
                            : new Read(null, RegisterText.NOT_IN_LIST);
            case TEXTE ->
                    text.length() > LONGEST
                            ? new Read(null, RegisterText.TOO_LONG)
                            : new Read(text, null);
        };
    }

    /// Why a value kept under another version is not permitted any more; null when it is.
    @Nullable String fault(String value) {
        return read(value).fault();
    }

    private @Nullable String outOfRange(BigDecimal number) {
        var low = min != null && number.compareTo(min) < 0;
        var high = max != null && number.compareTo(max) > 0;
        return low || high ? RegisterText.outOfRange(min, max, unit) : null;
    }

    /// A number with a point or a comma.
    static Optional<BigDecimal> number(String text) {
        var plain = text.replace(',', '.').replaceAll("[\\s\\u00A0\\u202F]", "");
        return plain.matches("-?\\d{1,9}(\\.\\d{1,6})?")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    /// A value as people read it.
    String words(String value) {
        return switch (type) {
            case NOMBRE -> value.replace('.', ',') + (unit.isEmpty() ? "" : RegisterText.S + unit);
            case DATE -> FrenchDates.read(value).map(FrenchDates::numeric).orElse(value);
            case LISTE ->
                    choices.stream()
                            .filter(c -> c.code().equals(value))
                            .map(Choice::label)
                            .findFirst()
                            .orElse(value);
            case OUI_NON -> value.equals("OUI") ? "Oui" : "Non";
            case TEXTE -> value;
        };
    }

    /// The day a kept value says; empty for what is no date.
    static Optional<LocalDate> day(@Nullable String value) {
        return value == null ? Optional.empty() : FrenchDates.read(value);
    }
}
