package fr.maillage.protocol.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Theme groups, who is in them and when they met, as kept. Every structure reads them; each writes
/// its own lines.
@Repository
class ThemeGroups {

    /// The group across themes.
    static final String TRUNK = "TRONC";

    private final JdbcClient sql;

    ThemeGroups(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param themes national codes; none: across themes
    record Group(String code, String label, Set<String> themes, String source) {
        boolean trunk() {
            return themes.isEmpty();
        }
    }

    record Member(UUID structure, String name) {}

    record Meeting(LocalDate on, String words, String name) {}

    /// Groups in order.
    List<Group> groups() {
        return sql.sql("select code, label, themes, source from protocol.theme_group order by rank")
                .query((row, _) ->
                        new Group(
                                row.getString("code"),
                                row.getString("label"),
                                Set.copyOf(
                                        Arrays.asList(
                                                (String[]) row.getArray("themes").getArray())),
                                row.getString("source")))
                .list();
    }

    /// Throws `NotFound`.
    Group group(String code) {
        return groups().stream()
                .filter(g -> g.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("groupe", null));
    }

    /// Structures in a group now, by group and name.
    Map<String, List<Member>> members() {
        var members = new HashMap<String, List<Member>>();
        sql.sql(
                        """
                        select group_code, structure_id, name from protocol.group_member where left_at is null order by name collate "fr-x-icu", structure_id
                        """)
                .query(row -> {
                    members.computeIfAbsent(row.getString("group_code"), _ -> new ArrayList<>())
                            .add(
                                    new Member(
                                            row.getObject("structure_id", UUID.class),
                                            row.getString("name")));
                });
        return members;
    }

    /// Structures in this group now, by name.
    List<Member> members(String group) {
        return members().getOrDefault(group, List.of());
    }

    void join(String group, String name, Instant at) {
        sql.sql(
                        """
                        insert into protocol.group_member (group_code, name, joined_at) values (:group, :name, :at)
                        on conflict (group_code, structure_id) do update set name = excluded.name, joined_at = excluded.joined_at, left_at = null
                         where group_member.left_at is not null
                        """)
                .param("group", group)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .update();
    }

    void leave(String group, Instant at) {
        sql.sql(
                        "update protocol.group_member set left_at = :at where group_code = :group and structure_id = platform.acting() and left_at is null")
                .param("group", group)
                .param("at", Timestamp.from(at))
                .update();
    }

    void met(String group, LocalDate on, String words, String name, String by) {
        sql.sql(
                        "insert into protocol.group_meeting (id, group_code, name, on_date, words, noted_by) values (:id, :group, :name, :on, :words, :by)")
                .param("id", Ids.next())
                .param("group", group)
                .param("name", name)
                .param("on", on)
                .param("words", words)
                .param("by", by)
                .update();
    }

    /// Meetings by group, the latest first.
    Map<String, List<Meeting>> meetings() {
        var meetings = new HashMap<String, List<Meeting>>();
        sql.sql(
                        "select group_code, on_date, words, name from protocol.group_meeting order by on_date desc, id limit 1000")
                .query(row -> {
                    meetings.computeIfAbsent(row.getString("group_code"), _ -> new ArrayList<>())
                            .add(
                                    new Meeting(
                                            row.getObject("on_date", LocalDate.class),
                                            row.getString("words"),
                                            row.getString("name")));
                });
        return meetings;
    }

    /// Structures of this installation that are financed this year or the year before, by theme; ""
    /// for a financing of no theme.
    Map<UUID, Set<String>> financed(int year) {
        var financed = new HashMap<UUID, Set<String>>();
        sql.sql(
                        "select structure, coalesce(theme_code, '') as theme from registry.financed_structure where year between :year - 1 and :year")
                .param("year", year)
                .query(row -> {
                    financed.computeIfAbsent(
                                    row.getObject("structure", UUID.class), _ -> new HashSet<>())
                            .add(row.getString("theme"));
                });
        return financed;
    }
}
