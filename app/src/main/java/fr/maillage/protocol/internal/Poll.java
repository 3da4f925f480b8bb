package fr.maillage.protocol.internal;

import fr.maillage.protocol.internal.CommonStore.Opinion;
import fr.maillage.protocol.internal.CommonStore.Version;
import fr.maillage.protocol.internal.ThemeGroups.Member;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a proposal stands, and who may conclude. It becomes common once every member spoke, or the
/// day of the opinions is past, with more than half of the members in favour. The structure that
/// proposes concludes; any member does once that day is past, or when that structure left: a group
/// is never held up by one. How a group decides is ours.
///
/// @param members structures in the group now
/// @param given how many of them spoke
/// @param over whether the day of the opinions is past
record Poll(int members, int given, int favourable, boolean over, LocalDate until) {

    static Poll of(
            Version proposal,
            Collection<Member> members,
            Collection<Opinion> opinions,
            LocalDate today) {
        var in = members.stream().map(Member::structure).collect(Collectors.toSet());
        var said = opinions.stream().filter(o -> in.contains(o.structure())).toList();
        return new Poll(
                in.size(),
                said.size(),
                (int) said.stream().filter(Opinion::favourable).count(),
                today.isAfter(proposal.opinionsUntil()),
                proposal.opinionsUntil());
    }

    /// Why it cannot become the common version now; empty when it may.
    Optional<String> obstacle() {
        if (given < members && !over) return Optional.of(CommonText.waiting(until, given, members));
        return favourable * 2 > members
                ? Optional.empty()
                : Optional.of(CommonText.noMajority(favourable, members));
    }

    /// Whether `structure` may conclude now.
    boolean concludes(@Nullable UUID structure, Version proposal, Collection<Member> members) {
        var in = members.stream().map(Member::structure).toList();
        return structure != null
                && in.contains(structure)
                && (structure.equals(proposal.by()) || over || !in.contains(proposal.by()));
    }
}
