package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.correspondence.Outbox;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A professional of the circle proposes an RCP; the team puts it on a meeting, or says why not,
/// and the professional is told. Source: guide DGOS 2012, fiche O1 §3 II-B.
@Service
@Transactional
class WishService {

    private static final String SELECT =
            """
            select w.id, w.patient_id, i.display_name, w.name, w.profession, w.line_id, w.question, w.why, w.dates, w.wished_at, w.refused_why, w.answered_by,
                   m.id as meeting_id, m.kind as meeting_kind, (m.starts_at at time zone 'Europe/Paris')::date as meeting_day
              from rcp.wish w join patient.identity i on i.network_id = w.network_id and i.id = w.patient_id
              left join rcp.item t on t.network_id = w.network_id and t.id = w.item_id
              left join rcp.meeting m on m.network_id = t.network_id and m.id = t.meeting_id
            """;

    private final JdbcClient sql;
    private final CaseFiles files;
    private final AgendaService agenda;
    private final Invitations invitations;
    private final MeetingRepository meetings;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    WishService(
            JdbcClient sql,
            CaseFiles files,
            AgendaService agenda,
            Invitations invitations,
            MeetingRepository meetings,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.files = files;
        this.agenda = agenda;
        this.invitations = invitations;
        this.meetings = meetings;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /// Proposes, for a person of whose circle who is signed in is. Throws `FormRefused`, also while
    /// a proposal of theirs waits.
    void propose(PatientId patient, Typed typed) {
        files.openToWrite(patient, Part.SUIVI);
        var me = SignedIn.current();
        var mine = line(patient);
        var errors = new FormErrors();
        var question = AgendaService.question(typed, errors);
        var why = typed.text("why");
        if (why.isEmpty()) errors.add("why", RcpText.WISH_WHY);
        if (why.length() > 4_000) errors.add("why", RcpText.QUESTION_LONG);
        if (typed.text("dates").length() > FormFields.LINE) errors.add("dates", RcpText.LINE);
        if (mine(patient).stream().anyMatch(Wish::waits))
            errors.add("question", RcpText.WISH_WAITS);
        FormRefused.unless(errors);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into rcp.wish (id, patient_id, account_id, name, profession, rpps, line_id, question, why, dates, wished_at)
                        values (:id, :patient, :account, :name, :profession, :rpps, :line, :question, :why, :dates, :now)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("account", me.accountId())
                .param("name", mine.name())
                .param("profession", mine.profession() == null ? mine.quality() : mine.profession())
                .param("rpps", mine.rpps(), Types.VARCHAR)
                .param("line", mine.id())
                .param("question", question)
                .param("why", why)
                .param("dates", typed.orNull("dates"), Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "RCP", id);
    }

    private Actor line(PatientId patient) {
        var me = SignedIn.current().accountId();
        return files.circle(patient, LocalDate.now(clock)).stream()
                .filter(a -> me.equals(a.accountId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("cercle", patient.value()));
    }

    /// Those of who is signed in about a person, latest first.
    @Transactional(readOnly = true)
    public List<Wish> mine(PatientId patient) {
        return sql.sql(
                        SELECT
                                + " where w.patient_id = :patient and w.account_id = :account order by w.wished_at desc, w.id limit 20")
                .param("patient", patient.value())
                .param("account", SignedIn.current().accountId())
                .query(WishService::read)
                .list();
    }

    /// Those that wait, longest first.
    @Transactional(readOnly = true)
    public List<Wish> waiting() {
        return sql.sql(SELECT + " where w.answered_at is null order by w.wished_at, w.id limit 60")
                .query(WishService::read)
                .list();
    }

    private Wish open(UUID id) {
        var wish =
                sql.sql(SELECT + " where w.id = :id for update of w")
                        .param("id", id)
                        .query(WishService::read)
                        .optional()
                        .orElseThrow(() -> new NotFound("proposition", id));
        files.openToWrite(wish.patient(), Part.SUIVI);
        if (!wish.waits()) throw new OptimisticLockingFailureException("wish " + id);
        return wish;
    }

    private static Wish read(ResultSet row, int ignored) throws SQLException {
        var meeting = row.getObject("meeting_id", UUID.class);
        return new Wish(
                row.getObject("id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("display_name"),
                row.getString("name"),
                row.getString("profession"),
                row.getObject("line_id", UUID.class),
                row.getString("question"),
                row.getString("why"),
                row.getString("dates"),
                row.getTimestamp("wished_at").toInstant(),
                meeting == null
                        ? null
                        : new Wish.On(
                                meeting,
                                MeetingKind.valueOf(row.getString("meeting_kind")),
                                row.getObject("meeting_day", LocalDate.class)),
                row.getString("refused_why"),
                row.getString("answered_by"));
    }

    /// Puts it on a meeting to come, with the question as it was asked, and invites who asked it.
    /// Throws `FormRefused` as [AgendaService#put]. Returns the meeting.
    UUID accept(UUID id, Typed typed) {
        var wish = open(id);
        var meeting =
                Ids.parse(typed.text("meeting"))
                        .orElseThrow(() -> FormRefused.because("meeting", RcpText.CHOOSE));
        var values = new HashMap<>(typed.values());
        values.put("question", List.of(wish.question()));
        var item =
                agenda.put(
                        meeting,
                        wish.patient(),
                        new Typed(values),
                        null,
                        wish.name() + ", " + wish.profession());
        var stillThere =
                files.circle(wish.patient(), LocalDate.now(clock)).stream()
                        .anyMatch(a -> a.id().equals(wish.line()));
        if (stillThere)
            invitations.add(
                    meeting,
                    new Typed(Map.of("who", List.of("CERCLE:" + item + ":" + wish.line()))));
        answered(id, item, null);
        tell(wish, RcpLetters.accepted(meetings.get(meeting), SignedIn.current().displayName()));
        return meeting;
    }

    /// Says no, and why. Throws `FormRefused`.
    void refuse(UUID id, Typed typed) {
        var wish = open(id);
        var why = typed.text("why");
        if (why.isEmpty()) throw FormRefused.because("why", RcpText.WISH_REFUSED_WHY);
        if (why.length() > 2_000) throw FormRefused.because("why", RcpText.QUESTION_LONG);
        answered(id, null, why);
        tell(wish, RcpLetters.refused(wish, why, SignedIn.current().displayName()));
    }

    private void answered(UUID id, @Nullable UUID item, @Nullable String why) {
        sql.sql(
                        "update rcp.wish set item_id = :item, refused_why = :why, answered_at = :now, answered_by = :by where id = :id")
                .param("item", item, Types.OTHER)
                .param("why", why, Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("id", id)
                .update();
    }

    private void tell(Wish wish, String body) {
        outbox.put(
                new Outbox.Message(
                        wish.patient(),
                        "INTERVENANT",
                        wish.name(),
                        null,
                        null,
                        "REPONSE_RCP",
                        RcpText.WISH_SUBJECT,
                        body,
                        wish.id()));
        trail.wrote(Trail.Action.UPDATE, wish.patient(), "RCP", wish.id());
    }
}
