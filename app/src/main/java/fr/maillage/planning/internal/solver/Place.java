package fr.maillage.planning.internal.solver;

/// The point of a commune: of its homes, or of an office there.
///
/// @param code INSEE; behind an @ for an office
/// @param urban whether one drives there as in a town
public record Place(String code, double latitude, double longitude, boolean urban) {

    public static Place office(String commune, double latitude, double longitude, boolean urban) {
        return new Place("@" + commune, latitude, longitude, urban);
    }

    boolean isOffice() {
        return code.startsWith("@");
    }
}
