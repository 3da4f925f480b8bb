package fr.maillage.casefile.internal.crisis;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CrisisPlans.CrisisPlan;
import fr.maillage.casefile.CrisisPlans.Directives;
import fr.maillage.casefile.CrisisPlans.Known;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of the crisis plan.
@Component
@Transactional(readOnly = true)
class CrisisScreens {

    private final CrisisService plans;
    private final Clock clock;

    CrisisScreens(CrisisService plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /// What who reads may read of it. Throws `NotFound` for somebody who died.
    CrisisPage page(OpenFile file) {
        return page(file, Sent.with(), null);
    }

    /// The form, filled with the version in force, or as it was refused.
    CrisisPage form(OpenFile file, Sent typed, FormOutcome outcome) {
        var last = plans.current(file.patient()).orElse(null);
        var form = typed.values().isEmpty() ? filled(last) : typed;
        // after a conflict the second saving is meant
        if (outcome.status() == HttpStatus.CONFLICT)
            form.put("previous", last == null ? "" : last.id().toString());
        return page(file, form, outcome.conflict());
    }

    private CrisisPage page(OpenFile file, Sent form, @Nullable String conflict) {
        var crisis = file.banner().crisis();
        if (crisis == null) throw new NotFound("consignes", file.patient().value());
        var clinical = SignedIn.current().role().clinical();
        var versions = plans.versions(file.patient(), clinical ? CrisisService.SHOWN : 1);
        return new CrisisPage(
                file.banner(),
                crisis,
                crisis.treats() && !versions.isEmpty() ? facts(versions.getFirst()) : List.of(),
                clinical,
                clinical ? versions.stream().skip(1).map(this::version).toList() : List.of(),
                form,
                conflict);
    }

    private static List<CrisisPage.Fact> facts(CrisisPlan plan) {
        var found = new ArrayList<CrisisPage.Fact>();
        fact(found, "Allergies", plan.allergies());
        fact(found, "Traitements en cours", plan.treatments());
        fact(found, "Habitudes, communication", new Known(plan.habits(), null, null));
        return found;
    }

    private static void fact(List<CrisisPage.Fact> found, String label, Known known) {
        if (known.text() != null)
            found.add(new CrisisPage.Fact(label, known.text(), known.origin()));
    }

    private CrisisPage.Version version(CrisisPlan plan) {
        return new CrisisPage.Version(
                FrenchDates.relative(plan.writtenAt(), LocalDate.now(clock)),
                FrenchDates.exact(plan.writtenAt()),
                plan.writtenBy(),
                plan.words());
    }

    private static Sent filled(@Nullable CrisisPlan plan) {
        if (plan == null) return Sent.with("directives", Directives.INCONNU.name());
        return Sent.with(
                "previous", plan.id().toString(),
                "callFirst", text(plan.callFirst()),
                "actions", text(plan.actions()),
                "medical", text(plan.medical()),
                "directives", plan.directives().name(),
                "directivesWhere", text(plan.directivesWhere()),
                "directivesAskedOn", text(plan.directivesAskedOn()),
                "allergies", text(plan.allergies().text()),
                "allergiesOn", text(plan.allergies().on()),
                "allergiesFrom", text(plan.allergies().from()),
                "treatments", text(plan.treatments().text()),
                "treatmentsOn", text(plan.treatments().on()),
                "treatmentsFrom", text(plan.treatments().from()),
                "habits", text(plan.habits()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
