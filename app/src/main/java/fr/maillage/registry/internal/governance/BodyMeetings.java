package fr.maillage.registry.internal.governance;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.registry.FileInspection;
import fr.maillage.registry.internal.governance.MeetingPage.Add;
import fr.maillage.registry.internal.governance.MeetingPage.Item;
import fr.maillage.registry.internal.governance.MeetingPage.Minutes;
import fr.maillage.registry.internal.governance.MeetingPage.Part;
import fr.maillage.registry.internal.sheet.FileText;
import fr.maillage.registry.internal.sheet.GovernanceText;
import fr.maillage.registry.internal.sheet.LineFiles;
import fr.maillage.registry.internal.sheet.Rights;
import fr.maillage.registry.internal.sheet.SheetStore;
import fr.maillage.registry.internal.sheet.Structure;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a meeting, and taking who sits over among those expected.
@Component
@Transactional(readOnly = true)
class BodyMeetings {

    private final JdbcClient sql;
    private final SheetStore store;
    private final LineFiles files;
    private final FileInspection inspection;
    private final Clock clock;

    BodyMeetings(
            JdbcClient sql,
            SheetStore store,
            LineFiles files,
            FileInspection inspection,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.files = files;
        this.inspection = inspection;
        this.clock = clock;
    }

    private record Known(
            LocalDate on,
            String subject,
            String mode,
            @Nullable String place,
            int attended,
            UUID body,
            String bodyName,
            String audience,
            boolean seats) {}

    private Known known(UUID structure, UUID id) {
        return sql.sql(
                        """
                        select m.held_on, m.subject, m.mode, m.place, m.minutes_audience, coalesce(m.attended, 0) as attended, b.id as body, b.name as body_name,
                               exists (select 1 from registry.seat t where t.body_id = b.id and t.since <= m.held_on and coalesce(t.until >= m.held_on, true)) as seats
                        from registry.body_meeting m join registry.body b on b.id = m.body_id where m.id = :id and m.structure_id = :structure
                        """)
                .param("id", id)
                .param("structure", structure)
                .query((row, _) ->
                        new Known(
                                row.getObject("held_on", LocalDate.class),
                                row.getString("subject"),
                                row.getString("mode"),
                                row.getString("place"),
                                row.getInt("attended"),
                                row.getObject("body", UUID.class),
                                row.getString("body_name"),
                                row.getString("minutes_audience"),
                                row.getBoolean("seats")))
                .optional()
                .orElseThrow(() -> new NotFound("réunion", id));
    }

    /// Throws `NotFound`.
    MeetingPage page(UUID structureId, UUID id, FormErrors errors) {
        var structure = store.structure(structureId);
        var known = known(structureId, id);
        var today = LocalDate.now(clock);
        var mine = Rights.maySheet(SignedIn.current(), structure);
        var base = "/registre/" + structureId;
        var of = "/nouveau?de=" + id;
        var parts = parts(base, id, mine);
        var present =
                (int)
                        parts.stream()
                                .filter(p ->
                                        p.presence()
                                                .equals(GovernanceText.PRESENCES.get("PRESENT")))
                                .count();
        return new MeetingPage(
                id.toString(),
                known.subject(),
                FrenchDates.date(known.on()),
                GovernanceText.MODES.getOrDefault(known.mode(), known.mode()),
                requireNonNullElse(known.place(), ""),
                BodyText.present(present == 0 ? known.attended() : present),
                known.on().isAfter(today),
                known.bodyName(),
                base + "/instance/" + known.body(),
                structure.name(),
                base + "?partie=gouvernance",
                mine ? base + "/reunions/" + id : null,
                mine
                        ? new Add(
                                base + "/ordre-du-jour" + of,
                                base + "/participants" + of,
                                base + "/decisions" + of,
                                base + "/reunion/" + id + "/sieges")
                        : null,
                known.seats() && parts.isEmpty(),
                agenda(base, id, mine),
                parts,
                decisions(base, id, mine, today),
                minutes(structure, id),
                GovernanceText.AUDIENCES.getOrDefault(known.audience(), ""),
                errors);
    }

    private List<Item> agenda(String base, UUID meeting, boolean mine) {
        return sql.sql(
                        "select id, rank, subject, axis, brought_by from registry.agenda_item where meeting_id = :meeting order by rank, id")
                .param("meeting", meeting)
                .query((row, _) -> {
                    var axis = row.getString("axis");
                    return new Item(
                            row.getInt("rank"),
                            row.getString("subject"),
                            axis == null ? "" : GovernanceText.AXES.getOrDefault(axis, axis),
                            requireNonNullElse(row.getString("brought_by"), ""),
                            mine ? base + "/ordre-du-jour/" + row.getString("id") : null);
                })
                .list();
    }

    private List<Part> parts(String base, UUID meeting, boolean mine) {
        return sql.sql(
                        """
                        select p.id, p.represents, s.name, p.function, p.presence, p.opinion, p.opinion_words
                        from registry.participant p left join registry.structure s on s.id = p.represented_id
                        where p.meeting_id = :meeting order by array_position(array['PRESENT','ATTENDU','EXCUSE','ABSENT'], p.presence), p.represents, p.function, p.id
                        """)
                .param("meeting", meeting)
                .query((row, _) -> {
                    var opinion = row.getString("opinion");
                    var represents = row.getString("represents");
                    var presence = row.getString("presence");
                    return new Part(
                            GovernanceText.REPRESENTED.getOrDefault(represents, represents),
                            requireNonNullElse(row.getString("name"), ""),
                            row.getString("function"),
                            GovernanceText.PRESENCES.getOrDefault(presence, presence),
                            opinion == null
                                    ? ""
                                    : GovernanceText.OPINIONS.getOrDefault(opinion, opinion),
                            requireNonNullElse(row.getString("opinion_words"), ""),
                            mine ? base + "/participants/" + row.getString("id") : null);
                })
                .list();
    }

    private List<BodyPage.Task> decisions(
            String base, UUID meeting, boolean mine, LocalDate today) {
        return sql.sql(
                        "select id, words, owner, due_on, done_on, done_words from registry.decision where meeting_id = :meeting order by due_on nulls last, id")
                .param("meeting", meeting)
                .query((row, _) ->
                        Tasks.task(
                                row,
                                "",
                                "",
                                mine ? base + "/decisions/" + row.getString("id") : null,
                                today))
                .list();
    }

    private List<Minutes> minutes(Structure structure, UUID meeting) {
        return files.of(structure).getOrDefault(meeting, List.of()).stream()
                .filter(v -> v.withdrawn() == null)
                .map(v ->
                        new Minutes(
                                "/registre/" + structure.id() + "/fichiers/" + v.id(),
                                FileText.link(v, inspection.label(v.mediaType()))))
                .toList();
    }

    /// Puts those who sit on the day of the meeting among those expected. Throws `FormRefused` when
    /// nobody sits, or somebody was written already; `AccessDeniedException`.
    @Transactional
    public void takeSeats(UUID structureId, UUID id) {
        if (!Rights.maySheet(SignedIn.current(), store.structure(structureId)))
            throw new AccessDeniedException("not their sheet");
        known(structureId, id);
        var taken =
                sql.sql(
                                """
                                insert into registry.participant (structure_id, meeting_id, represents, represented_id, function, presence)
                                select m.structure_id, m.id, t.represents, t.represented_id, coalesce(t.function, 'Représentant'), 'ATTENDU'
                                from registry.body_meeting m join registry.seat t on t.body_id = m.body_id and t.since <= m.held_on and coalesce(t.until >= m.held_on, true)
                                where m.id = :id and m.structure_id = :structure and not exists (select 1 from registry.participant p where p.meeting_id = m.id)
                                """)
                        .param("id", id)
                        .param("structure", structureId)
                        .update();
        if (taken == 0) throw FormRefused.because("participants", GovernanceText.NO_SEAT);
    }
}
