package fr.maillage.rcp.internal;

import fr.maillage.agenda.Gatherings;
import fr.maillage.agenda.Gatherings.Gathering;
import fr.maillage.agenda.Outcome;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// A meeting stands in the agenda of those of the team who take part: put there, moved and called
/// off with it.
@Component
class TeamAgenda {

    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final Gatherings gatherings;

    TeamAgenda(
            MeetingRepository meetings, ParticipantRepository participants, Gatherings gatherings) {
        this.meetings = meetings;
        this.participants = participants;
        this.gatherings = gatherings;
    }

    /// Brings the agenda to what the meeting now is. Nothing while nobody of the team takes part.
    void follow(UUID id) {
        var meeting = meetings.get(id);
        var members = members(meeting);
        if (!meeting.open() || members.isEmpty()) return;
        var gathering =
                new Gathering(
                        meeting.kind() == MeetingKind.SYNTHESE,
                        members,
                        meeting.starts(),
                        meeting.ends(),
                        meeting.subject(),
                        RcpText.place(meeting),
                        meeting.href());
        if (meeting.appointment() == null) meetings.standsFor(id, gatherings.put(gathering));
        else gatherings.change(meeting.appointment(), gathering);
    }

    /// Who leads it holds the appointment.
    private List<UUID> members(Meeting meeting) {
        var all =
                new ArrayList<UUID>(
                        Stream.of(meeting.chair(), meeting.secretary())
                                .filter(Objects::nonNull)
                                .toList());
        participants.of(meeting.id()).stream()
                .map(Participant::member)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all.stream().distinct().toList();
    }

    /// It took place, or will not.
    void over(Meeting meeting, Outcome outcome) {
        if (meeting.appointment() != null) gatherings.close(meeting.appointment(), outcome, null);
    }
}
