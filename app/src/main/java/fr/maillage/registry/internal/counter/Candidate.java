package fr.maillage.registry.internal.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A structure that answers people, as it stands on a day.
///
/// @param anyTheme takes every situation
/// @param department first two or three signs of the code of its commune; "" when unknown
record Candidate(
        UUID id,
        @Nullable UUID owner,
        String name,
        String typeCode,
        String type,
        int typeRank,
        String phone,
        @Nullable String email,
        @Nullable String place,
        String does,
        @Nullable String hoursNote,
        boolean anyTheme,
        String department,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<Theme> themes,
        List<Area> areas,
        OpeningHours hours) {

    record Theme(
            String code,
            String label,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String priority) {
        boolean takes(@Nullable Integer age) {
            return age == null || (from == null || age >= from) && (to == null || age <= to);
        }
    }

    /// @param kind REGION, TERRITOIRE, ZONE or COMMUNE, the largest first
    record Area(
            @Nullable String theme,
            String code,
            String label,
            Size size,
            boolean emerging,
            LocalDate since) {}

    /// How near a declared area is to the door of a person, the nearest first.
    enum Size {
        COMMUNE,
        ZONE,
        TERRITOIRE,
        REGION
    }

    Optional<Theme> theme(@Nullable String code) {
        return themes.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /// Whether it takes this age under this theme, or under one of its themes when none is asked.
    boolean takes(@Nullable String themeCode, @Nullable Integer age) {
        if (anyTheme && theme(themeCode).isEmpty()) return true;
        return themeCode == null
                ? themes.stream().anyMatch(t -> t.takes(age))
                : theme(themeCode).map(t -> t.takes(age)).orElse(false);
    }

    /// Whether it follows the theme, or takes everything, whatever the age.
    boolean follows(@Nullable String themeCode) {
        return themeCode == null || anyTheme || theme(themeCode).isPresent();
    }
}
