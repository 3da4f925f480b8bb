package fr.maillage.correspondence.internal;

import fr.maillage.access.Trail;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Letters printed together. A letter is in one batch at most; printed, it waits until it is ticked
/// as posted, taken out or cancelled.
@Service
class Batches {

    /// What one prints and folds in one go; the paper of a hundred letters takes some seconds.
    static final int MOST = 100;

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final LetterLog log;
    private final LetterSheets sheets;

    Batches(JdbcClient sql, Clock clock, Trail trail, LetterLog log, LetterSheets sheets) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.log = log;
        this.sheets = sheets;
    }

    /// A waiting letter that may be put in a batch, or why not.
    record Candidate(UUID id, String recipient, Standing standing) {
        enum Standing {
            READY,
            NO_ADDRESS,
            IN_A_BATCH,
            NO_LONGER_WAITING
        }
    }

    /// What stands in the way of each of these letters.
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Collection<UUID> ids) {
        return sql.sql(
                        """
                        select m.id, m.recipient_name, m.recipient_address, m.state, b.batch_id is not null as batched
                          from correspondence.outgoing_message m
                          left join correspondence.batch_letter b on b.network_id = m.network_id and b.letter_id = m.id and b.outcome is null
                         where m.id = any (:ids) order by m.recipient_name collate "fr-x-icu", m.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) ->
                        new Candidate(
                                row.getObject("id", UUID.class),
                                row.getString("recipient_name"),
                                !row.getString("state").equals("A_ENVOYER")
                                        ? Candidate.Standing.NO_LONGER_WAITING
                                        : row.getBoolean("batched")
                                                ? Candidate.Standing.IN_A_BATCH
                                                : PostalAddress.complete(
                                                                row.getString("recipient_address"))
                                                        ? Candidate.Standing.READY
                                                        : Candidate.Standing.NO_ADDRESS))
                .list();
    }

    /// Makes a batch of letters that are ready, in the order of their recipients, so that what goes
    /// to one place goes together. Returns its id.
    @Transactional
    public UUID make(List<UUID> ids, boolean twoSided) {
        var id = Ids.next();
        sql.sql(
                        "select pg_advisory_xact_lock(hashtext('correspondence.batch' || platform.acting()::text))")
                .query((_, _) -> true)
                .list();
        sql.sql(
                        """
                        insert into correspondence.batch (id, number, two_sided, created_at, created_by)
                        select :id, coalesce(max(number), 0) + 1, :twoSided, :now, :by from correspondence.batch
                        """)
                .param("id", id)
                .param("twoSided", twoSided)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", LetterLog.who())
                .update();
        sql.sql(
                        """
                        insert into correspondence.batch_letter (batch_id, letter_id, rank)
                        select :id, x.letter, x.rank from unnest(:ids) with ordinality as x(letter, rank)
                        """)
                .param("id", id)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        log.note(ids, Happened.LOT, Channel.COURRIER, null, null);
        return id;
    }

    /// What a batch puts on paper now: the letters that still wait in it. Notes the printing, for
    /// each person too. Throws `NotFound` when there is no such batch; empty when nothing waits.
    @Transactional
    public List<LetterSheet> print(UUID batch) {
        int number = number(batch);
        var letters =
                sql.sql(
                                "select "
                                        + Letter.COLUMNS
                                        + """
                                           from correspondence.outgoing_message m
                                          join correspondence.batch_letter b on b.network_id = m.network_id and b.letter_id = m.id
                                         where b.batch_id = :batch and b.outcome is null order by b.rank
                                        """)
                        .param("batch", batch)
                        .query(Letter::of)
                        .list();
        if (letters.isEmpty()) return List.of();
        sql.sql(
                        "update correspondence.batch set printed = printed + 1, printed_at = :now, printed_by = :by where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", LetterLog.who())
                .param("id", batch)
                .update();
        var ids = letters.stream().map(Letter::id).toList();
        log.note(ids, Happened.IMPRIME, Channel.COURRIER, null, CorrespondenceText.inBatch(number));
        trail.wrote(Trail.Action.PRINT, "COURRIER", Letter.persons(letters));
        return sheets.of(ids);
    }

    /// Its number. Throws `NotFound`.
    @Transactional(readOnly = true)
    public int number(UUID batch) {
        return sql.sql("select number from correspondence.batch where id = :id")
                .param("id", batch)
                .query((row, _) -> row.getInt(1))
                .optional()
                .orElseThrow(() -> new NotFound("lot", batch));
    }

    /// The letters that still wait in a batch.
    @Transactional(readOnly = true)
    public List<UUID> waiting(UUID batch) {
        number(batch);
        return sql.sql(
                        "select letter_id from correspondence.batch_letter where batch_id = :batch and outcome is null order by rank")
                .param("batch", batch)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Takes letters out of a batch: they wait again, printed or not. Returns how many.
    @Transactional
    public int takeOut(UUID batch, Collection<UUID> letters) {
        var out =
                new ArrayList<>(
                        sql.sql(
                                        """
                                        update correspondence.batch_letter set outcome = 'RETIRE'
                                         where batch_id = :batch and letter_id = any (:ids) and outcome is null returning letter_id
                                        """)
                                .param("batch", batch)
                                .param("ids", letters.toArray(UUID[]::new))
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .list());
        log.note(out, Happened.RETIRE, Channel.COURRIER, null, null);
        return out.size();
    }

    /// Whether it is printed on both sides. Throws `NotFound`.
    @Transactional(readOnly = true)
    public boolean twoSided(UUID batch) {
        return sql.sql("select two_sided from correspondence.batch where id = :id")
                .param("id", batch)
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElseThrow(() -> new NotFound("lot", batch));
    }
}
