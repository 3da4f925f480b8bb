package fr.maillage.correspondence.internal;

import fr.maillage.access.Trail;
import fr.maillage.correspondence.LetterReached;
import fr.maillage.correspondence.LetterReturned;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.Outbox;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a letter: « À envoyer », then posted or handed over (ticked by hand), cancelled with
/// a reason, or come back undelivered and put in the tray again. A letter once gone or cancelled is
/// never rewritten, and what became of it is never forgotten.
@Service
class MailService {

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;
    private final Referrals referrals;
    private final Outbox outbox;
    private final LetterLog log;
    private final AddressMarks marks;
    private final ApplicationEventPublisher events;

    MailService(
            JdbcClient sql,
            Clock clock,
            Trail trail,
            Timeline timeline,
            Referrals referrals,
            Outbox outbox,
            LetterLog log,
            AddressMarks marks,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
        this.referrals = referrals;
        this.outbox = outbox;
        this.log = log;
        this.marks = marks;
        this.events = events;
    }

    /// One letter. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Letter get(UUID id) {
        return sql.sql(
                        "select "
                                + Letter.COLUMNS
                                + " from correspondence.outgoing_message where id = :id")
                .param("id", id)
                .query(Letter::of)
                .optional()
                .orElseThrow(() -> new NotFound("courrier", id));
    }

    /// Ticks waiting letters as posted on a day; those that no longer wait are left alone. Returns
    /// how many were ticked.
    @Transactional
    public int posted(Collection<UUID> ids, LocalDate on) {
        return gone(ids, Channel.COURRIER, Happened.POSTE, on, null);
    }

    /// A letter reached its recipient otherwise than by post. False when it no longer waits.
    @Transactional
    public boolean otherwise(UUID id, Channel channel, LocalDate on, @Nullable String words) {
        var told = channel == Channel.TELEPHONE ? Happened.ANNONCE : Happened.REMIS;
        if (gone(List.of(id), channel, told, on, words) == 0) return false;
        var letter = get(id);
        events.publishEvent(
                new LetterReached(
                        Objects.requireNonNull(Tenancy.current().acting()),
                        id,
                        letter.patient(),
                        letter.recipientKind(),
                        letter.kind(),
                        letter.about(),
                        channel,
                        on));
        return true;
    }

    /// It did not reach them that way: it waits to be posted. False when it neither waits nor left.
    @Transactional
    public boolean failed(UUID id, Channel channel, String why) {
        return outbox.failed(id, channel, why);
    }

    private int gone(
            Collection<UUID> ids,
            Channel channel,
            Happened what,
            LocalDate on,
            @Nullable String words) {
        var at =
                on.equals(LocalDate.now(clock))
                        ? clock.instant()
                        : on.atTime(12, 0).atZone(FrenchDates.PARIS).toInstant();
        var letters =
                sql.sql(
                                """
                                update correspondence.outgoing_message
                                   set state = 'ENVOYE', channel = :channel, sent_at = :at, sent_by = :by, attempts = attempts + 1
                                 where id = any (:ids) and state = 'A_ENVOYER'
                                """
                                        + Letter.RETURNING)
                        .param("channel", channel.name())
                        .param("at", Timestamp.from(at))
                        .param("by", LetterLog.who())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Letter::of)
                        .list();
        var done = letters.stream().map(Letter::id).toList();
        log.note(done, what, channel, on, words);
        leaveBatch(done, "POSTE");
        tell(
                letters,
                letter -> CorrespondenceText.gone(channel, letter.title(), letter.recipient()),
                words);
        return letters.size();
    }

    /// The letter will not leave. False when it no longer waits.
    @Transactional
    public boolean cancel(UUID id, String why) {
        var cancelled =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = 'ANNULE', cancelled_why = :why
                                 where id = :id and state in ('BROUILLON', 'A_ENVOYER', 'ECHEC')
                                """
                                        + Letter.RETURNING)
                        .param("why", why)
                        .param("id", id)
                        .query(Letter::of)
                        .optional();
        cancelled.ifPresent(letter -> {
            log.note(List.of(id), Happened.ANNULE, letter.channel(), null, why);
            leaveBatch(List.of(id), "RETIRE");
            tell(
                    List.of(letter),
                    one -> CorrespondenceText.cancelled(one.title(), one.recipient()),
                    why);
        });
        return cancelled.isPresent();
    }

    /// The post brought the letter back: its address is marked until somebody checks it, and
    /// whoever follows the person is told. False when it had not left.
    @Transactional
    public boolean returned(UUID id, ReturnReason reason, LocalDate on, @Nullable String words) {
        var back =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = 'ECHEC', returned_on = :on, returned_why = :why
                                 where id = :id and state = 'ENVOYE'
                                """
                                        + Letter.RETURNING)
                        .param("on", on)
                        .param("why", reason.name())
                        .param("id", id)
                        .query(Letter::of)
                        .optional();
        back.ifPresent(letter -> {
            log.note(
                    List.of(id),
                    Happened.REVENU,
                    letter.channel(),
                    on,
                    reason.label() + (words == null ? "" : ". " + words));
            marks.mark(letter, reason, on);
            tell(
                    List.of(letter),
                    one -> CorrespondenceText.failed(one.title(), one.recipient()),
                    reason.label());
            events.publishEvent(
                    new LetterReturned(
                            Objects.requireNonNull(Tenancy.current().acting()),
                            id,
                            letter.patient(),
                            reason.name()));
        });
        return back.isPresent();
    }

    /// Puts a letter that came back in the tray again, to another address when one is given. False
    /// when it did not come back.
    @Transactional
    public boolean again(UUID id, @Nullable String address) {
        var waiting =
                sql.sql(
                                """
                                update correspondence.outgoing_message
                                   set state = 'A_ENVOYER', channel = 'COURRIER', sent_at = null, sent_by = null,
                                       recipient_address = coalesce(:address, recipient_address)
                                 where id = :id and state = 'ECHEC'
                                """
                                        + Letter.RETURNING)
                        .param("address", address)
                        .param("id", id)
                        .query(Letter::of)
                        .optional();
        waiting.ifPresent(letter -> {
            log.note(List.of(id), Happened.A_ENVOYER, Channel.COURRIER, null, null);
            trail.wrote(Trail.Action.UPDATE, "COURRIER", Letter.persons(List.of(letter)));
            if (letter.ofReferral()) tellReferral(letter);
        });
        return waiting.isPresent();
    }

    /// Gives a waiting letter the address it lacked, or a better one. False when it no longer
    /// waits.
    @Transactional
    public boolean address(UUID id, String address) {
        return sql.sql(
                                "update correspondence.outgoing_message set recipient_address = :address where id = :id and state = 'A_ENVOYER'")
                        .param("address", address)
                        .param("id", id)
                        .update()
                == 1;
    }

    private void leaveBatch(Collection<UUID> letters, String outcome) {
        sql.sql(
                        "update correspondence.batch_letter set outcome = :outcome where letter_id = any (:ids) and outcome is null")
                .param("outcome", outcome)
                .param("ids", letters.toArray(UUID[]::new))
                .update();
    }

    /// Those who follow the persons see on their line of life what became of these letters.
    private void tell(
            List<Letter> letters, Function<Letter, String> title, @Nullable String detail) {
        letters.stream().filter(Letter::ofReferral).forEach(this::tellReferral);
        trail.wrote(Trail.Action.UPDATE, "COURRIER", Letter.persons(letters));
        timeline.add(
                letters.stream()
                        .flatMap(letter ->
                                Stream.ofNullable(letter.patient())
                                        .map(patient ->
                                                new Timeline.Entry(
                                                        patient,
                                                        Timeline.Kind.COURRIER,
                                                        title.apply(letter),
                                                        detail,
                                                        "/courriers/" + letter.id(),
                                                        false)))
                        .toList());
    }

    private void tellReferral(Letter letter) {
        referrals.letter(
                Objects.requireNonNull(letter.about()),
                letter.recipientKind(),
                switch (letter.state()) {
                    case ENVOYE -> Referrals.LetterState.POSTED;
                    case ECHEC -> Referrals.LetterState.RETURNED;
                    case A_ENVOYER, BROUILLON -> Referrals.LetterState.READY;
                    case ANNULE -> Referrals.LetterState.CANCELLED;
                });
    }
}
