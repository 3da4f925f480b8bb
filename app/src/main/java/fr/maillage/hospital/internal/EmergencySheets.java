package fr.maillage.hospital.internal;

import fr.maillage.assessment.Assessments;
import fr.maillage.careplan.CarePlans;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.Call;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Warning;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.casefile.CrisisPlans.CrisisPlan;
import fr.maillage.casefile.CrisisPlans.Directives;
import fr.maillage.casefile.CrisisPlans.Known;
import fr.maillage.casefile.Rights;
import fr.maillage.hospital.internal.Sheet.Section;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.Identities;
import fr.maillage.patient.Identities.Identity;
import fr.maillage.patient.IdentityForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers the sheet of a person from what each module knows. Nothing is typed for it: it says what
/// the file says, with its dates.
@Component
@Transactional(readOnly = true)
class EmergencySheets {

    private static final String S = Typography.NBSP;

    private final Identities identities;
    private final CaseFiles files;
    private final CrisisPlans crises;
    private final CarePlans plans;
    private final Assessments assessments;
    private final Rights rights;
    private final Clock clock;

    EmergencySheets(
            Identities identities,
            CaseFiles files,
            CrisisPlans crises,
            CarePlans plans,
            Assessments assessments,
            Rights rights,
            Clock clock) {
        this.identities = identities;
        this.files = files;
        this.crises = crises;
        this.plans = plans;
        this.assessments = assessments;
        this.rights = rights;
        this.clock = clock;
    }

    /// The whole sheet. Throws `NotFound` for who may not read it.
    Sheet of(OpenFile file) {
        var crisis = file.banner().crisis();
        if (crisis == null || crisis.sheet() == null)
            throw new NotFound("fiche", file.patient().value());
        var patient = file.patient();
        var identity = identities.get(patient);
        var known = crises.current(patient);
        var plan = plans.current(patient).orElse(null);
        var circle = files.circle(patient, LocalDate.now(clock));
        var sections = new ArrayList<Section>();
        sections.add(
                new Section(
                        "Qui appeler",
                        crisis.calls().stream().map(EmergencySheets::call).toList()));
        sections.add(new Section("Consignes de crise", lines(crisis.words())));
        sections.add(
                new Section(
                        "Précautions médicales",
                        lines(known.flatMap(k -> Optional.ofNullable(k.medical())).orElse(null))));
        sections.add(known("Allergies", known.map(CrisisPlan::allergies)));
        sections.add(known("Traitements en cours", known.map(CrisisPlan::treatments)));
        sections.add(new Section("Situation", situation(file, patient, plan)));
        sections.add(new Section("Autonomie, évaluations", autonomy(patient)));
        sections.add(
                new Section(
                        "Habitudes, communication",
                        habits(
                                identity.form(),
                                known.flatMap(k -> Optional.ofNullable(k.habits())).orElse(null))));
        sections.add(
                new Section("Volontés et protection", wishes(patient, known.orElse(null), circle)));
        sections.add(new Section("Plan en cours", plan(plan)));
        return new Sheet(file.banner().name(), identity(file, identity), sections);
    }

    /// INS with its traits when it is qualified; otherwise that it is not (RNIV: an unqualified
    /// number never identifies a paper).
    private static List<String> identity(OpenFile file, Identity identity) {
        var form = identity.form();
        var lines = new ArrayList<String>();
        lines.add(
                "Nom de naissance"
                        + S
                        + ": "
                        + form.birthName()
                        + (form.usedName().isBlank()
                                ? ""
                                : ", nom utilisé" + S + ": " + form.usedName())
                        + ", prénoms"
                        + S
                        + ": "
                        + form.givenNames());
        lines.add(
                Typography.capital(file.banner().born())
                        + (form.birthPlace().isBlank() ? "" : " à " + form.birthPlace())
                        + ", "
                        + file.banner().age()
                        + ", sexe "
                        + switch (form.sex()) {
                            case "F" -> "féminin";
                            case "M" -> "masculin";
                            default -> "indéterminé";
                        });
        lines.add(
                identity.status().equals("QUALIFIEE") && identity.insFormatted() != null
                        ? "INS (NIR)" + S + ": " + identity.insFormatted()
                        : HospitalText.INS_UNQUALIFIED);
        lines.add(
                Stream.of(form.address(), form.commune(), form.phone(), form.mobile())
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(", ")));
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static String call(Call call) {
        return call.name()
                + ", "
                + call.quality()
                + (call.phone() == null ? "" : S + ": " + call.phone());
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of(HospitalText.NOTHING)
                : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Section known(String title, Optional<Known> known) {
        var text = known.flatMap(k -> Optional.ofNullable(k.text())).orElse(null);
        var origin = known.map(Known::origin).orElse("");
        return new Section(
                title + (text == null || origin.isEmpty() ? "" : " (" + origin + ")"), lines(text));
    }

    private List<String> situation(OpenFile file, PatientId patient, @Nullable Plan plan) {
        var lines = new ArrayList<String>();
        lines.add(
                Stream.concat(
                                Stream.of(file.banner().levelLabel()),
                                file.banner().warnings().stream()
                                        .filter(w -> w.icon().equals("info-circle"))
                                        .map(Warning::text))
                        .collect(Collectors.joining(", ")));
        if (plan != null && !plan.pathologies().isEmpty())
            lines.add(
                    "Pathologies"
                            + S
                            + ": "
                            + plan.pathologies().stream()
                                    .map(CarePlans.Pathology::label)
                                    .collect(Collectors.joining(", ")));
        var problems = assessments.problems(patient);
        if (!problems.isEmpty())
            lines.add(
                    "Problèmes retenus"
                            + S
                            + ": "
                            + problems.stream()
                                    .map(Assessments.Problem::label)
                                    .collect(Collectors.joining(", ")));
        return lines;
    }

    private List<String> autonomy(PatientId patient) {
        var found =
                assessments.scores(patient).stream()
                        .map(score ->
                                score.label()
                                        + S
                                        + ": "
                                        + (score.classLabel() == null
                                                ? score.value().stripTrailingZeros().toPlainString()
                                                : score.classLabel())
                                        + " ("
                                        + FrenchDates.date(score.onDate())
                                        + ")")
                        .toList();
        return found.isEmpty() ? lines(null) : found;
    }

    private static List<String> habits(IdentityForm form, @Nullable String habits) {
        var lines = new ArrayList<String>();
        if (form.interpreter())
            lines.add(
                    "Interprète nécessaire"
                            + (form.language().isBlank() ? "" : S + ": " + form.language()));
        if (habits != null) lines.addAll(lines(habits));
        return lines.isEmpty() ? lines(null) : lines;
    }

    private List<String> wishes(PatientId patient, @Nullable CrisisPlan known, List<Actor> circle) {
        var lines = new ArrayList<String>();
        lines.add(known == null ? Directives.INCONNU.words(null, null) : known.directivesWords());
        lines.add("Personne de confiance" + S + ": " + named(circle, "PERSONNE_DE_CONFIANCE"));
        lines.add("Représentant légal" + S + ": " + named(circle, "REPRESENTANT_LEGAL"));
        rights.of(patient).stream()
                .filter(right -> !right.closed() && right.protection())
                .forEach(right -> lines.add("Protection" + S + ": " + right.words()));
        return lines;
    }

    private static String named(List<Actor> circle, String role) {
        var names =
                circle.stream()
                        .filter(actor -> actor.role().equals(role))
                        .map(Actor::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "aucun nom dans le dossier" : names;
    }

    private static List<String> plan(@Nullable Plan plan) {
        if (plan == null) return List.of(HospitalText.NO_PLAN);
        var lines = new ArrayList<String>();
        plan.goals().stream()
                .filter(goal -> !List.of("ATTEINT", "ABANDONNE").contains(goal.result()))
                .map(goal -> "Objectif" + S + ": " + goal.title())
                .forEach(lines::add);
        lines.addAll(PlanWords.acts(plan));
        return lines;
    }
}
