package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.CaseStore.Objection;
import fr.maillage.patient.PersonalRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What this module keeps about persons. One person is in a register once, and not at all when she
/// objects: two files are joined after somebody settled it.
@Component
class RegisterRecords implements PersonalRecords {

    private final CaseStore cases;

    RegisterRecords(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "diseaseregister.case_record",
                        "Cas de registres de pathologie",
                        "'cas n° ' || t.number",
                        "t.entered_at"),
                Records.of(
                        "diseaseregister.objection",
                        "Oppositions aux registres de pathologie",
                        "'le ' || to_char(t.on_date, 'DD/MM/YYYY')",
                        "t.noted_at"));
    }

    @Override
    public List<Clash> clashes(Pair pair) {
        var ours = cases.ofPerson(pair.survivor().value());
        var theirs = cases.ofPerson(pair.absorbed().value());
        var clashes = new ArrayList<Clash>();
        if (ours.keySet().stream().anyMatch(theirs::containsKey))
            clashes.add(new Clash(RegisterText.TWICE, RegisterText.TWICE_DONE, true));
        if (opposed(pair, ours.keySet(), theirs.keySet()))
            clashes.add(new Clash(RegisterText.OPPOSED_ONCE, RegisterText.OPPOSED_ONCE_DONE, true));
        return clashes;
    }

    /// An objection in one file and a case in the other, or the same objection in both.
    private boolean opposed(Pair pair, Set<UUID> ours, Set<UUID> theirs) {
        var said = cases.objections(pair.survivor().value());
        var saidToo = cases.objections(pair.absorbed().value());
        return said.stream().anyMatch(o -> holds(o, theirs))
                || saidToo.stream().anyMatch(o -> holds(o, ours))
                || said.stream()
                        .anyMatch(o ->
                                saidToo.stream()
                                        .anyMatch(p -> Objects.equals(o.register(), p.register())));
    }

    private static boolean holds(Objection objection, Set<UUID> registers) {
        return objection.register() == null
                ? !registers.isEmpty()
                : registers.contains(objection.register());
    }
}
