package fr.maillage.intake.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.kernel.Typography;
import fr.maillage.registry.Entrances;
import fr.maillage.registry.Entrances.Ask;
import fr.maillage.registry.Entrances.Entrance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// When a request is out of what our structure declares (place, theme, age), the entrance that
/// declares it, by the very rule of the public counter. Silent where our structure declares nothing
/// in the register: then nobody knows what is out of it.
@Component
class RightDoor {

    private final Entrances entrances;
    private final Clock clock;

    RightDoor(Entrances entrances, Clock clock) {
        this.entrances = entrances;
        this.clock = clock;
    }

    /// An entrance that is not ours.
    ///
    /// @param kind of hand-over
    /// @param sure false when it is no more than the nearest
    record Door(
            UUID structure,
            String name,
            ToKind kind,
            String phone,
            String now,
            List<String> why,
            boolean sure) {}

    /// The doors for a request that is not ours to take, the right one first; none when it is ours.
    List<Door> of(ReferralRow request) {
        return of(List.of(request)).getOrDefault(request.id(), List.of());
    }

    /// As [#of(ReferralRow)], for several requests at once; those that are ours are not in it.
    Map<UUID, List<Door>> of(Collection<ReferralRow> requests) {
        var own = SignedIn.current().network().value();
        var about =
                requests.stream()
                        .filter(r -> r.status().open() && r.patientId() != null)
                        .filter(r -> r.communeCode() != null)
                        .toList();
        if (about.isEmpty() || !entrances.answers(own)) return Map.of();
        var today = LocalDate.now(clock);
        var answers = entrances.to(about.stream().map(r -> ask(r, today)).toList());
        var doors = new HashMap<UUID, List<Door>>();
        for (int i = 0; i < about.size(); i++) {
            var answer = answers.get(i);
            if (answer.entrances().stream().anyMatch(e -> own.equals(e.owner()))) continue;
            var sure = !answer.entrances().isEmpty();
            var found =
                    (sure ? answer.entrances() : answer.nearest())
                            .stream()
                                    .filter(e -> !own.equals(e.owner()))
                                    .map(e -> door(e, sure))
                                    .toList();
            if (!found.isEmpty()) doors.put(about.get(i).id(), found);
        }
        return doors;
    }

    /// What is asked about a request, of an age that may be unknown.
    private static Ask ask(ReferralRow r, LocalDate today) {
        var birth = r.birthDate();
        var age = birth == null ? null : (int) ChronoUnit.YEARS.between(birth, today);
        return new Ask(
                java.util.Objects.requireNonNull(r.communeCode()),
                r.themeCode(),
                age == null || age < 0 || age > 120 ? null : age);
    }

    private static Door door(Entrance e, boolean sure) {
        return new Door(
                e.structure(), e.name(), kind(e.typeCode()), e.phone(), e.now(), e.why(), sure);
    }

    private static ToKind kind(String type) {
        return switch (type) {
            case "MAIA" -> ToKind.MAIA;
            case "CLIC" -> ToKind.CLIC;
            case "HAD" -> ToKind.HAD;
            case "SSIAD" -> ToKind.SSIAD;
            case "DAC", "PLATEFORME", "RTP" -> ToKind.DAC;
            default -> ToKind.AUTRE;
        };
    }

    /// The hand-over as it would be written to this door; the person's agreement is never presumed.
    static Optional<OrientationPage.Typed> typed(
            List<Door> doors, String structure, ReferralRow r) {
        return doors.stream()
                .filter(d -> d.structure().toString().equals(structure))
                .findFirst()
                .map(d ->
                        new OrientationPage.Typed(
                                d.kind().name(),
                                d.name(),
                                IntakeText.handoverWords(r.motives()),
                                false));
    }

    /// « Hors de notre territoire ou de nos thèmes : X », for a card of the board.
    static String footnote(Door door) {
        return (door.sure() ? "Pas à nous" : "Pas à nous, le plus proche")
                + Typography.NBSP
                + ": "
                + door.name();
    }
}
