package fr.maillage.documents.internal;

import fr.maillage.access.Trail;
import fr.maillage.casefile.ConcernPapers;
import fr.maillage.documents.internal.Reception.Good;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Pieces of a concern of abuse. The policy of the tables says who reads: for anybody else there is
/// nothing to find. No list of documents, no search, no line of life tells of one, and what the
/// trail says of it is kept from the person like the concern itself. A piece is never erased: it is
/// followed by another version, or taken out of view with the reason.
@Service
@Transactional
class ConcernPieces implements ConcernPapers {

    private static final String PART = "PREOCCUPATION";

    private final JdbcClient sql;
    private final Contents contents;
    private final Versions versions;
    private final Trail trail;
    private final Clock clock;

    ConcernPieces(JdbcClient sql, Contents contents, Versions versions, Trail trail, Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.versions = versions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Piece> ofConcern(UUID concern) {
        return sql.sql(
                        """
                        select id, patient_id, title, deposited_at, deposited_by_name, removed_at, removed_by_name, removed_why
                          from documents.document where concern_id = :concern order by deposited_at, id
                        """)
                .param("concern", concern)
                .query((row, _) -> {
                    var here =
                            "/dossiers/"
                                    + row.getString("patient_id")
                                    + "/preoccupations/"
                                    + concern
                                    + "/pieces/"
                                    + row.getString("id");
                    var removed = row.getTimestamp("removed_at");
                    return new Piece(
                            removed == null ? here : null,
                            here + "/fiche",
                            row.getString("title"),
                            "ajouté le "
                                    + day(row.getTimestamp("deposited_at"))
                                    + " par "
                                    + row.getString("deposited_by_name"),
                            removed == null
                                    ? null
                                    : DocumentsText.removedWhy(
                                            day(removed),
                                            row.getString("removed_by_name"),
                                            row.getString("removed_why")));
                })
                .list();
    }

    private static String day(Timestamp at) {
        return FrenchDates.date(LocalDate.ofInstant(at.toInstant(), FrenchDates.PARIS));
    }

    /// Keeps files as pieces of a concern; returns how many were new. A content it already shows is
    /// not kept twice. Throws `NotFound` for who does not read the concern.
    int add(PatientId patient, UUID concern, List<Good> files) {
        reads(patient, concern);
        var kept = 0;
        for (var good : files) {
            if (shows(concern, good)) continue;
            var id = Ids.next();
            var content = keep(good);
            var name = good.found().format().named(good.file().name());
            sql.sql(
                            """
                            insert into documents.document (id, patient_id, concern_id, type, title, content_id, deposited_at, deposited_by_name, handled_at, filed_at, filed_by_name)
                            values (:id, :patient, :concern, 'AUTRE', :title, :content, :now, :by, :now, :now, :by)
                            """)
                    .param("id", id)
                    .param("patient", patient.value())
                    .param("concern", concern)
                    .param("title", DocumentsText.titleOf(good.file().name()).orElse(name))
                    .param("content", content)
                    .param("now", now())
                    .param("by", Versions.who())
                    .update();
            versions.first(id, content, good);
            kept++;
        }
        trail.wroteRestricted(Trail.Action.CREATE, patient, PART, concern);
        return kept;
    }

    private UUID keep(Good good) {
        return contents.put(good.file(), good.found().format(), good.found().pages());
    }

    private boolean shows(UUID concern, Good good) {
        return sql.sql(
                        """
                        select exists (select 1 from documents.document d join documents.content c on c.network_id = d.network_id and c.id = d.content_id
                                        where d.concern_id = :concern and d.removed_at is null and c.sha256 = :sha256)
                        """)
                .param("concern", concern)
                .param("sha256", good.file().sha256())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private void reads(PatientId patient, UUID concern) {
        var readable =
                sql.sql(
                                """
                                select exists (select 1 from casefile.readable_concern where id = :id and patient_id = :patient)
                                """)
                        .param("id", concern)
                        .param("patient", patient.value())
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!readable) throw new NotFound("préoccupation", concern);
    }

    /// One of them, whose reading leaves its line. Throws `NotFound`, the same whether there is
    /// none or it is not theirs to read.
    Stored read(PatientId patient, UUID concern, UUID id) {
        var found = get(patient, concern, id);
        trail.readRestricted(patient, PART, concern);
        return found;
    }

    private Stored get(PatientId patient, UUID concern, UUID id) {
        return sql.sql(
                        "select "
                                + Stored.COLUMNS
                                + Stored.FROM
                                + " where d.id = :id and d.concern_id = :concern and d.patient_id = :patient")
                .param("id", id)
                .param("concern", concern)
                .param("patient", patient.value())
                .query(Stored::of)
                .optional()
                .orElseThrow(() -> new NotFound("document", id));
    }

    /// Another file takes the place of the one shown, with the reason; the former stays readable.
    /// Throws [FormRefused], `NotFound`, and when a colleague was first.
    void replace(PatientId patient, UUID concern, UUID id, Good good, DepositForm form) {
        var piece = get(patient, concern, id);
        FormRefused.unless(why(form, DocumentsText.WHY_REPLACED));
        if (shows(concern, good)) throw FormRefused.because("file", DocumentsText.PIECE_SHOWN);
        var content = keep(good);
        var number = versions.next(id, content, good, form.why());
        changed(
                sql.sql(
                                """
                                update documents.document set shown = :number, content_id = :content, version = version + 1
                                where id = :id and version = :version and removed_at is null
                                """)
                        .param("number", number)
                        .param("content", content)
                        .param("id", id)
                        .param("version", DocumentService.expected(piece, form))
                        .update());
        trail.wroteRestricted(Trail.Action.UPDATE, patient, PART, concern);
    }

    /// Takes one out of view, with the reason, which stays on the page of the concern. Throws
    /// [FormRefused], `NotFound`, and when a colleague was first.
    void remove(PatientId patient, UUID concern, UUID id, DepositForm form) {
        var piece = get(patient, concern, id);
        FormRefused.unless(why(form, DocumentsText.WHY_REMOVED));
        changed(
                sql.sql(
                                """
                                update documents.document set removed_at = :now, removed_by_name = :by, removed_why = :why, version = version + 1
                                where id = :id and version = :version and removed_at is null
                                """)
                        .param("now", now())
                        .param("by", Versions.who())
                        .param("why", form.why())
                        .param("id", id)
                        .param("version", DocumentService.expected(piece, form))
                        .update());
        trail.wroteRestricted(Trail.Action.UPDATE, patient, PART, concern);
    }

    private static FormErrors why(DepositForm form, String missing) {
        var errors = new FormErrors();
        DocumentService.why(form, errors, missing);
        return errors;
    }

    private static void changed(int lines) {
        if (lines == 0) throw new OptimisticLockingFailureException("a colleague was first");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
