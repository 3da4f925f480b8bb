package fr.maillage.portability.internal;

import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Rpps;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.portability.internal.draft.Draft;
import fr.maillage.portability.internal.draft.Drafts;
import fr.maillage.portability.internal.draft.Known;
import fr.maillage.portability.internal.draft.Problem.Severity;
import fr.maillage.portability.internal.reading.Limits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads a whole file as the takeover would, and says line by line what would come of it. Writes
/// nothing outside this module.
@Component
class DryRun {

    private static final int TOGETHER = 100;

    /// From this likeness on somebody decides whether it is the same person.
    private static final double ALIKE = 0.7;

    private final TakeoverRows takeovers;
    private final PersonRows persons;
    private final Patients patients;
    private final Networks networks;
    private final Practitioners practitioners;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DryRun(
            TakeoverRows takeovers,
            PersonRows persons,
            Patients patients,
            Networks networks,
            Practitioners practitioners,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.takeovers = takeovers;
        this.persons = persons;
        this.patients = patients;
        this.networks = networks;
        this.practitioners = practitioners;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Every person of the file, as the file, its matching and the day say.
    List<Draft> drafts(UUID id) {
        return java.util.Objects.requireNonNull(
                transaction.execute(_ -> {
                    var takeover = takeovers.get(id);
                    var sheets =
                            takeovers.sheets(id).stream()
                                    .filter(s -> s.part() != null)
                                    .map(s ->
                                            new Drafts.Sheet(
                                                    s.rank(),
                                                    s.name(),
                                                    java.util.Objects.requireNonNull(s.part()),
                                                    s.headings(),
                                                    takeovers.lines(id, s.rank(), Limits.LINES)))
                                    .toList();
                    return Drafts.read(
                            sheets,
                            takeover.columns(),
                            takeover.codes(),
                            known(),
                            LocalDate.now(clock));
                }));
    }

    private Known known() {
        var today = LocalDate.now(clock);
        var found = new HashMap<String, Optional<Practitioners.Practitioner>>();
        return new Known(
                networks.themes(today).stream()
                        .map(Networks.Theme::code)
                        .collect(Collectors.toSet()),
                networks.coordinators(today).stream()
                        .collect(Collectors.toMap(Networks.Member::id, Networks.Member::name)),
                rpps ->
                        found.computeIfAbsent(
                                rpps, n -> Rpps.parse(n).flatMap(practitioners::find)));
    }

    /// Does it, from the beginning; what somebody decided of a line is kept.
    void run(UUID id) {
        var drafts = drafts(id);
        var decided =
                java.util.Objects.requireNonNull(
                        transaction.execute(_ -> {
                            var kept = persons.decided(id);
                            persons.clear(id);
                            return kept;
                        }));
        for (int from = 0; from < drafts.size(); from += TOGETHER) {
            int first = from;
            int last = Math.min(from + TOGETHER, drafts.size());
            transaction.executeWithoutResult(_ -> {
                var some = drafts.subList(first, last);
                var already = persons.known(some.stream().map(Draft::key).toList());
                for (int rank = first; rank < last; rank++)
                    keep(id, rank, drafts.get(rank), already, decided);
                takeovers.progress(id, last, drafts.size());
            });
        }
    }

    private void keep(
            UUID id, int rank, Draft draft, Set<String> already, Map<String, PersonRow> decided) {
        var errors = draft.count(Severity.ERROR);
        var near =
                errors > 0 || draft.out() != null || already.contains(draft.key())
                        ? List.<UUID>of()
                        : near(draft);
        var before = decided.get(draft.key());
        var state =
                already.contains(draft.key())
                        ? PersonState.DEJA_REPRISE
                        : draft.out() != null
                                ? PersonState.ECARTEE
                                : errors > 0
                                        ? PersonState.REFUSEE
                                        : near.isEmpty()
                                                ? PersonState.A_REPRENDRE
                                                : PersonState.A_DECIDER;
        // what was decided at the last trial stands as long as it can
        var kept =
                state == PersonState.A_DECIDER
                                && before != null
                                && (before.patient() == null || near.contains(before.patient()))
                        ? before
                        : null;
        var decision = kept == null ? Decision.CREER : kept.decision();
        persons.insert(
                id,
                new PersonRow(
                        rank,
                        draft.sheet(),
                        draft.line(),
                        draft.key(),
                        draft.person().name(),
                        kept != null && decision == Decision.ECARTER ? PersonState.ECARTEE : state,
                        decision,
                        kept != null,
                        near,
                        kept == null ? null : kept.patient(),
                        draft.problems(),
                        draft.out() != null ? draft.out() : ReportText.makes(draft),
                        List.of(),
                        null),
                errors,
                draft.count(Severity.WARNING));
    }

    /// Persons of the structure it may be: by matricule first, then by names and birth date.
    private List<UUID> near(Draft draft) {
        var person = draft.person();
        var found = new LinkedHashMap<UUID, Double>();
        if (person.ins() != null)
            patients.near(person.ins(), 1).forEach(n -> found.put(n.id().value(), 1.0));
        var born = person.birthDate() == null ? "" : " " + FrenchDates.numeric(person.birthDate());
        patients.near(person.birthName() + " " + person.givenNames() + born, 3).stream()
                .filter(n -> n.likeness() >= ALIKE)
                .forEach(n -> found.putIfAbsent(n.id().value(), n.likeness()));
        return found.keySet().stream().limit(3).toList();
    }
}
