package fr.maillage.casefile.internal;

import fr.maillage.kernel.PatientId;
import fr.maillage.patient.PersonalRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about persons, and what one file cannot have twice: an open
/// accompaniment, somebody in a role there is one of, a right in force. Restricted concerns move
/// like the rest: only the head joins files, and the head reads them all.
@Component
class CaseFileRecords implements PersonalRecords {

    private static final String SUPPORT = "casefile.support";
    private static final String CIRCLE = "casefile.care_team";
    private static final String HANDED_OVER = "casefile.departure_file";
    private static final String RIGHT = "casefile.entitlement";

    private final JdbcClient sql;

    CaseFileRecords(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        SUPPORT,
                        "Accompagnements",
                        "'ouvert le ' || to_char(t.opened_on, 'DD/MM/YYYY')",
                        "cast(t.opened_on as timestamptz)"),
                Records.following("casefile.level_change", "id", "Niveaux", "t.support_id"),
                Records.following(
                        "casefile.level_decision", "id", "Niveaux décidés", "t.support_id"),
                new Records(
                        HANDED_OVER,
                        "departure_id",
                        "patient_id",
                        "Transmissions",
                        null,
                        null,
                        null),
                Records.of(CIRCLE, "Cercle", "t.name", "cast(t.since as timestamptz)"),
                Records.of(
                        "casefile.stay",
                        "Séjours",
                        "t.hospital || ', ' || to_char(t.admitted_on, 'DD/MM/YYYY')",
                        "cast(t.admitted_on as timestamptz)"),
                Records.of(
                        "casefile.crisis_plan",
                        "Consignes de crise",
                        "'écrites par ' || t.written_by",
                        "t.written_at"),
                Records.of(
                        "casefile.concern",
                        "Préoccupations",
                        "'écrite le ' || to_char(t.written_at, 'DD/MM/YYYY')",
                        "t.written_at"),
                Records.of(
                        RIGHT,
                        "Droits et mesures",
                        "t.kind || coalesce(' ' || t.name, '')",
                        "cast(coalesce(t.asked_on, t.starts_on) as timestamptz)"));
    }

    @Override
    public boolean live(PatientId person) {
        return sql.sql(
                        "select exists (select 1 from casefile.support where patient_id = :person and status <> 'CLOS')")
                .param("person", person.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public List<Clash> clashes(Pair pair) {
        var found = new ArrayList<Clash>();
        if (live(pair.survivor()) && live(pair.absorbed()))
            found.add(new Clash(MergedFilesText.SUPPORTS, MergedFilesText.SUPPORTS_DONE, false));
        if (!circle(pair.survivor(), pair.absorbed()).isEmpty())
            found.add(new Clash(MergedFilesText.ROLES, MergedFilesText.ROLES_DONE, false));
        if (!rights(pair.survivor(), pair.absorbed()).isEmpty())
            found.add(new Clash(MergedFilesText.RIGHTS, MergedFilesText.RIGHTS_DONE, false));
        var concerns =
                sql.sql(
                                "select exists (select 1 from casefile.concern where patient_id in (:one, :other) and restricted and status <> 'CLOSE')")
                        .param("one", pair.survivor().value())
                        .param("other", pair.absorbed().value())
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (concerns)
            found.add(new Clash(MergedFilesText.CONCERN, MergedFilesText.CONCERN_DONE, false));
        return found;
    }

    @Override
    public void putAside(Joining joining) {
        var stops = joining.stops();
        var goesOn = joining.goesOn();
        if (live(stops) && live(goesOn)) {
            var other = other(stops);
            joining.added("casefile.support_team", "id", teamGoesOn(goesOn, other, joining.day()));
            var closed = new HashMap<String, @Nullable Object>();
            closed.put("status", "CLOS");
            closed.put(
                    "closed_on",
                    (other.openedOn().isAfter(joining.day()) ? other.openedOn() : joining.day())
                            .toString());
            closed.put("exit_reason", "FUSION");
            closed.put("watch_review_on", null);
            joining.change(SUPPORT, "id", List.of(other.id()), closed);
        }
        var both =
                sql.sql(
                                """
                                select a.departure_id from casefile.departure_file a
                                  join casefile.departure_file b on b.network_id = a.network_id and b.departure_id = a.departure_id
                                where a.patient_id = :one and b.patient_id = :other
                                """)
                        .param("one", goesOn.value())
                        .param("other", stops.value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        joining.remove(HANDED_OVER, "departure_id", both);
        var roles = circle(goesOn, stops);
        joining.change(CIRCLE, "id", ids(roles, true), Map.of("role", "INTERVENANT"));
        joining.change(CIRCLE, "id", ids(roles, false), Map.of("role", "PROCHE"));
        var rights = rights(goesOn, stops);
        joining.change(
                RIGHT,
                "id",
                rights,
                Map.of(
                        "state",
                        "CLOS",
                        "closed_on",
                        joining.day().toString(),
                        "closed_why",
                        MergedFilesText.RIGHT_CLOSED));
    }

    private record Other(
            UUID id, LocalDate openedOn, @Nullable UUID coordinator, @Nullable UUID unit) {}

    private Other other(PatientId stops) {
        return sql.sql(
                        "select id, opened_on, coordinator_id, unit_id from casefile.support where patient_id = :stops and status <> 'CLOS'")
                .param("stops", stops.value())
                .query((row, _) ->
                        new Other(
                                row.getObject("id", UUID.class),
                                row.getObject("opened_on", LocalDate.class),
                                row.getObject("coordinator_id", UUID.class),
                                row.getObject("unit_id", UUID.class)))
                .single();
    }

    /// The team of the accompaniment that stops stays around the person, with its référent.
    private List<UUID> teamGoesOn(PatientId goesOn, Other other, LocalDate day) {
        if (other.coordinator() == null) return List.of();
        return sql.sql(
                        """
                        insert into casefile.support_team (support_id, unit_id, coordinator_id, since, why, added_by)
                        select s.id, :unit, :coordinator, :day, :why, 'Maillage' from casefile.support s
                        where s.patient_id = :goesOn and s.status <> 'CLOS' and s.coordinator_id is distinct from :coordinator
                        on conflict do nothing returning id
                        """)
                .param("unit", other.unit(), java.sql.Types.OTHER)
                .param("coordinator", other.coordinator())
                .param("day", day)
                .param("why", MergedFilesText.FROM_OTHER_FILE)
                .param("goesOn", goesOn.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private record Role(UUID id, boolean professional) {}

    private static List<UUID> ids(List<Role> roles, boolean professional) {
        return roles.stream().filter(r -> r.professional() == professional).map(Role::id).toList();
    }

    /// Lines of `stops` in a role there is one of at a time, held in `goesOn` on the same days.
    private List<Role> circle(PatientId goesOn, PatientId stops) {
        return sql.sql(
                        """
                        select b.id, b.role <> 'PERSONNE_DE_CONFIANCE' as professional from casefile.care_team b
                        where b.patient_id = :stops and b.role in ('MEDECIN_TRAITANT', 'COORDONNATEUR_DE_CAS', 'PERSONNE_DE_CONFIANCE')
                          and exists (select 1 from casefile.care_team a where a.network_id = b.network_id and a.patient_id = :goesOn and a.role = b.role
                                         and daterange(a.since, a.until, '[]') && daterange(b.since, b.until, '[]'))
                        """)
                .param("goesOn", goesOn.value())
                .param("stops", stops.value())
                .query((row, _) ->
                        new Role(row.getObject("id", UUID.class), row.getBoolean("professional")))
                .list();
    }

    /// Rights of `stops` that `goesOn` has too.
    private List<UUID> rights(PatientId goesOn, PatientId stops) {
        return sql.sql(
                        """
                        select distinct b.id from casefile.entitlement b join casefile.entitlement a on a.network_id = b.network_id and a.key = b.key
                        where a.patient_id = :goesOn and b.patient_id = :stops and b.state <> 'CLOS'
                          and (a.state in ('A_DEMANDER', 'DEMANDE', 'RECOURS') and b.state in ('A_DEMANDER', 'DEMANDE', 'RECOURS')
                               or a.state = 'ACCORDE' and b.state = 'ACCORDE' and daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]'))
                        """)
                .param("goesOn", goesOn.value())
                .param("stops", stops.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
