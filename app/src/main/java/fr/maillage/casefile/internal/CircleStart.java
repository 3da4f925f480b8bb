package fr.maillage.casefile.internal;

import fr.maillage.directory.LocalOrganizations;
import fr.maillage.directory.LocalPractitioners;
import fr.maillage.directory.Organizations;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.Rpps;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The form of an entry of the circle as it opens: filled by the directory, by what the structure
/// knows, or by the line that stands.
@Component
@Transactional(readOnly = true)
class CircleStart {

    private static final Set<String> HEALTH_ESTABLISHMENTS =
            Set.of("HOPITAL", "HAD", "CLINIQUE", "SMR", "SSR", "CSAPA", "CHU", "CH");

    private final Practitioners practitioners;
    private final LocalPractitioners localPractitioners;
    private final LocalOrganizations localOrganizations;
    private final Organizations organizations;
    private final Clock clock;

    CircleStart(
            Practitioners practitioners,
            LocalPractitioners localPractitioners,
            LocalOrganizations localOrganizations,
            Organizations organizations,
            Clock clock) {
        this.practitioners = practitioners;
        this.localPractitioners = localPractitioners;
        this.localOrganizations = localOrganizations;
        this.organizations = organizations;
        this.clock = clock;
    }

    /// The form of an entry, filled by the directory when a number is given.
    public Sent of(String kind, @Nullable String rpps, @Nullable String finess) {
        var today = LocalDate.now(clock).toString();
        var practitioner =
                rpps == null
                        ? Optional.<Practitioners.Practitioner>empty()
                        : Rpps.parse(rpps).flatMap(practitioners::find);
        if (practitioner.isPresent()) return from(practitioner.get());
        var organization =
                finess == null
                        ? Optional.<Organizations.Organization>empty()
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
    public Sent of(UUID local) {
        return localPractitioners
                .find(local)
                .map(this::from)
                .or(() -> localOrganizations.find(local).map(this::from))
                .orElseGet(() -> of("PROFESSIONNEL", null, null));
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
    public Sent of(CircleService.Line line) {
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
