package fr.maillage.patient.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one chooses when two files are joined: the columns that go together, and how they are read.
/// A line is a row of `patient.patient` as JSON gives it.
enum MergeField {
    BIRTH_NAME("Nom de naissance", true, "birth_name"),
    USED_NAME("Nom utilisé", false, "used_name"),
    GIVEN_NAMES("Prénoms", true, "given_names"),
    SEX("Sexe", true, "sex"),
    BIRTH_DATE("Date de naissance", true, "birth_date", "birth_date_estimated"),
    BIRTH_PLACE("Lieu de naissance", false, "birth_place"),
    INS("Matricule INS", true, "ins", "ins_oid"),
    PHONE("Téléphone fixe", false, "phone"),
    MOBILE("Téléphone mobile", false, "mobile"),
    EMAIL("Courriel", false, "email"),
    ADDRESS("Adresse", false, "address", "postcode", "commune_code", "commune_name"),
    LANGUAGE("Langue", false, "language", "interpreter"),
    LIVES_ALONE("Vit seule", false, "lives_alone"),
    VULNERABLE("Vulnérabilité sociale", false, "social_vulnerability"),
    DOCTOR("Médecin traitant", false, "mt_state", "mt_rpps", "mt_name", "mt_phone"),
    DECEASED("Décès", false, "deceased_on"),
    NOTES("Note", false, "notes");

    final String label;

    /// One of the traits an identity is checked by.
    final boolean strict;

    final List<String> columns;

    MergeField(String label, boolean strict, String... columns) {
        this.label = label;
        this.strict = strict;
        this.columns = List.of(columns);
    }

    static List<String> everyColumn() {
        return Arrays.stream(values()).flatMap(f -> f.columns.stream()).toList();
    }

    /// What a line says of it, in words; empty when it says nothing.
    String words(Map<String, @Nullable Object> line) {
        return switch (this) {
            case SEX ->
                    switch (text(line, "sex")) {
                        case "F" -> "Féminin";
                        case "M" -> "Masculin";
                        default -> "Indéterminé";
                    };
            case BIRTH_DATE ->
                    day(line, "birth_date")
                            .map(d ->
                                    FrenchDates.date(d)
                                            + (is(line, "birth_date_estimated")
                                                    ? " (approximative)"
                                                    : ""))
                            .orElse("");
            case DECEASED -> day(line, "deceased_on").map(FrenchDates::date).orElse("");
            case INS ->
                    Ins.parse(text(line, "ins"))
                            .map(fr.maillage.kernel.Ins::formatted)
                            .orElse(text(line, "ins"));
            case PHONE, MOBILE -> PhoneNumber.written(text(line, columns.getFirst()));
            case ADDRESS -> join(line, " ", "address", "postcode", "commune_name");
            case LANGUAGE ->
                    Stream.of(
                                    text(line, "language"),
                                    is(line, "interpreter") ? "interprète nécessaire" : "")
                            .filter(w -> !w.isEmpty())
                            .collect(Collectors.joining(", "));
            case LIVES_ALONE, VULNERABLE ->
                    line.get(columns.getFirst()) == null
                            ? ""
                            : is(line, columns.getFirst())
                                    ? "Oui"
                                    : this == VULNERABLE ? "" : "Non";
            case DOCTOR ->
                    text(line, "mt_name").isEmpty() && text(line, "mt_state").equals("A_DECLARER")
                            ? ""
                            : Stream.of(
                                            text(line, "mt_name"),
                                            PatientText.mtState(text(line, "mt_state"))
                                                    .toLowerCase(java.util.Locale.FRENCH))
                                    .filter(w -> !w.isEmpty())
                                    .collect(Collectors.joining(", "));
            case BIRTH_NAME, USED_NAME, GIVEN_NAMES, BIRTH_PLACE, EMAIL, NOTES ->
                    text(line, columns.getFirst());
        };
    }

    /// Whether both lines say the same of it.
    boolean same(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return words(one).equals(words(other));
    }

    private static String join(Map<String, @Nullable Object> line, String with, String... columns) {
        return Arrays.stream(columns)
                .map(c -> text(line, c))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(with));
    }

    static String text(Map<String, @Nullable Object> line, String column) {
        return Objects.toString(line.get(column), "").strip();
    }

    static boolean is(Map<String, @Nullable Object> line, String column) {
        return Boolean.TRUE.equals(line.get(column));
    }

    static Optional<LocalDate> day(Map<String, @Nullable Object> line, String column) {
        var text = text(line, column);
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
