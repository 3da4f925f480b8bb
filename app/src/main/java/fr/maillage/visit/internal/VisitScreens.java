package fr.maillage.visit.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.agenda.Outcome;
import fr.maillage.agenda.Visits;
import fr.maillage.assessment.OfflineForms;
import fr.maillage.careplan.CarePlans;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.patient.Identities;
import fr.maillage.visit.internal.PreparePage.Choice;
import fr.maillage.visit.internal.VisitSheet.Call;
import fr.maillage.visit.internal.VisitSheet.Fact;
import fr.maillage.web.FormOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a visit takes along. It is gathered piece by piece, from what is listed here and nothing
/// else: the warnings of a file, where a restricted concern may stand, are not read at all.
@Component
@Transactional(readOnly = true)
class VisitScreens {

    private static final Duration AHEAD = Duration.ofDays(2);

    private final JdbcClient sql;
    private final Clock clock;
    private final VisitRepository visits;
    private final Visits agenda;
    private final CaseFiles files;
    private final Identities identities;
    private final CarePlans plans;
    private final FollowUp followUp;
    private final OfflineForms forms;
    private final Networks networks;

    VisitScreens(
            JdbcClient sql,
            Clock clock,
            VisitRepository visits,
            Visits agenda,
            CaseFiles files,
            Identities identities,
            CarePlans plans,
            FollowUp followUp,
            OfflineForms forms,
            Networks networks) {
        this.sql = sql;
        this.clock = clock;
        this.visits = visits;
        this.agenda = agenda;
        this.files = files;
        this.identities = identities;
        this.plans = plans;
        this.followUp = followUp;
        this.forms = forms;
        this.networks = networks;
    }

    PreparePage prepare(OpenFile file, PrepareForm form, boolean typed, FormOutcome outcome) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var from = today.atStartOfDay(FrenchDates.PARIS).toInstant();
        var planned = agenda.toMake(file.patient(), from, now.plus(AHEAD));
        var chosen =
                planned.stream()
                        .filter(one -> one.id().toString().equals(form.appointment()))
                        .findFirst()
                        .or(() -> typed ? Optional.empty() : planned.stream().findFirst())
                        .orElse(null);
        var choices = new ArrayList<Choice>();
        for (var one : planned) {
            var start = LocalDateTime.ofInstant(one.start(), FrenchDates.PARIS);
            choices.add(
                    new Choice(
                            one.id().toString(),
                            FrenchDates.shortDay(start.toLocalDate(), today)
                                    + " à "
                                    + FrenchDates.time(start)
                                    + (one.title() == null ? "" : ", " + one.title()),
                            one == chosen));
        }
        choices.add(new Choice("", VisitText.NOW, chosen == null));
        return new PreparePage(
                file.banner(),
                typed
                        ? form
                        : new PrepareForm(
                                form.appointment(),
                                form.questionnaires(),
                                visits.lastDirections(file.patient()).orElse("")),
                outcome.errors(),
                outcome.conflict(),
                choices,
                forms.known().stream()
                        .map(one ->
                                new Choice(
                                        one.code(),
                                        one.title(),
                                        form.questionnaires().contains(one.code())))
                        .toList(),
                (int) VisitService.READABLE.toHours());
    }

    VisitPage page(OpenFile file, Kept visit) {
        return new VisitPage(
                file.banner(),
                sheet(file.banner(), visit),
                visit.over(),
                VisitText.received(visits.lines(visit.id())));
    }

    VisitSheet sheet(Banner banner, Kept visit) {
        var patient = visit.patient();
        var today = LocalDate.now(clock);
        var appointment = agenda.get(visit.appointment());
        var start = LocalDateTime.ofInstant(appointment.start(), FrenchDates.PARIS);
        var until = LocalDateTime.ofInstant(visit.readableUntil(), FrenchDates.PARIS);
        var plan = plans.current(patient).orElse(null);
        var outcome = appointment.outcome();
        var day = start.toLocalDate().isAfter(today) ? start.toLocalDate() : today;
        return new VisitSheet(
                visit.id().toString(),
                patient.toString(),
                banner.name(),
                banner.born() + ", " + banner.age(),
                FrenchDates.longDay(start.toLocalDate())
                        + " à "
                        + FrenchDates.time(start)
                        + (appointment.title() == null ? "" : ", " + appointment.title()),
                FrenchDates.longDay(until.toLocalDate()) + " à " + FrenchDates.time(until),
                Math.max(0, Duration.between(clock.instant(), visit.readableUntil()).toMillis()),
                today.toString(),
                outcome == null ? null : outcome.label(),
                facts(patient, banner),
                visit.directions(),
                files.circle(patient, today).stream()
                        .map(actor -> call(actor.name(), actor.quality(), actor.phone()))
                        .toList(),
                emergency(patient),
                banner.crisis() == null ? null : banner.crisis().words(),
                plan == null
                        ? List.of()
                        : plan.goals().stream()
                                .filter(goal -> !goal.result().equals("ABANDONNE"))
                                .map(goal ->
                                        new VisitSheet.Goal(
                                                goal.title(),
                                                Stream.of(
                                                                goal.measure(),
                                                                goal.dueOn() == null
                                                                        ? null
                                                                        : "avant le "
                                                                                + FrenchDates.date(
                                                                                        goal
                                                                                                .dueOn()))
                                                        .filter(words -> words != null)
                                                        .collect(Collectors.joining(", "))))
                                .toList(),
                plan == null
                        ? List.of()
                        : plan.interventions().stream()
                                .map(one ->
                                        new VisitSheet.Work(
                                                one.title(),
                                                one.actor() == null ? "sans acteur" : one.actor(),
                                                one.when()))
                                .toList(),
                acts(patient, day),
                alerts(patient, today),
                tasks(patient, today),
                questionnaires(patient, visit),
                Arrays.stream(Outcome.values())
                        .map(one -> new VisitSheet.Choice(one.name(), one.label()))
                        .toList(),
                Arrays.stream(NotDone.values())
                        .map(one -> new VisitSheet.Choice(one.name(), one.label()))
                        .toList());
    }

    private List<Fact> facts(PatientId patient, Banner banner) {
        var identity = identities.get(patient).form();
        var facts = new ArrayList<Fact>();
        add(
                facts,
                "Adresse",
                Stream.of(identity.address(), identity.commune())
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(", ")));
        add(facts, "Téléphone", identity.phone());
        add(facts, "Portable", identity.mobile());
        if (identity.interpreter())
            add(
                    facts,
                    "Interprète",
                    identity.language().isBlank() ? "à prévoir" : identity.language());
        if (identity.livesAlone().equals("OUI")) add(facts, "Vit", "seule ou seul");
        add(facts, "Médecin traitant", banner.doctor());
        add(facts, "Situation", banner.levelLabel());
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) facts.add(new Fact(label, value));
    }

    private static Call call(String name, String quality, @Nullable String phone) {
        var number = phone == null ? null : PhoneNumber.parse(phone).orElse(null);
        return new Call(
                name,
                quality,
                phone == null || phone.isBlank() ? null : PhoneNumber.written(phone),
                number == null ? null : number.dial());
    }

    /// Whom to call when it goes wrong: help first, then the structure, then the doctor.
    private List<Call> emergency(PatientId patient) {
        var network = networks.get(SignedIn.current().network());
        var calls = new ArrayList<Call>();
        calls.add(new Call("SAMU", "urgence vitale", "15", "15"));
        calls.add(new Call("Numéro d’urgence européen", "SMS ou fax au 114", "112", "112"));
        calls.add(
                call(
                        network.shortName(),
                        network.onCallHours() == null
                                ? network.openingHours()
                                : network.onCallHours(),
                        network.onCallPhone() == null ? network.phone() : network.onCallPhone()));
        var identity = identities.get(patient).form();
        if (!identity.mtName().isBlank())
            calls.add(call(identity.mtName(), "médecin traitant", identity.mtPhone()));
        return calls;
    }

    private List<VisitSheet.Act> acts(PatientId patient, LocalDate day) {
        return followUp.toMark(patient, day).stream()
                .map(act ->
                        new VisitSheet.Act(
                                act.id().toString(),
                                act.title(),
                                act.actor(),
                                VisitText.due(act.dueOn(), act.dueUntil(), day),
                                act.late()))
                .toList();
    }

    private List<VisitSheet.Due> alerts(PatientId patient, LocalDate today) {
        return sql.sql(
                        """
                        select title, due_on from followup.open_alert where patient_id = :patient and status = 'OUVERTE'
                        order by urgency desc, due_on, id limit 20
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new VisitSheet.Due(
                                row.getString("title"),
                                FrenchDates.relative(
                                        row.getObject("due_on", LocalDate.class), today)))
                .list();
    }

    private List<VisitSheet.Due> tasks(PatientId patient, LocalDate today) {
        return sql.sql(
                        """
                        select title, due_on from followup.task_to_do where patient_id = :patient order by due_on, id limit 20
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new VisitSheet.Due(
                                row.getString("title"),
                                FrenchDates.relative(
                                        row.getObject("due_on", LocalDate.class), today)))
                .list();
    }

    private List<VisitSheet.Questionnaire> questionnaires(PatientId patient, Kept visit) {
        return forms.forms(patient, visits.drafts(visit.id(), false)).stream()
                .map(form ->
                        new VisitSheet.Questionnaire(
                                form.draft().toString(),
                                form.canonical(),
                                form.title(),
                                form.version(),
                                form.day(),
                                form.html(),
                                form.rules(),
                                "/dossiers/"
                                        + patient
                                        + "/evaluations/modeles/"
                                        + form.code()
                                        + "/papier"))
                .toList();
    }
}
