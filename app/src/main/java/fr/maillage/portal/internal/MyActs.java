package fr.maillage.portal.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.FollowUp.Mark;
import fr.maillage.followup.FollowUp.Marked;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The dated acts a member of a circle is in charge of, and what they say of them.
@Component
class MyActs {

    private static final int NOTE_MAX = 2000;

    private final FollowUp followUp;
    private final CaseFiles caseFiles;
    private final Clock clock;

    MyActs(FollowUp followUp, CaseFiles caseFiles, Clock clock) {
        this.followUp = followUp;
        this.caseFiles = caseFiles;
        this.clock = clock;
    }

    /// Theirs, due or late, of every person whose file opens; oldest first.
    List<MyPatientsPage.Act> of(List<PortalScreens.Followed> followed) {
        var today = LocalDate.now(clock);
        var names =
                followed.stream()
                        .collect(
                                Collectors.toMap(
                                        f -> f.candidate().patient(),
                                        f -> f.file().banner().name(),
                                        (one, _) -> one));
        return followUp.toMark(names.keySet(), today).stream()
                .map(act ->
                        new MyPatientsPage.Act(
                                act.patient().toString(),
                                Objects.requireNonNullElse(names.get(act.patient()), ""),
                                act.title(),
                                PortalText.due(act.dueOn(), act.dueUntil(), today),
                                act.late()))
                .toList();
    }

    /// Theirs for one person.
    List<MyPatientPage.Act> of(PatientId patient) {
        var today = LocalDate.now(clock);
        return followUp.toMark(patient, today).stream()
                .map(act ->
                        new MyPatientPage.Act(
                                act.id().toString(),
                                act.title(),
                                PortalText.due(act.dueOn(), act.dueUntil(), today),
                                (act.dueOn().isAfter(today) ? today : act.dueOn()).toString(),
                                act.late()))
                .toList();
    }

    /// Why an act was not done, in the words of the follow-up.
    static List<MyPatientPage.Reason> reasons() {
        return Arrays.stream(NotDone.values())
                .map(why -> new MyPatientPage.Reason(why.name(), why.label()))
                .toList();
    }

    /// What was sent about an act: `fait` on a day, or `non-fait` for a reason.
    record Sent(String gesture, String on, String why, String note) {
        @Override
        public String toString() {
            return "Sent[" + gesture + "]";
        }
    }

    /// Records it in the structure of the person; what is wrong, when nothing was recorded. Throws
    /// `NotFound` for an act that is not theirs.
    FormErrors mark(PatientId patient, UUID act, Sent sent) {
        var file = caseFiles.openToWrite(patient, Part.SUIVI);
        var errors = new FormErrors();
        var mark = read(sent, errors);
        if (!errors.none()) return errors;
        var answer =
                SignedIn.current()
                        .tenancy()
                        .actingFor(file.network())
                        .call(() -> followUp.mark(act, mark));
        switch (answer) {
            case Marked.Recorded _ -> {}
            case Marked.InTheFuture _ -> errors.add("on", PortalText.DAY_FUTURE);
            case Marked.ByWhom _ -> errors.add("on", PortalText.BY_WHOM);
            case Marked.Suspended _ -> errors.add("on", PortalText.SUSPENDED);
        }
        return errors;
    }

    private Mark read(Sent sent, FormErrors errors) {
        if (sent.note().length() > NOTE_MAX) errors.add("note", PortalText.NOTE_LONG);
        var note = sent.note().isBlank() ? null : sent.note().replace("\0", "").strip();
        if (sent.gesture().equals("non-fait")) {
            var why =
                    Arrays.stream(NotDone.values())
                            .filter(reason -> reason.name().equals(sent.why()))
                            .findFirst();
            if (why.isEmpty()) errors.add("why", PortalText.WHY_MISSING);
            return new Mark.Missed(why.orElse(NotDone.REFUS), note); // only recorded without errors
        }
        return new Mark.Done(day(sent.on(), errors), null, note);
    }

    private LocalDate day(String typed, FormErrors errors) {
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isAfter(LocalDate.now(clock))) errors.add("on", PortalText.DAY_FUTURE);
            return day;
        } catch (DateTimeException _) {
            errors.add("on", PortalText.DAY_MISSING);
            return LocalDate.ofInstant(clock.instant(), FrenchDates.PARIS);
        }
    }
}
