package fr.maillage.registry.internal.governance;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.Check;
import fr.maillage.registry.internal.sheet.GovernanceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the guide expects of three kinds of bodies, compared with who sits and what was put on the
/// agenda. Asks nothing of anybody.
final class Composition {

    /// Fields of care by milieu; a body of several fields is « pluridisciplinaire » in our reading.
    private static final Map<String, String> FIELDS =
            Map.of(
                    "PREMIER_RECOURS", "SANITAIRE",
                    "URPS", "SANITAIRE",
                    "ETABLISSEMENT", "SANITAIRE",
                    "MEDICO_SOCIAL", "MEDICO_SOCIAL",
                    "HEBERGEMENT", "MEDICO_SOCIAL",
                    "SOCIAL", "SOCIAL");

    private static final Set<String> ACTORS = Set.of("PREMIER_RECOURS", "URPS");
    private static final Set<String> LOCAL = Set.of("COLLECTIVITE", "CONFERENCE");
    private static final Set<String> NO_PROFESSION = Set.of("DIRECTION", "ELU", "USAGER", "AUTRE");

    /// Whom the reform and a network consult. Source: guide DGOS 2012, partie 1 §3 and fiche D4 §3.
    private static final List<String> CONSULTED =
            List.of("URPS", "USAGERS", "COLLECTIVITE", "CRSA", "CONFERENCE");

    private Composition() {}

    /// @param represents code of the milieu
    /// @param structure represented; null when it is none of the register
    record Seat(String represents, @Nullable UUID structure, String profession) {}

    /// A structure that is expected to be represented.
    record Network(UUID id, String name, boolean regional) {}

    /// @param opinion in words; null when none was given
    record Consulted(LocalDate on, @Nullable String opinion) {}

    /// « 1 comité de pilotage représentant acteurs et partenaires : pluridisciplinaire,
    /// pluriprofessionnel, territorial ; stratégie, prospective, évaluation ». Source: guide DGOS
    /// 2012, fiche D3, schéma 1.
    ///
    /// @param own the structure whose committee it is: sitting in its own is not the territory
    /// @param axes put on an agenda of the last twelve months
    static List<Check> steering(UUID own, Collection<Seat> seats, Set<String> axes) {
        var milieux = seats.stream().map(Seat::represents).collect(Collectors.toSet());
        var fields =
                milieux.stream().filter(FIELDS::containsKey).map(FIELDS::get).distinct().count();
        var professions =
                seats.stream()
                        .map(Seat::profession)
                        .filter(p -> !NO_PROFESSION.contains(p))
                        .distinct()
                        .count();
        var checks = new ArrayList<Check>();
        checks.add(
                Check.of(
                        milieux.stream().anyMatch(ACTORS::contains)
                                && milieux.stream()
                                        .anyMatch(
                                                m -> !ACTORS.contains(m) && !m.equals("STRUCTURE")),
                        BodyText.ACTORS_AND_PARTNERS,
                        BodyText.NO_ACTORS_AND_PARTNERS));
        checks.add(Check.of(fields > 1, BodyText.SEVERAL_FIELDS, BodyText.ONE_FIELD));
        checks.add(
                Check.of(
                        professions > 1,
                        BodyText.professions(professions),
                        BodyText.ONE_PROFESSION));
        checks.add(
                Check.of(
                        seats.stream()
                                .anyMatch(s ->
                                        LOCAL.contains(s.represents())
                                                || s.structure() != null
                                                        && !s.structure().equals(own)),
                        BodyText.TERRITORIAL,
                        BodyText.NOT_TERRITORIAL));
        GovernanceText.AXES.forEach((code, label) ->
                checks.add(
                        Check.of(
                                axes.contains(code),
                                BodyText.treated(label),
                                BodyText.notTreated(label))));
        return List.copyOf(checks);
    }

    /// « Un conseil scientifique auquel participeraient 1 représentant de chaque RT, les
    /// représentants de chaque RR ». Source: guide DGOS 2012, fiche D4 §4-2.
    static List<Check> scientific(Collection<Network> expected, Collection<Seat> seats) {
        var checks = new ArrayList<Check>();
        for (var network : expected) {
            var sits = seats.stream().filter(s -> network.id().equals(s.structure())).count();
            checks.add(
                    new Check(
                            network.regional() ? sits > 0 : sits == 1,
                            BodyText.represented(network.name(), network.regional(), sits)));
        }
        return List.copyOf(checks);
    }

    /// Whom a consultation has heard, and who is still to be.
    static List<Check> consultation(Map<String, Consulted> heard) {
        return CONSULTED.stream()
                .map(code -> {
                    var label = GovernanceText.REPRESENTED.getOrDefault(code, code);
                    var one = heard.get(code);
                    return one == null
                            ? new Check(false, BodyText.notHeard(label))
                            : new Check(
                                    true,
                                    BodyText.heard(
                                            label, FrenchDates.date(one.on()), one.opinion()));
                })
                .toList();
    }
}
