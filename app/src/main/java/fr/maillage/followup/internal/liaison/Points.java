package fr.maillage.followup.internal.liaison;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.Tasks;
import fr.maillage.followup.internal.Choice;
import fr.maillage.followup.internal.Days;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
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

    /// What the trail says was written.
    static final String WHAT = "POINT DE COORDINATION";

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
        var point = PointForm.read(form, new FormErrors(), clock);
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
        participants(id, there);
        decide(file, id, 0, point);
        timeline.add(
                file.patient(),
                Timeline.Kind.CONTACT,
                LiaisonText.point(point.mode(), there.size()),
                point.subject(),
                "/dossiers/" + file.patient() + "/points",
                true);
        trail.wrote(Trail.Action.CREATE, file.patient(), WHAT, id);
    }

    /// Somebody who took part.
    record Participant(String name, String quality) {}

    /// Those of the circle who were ticked, then the others by name.
    List<Participant> participants(OpenFile file, PointForm.Point point) {
        var ofCircle =
                circle(file).stream()
                        .filter(a -> point.lines().contains(a.id()))
                        .map(a -> new Participant(a.name(), a.quality()));
        return Stream.concat(ofCircle, point.others().stream().map(o -> new Participant(o, "")))
                .toList();
    }

    List<Actor> circle(OpenFile file) {
        return files.circle(file.patient(), LocalDate.now(clock));
    }

    void participants(UUID point, List<Participant> there) {
        sql.sql(
                        """
                        insert into followup.coordination_participant (point_id, name, quality)
                        select :point, p.name, p.quality from unnest(cast(:names as text[]), cast(:qualities as text[])) as p(name, quality)
                        """)
                .param("point", point)
                .param("names", there.stream().map(Participant::name).toArray(String[]::new))
                .param("qualities", there.stream().map(Participant::quality).toArray(String[]::new))
                .update();
    }

    /// Writes what was decided, after the `already` decisions it has.
    void decide(OpenFile file, UUID id, int already, PointForm.Point point) {
        for (int k = 0; k < point.decisions().size(); k++)
            decision(file, id, already + k, point.decisions().get(k));
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

    /// @param formers what the points said before they were corrected
    PointsPage page(
            OpenFile file,
            Sent form,
            FormOutcome outcome,
            Map<UUID, List<PointsPage.Former>> formers) {
        return new PointsPage(
                file.banner(),
                LiaisonText.count(thisYear(file, LocalDate.now(clock))),
                points(file, formers),
                fields(file, "/dossiers/" + file.patient() + "/points", false, form, outcome));
    }

    PointFields fields(
            OpenFile file, String action, boolean correcting, Sent form, FormOutcome outcome) {
        var chosen = form.all("line");
        return new PointFields(
                action,
                correcting,
                outcome.conflict(),
                Choice.of(
                        PointMode.values(),
                        m -> m.label,
                        form.text("mode").isEmpty()
                                ? PointMode.TELEPHONE.name()
                                : form.text("mode")),
                circle(file).stream()
                        .map(a ->
                                new Choice(
                                        a.id().toString(),
                                        words(a),
                                        chosen.contains(a.id().toString())))
                        .toList(),
                networks.team(LocalDate.now(clock)).stream()
                        .map(m -> new Choice(m.id().toString(), m.name(), false))
                        .toList(),
                PointForm.ROWS,
                form,
                outcome.errors());
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

    private List<PointsPage.Point> points(
            OpenFile file, Map<UUID, List<PointsPage.Former>> formers) {
        var decisions = decisions(file);
        return sql.sql(
                        """
                        select p.id, p.held_at, p.mode, p.subject, p.said, p.minutes, p.recorded_by,
                               (select array_agg(c.name || case when c.quality = '' then '' else ', ' || c.quality end order by c.id)
                                  from followup.coordination_participant c where c.network_id = p.network_id and c.point_id = p.id) as participants
                          from followup.coordination_point p where p.patient_id = :patient order by p.held_at desc, p.id desc limit :shown
                        """)
                .param("patient", file.patient().value())
                .param("shown", SHOWN)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return point(
                            row,
                            "/dossiers/" + file.patient() + "/points/" + id + "/corriger",
                            decisions.getOrDefault(id, List.of()),
                            formers.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static PointsPage.Point point(
            ResultSet row,
            String correct,
            List<PointsPage.Decided> decisions,
            List<PointsPage.Former> formers)
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
                row.getString("recorded_by"),
                correct,
                formers);
    }

    /// What was decided, by point, in order.
    Map<UUID, List<PointsPage.Decided>> decisions(OpenFile file) {
        var today = LocalDate.now(clock);
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
