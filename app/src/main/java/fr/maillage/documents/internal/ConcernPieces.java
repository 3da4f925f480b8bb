package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.ConcernPapers;
import fr.maillage.casefile.RightPapers.Paper;
import fr.maillage.documents.internal.Reception.Good;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Pieces of a concern of abuse. The policy of the tables says who reads: for anybody else there is
/// nothing to find. No list of documents, no search, no line of life tells of one, and what the
/// trail says of it is kept from the person like the concern itself.
@Service
@Transactional
class ConcernPieces implements ConcernPapers {

    private static final String PART = "PREOCCUPATION";

    private final JdbcClient sql;
    private final Contents contents;
    private final Trail trail;
    private final Clock clock;

    ConcernPieces(JdbcClient sql, Contents contents, Trail trail, Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> ofConcern(UUID concern) {
        return sql.sql(
                        "select id, patient_id, title, deposited_at, deposited_by_name from documents.document where concern_id = :concern order by deposited_at, id")
                .param("concern", concern)
                .query((row, _) ->
                        new Paper(
                                "/dossiers/"
                                        + row.getString("patient_id")
                                        + "/preoccupations/"
                                        + concern
                                        + "/pieces/"
                                        + row.getString("id"),
                                row.getString("title"),
                                "ajouté le "
                                        + FrenchDates.date(
                                                LocalDate.ofInstant(
                                                        row.getTimestamp("deposited_at")
                                                                .toInstant(),
                                                        FrenchDates.PARIS))
                                        + " par "
                                        + row.getString("deposited_by_name")))
                .list();
    }

    /// Keeps files as pieces of a concern; returns how many were new. A content it already has is
    /// not kept twice. Throws `NotFound` for who does not read the concern.
    int add(PatientId patient, UUID concern, List<Good> files) {
        reads(patient, concern);
        var kept = 0;
        for (var good : files) {
            if (already(concern, good.file().sha256())) continue;
            var format = good.found().format();
            var content = contents.put(good.file(), format, good.found().pages());
            var id = Ids.next();
            var name = format.named(good.file().name());
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
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", SignedIn.current().displayName())
                    .update();
            sql.sql(
                            """
                            insert into documents.version (id, document_id, number, content_id, file_name, added_at, added_by_name)
                            values (:id, :document, 1, :content, :name, :now, :by)
                            """)
                    .param("id", Ids.next())
                    .param("document", id)
                    .param("content", content)
                    .param("name", name)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", SignedIn.current().displayName())
                    .update();
            kept++;
        }
        trail.wroteRestricted(Trail.Action.CREATE, patient, PART, concern);
        return kept;
    }

    private boolean already(UUID concern, byte[] sha256) {
        return sql.sql(
                        """
                        select exists (select 1 from documents.document d join documents.content c on c.network_id = d.network_id and c.id = d.content_id
                                        where d.concern_id = :concern and c.sha256 = :sha256)
                        """)
                .param("concern", concern)
                .param("sha256", sha256)
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
        var found =
                sql.sql(
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
        trail.readRestricted(patient, PART, concern);
        return found;
    }
}
