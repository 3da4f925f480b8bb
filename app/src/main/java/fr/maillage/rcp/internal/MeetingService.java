package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.Outcome;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.followup.Concertations;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.rcp.internal.ParticipantRepository.Presence;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A meeting is set, changed, called off, or held: from then on who was there and what was said
/// stay as they are.
@Service
@Transactional
class MeetingService {

    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final Networks networks;
    private final CaseFiles files;
    private final Invitations invitations;
    private final TeamAgenda agenda;
    private final Concertations concertations;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    MeetingService(
            MeetingRepository meetings,
            ParticipantRepository participants,
            Networks networks,
            CaseFiles files,
            Invitations invitations,
            TeamAgenda agenda,
            Concertations concertations,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.meetings = meetings;
        this.participants = participants;
        this.networks = networks;
        this.files = files;
        this.invitations = invitations;
        this.agenda = agenda;
        this.concertations = concertations;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Those who lead it take part in it.
    UUID create(Typed typed) {
        var form = read(typed);
        var id = Ids.next();
        meetings.insert(id, form, SignedIn.current().displayName());
        attend(id, form.chair(), List.of());
        attend(id, form.secretary(), participants.of(id));
        agenda.follow(id);
        return id;
    }

    /// Those invited are told when its time or place changed. Throws
    /// `OptimisticLockingFailureException` when somebody saved first, or it is no longer to come.
    void change(UUID id, Typed typed, int version) {
        var form = read(typed);
        var before = meetings.lock(id);
        meetings.change(id, form, version);
        attend(id, form.chair(), participants.of(id));
        attend(id, form.secretary(), participants.of(id));
        agenda.follow(id);
        var after = meetings.get(id);
        if (!before.sameTimeAndPlace(after)) invitations.moved(after);
    }

    private MeetingForm.Read read(Typed typed) {
        var form = MeetingForm.read(typed, networks.themes(today()));
        if (form.chair() != null) networks.member(form.chair());
        if (form.secretary() != null) networks.member(form.secretary());
        return form;
    }

    private void attend(UUID meeting, @Nullable UUID member, List<Participant> there) {
        if (member == null || there.stream().anyMatch(p -> member.equals(p.member()))) return;
        participants.add(ofTeam(meeting, networks.member(member)), null);
    }

    /// A member of the team, as a participant of the whole meeting.
    static Participant ofTeam(UUID meeting, Networks.Member member) {
        return new Participant(
                Ids.next(),
                meeting,
                null,
                Participant.Kind.EQUIPE,
                member.id(),
                null,
                null,
                member.name(),
                RcpText.function(member),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// Characters of a reason at most.
    private static final int WHY = 2_000;

    /// It will not take place: invitations that wait do not leave; those who got one are written
    /// to.
    void cancel(UUID id, String why) {
        var meeting = meetings.lock(id);
        if (!meeting.open()) throw FormRefused.because("why", RcpText.over(meeting.state()));
        if (why.isEmpty()) throw FormRefused.because("why", RcpText.WHY_MISSING);
        if (why.length() > WHY) throw FormRefused.because("why", WebText.tooLong(WHY));
        meetings.cancel(id, why);
        agenda.over(meeting, Outcome.ANNULE);
        invitations.calledOff(meeting);
        for (var item : meetings.items(id)) {
            files.openToWrite(item.patient(), Part.CONTACTS);
            trail.wrote(Trail.Action.UPDATE, item.patient(), "RCP", item.id());
            timeline.add(
                    item.patient(),
                    Timeline.Kind.RCP,
                    RcpText.calledOff(meeting),
                    null,
                    null,
                    false);
        }
    }

    /// Who was there, how long, and what is paid for it; may be said again until the meeting is
    /// closed. Throws `FormRefused`.
    void presences(UUID id, Typed typed) {
        var meeting = meetings.lock(id);
        if (!meeting.open()) throw FormRefused.because("presence", RcpText.over(meeting.state()));
        var errors = new FormErrors();
        var all = new ArrayList<Presence>();
        for (var one : participants.of(id))
            presence(one, meeting, typed, errors).ifPresent(all::add);
        FormRefused.unless(errors);
        participants.presences(id, all);
    }

    private static Optional<Presence> presence(
            Participant one, Meeting meeting, Typed typed, FormErrors errors) {
        var said = typed.text("presence-" + one.id());
        if (said.isEmpty()) return Optional.empty();
        if (said.equals("ABSENT")) return Optional.of(new Presence(one.id(), false, null, null));
        if (!said.equals("PRESENT")) errors.add("presence-" + one.id(), RcpText.CHOOSE);
        var minutes = typed.text("minutes-" + one.id());
        var length = minutes.isEmpty() ? meeting.minutes() : whole(minutes);
        if (length < 0 || length > 600) errors.add("minutes-" + one.id(), RcpText.MINUTES);
        var paid = typed.text("paid-" + one.id());
        var amount = paid.isEmpty() ? null : amount(paid);
        if (!paid.isEmpty() && amount == null) errors.add("paid-" + one.id(), RcpText.AMOUNT);
        return Optional.of(new Presence(one.id(), true, length, amount));
    }

    private static int whole(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
    }

    /// To the cent, never negative; null when it is no amount.
    static @Nullable BigDecimal amount(String typed) {
        return fr.maillage.kernel.Money.parse(typed)
                .map(fr.maillage.kernel.Money::amount)
                .filter(a -> a.signum() >= 0 && a.precision() - a.scale() <= 6)
                .orElse(null);
    }

    /// Closes the meeting: it took place. Throws `FormRefused` while it is to come, or nobody said
    /// who was there.
    ///
    /// @param seen persons whose situation was looked at
    void hold(UUID id, List<UUID> seen) {
        var meeting = meetings.lock(id);
        if (!meeting.open()) throw FormRefused.because("hold", RcpText.over(meeting.state()));
        if (meeting.starts().isAfter(clock.instant()))
            throw FormRefused.because("hold", RcpText.NOT_YET);
        var there = participants.of(id);
        if (there.stream().noneMatch(p -> Boolean.TRUE.equals(p.present())))
            throw FormRefused.because("hold", RcpText.NOBODY_THERE);
        if (there.stream().anyMatch(p -> p.present() == null))
            throw FormRefused.because("hold", RcpText.WHO_WAS_THERE);
        meetings.seen(id, seen);
        meetings.held(id, SignedIn.current().displayName());
        agenda.over(meeting, Outcome.HONORE);
        for (var item : meetings.items(id)) told(meeting, item);
    }

    private void told(Meeting meeting, Item item) {
        files.openToWrite(item.patient(), Part.CONTACTS);
        trail.wrote(Trail.Action.UPDATE, item.patient(), "RCP", item.id());
        var looked = Boolean.TRUE.equals(item.seen());
        timeline.add(
                item.patient(),
                Timeline.Kind.RCP,
                looked ? RcpText.held(meeting) : RcpText.putOff(meeting),
                null,
                item.href(),
                false);
        if (looked)
            concertations.held(
                    item.id(),
                    item.patient(),
                    Concertations.Kind.valueOf(meeting.kind().name()),
                    meeting.day());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
