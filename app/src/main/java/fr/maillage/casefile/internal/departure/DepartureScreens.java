package fr.maillage.casefile.internal.departure;

import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a departure. Not read-only: a list of persons leaves its line in the trail.
@Component
@Transactional
class DepartureScreens {

    private final JdbcClient sql;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    DepartureScreens(JdbcClient sql, Networks networks, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(
            UUID patient,
            String name,
            @Nullable String communeCode,
            @Nullable String commune,
            int level,
            @Nullable UUID kept) {}

    /// @param form as typed, or null to begin with what was kept, and with the sectors' proposals
    DeparturePage page(UUID member, @Nullable DepartureForm form) {
        var today = LocalDate.now(clock);
        var leaving = networks.member(member);
        var rows = rows(member);
        trail.listed("DEPART", rows.stream().map(Row::patient).toList());
        var covering = covering(member, rows, today);
        var typed = form == null ? begun(member, rows, covering, today) : form.typed();
        var successors = choices(networks.coordinators(today), member);
        var communes = new LinkedHashMap<String, String>();
        rows.forEach(r -> {
            if (r.communeCode() != null && r.commune() != null)
                communes.put(r.communeCode(), r.commune());
        });
        return new DeparturePage(
                member.toString(),
                leaving.name(),
                prepared(member, today),
                typed,
                form == null ? new FormErrors() : form.errors(),
                rows.stream()
                        .map(r ->
                                new DeparturePage.Person(
                                        r.patient().toString(),
                                        r.name(),
                                        r.commune() == null ? "" : r.commune(),
                                        "niveau " + r.level(),
                                        Optional.ofNullable(covering.get(r.communeCode()))
                                                .map(Networks.Member::name)
                                                .orElse(null)))
                        .toList(),
                communes.entrySet().stream()
                        .map(e -> new DeparturePage.Choice(e.getKey(), e.getValue()))
                        .toList(),
                successors,
                choices(networks.team(today), member),
                successors.stream()
                        .filter(c ->
                                typed.entrySet().stream()
                                        .anyMatch(e ->
                                                e.getKey().startsWith("to-")
                                                        && e.getValue().equals(c.value())))
                        .toList(),
                done(member, today));
    }

    /// Who covers the commune of each, the one who leaves excepted.
    private Map<String, Networks.Member> covering(UUID member, List<Row> rows, LocalDate today) {
        var communes =
                rows.stream().map(Row::communeCode).filter(Objects::nonNull).distinct().toList();
        var first = new HashMap<String, Networks.Member>();
        networks.covering(communes, today)
                .forEach((commune, members) ->
                        members.stream()
                                .filter(m -> !m.id().equals(member))
                                .findFirst()
                                .ifPresent(m -> first.put(commune, m)));
        return first;
    }

    private List<Row> rows(UUID member) {
        return sql.sql(
                        """
                        select s.patient_id, i.display_name, i.commune_code, i.commune_name, s.level, f.to_member
                          from casefile.support s
                          join patient.identity i on i.network_id = s.network_id and i.id = s.patient_id
                          left join casefile.departure d on d.network_id = s.network_id and d.member_id = s.coordinator_id and d.done_at is null
                          left join casefile.departure_file f on f.network_id = d.network_id and f.departure_id = d.id and f.patient_id = s.patient_id
                         where s.coordinator_id = :member and s.status <> 'CLOS'
                         order by i.commune_name collate "fr-x-icu" nulls last, i.display_name collate "fr-x-icu", s.id
                        """)
                .param("member", member)
                .query((row, _) ->
                        new Row(
                                row.getObject("patient_id", UUID.class),
                                row.getString("display_name"),
                                row.getString("commune_code"),
                                row.getString("commune_name"),
                                row.getInt("level"),
                                row.getObject("to_member", UUID.class)))
                .list();
    }

    /// What was kept; for a person nobody was chosen for, who covers their commune.
    private Map<String, String> begun(
            UUID member, List<Row> rows, Map<String, Networks.Member> covering, LocalDate today) {
        var fields = new HashMap<String, String>();
        fields.put("lastDay", today.toString());
        sql.sql(
                        """
                        select d.last_day, d.rest_to, n.to_member, n.note from casefile.departure d
                          left join casefile.departure_note n on n.network_id = d.network_id and n.departure_id = d.id
                         where d.member_id = :member and d.done_at is null
                        """)
                .param("member", member)
                .query((row, _) -> {
                    fields.put("lastDay", row.getString("last_day"));
                    if (row.getString("rest_to") != null)
                        fields.put("rest", row.getString("rest_to"));
                    if (row.getString("note") != null)
                        fields.put("note-" + row.getString("to_member"), row.getString("note"));
                    return 0;
                })
                .list();
        rows.forEach(r ->
                Optional.ofNullable(r.kept())
                        .or(() ->
                                Optional.ofNullable(covering.get(r.communeCode()))
                                        .map(Networks.Member::id))
                        .ifPresent(to -> fields.put("to-" + r.patient(), to.toString())));
        return fields;
    }

    private @Nullable String prepared(UUID member, LocalDate today) {
        return sql.sql(
                        "select prepared_by, prepared_at from casefile.departure where member_id ="
                                + " :member and done_at is null")
                .param("member", member)
                .query((row, _) ->
                        "Préparé "
                                + FrenchDates.relative(
                                        row.getTimestamp("prepared_at").toInstant(), today)
                                + " par "
                                + row.getString("prepared_by"))
                .optional()
                .orElse(null);
    }

    private @Nullable String done(UUID member, LocalDate today) {
        return sql.sql(
                        """
                        select d.done_at, count(n.to_member) as successors, count(n.acknowledged_at) as seen
                          from casefile.departure d left join casefile.departure_note n on n.network_id = d.network_id and n.departure_id = d.id
                         where d.member_id = :member and d.done_at is not null group by d.id, d.done_at order by d.done_at desc limit 1
                        """)
                .param("member", member)
                .query((row, _) ->
                        "Dossiers transmis "
                                + FrenchDates.relative(
                                        row.getTimestamp("done_at").toInstant(), today)
                                + "\u00A0: "
                                + row.getInt("seen")
                                + " successeur(s) sur "
                                + row.getInt("successors")
                                + " en ont pris connaissance.")
                .optional()
                .orElse(null);
    }

    private static List<DeparturePage.Choice> choices(List<Networks.Member> members, UUID but) {
        return members.stream()
                .filter(m -> !m.id().equals(but))
                .map(m -> new DeparturePage.Choice(m.id().toString(), m.name()))
                .toList();
    }
}
