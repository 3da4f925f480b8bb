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
        var sharing = sharing(patient);
        var careTeam =
                Set.copyOf(
                        sql.sql(
                                        "select id from casefile.care_team where patient_id ="
                                                + " :patient and in_care_team and kind <> 'PROCHE'")
                                .param("patient", patient.value())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .list());
        var found = new HashMap<Listener, Obstacle>();
        for (var listener : listeners) {
            var obstacle = obstacle(sharing, careTeam, listener);
            if (obstacle != null) found.put(listener, obstacle);
        }
        return found;
    }

    private static @Nullable Obstacle obstacle(
            Sharing sharing, Set<UUID> careTeam, Listener listener) {
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
        return sharing.agreedOutside() || careTeam.contains(line) ? null : Obstacle.OUTSIDE;
    }

    private Sharing sharing(PatientId patient) {
        return sql.sql(
                        "select opposed_to_all, opposed_to, opposed_to_lines, shared_outside from"
                                + " patient.precaution where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> Sharing.read(row))
                .optional()
                .orElse(new Sharing(false, List.of(), List.of(), false));
    }
}
