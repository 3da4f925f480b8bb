package fr.maillage.patient.internal;

import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges.Likely;
import fr.maillage.patient.Merges.Pairs;
import fr.maillage.patient.Merges.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pairs likely to be one person. A matricule is held once in a structure, so that two files never
/// share one: what the matricule of one says of birth and sex confirms the other. The rules and
/// their weights are ours; they propose, somebody decides.
@Component
class DuplicateFinder {

    /// Pairs of one page.
    static final int PAGE = 25;

    /// Candidates by what an index or a hash join finds at once (birth date, sound of the names),
    /// then what each pair has in common.
    private static final String PAIRS =
            """
            with person as (
              select p.network_id, p.id, p.birth_name, p.used_name, p.given_names, p.sex, p.birth_date, p.commune_name, p.identity_status, p.ins,
                     p.phone, p.mobile, p.birth_sound, p.used_sound, p.given_sound,
                     platform.search_key(p.birth_name) as family, platform.search_key(p.given_names) as given
              from patient.patient p where p.merged_into is null
            ), usual as ( -- a day that many bear is one that was not known, 1 January above all: by the names alone then
              select birth_date from person group by birth_date having count(*) <= 60
            ), candidate as (
              select a.id as one, b.id as other from usual u join person a on a.birth_date = u.birth_date
                join person b on b.network_id = a.network_id and b.birth_date = a.birth_date and a.id < b.id
              union
              select least(a.id, b.id), greatest(a.id, b.id) from person a
                join person b on b.network_id = a.network_id and b.birth_sound = a.birth_sound and b.given_sound = a.given_sound and a.id < b.id
               where a.birth_date is null or b.birth_date is null
                  or abs(a.birth_date - b.birth_date) <= 31
                  or extract(month from a.birth_date) = extract(day from b.birth_date) and extract(day from a.birth_date) = extract(month from b.birth_date)
                     and extract(year from a.birth_date) = extract(year from b.birth_date)
                  or to_char(a.birth_date, 'DDMM') = to_char(b.birth_date, 'DDMM') and abs(extract(year from a.birth_date) - extract(year from b.birth_date)) <= 10
            ), compared as (
              select a.network_id, a.id as one_id, b.id as other_id,
                     a.birth_date = b.birth_date as dated,
                     a.birth_date is null or b.birth_date is null as undated,
                     a.family = b.family or a.birth_sound in (b.birth_sound, b.used_sound) or b.birth_sound = a.used_sound
                       or a.used_sound <> '' and a.used_sound = b.used_sound as named,
                     public.similarity(a.family, b.family) >= 0.5 as nearly_named,
                     a.given_sound = b.given_sound as called,
                     public.similarity(a.given, b.given) >= 0.5 as nearly_called,
                     a.commune_name = b.commune_name as neighbours,
                     coalesce(coalesce(a.phone, a.mobile) in (b.phone, b.mobile) or a.mobile in (b.phone, b.mobile), false) as reached,
                     coalesce(substr(a.ins, 1, 5) = case b.sex when 'M' then '1' when 'F' then '2' end || to_char(b.birth_date, 'YYMM')
                              or substr(b.ins, 1, 5) = case a.sex when 'M' then '1' when 'F' then '2' end || to_char(a.birth_date, 'YYMM'), false)
                       and (a.ins is null or b.ins is null) as told_by_ins,
                     a.sex <> b.sex as other_sex
              from candidate c join person a on a.id = c.one join person b on b.id = c.other
            ), scored as (
              select k.*,
                     case when dated and named and called then 90
                          when dated and called and (named or nearly_named) then 80
                          when dated and nearly_called and (named or nearly_named) then 70
                          when named and called and not dated and not undated then 60
                          when named and called and undated then 55
                          when dated and called and (neighbours or reached) then 50 end
                     + case when told_by_ins then 5 else 0 end + case when reached then 4 else 0 end - case when other_sex then 30 else 0 end as score,
                     case when dated and named and called then 'SAME_TRAITS'
                          when dated and (named or nearly_named) then 'NEAR_NAMES'
                          when named and called and undated then 'NO_DATE'
                          when named and called then 'NEAR_DATE'
                          else 'OTHER_NAME' end as rule
              from compared k
            ), kept as (
              select s.* from scored s where s.score >= 45
                 and not exists (select 1 from patient.told_apart t where t.network_id = s.network_id and t.one_id = s.one_id and t.other_id = s.other_id)
            )
            """;

    private final JdbcClient sql;

    DuplicateFinder(JdbcClient sql) {
        this.sql = sql;
    }

    Pairs page(int page) {
        var total = new int[1];
        var pairs =
                sql.sql(
                                PAIRS
                                        + """
                                        select count(*) over () as total, k.score, k.rule, k.told_by_ins, k.reached,
                                               a.id as a_id, a.birth_name as a_birth, a.used_name as a_used, a.given_names as a_given, a.birth_date as a_date, a.commune_name as a_commune, a.identity_status as a_status,
                                               b.id as b_id, b.birth_name as b_birth, b.used_name as b_used, b.given_names as b_given, b.birth_date as b_date, b.commune_name as b_commune, b.identity_status as b_status
                                        from kept k join person a on a.id = k.one_id join person b on b.id = k.other_id
                                        order by k.score desc, a.birth_name collate "fr-x-icu", a.id, b.id limit :limit offset :offset
                                        """)
                        .param("limit", PAGE)
                        .param("offset", (Math.max(1, page) - 1) * PAGE)
                        .query((row, _) -> {
                            total[0] = row.getInt("total");
                            return likely(row);
                        })
                        .list();
        return new Pairs(pairs, total[0]);
    }

    int count() {
        return sql.sql(PAIRS + "select count(*) as pairs, 0 as none from kept")
                .query((row, _) -> row.getInt("pairs"))
                .single();
    }

    void tellApart(PatientId one, PatientId other, @Nullable String why, String by, Instant at) {
        // as the database orders identifiers
        sql.sql(
                        """
                        insert into patient.told_apart (one_id, other_id, at, by_name, why)
                        values (least(cast(:one as uuid), cast(:other as uuid)), greatest(cast(:one as uuid), cast(:other as uuid)), :at, :by, :why) on conflict do nothing
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("why", why, java.sql.Types.VARCHAR)
                .update();
    }

    private static Likely likely(ResultSet row) throws SQLException {
        var why = new ArrayList<String>();
        why.add(
                switch (row.getString("rule")) {
                    case "SAME_TRAITS" -> MergeText.SAME_TRAITS;
                    case "NEAR_NAMES" -> MergeText.NEAR_NAMES;
                    case "NEAR_DATE" -> MergeText.NEAR_DATE;
                    case "NO_DATE" -> MergeText.NO_DATE;
                    default -> MergeText.OTHER_NAME;
                });
        if (row.getBoolean("told_by_ins")) why.add(MergeText.INS_SAYS);
        if (row.getBoolean("reached")) why.add(MergeText.SAME_PHONE);
        return new Likely(side(row, "a_"), side(row, "b_"), List.copyOf(why), row.getInt("score"));
    }

    private static Side side(ResultSet row, String prefix) throws SQLException {
        var used = row.getString(prefix + "used");
        var birth = row.getString(prefix + "birth");
        var none = used == null || used.isEmpty();
        return new Side(
                new PatientId(row.getObject(prefix + "id", UUID.class)),
                (none ? birth : used).toUpperCase(java.util.Locale.FRENCH)
                        + " "
                        + row.getString(prefix + "given"),
                none || used.equals(birth) ? null : birth,
                row.getObject(prefix + "date", LocalDate.class),
                row.getString(prefix + "commune"),
                row.getString(prefix + "status"));
    }
}
