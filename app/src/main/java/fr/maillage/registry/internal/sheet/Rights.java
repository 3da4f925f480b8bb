package fr.maillage.registry.internal.sheet;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.sheet.Shape.Keeper;
import java.util.Set;

/// Who may write what of the register; the policies of the database say the same. A structure
/// writes its own sheet, the agency of the region that of a structure nobody here holds, and the
/// register of every structure. The national level reads.
final class Rights {

    private Rights() {}

    static boolean maySheet(SignedIn who, Structure structure) {
        var owner = structure.owner();
        return owner == null
                ? agency(who, structure.region())
                : who.role() == Role.HEAD && who.networks().equals(Set.of(owner));
    }

    static boolean may(SignedIn who, Structure structure, Keeper keeper) {
        return switch (keeper) {
            case SHEET -> maySheet(who, structure);
            case AGENCY -> agency(who, structure.region());
            case INSIDE -> structure.owner() != null && maySheet(who, structure);
        };
    }

    /// Whether it reads this list at all.
    static boolean reads(SignedIn who, Structure structure, Keeper keeper) {
        return keeper != Keeper.INSIDE
                || structure.owner() != null
                        && who.role().team()
                        && who.networks().contains(structure.owner());
    }

    static boolean agency(SignedIn who, String region) {
        return who.role() == Role.AGENCY && who.regions().contains(region);
    }
}
