package fr.maillage.casefile.internal;

import fr.maillage.access.Role;
import fr.maillage.casefile.CaseFiles.Part;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The rules by which a file opens, asked for nobody in particular: for the table that tells who
/// sees what. The same rules as those of every page ([Reach]), not a copy.
public final class RoleReach {

    private static final Sharing SAID_NOTHING = new Sharing(false, List.of(), List.of(), false);

    private RoleReach() {}

    /// Parts of a file that this role opens by itself.
    public static Set<Part> of(Role role) {
        return Reach.of(role).opens();
    }

    /// Whether this role sees health content by itself.
    public static boolean clinical(Role role) {
        return Reach.of(role).clinical();
    }

    /// Parts of a plan that a member of a circle may be given.
    public static List<String> given() {
        return Reach.ALL_PARTS;
    }

    /// Parts of a file that open to a member of the équipe de soins given this part of the plan.
    public static Set<Part> ofMember(String given) {
        return Reach.of(
                        List.of(
                                new Reach.Membership(
                                        new UUID(0, 0), "", null, Set.of(given), true)),
                        SAID_NOTHING)
                .opens();
    }
}
