package fr.maillage.diseaseregister.internal;

import fr.maillage.access.Trail;
import fr.maillage.diseaseregister.internal.CasesPage.Row;
import fr.maillage.diseaseregister.internal.CasesPage.Tab;
import fr.maillage.diseaseregister.internal.RegisterStore.Status;
import fr.maillage.kernel.FrenchDates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists of the persons of a register: everybody, follow-ups awaited or late, faults of quality,
/// likely duplicates, persons to look at. Who is shown has a line in the trail.
@Component
@Transactional
class CasesScreens {

    private static final int SHOWN = 200;

    private final RegisterStore registers;
    private final CaseStore cases;
    private final Trail trail;
    private final Clock clock;

    CasesScreens(RegisterStore registers, CaseStore cases, Trail trail, Clock clock) {
        this.registers = registers;
        this.cases = cases;
        this.trail = trail;
        this.clock = clock;
    }

    enum Which {
        TOUS("tous", "Tous", "Aucun cas."),
        ATTENDUS("attendus", "Suivis attendus", "Aucun suivi n’est attendu."),
        RETARD("retard", "En retard", "Aucun suivi n’est en retard."),
        QUALITE("qualite", "À corriger", "Rien à corriger."),
        DOUBLONS("doublons", "Doublons possibles", "Aucun doublon possible."),
        EXAMINER(
                "examiner",
                "À examiner",
                "Personne à examiner\u00A0: aucun plan en vigueur ne nomme ces pathologies hors du registre.");

        final String path;
        final String label;
        final String empty;

        Which(String path, String label, String empty) {
            this.path = path;
            this.label = label;
            this.empty = empty;
        }

        static Which of(String path) {
            return Arrays.stream(values())
                    .filter(w -> w.path.equals(path))
                    .findFirst()
                    .orElse(TOUS);
        }
    }

    /// A row, and whose it is.
    private record Listed(UUID patient, Row row) {}

    public CasesPage page(UUID register, Which which) {
        var versions = registers.versions(register);
        var definition =
                RegisterStore.in(versions, Status.PUBLIE).orElse(versions.getFirst()).definition();
        var today = LocalDate.now(clock);
        var held = cases.of(register);
        var standings = Standing.of(held, definition, today);
        var words = definition.head().words();
        var counts = new EnumMap<Which, Integer>(Which.class);
        for (var each : Which.values())
            counts.put(
                    each,
                    switch (each) {
                        case TOUS, ATTENDUS, RETARD, QUALITE -> Standing.count(standings, each);
                        case DOUBLONS -> cases.likelyDuplicates(register);
                        case EXAMINER -> registers.countCandidates(register, words);
                    });
        var rows =
                switch (which) {
                    case TOUS, ATTENDUS, RETARD, QUALITE ->
                            standings.stream()
                                    .filter(s -> s.in(which))
                                    .limit(SHOWN)
                                    .map(s -> listed(s, definition, today, detail(s, which)))
                                    .toList();
                    case DOUBLONS -> {
                        var twins = twins(register, held);
                        yield standings.stream()
                                .filter(s -> twins.containsKey(s.one().id()))
                                .limit(SHOWN)
                                .map(s ->
                                        listed(
                                                s,
                                                definition,
                                                today,
                                                twins.getOrDefault(s.one().id(), List.of())))
                                .toList();
                    }
                    case EXAMINER ->
                            registers.candidates(register, words, SHOWN).stream()
                                    .map(CasesScreens::listed)
                                    .toList();
                };
        trail.listed("REGISTRE", rows.stream().map(Listed::patient).toList());
        var href = DiseaseRegisterScreens.HOME + "/" + register;
        return new CasesPage(
                href,
                definition.head().title(),
                counts.entrySet().stream()
                        .map(e ->
                                new Tab(
                                        href + "/cas?liste=" + e.getKey().path,
                                        e.getKey().label,
                                        e.getValue(),
                                        e.getKey() == which))
                        .toList(),
                which.empty,
                rows.stream().map(Listed::row).toList(),
                counts.getOrDefault(which, 0) - rows.size());
    }

    private static Listed listed(
            Standing standing, Definition definition, LocalDate today, List<String> detail) {
        var one = standing.one();
        return new Listed(one.patient(), row(standing, definition, today, detail));
    }

    private static Listed listed(RegisterStore.Candidate candidate) {
        return new Listed(
                candidate.patient(),
                new Row(
                        person(candidate.patient()),
                        candidate.name(),
                        born(candidate.born()),
                        "",
                        "",
                        candidate.pathology(),
                        "",
                        "stethoscope",
                        List.of()));
    }

    /// What the list says beside the name.
    private static List<String> detail(Standing standing, Which which) {
        return switch (which) {
            case ATTENDUS, RETARD -> standing.due().stream().map(RegisterText::due).toList();
            case QUALITE ->
                    standing.faults().stream()
                            .map(f ->
                                    f.kind().label
                                            + RegisterText.S
                                            + ": "
                                            + f.field()
                                            + ". "
                                            + f.sentence())
                            .toList();
            case TOUS, DOUBLONS, EXAMINER -> List.of();
        };
    }

    private Map<UUID, List<String>> twins(UUID register, List<Case> held) {
        var byId = new HashMap<UUID, Case>();
        held.forEach(c -> byId.put(c.id(), c));
        var twins = new HashMap<UUID, List<String>>();
        for (var pair : cases.duplicates(register)) {
            same(twins, pair.one(), byId.get(pair.other()));
            same(twins, pair.other(), byId.get(pair.one()));
        }
        return twins;
    }

    private static void same(Map<UUID, List<String>> twins, UUID one, @Nullable Case other) {
        if (other != null)
            twins.computeIfAbsent(one, _ -> new ArrayList<>())
                    .add(RegisterText.sameAs(other.number(), other.name()));
    }

    private static Row row(
            Standing standing, Definition definition, LocalDate today, List<String> detail) {
        var one = standing.one();
        var due = standing.due();
        var late = standing.late();
        var state =
                one.died() != null
                        ? "Décès le " + FrenchDates.numeric(one.died())
                        : one.endedWhy() != null
                                ? one.endedWhy().label
                                : late
                                        ? "Suivi en retard"
                                        : !due.isEmpty()
                                                ? "Suivi attendu"
                                                : one.next(definition, today)
                                                        .map(d ->
                                                                "Prochain suivi le "
                                                                        + FrenchDates.numeric(d))
                                                        .orElse("Suivi à jour");
        return new Row(
                person(one.patient()),
                one.name(),
                born(one.born()),
                "n° " + one.number(),
                FrenchDates.numeric(one.incidentOn()),
                state,
                late ? "is-late" : due.isEmpty() ? "" : "is-due",
                late ? "clock-exclamation" : due.isEmpty() ? "circle-check" : "clock",
                detail);
    }

    private static String person(UUID patient) {
        return "/dossiers/" + patient + "/registres";
    }

    private static @Nullable String born(@Nullable LocalDate born) {
        return born == null ? null : FrenchDates.numeric(born);
    }
}
