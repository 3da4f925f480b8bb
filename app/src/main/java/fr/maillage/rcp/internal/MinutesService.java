package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.correspondence.LetterAudience;
import fr.maillage.correspondence.LetterAudience.Reader;
import fr.maillage.correspondence.Outbox;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.rcp.internal.DecisionRepository.Sending;
import fr.maillage.web.FormRefused;
import fr.maillage.web.PdfPages;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Minutes of what was said and decided about one person: on paper, and to those of her circle who
/// may read them. Who was given the medical part reads them whole; others, the decisions of their
/// part and nothing else.
@Service
@Transactional
class MinutesService {

    static final String KIND = "COMPTE_RENDU_RCP";

    /// Those minutes are sent to: neither the asker nor the person, who is told in person.
    private static final Set<String> READERS =
            Set.of("MEDECIN_TRAITANT", "INTERVENANT", "STRUCTURE");

    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final DecisionRepository decisions;
    private final CaseFiles files;
    private final LetterAudience audience;
    private final Outbox outbox;
    private final Networks networks;
    private final PdfPages pages;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    MinutesService(
            MeetingRepository meetings,
            ParticipantRepository participants,
            DecisionRepository decisions,
            CaseFiles files,
            LetterAudience audience,
            Outbox outbox,
            Networks networks,
            PdfPages pages,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.meetings = meetings;
        this.participants = participants;
        this.decisions = decisions;
        this.files = files;
        this.audience = audience;
        this.outbox = outbox;
        this.networks = networks;
        this.pages = pages;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// The minutes about one person, whole. Throws `NotFound` for who reads no health content.
    byte[] pdf(UUID meetingId, UUID id) {
        var meeting = meetings.get(meetingId);
        var item = meetings.item(meetingId, id);
        var file = files.openToWrite(item.patient(), Part.PPS);
        trail.wrote(Trail.Action.PRINT, item.patient(), "RCP", item.id());
        var structure = networks.get(file.network());
        var there = there(item);
        return pages.of(
                "rcp/pdf.jte",
                new MinutesPage(
                        RcpText.minutes(meeting),
                        item.person(),
                        file.banner().born(),
                        structure.name(),
                        structure.phone(),
                        FrenchDates.exact(meeting.starts()),
                        RcpText.length(meeting.minutes()),
                        RcpText.place(meeting),
                        people(there, true),
                        people(there, false),
                        RcpText.lines(item.question()),
                        RcpText.lines(item.notes()),
                        decisions.of(item.id()).stream()
                                .map(d ->
                                        new MinutesPage.Decided(
                                                d.text(),
                                                d.part().label,
                                                d.becomes().label,
                                                RcpText.when(d)))
                                .toList(),
                        meeting.state() == MeetingState.TENUE,
                        FrenchDates.date(today())));
    }

    private static List<MinutesPage.Person> people(List<Participant> there, boolean present) {
        return there.stream()
                .filter(p -> Boolean.TRUE.equals(p.present()) == present)
                .map(p -> new MinutesPage.Person(p.name(), p.profession()))
                .toList();
    }

    private List<Participant> there(Item item) {
        return participants.of(item.meeting()).stream().filter(p -> p.hears(item.id())).toList();
    }

    /// Puts the minutes in the tray for each who may read them and has not got them; writes down
    /// who may not, and why. Returns how many letters wait. Throws `FormRefused` before the meeting
    /// is closed.
    int send(UUID meetingId, UUID id) {
        var meeting = meetings.lock(meetingId);
        var item = meetings.item(meetingId, id);
        files.openToWrite(item.patient(), Part.PPS);
        if (meeting.state() != MeetingState.TENUE || !Boolean.TRUE.equals(item.seen()))
            throw FormRefused.because("minutes", RcpText.HOLD_FIRST);
        var before = decisions.sendings(id);
        var circle = files.circle(item.patient(), today());
        var told = new Told(meeting, item, there(item), decisions.of(id));
        int sent = 0;
        for (var reader : audience.readers(item.patient(), today())) {
            if (!READERS.contains(reader.kind())) continue;
            if (before.stream()
                    .anyMatch(s -> s.letter() != null && s.recipient().equals(reader.name())))
                continue;
            var sending = send(told, reader, parts(reader, circle));
            if (sending.letter() != null) sent++;
            else if (before.stream().anyMatch(s -> s.recipient().equals(reader.name()))) continue;
            decisions.sent(id, sending, SignedIn.current().displayName());
        }
        if (sent > 0)
            timeline.add(
                    item.patient(),
                    Timeline.Kind.RCP,
                    RcpText.minutesSent(meeting, sent),
                    null,
                    item.href(),
                    false);
        return sent;
    }

    /// What of the plan a reader was given; everything for the attending doctor.
    private static Set<String> parts(Reader reader, List<Actor> circle) {
        if (reader.kind().equals("MEDECIN_TRAITANT")) return Set.of("MEDICAL");
        for (var actor : circle) if (actor.id().equals(reader.line())) return actor.parts();
        return Set.of();
    }

    /// What minutes tell, the same for all readers.
    private record Told(
            Meeting meeting, Item item, List<Participant> there, List<Decision> decisions) {}

    private Sending send(Told told, Reader reader, Set<String> parts) {
        var whole = PlanPart.whole(parts);
        var obstacle = reader.obstacle(true);
        if (obstacle != null) return not(reader, whole, obstacle);
        var theirs =
                told.decisions().stream().filter(d -> whole || d.part().readBy(parts)).toList();
        if (!whole && theirs.isEmpty()) return not(reader, false, RcpText.NOTHING_OF_THEIRS);
        var letter =
                outbox.put(
                        new Outbox.Message(
                                told.item().patient(),
                                reader.kind(),
                                reader.name(),
                                null,
                                reader.rpps(),
                                KIND,
                                RcpText.minutes(told.meeting()),
                                RcpLetters.minutesBody(
                                        told.meeting(),
                                        told.item(),
                                        told.there(),
                                        theirs,
                                        whole,
                                        SignedIn.current().displayName()),
                                told.item().id()));
        return new Sending(letter, reader.name(), whole, null, clock.instant());
    }

    private Sending not(Reader reader, boolean whole, String why) {
        return new Sending(null, reader.name(), whole, why, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
