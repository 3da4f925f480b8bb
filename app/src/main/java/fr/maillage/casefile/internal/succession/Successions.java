package fr.maillage.casefile.internal.succession;

import fr.maillage.casefile.internal.succession.Succession.Kind;
import fr.maillage.casefile.internal.succession.Succession.Party;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Replacements and the lines of circles they move. Joins the caller's transaction.
@Component
class Successions {

    /// The lines of a professional on a day, `c` being `casefile.care_team`: by number, or by name
    /// when they have none.
    static final String LINES =
            " c.kind = 'PROFESSIONNEL' and c.since <= :day and (c.until is null or c.until >= :day)"
                    + " and case when cast(:rpps as text) is null then c.rpps is null and lower(c.name) = lower(:name) else c.rpps = :rpps end";

    private static final String SELECT =
            "select id, name, rpps, phone, by_name, by_rpps, by_phone, by_profession, kind, since, until from casefile.succession where ended_at is null";

    private static final String RENAMED =
            """
            update casefile.care_team c set name = :name, profession = coalesce(:profession, c.profession), rpps = :rpps, phone = :phone, email = null, mssante = null,
                   account_id = null, until = least(l.former_until, cast(:until as date)), version = c.version + 1
              from casefile.succession_line l
             where l.succession_id = :id and l.role <> 'MEDECIN_TRAITANT' and c.id = l.former_id and l.line_id = l.former_id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Successions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A line of a circle.
    record Line(UUID id, UUID patient, @Nullable LocalDate until) {}

    /// Who stands in a line of a circle. Throws `NotFound`.
    Party of(UUID line) {
        return sql.sql(
                        "select name, rpps, phone, profession from casefile.care_team where id = :id and kind = 'PROFESSIONNEL'")
                .param("id", line)
                .query((row, _) ->
                        new Party(
                                row.getString("name"),
                                row.getString("rpps"),
                                row.getString("phone"),
                                row.getString("profession")))
                .optional()
                .orElseThrow(() -> new NotFound("cercle", line));
    }

    /// One of the same professional that stands on one of these days, null when there is none.
    @Nullable Succession standing(Party replaced, LocalDate since, @Nullable LocalDate until) {
        return sql
                .sql(SELECT + " order by since, id")
                .query(Successions::succession)
                .list()
                .stream()
                .filter(s -> s.replaced().is(replaced) && s.meets(since, until))
                .findFirst()
                .orElse(null);
    }

    Optional<Succession> open(UUID id) {
        return sql.sql(SELECT + " and id = :id for update")
                .param("id", id)
                .query(Successions::succession)
                .optional();
    }

    List<Succession> toBegin(LocalDate day) {
        return sql.sql(
                        SELECT
                                + " and begun_at is null and since <= :day order by since, id for update")
                .param("day", day)
                .query(Successions::succession)
                .list();
    }

    List<Succession> toEnd(LocalDate day) {
        return sql.sql(
                        SELECT
                                + " and begun_at is not null and until < :day order by until, id for update")
                .param("day", day)
                .query(Successions::succession)
                .list();
    }

    private static Succession succession(ResultSet row, int number) throws SQLException {
        return new Succession(
                row.getObject("id", UUID.class),
                new Party(
                        row.getString("name"), row.getString("rpps"), row.getString("phone"), null),
                new Party(
                        row.getString("by_name"),
                        row.getString("by_rpps"),
                        row.getString("by_phone"),
                        row.getString("by_profession")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    void keep(Succession one, String by) {
        sql.sql(
                        """
                        insert into casefile.succession (id, name, rpps, phone, by_name, by_rpps, by_phone, by_profession, kind, since, until, noted_by, noted_at)
                        values (:id, :name, :rpps, :phone, :byName, :byRpps, :byPhone, :profession, :kind, :since, :until, :by, :now)
                        """)
                .param("id", one.id())
                .param("name", one.replaced().name())
                .param("rpps", one.replaced().rpps(), Types.VARCHAR)
                .param("phone", one.replaced().phone(), Types.VARCHAR)
                .param("byName", one.by().name())
                .param("byRpps", one.by().rpps(), Types.VARCHAR)
                .param("byPhone", one.by().phone(), Types.VARCHAR)
                .param("profession", one.by().profession(), Types.VARCHAR)
                .param("kind", one.kind().name())
                .param("since", one.since())
                .param("until", one.until(), Types.DATE)
                .param("by", by)
                .param("now", now())
                .update();
    }

    void begun(UUID id) {
        sql.sql("update casefile.succession set begun_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    void ended(UUID id, @Nullable String by) {
        sql.sql("update casefile.succession set ended_at = :now, ended_by = :by where id = :id")
                .param("now", now())
                .param("by", by, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /// The lines of somebody in a role on a day.
    List<Line> lines(Party of, String role, LocalDate day) {
        return sql.sql(
                        "select c.id, c.patient_id, c.until from casefile.care_team c where c.role = :role and"
                                + LINES
                                + " order by c.id for update")
                .param("role", role)
                .param("rpps", of.rpps(), Types.VARCHAR)
                .param("name", of.name())
                .param("day", day)
                .query((row, _) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getObject("patient_id", UUID.class),
                                row.getObject("until", LocalDate.class)))
                .list();
    }

    /// Notes which line took the place of each of `before`, once the circle has followed.
    void followed(Succession one, List<Line> before, String role, LocalDate day) {
        sql.sql(
                        """
                        insert into casefile.succession_line (succession_id, role, former_id, former_until, line_id)
                        select :id, c.role, b.former, null, c.id
                          from unnest(cast(:formers as uuid[]), cast(:patients as uuid[])) as b(former, patient)
                          join casefile.care_team c on c.patient_id = b.patient and c.role = :role and c.since <= :day and (c.until is null or c.until >= :day)
                         where lower(c.name) = lower(:name)
                        """)
                .param("id", one.id())
                .param("formers", before.stream().map(Line::id).toArray(UUID[]::new))
                .param("patients", before.stream().map(Line::patient).toArray(UUID[]::new))
                .param("role", role)
                .param("day", day)
                .param("name", one.by().name())
                .update();
    }

    /// In every other role: the line of who is replaced ends the day before, and who replaces has
    /// one of the same parts and role. Returns the lines that changed hands, each with its person.
    Map<UUID, PatientId> move(Succession one, LocalDate day) {
        var moved = new LinkedHashMap<UUID, PatientId>();
        sql.sql(
                        """
                        with moved as (
                        insert into casefile.succession_line (succession_id, role, former_id, former_until, line_id)
                        select :id, c.role, c.id, c.until, case when c.since < :day then uuidv7() else c.id end from casefile.care_team c
                         where c.role <> 'MEDECIN_TRAITANT' and
                        """
                                + LINES
                                + """
                                   and not exists (select 1 from casefile.care_team o where o.patient_id = c.patient_id and o.role = c.role and lower(o.name) = lower(:byName)
                                                     and o.since <= :day and (o.until is null or o.until >= :day))
                                returning former_id, line_id)
                                select m.line_id, c.patient_id from moved m join casefile.care_team c on c.id = m.former_id order by m.line_id
                                """)
                .param("id", one.id())
                .param("day", day)
                .param("rpps", one.replaced().rpps(), Types.VARCHAR)
                .param("name", one.replaced().name())
                .param("byName", one.by().name())
                .query(row -> {
                    moved.put(
                            row.getObject("line_id", UUID.class),
                            new PatientId(row.getObject("patient_id", UUID.class)));
                });
        sql.sql(
                        """
                        update casefile.care_team c set until = cast(:day as date) - 1, left_reason = :why, version = c.version + 1
                          from casefile.succession_line l
                         where l.succession_id = :id and l.role <> 'MEDECIN_TRAITANT' and c.id = l.former_id and l.line_id <> l.former_id
                        """)
                .param("day", day)
                .param("why", SuccessionText.gaveWay(one.by().name()))
                .param("id", one.id())
                .update();
        taken(
                """
                insert into casefile.care_team (id, patient_id, kind, actor_group, role, main, name, profession, rpps, phone, since, until, agreed_on, parts, in_care_team, standing)
                select l.line_id, c.patient_id, c.kind, c.actor_group, c.role, c.main, :name, coalesce(:profession, c.profession), :rpps, :phone, :day,
                       least(l.former_until, cast(:until as date)), null, c.parts, c.in_care_team, c.standing
                  from casefile.succession_line l join casefile.care_team c on c.id = l.former_id
                 where l.succession_id = :id and l.role <> 'MEDECIN_TRAITANT' and l.line_id <> l.former_id
                """,
                one,
                day);
        // entered today: the line itself changes hands, since it has no day before
        taken(RENAMED, one, day);
        return moved;
    }

    private void taken(String statement, Succession one, LocalDate day) {
        var by = one.by();
        sql.sql(statement)
                .param("id", one.id())
                .param("name", by.name())
                .param("profession", by.profession(), Types.VARCHAR)
                .param("rpps", by.rpps(), Types.VARCHAR)
                .param("phone", by.phone(), Types.VARCHAR)
                .param("day", day)
                .param("until", one.until(), Types.DATE)
                .update();
    }

    /// Persons whose attending doctor is still who replaced.
    List<UUID> stillAttended(Succession one) {
        return sql.sql(
                        """
                        select i.id from casefile.succession_line l join casefile.care_team c on c.network_id = l.network_id and c.id = l.line_id
                          join patient.identity i on i.network_id = c.network_id and i.id = c.patient_id
                         where l.succession_id = :id and l.role = 'MEDECIN_TRAITANT' and i.mt_state = 'DECLARE' and lower(i.mt_name) = lower(:name)
                         order by i.id
                        """)
                .param("id", one.id())
                .param("name", one.by().name())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Gives the other roles back, where nobody else decided meanwhile: the line of who replaced
    /// ends the day before, and the former one goes on. Begun today, it never was. Returns the
    /// lines given back, each with its person.
    Map<UUID, PatientId> giveBack(Succession one, LocalDate day) {
        var untouched =
                sql.sql(
                                """
                                select l.line_id, c.patient_id, c.since < :day and l.line_id <> l.former_id as stayed
                                  from casefile.succession_line l join casefile.care_team c on c.id = l.line_id
                                 where l.succession_id = :id and l.role <> 'MEDECIN_TRAITANT' and c.left_reason is null and lower(c.name) = lower(:name)
                                """)
                        .param("id", one.id())
                        .param("day", day)
                        .param("name", one.by().name())
                        .query((row, _) ->
                                new Held(
                                        row.getObject("line_id", UUID.class),
                                        row.getObject("patient_id", UUID.class),
                                        row.getBoolean("stayed")))
                        .list();
        var stayed = untouched.stream().filter(Held::stayed).map(Held::line).toArray(UUID[]::new);
        var never =
                untouched.stream().filter(h -> !h.stayed()).map(Held::line).toArray(UUID[]::new);
        sql.sql(
                        """
                        update casefile.care_team set until = least(until, cast(:day as date) - 1), left_reason = :why, version = version + 1 where id = any (:lines)
                        """)
                .param("day", day)
                .param("why", SuccessionText.OVER)
                .param("lines", stayed)
                .update();
        sql.sql(
                        """
                        insert into casefile.care_team (patient_id, kind, actor_group, role, main, name, profession, rpps, finess, phone, email, mssante, account_id,
                            since, until, agreed_on, parts, in_care_team, standing, note)
                        select c.patient_id, c.kind, c.actor_group, c.role, c.main, c.name, c.profession, c.rpps, c.finess, c.phone, c.email, c.mssante, c.account_id,
                               :day, l.former_until, c.agreed_on, c.parts, c.in_care_team, c.standing, c.note
                          from casefile.succession_line l join casefile.care_team c on c.id = l.former_id
                         where l.succession_id = :id and l.line_id = any (:lines) and (l.former_until is null or l.former_until >= :day)
                        """)
                .param("day", day)
                .param("id", one.id())
                .param("lines", stayed)
                .update();
        sql.sql(
                        """
                        update casefile.care_team c set name = :name, profession = coalesce(f.profession, c.profession), rpps = :rpps, phone = :phone,
                               email = f.email, mssante = f.mssante, account_id = f.account_id, until = l.former_until, version = c.version + 1
                          from casefile.succession_line l join casefile.care_team f on f.id = l.former_id
                         where l.succession_id = :id and c.id = l.line_id and c.id = any (:lines)
                        """)
                .param("name", one.replaced().name())
                .param("rpps", one.replaced().rpps(), Types.VARCHAR)
                .param("phone", one.replaced().phone(), Types.VARCHAR)
                .param("id", one.id())
                .param("lines", never)
                .update();
        return untouched.stream()
                .collect(Collectors.toMap(Held::line, held -> new PatientId(held.patient())));
    }

    private record Held(UUID line, UUID patient, boolean stayed) {}

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
