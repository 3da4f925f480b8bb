package fr.maillage.network.internal.team;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one member of the team works, worked and will work.
public record PostingsPage(
        String id,
        String name,
        Sent form,
        Map<String, String> units,
        List<Line> now,
        List<Line> past) {

    /// @param unit pole or antenna, "–" for none
    /// @param end address of the act that ends it; null for the place of the sheet, and for the
    ///   past
    public record Line(String unit, String sectors, String dates, @Nullable String end) {}
}
