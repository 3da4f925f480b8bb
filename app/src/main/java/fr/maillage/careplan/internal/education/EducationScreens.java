package fr.maillage.careplan.internal.education;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Therapeutic education of one person, on its page and on those of the plan.
@Component
public class EducationScreens {

    private static final int SESSIONS = 50;

    private final EducationRepository programmes;
    private final SessionRepository sessions;
    private final Clock clock;

    EducationScreens(EducationRepository programmes, SessionRepository sessions, Clock clock) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    EducationPage page(OpenFile file, Shown shown) {
        var today = today();
        var here = "/dossiers/" + file.patient() + "/education";
        return new EducationPage(
                file.banner(),
                programmes.of(file.patient()).stream()
                        .map(p -> programme(p, here, shown, today))
                        .toList(),
                attended(file.patient()).stream()
                        .map(a ->
                                new EducationPage.Attended(
                                        "/education/ateliers/" + a.session(),
                                        a.title(),
                                        a.family().label()
                                                + ", "
                                                + a.animator()
                                                + (a.place() == null ? "" : ", " + a.place()),
                                        EducationText.when(a.on(), a.at()),
                                        a.state().label(),
                                        tone(a.state())))
                        .toList(),
                shown.form(
                        "programme",
                        here,
                        "Proposer un programme",
                        new Typed(Map.of("proposed_on", List.of(today.toString()))),
                        typed -> EducationForms.programmeFields(typed, programmes.models()),
                        0,
                        "Proposer"),
                shown.key().equals("plan") ? shown.outcome().why() : null);
    }

    static String tone(Attendance state) {
        return switch (state) {
            case PRESENT -> "is-done";
            case ABSENT -> "is-late";
            case EXCUSE -> "";
            case INSCRIT -> "is-info";
        };
    }

    private static EducationPage.Programme programme(
            Programme p, String here, Shown shown, LocalDate today) {
        return new EducationPage.Programme(
                p.id().toString(),
                p.title(),
                EducationText.status(p.status()),
                p.running(),
                EducationText.lines(p),
                p.competences().stream().map(EducationText::competence).toList(),
                acquired(p),
                p.running() ? forms(p, here + "/" + p.id(), shown, today) : List.of());
    }

    private static @Nullable String acquired(Programme p) {
        var evaluated = p.competences().stream().filter(c -> c.after() != null).toList();
        if (evaluated.isEmpty()) return null;
        var acquired = evaluated.stream().filter(c -> c.after() == Mastery.ACQUIS).count();
        return acquired + " sur " + evaluated.size() + (acquired > 1 ? " acquises" : " acquise");
    }

    private static List<FormView> forms(Programme p, String here, Shown shown, LocalDate today) {
        var forms = new ArrayList<FormView>();
        var day = List.of(today.toString());
        forms.add(
                shown.form(
                        "diagnostic-" + p.id(),
                        here + "/diagnostic",
                        "Diagnostic éducatif",
                        new Typed(
                                Map.of(
                                        "diagnosis_on",
                                        p.diagnosisOn() == null
                                                ? day
                                                : List.of(p.diagnosisOn().toString()),
                                        "diagnosis_by",
                                        List.of(p.diagnosisBy() == null ? "" : p.diagnosisBy()),
                                        "diagnosis",
                                        List.of(p.diagnosis() == null ? "" : p.diagnosis()),
                                        "agreed_on",
                                        List.of(
                                                p.agreedOn() == null
                                                        ? ""
                                                        : p.agreedOn().toString()))),
                        EducationForms::diagnosisFields,
                        0,
                        "Enregistrer"));
        forms.add(
                shown.form(
                        "competence-" + p.id(),
                        here + "/competence",
                        "Ajouter une compétence visée",
                        new Typed(Map.of()),
                        EducationForms::competenceFields,
                        0,
                        "Ajouter"));
        if (!p.competences().isEmpty())
            forms.add(
                    shown.form(
                            "evaluation-" + p.id(),
                            here + "/evaluation",
                            "Évaluer ce qui est acquis",
                            new Typed(
                                    p.competences().stream()
                                            .filter(c -> c.after() != null)
                                            .collect(
                                                    Collectors.toMap(
                                                            c -> "c-" + c.id(),
                                                            c ->
                                                                    List.of(
                                                                            java.util.Objects
                                                                                    .requireNonNull(
                                                                                            c
                                                                                                    .after())
                                                                                    .name())))),
                            typed -> EducationForms.evaluationFields(typed, p.competences()),
                            0,
                            "Enregistrer l’évaluation"));
        forms.add(
                shown.form(
                        "fin-" + p.id(),
                        here + "/fin",
                        "Terminer le programme",
                        new Typed(Map.of("ended_on", day)),
                        EducationForms::endFields,
                        0,
                        "Terminer"));
        return forms;
    }

    private List<SessionRepository.Attended> attended(PatientId patient) {
        return sessions.of(patient, SESSIONS);
    }

    /// What a plan says of the education of a person.
    ///
    /// @param title of the programme
    /// @param sessions what, what became of it, when
    public record Summary(String title, List<String> lines, List<Line> sessions, String href) {}

    public record Line(String what, String words, String when) {}

    /// The programme that runs, or the last one; null when there is none. Joins the caller's
    /// transaction.
    public @Nullable Summary of(PatientId patient) {
        var all = programmes.of(patient);
        if (all.isEmpty()) return null;
        var p = all.getFirst();
        return new Summary(
                p.title(),
                Stream.concat(
                                EducationText.lines(p).stream(),
                                p.competences().stream().map(EducationText::competence))
                        .toList(),
                attended(patient).stream()
                        .filter(a -> a.programme().equals(p.id()))
                        .limit(8)
                        .map(a ->
                                new Line(
                                        a.title(),
                                        a.state().label().toLowerCase(java.util.Locale.FRENCH),
                                        EducationText.when(a.on(), a.at())))
                        .toList(),
                "/dossiers/" + patient + "/education");
    }

    /// Sessions to come of a person, soonest first: « Cuisiner sans sel, jeudi 4 juin 2026, 14 h,
    /// maison de quartier ». Joins the caller's transaction.
    public List<String> toCome(PatientId patient) {
        var today = today();
        return attended(patient).reversed().stream()
                .filter(a -> !a.on().isBefore(today) && a.state() == Attendance.INSCRIT)
                .map(a ->
                        a.title()
                                + ", "
                                + EducationText.when(a.on(), a.at())
                                + (a.place() == null ? "" : ", " + a.place()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
