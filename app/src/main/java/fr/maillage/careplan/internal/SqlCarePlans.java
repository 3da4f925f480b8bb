package fr.maillage.careplan.internal;

import fr.maillage.careplan.CarePlans;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Setting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SqlCarePlans implements CarePlans {

    private final PpsRepository plans;
    private final PlanHistory history;
    private final Completeness completeness;
    private final JdbcClient sql;
    private final Clock clock;

    SqlCarePlans(
            PpsRepository plans,
            PlanHistory history,
            Completeness completeness,
            JdbcClient sql,
            Clock clock) {
        this.plans = plans;
        this.history = history;
        this.completeness = completeness;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Plan> current(PatientId patient) {
        return plans.inForce(patient).map(this::plan);
    }

    @Override
    @Transactional(readOnly = true)
    public int toComplete(UUID coordinator, LocalDate today) {
        return completeness.incomplete(coordinator, today);
    }

    private Plan plan(Pps pps) {
        var c = pps.content();
        var amendment =
                history.opinions(pps.id()).stream()
                        .filter(o -> o.opinion() == Opinion.VALIDE_APRES_AMENDEMENT)
                        .map(PlanHistory.RecordedOpinion::words)
                        .filter(Objects::nonNull)
                        .findFirst();
        var coordinator = c.text(Topic.CASE_COORDINATOR);
        return new Plan(
                pps.id(),
                pps.number(),
                Objects.requireNonNull(pps.inForceAt()),
                Objects.requireNonNull(c.reassessOn()),
                pps.toReassess(LocalDate.now(clock)),
                pps.opinion().name(),
                pps.opinion().validates(),
                amendment.orElse(null),
                c.referentName(),
                coordinator.isEmpty() ? null : coordinator,
                Arrays.stream(Topic.values())
                        .filter(topic -> topic != Topic.CHANGE_REASON && !c.text(topic).isEmpty())
                        .map(topic ->
                                new Section(
                                        topic.name(),
                                        PpsText.of(topic),
                                        c.text(topic),
                                        topic.part()))
                        .toList(),
                c.pathologies().stream()
                        .map(p -> new Pathology(p.label(), p.severity(), p.ald(), p.main()))
                        .toList(),
                c.goals().stream()
                        .map(g -> {
                            var measure = PpsText.measure(g);
                            return new Goal(
                                    g.id(),
                                    g.problem(),
                                    g.part(),
                                    g.kind(),
                                    g.title(),
                                    measure.isEmpty() ? null : measure,
                                    g.dueOn(),
                                    g.result());
                        })
                        .toList(),
                c.interventions().stream()
                        .map(i ->
                                new Intervention(
                                        i.id(),
                                        i.goalId(),
                                        i.type().volet(),
                                        PpsText.of(i.type()),
                                        i.title(),
                                        i.actorId(),
                                        i.actorName(),
                                        i.actorProfession(),
                                        i.place(),
                                        PpsText.when(i.recurrence(), i.windowDays()),
                                        i.recurrence(),
                                        i.windowDays(),
                                        i.toleranceDays()))
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Awaited> awaitedFrom(String rpps) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select a.id, a.network_id, a.patient_id, a.number, a.submitted_at, i.display_name,
                               coalesce((select cast(t.value as int) from network.setting t
                                          where t.network_id = a.network_id and t.key = :setting and t.level in (s.level, -1)
                                          order by t.level desc limit 1), :silence) as silence
                          from careplan.awaited_opinion a join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                          left join casefile.open_support s on s.network_id = a.network_id and s.patient_id = a.patient_id
                         where i.mt_rpps = :rpps and i.mt_state = 'DECLARE' and i.mt_told and i.deceased_on is null
                         order by a.submitted_at, a.id
                        """)
                .param("rpps", rpps)
                .param("setting", Setting.SILENCE_DAYS.name())
                .param("silence", Setting.SILENCE_DAYS.byDefault())
                .query((row, _) -> {
                    var at = row.getTimestamp("submitted_at").toInstant();
                    var days =
                            (int)
                                    ChronoUnit.DAYS.between(
                                            at.atZone(FrenchDates.PARIS).toLocalDate(), today);
                    return new Awaited(
                            row.getObject("id", UUID.class),
                            new NetworkId(row.getObject("network_id", UUID.class)),
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            row.getString("display_name"),
                            row.getInt("number"),
                            at,
                            days,
                            days >= row.getInt("silence"));
                })
                .list();
    }
}
