package fr.maillage.registry.internal.register;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.register.SupportPage.Request;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests of a territorial network to a regional one: training, expertise, evaluation, good
/// practice. No hierarchy: the two sides alone read them, and the asker may take theirs back.
/// Source: guide DGOS 2012, fiche D4 §4-2.
@Component
@Transactional
class RegionalSupports {

    private final JdbcClient sql;
    private final Clock clock;

    RegionalSupports(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    SupportPage page(Sent form, String edited) {
        var own = own();
        var all =
                sql.sql(
                                """
                                select q.*, f.name as from_name, t.name as to_name, t.owner_id as to_owner, registry.holds(q.from_id) as mine, registry.holds(q.to_id) as ours
                                from registry.support_request q join registry.structure f on f.id = q.from_id join registry.structure t on t.id = q.to_id
                                order by q.state in ('REPONDUE','DECLINEE','RETIREE'), q.asked_on desc, q.id
                                """)
                        .query((row, _) -> Map.entry(row.getBoolean("mine"), request(row)))
                        .list();
        return new SupportPage(
                all.stream().filter(Map.Entry::getKey).map(Map.Entry::getValue).toList(),
                all.stream().filter(e -> !e.getKey()).map(Map.Entry::getValue).toList(),
                regional(own.orElse(null)),
                RegistryText.MISSIONS,
                own.isPresent(),
                form,
                edited);
    }

    private static Request request(ResultSet row) throws SQLException {
        var mine = row.getBoolean("mine");
        var ours = row.getBoolean("ours");
        var state = row.getString("state");
        var waits = state.equals("DEMANDEE") || state.equals("ACCEPTEE");
        var answers = ours || mine && row.getObject("to_owner") == null;
        var wished = row.getObject("wished_for", LocalDate.class);
        var answered = row.getObject("answered_on", LocalDate.class);
        return new Request(
                row.getString("id"),
                row.getString(mine ? "to_name" : "from_name"),
                "/registre/" + row.getString(mine ? "to_id" : "from_id"),
                Objects.requireNonNullElse(RegistryText.MISSIONS.get(row.getString("mission")), ""),
                row.getString("subject"),
                row.getString("words"),
                FrenchDates.date(row.getObject("asked_on", LocalDate.class))
                        + ", "
                        + row.getString("asked_by"),
                wished == null ? "" : FrenchDates.date(wished),
                Objects.requireNonNullElse(RegistryText.STATES.get(state), "")
                        + (answered == null ? "" : " le " + FrenchDates.date(answered)),
                switch (state) {
                    case "REPONDUE" -> "is-done";
                    case "DEMANDEE" -> "is-due";
                    case "ACCEPTEE" -> "is-info";
                    default -> "";
                },
                Objects.requireNonNullElse(row.getString("answer"), ""),
                waits && answers,
                state.equals("DEMANDEE") && answers,
                waits && mine);
    }

    /// The sheet of the acting structure that asks: its open one, the oldest first.
    private java.util.Optional<UUID> own() {
        return sql.sql(
                        "select id from registry.structure where owner_id = platform.acting() and closed_on is null order by opened_on nulls last, id limit 1")
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    private Map<String, String> regional(@Nullable UUID but) {
        var found = new LinkedHashMap<String, String>();
        sql.sql(
                        """
                        select id::text as id, name from registry.structure where (level = 'REGIONAL' or type_code in ('CENTRE_REFERENCE','FEDERATION')) and provenance <> 'DOCUMENT'
                          and closed_on is null and id is distinct from :but order by name collate "fr-x-icu", id
                        """)
                .param("but", but, Types.OTHER)
                .query((row, _) -> found.put(row.getString("id"), row.getString("name")))
                .list();
        return found;
    }

    void ask(Sent form) {
        var own = own().orElseThrow(() -> FormRefused.because("to", RegistryText.NO_SHEET));
        var to = form.choice("to", regional(own).keySet());
        var mission = form.choice("mission", RegistryText.MISSIONS.keySet());
        var subject = form.required("subject", 300);
        var words = form.required("words", 5_000);
        var wished = form.day("wished").orElse(null);
        FormRefused.unless(form.errors());
        if (!offers(UUID.fromString(to), mission))
            throw FormRefused.because("mission", RegistryText.NOT_OFFERED);
        sql.sql(
                        """
                        insert into registry.support_request (id, from_id, to_id, mission, subject, words, wished_for, asked_on, asked_by)
                        values (:id, :from, :to, :mission, :subject, :words, :wished, :today, :by)
                        """)
                .param("id", Ids.next())
                .param("from", own)
                .param("to", UUID.fromString(to))
                .param("mission", mission)
                .param("subject", subject)
                .param("words", words)
                .param("wished", wished, Types.DATE)
                .param("today", LocalDate.now(clock))
                .param("by", SignedIn.current().role().label())
                .update();
    }

    /// Whether a regional network declares this mission of support, or none at all.
    private boolean offers(UUID network, String mission) {
        return sql.sql(
                        """
                        select coalesce(bool_or(mission = :mission), true) as offers from registry.support_mission
                        where structure_id = :network and since <= :today and coalesce(until >= :today, true)
                        """)
                .param("network", network)
                .param("mission", mission)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> row.getBoolean("offers"))
                .single();
    }

    /// Accepts, answers, declines or takes back, as the form says. Throws `NotFound`, and
    /// `OptimisticLockingFailureException` when it does not wait for that any more.
    void act(UUID id, Sent form) {
        var act =
                form.choice(
                        "act", java.util.List.of("ACCEPTEE", "REPONDUE", "DECLINEE", "RETIREE"));
        var answer = form.orNull("answer", 10_000);
        if ((act.equals("REPONDUE") || act.equals("DECLINEE")) && answer == null)
            form.errors().add("answer", RegistryText.ANSWER);
        FormRefused.unless(form.errors());
        var done =
                sql.sql(
                                """
                                update registry.support_request q set state = :act, answer = coalesce(:answer, answer), version = version + 1,
                                       answered_on = case when :act = 'RETIREE' then answered_on else :today end, answered_by = case when :act = 'RETIREE' then answered_by else :by end
                                where id = :id and (state = 'DEMANDEE' or state = 'ACCEPTEE' and :act <> 'ACCEPTEE')
                                  and case when :act = 'RETIREE' then registry.holds(from_id) else registry.holds(to_id) or registry.holds(from_id) and registry.held_by_nobody(to_id) end
                                """)
                        .param("act", act)
                        .param("answer", answer, Types.VARCHAR)
                        .param("today", LocalDate.now(clock))
                        .param("by", SignedIn.current().role().label())
                        .param("id", id)
                        .update();
        if (done == 1) return;
        var known =
                sql.sql("select 1 as there from registry.support_request where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getInt("there"))
                        .optional();
        if (known.isEmpty()) throw new NotFound("demande d’appui régional", id);
        throw new OptimisticLockingFailureException("a request for regional support");
    }
}
