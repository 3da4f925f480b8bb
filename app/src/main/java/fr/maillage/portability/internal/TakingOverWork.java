package fr.maillage.portability.internal;

import fr.maillage.careplan.ResumedCare;
import fr.maillage.casefile.TakingOver;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.portability.internal.draft.Draft;
import fr.maillage.portability.internal.draft.Problem.Severity;
import fr.maillage.portability.internal.draft.Problem;
import fr.maillage.portability.internal.reading.Headings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes over the good lines of a file, a person in one transaction: all of it or nothing. What is
/// written is marked in the same transaction, so that work taken up again after a stop does nothing
/// twice.
@Component
class TakingOverWork {

    private static final Logger log = LoggerFactory.getLogger(TakingOverWork.class);

    private final TakeoverRows takeovers;
    private final PersonRows persons;
    private final DryRun dryRun;
    private final Patients patients;
    private final Consents consents;
    private final Timeline timeline;
    private final TakingOver files;
    private final ResumedCare care;
    private final CatchUp alerts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakingOverWork(
            TakeoverRows takeovers,
            PersonRows persons,
            DryRun dryRun,
            Patients patients,
            Consents consents,
            Timeline timeline,
            TakingOver files,
            ResumedCare care,
            CatchUp alerts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.takeovers = takeovers;
        this.persons = persons;
        this.dryRun = dryRun;
        this.patients = patients;
        this.consents = consents;
        this.timeline = timeline;
        this.files = files;
        this.care = care;
        this.alerts = alerts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Takes over what waits.
    void run(UUID id) {
        var drafts = dryRun.drafts(id);
        var ranks = Objects.requireNonNull(transaction.execute(_ -> persons.toTake(id)));
        // of what a stop cut in two, the first part counts too
        int before = Objects.requireNonNull(transaction.execute(_ -> persons.counts(id))).taken();
        int all = before + ranks.size();
        int done = before;
        var takeover = Objects.requireNonNull(transaction.execute(_ -> takeovers.get(id)));
        for (var rank : ranks) {
            take(takeover, rank, drafts.get(rank));
            int sofar = ++done;
            if (sofar % 25 == 0)
                transaction.executeWithoutResult(_ -> takeovers.progress(id, sofar, all));
        }
        // once for all: the acts that follow are dated, and the alerts look
        transaction.executeWithoutResult(_ -> {
            takeovers.progress(id, all, all);
            alerts.follow();
        });
    }

    private void take(Takeover takeover, int rank, Draft draft) {
        var id = takeover.id();
        try {
            transaction.executeWithoutResult(_ -> write(takeover, rank, draft));
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            throw e; // the database, not the line: the work is taken up again later
        } catch (RuntimeException e) {
            log.warn(
                    "line {} of takeover {} refused: {}", draft.line(), id, e.getClass().getName());
            var problems = new ArrayList<>(draft.problems());
            problems.add(
                    new Problem(
                            Severity.ERROR,
                            "",
                            draft.line(),
                            "",
                            "",
                            ReportText.refusedBy(reason(e))));
            transaction.executeWithoutResult(_ -> persons.refuse(id, rank, problems));
        }
    }

    private static ReportText.@Nullable Clash reason(RuntimeException e) {
        if (e instanceof IllegalArgumentException && "INS already held".equals(e.getMessage()))
            return ReportText.Clash.INS;
        return e instanceof DataIntegrityViolationException ? ReportText.Clash.CONSTRAINT : null;
    }

    private void write(Takeover takeover, int rank, Draft draft) {
        var id = takeover.id();
        var row = persons.lock(id, rank).orElseThrow();
        var waiting =
                row.state() == PersonState.A_REPRENDRE
                        || row.state() == PersonState.A_DECIDER
                                && row.decided()
                                && row.decision() != Decision.ECARTER;
        if (!waiting) return; // done already
        if (draft.count(Severity.ERROR) > 0 || draft.out() != null) {
            persons.refuse(id, rank, draft.problems());
            return;
        }
        var attached = row.decision() == Decision.RATTACHER && row.patient() != null;
        var patient =
                attached
                        ? patients.get(new PatientId(Objects.requireNonNull(row.patient()))).id()
                        : create(draft.person());
        var made = new ArrayList<UUID>();
        if (!attached) draft.consents().forEach(c -> consents.record(patient, c));
        var lines = belongings(patient, draft, made);
        var situation = draft.situation();
        var support =
                files.open(
                        patient,
                        new TakingOver.Situation(
                                situation.level(),
                                situation.theme(),
                                situation.includedOn(),
                                situation.referent(),
                                ReportText.TAKEN_OVER,
                                takeover.resumption()));
        support.ifPresent(made::add);
        // an accompaniment that was open here keeps its own plan
        if (support.isPresent() && (!draft.acts().isEmpty() || situation.reassessOn() != null))
            made.add(
                    care.resume(
                            patient,
                            support.get(),
                            situation.referent(),
                            situation.reassessOn(),
                            ReportText.resumed(situation.reassessedOn()),
                            draft.acts().stream().map(a -> act(a, lines)).toList()));
        timeline.add(
                patient,
                Timeline.Kind.INCLUSION,
                attached ? ReportText.ATTACHED : ReportText.TAKEN_OVER,
                ReportText.detail(draft.person().fileNumber(), situation.motive()),
                "/dossiers/" + patient,
                false);
        persons.origin(
                id,
                draft.key(),
                patient.value(),
                draft.person().fileNumber(),
                situation.motive(),
                situation.reassessedOn());
        persons.taken(id, rank, patient.value(), made, clock.instant());
    }

    private PatientId create(Draft.Person p) {
        return patients.takeOver(
                new Patients.NewPatient(
                        p.birthName(),
                        p.usedName(),
                        p.givenNames(),
                        p.sex(),
                        p.birthDate(),
                        p.ins(),
                        p.phone(),
                        p.address(),
                        p.postcode(),
                        null,
                        p.commune(),
                        p.mtState(),
                        p.mtRpps(),
                        p.mtName(),
                        p.mtPhone()),
                new Patients.Besides(p.birthPlace(), p.mobile(), p.email(), p.note()));
    }

    /// A member of the circle, by the name the file calls them.
    private record Line(UUID id, TakingOver.Member member) {}

    private Map<String, Line> belongings(PatientId patient, Draft draft, List<UUID> made) {
        var lines = new HashMap<String, Line>();
        for (var m : draft.circle())
            files.member(patient, m)
                    .ifPresent(line -> {
                        made.add(line);
                        lines.put(Headings.key(Matcher.bare(m.name())), new Line(line, m));
                    });
        // granted first: what is asked for again follows it
        draft.rights().stream()
                .sorted(java.util.Comparator.comparing(r -> r.state().equals("ACCORDE") ? 0 : 1))
                .forEach(r -> files.right(patient, r).ifPresent(made::add));
        return lines;
    }

    private static ResumedCare.Intervention act(Draft.Act act, Map<String, Line> lines) {
        var line = act.actor() == null ? null : lines.get(Headings.key(Matcher.bare(act.actor())));
        return line == null
                ? new ResumedCare.Intervention(
                        act.title(), act.type(), null, act.actor(), null, act.when())
                : new ResumedCare.Intervention(
                        act.title(),
                        act.type(),
                        line.id(),
                        line.member().name(),
                        line.member().profession(),
                        act.when());
    }
}
