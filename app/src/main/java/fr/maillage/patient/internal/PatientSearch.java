package fr.maillage.patient.internal;

import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients.Near;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Persons found by what is typed of them: names with a typo, a birth date, a telephone, a
/// matricule.
@Component
class PatientSearch {

    /// Bearers of the words typed that are looked at more closely: a date or a telephone typed with
    /// a common name must still find its person among them.
    private static final int HITS = 3000;

    private final JdbcClient sql;
    private final Clock clock;

    PatientSearch(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// As [fr.maillage.patient.Patients#near], under the caller's transaction.
    List<Near> near(String typed, int limit) {
        var query = PatientQuery.parse(typed, LocalDate.now(clock));
        if (query.empty() || limit <= 0) return List.of();
        if (query.words().isEmpty()) return withoutName(query, limit);
        var begun = beginning(query.words());
        if (query.birth() == null && query.birthYear() == null) {
            var found = bearing(begun, query, limit);
            // nobody borne by a typo comes before these
            var enough =
                    found.size() == limit && found.stream().allMatch(n -> n.deceasedOn() == null);
            if (enough || query.words().stream().noneMatch(PatientQuery::mayBeMistyped))
                return found;
        }
        return bearing(mistyped(query.words(), begun), query, limit);
    }

    /// A word of the structure, near the one typed in `part`.
    private record Match(String word, int part, double weight) {}

    /// Words equal to each word typed, or beginning with it.
    private List<Match> beginning(List<String> typed) {
        var found = new ArrayList<Match>();
        for (int part = 0; part < typed.size(); part++) {
            var word = typed.get(part);
            int number = part;
            sql.sql(
                            """
                            select distinct word from patient.name_vocabulary
                            where word collate "C" >= :from and word collate "C" < :until
                            """)
                    .param("from", word)
                    .param("until", word + "~") // after every letter and digit
                    .query((row, _) -> row.getString("word"))
                    .list()
                    .forEach(theirs -> found.add(match(word, theirs, number)));
        }
        return found;
    }

    /// The same with what a typo makes of each word: every word of the structure long enough is
    /// looked at, which only what is nearly typed to its end asks for.
    private List<Match> mistyped(List<String> typed, List<Match> begun) {
        var found = new ArrayList<>(begun);
        var shortest =
                typed.stream()
                        .filter(PatientQuery::mayBeMistyped)
                        .mapToInt(PatientQuery::shortestLike)
                        .min();
        if (shortest.isEmpty()) return found;
        var vocabulary =
                sql.sql(
                                "select distinct word from patient.name_vocabulary where length(word) >= :shortest")
                        .param("shortest", shortest.getAsInt())
                        .query((row, _) -> row.getString("word"))
                        .list();
        for (int part = 0; part < typed.size(); part++) {
            for (var word : vocabulary) {
                if (word.startsWith(typed.get(part))) continue; // begun already
                var match = match(typed.get(part), word, part);
                if (match.weight() > 0) found.add(match);
            }
        }
        return found;
    }

    private static Match match(String typed, String word, int part) {
        return new Match(word, part, PatientQuery.wordLikeness(typed, word));
    }

    /// Those who bear, for each word typed, a word like it; ranked once, here. The typo is
    /// tolerated over the words of the structure, and the persons are found by equality: under
    /// row-level security an index serves nothing else (trigrams are not leakproof). A birth date
    /// or year that is not theirs excludes them, an unknown one counts for less; when it excludes
    /// everybody, it may have been noted wrong, here or there, and all are shown, further away.
    private List<Near> bearing(List<Match> matches, PatientQuery query, int limit) {
        if (matches.isEmpty()) return List.of();
        return sql.sql(
                        """
                        with borne as (
                          select w.network_id, w.patient_id, m.part, max(m.weight) as weight,
                                 max(m.weight) > coalesce(max(m.weight) filter (where not w.former), 0) as former
                          from unnest(cast(:words as text[]), cast(:parts as int[]), cast(:weights as float8[])) m (word, part, weight)
                          join patient.borne_word w on w.word = m.word
                          group by w.network_id, w.patient_id, m.part
                        ), hit as (
                          select network_id, patient_id, sum(weight) / :typed as names, bool_or(former) as former from borne
                          group by network_id, patient_id having count(*) = :typed order by names desc limit :most
                        ), person as (
                          select p.id, upper(coalesce(nullif(p.used_name, ''), p.birth_name)) || ' ' || p.given_names as name,
                                 p.network_id, p.birth_date, p.commune_name, p.deceased_on, hit.names, hit.former,
                                 case when cast(:birth as date) is null and cast(:year as int) is null then 1.0
                                      when p.birth_date is null then 0.8
                                      when p.birth_date = cast(:birth as date) or extract(year from p.birth_date) = cast(:year as int) then 1.0
                                      else 0 end as dated
                          from hit join patient.patient p on p.network_id = hit.network_id and p.id = hit.patient_id and p.merged_into is null
                          where cast(:phone as text) is null or p.phone like cast(:phone as text) || '%' or p.mobile like cast(:phone as text) || '%'
                        ), told as (select person.*, max(dated) over () as best from person)
                        select id, name, birth_date, commune_name, deceased_on, names * case when best = 0 then 0.6 else dated end as likeness,
                               case when former then (select upper(coalesce(nullif(f.used_name, ''), f.birth_name)) || ' ' || f.given_names from patient.former_name f
                                                       where f.network_id = told.network_id and f.patient_id = told.id
                                                         and exists (select 1 from patient.former_word w where w.network_id = f.network_id and w.name_id = f.id and w.word = any (cast(:words as text[])))
                                                       order by f.until desc, f.id desc limit 1) end as formerly
                        from told where dated > 0 or best = 0
                        order by deceased_on is not null, likeness desc, name collate "fr-x-icu", id
                        limit :limit
                        """)
                .param("words", matches.stream().map(Match::word).toArray(String[]::new))
                .param("parts", matches.stream().map(Match::part).toArray(Integer[]::new))
                .param("weights", matches.stream().map(Match::weight).toArray(Double[]::new))
                .param("typed", query.words().size())
                .param("most", HITS)
                .param("phone", query.phone())
                .param("birth", query.birth())
                .param("year", query.birthYear())
                .param("limit", limit)
                .query(PatientSearch::near)
                .list();
    }

    /// By a date, a telephone or a matricule alone.
    private List<Near> withoutName(PatientQuery query, int limit) {
        return sql.sql(
                        """
                        select p.id, upper(coalesce(nullif(p.used_name, ''), p.birth_name)) || ' ' || p.given_names as name,
                               p.birth_date, p.commune_name, p.deceased_on, 1.0 as likeness, null as formerly
                        from patient.patient p
                        where p.merged_into is null and (cast(:phone as text) is null or p.phone like cast(:phone as text) || '%' or p.mobile like cast(:phone as text) || '%')
                          and (cast(:ins as text) is null or p.ins = cast(:ins as text))
                          and (cast(:birth as date) is null or p.birth_date = cast(:birth as date))
                          and (cast(:year as int) is null or extract(year from p.birth_date) = cast(:year as int))
                        order by p.deceased_on is not null, p.search, p.id
                        limit :limit
                        """)
                .param("phone", query.phone())
                .param("ins", query.ins())
                .param("birth", query.birth())
                .param("year", query.birthYear())
                .param("limit", limit)
                .query(PatientSearch::near)
                .list();
    }

    private static Near near(ResultSet row, int line) throws SQLException {
        return new Near(
                new PatientId(row.getObject("id", UUID.class)),
                row.getString("name").strip(),
                row.getObject("birth_date", LocalDate.class),
                row.getString("commune_name"),
                row.getObject("deceased_on", LocalDate.class),
                row.getDouble("likeness"),
                row.getString("formerly"));
    }
}
