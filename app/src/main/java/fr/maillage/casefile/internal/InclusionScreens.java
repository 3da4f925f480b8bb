package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.casefile.InformationSheet;
import fr.maillage.casefile.ThemeEvaluations;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class InclusionScreens {

    private final InclusionService inclusions;
    private final Supports supports;
    private final Networks networks;
    private final Patients patients;
    private final Consents consents;
    private final Referrals referrals;
    private final InformationSheet sheets;
    private final CrisisPlans crises;
    private final ThemeEvaluations evaluations;
    private final Clock clock;

    InclusionScreens(
            InclusionService inclusions,
            Supports supports,
            Networks networks,
            Patients patients,
            Consents consents,
            Referrals referrals,
            InformationSheet sheets,
            CrisisPlans crises,
            ThemeEvaluations evaluations,
            Clock clock) {
        this.inclusions = inclusions;
        this.supports = supports;
        this.networks = networks;
        this.patients = patients;
        this.consents = consents;
        this.referrals = referrals;
        this.sheets = sheets;
        this.crises = crises;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /// The form before anything was typed: what the request, the analysis and the former
    /// accompaniment already say.
    Sent start(PatientId patient, Optional<UUID> demande, UUID member) {
        var today = LocalDate.now(clock);
        var support = supports.open(patient);
        var referral =
                demande.map(referrals::get).or(() -> referrals.of(patient).stream().findFirst());
        var level =
                referral.map(r ->
                        r.level() != null
                                ? r.level()
                                : referrals
                                        .analysis(r.id())
                                        .map(Referrals.Analysis::retainedLevel)
                                        .orElse(null));
        var theme =
                referral.map(Referrals.Referral::themeCode)
                        .or(() -> support.map(Supports.Row::themeCode))
                        .orElse("");
        var intensity =
                referral.map(Referrals.Referral::intensity)
                        .or(() -> support.map(Supports.Row::intensity))
                        .orElse("SOUTENU");
        var coordinators = networks.coordinators(today);
        var coordinator =
                Stream.of(
                                support.map(Supports.Row::coordinatorId),
                                referral.map(Referrals.Referral::assignedTo),
                                sector(patient, today),
                                Optional.of(member))
                        .flatMap(Optional::stream)
                        .filter(id -> coordinators.stream().anyMatch(m -> m.id().equals(id)))
                        .findFirst();
        return Sent.with(
                "demande", demande.map(UUID::toString).orElse(""),
                "theme", theme,
                "level", level.map(String::valueOf).orElse(""),
                "intensity", intensity,
                "coordinator", coordinator.map(UUID::toString).orElse(""),
                "unit", support.map(Supports.Row::unitId).map(UUID::toString).orElse(""),
                "day", today.toString(),
                "reviewOn", today.plusMonths(networks.setting(Setting.WATCH_MONTHS, 0)).toString(),
                "crisisPlan",
                        crises.current(patient)
                                .flatMap(plan -> Optional.ofNullable(plan.actions()))
                                .orElse(""),
                "version", support.map(s -> String.valueOf(s.version())).orElse("0"));
    }

    /// Who covers the commune where the person lives.
    private Optional<UUID> sector(PatientId patient, LocalDate today) {
        return Optional.ofNullable(patients.get(patient).communeCode())
                .flatMap(commune -> networks.covering(commune, today).stream().findFirst())
                .map(Networks.Member::id);
    }

    InclusionPage page(OpenFile file, Sent sent, FormOutcome outcome) {
        var patient = file.patient();
        var today = LocalDate.now(clock);
        var proposal = inclusions.propose(patient, sent);
        var rule = proposal.rule();
        var referral = proposal.referral();
        var support = supports.open(patient);
        return new InclusionPage(
                file.banner(),
                support.filter(Supports.Row::active)
                        .map(_ -> InclusionText.of(new Inclusion.Obstacle.AlreadySupported()))
                        .orElse(null),
                InclusionText.title(
                        support.map(Supports.Row::status).orElse(null),
                        supports.lastExit(patient).isPresent()),
                sent,
                outcome.errors(),
                Stream.concat(
                                rule.obstacles().stream().map(InclusionText::of),
                                proposal.errors().all().stream().map(Map.Entry::getValue))
                        .distinct()
                        .toList(),
                outcome.conflict(),
                InclusionText.need(
                        referral == null ? null : referral.number(),
                        rule.needValidated(),
                        rule.analysedLevel()),
                referral == null
                        ? null
                        : "/demandes/" + referral.id() + (rule.needValidated() ? "" : "/analyse"),
                rule.needValidated(),
                networks.themes(today).stream().map(t -> new Option(t.code(), t.label())).toList(),
                options(CaseFileText.LEVELS),
                options(CaseFileText.INTENSITIES),
                networks.coordinators(today).stream()
                        .map(m -> new Option(m.id().toString(), m.name()))
                        .toList(),
                networks.units().stream()
                        .map(u -> new Option(u.id().toString(), u.name()))
                        .toList(),
                rule.criteria().stream()
                        .map(c ->
                                new InclusionPage.Criterion(
                                        c.id().toString(), c.label(), c.required(), c.met()))
                        .toList(),
                rule.theme() != null && rule.theme().firstLineAgreement(),
                evaluations.asked(patient, sent.text("theme")),
                rule.watch(),
                proposal.person().communeName() == null
                        ? "inconnue"
                        : proposal.person().communeName(),
                recorded(patient, Act.ACCOMPAGNEMENT, today),
                recorded(patient, Act.PARTAGE_EQUIPE, today),
                sheets.given(patient).orElse(null),
                states(
                        Act.ACCOMPAGNEMENT,
                        State.DONNE,
                        State.A_CONFIRMER,
                        State.HORS_D_ETAT,
                        State.REFUSE),
                states(
                        Act.PARTAGE_EQUIPE,
                        State.DONNE,
                        State.OPPOSITION_PARTIELLE,
                        State.OPPOSITION,
                        State.HORS_D_ETAT),
                options(InclusionText.FORMS),
                options(InclusionText.GIVERS),
                outcome.conflict() != null
                        ? support.map(Supports.Row::version).orElse(0)
                        : sent.number("version"));
    }

    private String recorded(PatientId patient, Act act, LocalDate today) {
        return consents.last(patient, act)
                .map(c ->
                        InclusionText.recorded(
                                consents.label(act, c.state()),
                                FrenchDates.shortDay(c.givenOn(), today)))
                .orElse("Rien n’est enregistré.");
    }

    private List<Option> states(Act act, State... states) {
        var options = new ArrayList<Option>();
        options.add(new Option("", "Ne rien changer"));
        for (var state : states) options.add(new Option(state.name(), consents.label(act, state)));
        return options;
    }

    static List<Option> options(Map<String, String> labels) {
        return labels.entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList();
    }
}
