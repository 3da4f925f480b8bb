package fr.maillage.documents.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    static DepositForm of(Sent sent) {
        return new DepositForm(
                sent.text("type"),
                sent.text("title"),
                sent.text("dated"),
                sent.text("source"),
                sent.text("who").equals("CHOIX"),
                Audience.of(sent.all("audience")),
                sent.text("right"),
                sent.text("why"),
                sent.number("version") < 0 ? null : sent.number("version"));
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
        var day = FrenchDates.read(dated);
        if (day.isEmpty()) errors.add("dated", WebText.NOT_A_DAY);
        else if (day.get().isAfter(today)) errors.add("dated", DocumentsText.FUTURE);
        return day.filter(d -> !d.isAfter(today));
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
