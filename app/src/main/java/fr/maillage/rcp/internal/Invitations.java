package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.SharedWith;
import fr.maillage.correspondence.LetterAudience;
import fr.maillage.correspondence.LetterAudience.Reader;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.Outbox;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.rcp.internal.Participant.Kind;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who takes part, how they are invited and what they answer. Nobody comes from outside where a
/// person is spoken of who did not agree to it.
@Service
@Transactional
class Invitations {

    /// Kind of the letters.
    static final String KIND = "INVITATION_RCP";

    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final CaseFiles files;
    private final SharedWith shared;
    private final LetterAudience audience;
    private final Outbox outbox;
    private final Networks networks;
    private final TeamAgenda agenda;
    private final Trail trail;
    private final Clock clock;

    Invitations(
            MeetingRepository meetings,
            ParticipantRepository participants,
            CaseFiles files,
            SharedWith shared,
            LetterAudience audience,
            Outbox outbox,
            Networks networks,
            TeamAgenda agenda,
            Trail trail,
            Clock clock) {
        this.meetings = meetings;
        this.participants = participants;
        this.files = files;
        this.shared = shared;
        this.audience = audience;
        this.outbox = outbox;
        this.networks = networks;
        this.agenda = agenda;
        this.trail = trail;
        this.clock = clock;
    }

    /// Adds somebody: `who` is `EQUIPE:<member>`, `CERCLE:<item>:<line>` or `AUTRE` with a name and
    /// a profession. Throws `FormRefused`.
    void add(UUID meeting, Typed typed) {
        var held = meetings.lock(meeting);
        if (!held.open()) throw FormRefused.because("who", RcpText.over(held.state()));
        var who = typed.text("who").split(":");
        switch (who[0]) {
            case "EQUIPE" -> ofTeam(held, id(who, 1));
            case "CERCLE" -> ofCircle(held, id(who, 1), id(who, 2));
            case "AUTRE" -> fromOutside(held, typed);
            default -> throw FormRefused.because("who", RcpText.CHOOSE);
        }
    }

    private static UUID id(String[] key, int part) {
        return Ids.parse(key.length > part ? key[part] : "")
                .orElseThrow(() -> FormRefused.because("who", RcpText.CHOOSE));
    }

    private void ofTeam(Meeting meeting, UUID id) {
        var member = networks.member(id);
        add(meeting, MeetingService.ofTeam(meeting.id(), member), null);
        agenda.follow(meeting.id());
    }

    private void ofCircle(Meeting meeting, UUID itemId, UUID line) {
        var item = meetings.item(meeting.id(), itemId);
        files.openToWrite(item.patient(), Part.CERCLE);
        var actor =
                files.circle(item.patient(), today()).stream()
                        .filter(a -> a.id().equals(line))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("cercle", line));
        add(
                meeting,
                new Participant(
                        Ids.next(),
                        meeting.id(),
                        item.id(),
                        Kind.CERCLE,
                        null,
                        line,
                        actor.rpps(),
                        actor.name(),
                        profession(actor),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                actor.accountId());
    }

    private static String profession(Actor actor) {
        return actor.profession() == null ? actor.quality() : actor.profession();
    }

    private void fromOutside(Meeting meeting, Typed typed) {
        var errors = new FormErrors();
        if (typed.text("name").isEmpty()) errors.add("name", RcpText.NAME_MISSING);
        if (typed.text("profession").isEmpty())
            errors.add("profession", RcpText.PROFESSION_MISSING);
        for (var field : List.of("name", "profession"))
            if (typed.text(field).length() > FormFields.LINE) errors.add(field, RcpText.LINE);
        FormRefused.unless(errors);
        add(
                meeting,
                new Participant(
                        Ids.next(),
                        meeting.id(),
                        null,
                        Kind.EXTERIEUR,
                        null,
                        null,
                        null,
                        typed.text("name"),
                        typed.text("profession"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null);
    }

    private void add(Meeting meeting, Participant one, @Nullable UUID account) {
        var there = participants.of(meeting.id());
        if (there.stream().anyMatch(p -> same(p, one)))
            throw FormRefused.because("who", RcpText.alreadyThere(one.name()));
        var errors = new FormErrors();
        var heard =
                meetings.items(meeting.id()).stream()
                        .filter(i -> i.agreedOn() == null && one.hears(i.id()))
                        .toList();
        var obstacles =
                shared.obstacles(heard.stream().map(Item::patient).toList(), one.listener());
        for (var item : heard) {
            var obstacle = obstacles.get(item.patient());
            if (obstacle != null)
                errors.add("who", RcpText.obstacle(obstacle, item.person(), one.name()));
        }
        FormRefused.unless(errors);
        participants.add(one, account);
    }

    private static boolean same(Participant a, Participant b) {
        return a.kind() == b.kind()
                && a.name().equals(b.name())
                && Objects.equals(a.item(), b.item())
                && Objects.equals(a.member(), b.member());
    }

    /// Takes somebody off; an invitation that waits does not leave.
    void remove(UUID meeting, UUID id) {
        var held = meetings.lock(meeting);
        if (!held.open()) throw FormRefused.because("who", RcpText.over(held.state()));
        var one = participants.get(meeting, id);
        if (one.letter() != null) outbox.withdraw(id, KIND, null, RcpText.NOT_INVITED_ANY_MORE);
        participants.remove(id);
        if (one.kind() == Kind.EQUIPE) agenda.follow(meeting);
    }

    /// Its time or place changed: an invitation that waits is written again, and those who got one
    /// are told. What they had answered was for another day.
    void moved(Meeting meeting) {
        var invited = byLetter(meeting);
        var waiting = new ArrayList<>(invited);
        waiting.removeAll(told(meeting, invited, "RCP_DEPLACEE", RcpText.MOVED));
        participants.askAgain(ids(invited), ids(waiting));
        if (meeting.place() != null)
            write(
                    meeting,
                    participants.of(meeting.id()).stream()
                            .filter(p -> ids(waiting).contains(p.id()))
                            .toList());
    }

    /// It will not take place.
    void calledOff(Meeting meeting) {
        told(meeting, byLetter(meeting), "RCP_ANNULEE", RcpText.CALLED_OFF);
    }

    private List<Participant> byLetter(Meeting meeting) {
        return participants.of(meeting.id()).stream()
                .filter(p -> p.kind() != Kind.EQUIPE && p.letter() != null)
                .toList();
    }

    private static List<UUID> ids(List<Participant> all) {
        return all.stream().map(Participant::id).toList();
    }

    /// Withdraws the invitations that wait, for this reason, and writes to those who got theirs:
    /// the latter. Who was invited because of somebody hears it in that file; nobody is told who
    /// was to be spoken of.
    private List<Participant> told(
            Meeting meeting, List<Participant> invited, String kind, String why) {
        var patients =
                meetings.items(meeting.id()).stream()
                        .collect(Collectors.toMap(Item::id, Item::patient));
        var off = kind.equals("RCP_ANNULEE");
        var told = new ArrayList<Participant>();
        for (var one : invited) {
            if (!outbox.withdraw(one.id(), KIND, null, why)) continue;
            outbox.withdraw(one.id(), "RCP_DEPLACEE", null, RcpText.MOVED);
            var patient = one.item() == null ? null : patients.get(one.item());
            outbox.put(
                    new Outbox.Message(
                            patient,
                            patient == null ? "AUTRE" : "INTERVENANT",
                            one.name(),
                            null,
                            one.rpps(),
                            kind,
                            off
                                    ? RcpLetters.calledOffSubject(meeting)
                                    : RcpLetters.movedSubject(meeting),
                            off
                                    ? RcpLetters.calledOff(meeting, me())
                                    : RcpLetters.moved(meeting, me()),
                            one.id()));
            told.add(one);
        }
        return told;
    }

    private static String me() {
        return SignedIn.current().displayName();
    }

    private static @Nullable Reader reader(List<Reader> readers, Participant one) {
        for (var reader : readers)
            if (Objects.equals(reader.line(), one.line())
                    || reader.kind().equals("MEDECIN_TRAITANT") && reader.name().equals(one.name()))
                return reader;
        return null;
    }

    /// Writes to everybody not yet invited who may be written to; returns how many letters wait in
    /// the tray. The team finds the meeting in its list: no letter.
    int invite(UUID meeting) {
        var held = meetings.lock(meeting);
        if (!held.open()) throw FormRefused.because("invitations", RcpText.over(held.state()));
        if (held.place() == null) throw FormRefused.because("invitations", RcpText.PLACE_FIRST);
        return write(held, participants.of(meeting));
    }

    private int write(Meeting held, List<Participant> all) {
        var items = meetings.items(held.id());
        var circles = circles(items, all);
        int letters = 0;
        for (var one : all) {
            if (one.invitedAt() != null) continue;
            if (one.kind() == Kind.EQUIPE) {
                participants.invited(one.id(), null);
                continue;
            }
            var letter =
                    one.kind() == Kind.CERCLE
                            ? ofCircle(held, circles.get(one.item()), one)
                            : fromOutside(held, items.size(), one);
            if (letter == null) continue;
            participants.invited(one.id(), letter);
            letters++;
        }
        return letters;
    }

    /// A person spoken of and those who may be written to about her.
    private record Circle(PatientId patient, List<Reader> readers) {}

    /// By item, where somebody of the circle waits for an invitation: each file is opened once,
    /// however many of its circle are invited.
    private Map<UUID, Circle> circles(List<Item> items, List<Participant> all) {
        var found = new HashMap<UUID, Circle>();
        for (var item : items) {
            if (all.stream().noneMatch(p -> p.invitedAt() == null && item.id().equals(p.item())))
                continue;
            files.openToWrite(item.patient(), Part.COURRIERS);
            found.put(
                    item.id(),
                    new Circle(item.patient(), audience.readers(item.patient(), today())));
        }
        return found;
    }

    private @Nullable UUID ofCircle(Meeting meeting, @Nullable Circle circle, Participant one) {
        var of = Objects.requireNonNull(circle);
        var reader = reader(of.readers(), one);
        var obstacle = reader == null ? RcpText.LEFT_THE_CIRCLE : reader.obstacle(false);
        if (reader == null || obstacle != null) {
            participants.notInvited(one.id(), Objects.requireNonNull(obstacle));
            return null;
        }
        return outbox.write(
                new Outbox.FromTemplate(
                        of.patient(),
                        reader.kind(),
                        reader.name(),
                        reader.rpps(),
                        KIND,
                        "rcp",
                        values(meeting),
                        one.id()));
    }

    /// What the template of the invitation says of the meeting.
    static Values values(Meeting meeting) {
        return new Values()
                .put("rcp.date", FrenchDates.longDay(meeting.day()))
                .put("rcp.heure", FrenchDates.time(meeting.at()))
                .put("rcp.lieu", RcpText.place(meeting))
                .put("rcp.duree", RcpText.length(meeting.minutes()));
    }

    /// Somebody of outside is told neither who nor why before the meeting.
    private UUID fromOutside(Meeting meeting, int persons, Participant one) {
        return outbox.put(
                new Outbox.Message(
                        null,
                        "AUTRE",
                        one.name(),
                        null,
                        one.rpps(),
                        KIND,
                        RcpLetters.invitationSubject(meeting),
                        RcpLetters.invitation(meeting, persons, me()),
                        one.id()));
    }

    /// What they answered, written down by the team.
    void answer(UUID meeting, UUID id, String typed) {
        var held = meetings.lock(meeting);
        if (!held.open()) throw FormRefused.because("answer", RcpText.over(held.state()));
        participants.get(meeting, id);
        participants.answered(id, read(typed), today());
    }

    /// What who is signed in answers for one person of whose circle they are. Throws `NotFound` for
    /// somebody who is not invited.
    void answerHere(UUID meeting, UUID id, String typed) {
        var held = meetings.lock(meeting);
        var item = meetings.item(meeting, id);
        if (!held.open()) throw FormRefused.because("answer", RcpText.over(held.state()));
        var line = participants.lineOf(meeting, item.id(), SignedIn.current().accountId());
        if (line == null) throw new NotFound("réunion", meeting);
        participants.answered(line, read(typed), today());
        trail.wrote(Trail.Action.UPDATE, item.patient(), "RCP", item.id());
    }

    private static Answer read(String typed) {
        return Arrays.stream(Answer.values())
                .filter(a -> a.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> FormRefused.because("answer", RcpText.CHOOSE));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
