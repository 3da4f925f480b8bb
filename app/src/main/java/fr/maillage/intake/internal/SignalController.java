package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shared alert indicators: taken by the team, or sent by somebody of an establishment who has an
/// account.
@Controller
class SignalController {

    private static final String HERE = "/demandes/signal";
    private static final String LIST = "/reglages/signaux";

    private final SignalService service;
    private final NewReferralScreens near;
    private final Arrivals arrivals;
    private final Networks networks;
    private final Clock clock;

    SignalController(
            SignalService service,
            NewReferralScreens near,
            Arrivals arrivals,
            Networks networks,
            Clock clock) {
        this.service = service;
        this.near = near;
        this.arrivals = arrivals;
        this.networks = networks;
        this.clock = clock;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.FILES)
    public String blank(@RequestParam(required = false) @Nullable UUID arrivee, Model model) {
        var arrival = team() ? arrivee : null;
        var form = arrival == null ? ReferralForm.blank() : arrivals.form(arrival);
        var signals = arrival == null ? List.<String>of() : arrivals.signals(arrival);
        model.addAttribute("page", page(form, Sent.with(), new FormErrors(), signals));
        return "intake/signal";
    }

    /// Without script: the same form, with those near the name.
    @PostMapping(HERE + "/recherche")
    @PreAuthorize(Allowed.DESK)
    public String search(@ModelAttribute ReferralForm form, Submission sent) {
        return sent.show(
                "intake/signal",
                page(form, sent.form(), new FormErrors(), sent.form().all("signals")));
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.FILES)
    public String note(@ModelAttribute ReferralForm form, Submission sent) {
        var work = sent.form();
        if (!team())
            return sent.end(
                    Act.to(
                            HERE,
                            SignalText.RECEIVED,
                            () ->
                                    SignedIn.current()
                                            .tenancy()
                                            .actingFor(to(work))
                                            .run(() -> service.send(form, work))),
                    outcome -> again(form, sent, outcome));
        var informed = form.agreement().equals(Codes.Agreement.INFORMEE_ACCORD.name());
        return sent.end(
                new Act(
                        informed ? SignalText.WATCHED : SignalText.INFORM_FIRST,
                        () -> "/demandes/" + service.note(form, work)),
                outcome -> again(form, sent, outcome));
    }

    private String again(ReferralForm form, Submission sent, FormOutcome outcome) {
        return sent.show(
                "intake/signal",
                page(form, sent.form(), outcome.errors(), sent.form().all("signals")));
    }

    /// The structure told: the only one, or the one chosen. Throws `FormRefused`.
    private static NetworkId to(Sent form) {
        var open = SignalService.open();
        if (open.size() == 1) return open.getFirst();
        return form.id("structure")
                .map(NetworkId::new)
                .filter(open::contains)
                .orElseThrow(() -> FormRefused.because("structure", SignalText.WHERE));
    }

    private static boolean team() {
        return SignedIn.current().role() != Role.PROFESSIONAL;
    }

    private SignalPage page(ReferralForm form, Sent sent, FormErrors errors, List<String> signals) {
        var team = team();
        var open = SignalService.open();
        var today = LocalDate.now(clock);
        return new SignalPage(
                team,
                form,
                errors,
                team
                        ? near.near(form.subject(), form.patient())
                        : new NearPage("", false, List.of(), ""),
                team
                        ? service.kinds()
                        : SignedIn.current()
                                .tenancy()
                                .actingFor(open.getFirst())
                                .call(service::kinds),
                signals,
                PublicForm.ASKERS.stream().map(q -> new Choice(q.name(), q.label())).toList(),
                Codes.choices(Codes.Agreement.values()),
                team
                        ? networks.themes(today).stream()
                                .map(t -> new Choice(t.code(), t.label()))
                                .toList()
                        : List.of(),
                sent.text("theme"),
                !team
                        ? ""
                        : sent.text("reviewOn").isEmpty()
                                ? today.plusMonths(networks.setting(Setting.WATCH_MONTHS, 0))
                                        .toString()
                                : sent.text("reviewOn"),
                team || open.size() < 2
                        ? List.of()
                        : open.stream()
                                .map(id -> new Choice(id.toString(), networks.get(id).name()))
                                .toList(),
                form.arrival(),
                team && SignedIn.current().role() != Role.SECRETARY);
    }

    @GetMapping(LIST)
    @PreAuthorize(Allowed.TEMPLATES)
    public String list(Model model) {
        model.addAttribute(
                "page", new SignalPage.Kinds(String.join("\n", service.kinds()), new FormErrors()));
        return "intake/signal-kinds";
    }

    @PostMapping(LIST)
    @PreAuthorize(Allowed.TEMPLATES)
    public String change(Submission sent) {
        return sent.end(
                Act.to(LIST, SignalText.LIST_SAVED, () -> service.change(sent.form())),
                outcome ->
                        sent.show(
                                "intake/signal-kinds",
                                new SignalPage.Kinds(
                                        sent.form().value("lines"), outcome.errors())));
    }
}
