package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The priority missions an accompaniment takes part in: proposed from what the file says, said by
/// who follows the person, counted year by year.
@Service
@Transactional
class MissionService {

    /// Years of a contract (CPOM).
    static final int YEARS = 4;

    private static final String PART = "MISSIONS";

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    MissionService(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param said by somebody; false: what the file says, to be confirmed
    record Tagged(UUID support, List<Mission> missions, boolean said) {}

    /// Those of the open accompaniment; empty without one.
    @Transactional(readOnly = true)
    public Optional<Tagged> of(PatientId patient) {
        return sql.sql(
                        """
                        select s.id, array(select m.mission from help.mission m where m.network_id = s.network_id and m.support_id = s.id) as said,
                               array(select m.mission from help.proposed_mission m where m.network_id = s.network_id and m.support_id = s.id) as proposed
                          from casefile.support_aims s where s.patient_id = :patient and s.status <> 'CLOS'
                        """)
                .param("patient", patient.value())
                .query((row, _) -> {
                    var said = missions((String[]) row.getArray("said").getArray());
                    return new Tagged(
                            row.getObject("id", UUID.class),
                            said.isEmpty()
                                    ? missions((String[]) row.getArray("proposed").getArray())
                                    : said,
                            !said.isEmpty());
                })
                .optional();
    }

    private static List<Mission> missions(String[] codes) {
        var chosen = List.of(codes);
        return List.of(Mission.values()).stream().filter(m -> chosen.contains(m.name())).toList();
    }

    /// Says them, in place of what was said. Throws `FormRefused` without an open accompaniment, or
    /// for a mission that is none of the four.
    void say(PatientId patient, Typed typed) {
        var support =
                of(patient)
                        .orElseThrow(() -> FormRefused.because("missions", HelpText.NO_SUPPORT))
                        .support();
        var chosen =
                typed.all("missions").stream()
                        .distinct()
                        .map(m ->
                                GivenForm.chosen(Mission.values(), m)
                                        .orElseThrow(() ->
                                                FormRefused.because("missions", WebText.CHOOSE)))
                        .toList();
        if (chosen.isEmpty()) throw FormRefused.because("missions", HelpText.ONE_MISSION);
        sql.sql("delete from help.mission where support_id = :support")
                .param("support", support)
                .update();
        sql.sql(
                        """
                        insert into help.mission (patient_id, support_id, mission, noted_by, noted_at)
                        select :patient, :support, m, :by, :now from unnest(cast(:missions as text[])) m
                        """)
                .param("patient", patient.value())
                .param("support", support)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .param("missions", chosen.stream().map(Enum::name).toArray(String[]::new))
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, PART, support);
    }

    /// Confirms what the file says of everybody who is followed by who is signed in, and of whom
    /// nobody said anything. Returns of how many persons.
    int confirm() {
        var persons = new LinkedHashMap<UUID, PatientId>();
        sql.sql(
                        """
                        insert into help.mission (patient_id, support_id, mission, noted_by, noted_at)
                        select p.patient_id, p.support_id, p.mission, :by, :now
                          from help.proposed_mission p join casefile.support_aims s on s.network_id = p.network_id and s.id = p.support_id
                         where s.coordinator_id = :me and s.status = 'ACTIF'
                           and not exists (select 1 from help.mission m where m.network_id = p.network_id and m.support_id = p.support_id)
                        returning support_id, patient_id
                        """)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .param("me", SignedIn.current().member())
                .query(row -> {
                    persons.put(
                            row.getObject("support_id", UUID.class),
                            new PatientId(row.getObject("patient_id", UUID.class)));
                });
        if (!persons.isEmpty()) trail.wrote(Trail.Action.UPDATE, PART, persons);
        return persons.size();
    }

    private record Count(int year, String mission, int persons) {}

    /// Persons by year: `TOUS` for everybody, `SANS` for those of whom nothing was said, then by
    /// mission. A person counts once in each of her missions.
    @Transactional(readOnly = true)
    public Map<Integer, Map<String, Integer>> years(int first) {
        return sql
                .sql(
                        """
                        with followed as (
                          select y.year, s.patient_id, s.network_id, s.id from generate_series(:first, :last) as y (year)
                            join casefile.support_aims s on s.included_on <= make_date(y.year, 12, 31) and (s.closed_on is null or s.closed_on >= make_date(y.year, 1, 1)))
                        select f.year, coalesce(m.mission, 'SANS') as mission, count(distinct f.patient_id)::int as persons
                          from followed f left join help.mission m on m.network_id = f.network_id and m.support_id = f.id
                         where m.mission is not null
                            or not exists (select 1 from followed o join help.mission t on t.network_id = o.network_id and t.support_id = o.id
                                            where o.year = f.year and o.network_id = f.network_id and o.patient_id = f.patient_id)
                         group by f.year, coalesce(m.mission, 'SANS')
                        union all
                        select f.year, 'TOUS', count(distinct f.patient_id)::int from followed f group by f.year
                        """)
                .param("first", first)
                .param("last", first + YEARS - 1)
                .query((row, _) ->
                        new Count(
                                row.getInt("year"),
                                row.getString("mission"),
                                row.getInt("persons")))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Count::year, Collectors.toMap(Count::mission, Count::persons)));
    }

    /// How many persons who is signed in follows are to be confirmed.
    @Transactional(readOnly = true)
    public int toConfirm() {
        return sql.sql(
                        """
                        select count(distinct p.support_id)::int from help.proposed_mission p
                          join casefile.support_aims s on s.network_id = p.network_id and s.id = p.support_id
                         where s.coordinator_id = :me and s.status = 'ACTIF'
                           and not exists (select 1 from help.mission m where m.network_id = p.network_id and m.support_id = p.support_id)
                        """)
                .param("me", SignedIn.current().member())
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
