package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.ResumedCare;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ResumedCareService implements ResumedCare {

    /// Days of patience of an act whose plan says none, as the schema has it.
    private static final int TOLERANCE = 7;

    private final PpsRepository plans;
    private final LineRepository lines;
    private final Networks networks;
    private final Trail trail;
    private final JdbcClient sql;
    private final Clock clock;

    ResumedCareService(
            PpsRepository plans,
            LineRepository lines,
            Networks networks,
            Trail trail,
            JdbcClient sql,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.networks = networks;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public UUID resume(
            PatientId patient,
            UUID support,
            @Nullable UUID referent,
            @Nullable LocalDate reassessOn,
            String reason,
            List<Intervention> interventions) {
        var id = Ids.next();
        var by = SignedIn.current().displayName();
        var today = LocalDate.now(clock);
        plans.insert(id, patient, support, plans.nextNumber(patient), null, clock.instant(), by);
        plans.saveTexts(
                id,
                new Content(
                        Map.of(Topic.CHANGE_REASON, PpsText.RESUMED),
                        reassessOn == null ? today.plusMonths(12) : reassessOn,
                        referent,
                        referent == null ? null : networks.member(referent).name(),
                        List.of(),
                        List.of(),
                        List.of()));
        int rank = 0;
        for (var i : interventions)
            lines.save(
                    id,
                    patient,
                    new Content.Intervention(
                            Ids.next(),
                            null,
                            InterventionType.valueOf(i.type()),
                            i.title(),
                            i.actorId(),
                            i.actorName(),
                            i.actorProfession(),
                            null,
                            false,
                            null,
                            i.when(),
                            0,
                            TOLERANCE,
                            null),
                    rank++);
        plans.saveLife(plans.get(id).resumed(reason, clock.instant(), by));
        trail.wrote(Trail.Action.CREATE, patient, "PPS", id);
        return id;
    }

    @Override
    public void undo(PatientId patient, Collection<UUID> made) {
        sql.sql("select careplan.undo_taking_over(:patient, cast(:made as uuid[]))")
                .param("patient", patient.value())
                .param("made", made.toArray(UUID[]::new))
                .query((_, _) -> 0)
                .list();
    }
}
