package fr.maillage.network.internal.affiliation;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Rpps;
import fr.maillage.network.internal.TypedForm;
import fr.maillage.web.FormRefused;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

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
    void join(TypedForm form) {
        var name = form.required("name", 200);
        var profession = form.required("profession", 200);
        var status = form.choice("status", Affiliation.statuses().keySet());
        var joined = form.day("joinedOn");
        var typed = form.text("rpps", 20);
        var rpps = typed == null ? null : Rpps.parse(typed).map(Rpps::value).orElse(null);
        if (typed != null && rpps == null) form.errors().add("rpps", Affiliation.RPPS);
        FormRefused.unless(form.errors());
        try {
            sql.sql(
                            """
                            insert into network.affiliation (id, name, profession, rpps, status, joined_on, noted_by)
                            values (:id, :name, :profession, :rpps, :status, :joined, :by)
                            """)
                    .param("id", Ids.next())
                    .param("name", name)
                    .param("profession", profession)
                    .param("rpps", rpps)
                    .param("status", status)
                    .param("joined", joined, Types.DATE)
                    .param("by", SignedIn.current().displayName())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new FormRefused(form.errors().add("rpps", Affiliation.ALREADY));
        }
    }

    /// Somebody leaves the network.
    void leave(UUID id, TypedForm form) {
        var today = LocalDate.now(clock);
        var how = form.choice("leftHow", Affiliation.exits().keySet());
        var day = form.requiredDay("leftOn", today);
        var why = form.text("leftWhy", 1000);
        if (how.equals(Affiliation.Left.VOLONTAIRE.name()) && why == null)
            form.errors().add("leftWhy", Affiliation.WHY);
        FormRefused.unless(form.errors());
        var known =
                sql.sql("select exists (select 1 from network.affiliation where id = :id)")
                        .param("id", id)
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!known) throw new NotFound("professionnel", id);
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
        if (n == 0) throw new FormRefused(form.errors().add("leftOn", Affiliation.LEFT_EARLY));
    }

    private record Row(
            AffiliationsPage.Line line, boolean joined, boolean left, boolean voluntary) {}

    @Transactional(readOnly = true)
    AffiliationsPage page(TypedForm form, TypedForm exit) {
        var rows =
                sql.sql(
                                """
                                select id, name, profession, status, joined_on, left_on, left_how, left_why from network.affiliation
                                 order by name collate "fr-x-icu", id limit 2000
                                """)
                        .query((row, _) -> {
                            var joined = row.getObject("joined_on", LocalDate.class);
                            var left = row.getObject("left_on", LocalDate.class);
                            var how = row.getString("left_how");
                            return new Row(
                                    new AffiliationsPage.Line(
                                            row.getString("id"),
                                            row.getString("name"),
                                            row.getString("profession"),
                                            Affiliation.Status.valueOf(row.getString("status"))
                                                    .label,
                                            joined == null ? "" : FrenchDates.date(joined),
                                            left == null
                                                    ? null
                                                    : Affiliation.Left.valueOf(how).label
                                                            + " le "
                                                            + FrenchDates.date(left)
                                                            + (row.getString("left_why") == null
                                                                    ? ""
                                                                    : "\u00A0: "
                                                                            + row.getString(
                                                                                    "left_why"))),
                                    joined != null,
                                    left != null,
                                    "VOLONTAIRE".equals(how));
                        })
                        .list();
        return new AffiliationsPage(
                form,
                exit,
                Affiliation.statuses(),
                Affiliation.exits(),
                rows.stream().filter(r -> r.joined() && !r.left()).map(Row::line).toList(),
                rows.stream().filter(r -> !r.joined()).map(Row::line).toList(),
                rows.stream().filter(Row::left).map(Row::line).toList(),
                (int) rows.stream().filter(Row::voluntary).count());
    }

    /// The fields of a new line.
    TypedForm fresh() {
        return new TypedForm(Map.of("joinedOn", LocalDate.now(clock).toString()));
    }
}
