package fr.maillage.followup.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.NotDone;
import fr.maillage.followup.internal.realised.ActState;
import fr.maillage.followup.internal.realised.StateBar;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
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
    /// @param state acts of that state alone are listed, whatever the intervention
    SuiviPage page(PatientId patient, @Nullable UUID chosen, @Nullable ActState state) {
        var file = files.open(patient, Part.SUIVI);
        var today = LocalDate.now(clock);
        var seen = Seen.by(SignedIn.current(), file.parts());
        var interventions = interventions(patient, today, seen);
        var acts = acts(patient, chosen, state, today, seen);
        var here = "/dossiers/" + patient + "/suivi";
        var counts = new EnumMap<ActState, Long>(ActState.class);
        for (var i : interventions) i.states().forEach((s, n) -> counts.merge(s, n, Long::sum));
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
                StateBar.of("Tout le plan", counts, here, s -> here + "?etat=" + s.code()),
                interventions,
                chosen == null ? null : chosen.toString(),
                title.orElse(state == null ? "À marquer" : state.label()),
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
                               min(o.due_on) filter (where o.state = 'A_VENIR') as next,
                               exists (select 1 from careplan.intervention_in_force i where i.intervention_id = o.intervention_id) as in_force,
                        """
                                + ActState.COUNTS
                                + """
                                from (select a.*, followup.state_of(a.status, a.due_on, a.late_after, :today) as state
                                        from followup.occurrence a where a.patient_id = :patient) o
                                where (:everything
                                       or exists (select 1 from careplan.intervention_in_force i
                                                  where i.intervention_id = o.intervention_id and i.volet = any (string_to_array(:parts, ',')))
                                       or exists (select 1 from casefile.circle c where c.id = o.actor_id and (c.account_id = :account or c.rpps = :rpps)))
                                group by o.intervention_id
                                order by in_force desc, count(*) filter (where o.state in ('NON_FAIT', 'SANS_NOUVELLE')) desc, title
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
                            ActState.counts(row),
                            next == null ? null : FrenchDates.shortDay(next, today),
                            row.getBoolean("in_force"));
                })
                .list();
    }

    private List<SuiviPage.Act> acts(
            PatientId patient,
            @Nullable UUID chosen,
            @Nullable ActState state,
            LocalDate today,
            Seen seen) {
        return sql.sql(
                        """
                        select o.id, o.title, o.actor_name, o.due_on, o.due_until, o.state, o.status, o.done_on, o.done_by, o.not_done_why, o.note, o.marked_by,
                               g.gone_at
                        from (select a.*, followup.state_of(a.status, a.due_on, a.late_after, :today) as state
                                from followup.occurrence a where a.patient_id = :patient) o
                        left join followup.fulfilment f on f.network_id = o.network_id and f.occurrence_id = o.id and f.undone_at is null
                        left join followup.incoming g on g.network_id = f.network_id and g.id = f.incoming_id
                        where case when cast(:state as text) is not null then o.state = :state
                                   when cast(:chosen as uuid) is null then o.status = 'PREVU' and o.due_on <= :today
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
                .param("state", state == null ? null : state.name(), java.sql.Types.VARCHAR)
                .param("today", today)
                .query((row, _) -> act(row, today))
                .list();
    }

    private static SuiviPage.Act act(ResultSet row, LocalDate today) throws SQLException {
        var on = row.getObject("due_on", LocalDate.class);
        var until = row.getObject("due_until", LocalDate.class);
        return new SuiviPage.Act(
                row.getString("id"),
                row.getString("title"),
                row.getString("actor_name"),
                Days.window(on, until, today),
                FrenchDates.longDay(until),
                until.toString(),
                ActState.valueOf(row.getString("state")).mark(),
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
        if (row.getTimestamp("gone_at") != null) words.append(FollowUpText.SHOWN_NO_MORE);
        return words.isEmpty() ? null : words.toString();
    }
}
