package fr.maillage.documents.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of one document: its content, its versions, what is known of it and what may be done.
@Component
class OneDocumentScreens {

    private final JdbcClient sql;
    private final Clock clock;
    private final Rights rights;
    private final DepositScreens deposits;
    private final Inspector inspector;

    OneDocumentScreens(
            JdbcClient sql,
            Clock clock,
            Rights rights,
            DepositScreens deposits,
            Inspector inspector) {
        this.sql = sql;
        this.clock = clock;
        this.rights = rights;
        this.deposits = deposits;
        this.inspector = inspector;
    }

    /// A version of a document.
    record Version(
            int number,
            UUID content,
            String fileName,
            @Nullable String why,
            Instant at,
            String by,
            Format format,
            long size) {}

    /// Every version, latest first.
    @Transactional(readOnly = true)
    public List<Version> versions(UUID document) {
        return sql.sql(
                        """
                        select v.number, v.content_id, v.file_name, v.why, v.added_at, v.added_by_name, c.media_type, c.size
                        from documents.version v
                        join documents.content c on c.network_id = v.network_id and c.id = v.content_id
                        where v.document_id = :id order by v.number desc
                        """)
                .param("id", document)
                .query((row, _) ->
                        new Version(
                                row.getInt("number"),
                                row.getObject("content_id", UUID.class),
                                row.getString("file_name"),
                                row.getString("why"),
                                row.getTimestamp("added_at").toInstant(),
                                row.getString("added_by_name"),
                                Format.of(row.getString("media_type")),
                                row.getLong("size")))
                .list();
    }

    /// The page of one document.
    ///
    /// @param file null in the tray
    /// @param number the version looked at
    /// @param state of its content, just compared
    @Transactional(readOnly = true)
    public DocumentPage page(
            Stored one,
            @Nullable OpenFile file,
            int number,
            String state,
            DepositForm form,
            FormErrors errors,
            @Nullable String conflict,
            String open,
            DocumentPage.@Nullable Filing filing) {
        var who = SignedIn.current();
        var role = who.role();
        var team = DocumentScreens.desk(who);
        var today = LocalDate.now(clock);
        var versions = versions(one.id());
        var looked = versions.stream().filter(v -> v.number() == number).findFirst().orElseThrow();
        var at =
                "/documents/"
                        + one.id()
                        + "/contenu"
                        + (number == one.shown() ? "" : "?version=" + number);
        var removedAt = one.removedAt();
        var broken = DocumentsText.state(state);
        return new DocumentPage(
                one.id().toString(),
                role == Role.PATIENT || file == null ? null : file.banner(),
                role == Role.PATIENT
                        ? "/mon-plan/documents"
                        : file == null
                                ? "/documents/a-classer"
                                : "/dossiers/" + file.patient() + "/documents",
                role == Role.PATIENT || file != null ? "Tous les documents" : "À classer",
                one.title(),
                one.type().label(),
                one.type().icon(),
                facts(one, looked, role),
                broken != null || one.removed()
                        ? ""
                        : looked.format() == Format.PDF
                                ? "pdf"
                                : looked.format().image() ? "image" : "",
                broken,
                at,
                at + (number == one.shown() ? "?" : "&") + "enregistrer",
                number == one.shown()
                        ? null
                        : "Vous lisez la version\u00A0"
                                + number
                                + ". La version affichée est la\u00A0"
                                + one.shown()
                                + ".",
                role.team() ? DocumentsText.text(one.textState()) : null,
                role == Role.PATIENT || role == Role.PROFESSIONAL && versions.size() < 2
                        ? List.of()
                        : versions.stream()
                                .map(v ->
                                        new DocumentPage.Version(
                                                "/documents/"
                                                        + one.id()
                                                        + (v.number() == one.shown()
                                                                ? ""
                                                                : "?version=" + v.number()),
                                                "Version\u00A0" + v.number(),
                                                FrenchDates.shortDay(
                                                        LocalDate.ofInstant(
                                                                v.at(), FrenchDates.PARIS),
                                                        today),
                                                FrenchDates.exact(v.at()),
                                                v.by(),
                                                v.why(),
                                                v.fileName(),
                                                v.number() == one.shown(),
                                                v.number() == number))
                                .toList(),
                removedAt == null
                        ? null
                        : DocumentsText.removedWhy(
                                FrenchDates.date(LocalDate.ofInstant(removedAt, FrenchDates.PARIS)),
                                String.valueOf(one.removedBy()),
                                String.valueOf(one.removedWhy())),
                team && !one.removed(),
                role.clinical() && file != null,
                role.clinical() && one.removed(),
                team && file != null && !one.removed(),
                one.version(),
                form,
                errors,
                conflict,
                open,
                DepositScreens.types(),
                DepositScreens.marks(),
                file == null ? List.of() : deposits.rights(file.patient()),
                DocumentsText.size(inspector.limit()),
                inspector.limit(),
                one.removed() ? null : filing);
    }

    /// What stands in the form that describes a document.
    static DepositForm formOf(Stored one) {
        return new DepositForm(
                one.type().name(),
                one.title(),
                DepositForm.field(one.dated()),
                one.source() == null ? "" : one.source(),
                !java.util.Set.copyOf(one.audience()).equals(one.type().audience()),
                one.audience(),
                one.right() == null ? "" : one.right().toString(),
                "",
                one.version());
    }

    private List<DocumentPage.Fact> facts(Stored one, Version looked, Role role) {
        var facts = new ArrayList<DocumentPage.Fact>();
        var dated = one.dated();
        var source = one.source();
        var filedAt = one.filedAt();
        if (dated != null)
            facts.add(new DocumentPage.Fact("Date du document", FrenchDates.date(dated)));
        if (source != null) facts.add(new DocumentPage.Fact("Envoyé par", source));
        facts.add(
                new DocumentPage.Fact(
                        "Fichier",
                        DocumentsText.nature(
                                looked.format(),
                                looked.number() == one.shown() ? one.pages() : null,
                                looked.size())));
        if (role == Role.PATIENT) return facts;
        facts.add(
                new DocumentPage.Fact(
                        "Déposé",
                        FrenchDates.exact(one.depositedAt()) + ", par " + one.depositedBy()));
        if (filedAt != null && !filedAt.equals(one.depositedAt()))
            facts.add(
                    new DocumentPage.Fact(
                            "Classé", FrenchDates.exact(filedAt) + ", par " + one.filedBy()));
        if (one.patient() != null && one.right() != null && role.team())
            rights.of(new PatientId(one.patient())).stream()
                    .filter(right -> right.id().equals(one.right()))
                    .forEach(right -> facts.add(new DocumentPage.Fact("Pièce de", right.words())));
        if (one.patient() != null && role.team())
            facts.add(
                    new DocumentPage.Fact(
                            "Qui peut le lire", DocumentsText.audience(one.audience())));
        return facts;
    }
}
