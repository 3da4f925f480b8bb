package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.Teams;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class SqlTeams implements Teams {

    private final JdbcClient sql;
    private final Supports supports;
    private final Networks networks;
    private final Trail trail;
    private final Timeline timeline;
    private final Clock clock;

    SqlTeams(
            JdbcClient sql,
            Supports supports,
            Networks networks,
            Trail trail,
            Timeline timeline,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.networks = networks;
        this.trail = trail;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Team> around(PatientId patient) {
        return sql.sql(
                        """
                        select t.id, t.member, t.since, t.kind, m.given_name || ' ' || upper(m.family_name) as referent, u.name as unit
                        from (select network_id, null::uuid as id, coordinator_id as member, unit_id, opened_on as since, 'REFERENT' as kind from casefile.support
                               where patient_id = :patient and status <> 'CLOS' and coordinator_id is not null
                              union all
                              select o.network_id, o.id, o.coordinator_id, o.unit_id, o.since, o.kind from casefile.support_team o
                                join casefile.support s on s.network_id = o.network_id and s.id = o.support_id
                               where s.patient_id = :patient and s.status <> 'CLOS' and o.until is null) t
                        join network.team_member m on m.network_id = t.network_id and m.id = t.member
                        left join network.unit u on u.network_id = t.network_id and u.id = t.unit_id
                        order by array_position(array['REFERENT','BINOME','EQUIPE'], t.kind), t.since, t.id
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Team(
                                row.getObject("id", UUID.class),
                                row.getObject("member", UUID.class),
                                row.getString("referent"),
                                row.getString("unit"),
                                row.getObject("since", LocalDate.class),
                                Kind.valueOf(row.getString("kind"))))
                .list();
    }

    @Override
    public void join(PatientId patient, @Nullable UUID member, @Nullable UUID unit, String why) {
        var errors = new FormErrors();
        if (why.length() > 300) errors.add("why", WebText.tooLong(300));
        var support = support(patient, member, errors);
        add(patient, support, Objects.requireNonNull(member), unit, Kind.EQUIPE, why);
        said(patient, MergedFilesText.TEAM_JOINS);
    }

    @Override
    public void partner(PatientId patient, @Nullable UUID member) {
        var support = support(patient, member, new FormErrors());
        sql.sql(
                        "update casefile.support_team set until = :day where support_id = :support and kind = 'BINOME' and until is null")
                .param("day", LocalDate.now(clock))
                .param("support", support)
                .update();
        add(patient, support, Objects.requireNonNull(member), null, Kind.BINOME, "");
        said(patient, MergedFilesText.PARTNER);
    }

    /// The open accompaniment, for somebody who does not answer for it yet. Throws `FormRefused`.
    private UUID support(PatientId patient, @Nullable UUID member, FormErrors errors) {
        var support = supports.open(patient).orElse(null);
        if (support == null) errors.add("member", MergedFilesText.NO_SUPPORT);
        if (member == null) errors.add("member", MergedFilesText.WHO);
        if (around(patient).stream().anyMatch(t -> t.member().equals(member)))
            errors.add("member", MergedFilesText.ALREADY_THERE);
        FormRefused.unless(errors);
        return Objects.requireNonNull(support).id();
    }

    private void add(
            PatientId patient,
            UUID support,
            UUID member,
            @Nullable UUID unit,
            Kind kind,
            String why) {
        networks.member(member);
        var id =
                sql.sql(
                                """
                                insert into casefile.support_team (support_id, unit_id, coordinator_id, kind, since, why, added_by)
                                values (:support, :unit, :member, :kind, :day, :why, :by) returning id
                                """)
                        .param("support", support)
                        .param("unit", unit, java.sql.Types.OTHER)
                        .param("member", member)
                        .param("kind", kind.name())
                        .param("day", LocalDate.now(clock))
                        .param("why", why)
                        .param("by", SignedIn.current().displayName())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        trail.wrote(Trail.Action.UPDATE, patient, "EQUIPES", id);
    }

    @Override
    public void leave(PatientId patient, UUID team) {
        var left =
                sql.sql(
                                """
                                update casefile.support_team t set until = :day from casefile.support s
                                where s.network_id = t.network_id and s.id = t.support_id and s.patient_id = :patient and t.id = :team and t.until is null
                                """)
                        .param("day", LocalDate.now(clock))
                        .param("patient", patient.value())
                        .param("team", team)
                        .update();
        if (left == 0) return;
        trail.wrote(Trail.Action.UPDATE, patient, "EQUIPES", team);
        said(patient, MergedFilesText.TEAM_LEAVES);
    }

    private void said(PatientId patient, String words) {
        timeline.add(
                patient,
                Timeline.Kind.CERCLE,
                words,
                null,
                "/dossiers/" + patient + "/equipes",
                false);
    }
}
