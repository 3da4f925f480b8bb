package fr.maillage.casefile.internal.concern;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes concerns of abuse or neglect and what becomes of them. No statement here says who reads:
/// the policy of the table does, so that for anybody else there is nothing to find. No line of life
/// tells of one, and every line of the trail about it is kept from the person, until the
/// restriction is lifted.
@Service
@Transactional
class ConcernService {

    static final String PART = "PREOCCUPATION";
    private static final int LONGEST = 20_000;
    private static final int LINE = 300;

    private static final String CONCERN =
            """
            select id, nature, facts, impressions, concerned, since, decided, review_on, status, closed_why, restricted, readers,
                   author_id, author_name, written_at, version
            from casefile.concern where patient_id = :patient
            """;

    private final JdbcClient sql;
    private final Audience audience;
    private final Transmissions transmissions;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    ConcernService(
            JdbcClient sql,
            Audience audience,
            Transmissions transmissions,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.audience = audience;
        this.transmissions = transmissions;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Those about this person that who is signed in may read, latest first; each leaves its line
    /// in the trail.
    List<Concern> read(PatientId patient) {
        var found =
                sql.sql(CONCERN + " order by status = 'CLOSE', written_at desc, id desc")
                        .param("patient", patient.value())
                        .query((row, _) -> concern(row))
                        .list();
        for (var concern : found) trail.readRestricted(patient, PART, concern.id());
        return found;
    }

    /// One of them. Throws `NotFound`, the same whether there is none or it is not theirs to read.
    Concern get(PatientId patient, UUID id) {
        return sql.sql(CONCERN + " and id = :id")
                .param("patient", patient.value())
                .param("id", id)
                .query((row, _) -> concern(row))
                .optional()
                .orElseThrow(() -> new NotFound("préoccupation", id));
    }

    /// As [#get], with its line in the trail.
    Concern read(PatientId patient, UUID id) {
        var concern = get(patient, id);
        trail.readRestricted(patient, PART, id);
        return concern;
    }

    /// What was added, oldest first.
    @Transactional(readOnly = true)
    public List<Concern.Step> steps(UUID concern) {
        return sql.sql(
                        """
                        select kind, on_date, addressee, addressee_name, words, impressions, review_on, author_name, at from casefile.concern_step
                        where concern_id = :concern order by at, id
                        """)
                .param("concern", concern)
                .query((row, _) ->
                        new Concern.Step(
                                row.getString("kind"),
                                row.getObject("on_date", LocalDate.class),
                                row.getString("addressee") == null
                                        ? null
                                        : Addressee.valueOf(row.getString("addressee")),
                                row.getString("addressee_name"),
                                row.getString("words"),
                                row.getString("impressions"),
                                row.getObject("review_on", LocalDate.class),
                                row.getString("author_name"),
                                row.getTimestamp("at").toInstant()))
                .list();
    }

    /// Writes one down. Throws `FormRefused` with the sentences.
    UUID write(PatientId patient, Sent sent) {
        var errors = sent.errors();
        var nature = sent.text("nature");
        var facts = required(sent, "facts", LONGEST, ConcernText.FACTS_MISSING, errors);
        var impressions = sent.text("impressions", LONGEST);
        var concerned = required(sent, "concerned", 2_000, ConcernText.CONCERNED_MISSING, errors);
        var since = required(sent, "since", LINE, ConcernText.SINCE_MISSING, errors);
        var decided = required(sent, "decided", 5_000, ConcernText.DECIDED_MISSING, errors);
        var review = review(sent, errors);
        if (!ConcernText.NATURES.containsKey(nature))
            errors.add("nature", ConcernText.NATURE_MISSING);
        var transmission = transmissions.read(patient, sent, false, errors);
        var readers = readers(patient, sent, errors);
        FormRefused.unless(errors);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into casefile.concern (id, patient_id, nature, facts, impressions, concerned, since, decided, review_on, status, readers,
                                                      author_name, written_at)
                        values (:id, :patient, :nature, :facts, :impressions, :concerned, :since, :decided, :review, :status, :readers, :author, :now)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("nature", nature)
                .param("facts", facts)
                .param("impressions", Sent.orNull(impressions), Types.VARCHAR)
                .param("concerned", concerned)
                .param("since", since)
                .param("decided", decided)
                .param("review", review.orElseThrow())
                .param("status", transmission.isPresent() ? "TRANSMISE" : "OUVERTE")
                .param("readers", readers.toArray(UUID[]::new))
                .param("author", SignedIn.current().displayName())
                .param("now", now())
                .update();
        step(id, "ECRITE", today(), null, decided, null, review.orElseThrow());
        transmission.ifPresent(t -> step(id, "TRANSMISE", t.on(), t.to(), t.words(), null, null));
        trail.wroteRestricted(Action.CREATE, patient, PART, id);
        return id;
    }

    /// Adds what was seen or said since.
    void complete(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var concern = open(patient, id, errors);
        var words = required(sent, "moreFacts", LONGEST, ConcernText.WORDS_MISSING, errors);
        var impressions = sent.text("moreImpressions", LONGEST);
        FormRefused.unless(errors);
        take(concern, sent);
        step(id, "COMPLETEE", today(), null, words, Sent.orNull(impressions), null);
        trail.wroteRestricted(Action.UPDATE, patient, PART, id);
    }

    /// It was sent to who must know.
    void transmit(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var concern = open(patient, id, errors);
        var transmission = transmissions.read(patient, sent, true, errors);
        var review = review(sent, errors);
        FormRefused.unless(errors);
        take(concern, sent);
        sql.sql(
                        "update casefile.concern set status = 'TRANSMISE', review_on = :review where id = :id")
                .param("review", review.orElseThrow())
                .param("id", id)
                .update();
        var to = transmission.orElseThrow();
        step(id, "TRANSMISE", to.on(), to.to(), to.words(), null, review.orElseThrow());
        trail.wroteRestricted(Action.UPDATE, patient, PART, id);
    }

    /// It was looked at again: what is decided now, and when next.
    void decide(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var concern = open(patient, id, errors);
        var decided = required(sent, "decided", 5_000, ConcernText.DECIDED_MISSING, errors);
        var review = review(sent, errors);
        FormRefused.unless(errors);
        take(concern, sent);
        sql.sql(
                        "update casefile.concern set decided = :decided, review_on = :review where id = :id")
                .param("decided", decided)
                .param("review", review.orElseThrow())
                .param("id", id)
                .update();
        step(id, "DECISION", today(), null, decided, null, review.orElseThrow());
        trail.wroteRestricted(Action.UPDATE, patient, PART, id);
    }

    /// Others may read it, or no longer. Nobody is offered themselves: removing oneself by a slip
    /// would be without return.
    void name(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var concern = get(patient, id);
        var names = audience.mayBeNamed(patient);
        var chosen = new java.util.LinkedHashSet<>(readers(patient, sent, errors));
        // whoever is not offered (oneself, somebody who left) stays as they were
        for (var reader : concern.readers()) if (!names.containsKey(reader)) chosen.add(reader);
        FormRefused.unless(errors);
        take(concern, sent);
        sql.sql("update casefile.concern set readers = :readers where id = :id")
                .param("readers", chosen.toArray(UUID[]::new))
                .param("id", id)
                .update();
        var added =
                names(chosen.stream().filter(r -> !concern.readers().contains(r)).toList(), names);
        var removed =
                names(concern.readers().stream().filter(r -> !chosen.contains(r)).toList(), names);
        if (!added.isEmpty() || !removed.isEmpty())
            step(id, "AUDIENCE", today(), null, ConcernText.audience(added, removed), null, null);
        trail.wroteRestricted(Action.UPDATE, patient, PART, id);
    }

    /// The person is no longer endangered by its being known: the clinical team reads it, the line
    /// of life says so, and the person's journal shows who read it.
    void lift(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var concern = get(patient, id);
        var reason = required(sent, "liftReason", 2_000, ConcernText.LIFT_MISSING, errors);
        if (!concern.restricted()) errors.add("liftReason", ConcernText.ALREADY_LIFTED);
        FormRefused.unless(errors);
        take(concern, sent);
        sql.sql("update casefile.concern set restricted = false where id = :id")
                .param("id", id)
                .update();
        step(id, "LEVEE", today(), null, reason, null, null);
        trail.wroteRestricted(Action.UPDATE, patient, PART, id);
        trail.reveal(id);
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                ConcernText.LIFTED_LINE,
                null,
                "/dossiers/" + patient + "/preoccupations/" + id,
                true);
    }

    /// Nothing more is expected of it.
    void close(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var concern = open(patient, id, errors);
        var why = sent.text("closedWhy");
        if (!ConcernText.CLOSINGS.containsKey(why))
            errors.add("closedWhy", ConcernText.CLOSING_MISSING);
        var words = required(sent, "closedWords", 2_000, ConcernText.CLOSING_WORDS, errors);
        FormRefused.unless(errors);
        take(concern, sent);
        sql.sql(
                        "update casefile.concern set status = 'CLOSE', closed_why = :why, review_on = null where id = :id")
                .param("why", why)
                .param("id", id)
                .update();
        step(id, "CLOSE", today(), null, ConcernText.CLOSINGS.get(why) + ". " + words, null, null);
        trail.wroteRestricted(Action.UPDATE, patient, PART, id);
    }

    private Optional<LocalDate> review(Sent sent, FormErrors errors) {
        var day = sent.day("reviewOn");
        if (day.isEmpty()) errors.add("reviewOn", ConcernText.REVIEW_MISSING);
        else if (day.get().isBefore(today())) errors.add("reviewOn", ConcernText.REVIEW_PAST);
        return day;
    }

    private List<UUID> readers(PatientId patient, Sent sent, FormErrors errors) {
        var known = audience.mayBeNamed(patient);
        var chosen = sent.all("reader").stream().map(Ids::parse).toList();
        if (chosen.stream().anyMatch(r -> r.isEmpty() || !known.containsKey(r.get())))
            errors.add("reader", ConcernText.UNKNOWN_READER);
        return chosen.stream().flatMap(Optional::stream).distinct().toList();
    }

    private Concern open(PatientId patient, UUID id, FormErrors errors) {
        var concern = get(patient, id);
        if (concern.closed()) FormRefused.unless(errors.add("closed", ConcernText.ALREADY_CLOSED));
        return concern;
    }

    private void take(Concern concern, Sent sent) {
        var taken =
                sql.sql(
                                "update casefile.concern set version = version + 1 where id = :id and version = :version")
                        .param("id", concern.id())
                        .param("version", sent.number("version"))
                        .update();
        if (taken == 0) throw new OptimisticLockingFailureException("concern changed");
    }

    private void step(
            UUID concern,
            String kind,
            LocalDate on,
            @Nullable Contact addressee,
            @Nullable String words,
            @Nullable String impressions,
            @Nullable LocalDate review) {
        sql.sql(
                        """
                        insert into casefile.concern_step (id, concern_id, kind, on_date, addressee, addressee_name, words, impressions, review_on, author_name, at)
                        values (:id, :concern, :kind, :on, :addressee, :name, :words, :impressions, :review, :author, :now)
                        """)
                .param("id", Ids.next())
                .param("concern", concern)
                .param("kind", kind)
                .param("on", on)
                .param(
                        "addressee",
                        addressee == null ? null : addressee.kind().name(),
                        Types.VARCHAR)
                .param(
                        "name",
                        addressee == null || addressee.id() == null ? null : addressee.name(),
                        Types.VARCHAR)
                .param("words", words, Types.VARCHAR)
                .param("impressions", impressions, Types.VARCHAR)
                .param("review", review, Types.DATE)
                .param("author", SignedIn.current().displayName())
                .param("now", now())
                .update();
    }

    private static String required(
            Sent sent, String field, int max, String sentence, FormErrors errors) {
        var text = sent.text(field, max);
        if (text.isEmpty()) errors.add(field, sentence);
        return text;
    }

    private static String names(List<UUID> accounts, java.util.Map<UUID, String> names) {
        return accounts.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(
                row.getObject("id", UUID.class),
                row.getString("nature"),
                row.getString("facts"),
                row.getString("impressions"),
                row.getString("concerned"),
                row.getString("since"),
                row.getString("decided"),
                row.getObject("review_on", LocalDate.class),
                row.getString("status"),
                row.getString("closed_why"),
                row.getBoolean("restricted"),
                List.of((UUID[]) row.getArray("readers").getArray()),
                row.getObject("author_id", UUID.class),
                row.getString("author_name"),
                row.getTimestamp("written_at").toInstant(),
                row.getInt("version"));
    }
}
