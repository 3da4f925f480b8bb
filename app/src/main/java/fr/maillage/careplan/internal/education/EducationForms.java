package fr.maillage.careplan.internal.education;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.date;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.number;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.optional;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.title;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Forms of education: fields, and what was typed read back with its sentences.
final class EducationForms {

    private static final int WORDS = 2_000;

    private EducationForms() {}

    private static Field list(String name, String label, Typed typed, List<Option> options) {
        return select(name, label, typed, List.of(new Group("", options)), false);
    }

    private static @Nullable LocalDate past(
            Typed typed, String name, boolean needed, LocalDate today, FormErrors errors) {
        var day = date(typed, name, needed, errors);
        if (day != null && day.isAfter(today)) errors.add(name, EducationText.FUTURE);
        return day;
    }

    // ── who runs it ──

    private static List<Field> runBy(Typed typed) {
        return List.of(
                list("run_by", "Fait par", typed, RunBy.options()),
                field("run_by_name", "Par qui, hors de la structure", null, "TEXT", typed, false));
    }

    private static RunBy readRunBy(Typed typed, FormErrors errors) {
        var code = oneOf(typed, "run_by", RunBy.codes(), errors);
        var name = typed.text("run_by_name");
        if (name.length() > LINE) errors.add("run_by_name", WebText.LINE_TOO_LONG);
        if (code.equals(RunBy.HORS.name()) && name.isEmpty())
            errors.add("run_by_name", EducationText.RUN_BY);
        return code.equals(RunBy.HORS.name()) ? RunBy.HORS : RunBy.STRUCTURE;
    }

    private static @Nullable String name(RunBy by, Typed typed) {
        return by == RunBy.HORS ? typed.orNull("run_by_name") : null;
    }

    // ── programmes of the structure ──

    static List<Field> modelFields(Typed typed) {
        return List.of(
                field("title", "Programme", null, "TEXT", typed, true),
                field(
                        "diseases",
                        "Pour quelles maladies",
                        "Une par ligne\u00A0: plusieurs font un programme transversal.",
                        "AREA",
                        typed,
                        true),
                list("level", "Niveau", typed, EducationLevel.options()),
                field("designed_with", "Conçu avec (réseau régional)", null, "TEXT", typed, false),
                runBy(typed).getFirst(),
                runBy(typed).getLast());
    }

    static Optional<EducationRepository.Model> readModel(
            Typed typed, LocalDate today, FormErrors errors) {
        var title = title(typed, "title", errors);
        var diseases =
                typed.text("diseases")
                        .lines()
                        .map(String::strip)
                        .filter(d -> !d.isEmpty())
                        .toList();
        if (diseases.isEmpty()) errors.add("diseases", EducationText.DISEASES);
        if (typed.text("diseases").length() > WORDS || typed.text("designed_with").length() > LINE)
            errors.add("diseases", WebText.LINE_TOO_LONG);
        var level = oneOf(typed, "level", EducationLevel.codes(), errors);
        var by = readRunBy(typed, errors);
        if (level.equals(EducationLevel.PREMIER_RECOURS.name()) && by == RunBy.STRUCTURE)
            errors.add("run_by", EducationText.FIRST_LEVEL);
        return errors.none()
                ? Optional.of(
                        new EducationRepository.Model(
                                Ids.next(),
                                title,
                                diseases,
                                EducationLevel.valueOf(level),
                                typed.orNull("designed_with"),
                                by,
                                name(by, typed),
                                today,
                                null))
                : Optional.empty();
    }

    // ── the programme of a person ──

    static List<Field> programmeFields(Typed typed, List<EducationRepository.Model> models) {
        return List.of(
                optional(
                        "model",
                        "Programme de la structure",
                        typed,
                        "autre, décrit ci-dessous",
                        models.stream()
                                .filter(m -> m.retiredOn() == null)
                                .map(m -> new Option(m.id().toString(), m.title(), false))
                                .toList()),
                field("title", "Ou un autre programme", null, "TEXT", typed, false),
                list("level", "Niveau (autre programme)", typed, EducationLevel.options()),
                runBy(typed).getFirst(),
                runBy(typed).getLast(),
                field(
                        "proposed_by",
                        "Proposé par (médecin prescripteur)",
                        null,
                        "TEXT",
                        typed,
                        false),
                field("proposed_on", "Proposé le", null, "DATE", typed, false),
                field(
                        "asked_on",
                        "Demandé par le médecin traitant le",
                        "Nécessaire quand la structure le fait.",
                        "DATE",
                        typed,
                        false),
                field("agreed_on", "Accord de la personne le", null, "DATE", typed, false));
    }

    /// @param hasDoctor whether the person has an attending doctor to ask the structure for it
    static Optional<Programme> readProgramme(
            PatientId patient,
            Typed typed,
            List<EducationRepository.Model> models,
            boolean hasDoctor,
            LocalDate today,
            FormErrors errors) {
        var chosen = Ids.parse(typed.text("model")).orElse(null);
        var model =
                models.stream()
                        .filter(m -> m.id().equals(chosen) && m.retiredOn() == null)
                        .findFirst()
                        .orElse(null);
        if (!typed.text("model").isEmpty() && model == null) errors.add("model", WebText.CHOOSE);
        var title = model == null ? title(typed, "title", errors) : model.title();
        var level =
                model == null
                        ? oneOf(typed, "level", EducationLevel.codes(), errors)
                        : model.level().name();
        var by = model == null ? readRunBy(typed, errors) : model.runBy();
        var runByName = model == null ? name(by, typed) : model.runByName();
        if (level.equals(EducationLevel.PREMIER_RECOURS.name()) && by == RunBy.STRUCTURE)
            errors.add("run_by", EducationText.FIRST_LEVEL);
        var proposer = typed.text("proposed_by");
        if (proposer.isEmpty()) errors.add("proposed_by", EducationText.PROPOSER);
        if (proposer.length() > LINE) errors.add("proposed_by", WebText.LINE_TOO_LONG);
        var proposed = past(typed, "proposed_on", true, today, errors);
        var asked = past(typed, "asked_on", false, today, errors);
        if (by == RunBy.STRUCTURE
                && hasDoctor
                && asked == null
                && errors.of("asked_on") == null
                && errors.of("run_by") == null) errors.add("asked_on", EducationText.ASKED);
        var agreed = past(typed, "agreed_on", false, today, errors);
        if (!errors.none() || proposed == null) return Optional.empty();
        return Optional.of(
                new Programme(
                        Ids.next(),
                        patient,
                        model == null ? null : model.id(),
                        title,
                        EducationLevel.valueOf(level),
                        by,
                        runByName,
                        proposer,
                        proposed,
                        asked,
                        agreed,
                        null,
                        null,
                        null,
                        "EN_COURS",
                        null,
                        null,
                        List.of()));
    }

    static List<Field> diagnosisFields(Typed typed) {
        return List.of(
                field("diagnosis_on", "Le", null, "DATE", typed, false),
                field("diagnosis_by", "Par", null, "TEXT", typed, false),
                field(
                        "diagnosis",
                        "Ce que la personne sait, veut et peut apprendre",
                        null,
                        "AREA",
                        typed,
                        true),
                field("agreed_on", "Accord de la personne le", null, "DATE", typed, false));
    }

    /// The programme with its educational diagnosis.
    static Optional<Programme> readDiagnosis(
            Programme p, Typed typed, LocalDate today, FormErrors errors) {
        var on = past(typed, "diagnosis_on", true, today, errors);
        var agreed = past(typed, "agreed_on", false, today, errors);
        var words = words(typed, "diagnosis", errors);
        if (typed.text("diagnosis_by").length() > LINE)
            errors.add("diagnosis_by", WebText.LINE_TOO_LONG);
        if (!errors.none()) return Optional.empty();
        return Optional.of(
                with(
                        p,
                        agreed == null ? p.agreedOn() : agreed,
                        on,
                        typed.orNull("diagnosis_by"),
                        words,
                        p.status(),
                        p.endedOn(),
                        p.evaluation()));
    }

    static List<Field> endFields(Typed typed) {
        return List.of(
                select(
                        "status",
                        "Le programme",
                        typed,
                        options("TERMINE", "est terminé", "ARRETE", "s’arrête avant la fin"),
                        false),
                field("ended_on", "Le", null, "DATE", typed, false),
                field(
                        "evaluation",
                        "Ce qui est acquis, ou pourquoi il s’arrête",
                        null,
                        "AREA",
                        typed,
                        true));
    }

    static Optional<Programme> readEnd(
            Programme p, Typed typed, LocalDate today, FormErrors errors) {
        var status = oneOf(typed, "status", java.util.Set.of("TERMINE", "ARRETE"), errors);
        var on = past(typed, "ended_on", true, today, errors);
        var words = typed.text("evaluation");
        if (words.isEmpty()) errors.add("evaluation", EducationText.EVALUATION_NEEDED);
        if (words.length() > WORDS) errors.add("evaluation", WebText.tooLong(WORDS));
        return errors.none()
                ? Optional.of(
                        with(
                                p,
                                p.agreedOn(),
                                p.diagnosisOn(),
                                p.diagnosisBy(),
                                p.diagnosis(),
                                status,
                                on,
                                words))
                : Optional.empty();
    }

    private static Programme with(
            Programme p,
            @Nullable LocalDate agreed,
            @Nullable LocalDate diagnosisOn,
            @Nullable String diagnosisBy,
            @Nullable String diagnosis,
            String status,
            @Nullable LocalDate ended,
            @Nullable String evaluation) {
        return new Programme(
                p.id(),
                p.patient(),
                p.model(),
                p.title(),
                p.level(),
                p.runBy(),
                p.runByName(),
                p.proposedBy(),
                p.proposedOn(),
                p.askedOn(),
                agreed,
                diagnosisOn,
                diagnosisBy,
                diagnosis,
                status,
                ended,
                evaluation,
                p.competences());
    }

    private static String words(Typed typed, String name, FormErrors errors) {
        var words = typed.text(name);
        if (words.isEmpty()) errors.add(name, WebText.REQUIRED);
        if (words.length() > WORDS) errors.add(name, WebText.tooLong(WORDS));
        return words;
    }

    static List<Field> competenceFields(Typed typed) {
        return List.of(
                field(
                        "words",
                        "Ce que la personne veut savoir ou savoir faire",
                        null,
                        "TEXT",
                        typed,
                        true),
                list("family", "Famille", typed, Family.options()),
                list("before", "Au départ", typed, Mastery.options()));
    }

    static Optional<Programme.Competence> readCompetence(Typed typed, FormErrors errors) {
        var words = title(typed, "words", errors);
        var family = oneOf(typed, "family", Family.codes(), errors);
        var before = oneOf(typed, "before", Mastery.codes(), errors);
        return errors.none()
                ? Optional.of(
                        new Programme.Competence(
                                Ids.next(),
                                Family.valueOf(family),
                                words,
                                Mastery.valueOf(before),
                                null,
                                null))
                : Optional.empty();
    }

    /// One list a competence: what it became.
    static List<Field> evaluationFields(Typed typed, List<Programme.Competence> competences) {
        return competences.stream()
                .map(c ->
                        optional(
                                "c-" + c.id(),
                                c.words(),
                                typed,
                                "pas encore évalué",
                                Mastery.options()))
                .toList();
    }

    // ── sessions ──

    static List<Field> sessionFields(Typed typed) {
        return List.of(
                field("title", "Séance", null, "TEXT", typed, true),
                select(
                        "kind",
                        "Forme",
                        typed,
                        options("ATELIER", "Atelier, à plusieurs", "INDIVIDUELLE", "Individuelle"),
                        false),
                list("family", "Famille", typed, Family.options()),
                field("held_on", "Le", null, "DATE", typed, false),
                field("starts_at", "À", null, "TIME", typed, false),
                field("minutes", "Durée (minutes)", null, "NUMBER", typed, false),
                field("place", "Où", null, "TEXT", typed, false),
                field("animator", "Animée par", null, "TEXT", typed, false),
                field(
                        "capacity",
                        "Places",
                        "Une seule pour une séance individuelle.",
                        "NUMBER",
                        typed,
                        false),
                runBy(typed).getFirst(),
                runBy(typed).getLast());
    }

    static Optional<Session> readSession(Typed typed, FormErrors errors) {
        var title = title(typed, "title", errors);
        var kind = oneOf(typed, "kind", java.util.Set.of("ATELIER", "INDIVIDUELLE"), errors);
        var family = oneOf(typed, "family", Family.codes(), errors);
        var on = date(typed, "held_on", true, errors);
        var at = FrenchDates.readTime(typed.text("starts_at")).orElse(null);
        if (at == null && !typed.text("starts_at").isEmpty())
            errors.add("starts_at", EducationText.NOT_A_TIME);
        var minutes = number(typed, "minutes", 60, 5, 600, errors);
        var animator = title(typed, "animator", errors);
        if (typed.text("place").length() > LINE) errors.add("place", WebText.LINE_TOO_LONG);
        var workshop = kind.equals("ATELIER");
        var capacity = workshop ? number(typed, "capacity", 10, 1, 60, errors) : 1;
        var by = readRunBy(typed, errors);
        if (!errors.none() || on == null) return Optional.empty();
        return Optional.of(
                new Session(
                        Ids.next(),
                        workshop,
                        Family.valueOf(family),
                        title,
                        on,
                        at,
                        minutes,
                        typed.orNull("place"),
                        animator,
                        capacity,
                        by,
                        name(by, typed),
                        null,
                        0,
                        0));
    }
}
