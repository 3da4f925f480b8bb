package fr.maillage.space.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.space.internal.MembersPage.Candidate;
import fr.maillage.space.internal.MembersPage.Choice;
import fr.maillage.space.internal.MembersPage.Party;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The members of a space, in words.
@Component
@Transactional(readOnly = true)
class MembersScreens {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final MembersService members;

    MembersScreens(JdbcClient sql, Spaces spaces, MembersService members) {
        this.sql = sql;
        this.spaces = spaces;
        this.members = members;
    }

    /// A party as it stands in the table.
    private record Row(
            UUID id,
            @Nullable UUID network,
            String name,
            boolean regional,
            boolean moderates,
            boolean own,
            Timestamp invited,
            String invitedBy,
            @Nullable Timestamp joined,
            @Nullable Timestamp ended,
            @Nullable String why) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("network_id", UUID.class),
                    row.getString("name"),
                    row.getBoolean("regional"),
                    row.getBoolean("moderates"),
                    row.getBoolean("own"),
                    row.getTimestamp("invited_at"),
                    row.getString("invited_by"),
                    row.getTimestamp("joined_at"),
                    row.getTimestamp("ended_at"),
                    row.getString("ended_why"));
        }
    }

    /// @param edited the party whose form was refused, « person » or « invite »; "" for none
    MembersPage page(UUID id, Sent form, String edited) {
        var space = spaces.answered(id);
        var mayHost = Spaces.mayHost(space);
        var rows =
                sql.sql(
                                """
                                select p.id, p.network_id, p.name, p.regional, p.moderates, space.own(p.network_id, p.region_code) as own, p.invited_at, p.invited_by, p.joined_at, p.ended_at, p.ended_why
                                from space.party p where p.space_id = :id order by p.joined_at is null, p.regional desc, p.name collate "fr-x-icu", p.ended_at desc, p.id
                                """)
                        .param("id", id)
                        .query((row, _) -> Row.of(row))
                        .list();
        var persons = persons(id);
        var own = rows.stream().filter(r -> r.own() && r.ended() == null).findFirst();
        if (own.isEmpty() && !space.enters()) throw new NotFound("espace", id);
        var keeps = Spaces.keeps();
        var joined = own.filter(r -> r.joined() != null).isPresent();
        return new MembersPage(
                space.href(),
                space.title(),
                space.enters(),
                space.over(),
                rows.stream()
                        .filter(r -> r.ended() == null)
                        .map(r -> party(space, r, persons, mayHost))
                        .toList(),
                rows.stream()
                        .filter(r -> r.ended() != null)
                        .map(r -> party(space, r, persons, false))
                        .toList(),
                mayHost,
                space.purpose(),
                joined ? null : own.map(Row::invitedBy).orElse(null),
                SignedIn.current().role() == Role.HEAD
                        ? SpaceText.JOINING
                        : SpaceText.AGENCY_JOINING,
                keeps && joined && !space.hosts(),
                keeps && joined && SignedIn.current().role() == Role.HEAD ? team(id) : List.of(),
                mayHost && !space.over() ? candidates(space) : Map.of(),
                space.kind().equals("REGIONAL"),
                space.kind().equals("REGIONAL") && space.enters()
                        ? networks(space, true)
                        : List.of(),
                space.kind().equals("REGIONAL") && space.enters()
                        ? networks(space, false)
                        : List.of(),
                form,
                edited);
    }

    private static Party party(
            Space space, Row row, Map<UUID, List<String>> persons, boolean mayHost) {
        var at = "/espaces/" + space.id() + "/membres/" + row.id();
        var state =
                row.ended() != null
                        ? SpaceText.ended(row.joined() != null, day(row.ended()), row.why())
                        : row.joined() != null
                                ? SpaceText.joined(day(row.joined()))
                                : SpaceText.invited(day(row.invited()));
        return new Party(
                row.id().toString(),
                row.name(),
                state,
                row.ended() != null ? "" : row.joined() != null ? "is-done" : "is-due",
                row.regional(),
                row.moderates(),
                people(row, persons),
                mayHost && !row.own() ? at + "/retirer" : null,
                mayHost && !row.own() && row.joined() != null ? at + "/animation" : null);
    }

    private static List<String> people(Row row, Map<UUID, List<String>> persons) {
        if (row.joined() == null || row.ended() != null) return List.of();
        return row.network() == null
                ? List.of(SpaceText.OFFICERS)
                : persons.getOrDefault(row.network(), List.of());
    }

    private static LocalDate day(Timestamp at) {
        return LocalDate.ofInstant(at.toInstant(), FrenchDates.PARIS);
    }

    private Map<UUID, List<String>> persons(UUID id) {
        var found = new HashMap<UUID, List<String>>();
        sql.sql(
                        "select network_id, name, function from space.person where space_id = :id and until is null order by name collate \"fr-x-icu\", id")
                .param("id", id)
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("network_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(row.getString("name") + ", " + row.getString("function")))
                .list();
        return found;
    }

    private List<Choice> team(UUID id) {
        var chosen =
                Set.copyOf(
                        sql.sql(
                                        "select account_id from space.person where space_id = :id and until is null and network_id = platform.acting()")
                                .param("id", id)
                                .query((row, _) -> row.getObject("account_id", UUID.class))
                                .list());
        return members.team().stream()
                .map(m ->
                        new Choice(
                                String.valueOf(m.accountId()),
                                m.name(),
                                SpaceText.function(m.function()),
                                m.accountId() != null && chosen.contains(m.accountId())))
                .toList();
    }

    private Map<String, List<Candidate>> candidates(Space space) {
        var found = new LinkedHashMap<String, List<Candidate>>();
        sql.sql(
                        """
                        select c.* from (
                          select n.id::text as value, n.name, coalesce(n.commune_name, '') as detail, n.region_code = :region as near, exists (select 1 from registry.enrolled e where e.owner_id = n.id and e.regional) as regional, 1 as rank
                          from network.network n where not exists (select 1 from space.party p where p.space_id = :id and p.network_id = n.id and p.ended_at is null)
                          union all
                          select 'r:' || z.code, 'ARS ' || z.label, '', z.code = :region, false, 0 from territory.zone z
                          where z.kind = 'REGION' and not exists (select 1 from space.party p where p.space_id = :id and p.region_code = z.code and p.ended_at is null)) c
                        order by c.near desc, c.rank, c.regional desc, c.name collate "fr-x-icu"
                        """)
                .param("region", space.region())
                .param("id", space.id())
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getBoolean("near")
                                                ? SpaceText.IN_REGION
                                                : SpaceText.ELSEWHERE,
                                        _ -> new ArrayList<>())
                                .add(
                                        new Candidate(
                                                row.getString("value"),
                                                row.getString("name"),
                                                row.getBoolean("regional")
                                                        ? SpaceText.REGIONAL
                                                        : row.getString("detail"))))
                .list();
        return found;
    }

    /// Regional and territorial networks that the register knows in the region of a space and that
    /// are not in it: those that work in this installation, or the others.
    private List<String> networks(Space space, boolean here) {
        return sql.sql(
                        """
                        select e.name, e.regional from registry.enrolled e
                        where e.region_code = :region and (e.regional or e.territorial) and (e.owner_id is not null) = :here
                          and not exists (select 1 from space.party p where p.space_id = :id and p.network_id = e.owner_id and p.ended_at is null)
                        order by e.regional desc, e.name collate "fr-x-icu"
                        """)
                .param("region", space.region())
                .param("here", here)
                .param("id", space.id())
                .query((row, _) ->
                        row.getString("name")
                                + (row.getBoolean("regional")
                                        ? " (" + SpaceText.REGIONAL + ")"
                                        : ""))
                .list();
    }
}
