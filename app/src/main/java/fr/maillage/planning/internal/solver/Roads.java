package fr.maillage.planning.internal.solver;

import fr.maillage.kernel.GreatCircle;
import fr.maillage.kernel.SpeedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every way between the places of a problem, known by their rank.
public final class Roads {

    private final List<Place> places;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final int[][] metres;
    private final int[][] minutes;

    public Roads(List<Place> places, SpeedModel model) {
        this.places = List.copyOf(places);
        metres = new int[places.size()][places.size()];
        minutes = new int[places.size()][places.size()];
        for (int a = 0; a < places.size(); a++) {
            ranks.put(places.get(a).code(), a);
            for (int b = 0; b < places.size(); b++) {
                metres[a][b] = metres(model, places.get(a), places.get(b));
                minutes[a][b] = minutes(model, places.get(a), places.get(b), metres[a][b]);
            }
        }
    }

    /// Nothing from an office to itself.
    private static int metres(SpeedModel model, Place a, Place b) {
        if (a.equals(b) && a.isOffice()) return 0;
        return model.road(
                GreatCircle.metres(a.latitude(), a.longitude(), b.latitude(), b.longitude()));
    }

    private static int minutes(SpeedModel model, Place a, Place b, int metres) {
        return a.equals(b) && a.isOffice() ? 0 : model.minutes(metres, a.urban(), b.urban());
    }

    /// The rank of a commune; −1 when its point is not known.
    public int rank(@org.jspecify.annotations.Nullable String commune) {
        return commune == null ? -1 : ranks.getOrDefault(commune, -1);
    }

    public Place place(int rank) {
        return places.get(rank);
    }

    public int metres(int from, int to) {
        return metres[from][to];
    }

    public int minutes(int from, int to) {
        return minutes[from][to];
    }
}
