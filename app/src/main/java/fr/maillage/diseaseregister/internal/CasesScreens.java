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

    public CasesPage page(UUID register, Which which) {
        var versions = registers.versions(register);
        var definition =
                RegisterStore.in(versions, Status.PUBLIE).orElse(versions.getFirst()).definition();
        var today = LocalDate.now(clock);
        var lists = new EnumMap<Which, List<Row>>(Which.class);
        for (var each : Which.values()) lists.put(each, new ArrayList<>());
        var persons = new HashMap<Row, UUID>();
        var held = cases.of(register);
        var twins = twins(register, held);
        for (var one : held) {
            var due = one.due(definition, today);
            var late = due.stream().anyMatch(Case.Due::late);
            add(lists, persons, Which.TOUS, one, row(one, definition, due, today, List.of()));
            if (!due.isEmpty())
                add(
                        lists,
                        persons,
                        Which.ATTENDUS,
                        one,
                        row(one, definition, due, today, said(due)));
            if (late)
                add(lists, persons, Which.RETARD, one, row(one, definition, due, today, said(due)));
            var faults = Quality.of(definition, one, today);
            if (!faults.isEmpty())
                add(
                        lists,
                        persons,
                        Which.QUALITE,
                        one,
                        row(
                                one,
                                definition,
                                due,
                                today,
                                faults.stream()
                                        .map(f ->
                                                f.kind().label
                                                        + RegisterText.S
                                                        + ": "
                                                        + f.field()
                                                        + ". "
                                                        + f.sentence())
                                        .toList()));
            var same = twins.get(one.id());
            if (same != null)
                add(lists, persons, Which.DOUBLONS, one, row(one, definition, due, today, same));
        }
        var toLookAt = new ArrayList<Row>();
        lists.put(Which.EXAMINER, toLookAt);
        for (var candidate : registers.candidates(register, definition.head().words(), SHOWN)) {
            var row =
                    new Row(
                            person(candidate.patient()),
                            candidate.name(),
                            born(candidate.born()),
                            "",
                            "",
                            candidate.pathology(),
                            "",
                            "stethoscope",
                            List.of());
            toLookAt.add(row);
            persons.put(row, candidate.patient());
        }
        var chosen = lists.getOrDefault(which, List.of());
        var rows = chosen.stream().limit(SHOWN).toList();
        trail.listed("REGISTRE", rows.stream().map(persons::get).toList());
        var href = DiseaseRegisterScreens.HOME + "/" + register;
        return new CasesPage(
                href,
                definition.head().title(),
                Arrays.stream(Which.values())
                        .map(w ->
                                new Tab(
                                        href + "/cas?liste=" + w.path,
                                        w.label,
                                        lists.getOrDefault(w, List.of()).size(),
                                        w == which))
                        .toList(),
                which.empty,
                rows,
                chosen.size() - rows.size());
    }

    private static void add(
            Map<Which, List<Row>> lists, Map<Row, UUID> persons, Which which, Case one, Row row) {
        lists.computeIfAbsent(which, _ -> new ArrayList<>()).add(row);
        persons.put(row, one.patient());
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

    private static List<String> said(List<Case.Due> due) {
        return due.stream().map(RegisterText::due).toList();
    }

    private static Row row(
            Case one,
            Definition definition,
            List<Case.Due> due,
            LocalDate today,
            List<String> detail) {
        var late = due.stream().anyMatch(Case.Due::late);
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
