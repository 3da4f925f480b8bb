package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.RightPapers;
import fr.maillage.casefile.internal.Option;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of a person's rights and measures.
@Component
@Transactional(readOnly = true)
class EntitlementScreens {

    private final EntitlementRepository rights;
    private final CaseFiles files;
    private final RightPapers papers;
    private final Networks networks;
    private final Clock clock;

    EntitlementScreens(
            EntitlementRepository rights,
            CaseFiles files,
            RightPapers papers,
            Networks networks,
            Clock clock) {
        this.rights = rights;
        this.files = files;
        this.papers = papers;
        this.networks = networks;
        this.clock = clock;
    }

    MeasuresPage all(OpenFile file, Sent form, FormErrors errors) {
        var today = LocalDate.now(clock);
        var all = rights.all(file.patient());
        var current = new ArrayList<MeasuresPage.Line>();
        var past = new ArrayList<MeasuresPage.Line>();
        for (var right : all) {
            var followed =
                    all.stream()
                            .anyMatch(r ->
                                    right.id().equals(r.renews())
                                            && r.state() == RightState.ACCORDE);
            (right.state() == RightState.CLOS || followed ? past : current)
                    .add(line(file, right, all, today));
        }
        var blank =
                form.values().isEmpty()
                        ? Sent.with(
                                "state",
                                "",
                                "followedBy",
                                files.current(file.patient())
                                        .map(CaseFiles.Support::coordinatorId)
                                        .map(UUID::toString)
                                        .orElse(""),
                                "amountPer",
                                "MOIS")
                        : form;
        return new MeasuresPage(
                file.banner(),
                blank,
                errors,
                SignedIn.current().role() != Role.HEAD,
                file.clinical(),
                current,
                past,
                choices(today));
    }

    MeasurePage one(OpenFile file, UUID id, String act, Sent sent, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var right = rights.get(file.patient(), id);
        var all = rights.all(file.patient());
        var renewal =
                all.stream()
                        .filter(r -> id.equals(r.renews()) && r.state() != RightState.CLOS)
                        .findFirst();
        var mayWrite = SignedIn.current().role() != Role.HEAD;
        var version =
                outcome.status() == HttpStatus.UNPROCESSABLE_CONTENT && sent.number("version") >= 0
                        ? sent.number("version")
                        : right.version();
        return new MeasurePage(
                file.banner(),
                id.toString(),
                act,
                act.equals("droit") ? sent : stored(right),
                act.equals("droit") ? Sent.with() : sent,
                outcome.errors(),
                outcome.conflict(),
                mayWrite,
                file.clinical(),
                right.state() == RightState.CLOS,
                right.title(),
                right.state().mark(),
                end(right, today),
                endTone(right, today),
                EntitlementText.notice(networks.setting(right.kind().notice(), null)),
                facts(file, right),
                file.clinical() ? right.note() : null,
                rights.steps(id).stream().map(s -> step(s, today)).toList(),
                papers.of(file, id),
                all.stream()
                        .filter(r -> r.id().equals(right.renews()))
                        .findFirst()
                        .map(r -> link(file, r))
                        .orElse(null),
                renewal.map(r -> link(file, r)).orElse(null),
                mayWrite
                        && right.state() == RightState.ACCORDE
                        && renewal.filter(r -> r.state() != RightState.REFUSE).isEmpty(),
                choices(today),
                version);
    }

    private MeasuresPage.Line line(
            OpenFile file, Entitlement right, List<Entitlement> all, LocalDate today) {
        return new MeasuresPage.Line(
                href(file, right),
                right.title(),
                file.clinical() ? right.detail() : null,
                right.state().mark(),
                right.state() == RightState.ACCORDE ? end(right, today) : standing(right),
                endTone(right, today),
                right.amount() == null
                        ? null
                        : EntitlementText.amount(right.amount(), right.amountPer()),
                right.body() == null ? null : right.body().label(),
                right.followedBy() == null ? null : networks.member(right.followedBy()).name(),
                right.nextOn() == null
                        ? null
                        : right.nextWhat()
                                + ", "
                                + FrenchDates.shortDay(right.nextOn(), today)
                                + (right.nextBy() == null ? "" : ", par " + right.nextBy()),
                right.nextOn() != null && right.nextOn().isBefore(today),
                all.stream()
                        .filter(r ->
                                right.id().equals(r.renews())
                                        && r.state() != RightState.CLOS
                                        && r.state() != RightState.ACCORDE)
                        .findFirst()
                        .map(EntitlementText::standing)
                        .orElse(null));
    }

    private List<MeasurePage.Fact> facts(OpenFile file, Entitlement right) {
        var found = new ArrayList<MeasurePage.Fact>();
        if (file.clinical() && right.detail() != null)
            found.add(new MeasurePage.Fact("Motif médical", right.detail()));
        date(found, "Demandé le", right.askedOn());
        date(found, "Décidé le", right.decidedOn());
        date(found, "Du", right.startsOn());
        date(found, "Au", right.endsOn());
        if (right.amount() != null)
            found.add(
                    new MeasurePage.Fact(
                            "Montant", EntitlementText.amount(right.amount(), right.amountPer())));
        if (right.body() != null)
            found.add(new MeasurePage.Fact("Organisme", right.body().label()));
        if (right.reference() != null)
            found.add(new MeasurePage.Fact("Référence", right.reference()));
        if (right.appealUntil() != null)
            found.add(
                    new MeasurePage.Fact(
                            "Recours jusqu’au",
                            EntitlementText.appealUntil(right, right.appealUntil())));
        date(found, "Recours formé le", right.appealedOn());
        if (right.followedBy() != null)
            found.add(
                    new MeasurePage.Fact("Suivi par", networks.member(right.followedBy()).name()));
        if (right.closedWhy() != null) found.add(new MeasurePage.Fact("Clos", right.closedWhy()));
        return found;
    }

    private static void date(List<MeasurePage.Fact> facts, String label, @Nullable LocalDate day) {
        if (day != null) facts.add(new MeasurePage.Fact(label, FrenchDates.date(day)));
    }

    private static MeasurePage.Step step(Entitlement.Step step, LocalDate today) {
        return new MeasurePage.Step(
                FrenchDates.shortDay(step.onDate(), today),
                FrenchDates.longDay(step.onDate()),
                step.what(),
                step.who(),
                step.nextOn() == null
                        ? null
                        : "Ensuite\u00A0: "
                                + step.nextWhat()
                                + ", "
                                + FrenchDates.shortDay(step.nextOn(), today)
                                + (step.nextBy() == null ? "" : ", par " + step.nextBy()),
                step.authorName());
    }

    private static MeasurePage.Link link(OpenFile file, Entitlement right) {
        return new MeasurePage.Link(href(file, right), EntitlementText.standing(right));
    }

    private static String href(OpenFile file, Entitlement right) {
        return "/dossiers/" + file.patient() + "/mesures/" + right.id();
    }

    private static @Nullable String end(Entitlement right, LocalDate today) {
        return right.state() != RightState.ACCORDE || right.endsOn() == null
                ? null
                : EntitlementText.end(right.endsOn(), today);
    }

    private static @Nullable String standing(Entitlement right) {
        return right.state() == RightState.A_DEMANDER ? null : EntitlementText.standing(right);
    }

    private String endTone(Entitlement right, LocalDate today) {
        var ends = right.endsOn();
        if (right.state() != RightState.ACCORDE || ends == null) return "";
        if (ends.isBefore(today)) return "is-late";
        return ends.minusDays(networks.setting(right.kind().notice(), null)).isAfter(today)
                ? ""
                : "is-due";
    }

    private MeasuresPage.Choices choices(LocalDate today) {
        return new MeasuresPage.Choices(
                Arrays.stream(RightKind.values())
                        .map(k -> new Option(k.name(), k.words()))
                        .toList(),
                RightState.CHOICES.stream()
                        .map(s -> new Option(s.name(), s.mark().label()))
                        .toList(),
                Arrays.stream(RightKind.Body.values())
                        .map(b -> new Option(b.name(), b.label()))
                        .toList(),
                Option.all(EntitlementText.PER),
                networks.coordinators(today).stream()
                        .map(m -> new Option(m.id().toString(), m.name()))
                        .toList());
    }

    /// The right as its form shows it.
    private static Sent stored(Entitlement right) {
        return Sent.with(
                "kind", right.kind().name(),
                "name", text(right.name()),
                "detail", text(right.detail()),
                "state", right.state().name(),
                "askedOn", text(right.askedOn()),
                "decidedOn", text(right.decidedOn()),
                "startsOn", text(right.startsOn()),
                "endsOn", text(right.endsOn()),
                "amount",
                        right.amount() == null
                                ? ""
                                : right.amount().amount().toPlainString().replace('.', ','),
                "amountPer", right.amountPer() == null ? "MOIS" : right.amountPer(),
                "body", right.body() == null ? "" : right.body().name(),
                "reference", text(right.reference()),
                "appealUntil", text(right.appealUntil()),
                "appealedOn", text(right.appealedOn()),
                "followedBy", text(right.followedBy()),
                "nextOn", text(right.nextOn()),
                "nextWhat", text(right.nextWhat()),
                "nextBy", text(right.nextBy()),
                "note", text(right.note()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
