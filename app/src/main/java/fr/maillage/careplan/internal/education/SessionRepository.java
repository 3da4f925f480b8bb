package fr.maillage.careplan.internal.education;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions, and who is enrolled in each.
@Repository
class SessionRepository {

    private static final String SESSION =
            """
            select s.*, e.taken, e.came from careplan.session s
             cross join lateral (select count(*) filter (where n.state <> 'EXCUSE') as taken, count(*) filter (where n.state = 'PRESENT') as came
                                   from careplan.enrolment n where n.network_id = s.network_id and n.session_id = s.id) e
            """;

    private final JdbcClient sql;

    SessionRepository(JdbcClient sql) {
        this.sql = sql;
    }

    /// Sessions from `day` on, soonest first, or before it, latest first.
    List<Session> list(LocalDate day, boolean before, int most) {
        return sql.sql(
                        SESSION
                                + (before
                                        ? " where s.held_on < :day order by s.held_on desc, s.starts_at desc nulls last, s.id desc limit :most"
                                        : " where s.held_on >= :day order by s.held_on, s.starts_at nulls last, s.id limit :most"))
                .param("day", day)
                .param("most", most)
                .query((row, _) -> session(row))
                .list();
    }

    /// Throws `NotFound`.
    Session get(UUID id) {
        return sql.sql(SESSION + " where s.id = :id")
                .param("id", id)
                .query((row, _) -> session(row))
                .optional()
                .orElseThrow(() -> new NotFound("seance", id));
    }

    /// As it is, and nobody else enrols until the end of the transaction. Throws `NotFound`.
    Session lock(UUID id) {
        sql.sql("select id from careplan.session where id = :id for update")
                .param("id", id)
                .query((_, _) -> id)
                .list();
        return get(id);
    }

    void add(Session s, Instant at, String by) {
        sql.sql(
                        """
                        insert into careplan.session (id, kind, family, title, held_on, starts_at, minutes, place, animator, capacity, run_by, run_by_name,
                          created_at, created_by)
                        values (:id, :kind, :family, :title, :on, :starts, :minutes, :place, :animator, :capacity, :runBy, :runByName, :at, :by)
                        """)
                .param("id", s.id())
                .param("kind", s.workshop() ? "ATELIER" : "INDIVIDUELLE")
                .param("family", s.family().name())
                .param("title", s.title())
                .param("on", s.on())
                .param("starts", s.at(), Types.TIME)
                .param("minutes", s.minutes(), Types.INTEGER)
                .param("place", s.place())
                .param("animator", s.animator())
                .param("capacity", s.capacity())
                .param("runBy", s.runBy().name())
                .param("runByName", s.runByName())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void callOff(UUID session, String why) {
        sql.sql("update careplan.session set called_off = :why where id = :id")
                .param("why", why)
                .param("id", session)
                .update();
    }

    /// Somebody enrolled.
    record Enrolled(
            UUID programme, PatientId patient, String person, String title, Attendance state) {
        @Override
        public String toString() {
            return "Enrolled[" + programme + "]";
        }
    }

    List<Enrolled> enrolled(UUID session) {
        return sql.sql(
                        """
                        select e.programme_id, e.patient_id, i.display_name, p.title, e.state from careplan.enrolment e
                          join careplan.programme p on p.network_id = e.network_id and p.id = e.programme_id
                          join patient.identity i on i.network_id = e.network_id and i.id = e.patient_id
                         where e.session_id = :session order by i.display_name collate "fr-x-icu", e.programme_id
                        """)
                .param("session", session)
                .query((row, _) ->
                        new Enrolled(
                                row.getObject("programme_id", UUID.class),
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("title"),
                                Attendance.valueOf(row.getString("state"))))
                .list();
    }

    /// Programmes that run, of persons alive, whose person is not in this session; by name.
    List<Enrolled> candidates(UUID session, int most) {
        return sql.sql(
                        """
                        select p.id, p.patient_id, i.display_name, p.title from careplan.programme p
                          join patient.identity i on i.network_id = p.network_id and i.id = p.patient_id and i.deceased_on is null
                         where p.status = 'EN_COURS' and not exists (select 1 from careplan.enrolment e where e.network_id = p.network_id
                                  and e.session_id = :session and e.patient_id = p.patient_id)
                         order by i.display_name collate "fr-x-icu", p.id limit :most
                        """)
                .param("session", session)
                .param("most", most)
                .query((row, _) ->
                        new Enrolled(
                                row.getObject("id", UUID.class),
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("title"),
                                Attendance.INSCRIT))
                .list();
    }

    void enrol(UUID session, Enrolled who, Instant at, String by) {
        sql.sql(
                        """
                        insert into careplan.enrolment (session_id, programme_id, patient_id, enrolled_at, enrolled_by)
                        values (:session, :programme, :patient, :at, :by)
                        """)
                .param("session", session)
                .param("programme", who.programme())
                .param("patient", who.patient().value())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// One statement for all.
    void mark(UUID session, List<UUID> programmes, List<Attendance> states, Instant at, String by) {
        sql.sql(
                        """
                        update careplan.enrolment e set state = m.state, marked_at = :at, marked_by = :by
                          from unnest(cast(:programmes as uuid[]), cast(:states as text[])) as m(programme, state)
                         where e.session_id = :session and e.programme_id = m.programme and e.state <> m.state
                        """)
                .param("session", session)
                .param("programmes", programmes.toArray(UUID[]::new))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// A session of a person and what became of it.
    record Attended(
            UUID session,
            UUID programme,
            String title,
            Family family,
            boolean workshop,
            LocalDate on,
            @Nullable LocalTime at,
            @Nullable String place,
            String animator,
            Attendance state) {}

    /// Sessions of a person, latest first; those called off are not there.
    List<Attended> of(PatientId patient, int most) {
        return sql.sql(
                        """
                        select s.id, e.programme_id, s.title, s.family, s.kind, s.held_on, s.starts_at, s.place, s.animator, e.state
                          from careplan.enrolment e join careplan.session s on s.network_id = e.network_id and s.id = e.session_id
                         where e.patient_id = :patient and s.called_off is null
                         order by s.held_on desc, s.starts_at desc nulls last, s.id desc limit :most
                        """)
                .param("patient", patient.value())
                .param("most", most)
                .query((row, _) ->
                        new Attended(
                                row.getObject("id", UUID.class),
                                row.getObject("programme_id", UUID.class),
                                row.getString("title"),
                                Family.valueOf(row.getString("family")),
                                row.getString("kind").equals("ATELIER"),
                                row.getObject("held_on", LocalDate.class),
                                row.getObject("starts_at", LocalTime.class),
                                row.getString("place"),
                                row.getString("animator"),
                                Attendance.valueOf(row.getString("state"))))
                .list();
    }

    /// @param persons different persons who came
    /// @param actions sessions held, with somebody
    /// @param outside of these, run outside the structure
    record Counted(int persons, int actions, int outside) {}

    /// Between two days, both included.
    Counted counted(LocalDate from, LocalDate to) {
        return sql.sql(
                        """
                        select count(distinct e.patient_id) as persons, count(distinct s.id) as actions,
                               count(distinct s.id) filter (where s.run_by = 'HORS') as outside
                          from careplan.session s join careplan.enrolment e on e.network_id = s.network_id and e.session_id = s.id and e.state = 'PRESENT'
                         where s.held_on between :from and :to and s.called_off is null
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, _) ->
                        new Counted(
                                row.getInt("persons"),
                                row.getInt("actions"),
                                row.getInt("outside")))
                .single();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getString("kind").equals("ATELIER"),
                Family.valueOf(row.getString("family")),
                row.getString("title"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getObject("minutes", Integer.class),
                row.getString("place"),
                row.getString("animator"),
                row.getInt("capacity"),
                RunBy.valueOf(row.getString("run_by")),
                row.getString("run_by_name"),
                row.getString("called_off"),
                row.getInt("taken"),
                row.getInt("came"));
    }
}
