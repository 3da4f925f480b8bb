package fr.maillage.portal.internal;

import fr.maillage.access.Trail;
import fr.maillage.careplan.CarePlans.Intervention;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.careplan.SinceLastVisit;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What changed in a file since a member of the circle last opened it, read from the trail: the
/// plan, the circle, and what was done of the acts they may read. Pages of one sitting are one
/// visit. Joins the caller's transaction.
@Component
class LastVisit implements SinceLastVisit {

    /// Pages opened within this time are the same visit.
    static final Duration SITTING = Duration.ofMinutes(30);

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    LastVisit(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Optional<Since> of(OpenFile file, @Nullable Plan plan, List<Intervention> readable) {
        var around = !PortalScreens.tasksOnly(file);
        var last = trail.lastVisit(file.patient(), clock.instant().minus(SITTING));
        if (last.isEmpty()) return Optional.empty();
        var at = last.get();
        var day = LocalDate.ofInstant(at, FrenchDates.PARIS);
        var what = new ArrayList<String>();
        if (plan != null && around && plan.inForceAt().isAfter(at))
            what.add(PortalText.newVersion(plan.number(), PortalScreens.day(plan)));
        if (around) what.addAll(circle(file, day));
        what.addAll(acts(file, readable, day));
        return Optional.of(new Since(FrenchDates.relative(at, LocalDate.now(clock)), what));
    }

    private List<String> circle(OpenFile file, LocalDate day) {
        return sql.sql(
                        """
                        select name, since > :day as joined from casefile.circle
                         where patient_id = :patient and kind <> 'PROCHE'
                           and ((since > :day and since <= :today and (until is null or until >= :today))
                                or (until >= :day and until < :today and since <= :day))
                         order by since, name collate "fr-x-icu"
                        """)
                .param("patient", file.patient().value())
                .param("day", day)
                .param("today", LocalDate.now(clock))
                .query((row, _) ->
                        PortalText.moved(row.getString("name"), row.getBoolean("joined")))
                .list();
    }

    private List<String> acts(OpenFile file, List<Intervention> readable, LocalDate day) {
        var titles =
                readable.stream().collect(Collectors.toMap(Intervention::id, Intervention::title));
        return sql.sql(
                        """
                        select intervention_id, count(*) filter (where done_on is not null) as done, count(*) filter (where status = 'NON_FAIT') as missed
                          from followup.dated_act
                         where patient_id = :patient and intervention_id = any (:readable)
                           and (done_on > :day or (status = 'NON_FAIT' and due_until > :day))
                         group by intervention_id order by min(due_on)
                        """)
                .param("patient", file.patient().value())
                .param("readable", titles.keySet().toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) ->
                        PortalText.happened(
                                Objects.requireNonNullElse(
                                        titles.get(row.getObject("intervention_id", UUID.class)),
                                        ""),
                                row.getInt("done"),
                                row.getInt("missed")))
                .list();
    }
}
