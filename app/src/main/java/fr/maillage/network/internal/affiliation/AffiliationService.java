package fr.maillage.network.internal.affiliation;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Rpps;
import fr.maillage.network.internal.affiliation.Affiliation.Left;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Joining and leaving of professionals. Refuses by [FormRefused].
@Service
@Transactional
class AffiliationService {

    private final JdbcClient sql;
    private final Clock clock;

    AffiliationService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Somebody joins, or is noted as working with the team from outside when no day is given.
    void add(Sent form) {
        var name = form.required("name", 200);
        var profession = form.required("profession", 200);
        var status = form.choice("status", AffiliationText.statuses().keySet());
        var joined = form.day("joinedOn").orElse(null);
        var agreement = form.day("agreementOn").orElse(null);
        var typed = form.orNull("rpps", 20);
        var rpps = typed == null ? null : Rpps.parse(typed).map(Rpps::value).orElse(null);
        if (typed != null && rpps == null) form.errors().add("rpps", AffiliationText.RPPS);
        FormRefused.unless(form.errors());
        try {
            sql.sql(
                            """
                            insert into network.affiliation (id, name, profession, rpps, status, joined_on, agreement_on, noted_by)
                            values (:id, :name, :profession, :rpps, :status, :joined, :agreement, :by)
                            """)
                    .param("id", Ids.next())
                    .param("name", name)
                    .param("profession", profession)
                    .param("rpps", rpps)
                    .param("status", status)
                    .param("joined", joined, Types.DATE)
                    .param("agreement", agreement, Types.DATE)
                    .param("by", SignedIn.current().displayName())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new FormRefused(form.errors().add("rpps", AffiliationText.ALREADY));
        }
    }

    /// Somebody from outside joins.
    void join(UUID id, Sent form) {
        known(id);
        var day = form.requiredDay("joinedOn", LocalDate.now(clock));
        var agreement = form.day("agreementOn").orElse(null);
        FormRefused.unless(form.errors());
        var n =
                sql.sql(
                                "update network.affiliation set joined_on = :day, agreement_on = :agreement where id = :id and joined_on is null")
                        .param("day", day)
                        .param("agreement", agreement, Types.DATE)
                        .param("id", id)
                        .update();
        if (n == 0)
            throw new FormRefused(form.errors().add("joinedOn", AffiliationText.NOT_OUTSIDE));
    }

    /// Somebody leaves the network.
    void leave(UUID id, Sent form) {
        known(id);
        var how = form.choice("leftHow", AffiliationText.exits().keySet());
        var day = form.requiredDay("leftOn", LocalDate.now(clock));
        var why = form.orNull("leftWhy", 1000);
        if (how.equals(Left.VOLONTAIRE.name()) && why == null)
            form.errors().add("leftWhy", AffiliationText.WHY);
        FormRefused.unless(form.errors());
        var n =
                sql.sql(
                                """
                                update network.affiliation set left_on = :day, left_how = :how, left_why = :why
                                 where id = :id and left_on is null and joined_on <= :day
                                """)
                        .param("day", day)
                        .param("how", how)
                        .param("why", why)
                        .param("id", id)
                        .update();
        if (n == 0) throw new FormRefused(form.errors().add("leftOn", AffiliationText.LEFT_EARLY));
    }

    private void known(UUID id) {
        var known =
                sql.sql("select exists (select 1 from network.affiliation where id = :id)")
                        .param("id", id)
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!known) throw new NotFound("professionnel", id);
    }
}
