package fr.maillage.casefile.internal.concern;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.ConcernPapers;
import fr.maillage.casefile.internal.Option;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of concerns. Every reading leaves its line in the trail.
@Component
@Transactional
class ConcernScreens {

    private final ConcernService concerns;
    private final Audience audience;
    private final AddresseeBook book;
    private final Patients patients;
    private final ConcernPapers papers;
    private final Clock clock;

    ConcernScreens(
            ConcernService concerns,
            Audience audience,
            AddresseeBook book,
            Patients patients,
            ConcernPapers papers,
            Clock clock) {
        this.concerns = concerns;
        this.audience = audience;
        this.book = book;
        this.patients = patients;
        this.papers = papers;
        this.clock = clock;
    }

    /// The list and the form. For a member of the circle to whom no concern names them there is no
    /// such page.
    ConcernsPage all(OpenFile file, Sent form, FormErrors errors) {
        var patient = file.patient();
        var today = LocalDate.now(clock);
        var mayWrite = SignedIn.current().role() != Role.PROFESSIONAL;
        var found = concerns.read(patient);
        if (found.isEmpty() && !mayWrite) throw new NotFound("préoccupation", patient.value());
        var birth = patients.get(patient).birthDate();
        var contacts = mayWrite ? book.about(patient) : List.<Contact>of();
        return new ConcernsPage(
                file.banner(),
                form,
                errors,
                mayWrite,
                found.stream()
                        .map(c ->
                                new ConcernsPage.Line(
                                        "/dossiers/" + patient + "/preoccupations/" + c.id(),
                                        nature(c),
                                        c.since(),
                                        ConcernText.status(c.status(), c.closedWhy()),
                                        ConcernText.tone(c.status()),
                                        ConcernText.icon(c.status()),
                                        review(c.reviewOn(), today),
                                        overdue(c.reviewOn(), today),
                                        c.restricted(),
                                        written(c, today)))
                        .toList(),
                Option.all(ConcernText.NATURES),
                addressees(contacts),
                proposed(contacts),
                mayWrite ? options(audience.mayBeNamed(patient)) : List.of(),
                mayWrite ? audience.byRule(patient, SignedIn.current().displayName()) : List.of(),
                birth != null && Addressee.minor(birth, today));
    }

    /// One of them. Throws `NotFound` for whoever is not of its audience.
    ConcernPage one(OpenFile file, UUID id, String act, Sent form, FormOutcome outcome) {
        var patient = file.patient();
        var today = LocalDate.now(clock);
        var concern = concerns.read(patient, id);
        var birth = patients.get(patient).birthDate();
        var names = audience.mayBeNamed(patient);
        var mayWrite = SignedIn.current().role() != Role.PROFESSIONAL;
        var contacts = mayWrite ? book.about(patient) : List.<Contact>of();
        var version =
                outcome.status() == HttpStatus.UNPROCESSABLE_CONTENT && form.number("version") >= 0
                        ? form.number("version")
                        : concern.version();
        return new ConcernPage(
                file.banner(),
                id.toString(),
                form,
                outcome.errors(),
                outcome.conflict(),
                act,
                mayWrite,
                concern.closed(),
                concern.restricted(),
                nature(concern),
                ConcernText.status(concern.status(), concern.closedWhy()),
                ConcernText.tone(concern.status()),
                ConcernText.icon(concern.status()),
                review(concern.reviewOn(), today),
                overdue(concern.reviewOn(), today),
                paragraphs(concern.facts()),
                paragraphs(concern.impressions()),
                paragraphs(concern.concerned()),
                concern.since(),
                paragraphs(concern.decided()),
                written(concern, today),
                concerns.steps(id).stream().map(s -> step(s, today)).toList(),
                readers(file, concern, names),
                papers.ofConcern(id),
                addressees(contacts),
                proposed(contacts),
                mayWrite ? options(names) : List.of(),
                act.equals("lecteurs")
                        ? form.all("reader")
                        : concern.readers().stream().map(UUID::toString).toList(),
                Option.all(ConcernText.CLOSINGS),
                birth != null && Addressee.minor(birth, today),
                version);
    }

    private List<ConcernPage.Reader> readers(
            OpenFile file, Concern concern, Map<UUID, String> names) {
        var found = new ArrayList<ConcernPage.Reader>();
        for (var name : audience.byRule(file.patient(), concern.authorName()))
            found.add(
                    new ConcernPage.Reader(
                            name,
                            name.equals(concern.authorName())
                                    ? "a écrit la préoccupation"
                                    : "par règle"));
        var me = SignedIn.current();
        for (var reader : concern.readers()) {
            var name =
                    reader.equals(me.accountId())
                            ? me.displayName()
                            : names.getOrDefault(
                                    reader, "Compte qui n’est plus de l’équipe ni du cercle");
            found.add(new ConcernPage.Reader(name, "nommément"));
        }
        if (!concern.restricted())
            found.add(
                    new ConcernPage.Reader(
                            "Coordinateurs et médecins de l’équipe", "restriction levée"));
        return found;
    }

    private static ConcernPage.Step step(Concern.Step step, LocalDate today) {
        var written = LocalDate.ofInstant(step.at(), FrenchDates.PARIS);
        return new ConcernPage.Step(
                ConcernText.step(
                        step.kind(),
                        step.addressee(),
                        step.addresseeName(),
                        step.onDate(),
                        written),
                FrenchDates.shortDay(written, today),
                FrenchDates.exact(step.at()),
                step.authorName(),
                switch (step.kind()) {
                    case "TRANSMISE" -> "send";
                    case "DECISION" -> "clipboard-check";
                    case "AUDIENCE" -> "users";
                    case "LEVEE" -> "lock-open";
                    case "CLOSE" -> "circle-check";
                    default -> "note";
                },
                paragraphs(step.words()),
                paragraphs(step.impressions()),
                step.reviewOn() == null
                        ? null
                        : "Revue prévue le " + FrenchDates.shortDay(step.reviewOn(), today));
    }

    private static String nature(Concern concern) {
        return ConcernText.NATURES.getOrDefault(concern.nature(), "");
    }

    private static String written(Concern concern, LocalDate today) {
        return "Écrite le "
                + FrenchDates.shortDay(
                        LocalDate.ofInstant(concern.writtenAt(), FrenchDates.PARIS), today)
                + " par "
                + concern.authorName();
    }

    private static @Nullable String review(@Nullable LocalDate day, LocalDate today) {
        return day == null ? null : ConcernText.review(day, today);
    }

    private static boolean overdue(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isBefore(today);
    }

    private static List<Option> addressees(List<Contact> contacts) {
        return contacts.stream().map(c -> new Option(c.value(), AddresseeText.option(c))).toList();
    }

    private static List<AddresseesPage.Proposed> proposed(List<Contact> contacts) {
        return contacts.stream()
                .map(c ->
                        new AddresseesPage.Proposed(
                                c.kind().label(),
                                c.name(),
                                c.phone(),
                                AddresseeText.ways(c),
                                AddresseeText.checked(c),
                                c.checkedOn() == null))
                .toList();
    }

    private static List<Option> options(Map<UUID, String> names) {
        return names.entrySet().stream()
                .map(e -> new Option(e.getKey().toString(), e.getValue()))
                .toList();
    }

    private static List<String> paragraphs(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R+")).filter(p -> !p.isBlank()).toList();
    }
}
