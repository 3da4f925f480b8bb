package fr.maillage.registry.internal.sheet;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Sent;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One field of a line of a sheet: how it is typed, kept and said.
///
/// @param column of the table; never what somebody typed
/// @param most characters of a text, or the greatest number
/// @param options of a choice, by code; those of a reference are read when they are needed
public record Field(
        String column,
        String label,
        Kind kind,
        boolean required,
        int most,
        Map<String, String> options,
        @Nullable String hint) {

    enum Kind {
        TEXT(Types.VARCHAR),
        AREA(Types.VARCHAR),
        PHONE(Types.VARCHAR),
        EMAIL(Types.VARCHAR),
        LINK(Types.VARCHAR),
        DAY(Types.DATE),
        TIME(Types.TIME),
        NUMBER(Types.INTEGER),
        DECIMAL(Types.NUMERIC),
        MONEY(Types.NUMERIC),
        CHOICE(Types.VARCHAR),
        WEEKDAY(Types.INTEGER),
        CHECK(Types.BOOLEAN),
        /// Yes, no, or not known.
        KNOWN(Types.BOOLEAN),
        TYPE(Types.VARCHAR),
        THEME(Types.VARCHAR),
        ZONE(Types.VARCHAR),
        COMMUNE(Types.VARCHAR),
        STRUCTURE(Types.OTHER),
        BODY(Types.OTHER),
        COLLEGE(Types.OTHER),
        MEETING(Types.OTHER);

        private final int sqlType;

        Kind(int sqlType) {
            this.sqlType = sqlType;
        }

        int sqlType() {
            return sqlType;
        }
    }

    static Field of(String column, String label, Kind kind) {
        return new Field(column, label, kind, false, 300, Map.of(), null);
    }

    static Field choice(String column, String label, Map<String, String> options) {
        return new Field(column, label, Kind.CHOICE, true, 60, options, null);
    }

    Field needed() {
        return new Field(column, label, kind, true, most, options, hint);
    }

    Field optional() {
        return new Field(column, label, kind, false, most, options, hint);
    }

    Field most(int bound) {
        return new Field(column, label, kind, required, bound, options, hint);
    }

    Field hint(String words) {
        return new Field(column, label, kind, required, most, options, words);
    }

    /// Whether it is chosen in a list.
    public boolean chosen() {
        return switch (kind) {
            case CHOICE, WEEKDAY, KNOWN, TYPE, THEME, ZONE, STRUCTURE, BODY, COLLEGE, MEETING ->
                    true;
            default -> false;
        };
    }

    /// Whether it says how many, and is read down a column.
    boolean number() {
        return kind == Kind.NUMBER || kind == Kind.DECIMAL || kind == Kind.MONEY;
    }

    /// The kind of its input: area, check, choice, or the `type` of the element.
    public String input() {
        return chosen()
                ? "choice"
                : switch (kind) {
                    case AREA -> "area";
                    case CHECK -> "check";
                    case DAY -> "date";
                    case TIME -> "time";
                    case PHONE -> "tel";
                    case EMAIL -> "email";
                    default -> "text";
                };
    }

    /// The value typed, or null; what is wrong goes to the errors of the form.
    @Nullable Object read(Sent form, Lookups known) {
        if (required && kind != Kind.CHECK && form.text(column).isEmpty()) {
            form.errors().add(column, SheetText.REQUIRED);
            return null;
        }
        return switch (kind) {
            case TEXT, AREA -> form.orNull(column, most);
            case PHONE -> form.phone(column);
            case EMAIL -> form.email(column);
            case LINK -> link(form);
            case DAY -> form.day(column).orElse(null);
            case TIME -> time(form);
            case NUMBER, WEEKDAY -> form.number(column, kind == Kind.WEEKDAY ? 1 : 0, most);
            case DECIMAL -> decimal(form);
            case MONEY -> money(form);
            case CHECK -> form.checked(column);
            case KNOWN -> form.text(column).isEmpty() ? null : form.text(column).equals("oui");
            case COMMUNE -> commune(form, known);
            case CHOICE, TYPE, THEME, ZONE -> code(form, known);
            case STRUCTURE, BODY, COLLEGE, MEETING -> {
                var code = code(form, known);
                yield code == null ? null : Ids.parse(code).orElse(null);
            }
        };
    }

    private @Nullable String code(Sent form, Lookups known) {
        var typed = form.text(column);
        if (typed.isEmpty()) return null;
        if (known.options(this).containsKey(typed)) return typed;
        form.errors().add(column, SheetText.CHOICE);
        return null;
    }

    private @Nullable String link(Sent form) {
        var typed = form.orNull(column, most);
        if (typed == null || typed.matches("(https?://)?[^\\s<>\"]+\\.[^\\s<>\"]+")) return typed;
        form.errors().add(column, SheetText.LINK);
        return null;
    }

    private @Nullable LocalTime time(Sent form) {
        var typed = form.text(column);
        if (typed.isEmpty()) return null;
        var time = FrenchDates.readTime(typed);
        if (time.isEmpty()) form.errors().add(column, SheetText.TIME);
        return time.orElse(null);
    }

    private @Nullable BigDecimal decimal(Sent form) {
        var typed = form.text(column).replace(',', '.').replaceAll("[\\s\\p{Z}]", "");
        if (typed.isEmpty()) return null;
        if (typed.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            var value = new BigDecimal(typed);
            if (value.compareTo(BigDecimal.valueOf(most)) <= 0) return value;
        }
        form.errors().add(column, SheetText.decimal(most));
        return null;
    }

    private @Nullable BigDecimal money(Sent form) {
        var typed = form.text(column);
        if (typed.isEmpty()) return null;
        var money = Money.parse(typed);
        if (money.isEmpty() || money.get().amount().precision() > 14) {
            form.errors().add(column, SheetText.MONEY);
            return null;
        }
        return money.get().amount();
    }

    private @Nullable String commune(Sent form, Lookups known) {
        var typed = form.text(column);
        if (typed.isEmpty()) return null;
        var code = known.commune(typed);
        if (code.isEmpty()) form.errors().add(column, SheetText.COMMUNE);
        return code.orElse(null);
    }

    /// What stands in it, in words; "" for nothing.
    String words(@Nullable Object value, Lookups known) {
        return switch (value) {
            case null -> "";
            case LocalDate day -> FrenchDates.date(day);
            case LocalTime time -> SheetText.time(time);
            case Boolean yes -> yes ? "oui" : "non";
            case BigDecimal number when kind == Kind.MONEY -> new Money(number).formatted();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString().replace('.', ',');
            case Integer number when kind == Kind.WEEKDAY ->
                    known.options(this).getOrDefault(number.toString(), "");
            case Integer number -> most <= 9999 ? number.toString() : Typography.number(number);
            case String phone when kind == Kind.PHONE -> PhoneNumber.written(phone);
            default ->
                    Typography.held(
                            chosen() || kind == Kind.COMMUNE
                                    ? known.label(this, value.toString())
                                    : value.toString());
        };
    }

    /// What stands in it, as its input takes it.
    String typed(@Nullable Object value, Lookups known) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> kind == Kind.CHECK ? yes ? "on" : "" : yes ? "oui" : "non";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString().replace('.', ',');
            default ->
                    kind == Kind.COMMUNE ? known.label(this, value.toString()) : value.toString();
        };
    }
}
