package fr.maillage.followup.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page « Suivi » of a person.
@Component
@Transactional // not read-only: opening the file leaves its line in the trail
class SuiviScreens {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Clock clock;

    SuiviScreens(JdbcClient sql, CaseFiles files, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.clock = clock;
    }

    /// @param chosen an intervention: its acts are listed, the gaps first to be seen
    SuiviPage page(PatientId patient, @Nullable UUID chosen) {
        var file = files.open(patient, Part.SUIVI);
        var today = LocalDate.now(clock);
        var seen = Seen.by(SignedIn.current(), file.parts());
        var interventions = interventions(patient, today, seen);
        var acts = acts(patient, chosen, today, seen);
        var title =
                interventions.stream()
                        .filter(i -> chosen != null && i.id().equals(chosen.toString()))
                        .map(SuiviPage.Intervention::title)
                        .findFirst();
        return new SuiviPage(
                file.banner(),
                SignedIn.current().role().clinical(),
                interventions.stream().mapToInt(SuiviPage.Intervention::planned).sum(),
                interventions.stream().mapToInt(SuiviPage.Intervention::done).sum(),
                interventions.stream().mapToInt(SuiviPage.Intervention::missed).sum(),
                interventions,
                chosen == null ? null : chosen.toString(),
                title.orElse("À marquer"),
                acts,
                Arrays.stream(NotDone.values())
                        .map(r -> new Choice(r.name(), r.label(), false))
                        .toList(),
                today.toString());
    }

    /// Whose acts the reader sees: all for the team and the person, their parts and their own acts
    /// for a member of the circle.
    private record Seen(boolean everything, String parts, UUID account, @Nullable String rpps) {
        static Seen by(SignedIn who, java.util.Set<String> parts) {
            return new Seen(
                    who.role() != Role.PROFESSIONAL,
                    String.join(",", parts),
                    who.accountId(),
                    who.rpps());
        }
    }

    /// Planned against done, an intervention a line; those of former versions that still have
    /// something to say included.
    private List<SuiviPage.Intervention> interventions(
            PatientId patient, LocalDate today, Seen seen) {
        return sql.sql(
                        """
                        select o.intervention_id, (array_agg(o.title order by o.due_on desc))[1] as title,
                               (array_agg(o.actor_name order by o.due_on desc))[1] as actor,
                               count(*) filter (where o.status not in ('PREVU', 'SUSPENDU') or (o.status = 'PREVU' and o.due_on <= :today)) as planned,
                               count(*) filter (where o.status in ('FAIT', 'FAIT_HORS_DELAI')) as done,
                               count(*) filter (where o.status = 'NON_FAIT' or (o.status = 'PREVU' and o.late_after < :today)) as missed,
                               count(*) filter (where o.status = 'PREVU' and o.due_on > :today) as coming,
                               min(o.due_on) filter (where o.status = 'PREVU' and o.due_on > :today) as next,
                               exists (select 1 from careplan.intervention_in_force i where i.intervention_id = o.intervention_id) as in_force
                        from followup.occurrence o
                        where o.patient_id = :patient
                          and (:everything
                               or exists (select 1 from careplan.intervention_in_force i
                                          where i.intervention_id = o.intervention_id and i.volet = any (string_to_array(:parts, ',')))
                               or exists (select 1 from casefile.circle c where c.id = o.actor_id and (c.account_id = :account or c.rpps = :rpps)))
                        group by o.intervention_id
                        order by in_force desc, missed desc, title
                        """)
                .param("today", today)
                .param("patient", patient.value())
                .param("everything", seen.everything())
                .param("parts", seen.parts())
                .param("account", seen.account())
                .param("rpps", seen.rpps())
                .query((row, _) -> {
                    var next = row.getObject("next", LocalDate.class);
                    return new SuiviPage.Intervention(
                            row.getString("intervention_id"),
                            row.getString("title"),
                            row.getString("actor"),
                            row.getInt("planned"),
                            row.getInt("done"),
                            row.getInt("missed"),
                            row.getInt("coming"),
                            next == null ? null : FrenchDates.shortDay(next, today),
                            row.getBoolean("in_force"));
                })
                .list();
    }

    private List<SuiviPage.Act> acts(
            PatientId patient, @Nullable UUID chosen, LocalDate today, Seen seen) {
        return sql.sql(
                        """
                        select o.id, o.title, o.actor_name, o.due_on, o.due_until, o.late_after, o.status, o.done_on, o.done_by, o.not_done_why, o.note, o.marked_by
                        from followup.occurrence o
                        where o.patient_id = :patient
                          and case when cast(:chosen as uuid) is null then o.status = 'PREVU' and o.due_on <= :today
                                   else o.intervention_id = cast(:chosen as uuid) and (o.status <> 'PREVU' or o.due_on <= cast(:today as date) + 60) end
                          and (:everything
                               or exists (select 1 from careplan.intervention_in_force i
                                          where i.intervention_id = o.intervention_id and i.volet = any (string_to_array(:parts, ',')))
                               or exists (select 1 from casefile.circle c where c.id = o.actor_id and (c.account_id = :account or c.rpps = :rpps)))
                        order by case when cast(:chosen as uuid) is null then o.due_on end, o.due_on desc, o.title, o.id limit 400
                        """)
                .param("patient", patient.value())
                .param("everything", seen.everything())
                .param("parts", seen.parts())
                .param("account", seen.account())
                .param("rpps", seen.rpps())
                .param("chosen", chosen)
                .param("today", today)
                .query((row, _) -> act(row, today))
                .list();
    }

    private static SuiviPage.Act act(ResultSet row, LocalDate today) throws SQLException {
        var on = row.getObject("due_on", LocalDate.class);
        var until = row.getObject("due_until", LocalDate.class);
        var state =
                State.of(
                        row.getString("status"),
                        on,
                        until,
                        row.getObject("late_after", LocalDate.class),
                        today);
        return new SuiviPage.Act(
                row.getString("id"),
                row.getString("title"),
                row.getString("actor_name"),
                on.equals(until)
                        ? FrenchDates.shortDay(on, today)
                        : "du "
                                + FrenchDates.shortDay(on, today)
                                + " au "
                                + FrenchDates.shortDay(until, today),
                FrenchDates.longDay(until),
                until.toString(),
                state.label,
                state.severity,
                state.icon,
                detail(row, today),
                row.getString("status").equals("PREVU"),
                !row.getString("status").equals("PREVU")
                        && !row.getString("status").equals("SUSPENDU"));
    }

    private static @Nullable String detail(ResultSet row, LocalDate today) throws SQLException {
        var done = row.getObject("done_on", LocalDate.class);
        var why = row.getString("not_done_why");
        var words = new StringBuilder();
        if (done != null) words.append(FrenchDates.shortDay(done, today));
        if (row.getString("done_by") != null)
            words.append(" par ").append(row.getString("done_by"));
        if (why != null) words.append(NotDone.valueOf(why).label());
        if (row.getString("note") != null) words.append(" · ").append(row.getString("note"));
        if (row.getString("marked_by") != null)
            words.append(" · noté par ").append(row.getString("marked_by"));
        return words.isEmpty() ? null : words.toString();
    }

    /// Suivi, in words.
    private enum State {
        A_VENIR("À venir", "", "clock"),
        A_FAIRE("À faire", "is-due", "clock"),
        FAIT("Fait", "is-done", "circle-check"),
        FAIT_HORS_DELAI("Fait hors délai", "is-due", "circle-check"),
        NON_FAIT("Non fait", "is-late", "circle-x"),
        SANS_NOUVELLE("Sans nouvelle", "is-late", "alert-circle"),
        SUSPENDU("Suspendu", "", "player-pause");

        final String label;
        final String severity;
        final String icon;

        State(String label, String severity, String icon) {
            this.label = label;
            this.severity = severity;
            this.icon = icon;
        }

        static State of(
                String status,
                LocalDate on,
                LocalDate until,
                LocalDate lateAfter,
                LocalDate today) {
            if (!status.equals("PREVU")) return valueOf(status);
            if (today.isAfter(lateAfter)) return SANS_NOUVELLE;
            return on.isAfter(today) ? A_VENIR : A_FAIRE;
        }
    }
}
