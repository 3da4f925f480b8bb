package fr.maillage.registry.internal.governance;

import java.util.List;

/// What bodies and the watch leave to do, the meetings to come, minutes that are missing, bodies
/// that are not composed as expected.
///
/// @param region whether it is read for a region, and not for one's own structure
public record OverviewPage(
        boolean region,
        List<Line> tasks,
        List<Meeting> coming,
        List<Meeting> withoutMinutes,
        List<Body> incomplete) {

    /// @param of the structure
    public record Line(String of, BodyPage.Task task) {}

    public record Meeting(String href, String day, String subject, String body, String of) {}

    public record Body(String href, String name, String of, List<String> missing) {}
}
