package fr.maillage.registry.internal.sheet;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.sheet.Shape.Keeper;
import java.util.Set;

/// Who may write what of the register; the policies of the database say the same. A structure
/// writes its own sheet, the agency of the region that of a structure nobody here holds, and the
/// register of every structure. The national level reads.
public final class Rights {

    private Rights() {}

    public static boolean maySheet(SignedIn who, Structure structure) {
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
        return keeper != Keeper.INSIDE || team(who, structure);
    }

    /// Whether it reads what has this audience; the policies say the same of structures, and know
    /// no roles.
    static boolean reads(SignedIn who, Structure structure, String audience) {
        return switch (audience) {
            case "PUBLIC", "TRAVAIL" -> true;
            case "AGENCE" ->
                    team(who, structure)
                            || agency(who, structure.region())
                            || who.role() == Role.NATIONAL;
            default ->
                    team(who, structure)
                            || structure.owner() == null && agency(who, structure.region());
        };
    }

    private static boolean team(SignedIn who, Structure structure) {
        return structure.owner() != null
                && who.role().team()
                && who.networks().contains(structure.owner());
    }

    public static boolean agency(SignedIn who, String region) {
        return who.role() == Role.AGENCY && who.regions().contains(region);
    }
}
