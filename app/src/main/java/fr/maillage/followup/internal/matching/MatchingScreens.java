package fr.maillage.followup.internal.matching;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.internal.Days;
import fr.maillage.followup.internal.matching.MatchingPage.Event;
import fr.maillage.followup.internal.matching.MatchingPage.Proposal;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.JustDone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of events to match, and the panel shown right after the act that brought one in.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class MatchingScreens implements JustDone {

    /// Events shown at once.
    private static final int SHOWN = 20;

    /// How long after the act its panel is offered.
    private static final Duration JUST = Duration.ofMinutes(2);

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    MatchingScreens(JdbcClient sql, CaseFiles files, Trail trail, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    private record Line(UUID id, UUID patient, String name, Event event) {}

    /// @param everybody whether other people's files count
    /// @param refused the event whose answer was refused, with what is wrong
    MatchingPage page(boolean everybody, @Nullable UUID refused, String typed, FormErrors errors) {
        var me = SignedIn.current().memberId();
        var total = new int[1];
        var lines =
                sql.sql(
                                """
                                select i.id, i.patient_id, i.kind, i.nature, i.on_day, i.title, i.who, p.display_name, count(*) over () as total
                                  from followup.to_match i
                                  join patient.identity p on p.network_id = i.network_id and p.id = i.patient_id
                                  left join casefile.open_support s on s.network_id = i.network_id and s.patient_id = i.patient_id
                                 where :everybody or s.coordinator_id = :me or i.account_id = :account
                                 order by i.at, i.id limit :most
                                """)
                        .param("everybody", everybody)
                        .param("me", me, java.sql.Types.OTHER)
                        .param("account", SignedIn.current().accountId())
                        .param("most", SHOWN)
                        .query((row, _) -> {
                            total[0] = row.getInt("total");
                            return line(row);
                        })
                        .list();
        var open =
                files.opening(
                        lines.stream().map(l -> new PatientId(l.patient())).toList(), Part.SUIVI);
        var readable =
                lines.stream().filter(l -> open.containsKey(new PatientId(l.patient()))).toList();
        trail.listed("RAPPROCHEMENTS", readable.stream().map(Line::patient).toList());
        var proposals = proposals(readable.stream().map(Line::id).toList());
        return new MatchingPage(
                everybody,
                total[0] - (lines.size() - readable.size()),
                readable.stream()
                        .map(l -> with(l.event(), proposals.getOrDefault(l.id(), List.of())))
                        .toList(),
                refused == null ? null : refused.toString(),
                errors.of("par"),
                typed);
    }

    private Line line(ResultSet row) throws SQLException {
        var today = LocalDate.now(clock);
        var kind = EventKind.valueOf(row.getString("kind"));
        var day = row.getObject("on_day", LocalDate.class);
        var patient = row.getObject("patient_id", UUID.class);
        var who = row.getString("who");
        var title = row.getString("title");
        return new Line(
                row.getObject("id", UUID.class),
                patient,
                row.getString("display_name"),
                new Event(
                        row.getString("id"),
                        kind.label,
                        kind.icon,
                        "/dossiers/" + patient + "/suivi",
                        row.getString("display_name"),
                        FrenchDates.shortDay(day, today),
                        FrenchDates.longDay(day),
                        title
                                + (who == null || who.equals(title)
                                        ? ""
                                        : (title.isEmpty() ? "" : " · ") + who),
                        List.of()));
    }

    private static Event with(Event e, List<Proposal> proposals) {
        return new Event(
                e.id(),
                e.mark(),
                e.icon(),
                e.href(),
                e.person(),
                e.when(),
                e.whenExact(),
                e.what(),
                proposals);
    }

    /// What may still be confirmed for these events, in the order they were ranked.
    private Map<UUID, List<Proposal>> proposals(List<UUID> events) {
        var all = new HashMap<UUID, List<Proposal>>();
        var today = LocalDate.now(clock);
        sql.sql(
                        """
                        select p.incoming_id, o.id, o.title, o.actor_name, o.due_on, o.due_until, p.why, i.on_day, i.who, i.of_team
                          from followup.proposal p
                          join followup.incoming i on i.network_id = p.network_id and i.id = p.incoming_id
                          join followup.occurrence o on o.network_id = p.network_id and o.id = p.occurrence_id
                         where p.incoming_id = any (:events) and o.status = 'PREVU'
                         order by p.incoming_id, p.rank
                        """)
                .param("events", events.toArray(UUID[]::new))
                .query((row, _) -> {
                    var list =
                            all.computeIfAbsent(
                                    row.getObject("incoming_id", UUID.class),
                                    _ -> new ArrayList<>());
                    list.add(proposal(row, list.size() + 1, today));
                    return list;
                })
                .list();
        return all;
    }

    private static Proposal proposal(ResultSet row, int key, LocalDate today) throws SQLException {
        var on = row.getObject("due_on", LocalDate.class);
        var until = row.getObject("due_until", LocalDate.class);
        var actor = row.getString("actor_name");
        var doer =
                actor != null
                        ? actor
                        : MatchingService.doer(
                                null, row.getString("who"), row.getBoolean("of_team"), null);
        return new Proposal(
                String.valueOf(key),
                row.getString("id"),
                row.getString("title"),
                "prévu " + Days.window(on, until, today) + (actor == null ? "" : " · " + actor),
                row.getString("why"),
                MatchingText.wouldBe(row.getObject("on_day", LocalDate.class), doer),
                doer == null);
    }

    @Override
    public Optional<Panel> panel() {
        var who = SignedIn.current();
        return sql.sql(
                        """
                        select i.id, i.patient_id, i.kind, i.nature, i.on_day, i.title, i.who, p.display_name
                          from followup.to_match i join patient.identity p on p.network_id = i.network_id and p.id = i.patient_id
                         where i.account_id = :account and i.at >= :since order by i.at desc, i.id desc limit 1
                        """)
                .param("account", who.accountId())
                .param("since", Timestamp.from(clock.instant().minus(JUST)))
                .query((row, _) -> line(row))
                .optional()
                .filter(l -> {
                    var patient = new PatientId(l.patient());
                    return files.opening(List.of(patient), Part.SUIVI).containsKey(patient);
                })
                .map(l ->
                        new Panel(
                                l.event().mark() + ", " + l.name(),
                                "/rapprochements/" + l.id(),
                                proposals(List.of(l.id())).getOrDefault(l.id(), List.of()).stream()
                                        .filter(p -> !p.asksWho())
                                        .limit(3)
                                        .map(p ->
                                                new Choice(
                                                        p.key(),
                                                        p.act(),
                                                        p.title(),
                                                        p.facts() + " · " + p.why()))
                                        .toList()));
    }
}
