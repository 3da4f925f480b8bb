package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.directory.Organizations;
import fr.maillage.directory.Practitioners;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of the circle of care.
@Component
@Transactional(readOnly = true)
class CircleScreens {

    private final CircleService circle;
    private final Supports supports;
    private final Networks networks;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Organizations organizations;
    private final Clock clock;

    CircleScreens(
            CircleService circle,
            Supports supports,
            Networks networks,
            Patients patients,
            Practitioners practitioners,
            Organizations organizations,
            Clock clock) {
        this.circle = circle;
        this.supports = supports;
        this.networks = networks;
        this.patients = patients;
        this.practitioners = practitioners;
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
}
