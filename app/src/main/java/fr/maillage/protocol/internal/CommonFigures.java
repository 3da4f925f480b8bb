package fr.maillage.protocol.internal;

import fr.maillage.kernel.Share;
import fr.maillage.protocol.internal.CommonPages.Figure;
import fr.maillage.protocol.internal.CommonStore.Adoption;
import fr.maillage.protocol.internal.CommonStore.Status;
import fr.maillage.protocol.internal.CommonStore.Version;
import fr.maillage.protocol.internal.ThemeGroups.Group;
import fr.maillage.protocol.internal.ThemeGroups.Meeting;
import fr.maillage.protocol.internal.ThemeGroups.Member;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the plan of the region follows: groups at work and their meetings of the year, the time a
/// first common version took, financed networks that have the harmonised plan. Asks nothing of
/// anybody. Source: SROS NPdC, annexe réseaux, §4.2.
///
/// @param financed structures financed now, with the themes they are financed for; "": no theme
record CommonFigures(
        List<Group> groups,
        List<Version> versions,
        Map<String, List<Member>> members,
        List<Adoption> adoptions,
        Map<String, List<Meeting>> meetings,
        Map<UUID, Set<String>> financed) {

    List<Figure> of(int year) {
        var figures = new ArrayList<Figure>();
        var atWork = groups.stream().filter(g -> members.containsKey(g.code())).toList();
        var held =
                atWork.stream()
                        .flatMap(g -> meetings.getOrDefault(g.code(), List.of()).stream())
                        .filter(m -> m.on().getYear() == year)
                        .count();
        figures.add(
                new Figure(
                        CommonText.AT_WORK,
                        CommonText.atWork(atWork.size(), groups.size(), held, year)));
        for (var group : groups)
            first(group.code())
                    .ifPresent(days ->
                            figures.add(
                                    new Figure(
                                            CommonText.firstVersion(group.label()),
                                            CommonText.days(days))));
        figures.add(new Figure(CommonText.FINANCED, CommonText.share(kept())));
        return figures;
    }

    /// Those financed for a theme of their group, whom the harmonised plan obliges, and those who
    /// are on it.
    private Share kept() {
        long obliged = 0;
        long kept = 0;
        for (var group : groups) {
            var inForce = CommonStore.inForce(versions, group.code());
            if (group.trunk() || inForce.isEmpty()) continue;
            var on = on(inForce.get());
            for (var member : members.getOrDefault(group.code(), List.of()))
                if (paid(member.structure(), group)) {
                    obliged++;
                    if (on.contains(member.structure())) kept++;
                }
        }
        return new Share(kept, obliged);
    }

    /// Whether a structure is financed for a theme of the group.
    boolean paid(UUID structure, Group group) {
        var themes = financed.getOrDefault(structure, Set.of());
        return themes.contains("") || themes.stream().anyMatch(group.themes()::contains);
    }

    /// Members of its group that are on this version.
    Set<UUID> on(Version version) {
        var in =
                members.getOrDefault(version.group(), List.of()).stream()
                        .map(Member::structure)
                        .collect(Collectors.toSet());
        return adoptions.stream()
                .filter(a -> a.version().equals(version.id()) && in.contains(a.structure()))
                .map(Adoption::structure)
                .collect(Collectors.toSet());
    }

    /// Whether a structure is on this version; nobody is not.
    boolean adopted(Version version, @Nullable UUID structure) {
        return adoptions.stream()
                .anyMatch(a -> a.version().equals(version.id()) && a.structure().equals(structure));
    }

    /// Days from the first proposal of a group to its first common version.
    private Optional<Long> first(String group) {
        var of = versions.stream().filter(v -> v.group().equals(group)).toList();
        var proposed = of.stream().map(Version::proposedAt).min(Comparator.naturalOrder());
        var decided =
                of.stream()
                        .filter(v -> v.status() == Status.ARRETEE)
                        .map(Version::decidedAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
        return proposed.flatMap(from -> decided.map(to -> ChronoUnit.DAYS.between(from, to)));
    }
}
