package fr.maillage.careplan.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plan personnalisé de santé, one version. A draft is submitted to the attending doctor; it comes
/// into force by the doctor's opinion, by the coordinator's reasoned decision after days of
/// silence, or at once where there is no doctor to ask. It counts as validated only with the
/// opinion. Once in force what it says never changes: a change is the next version, and the former
/// is replaced when the new one comes into force.
record Pps(
        UUID id,
        PatientId patient,
        UUID support,
        int number,
        @Nullable UUID previous,
        Status status,
        Opinion opinion,
        Instant createdAt,
        String createdBy,
        @Nullable Instant submittedAt,
        @Nullable Instant inForceAt,
        @Nullable String inForceBy,
        @Nullable ForceBy inForceWhy,
        @Nullable String inForceReason,
        @Nullable Instant replacedAt,
        @Nullable Instant closedAt,
        Content content,
        int version) {

    /// How a plan came into force.
    enum ForceBy {
        AVIS,
        SILENCE,
        SANS_MT,
        /// It went on in another tool: no plan of ours yet.
        REPRISE
    }

    /// An opinion as it was given: by whom and how; who recorded it is another matter.
    record Given(
            Opinion opinion,
            LocalDate on,
            String by,
            @Nullable String rpps,
            String channel,
            @Nullable String words) {}

    /// What stops this version from being submitted now; empty when nothing does.
    ///
    /// @param latest the furthest reassessment date allowed: at least once a year (fiche O1)
    /// @param former the version this one follows; null for a first plan
    List<Obstacle> obstaclesToSubmission(LocalDate today, LocalDate latest, @Nullable Pps former) {
        var found = new ArrayList<Obstacle>();
        if (status != Status.BROUILLON) return List.of(new Obstacle.NotDraft(status));
        if (content.goals().isEmpty()) found.add(new Obstacle.NoGoal());
        if (content.interventions().isEmpty()) found.add(new Obstacle.NoIntervention());
        else if (educationAlone()) found.add(new Obstacle.EducationAlone());
        var reassess = content.reassessOn();
        if (reassess == null) found.add(new Obstacle.NoReassessmentDate());
        else if (reassess.isAfter(latest)) found.add(new Obstacle.ReassessmentTooFar(latest));
        else if (!reassess.isAfter(today)) found.add(new Obstacle.ReassessmentNotAhead());
        var waiting = Review.waiting(former, content, today);
        if (!waiting.isEmpty())
            found.add(
                    new Obstacle.GoalsToGrade(waiting.stream().map(Content.Goal::title).toList()));
        return List.copyOf(found);
    }

    /// Submits to the doctor; where there is none to ask, the plan is in force at once.
    Submission submit(
            Doctor doctor,
            LocalDate today,
            LocalDate latest,
            @Nullable Pps former,
            Instant at,
            String by) {
        var obstacles = obstaclesToSubmission(today, latest, former);
        if (!obstacles.isEmpty()) return new Submission.Refused(obstacles);
        var submitted = with(Status.SOUMIS, Opinion.ATTENDU, at);
        return switch (doctor) {
            case Doctor.Known known -> new Submission.Asked(submitted, known);
            case Doctor.None _ ->
                    new Submission.InForce(
                            submitted.force(Opinion.SANS_OBJET, ForceBy.SANS_MT, null, at, by));
        };
    }

    /// What stops a submitted version from becoming a draft again: an opinion on it makes it
    /// history.
    List<Obstacle> obstaclesToTakingBack() {
        return status == Status.SOUMIS && opinion == Opinion.ATTENDU
                ? List.of()
                : List.of(new Obstacle.NotSubmitted(status));
    }

    /// A draft again, before any opinion; the request to the doctor is withdrawn.
    TakingBack takeBack() {
        var obstacles = obstaclesToTakingBack();
        return obstacles.isEmpty()
                ? new TakingBack.Draft(with(Status.BROUILLON, Opinion.ATTENDU, submittedAt))
                : new TakingBack.Refused(obstacles);
    }

    /// Taken back since the doctor was asked: no opinion is awaited for now.
    boolean takenBack() {
        return status == Status.BROUILLON && opinion == Opinion.ATTENDU && submittedAt != null;
    }

    /// What stops the coordinator from putting a submitted plan in force without the opinion, with
    /// this reason.
    ///
    /// @param silenceDays days of silence to wait (`Setting.SILENCE_DECISION_DAYS`)
    List<Obstacle> obstaclesToForce(
            Doctor doctor, LocalDate today, int silenceDays, String reason) {
        if (status != Status.SOUMIS || submittedAt == null)
            return List.of(new Obstacle.NotSubmitted(status));
        if (doctor instanceof Doctor.None) return List.of();
        var found = new ArrayList<Obstacle>();
        var from = day(submittedAt).plusDays(silenceDays);
        if (today.isBefore(from)) found.add(new Obstacle.TooSoon(silenceDays, from));
        if (reason.isBlank()) found.add(new Obstacle.NoReason());
        return List.copyOf(found);
    }

    /// The coordinator's reasoned decision. It does not make the plan a validated one: the opinion
    /// stays awaited.
    Decision force(
            Doctor doctor, LocalDate today, int silenceDays, String reason, Instant at, String by) {
        var obstacles = obstaclesToForce(doctor, today, silenceDays, reason);
        if (!obstacles.isEmpty()) return new Decision.Refused(obstacles);
        return new Decision.InForce(
                doctor instanceof Doctor.None
                        ? force(
                                Opinion.SANS_OBJET,
                                ForceBy.SANS_MT,
                                reason.isBlank() ? null : reason.strip(),
                                at,
                                by)
                        : force(Opinion.ATTENDU, ForceBy.SILENCE, reason.strip(), at, by));
    }

    /// What stops this opinion from being recorded on this version.
    List<Obstacle> obstaclesToOpinion(Given given, LocalDate today) {
        if ((status != Status.SOUMIS && status != Status.EN_VIGUEUR) || submittedAt == null)
            return List.of(new Obstacle.NotAsked(status));
        if (opinion.validates()) return List.of(new Obstacle.AlreadyGiven(opinion));
        var found = new ArrayList<Obstacle>();
        if (given.by().isBlank()) found.add(new Obstacle.NobodySaid());
        if (given.opinion().needsWords() && (given.words() == null || given.words().isBlank()))
            found.add(new Obstacle.WordsNeeded(given.opinion()));
        if (given.on().isAfter(today)) found.add(new Obstacle.GivenInTheFuture());
        else if (given.on().isBefore(day(submittedAt)))
            found.add(new Obstacle.GivenBeforeAsked(day(submittedAt)));
        return List.copyOf(found);
    }

    /// Records the doctor's opinion. A submitted plan comes into force, or goes back to its draft;
    /// a plan already in force by silence becomes validated, or calls for its next version.
    Answer answer(Given given, LocalDate today, Instant at) {
        var obstacles = obstaclesToOpinion(given, today);
        if (!obstacles.isEmpty()) return new Answer.Refused(obstacles);
        var said = given.opinion();
        if (status == Status.EN_VIGUEUR) {
            return said.validates()
                    ? new Answer.Validated(with(status, said, submittedAt))
                    : new Answer.NextVersionAsked(with(status, said, submittedAt));
        }
        return said.validates()
                ? new Answer.InForce(force(said, ForceBy.AVIS, null, at, given.by()))
                : new Answer.BackToDraft(with(Status.BROUILLON, said, submittedAt));
    }

    /// A plan in force whose reassessment date has come.
    boolean toReassess(LocalDate today) {
        return status == Status.EN_VIGUEUR
                && content.reassessOn() != null
                && !content.reassessOn().isAfter(today);
    }

    /// Days since the opinion was asked, while it is awaited; 0 otherwise.
    int silence(LocalDate today) {
        return receiptAwaited() && submittedAt != null
                ? (int) Math.max(0, ChronoUnit.DAYS.between(day(submittedAt), today))
                : 0;
    }

    /// The doctor was asked and did not answer yet: a sign that the plan was received says
    /// something.
    boolean receiptAwaited() {
        return opinion == Opinion.ATTENDU
                && submittedAt != null
                && (status == Status.SOUMIS || status == Status.EN_VIGUEUR);
    }

    /// May still be written.
    boolean draft() {
        return status == Status.BROUILLON;
    }

    /// REQ-PPS-03: nothing but education.
    boolean educationAlone() {
        return !content.interventions().isEmpty()
                && content.interventions().stream()
                        .allMatch(i -> i.type().volet().equals("EDUCATION"));
    }

    /// Care that went on in another tool, in force as it is: nobody is asked an opinion on it.
    Pps resumed(String reason, Instant at, String by) {
        return force(Opinion.NON_DEMANDE, ForceBy.REPRISE, reason, at, by);
    }

    Pps closed(Instant at) {
        return new Pps(
                id,
                patient,
                support,
                number,
                previous,
                Status.CLOS,
                opinion,
                createdAt,
                createdBy,
                submittedAt,
                inForceAt,
                inForceBy,
                inForceWhy,
                inForceReason,
                replacedAt,
                at,
                content,
                version);
    }

    /// The same version, with these words and lines.
    Pps with(Content said) {
        return new Pps(
                id,
                patient,
                support,
                number,
                previous,
                status,
                opinion,
                createdAt,
                createdBy,
                submittedAt,
                inForceAt,
                inForceBy,
                inForceWhy,
                inForceReason,
                replacedAt,
                closedAt,
                said,
                version);
    }

    private Pps with(Status to, Opinion said, @Nullable Instant submitted) {
        return new Pps(
                id,
                patient,
                support,
                number,
                previous,
                to,
                said,
                createdAt,
                createdBy,
                submitted,
                inForceAt,
                inForceBy,
                inForceWhy,
                inForceReason,
                replacedAt,
                closedAt,
                content,
                version);
    }

    private Pps force(Opinion said, ForceBy why, @Nullable String reason, Instant at, String by) {
        return new Pps(
                id,
                patient,
                support,
                number,
                previous,
                Status.EN_VIGUEUR,
                said,
                createdAt,
                createdBy,
                submittedAt,
                at,
                by,
                why,
                reason,
                replacedAt,
                closedAt,
                content,
                version);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(FrenchDates.PARIS).toLocalDate();
    }

    @Override
    public String toString() {
        return "Pps[" + id + ", " + status + ", " + opinion + "]";
    }

    /// What submitting gives.
    sealed interface Submission {
        /// The doctor is asked.
        record Asked(Pps pps, Doctor.Known doctor) implements Submission {}

        /// No doctor to ask.
        record InForce(Pps pps) implements Submission {}

        record Refused(List<Obstacle> obstacles) implements Submission {}
    }

    /// What taking back a submitted plan gives.
    sealed interface TakingBack {
        record Draft(Pps pps) implements TakingBack {}

        record Refused(List<Obstacle> obstacles) implements TakingBack {}
    }

    /// What the coordinator's decision gives.
    sealed interface Decision {
        record InForce(Pps pps) implements Decision {}

        record Refused(List<Obstacle> obstacles) implements Decision {}
    }

    /// What an opinion gives.
    sealed interface Answer {
        record InForce(Pps pps) implements Answer {}

        record BackToDraft(Pps pps) implements Answer {}

        /// It was in force by silence; now it counts.
        record Validated(Pps pps) implements Answer {}

        /// It was in force by silence; the doctor wants it otherwise.
        record NextVersionAsked(Pps pps) implements Answer {}

        record Refused(List<Obstacle> obstacles) implements Answer {}
    }
}
