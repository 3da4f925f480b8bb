package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody around the person.
///
/// @param mayWrite whether acts are offered
/// @param doctor the attending doctor's state in words when none stands in the circle, or a
///   difference with the identity
/// @param coordinator référent of the accompaniment
/// @param candidates actors among whom the coordonnateur de cas is chosen; empty outside level 3 or
///   when there is one
public record CirclePage(
        Banner banner,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        boolean mayWrite,
        boolean open,
        @Nullable String doctor,
        @Nullable String coordinator,
        List<Option> coordinators,
        List<Option> candidates,
        @Nullable String missingCaseCoordinator,
        List<Group> groups,
        List<Member> past,
        int version) {

    /// Members of one kind.
    public record Group(String label, List<Member> members) {}

    /// @param mayInvite a professional of the circle today, who may be given an access
    /// @param dial for a `tel:` link
    public record Member(
            String id,
            String name,
            String role,
            @Nullable String profession,
            @Nullable String phone,
            @Nullable String dial,
            boolean main,
            boolean relative,
            String dates,
            String visible,
            boolean tasksOnly,
            @Nullable String note,
            @Nullable String left,
            int version,
            boolean mayInvite) {}
}
