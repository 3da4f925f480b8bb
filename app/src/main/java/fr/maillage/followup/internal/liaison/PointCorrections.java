package fr.maillage.followup.internal.liaison;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.followup.internal.liaison.Points.Participant;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

/// A point de coordination noted wrongly is corrected; what it said before stays, with who
/// corrected it and why. Decisions already taken are not rewritten: their tasks go on.
@Component
@Transactional
class PointCorrections {

    private final JdbcClient sql;
    private final Points points;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    PointCorrections(JdbcClient sql, Points points, Timeline timeline, Trail trail, Clock clock) {
        this.sql = sql;
        this.points = points;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    private record Noted(
            LocalDateTime at,
            PointMode mode,
            String subject,
            @Nullable String said,
            @Nullable Integer minutes,
            int version) {}

    /// The form, as the point stands, or as it was typed.
    ///
    /// @param typed null: nothing yet
    PointCorrectionPage page(OpenFile file, UUID id, @Nullable Sent typed, FormOutcome outcome) {
        var noted = noted(file, id, false);
        // who comes second reads it again, then saves over the first on purpose
        if (typed != null && outcome.conflict() != null)
            typed.put("version", String.valueOf(noted.version()));
        var form = typed == null ? filled(noted, there(id), points.circle(file)) : typed;
        return new PointCorrectionPage(
                file.banner(),
                points.fields(
                        file,
                        "/dossiers/" + file.patient() + "/points/" + id + "/corriger",
                        true,
                        form,
                        outcome),
                points.decisions(file).getOrDefault(id, List.of()));
    }

    private static Sent filled(Noted noted, List<Participant> there, List<Actor> circle) {
        var values = new LinkedMultiValueMap<String, String>();
        values.set("day", noted.at().toLocalDate().toString());
        values.set("time", noted.at().toLocalTime().toString().substring(0, 5));
        values.set("mode", noted.mode().name());
        values.set("subject", noted.subject());
        values.set("said", noted.said() == null ? "" : noted.said());
        values.set("minutes", noted.minutes() == null ? "" : noted.minutes().toString());
        values.set("version", String.valueOf(noted.version()));
        var others = new ArrayList<String>();
        for (var one : there)
            circle.stream()
                    .filter(a -> a.name().equals(one.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            a -> values.add("line", a.id().toString()),
                            () -> others.add(one.name()));
        values.set("others", String.join(", ", others));
        return new Sent(values);
    }

    /// Corrects one. Throws `FormRefused`, `NotFound`, and when a colleague corrected it first.
    void correct(OpenFile file, UUID id, Sent form) {
        var errors = new FormErrors();
        var why = form.text("why");
        if (why.isEmpty() || why.length() > 500) errors.add("why", LiaisonText.WHY);
        var point = PointForm.read(form, errors, clock);
        var noted = noted(file, id, true);
        if (noted.version() != form.number("version"))
            throw new OptimisticLockingFailureException("point corrected meanwhile");
        var before = there(id);
        keep(id, why);
        sql.sql(
                        """
                        update followup.coordination_point set held_at = :at, mode = :mode, subject = :subject, said = :said, minutes = :minutes, version = version + 1
                         where id = :id
                        """)
                .param("at", Timestamp.from(point.at()))
                .param("mode", point.mode().name())
                .param("subject", point.subject())
                .param("said", point.said(), java.sql.Types.VARCHAR)
                .param("minutes", point.minutes(), java.sql.Types.INTEGER)
                .param("id", id)
                .update();
        sql.sql("delete from followup.coordination_participant where point_id = :id")
                .param("id", id)
                .update();
        points.participants(id, whoWasThere(file, point, before));
        points.decide(file, id, points.decisions(file).getOrDefault(id, List.of()).size(), point);
        timeline.add(
                file.patient(),
                Timeline.Kind.CONTACT,
                LiaisonText.CORRECTED,
                point.subject() + ". " + why,
                "/dossiers/" + file.patient() + "/points",
                true);
        trail.wrote(Trail.Action.UPDATE, file.patient(), Points.WHAT, id);
    }

    /// Somebody who was there and left the circle keeps what they were.
    private List<Participant> whoWasThere(
            OpenFile file, PointForm.Point point, List<Participant> before) {
        var qualities =
                before.stream()
                        .collect(
                                Collectors.toMap(
                                        Participant::name, Participant::quality, (a, _) -> a));
        return points.participants(file, point).stream()
                .map(p ->
                        p.quality().isEmpty()
                                ? new Participant(p.name(), qualities.getOrDefault(p.name(), ""))
                                : p)
                .toList();
    }

    private Noted noted(OpenFile file, UUID id, boolean lock) {
        return sql.sql(
                        "select held_at, mode, subject, said, minutes, version from followup.coordination_point where id = :id and patient_id = :patient"
                                + (lock ? " for update" : ""))
                .param("id", id)
                .param("patient", file.patient().value())
                .query((row, _) ->
                        new Noted(
                                at(row),
                                PointMode.valueOf(row.getString("mode")),
                                row.getString("subject"),
                                row.getString("said"),
                                row.getObject("minutes", Integer.class),
                                row.getInt("version")))
                .optional()
                .orElseThrow(() -> new NotFound("point de coordination", id));
    }

    private static LocalDateTime at(ResultSet row) throws SQLException {
        return LocalDateTime.ofInstant(row.getTimestamp("held_at").toInstant(), FrenchDates.PARIS);
    }

    private List<Participant> there(UUID id) {
        return sql.sql(
                        "select name, quality from followup.coordination_participant where point_id = :id order by id")
                .param("id", id)
                .query((row, _) -> new Participant(row.getString("name"), row.getString("quality")))
                .list();
    }

    private void keep(UUID id, String why) {
        sql.sql(
                        """
                        insert into followup.coordination_former (point_id, held_at, mode, subject, said, minutes, participants, why, corrected_at, corrected_by)
                        select p.id, p.held_at, p.mode, p.subject, p.said, p.minutes,
                               array(select c.name || case when c.quality = '' then '' else ', ' || c.quality end from followup.coordination_participant c
                                      where c.network_id = p.network_id and c.point_id = p.id order by c.id), :why, :now, :by
                          from followup.coordination_point p where p.id = :id
                        """)
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("id", id)
                .update();
    }

    /// What the points of a person said before, by point, the latest correction first.
    @Transactional(readOnly = true)
    Map<UUID, List<PointsPage.Former>> formers(OpenFile file) {
        var found = new HashMap<UUID, List<PointsPage.Former>>();
        sql.sql(
                        """
                        select f.point_id, f.held_at, f.mode, f.subject, f.said, f.minutes, f.participants, f.why, f.corrected_at, f.corrected_by
                          from followup.coordination_former f
                          join followup.coordination_point p on p.network_id = f.network_id and p.id = f.point_id
                         where p.patient_id = :patient order by f.corrected_at desc, f.id desc limit 400
                        """)
                .param("patient", file.patient().value())
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("point_id", UUID.class), _ -> new ArrayList<>())
                            .add(former(row));
                });
        return found;
    }

    private static PointsPage.Former former(ResultSet row) throws SQLException {
        var minutes = row.getObject("minutes", Integer.class);
        return new PointsPage.Former(
                LiaisonText.corrected(
                        row.getString("corrected_by"),
                        row.getTimestamp("corrected_at").toInstant()),
                row.getString("why"),
                row.getString("subject"),
                LiaisonText.held(
                        row.getTimestamp("held_at").toInstant(),
                        PointMode.valueOf(row.getString("mode")),
                        minutes,
                        List.of((String[]) row.getArray("participants").getArray())),
                row.getString("said"));
    }
}
