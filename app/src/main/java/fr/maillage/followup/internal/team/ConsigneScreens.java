package fr.maillage.followup.internal.team;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.followup.internal.Choice;
import fr.maillage.followup.internal.PersonNames;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The box of consignes as it is read.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class ConsigneScreens {

    private static final int SHOWN = 200;
    private static final Duration DONE_SHOWN = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Networks networks;
    private final PersonNames names;
    private final Trail trail;
    private final Clock clock;

    ConsigneScreens(
            JdbcClient sql, Networks networks, PersonNames names, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.names = names;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(ConsignesPage.Line line, boolean mine, @Nullable UUID patient) {}

    ConsignesPage box(@Nullable String asked, Sent form, FormErrors errors) {
        var filter = asked != null && Set.of("equipe", "faites").contains(asked) ? asked : "moi";
        var open = rows(false, null);
        var shown =
                switch (filter) {
                    case "equipe" -> open;
                    case "faites" -> rows(true, null);
                    default -> open.stream().filter(Row::mine).toList();
                };
        var questions = questions();
        trail.listed(
                "CONSIGNES",
                Stream.concat(
                                shown.stream().flatMap(r -> Stream.ofNullable(r.patient())),
                                questions.stream().map(q -> UUID.fromString(q.patient())))
                        .distinct()
                        .toList());
        return new ConsignesPage(
                filter,
                (int) open.stream().filter(Row::mine).count(),
                open.size(),
                shown.stream().map(Row::line).toList(),
                questions,
                blank(form, errors));
    }

    /// Those of one permanence, done or not.
    List<ConsignesPage.Line> of(UUID onCall) {
        var rows =
                Stream.concat(rows(false, onCall).stream(), rows(true, onCall).stream()).toList();
        trail.listed(
                "CONSIGNES", rows.stream().flatMap(r -> Stream.ofNullable(r.patient())).toList());
        return rows.stream().map(Row::line).toList();
    }

    NewConsignePage blank(Sent form, FormErrors errors) {
        var today = LocalDate.now(clock);
        var patient = PatientId.parse(form.text("patient")).orElse(null);
        return new NewConsignePage(
                form,
                errors,
                patient == null ? null : name(patient.value()),
                networks.team(today).stream()
                        .map(m ->
                                new Choice(
                                        m.id().toString(),
                                        m.name(),
                                        m.id().toString().equals(form.text("to"))))
                        .toList(),
                SignedIn.current().role().clinical(),
                today.toString());
    }

    private @Nullable String name(UUID patient) {
        trail.listed("CONSIGNE", List.of(patient));
        return names.of(List.of(patient)).get(patient);
    }

    /// Open ones by day, or those done lately; of one permanence when it is named.
    private List<Row> rows(boolean done, @Nullable UUID onCall) {
        var who = SignedIn.current();
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select c.id, c.patient_id, i.display_name, c.for_day, c.made_at, c.made_name, c.made_by, c.to_member, c.done_name, c.outcome,
                               case when :clinical or not c.clinical or c.made_by = :me then c.words end as words,
                               t.given_name || ' ' || upper(t.family_name) as addressee,
                               (select string_agg(m.given_name || ' ' || upper(m.family_name), ', ' order by s.at) from followup.consigne_seen s
                                  join network.team_member m on m.network_id = s.network_id and m.id = s.member_id
                                 where s.network_id = c.network_id and s.consigne_id = c.id) as seen,
                               exists (select 1 from followup.consigne_seen s where s.network_id = c.network_id and s.consigne_id = c.id and s.member_id = :me) as by_me
                          from followup.consigne c
                          left join patient.identity i on i.network_id = c.network_id and i.id = c.patient_id
                          left join network.team_member t on t.network_id = c.network_id and t.id = c.to_member
                         where case when :done then c.done_at >= :since else c.done_at is null end
                           and (cast(:onCall as uuid) is null or c.on_call_id = :onCall)
                         order by c.for_day, c.made_at, c.id limit :shown
                        """)
                .param("clinical", who.role().clinical())
                .param("me", who.memberId())
                .param("done", done)
                .param(
                        "since",
                        Timestamp.from(
                                onCall == null
                                        ? clock.instant().minus(DONE_SHOWN)
                                        : java.time.Instant.EPOCH))
                .param("onCall", onCall)
                .param("shown", SHOWN)
                .query((row, _) -> row(row, who, today))
                .list();
    }

    private static Row row(ResultSet row, SignedIn who, LocalDate today) throws SQLException {
        var day = row.getObject("for_day", LocalDate.class);
        var made =
                LocalDateTime.ofInstant(row.getTimestamp("made_at").toInstant(), FrenchDates.PARIS);
        var patient = row.getObject("patient_id", UUID.class);
        var to = row.getObject("to_member", UUID.class);
        var done = row.getString("done_name");
        return new Row(
                new ConsignesPage.Line(
                        row.getString("id"),
                        FrenchDates.relative(day, today),
                        done == null && day.isBefore(today),
                        row.getString("made_name")
                                + ", "
                                + FrenchDates.relative(made.toLocalDate(), today)
                                + " à "
                                + FrenchDates.time(made),
                        to == null ? TeamText.THE_TEAM : row.getString("addressee"),
                        patient == null ? null : patient.toString(),
                        row.getString("display_name"),
                        row.getString("words"),
                        row.getString("seen"),
                        row.getBoolean("by_me"),
                        done == null ? null : TeamText.done(done, row.getString("outcome"))),
                to == null || to.equals(who.memberId()),
                patient);
    }

    /// Questions of notebooks that nobody answered, of persons the reader follows or nobody does.
    private List<ConsignesPage.Question> questions() {
        var who = SignedIn.current();
        if (!who.role().clinical()) return List.of();
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select e.patient_id, i.display_name, e.at, e.author_name || ', ' || e.author_quality as author
                          from followup.liaison_entry e
                          join patient.identity i on i.network_id = e.network_id and i.id = e.patient_id
                          join casefile.open_support s on s.network_id = e.network_id and s.patient_id = e.patient_id
                         where e.kind = 'QUESTION' and (s.coordinator_id = :me or s.coordinator_id is null)
                           and not exists (select 1 from followup.liaison_entry a where a.network_id = e.network_id and a.answers = e.id)
                         order by e.at limit :shown
                        """)
                .param("me", who.member())
                .param("shown", SHOWN)
                .query((row, _) ->
                        new ConsignesPage.Question(
                                row.getString("patient_id"),
                                row.getString("display_name"),
                                FrenchDates.relative(row.getTimestamp("at").toInstant(), today),
                                row.getString("author")))
                .list();
    }
}
