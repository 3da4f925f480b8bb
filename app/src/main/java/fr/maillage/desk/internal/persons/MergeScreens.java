package fr.maillage.desk.internal.persons;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.desk.internal.persons.DuplicatesPage.Person;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges.Side;
import fr.maillage.patient.Merges;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of duplicates and merges show.
@Component
@Transactional(readOnly = true)
class MergeScreens {

    private static final int PAGE = 25;
    private static final int NEAR = 12;

    private final Merges merges;
    private final Patients patients;

    MergeScreens(Merges merges, Patients patients) {
        this.merges = merges;
        this.patients = patients;
    }

    DuplicatesPage duplicates(int page) {
        var found = merges.duplicates(page);
        return new DuplicatesPage(
                PersonsText.pairs(found.total()),
                found.pairs().stream()
                        .map(p ->
                                new DuplicatesPage.Pair(
                                        person(p.one()), person(p.other()), p.why()))
                        .toList(),
                mayMerge(),
                page > 1 ? "/dossiers/doublons?page=" + (page - 1) : null,
                page * PAGE < found.total() ? "/dossiers/doublons?page=" + (page + 1) : null);
    }

    MergeWithPage with(OpenFile file, String typed) {
        var found =
                typed.isBlank()
                        ? List.<Person>of()
                        : patients.near(typed, NEAR).stream()
                                .filter(n -> !n.id().equals(file.patient()))
                                .map(n ->
                                        new Person(
                                                n.id().toString(),
                                                n.displayName(),
                                                PersonsText.born(n.birthDate())
                                                        + (n.communeName() == null
                                                                ? ""
                                                                : ", " + n.communeName())
                                                        + (n.formerly() == null
                                                                ? ""
                                                                : ", "
                                                                        + PersonsText.formerly(
                                                                                n.formerly()))))
                                .toList();
        return new MergeWithPage(file.banner(), typed, found, PersonsText.NOBODY, !typed.isBlank());
    }

    /// @param typed what was chosen, when it comes back refused; null at first
    MergePage compare(
            OpenFile file,
            PatientId other,
            @Nullable Sent typed,
            FormErrors errors,
            @Nullable String conflict) {
        var shown = merges.compare(file.patient(), other);
        var chosen = new HashMap<String, String>();
        for (var field : shown.fields()) chosen.put(field.code(), field.proposed());
        if (typed != null) chosen.putAll(choices(typed));
        return new MergePage(
                file.banner(),
                person(shown.survivor()),
                person(shown.absorbed()),
                shown.fields(),
                shown.held(),
                shown.clashes(),
                shown.accompanied() != null,
                chosen,
                typed == null ? "" : typed.text("why"),
                shown.fingerprint(),
                shown.blocked() ? PersonsText.NOT_ALLOWED_YET : null,
                errors,
                conflict);
    }

    /// What the radio buttons `choice-…` say.
    static Map<String, String> choices(Sent typed) {
        var choices = new HashMap<String, String>();
        typed.values()
                .forEach((name, values) -> {
                    if (name.startsWith("choice-") && !values.isEmpty())
                        choices.put(name.substring(7), values.getFirst());
                });
        return choices;
    }

    MergesPage merges(OpenFile file) {
        var all = merges.of(file.patient());
        var latest = all.stream().filter(m -> m.undoneAt() == null).findFirst();
        return new MergesPage(
                file.banner(),
                all.stream()
                        .map(m ->
                                new MergesPage.Merge(
                                        m.absorbedName() + " dans " + m.survivorName(),
                                        when(m.at()) + ", par " + m.by(),
                                        m.why(),
                                        m.choices(),
                                        m.undoneAt() == null
                                                ? null
                                                : when(m.undoneAt())
                                                        + ", par "
                                                        + m.undoneBy()
                                                        + "\u00A0: "
                                                        + m.undoneWhy(),
                                        mayMerge() && latest.filter(m::equals).isPresent()
                                                ? "/dossiers/"
                                                        + file.patient()
                                                        + "/fusions/"
                                                        + m.id()
                                                        + "/annuler"
                                                : null))
                        .toList(),
                mayMerge());
    }

    PartingPage parting(OpenFile file, UUID merge, @Nullable Sent typed, FormErrors errors) {
        var parting = merges.parting(file.patient(), merge);
        var theirs = typed == null ? List.<String>of() : assigned(typed);
        return new PartingPage(
                file.banner(),
                merge.toString(),
                parting.merge().survivorName(),
                parting.merge().absorbedName(),
                when(parting.merge().at()) + ", par " + parting.merge().by(),
                parting.since().stream()
                        .map(l ->
                                new PartingPage.Line(
                                        l.id(),
                                        l.label(),
                                        l.words(),
                                        l.at() == null ? "" : FrenchDates.numeric(day(l.at())),
                                        theirs.contains(l.id())))
                        .toList(),
                parting.more(),
                parting.changed(),
                parting.obstacle(),
                typed == null ? "" : typed.text("why"),
                errors);
    }

    /// The lines said to be the absorbed person's: `line-…` = `ABSORBED`.
    static List<String> assigned(Sent typed) {
        return typed.values().entrySet().stream()
                .filter(e -> e.getKey().startsWith("line-") && e.getValue().contains("ABSORBED"))
                .map(e -> e.getKey().substring(5))
                .toList();
    }

    private static boolean mayMerge() {
        return SignedIn.current().role() == Role.HEAD;
    }

    private static Person person(Side side) {
        return new Person(side.id().toString(), side.displayName(), PersonsText.facts(side));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(FrenchDates.PARIS).toLocalDate();
    }

    private static String when(Instant at) {
        return "le "
                + FrenchDates.date(day(at))
                + " à "
                + FrenchDates.time(LocalDateTime.ofInstant(at, FrenchDates.PARIS));
    }
}
