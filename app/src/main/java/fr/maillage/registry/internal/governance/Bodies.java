package fr.maillage.registry.internal.governance;

import fr.maillage.registry.internal.Check;
import fr.maillage.registry.internal.governance.Composition.Consulted;
import fr.maillage.registry.internal.governance.Composition.Network;
import fr.maillage.registry.internal.governance.Composition.Seat;
import fr.maillage.registry.internal.sheet.GovernanceText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Compares bodies with what is expected of their kind: the same four statements for one and for
/// all those of a region.
@Component
@Transactional(readOnly = true)
class Bodies {

    private final JdbcClient sql;
    private final Clock clock;

    Bodies(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param common to the regional and the territorial networks
    record Body(
            UUID id,
            UUID structure,
            String structureName,
            String region,
            String kind,
            String name,
            boolean common) {}

    /// @param source of the expectation
    record Compared(Body body, String source, List<Check> checks) {
        List<String> missing() {
            return checks.stream()
                    .filter(c -> Boolean.FALSE.equals(c.met()))
                    .map(Check::words)
                    .toList();
        }
    }

    /// In the order given; without those of which nothing is expected.
    List<Compared> compare(Collection<Body> bodies) {
        var ids = bodies.stream().map(Body::id).toArray(UUID[]::new);
        var today = LocalDate.now(clock);
        var seats = seats(ids, today);
        var axes = axes(ids, today);
        var heard = heard(ids);
        var networks = networks(today);
        var compared = new ArrayList<Compared>();
        for (var body : bodies) {
            var sits = seats.getOrDefault(body.id(), List.of());
            switch (body.kind()) {
                case "PILOTAGE" ->
                        compared.add(
                                new Compared(
                                        body,
                                        BodyText.STEERING_SOURCE,
                                        Composition.steering(
                                                body.structure(),
                                                sits,
                                                axes.getOrDefault(body.id(), Set.of()))));
                case "SCIENTIFIQUE" -> {
                    if (body.common())
                        compared.add(
                                new Compared(
                                        body,
                                        BodyText.SCIENTIFIC_SOURCE,
                                        Composition.scientific(
                                                networks.getOrDefault(body.region(), List.of()),
                                                sits)));
                }
                case "CONCERTATION" ->
                        compared.add(
                                new Compared(
                                        body,
                                        BodyText.CONSULTATION_SOURCE,
                                        Composition.consultation(
                                                heard.getOrDefault(body.id(), Map.of()))));
                default -> {
                    // nothing is expected of it
                }
            }
        }
        return List.copyOf(compared);
    }

    private Map<UUID, List<Seat>> seats(UUID[] bodies, LocalDate today) {
        var found = new HashMap<UUID, List<Seat>>();
        sql.sql(
                        """
                        select body_id, represents, represented_id, profession from registry.seat
                        where body_id = any (:bodies) and since <= :today and coalesce(until >= :today, true)
                        """)
                .param("bodies", bodies)
                .param("today", today)
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("body_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Seat(
                                                row.getString("represents"),
                                                row.getObject("represented_id", UUID.class),
                                                row.getString("profession"))))
                .list();
        return found;
    }

    /// Axes put on an agenda of the last twelve months.
    private Map<UUID, Set<String>> axes(UUID[] bodies, LocalDate today) {
        var found = new HashMap<UUID, Set<String>>();
        sql.sql(
                        """
                        select distinct m.body_id, a.axis from registry.body_meeting m join registry.agenda_item a on a.meeting_id = m.id
                        where m.body_id = any (:bodies) and a.axis is not null and m.held_on > :from and m.held_on <= :today
                        """)
                .param("bodies", bodies)
                .param("from", today.minusYears(1))
                .param("today", today)
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("body_id", UUID.class), _ -> new HashSet<>())
                                .add(row.getString("axis")))
                .list();
        return found;
    }

    /// Who was heard, the last time, by body and milieu: there, or with an opinion.
    private Map<UUID, Map<String, Consulted>> heard(UUID[] bodies) {
        var found = new HashMap<UUID, Map<String, Consulted>>();
        sql.sql(
                        """
                        select distinct on (m.body_id, p.represents) m.body_id, p.represents, m.held_on, p.opinion
                        from registry.body_meeting m join registry.participant p on p.meeting_id = m.id
                        where m.body_id = any (:bodies) and (p.presence = 'PRESENT' or p.opinion is not null)
                        order by m.body_id, p.represents, p.opinion is null, m.held_on desc, p.id
                        """)
                .param("bodies", bodies)
                .query((row, _) -> {
                    var opinion = row.getString("opinion");
                    return found.computeIfAbsent(
                                    row.getObject("body_id", UUID.class), _ -> new HashMap<>())
                            .put(
                                    row.getString("represents"),
                                    new Consulted(
                                            row.getObject("held_on", LocalDate.class),
                                            opinion == null
                                                    ? null
                                                    : GovernanceText.OPINIONS.getOrDefault(
                                                            opinion, opinion)));
                })
                .list();
        return found;
    }

    /// Networks that are open, by region: the territorial ones, then the regional ones. Those that
    /// are known by a document of another time are not.
    private Map<String, List<Network>> networks(LocalDate today) {
        var found = new LinkedHashMap<String, List<Network>>();
        sql.sql(
                        """
                        select id, name, region_code, level = 'REGIONAL' as regional from registry.structure
                        where level in ('TERRITORIAL','REGIONAL') and type_code in ('RESEAU','PLATEFORME','DAC') and provenance <> 'DOCUMENT'
                          and coalesce(opened_on <= :today, true) and coalesce(closed_on >= :today, true)
                        order by region_code, level desc, name collate "fr-x-icu", id
                        """)
                .param("today", today)
                .query((row, _) ->
                        found.computeIfAbsent(row.getString("region_code"), _ -> new ArrayList<>())
                                .add(
                                        new Network(
                                                row.getObject("id", UUID.class),
                                                row.getString("name"),
                                                row.getBoolean("regional"))))
                .list();
        return found;
    }
}
