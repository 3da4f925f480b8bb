package fr.maillage.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An invented support structure in real zones.
///
/// @param themes themes with their share of the persons followed, in hundredths
/// @param poles the pole that follows a theme, for a platform
record Structure(
        UUID id,
        String name,
        String shortName,
        String phone,
        List<Member> team,
        Map<String, Integer> themes,
        Map<String, UUID> poles) {

    List<Member> coordinators() {
        return team.stream().filter(m -> m.function().equals("COORDINATOR")).toList();
    }

    Member only(String function) {
        return team.stream().filter(m -> m.function().equals(function)).findFirst().orElseThrow();
    }
}
