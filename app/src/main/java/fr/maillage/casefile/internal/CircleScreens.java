package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.directory.LocalOrganizations;
import fr.maillage.directory.LocalPractitioners;
import fr.maillage.directory.Organizations;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Period;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of the circle of care.
@Component
@Transactional(readOnly = true)
class CircleScreens {

    private static final Set<String> HEALTH_ESTABLISHMENTS =
            Set.of("HOPITAL", "HAD", "CLINIQUE", "SMR", "SSR", "CSAPA", "CHU", "CH");

    private final CircleService circle;
    private final Supports supports;
    private final Networks networks;
    private final Patients patients;
    private final Practitioners practitioners;
    private final LocalPractitioners localPractitioners;
    private final LocalOrganizations localOrganizations;
    private final Organizations organizations;
    private final Clock clock;

    CircleScreens(
            CircleService circle,
            Supports supports,
            Networks networks,
            Patients patients,
            Practitioners practitioners,
            LocalPractitioners localPractitioners,
            LocalOrganizations localOrganizations,
            Organizations organizations,
            Clock clock) {
        this.circle = circle;
        this.supports = supports;
        this.networks = networks;
        this.patients = patients;
        this.practitioners = practitioners;
        this.localPractitioners = localPractitioners;
        this.localOrganizations = localOrganizations;
        this.organizations = organizations;
        this.clock = clock;
    }

    CirclePage circle(OpenFile file, Sent form, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var team = SignedIn.current().role().team();
        var lines = circle.of(file.patient());
        var current =
                lines.stream()
                        .filter(l -> l.until() == null || !l.until().isBefore(today))
                        .toList();
        var support = supports.open(file.patient());
        var person = patients.get(file.patient());
        var doctor = current.stream().filter(l -> l.role().equals("MEDECIN_TRAITANT")).findFirst();
        var hasCaseCoordinator =
                current.stream().anyMatch(l -> l.role().equals("COORDONNATEUR_DE_CAS"));
        var level3 = support.isPresent() && support.get().level() == 3;
        var groups = new ArrayList<CirclePage.Group>();
        for (var kind : List.of("PROFESSIONNEL", "STRUCTURE", "PROCHE")) {
            var members =
                    current.stream()
                            .filter(l -> l.kind().equals(kind))
                            .map(l -> member(l, team, today))
                            .toList();
            var label =
                    kind.equals("PROFESSIONNEL")
                            ? "Professionnels"
                            : kind.equals("STRUCTURE") ? "Structures" : "Proches et représentants";
            if (!members.isEmpty()) groups.add(new CirclePage.Group(label, members));
        }
        var coordinator = support.map(Supports.Row::coordinatorId).map(id -> networks.member(id));
        return new CirclePage(
                file.banner(),
                form,
                outcome.errors(),
                outcome.conflict(),
                SignedIn.current().role().clinical(),
                support.isPresent(),
                doctor.isEmpty()
                        ? CircleText.noDoctor(person.mtState())
                        : person.mtRpps() != null
                                        && doctor.get().rpps() != null
                                        && !person.mtRpps().equals(doctor.get().rpps())
                                ? "Le médecin traitant du cercle n’est pas celui de l’identité."
                                : null,
                coordinator
                        .map(m ->
                                m.phone() == null
                                        ? m.name()
                                        : m.name() + ", " + PhoneNumber.written(m.phone()))
                        .orElse(null),
                networks.coordinators(today).stream()
                        .map(m -> new Option(m.id().toString(), m.name()))
                        .toList(),
                level3 && !hasCaseCoordinator
                        ? current.stream()
                                .filter(l ->
                                        l.kind().equals("PROFESSIONNEL")
                                                && l.current(today)
                                                && !"HORS_LISTE".equals(l.standing()))
                                .map(l ->
                                        new Option(
                                                l.id().toString(),
                                                l.name()
                                                        + (l.profession() == null
                                                                ? ""
                                                                : ", " + l.profession())))
                                .toList()
                        : List.of(),
                level3 && !hasCaseCoordinator
                        ? "Au niveau\u00A03, un coordonnateur de cas est choisi parmi les acteurs."
                        : null,
                groups,
                team
                        ? lines.stream()
                                .filter(l -> l.until() != null && l.until().isBefore(today))
                                .map(l -> member(l, true, today))
                                .toList()
                        : List.of(),
                support.map(Supports.Row::version).orElse(0));
    }

    private static CirclePage.Member member(
            CircleService.Line line, boolean team, LocalDate today) {
        var phone = line.phone() == null ? null : PhoneNumber.parse(line.phone()).orElse(null);
        var relative = line.kind().equals("PROCHE");
        var role =
                CircleText.ROLES.getOrDefault(line.role(), "")
                        + (line.measure() == null
                                ? ""
                                : " ("
                                        + CircleText.MEASURES
                                                .getOrDefault(line.measure(), "")
                                                .toLowerCase(java.util.Locale.FRENCH)
                                        + ")");
        return new CirclePage.Member(
                line.id().toString(),
                line.name(),
                role,
                relative ? line.relation() : line.profession(),
                line.phone() == null ? null : PhoneNumber.written(line.phone()),
                phone == null ? null : phone.dial(),
                line.main(),
                relative,
                FrenchDates.period(new Period(line.since(), line.until()), today),
                team ? CircleText.visible(line.partCodes(), relative) : "",
                line.partCodes().equals(List.of("TACHES")),
                team ? line.note() : null,
                line.leftReason(),
                line.version(),
                team && line.kind().equals("PROFESSIONNEL") && line.current(today));
    }

    /// The form of an entry, filled by the directory when a number is given.
    Sent start(String kind, @Nullable String rpps, @Nullable String finess) {
        var today = LocalDate.now(clock).toString();
        var practitioner =
                rpps == null
                        ? java.util.Optional.<Practitioners.Practitioner>empty()
                        : Rpps.parse(rpps).flatMap(practitioners::find);
        if (practitioner.isPresent()) return from(practitioner.get());
        var organization =
                finess == null
                        ? java.util.Optional.<Organizations.Organization>empty()
                        : Finess.parse(finess).flatMap(organizations::find);
        if (organization.isPresent()) return from(organization.get());
        return Sent.with(
                "kind",
                kind,
                "role",
                kind.equals("PROCHE") ? "PROCHE" : "INTERVENANT",
                "since",
                today);
    }

    /// The form of an entry, filled by what the structure itself knows of somebody, or of a
    /// structure.
    Sent start(UUID local) {
        return localPractitioners
                .find(local)
                .map(this::from)
                .or(() -> localOrganizations.find(local).map(this::from))
                .orElseGet(() -> start("PROFESSIONNEL", null, null));
    }

    private Sent from(Organizations.Organization found) {
        return Sent.with(
                "kind",
                "STRUCTURE",
                "name",
                found.name(),
                "profession",
                found.kindLabel(),
                "finess",
                found.finess(),
                "phone",
                text(found.phone()),
                "mssante",
                text(found.mssante()),
                "role",
                "INTERVENANT",
                "group",
                group(found.kind()),
                "standing",
                HEALTH_ESTABLISHMENTS.contains(found.kind()) ? "SOIGNANT" : "LISTE",
                "since",
                LocalDate.now(clock).toString());
    }

    private Sent from(Practitioners.Practitioner found) {
        var sent =
                Sent.with(
                        "kind",
                        "PROFESSIONNEL",
                        "name",
                        found.displayName(),
                        "profession",
                        found.professionLabel(),
                        "rpps",
                        found.rpps(),
                        "phone",
                        found.phone() == null ? "" : found.phone(),
                        "mssante",
                        found.mssante() == null ? "" : found.mssante(),
                        "role",
                        "INTERVENANT",
                        "standing",
                        "SOIGNANT",
                        "since",
                        LocalDate.now(clock).toString());
        parts(found.profession()).forEach(part -> sent.values().add("part", part));
        return sent;
    }

    /// A line as the form shows it.
    Sent start(CircleService.Line line) {
        var sent =
                Sent.with(
                        "kind",
                        line.kind(),
                        "role",
                        line.role(),
                        "name",
                        line.name(),
                        "profession",
                        text(line.profession()),
                        "rpps",
                        text(line.rpps()),
                        "finess",
                        text(line.finess()),
                        "phone",
                        text(line.phone()),
                        "email",
                        text(line.email()),
                        "mssante",
                        text(line.mssante()),
                        "relation",
                        text(line.relation()),
                        "since",
                        line.since().toString(),
                        "until",
                        line.until() == null ? "" : line.until().toString(),
                        "agreedOn",
                        line.agreedOn() == null ? "" : line.agreedOn().toString(),
                        "note",
                        text(line.note()),
                        "measure",
                        text(line.measure()),
                        "standing",
                        line.standing() != null
                                ? line.standing()
                                : line.kind().equals("PROCHE")
                                        ? ""
                                        : line.inCareTeam() ? "SOIGNANT" : "HORS_LISTE",
                        "group",
                        line.actorGroup(),
                        "main",
                        line.main() ? "oui" : "",
                        "version",
                        String.valueOf(line.version()));
        line.partCodes().forEach(part -> sent.values().add("part", part));
        return sent;
    }

    /// @param search what was typed for the directory, null when it was not asked
    MemberPage form(
            OpenFile file,
            CircleService.@Nullable Line line,
            Sent form,
            FormOutcome outcome,
            @Nullable String search) {
        var kind =
                line == null
                        ? CircleText.KINDS.containsKey(form.text("kind"))
                                ? form.text("kind")
                                : "PROFESSIONNEL"
                        : line.kind();
        var here = "/dossiers/" + file.patient() + "/cercle";
        var found = search == null ? null : search(kind, search, here);
        var roles =
                InclusionScreens.options(CircleText.ROLES).stream()
                        .filter(o ->
                                switch (kind) {
                                    case "PROCHE" ->
                                            !Set.of(
                                                            "INTERVENANT",
                                                            "MEDECIN_TRAITANT",
                                                            "COORDONNATEUR_DE_CAS")
                                                    .contains(o.value());
                                    case "STRUCTURE" ->
                                            Set.of("INTERVENANT", "REPRESENTANT_LEGAL")
                                                    .contains(o.value());
                                    default ->
                                            !Set.of(
                                                            "AIDANT_PRINCIPAL",
                                                            "PERSONNE_A_PREVENIR",
                                                            "PROCHE")
                                                    .contains(o.value());
                                })
                        .toList();
        return new MemberPage(
                file.banner(),
                line == null
                        ? CircleText.KINDS.getOrDefault(kind, "") + " entre dans le cercle"
                        : line.name(),
                line == null ? here : here + "/" + line.id(),
                form,
                outcome.errors(),
                outcome.conflict(),
                line == null,
                kind,
                found,
                found == null || !found.isEmpty()
                        ? null
                        : unknown(kind, java.util.Objects.requireNonNull(search)),
                form.has("keepRpps", "oui") || outcome.errors().of("rpps") != null,
                roles,
                InclusionScreens.options(CircleText.STANDINGS),
                InclusionScreens.options(CircleText.MEASURES),
                InclusionScreens.options(CircleText.GROUPS),
                InclusionScreens.options(CircleText.PARTS),
                line == null
                        ? 0
                        : outcome.status() == HttpStatus.UNPROCESSABLE_CONTENT
                                        && form.number("version") >= 0
                                ? form.number("version")
                                : line.version());
    }

    private List<MemberPage.Found> search(String kind, String typed, String here) {
        if (kind.equals("STRUCTURE")) {
            return organizations.near(typed, null, 8).stream()
                    .map(o ->
                            new MemberPage.Found(
                                    here + "/ajouter?type=STRUCTURE&finess=" + o.finess(),
                                    o.name(),
                                    o.kindLabel()
                                            + (o.communeName() == null
                                                    ? ""
                                                    : ", " + o.communeName())))
                    .toList();
        }
        return practitioners.near(typed, 8).stream()
                .map(p ->
                        new MemberPage.Found(
                                here + "/ajouter?type=PROFESSIONNEL&rpps=" + p.rpps(),
                                p.displayName(),
                                p.professionLabel()
                                        + (p.communeName() == null ? "" : ", " + p.communeName())))
                .toList();
    }

    private static String unknown(String kind, String typed) {
        if (kind.equals("PROFESSIONNEL") && Rpps.parse(typed).isPresent()) {
            return "Ce numéro RPPS n’est pas dans l’annuaire. Vérifiez-le, ou saisissez le"
                    + " professionnel ci-dessous.";
        }
        return "L’annuaire ne connaît pas ce nom. Essayez autrement, ou saisissez-le ci-dessous.";
    }

    /// What a profession is given at first; the coordinator changes it.
    private static List<String> parts(String profession) {
        if (profession.startsWith("MEDECIN"))
            return List.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "SOCIAL", "EDUCATION", "AIDE");
        return switch (profession) {
            case "INFIRMIER" -> List.of("SOINS", "EDUCATION", "AIDE");
            case "PSYCHOLOGUE" -> List.of("PSYCHOLOGIQUE", "SOCIAL");
            case "ASSISTANT_SOCIAL" -> List.of("SOCIAL", "AIDE");
            default -> List.of("SOINS");
        };
    }

    private static String group(String kind) {
        return switch (kind) {
            case "CLIC" -> "CLIC";
            case "MAIA" -> "MAIA";
            case "RESEAU_REGIONAL", "RESEAU", "DAC" -> "RESEAU";
            default -> HEALTH_ESTABLISHMENTS.contains(kind) ? "ETABLISSEMENT" : "MEDICO_SOCIAL";
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
