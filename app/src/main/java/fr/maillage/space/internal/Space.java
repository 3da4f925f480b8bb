package fr.maillage.space.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A space, and what who is signed in is in it.
///
/// @param kind GROUPE, THEME, TERRITOIRE, REGIONAL
/// @param body whose meetings are its agenda
/// @param host who opened it, in words
/// @param closedOn it is read, and written no more
/// @param enters reads it: holds a key
/// @param moderates may withdraw what others wrote, and publishes information
/// @param hosts of the structure or the agency that opened it
record Space(
        UUID id,
        String kind,
        String title,
        String purpose,
        String region,
        @Nullable String themeCode,
        @Nullable String theme,
        @Nullable String zoneCode,
        @Nullable String zone,
        @Nullable UUID body,
        String host,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String closedWhy,
        int version,
        boolean enters,
        boolean moderates,
        boolean hosts) {

    boolean over() {
        return closedOn != null;
    }

    String href() {
        return "/espaces/" + id;
    }
}
