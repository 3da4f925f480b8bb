package fr.maillage.indicators.internal;

import fr.maillage.kernel.NotFound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Unplanned stays for a hundred persons followed, and readmissions within thirty days, for the
/// structure and for each protocol. Counts and lists come from the same statement.
///
/// - followed: included, and the accompaniment open at least one day of the period;
/// - unplanned stay: begun in the period, on a day the person was followed;
/// - return: in the period, thirty days ago or more, so that what followed is known; deaths at
///   hospital are no return, nor is a transfer, another stay begun the same day;
/// - readmission: an unplanned stay begun within thirty days of the return.
@Component
@Transactional(readOnly = true)
class StayRates {

    /// Days after a return during which another unplanned stay is a readmission.
    static final int DAYS = 30;

    private static final String STAYS =
            """
            with followed as (
              select distinct s.patient_id from casefile.any_support s
               where s.included_on <= :to and (s.closed_on is null or s.closed_on >= :from)),
            entries as (
              select y.id, y.patient_id, y.admitted_on as day from casefile.hospital_stay y
               where y.kind = 'NON_PROGRAMME' and y.admitted_on between :from and :to
                 and exists (select 1 from casefile.any_support s where s.network_id = y.network_id and s.patient_id = y.patient_id
                                and s.included_on <= y.admitted_on and (s.closed_on is null or s.closed_on >= y.admitted_on))),
            returns as (
              select y.id, y.patient_id, y.discharged_on as day,
                     exists (select 1 from casefile.hospital_stay z where z.network_id = y.network_id and z.patient_id = y.patient_id
                                and z.kind = 'NON_PROGRAMME' and z.id <> y.id
                                and z.admitted_on > y.discharged_on and z.admitted_on <= y.discharged_on + 30) as again
                from casefile.hospital_stay y join patient.identity i on i.network_id = y.network_id and i.id = y.patient_id
               where y.discharged_on between :from and least(:to, cast(:today as date) - 30)
                 and not exists (select 1 from casefile.hospital_stay t where t.network_id = y.network_id and t.patient_id = y.patient_id
                                    and t.id <> y.id and t.admitted_on = y.discharged_on)
                 and (i.deceased_on is null or i.deceased_on > y.discharged_on)
                 and exists (select 1 from casefile.any_support s where s.network_id = y.network_id and s.patient_id = y.patient_id
                                and s.included_on <= y.discharged_on and (s.closed_on is null or s.closed_on >= y.discharged_on))),
            under as (
              select distinct o.protocol_id, o.patient_id from careplan.protocol_ever_in_force o)
            """;

    private static final String ACUTE =
            """
            select a.patient_id, a.happened_on as day from hospital.acute_told a
             where a.happened_on between :from and least(:to, cast(:today as date) - 8)
            """;

    private final JdbcClient sql;

    StayRates(JdbcClient sql) {
        this.sql = sql;
    }

    /// What is counted; the code stands in an address.
    enum What {
        SUIVIES("suivies", "Personnes suivies"),
        SEJOURS("non-programmes", "Séjours non programmés"),
        RETOURS("retours", "Retours à domicile"),
        READMISSIONS("readmissions", "Réadmissions à 30 jours"),
        AIGUES("situations-aigues", "Situations aiguës accompagnées"),
        CRAINTES("hospitalisations-craintes", "Hospitalisations à craindre"),
        EVITEES("hospitalisations-evitees", "Hospitalisations évitées");

        private final String code;
        private final String label;

        What(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static What of(String code) {
            return Arrays.stream(values())
                    .filter(w -> w.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("indicateur", null));
        }
    }

    /// Whole days, both included.
    record Span(LocalDate from, LocalDate to) {}

    /// @param protocol null for the whole structure
    record Row(
            @Nullable UUID protocol,
            @Nullable String title,
            int followed,
            int stays,
            int returns,
            int again) {

        /// Unplanned stays for a thousand persons followed: tenths of those for a hundred; empty
        /// without anybody.
        Optional<Long> per1000() {
            return followed == 0
                    ? Optional.empty()
                    : Optional.of((2000L * stays + followed) / (2L * followed));
        }
    }

    /// The structure first, then each protocol that was in a plan of somebody followed.
    List<Row> rows(Span span, LocalDate today) {
        return bind(
                        STAYS
                                + """
                                , each_one as (
                                  select f.patient_id,
                                         (select count(*) from entries e where e.patient_id = f.patient_id) as stays,
                                         (select count(*) from returns r where r.patient_id = f.patient_id) as outs,
                                         (select count(*) from returns r where r.patient_id = f.patient_id and r.again) as again
                                    from followed f),
                                grouped as (
                                  select cast(null as uuid) as protocol_id, e.* from each_one e
                                  union all
                                  select u.protocol_id, e.* from each_one e join under u on u.patient_id = e.patient_id)
                                select * from (
                                select g.protocol_id, count(*) as followed, coalesce(sum(g.stays), 0) as stays, coalesce(sum(g.outs), 0) as outs, coalesce(sum(g.again), 0) as again,
                                       (select max(o.protocol_title) from careplan.protocol_ever_in_force o where o.protocol_id = g.protocol_id) as title
                                  from grouped g group by g.protocol_id) x
                                 order by x.protocol_id is not null, x.title collate "fr-x-icu", x.protocol_id
                                """,
                        span,
                        today)
                .query((row, _) ->
                        new Row(
                                row.getObject("protocol_id", UUID.class),
                                row.getString("title"),
                                row.getInt("followed"),
                                row.getInt("stays"),
                                row.getInt("outs"),
                                row.getInt("again")))
                .list();
    }

    /// Urgent and very specific situations of the period, seven days ago or more so that what
    /// followed is known.
    ///
    /// @param feared those in which a stay was to be feared
    /// @param kept of these, the person stayed at home for seven days
    record Acute(int all, int feared, int kept) {}

    Acute acute(Span span, LocalDate today) {
        return bind(
                        """
                        select count(*) as everything, count(*) filter (where a.stay_feared) as feared, count(*) filter (where a.kept) as kept
                          from hospital.acute_told a where a.happened_on between :from and least(:to, cast(:today as date) - 8)
                        """,
                        span,
                        today)
                .query((row, _) ->
                        new Acute(
                                row.getInt("everything"), row.getInt("feared"), row.getInt("kept")))
                .single();
    }

    /// What a protocol is called. Empty when no plan of somebody here ever bore it.
    Optional<String> title(UUID protocol) {
        return sql.sql(
                        "select max(protocol_title) from careplan.protocol_ever_in_force where protocol_id = :protocol having count(*) > 0")
                .param("protocol", protocol)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /// One line of the list behind a count.
    record Named(UUID patient, String name, @Nullable String commune, LocalDate day) {}

    /// The lines behind a count, oldest first; of the whole structure, or of one protocol.
    List<Named> names(What what, @Nullable UUID protocol, Span span, LocalDate today) {
        var from =
                switch (what) {
                    case SUIVIES ->
                            """
                            select f.patient_id, (select min(s.included_on) from casefile.any_support s
                                                   where s.patient_id = f.patient_id and s.included_on <= :to and (s.closed_on is null or s.closed_on >= :from)) as day
                              from followed f
                            """;
                    case SEJOURS -> "select patient_id, day from entries";
                    case RETOURS -> "select patient_id, day from returns";
                    case READMISSIONS -> "select patient_id, day from returns where again";
                    case AIGUES -> ACUTE;
                    case CRAINTES -> ACUTE + " and a.stay_feared";
                    case EVITEES -> ACUTE + " and a.kept";
                };
        var everybody = what == What.AIGUES || what == What.CRAINTES || what == What.EVITEES;
        return bind(
                        STAYS
                                + "select x.patient_id, x.day, i.display_name, i.commune_name from ("
                                + from
                                + ") x join patient.identity i on i.id = x.patient_id"
                                + (everybody
                                        ? ""
                                        : " join followed w on w.patient_id = x.patient_id")
                                + " where cast(:protocol as uuid) is null or exists (select 1 from under u where u.protocol_id = :protocol and u.patient_id = x.patient_id)"
                                + " order by x.day, i.display_name collate \"fr-x-icu\", i.id",
                        span,
                        today)
                .param("protocol", protocol, java.sql.Types.OTHER)
                .query((row, _) ->
                        new Named(
                                row.getObject("patient_id", UUID.class),
                                row.getString("display_name"),
                                row.getString("commune_name"),
                                row.getObject("day", LocalDate.class)))
                .list();
    }

    private JdbcClient.StatementSpec bind(String statement, Span span, LocalDate today) {
        return sql.sql(statement)
                .param("from", span.from())
                .param("to", span.to())
                .param("today", today);
    }
}
