package fr.maillage.documents.internal;

import fr.maillage.web.FormErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What is typed about a document, as typed.
///
/// @param type code, or empty
/// @param dated day written on the document, `2026-06-02` or `02/06/2026`, or empty
/// @param right id of the right it is the paper of, or empty
/// @param chosen whether the audience is chosen; otherwise it is that of the type
public record DepositForm(
        String type,
        String title,
        String dated,
        String source,
        boolean chosen,
        List<String> audience,
        String right,
        String why,
        @Nullable Integer version) {

    static final int LONGEST = 200;
    static final int LONGEST_WHY = 500;
    static final DepositForm BLANK =
            new DepositForm("", "", "", "", false, List.of(), "", "", null);

    /// The blank form, for the papers of a right.
    static DepositForm ofRight(String right) {
        return new DepositForm("", "", "", "", false, List.of(), right, "", null);
    }

    static DepositForm of(MultiValueMap<String, String> sent) {
        var version = first(sent, "version");
        return new DepositForm(
                first(sent, "type"),
                first(sent, "title"),
                first(sent, "dated"),
                first(sent, "source"),
                first(sent, "who").equals("CHOIX"),
                Audience.of(sent.getOrDefault("audience", List.of())),
                first(sent, "right"),
                first(sent, "why"),
                version.matches("\\d{1,9}") ? Integer.valueOf(version) : null);
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /// Whether the audience holds this mark; for the page.
    public boolean has(String mark) {
        return audience.contains(mark);
    }

    /// Code of the type, « autre » as long as none is chosen; for the page.
    public String chosenType() {
        return kind().name();
    }

    DocumentType kind() {
        return DocumentType.find(type).orElse(DocumentType.AUTRE);
    }

    /// The day, when it is one that can stand on a document; what is wrong goes to `errors`.
    Optional<LocalDate> day(LocalDate today, FormErrors errors) {
        if (dated.isEmpty()) return Optional.empty();
        try {
            var day = dated.matches("\\d{1,2}/\\d{1,2}/\\d{4}") ? french() : LocalDate.parse(dated);
            if (day.isAfter(today)) {
                errors.add("dated", DocumentsText.FUTURE);
            } else if (day.getYear() < 1900) {
                errors.add("dated", DocumentsText.NOT_A_DAY);
            } else {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            errors.add("dated", DocumentsText.NOT_A_DAY);
        }
        return Optional.empty();
    }

    private LocalDate french() {
        var parts = dated.split("/");
        return LocalDate.of(
                Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }

    /// What is wrong with the words.
    void words(FormErrors errors) {
        if (title.length() > LONGEST) errors.add("title", DocumentsText.tooLong(LONGEST));
        if (source.length() > LONGEST) errors.add("source", DocumentsText.tooLong(LONGEST));
    }

    static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    /// The day as the field takes it.
    static String field(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
