package fr.maillage.hospital.internal;

import fr.maillage.careplan.CarePlans;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.Patients.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// What a hospital reads of a plan: in the letter of the entry, and on the emergency sheet.
@Component
class PlanWords {

    private static final String S = Typography.NBSP;

    private final CrisisPlans crises;

    PlanWords(CrisisPlans crises) {
        this.crises = crises;
    }

    /// The body of the letter, by paragraphs.
    String of(Patient person, Plan plan) {
        var parts = new ArrayList<String>();
        parts.add(
                person.displayName()
                        + (person.birthDate() == null
                                ? ""
                                : ", " + HospitalText.born(person.sex(), person.birthDate()))
                        + ", "
                        + HospitalText.followed(person.sex())
                        + " par notre structure"
                        + (plan.referent() == null
                                ? ""
                                : " (référent" + S + ": " + plan.referent() + ")")
                        + ". Son plan personnalisé de santé, version "
                        + plan.number()
                        + ", est en vigueur depuis le "
                        + FrenchDates.date(LocalDate.ofInstant(plan.inForceAt(), FrenchDates.PARIS))
                        + ".");
        var pathologies = plan.pathologies().stream().map(CarePlans.Pathology::label).toList();
        if (!pathologies.isEmpty())
            parts.add("Pathologies" + S + ": " + String.join(", ", pathologies) + ".");
        parts.add(list("Objectifs", plan.goals().stream().map(CarePlans.Goal::title).toList()));
        parts.add(list("Qui fait quoi", acts(plan)));
        crises.current(person.id())
                .ifPresent(crisis -> {
                    if (crisis.words() != null)
                        parts.add("Consignes de crise" + S + ": " + crisis.words());
                    if (crisis.allergies().text() != null)
                        parts.add("Allergies" + S + ": " + crisis.allergies().text());
                    if (crisis.treatments().text() != null)
                        parts.add("Traitements connus" + S + ": " + crisis.treatments().text());
                });
        parts.add(
                "Prévenez-nous de la date de sortie prévue"
                        + S
                        + ": nous préparons le retour à domicile dès maintenant.");
        return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    /// Who does what, one line each.
    static List<String> acts(Plan plan) {
        return plan.interventions().stream()
                .map(one ->
                        one.title()
                                + ", "
                                + Objects.requireNonNullElse(one.actor(), "sans acteur")
                                + ", "
                                + one.when())
                .toList();
    }

    private static String list(String title, List<String> lines) {
        return lines.isEmpty() ? "" : title + S + ":\n" + String.join("\n", lines);
    }
}
