package fr.maillage.followup.internal.liaison;

import fr.maillage.followup.internal.Days;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.Tasks;
import fr.maillage.followup.internal.Choice;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Points de coordination: held in person or by telephone, what was decided becomes tasks. Source:
/// guide DGOS 2012, fiche O1 §3.
@Component
@Transactional
class Points {

    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Tasks tasks;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    Points(
            JdbcClient sql,
            CaseFiles files,
            Tasks tasks,
            Networks networks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.tasks = tasks;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Records one. Throws `FormRefused`.
    void note(OpenFile file, Sent form) {
        var point = PointForm.read(form, clock);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into followup.coordination_point (id, patient_id, held_at, mode, subject, said, minutes, recorded_at, recorded_by)
                        values (:id, :patient, :at, :mode, :subject, :said, :minutes, :now, :by)
                        """)
                .param("id", id)
                .param("patient", file.patient().value())
                .param("at", Timestamp.from(point.at()))
                .param("mode", point.mode().name())
                .param("subject", point.subject())
                .param("said", point.said())
                .param("minutes", point.minutes())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        var there = participants(file, point);
        for (var one : there) participant(id, one);
        for (int rank = 0; rank < point.decisions().size(); rank++)
            decision(file, id, rank, point.decisions().get(rank));
        timeline.add(
                file.patient(),
                Timeline.Kind.CONTACT,
                LiaisonText.point(point.mode(), there.size()),
                point.subject(),
                "/dossiers/" + file.patient() + "/points",
                true);
        trail.wrote(Trail.Action.CREATE, file.patient(), "POINT DE COORDINATION", id);
    }

    private record Participant(String name, String quality) {}

    private List<Participant> participants(OpenFile file, PointForm.Point point) {
        var ofCircle =
                files.circle(file.patient(), LocalDate.now(clock)).stream()
                        .filter(a -> point.lines().contains(a.id()))
                        .map(a -> new Participant(a.name(), a.quality()));
        return Stream.concat(ofCircle, point.others().stream().map(o -> new Participant(o, "")))
                .toList();
    }

    private void participant(UUID point, Participant one) {
        sql.sql(
                        "insert into followup.coordination_participant (id, point_id, name, quality) values (:id, :point, :name, :quality)")
                .param("id", Ids.next())
                .param("point", point)
                .param("name", one.name())
                .param("quality", one.quality())
                .update();
    }

    private void decision(OpenFile file, UUID point, int rank, PointForm.Decision decision) {
        var due = decision.dueOn();
        var task =
                due == null
                        ? null
                        : tasks.create(file.patient(), decision.words(), due, decision.assignee());
        sql.sql(
                        "insert into followup.coordination_decision (id, point_id, rank, words, task_id) values (:id, :point, :rank, :words, :task)")
                .param("id", Ids.next())
                .param("point", point)
                .param("rank", rank)
                .param("words", decision.words())
                .param("task", task)
                .update();
    }

    PointsPage page(OpenFile file, Sent form, FormErrors errors) {
        var today = LocalDate.now(clock);
        var circle = files.circle(file.patient(), today);
        var chosen = form.all("line");
        return new PointsPage(
                file.banner(),
                LiaisonText.count(thisYear(file, today)),
                points(file, today),
                Choice.of(
                        PointMode.values(),
                        m -> m.label,
                        form.text("mode").isEmpty()
                                ? PointMode.TELEPHONE.name()
                                : form.text("mode")),
                circle.stream()
                        .map(a ->
                                new Choice(
                                        a.id().toString(),
                                        words(a),
                                        chosen.contains(a.id().toString())))
                        .toList(),
                networks.team(today).stream()
                        .map(m -> new Choice(m.id().toString(), m.name(), false))
                        .toList(),
                PointForm.ROWS,
                form,
                errors);
    }

    private static String words(Actor actor) {
        return actor.quality().isEmpty() ? actor.name() : actor.name() + ", " + actor.quality();
    }

    private int thisYear(OpenFile file, LocalDate today) {
        return sql.sql(
                        "select count(*) from followup.coordination_point where patient_id = :patient and held_at >= :from")
                .param("patient", file.patient().value())
                .param("from", Timestamp.from(Days.start(today.withDayOfYear(1))))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private List<PointsPage.Point> points(OpenFile file, LocalDate today) {
        var decisions = decisions(file, today);
        return sql.sql(
                        """
                        select p.id, p.held_at, p.mode, p.subject, p.said, p.minutes, p.recorded_by,
                               (select array_agg(c.name || case when c.quality = '' then '' else ', ' || c.quality end order by c.id)
                                  from followup.coordination_participant c where c.network_id = p.network_id and c.point_id = p.id) as participants
                          from followup.coordination_point p where p.patient_id = :patient order by p.held_at desc, p.id desc limit :shown
                        """)
                .param("patient", file.patient().value())
                .param("shown", SHOWN)
                .query((row, _) ->
                        point(
                                row,
                                decisions.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static PointsPage.Point point(ResultSet row, List<PointsPage.Decided> decisions)
            throws SQLException {
        var participants = row.getArray("participants");
        var minutes = row.getObject("minutes", Integer.class);
        return new PointsPage.Point(
                FrenchDates.exact(row.getTimestamp("held_at").toInstant()),
                PointMode.valueOf(row.getString("mode")).label,
                minutes == null ? null : minutes + " min",
                row.getString("subject"),
                row.getString("said"),
                participants == null
                        ? List.of()
                        : Arrays.asList((String[]) participants.getArray()),
                decisions,
                row.getString("recorded_by"));
    }

    private Map<UUID, List<PointsPage.Decided>> decisions(OpenFile file, LocalDate today) {
        var found = new HashMap<UUID, List<PointsPage.Decided>>();
        sql.sql(
                        """
                        select d.point_id, d.words, t.due_on, t.done_at is not null as done
                          from followup.coordination_point p
                          join followup.coordination_decision d on d.network_id = p.network_id and d.point_id = p.id
                          left join followup.task t on t.network_id = d.network_id and t.id = d.task_id
                         where p.patient_id = :patient order by d.point_id, d.rank
                        """)
                .param("patient", file.patient().value())
                .query(row -> {
                    var due = row.getObject("due_on", LocalDate.class);
                    found.computeIfAbsent(
                                    row.getObject("point_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new PointsPage.Decided(
                                            row.getString("words"),
                                            due == null
                                                    ? null
                                                    : "pour le " + FrenchDates.shortDay(due, today),
                                            row.getBoolean("done")));
                });
        return found;
    }
}
