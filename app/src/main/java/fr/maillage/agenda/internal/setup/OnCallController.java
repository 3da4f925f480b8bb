package fr.maillage.agenda.internal.setup;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;

/// The rota of permanences.
@Controller
class OnCallController {

    private static final Duration LONGEST = Duration.ofDays(14);

    private final OnCalls onCalls;
    private final Networks networks;
    private final Clock clock;

    OnCallController(OnCalls onCalls, Networks networks, Clock clock) {
        this.onCalls = onCalls;
        this.networks = networks;
        this.clock = clock;
    }

    @GetMapping("/agenda/permanences")
    @PreAuthorize(Allowed.TEAM)
    public String show(Model model) {
        model.addAttribute("page", page(Map.of(), new FormErrors()));
        return "agenda/on-call";
    }

    @PostMapping("/agenda/permanences")
    @PreAuthorize(Allowed.TEAM)
    public String note(Submission sent) {
        return sent.end(
                Act.to("/agenda/permanences", SetupText.ON_CALL_NOTED, () -> note(read(sent))),
                outcome ->
                        sent.show(
                                "agenda/on-call",
                                page(sent.values().toSingleValueMap(), outcome.errors())));
    }

    private void note(OnCalls.New permanence) {
        networks.member(permanence.member());
        onCalls.note(permanence, SignedIn.current().displayName());
    }

    @PostMapping("/agenda/permanences/{id}/retirer")
    @PreAuthorize(Allowed.TEAM)
    public String end(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/agenda/permanences", SetupText.ON_CALL_ENDED, () -> onCalls.remove(id)),
                outcome -> sent.show("agenda/on-call", page(Map.of(), outcome.errors())));
    }

    private static OnCalls.New read(Submission sent) {
        var errors = new FormErrors();
        var member = Ids.parse(sent.text("member"));
        if (member.isEmpty()) errors.add("member", SetupText.WHO);
        var from = at(sent.text("from"), sent.text("fromTime"));
        if (from == null) errors.add("from", SetupText.WHEN);
        var to = at(sent.text("to"), sent.text("toTime"));
        if (to == null) errors.add("to", SetupText.WHEN);
        if (from != null && to != null && !to.isAfter(from))
            errors.add("to", SetupText.ENDS_BEFORE);
        else if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0)
            errors.add("to", SetupText.TOO_LONG);
        var typed = sent.text("forward");
        var forward = PhoneNumber.parse(typed).map(PhoneNumber::formatted);
        if (!typed.isEmpty() && forward.isEmpty()) errors.add("forward", SetupText.PHONE);
        FormRefused.unless(errors);
        return new OnCalls.New(
                member.orElseThrow(),
                java.util.Objects.requireNonNull(from),
                java.util.Objects.requireNonNull(to),
                forward.orElse(null));
    }

    private static @Nullable Instant at(String day, String time) {
        try {
            return ZonedDateTime.of(LocalDate.parse(day), LocalTime.parse(time), FrenchDates.PARIS)
                    .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private OnCallPage page(Map<String, String> typed, FormErrors errors) {
        var now = clock.instant();
        return new OnCallPage(
                onCalls.notOver(now).stream()
                        .map(c ->
                                new OnCallPage.Line(
                                        c.id().toString(),
                                        c.who(),
                                        "du "
                                                + FrenchDates.exact(c.start())
                                                + " au "
                                                + FrenchDates.exact(c.end()),
                                        c.forward() == null ? "" : c.forward(),
                                        !c.start().isAfter(now)))
                        .toList(),
                networks.team(LocalDate.now(clock)).stream()
                        .map(m ->
                                new SetupPage.Option(
                                        m.id().toString(),
                                        m.name(),
                                        m.id().toString().equals(typed.get("member"))))
                        .toList(),
                typed,
                errors,
                networks.get(SignedIn.current().network()).openingHours());
    }
}
