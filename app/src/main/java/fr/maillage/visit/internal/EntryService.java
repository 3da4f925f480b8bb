package fr.maillage.visit.internal;

import fr.maillage.access.Trail;
import fr.maillage.agenda.Outcome;
import fr.maillage.agenda.Visits;
import fr.maillage.assessment.OfflineForms;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.Contacts;
import fr.maillage.followup.FollowUp.Mark;
import fr.maillage.followup.FollowUp.Marked;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import fr.maillage.visit.internal.Answer.Side;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Receives what was typed without a network, one entry after the other, each in its own
/// transaction: a cut in the middle leaves what was accepted accepted, and nothing half done. Every
/// entry goes through the service it would have gone through on a screen.
@Service
class EntryService {

    private final VisitRepository visits;
    private final Visits agenda;
    private final FollowUp followUp;
    private final Contacts contacts;
    private final OfflineForms forms;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    EntryService(
            VisitRepository visits,
            Visits agenda,
            FollowUp followUp,
            Contacts contacts,
            OfflineForms forms,
            CaseFiles files,
            Trail trail,
            Clock clock,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.visits = visits;
        this.agenda = agenda;
        this.followUp = followUp;
        this.contacts = contacts;
        this.forms = forms;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What of a visit may be sent.
    enum Kind {
        ISSUE,
        ACTE,
        CONTACT,
        EVALUATION
    }

    /// Throws `NotFound` for a visit that is not theirs. What a rule refuses is an answer, with its
    /// sentence.
    Answer receive(UUID visit, Entry entry) {
        var kept = Objects.requireNonNull(transaction.execute(_ -> visits.get(visit)));
        var id = entry.id();
        var kind =
                Arrays.stream(Kind.values())
                        .filter(one -> one.name().equals(entry.kind()))
                        .findFirst()
                        .orElse(null);
        if (id == null || kind == null) return Answer.refused(VisitText.UNREADABLE);
        for (var values : entry.values().values())
            for (var value : values)
                if (value.length() > Entry.LONGEST) return Answer.refused(VisitText.TOO_LONG);
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> {
                        var answer = receive(kept, id, kind, entry);
                        if (answer.state() != Answer.State.ACCEPTED) status.setRollbackOnly();
                        return answer;
                    }));
        } catch (FormRefused refused) {
            return Answer.refused(
                    refused.errors().all().stream()
                            .map(Map.Entry::getValue)
                            .collect(Collectors.joining(" ")));
        } catch (NotFound _) {
            return Answer.refused(VisitText.GONE);
        }
    }

    private Answer receive(Kept visit, UUID id, Kind kind, Entry entry) {
        var now = clock.instant();
        var typed = typed(visit, entry, now);
        var digest = digest(entry);
        if (!visits.claim(id, visit.id(), kind.name(), digest, typed)) {
            var before = visits.received(id, visit.id());
            if (Arrays.equals(before.digest(), digest))
                return Answer.accepted(before.sentence(), before.version());
            if (kind == Kind.CONTACT) return Answer.refused(VisitText.alreadyLogged(before.at()));
        }
        if (visit.over()) return Answer.refused(VisitText.OVER);
        var file = files.openToWrite(visit.patient(), Part.SUIVI);
        if (!file.clinical()) throw new NotFound("visite", visit.id());
        var answer =
                switch (kind) {
                    case ISSUE -> issue(visit, entry);
                    case ACTE -> act(visit, entry, typed);
                    case CONTACT -> contact(visit, entry, typed);
                    case EVALUATION -> evaluation(visit, entry);
                };
        if (answer.state() != Answer.State.ACCEPTED) return answer;
        visits.accept(id, digest, answer.sentence(), answer.version(), typed);
        trail.wrote(Trail.Action.CREATE, visit.patient(), VisitText.trail(typed, now), id);
        return answer;
    }

    /// The telephone's clock may be wrong: what counts is how long before the sending it was typed.
    private static Instant typed(Kept visit, Entry entry, Instant now) {
        var typed = now.minusMillis(Math.max(0, entry.sentAt() - entry.typedAt()));
        return typed.isBefore(visit.preparedAt()) ? visit.preparedAt() : typed;
    }

    private byte[] digest(Entry entry) {
        return Sha256.of(
                json.writeValueAsBytes(new java.util.TreeMap<String, Object>(entry.values())));
    }

    private Answer issue(Kept visit, Entry entry) {
        var errors = new FormErrors();
        var outcome = find(Outcome.values(), entry.text("outcome"));
        var note = entry.text("note");
        if (outcome == null) errors.add("outcome", VisitText.OUTCOME_MISSING);
        else if (outcome != Outcome.HONORE && note.isEmpty())
            errors.add("note", VisitText.WHY_MISSING);
        FormRefused.unless(errors);
        var said = Objects.requireNonNull(outcome);
        var words = note.isEmpty() ? null : note;
        var before = agenda.get(visit.appointment());
        var theirs = before.outcome();
        if (theirs != null && !entry.chosen("MINE"))
            return Answer.conflict(
                    VisitText.OUTCOME_TAKEN,
                    List.of(
                            new Side(VisitText.OUTCOME, theirs.label(), said.label()),
                            new Side(
                                    VisitText.NOTE,
                                    before.note() == null ? "" : before.note(),
                                    note)));
        if (theirs == null) agenda.close(visit.appointment(), said, words);
        else agenda.correct(visit.appointment(), said, words);
        return Answer.accepted(VisitText.outcome(said), null);
    }

    private Answer act(Kept visit, Entry entry, Instant typed) {
        var act = Ids.parse(entry.text("act")).orElseThrow(() -> new NotFound("acte", null));
        var state = followUp.state(act);
        if (!state.patient().equals(visit.patient())) throw new NotFound("acte", act);
        var mark = mark(entry, typed);
        var theirs = state.words();
        if (theirs != null && !entry.chosen("MINE"))
            return Answer.conflict(
                    VisitText.markTaken(state.by()),
                    List.of(new Side(state.title(), theirs, VisitText.mark(mark))));
        var marked = followUp.mark(act, mark);
        return marked instanceof Marked.Recorded
                ? Answer.accepted(
                        VisitText.about(state.title()) + followUp.words(marked, mark), null)
                : Answer.refused(followUp.words(marked, mark));
    }

    private Mark mark(Entry entry, Instant typed) {
        var errors = new FormErrors();
        var note = entry.text("note");
        var by = entry.text("by");
        var why = find(NotDone.values(), entry.text("why"));
        var what = entry.text("mark");
        if (what.isEmpty()) errors.add("mark", VisitText.MARK_MISSING);
        if (what.equals("NON_FAIT") && why == null) errors.add("why", VisitText.REASON_MISSING);
        FormRefused.unless(errors);
        if (what.equals("NON_FAIT"))
            return new Mark.Missed(Objects.requireNonNull(why), note.isEmpty() ? null : note);
        var on = entry.text("on");
        return new Mark.Done(
                on.isEmpty() ? LocalDate.ofInstant(typed, FrenchDates.PARIS) : day(on),
                by.isEmpty() ? null : by,
                note.isEmpty() ? null : note);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            throw new FormRefused(new FormErrors().add("on", VisitText.NOT_A_DAY));
        }
    }

    private Answer contact(Kept visit, Entry entry, Instant typed) {
        var at = LocalDateTime.ofInstant(typed, FrenchDates.PARIS);
        contacts.log(
                visit.patient(),
                new Contacts.Exchanged(
                        at.toLocalDate().toString(),
                        entry.text("time").isEmpty() ? FrenchDates.time(at) : entry.text("time"),
                        entry.text("channel").isEmpty() ? "VISITE" : entry.text("channel"),
                        entry.text("who"),
                        entry.text("quality"),
                        entry.text("note"),
                        entry.text("decided"),
                        !entry.text("significant").isEmpty()));
        return Answer.accepted(VisitText.CONTACT_LOGGED, null);
    }

    private Answer evaluation(Kept visit, Entry entry) {
        var draft =
                Ids.parse(entry.text("draft")).orElseThrow(() -> new NotFound("evaluation", null));
        if (!visits.drafts(visit.id(), false).contains(draft))
            throw new NotFound("evaluation", draft);
        var version = entry.text("version");
        var answers = new LinkedHashMap<String, List<String>>();
        entry.values()
                .forEach((name, values) -> {
                    if (name.startsWith("r.")) answers.put(name.substring(2), values);
                });
        var received =
                forms.receive(
                        visit.patient(),
                        new OfflineForms.Typed(
                                draft,
                                entry.text("canonical"),
                                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                                visit.id(),
                                entry.text("onDate"),
                                answers,
                                !entry.text("complete").isEmpty(),
                                entry.chosen("ANOTHER")));
        return switch (received) {
            case OfflineForms.Received.Kept(var sentence, var now) ->
                    Answer.accepted(sentence, now);
            case OfflineForms.Received.Refused(var sentence) -> Answer.refused(sentence);
            case OfflineForms.Received.Overtaken(
                            var sentence,
                            var differences,
                            var now,
                            var completed) ->
                    new Answer(
                            Answer.State.CONFLICT,
                            sentence,
                            differences.stream()
                                    .map(line ->
                                            new Side(line.question(), line.theirs(), line.yours()))
                                    .toList(),
                            now,
                            completed);
        };
    }

    private static <E extends Enum<E>> @Nullable E find(E[] values, String name) {
        return Arrays.stream(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
