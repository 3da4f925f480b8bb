package fr.maillage.agenda.internal.setup;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Working hours, rooms and vehicles: set by the team itself.
@Controller
class SetupController {

    private final Hours hours;
    private final Resources resources;
    private final Networks networks;
    private final Clock clock;

    SetupController(Hours hours, Resources resources, Networks networks, Clock clock) {
        this.hours = hours;
        this.resources = resources;
        this.networks = networks;
        this.clock = clock;
    }

    @GetMapping("/reglages/agenda")
    @PreAuthorize(Allowed.TEAM)
    public String show(
            @RequestParam(name = "membre", defaultValue = "") String member, Model model) {
        model.addAttribute("page", page(member, null, new FormErrors()));
        return "agenda/setup";
    }

    @PostMapping("/reglages/agenda/horaires")
    @PreAuthorize(Allowed.TEAM)
    public String hours(Submission sent) {
        var member = known(sent.text("member"));
        return sent.end(
                Act.to(
                        "/reglages/agenda" + member.map(m -> "?membre=" + m).orElse(""),
                        SetupText.HOURS_SAVED,
                        () ->
                                hours.set(
                                        member.orElse(null),
                                        IntStream.rangeClosed(1, 7)
                                                .mapToObj(d -> sent.text("day" + d))
                                                .toList())),
                outcome ->
                        sent.show(
                                "agenda/setup",
                                page(sent.text("member"), sent.values(), outcome.errors())));
    }

    @PostMapping("/reglages/agenda/ressources")
    @PreAuthorize(Allowed.TEAM)
    public String add(Submission sent) {
        return sent.end(
                Act.to("/reglages/agenda#ressources", SetupText.ADDED, () -> add(sent.values())),
                outcome -> sent.show("agenda/setup", page("", sent.values(), outcome.errors())));
    }

    private void add(MultiValueMap<String, String> typed) {
        var name = text(typed, "name");
        if (name.isEmpty() || name.length() > 80)
            throw new FormRefused(new FormErrors().add("name", SetupText.NAME));
        var note = text(typed, "note");
        var sort =
                Arrays.stream(Resources.Sort.values())
                        .filter(one -> one.name().equals(text(typed, "sort")))
                        .findFirst()
                        .orElse(Resources.Sort.SALLE);
        if (!resources.add(
                sort,
                name,
                note.isEmpty() ? null : note.substring(0, Math.min(note.length(), 200))))
            throw new FormRefused(new FormErrors().add("name", SetupText.SAME_NAME));
    }

    @PostMapping("/reglages/agenda/ressources/{id}/retirer")
    @PreAuthorize(Allowed.TEAM)
    public String retire(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to(
                        "/reglages/agenda#ressources",
                        SetupText.RETIRED,
                        () -> resources.retire(id)),
                outcome -> sent.show("agenda/setup", page("", sent.values(), outcome.errors())));
    }

    private Optional<UUID> known(String typed) {
        return Ids.parse(typed).map(id -> networks.member(id).id());
    }

    private SetupPage page(
            String member,
            @org.jspecify.annotations.Nullable MultiValueMap<String, String> typed,
            FormErrors errors) {
        var who = known(member);
        var set = hours.of(who.orElse(null));
        var again = typed == null ? new LinkedMultiValueMap<String, String>() : typed;
        return new SetupPage(
                who.map(UUID::toString).orElse(""),
                who.map(id -> networks.member(id).name()).orElse(SetupText.STRUCTURE),
                !set.isEmpty(),
                networks.team(LocalDate.now(clock)).stream()
                        .map(m ->
                                new SetupPage.Option(
                                        m.id().toString(),
                                        m.name(),
                                        who.filter(m.id()::equals).isPresent()))
                        .toList(),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(d ->
                                new SetupPage.Day(
                                        "day" + d,
                                        SetupText.DAYS.get(d - 1),
                                        again.containsKey("day" + d)
                                                ? text(again, "day" + d)
                                                : WeekForm.words(set.getOrDefault(d, List.of()))))
                        .toList(),
                resources.all().stream()
                        .map(r ->
                                new SetupPage.Line(
                                        r.id().toString(),
                                        r.sort().label(),
                                        r.name(),
                                        r.note() == null ? "" : r.note()))
                        .toList(),
                Arrays.stream(Resources.Sort.values())
                        .map(one ->
                                new SetupPage.Option(
                                        one.name(),
                                        one.label(),
                                        one.name().equals(text(again, "sort"))))
                        .toList(),
                text(again, "name"),
                text(again, "note"),
                errors);
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
