package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Hit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the structure knows, for a list of answers: one statement for all of them.
@Component
class Known {

    private final JdbcClient sql;
    private final Clock clock;

    Known(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param joined day of the joining, of a member; of a partner establishment, since when
    /// @param homeVisits null when nobody asked
    /// @param state of the last availability seen; null when nobody looked
    record Facts(
            @Nullable LocalDate joined,
            @Nullable Boolean homeVisits,
            @Nullable String feeSector,
            List<String> languages,
            @Nullable String callBy,
            @Nullable String skills,
            @Nullable String state,
            @Nullable Integer waitWeeks,
            @Nullable LocalDate seenOn) {

        static final Facts NONE =
                new Facts(null, null, null, List.of(), null, null, null, null, null);
    }

    /// By [Hit#ref]; those of whom nothing is known are not in it.
    Map<String, Facts> of(Collection<Hit> hits) {
        var facts = new HashMap<String, Facts>();
        if (hits.isEmpty()) return facts;
        sql.sql(
                        """
                        select r.ref, coalesce(f.joined_on, case when k.partner_until is null or k.partner_until >= :today then k.partner_since end) as joined,
                               k.home_visits, k.fee_sector, k.languages, k.call_by, k.skills, a.state, a.wait_weeks, a.seen_on
                          from unnest(:kinds, :refs) r(kind, ref)
                          left join partners.knowledge k on k.kind = r.kind and k.ref = r.ref
                          left join network.affiliation f on r.kind = 'PROFESSIONNEL' and f.rpps = r.ref and f.left_on is null
                          left join lateral (select s.state, s.wait_weeks, s.seen_on from partners.availability s
                                              where s.kind = r.kind and s.ref = r.ref order by s.seen_on desc, s.noted_at desc limit 1) a on true
                         where k.ref is not null or f.id is not null or a.state is not null
                        """)
                .param("today", LocalDate.now(clock))
                .param("kinds", hits.stream().map(h -> h.nature().name()).toArray(String[]::new))
                .param("refs", hits.stream().map(Hit::ref).toArray(String[]::new))
                .query(row -> {
                    var languages = row.getArray("languages");
                    facts.put(
                            row.getString("ref"),
                            new Facts(
                                    row.getObject("joined", LocalDate.class),
                                    row.getObject("home_visits", Boolean.class),
                                    row.getString("fee_sector"),
                                    languages == null
                                            ? List.of()
                                            : List.of((String[]) languages.getArray()),
                                    row.getString("call_by"),
                                    row.getString("skills"),
                                    row.getString("state"),
                                    row.getObject("wait_weeks", Integer.class),
                                    row.getObject("seen_on", LocalDate.class)));
                });
        return facts;
    }

    /// Numbers of those the structure works with: members of the network, partner establishments.
    Set<String> ours() {
        return set(
                sql.sql(
                                """
                                select f.rpps from network.affiliation f where f.left_on is null and f.joined_on is not null and f.rpps is not null
                                union select k.ref from partners.knowledge k
                                 where k.partner_since <= :today and (k.partner_until is null or k.partner_until >= :today)
                                """)
                        .param("today", LocalDate.now(clock)));
    }

    /// Numbers of those last seen available.
    Set<String> available() {
        return set(
                sql.sql(
                        """
                        select s.ref from (select distinct on (a.kind, a.ref) a.ref, a.state from partners.availability a
                                            order by a.kind, a.ref, a.seen_on desc, a.noted_at desc) s where s.state = 'DISPONIBLE'
                        """));
    }

    /// Numbers of those known to practise in these sectors of fees.
    Set<String> charging(Collection<String> sectors) {
        return set(
                sql.sql(
                                "select k.ref from partners.knowledge k where k.fee_sector = any (:sectors)")
                        .param("sectors", sectors.toArray(String[]::new)));
    }

    /// Commune of the structure that asks; null when it gives none.
    @Nullable String commune() {
        return sql.sql(
                        "select commune_code from network.network where id = any (platform.networks()) and commune_code is not null order by id limit 1")
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    private static Set<String> set(JdbcClient.StatementSpec asked) {
        return new HashSet<>(asked.query((row, _) -> row.getString(1)).list());
    }
}
