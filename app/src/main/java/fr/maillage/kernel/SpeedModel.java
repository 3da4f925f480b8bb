package fr.maillage.kernel;

/// How long a way takes, without a map of roads: as the crow flies × a detour, at a speed.
/// Proposition Maillage; each structure sets its own.
///
/// @param detourPercent length of the road for 100 of the straight line
/// @param urbanKmh inside a town: the first and the last four kilometres of a way, at each end that
///   is one
/// @param ruralKmh the rest of a way
/// @param stopMinutes added to each way: to leave, to park
/// @param insideMetres shortest way between two homes: those of one commune have one point here
public record SpeedModel(
        int detourPercent, int urbanKmh, int ruralKmh, int stopMinutes, int insideMetres) {

    /// What the settings say when nobody changed them.
    public static final SpeedModel BY_DEFAULT = new SpeedModel(130, 25, 50, 5, 2_000);

    /// How far a town goes.
    private static final int TOWN_METRES = 4_000;

    /// Metres of road for metres as the crow flies.
    public int road(double straight) {
        return Math.max(insideMetres, (int) Math.round(straight * detourPercent / 100));
    }

    /// Minutes of a way of so many metres of road, one or both ends in a town.
    public int minutes(int road, boolean fromTown, boolean toTown) {
        var town = Math.min(road, TOWN_METRES * ((fromTown ? 1 : 0) + (toTown ? 1 : 0)));
        return stopMinutes
                + (int) Math.ceil(town * .06 / urbanKmh + (road - town) * .06 / ruralKmh);
    }
}
