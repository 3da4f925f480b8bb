package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.Content.Aid;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The aid plan as people read it, and the page of one aid.
@Component
class AidScreens {

    private final Aids aids;
    private final Rights rights;
    private final Clock clock;

    AidScreens(Aids aids, Rights rights, Clock clock) {
        this.aids = aids;
        this.rights = rights;
        this.clock = clock;
    }

    /// The lines of a version as they stand today. Joins the caller's transaction.
    ///
    /// @param plan address of the version, for the page of each aid; null when it is not to be
    ///   opened
    List<PpsPage.Aid> lines(PatientId patient, List<Aid> lines, @Nullable String plan) {
        if (lines.isEmpty()) return List.of();
        var steps = aids.steps(lines.stream().map(Aid::id).toList());
        var linked = linked(patient, lines);
        return lines.stream()
                .map(aid ->
                        line(
                                aid,
                                steps.getOrDefault(aid.id(), List.of()),
                                aid.rightId() == null ? null : linked.get(aid.rightId()),
                                plan))
                .toList();
    }

    private Map<UUID, Rights.Named> linked(PatientId patient, List<Aid> lines) {
        return lines.stream().allMatch(aid -> aid.rightId() == null)
                ? Map.of()
                : rights.of(patient).stream()
                        .collect(Collectors.toMap(Rights.Named::id, Function.identity()));
    }

    private static PpsPage.Aid line(
            Aid aid, List<Aids.Step> steps, Rights.@Nullable Named right, @Nullable String plan) {
        var last = steps.isEmpty() ? null : steps.getFirst();
        var noted = last == null ? AidState.A_DEMANDER : last.state();
        var state = right == null ? noted : AidState.of(right.state(), noted);
        // the last amount that somebody gave, unless the right of the file knows it
        var granted = steps.stream().filter(s -> s.amount() != null).findFirst().orElse(null);
        var amount =
                right != null && right.amount() != null
                        ? AidText.amount(right.amount(), right.per())
                        : granted == null || granted.amount() == null
                                ? null
                                : AidText.amount(granted.amount(), granted.per());
        var dated =
                steps.stream()
                        .filter(s -> s.startsOn() != null || s.endsOn() != null)
                        .findFirst()
                        .orElse(null);
        var period =
                right != null
                        ? AidText.period(right.startsOn(), right.endsOn())
                        : dated == null ? "" : AidText.period(dated.startsOn(), dated.endsOn());
        return new PpsPage.Aid(
                aid.title(),
                aid.kind().label(),
                Stream.of(
                                aid.body(),
                                aid.askedBy() == null
                                        ? null
                                        : "demande" + PpsText.COLON + aid.askedBy(),
                                aid.note())
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                Mark.of(state),
                amount,
                period.isEmpty() ? null : period,
                last == null || last.words() == null ? null : last.words(),
                plan == null ? null : plan + "/aides/" + aid.id());
    }

    /// The page of one aid of a version. Throws `NotFound`.
    @Transactional(readOnly = true)
    public AidPage page(OpenFile file, Pps pps, UUID id, Shown shown) {
        var aid = of(pps, id);
        var plan = PpsScreens.base(pps.patient()) + "/" + pps.id();
        var steps = aids.steps(List.of(id)).getOrDefault(id, List.of());
        var right =
                aid.rightId() == null
                        ? null
                        : linked(pps.patient(), List.of(aid)).get(aid.rightId());
        return new AidPage(
                file.banner(),
                plan,
                line(aid, steps, right, plan),
                right == null ? null : right.words(),
                right == null ? null : "/dossiers/" + pps.patient() + "/mesures/" + right.id(),
                steps.stream()
                        .map(s ->
                                new AidPage.Step(
                                        Mark.of(s.state()),
                                        FrenchDates.date(s.on()),
                                        Stream.of(
                                                        s.amount() == null
                                                                ? null
                                                                : AidText.amount(
                                                                        s.amount(), s.per()),
                                                        AidText.period(s.startsOn(), s.endsOn()),
                                                        s.words())
                                                .filter(w -> w != null && !w.isEmpty())
                                                .collect(Collectors.joining(" · ")),
                                        s.author()))
                        .toList(),
                shown.form(
                        "etape",
                        plan + "/aides/" + id + "/etapes",
                        "Noter une étape",
                        new Typed(
                                Map.of(
                                        "on_date",
                                        List.of(LocalDate.now(clock).toString()),
                                        "state",
                                        List.of(
                                                steps.isEmpty()
                                                        ? AidState.DEMANDE.name()
                                                        : steps.getFirst().state().name()))),
                        typed -> AidForms.stepFields(typed, right != null),
                        0,
                        "Noter"));
    }

    /// A line of a version. Throws `NotFound`.
    static Aid of(Pps pps, UUID id) {
        return pps.content().aids().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("aide", id));
    }
}
