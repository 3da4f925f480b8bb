package fr.maillage.casefile.internal;

import fr.maillage.casefile.SharedWith;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// The rule of [Sharing], asked before somebody is invited where a person is spoken of.
@Component
class SqlSharedWith implements SharedWith {

    private final JdbcClient sql;

    SqlSharedWith(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Listener, Obstacle> obstacles(PatientId patient, Collection<Listener> listeners) {
        var said = Objects.requireNonNull(said(List.of(patient)).get(patient));
        var found = new HashMap<Listener, Obstacle>();
        for (var listener : listeners) {
            var obstacle = obstacle(said, listener);
            if (obstacle != null) found.put(listener, obstacle);
        }
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PatientId, Obstacle> obstacles(Collection<PatientId> patients, Listener listener) {
        var said = said(patients);
        var found = new HashMap<PatientId, Obstacle>();
        for (var patient : patients) {
            var obstacle = obstacle(Objects.requireNonNull(said.get(patient)), listener);
            if (obstacle != null) found.put(patient, obstacle);
        }
        return found;
    }

    /// What a person said, and the lines of her équipe de soins.
    private record Said(Sharing sharing, Set<UUID> careTeam) {}

    private static @Nullable Obstacle obstacle(Said said, Listener listener) {
        var sharing = said.sharing();
        var line = listener.line() == null ? new UUID(0, 0) : listener.line();
        // the support team works inside the structure: only a refusal by name concerns one of them
        var named =
                new Sharing(false, sharing.opposedTo(), sharing.opposedLines(), false)
                        .opposedTo(
                                new Reach.Membership(
                                        line, listener.name(), listener.rpps(), Set.of(), true));
        if (named) return Obstacle.OPPOSED_TO_THEM;
        if (listener.team()) return null;
        if (sharing.opposedToAll()) return Obstacle.OPPOSED_TO_ALL;
        return sharing.agreedOutside() || said.careTeam().contains(line) ? null : Obstacle.OUTSIDE;
    }

    /// Of each, also of those who said nothing.
    private Map<PatientId, Said> said(Collection<PatientId> patients) {
        var found = new HashMap<PatientId, Said>();
        sql.sql(
                        """
                        select p.id as patient_id, coalesce(s.opposed_to_all, false) as opposed_to_all,
                               coalesce(s.opposed_to, '{}') as opposed_to, coalesce(s.opposed_to_lines, '{}') as opposed_to_lines,
                               coalesce(s.shared_outside, false) as shared_outside,
                               array(select t.id from casefile.care_team t
                                      where t.patient_id = p.id and t.in_care_team and t.kind <> 'PROCHE') as care_team
                          from unnest(:patients::uuid[]) as p (id) left join patient.precaution s on s.patient_id = p.id
                        """)
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            new Said(
                                    Sharing.read(row),
                                    Set.of((UUID[]) row.getArray("care_team").getArray())));
                });
        return found;
    }
}
