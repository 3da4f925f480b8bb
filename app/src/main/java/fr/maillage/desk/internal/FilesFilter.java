package fr.maillage.desk.internal;

import fr.maillage.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the list of files keeps. Only codes and identifiers travel in the address, never a name.
///
/// @param who `mes`, `tous`, or the line of a team member
/// @param status `cours`, ACTIF, VEILLE, CLOS, or AUCUN (no accompaniment at all)
/// @param level 0 to 3, or null
/// @param theme code, or null
/// @param commune INSEE code, or null
/// @param doctor `sans`, or a state of the attending doctor, or null
record FilesFilter(
        String who,
        String status,
        @Nullable Integer level,
        @Nullable String theme,
        @Nullable String commune,
        @Nullable String doctor) {

    private static final Set<String> STATUSES = Set.of("cours", "ACTIF", "VEILLE", "CLOS", "AUCUN");
    private static final Set<String> DOCTORS =
            Set.of("sans", "DECLARE", "A_DECLARER", "A_RECHERCHER", "NE_PARTICIPE_PAS");

    /// Reads an address; what is not a code is left out, so that a link of yesterday still opens
    /// something.
    static FilesFilter of(
            @Nullable String who,
            @Nullable String status,
            @Nullable String level,
            @Nullable String theme,
            @Nullable String commune,
            @Nullable String doctor,
            boolean mine) {
        return new FilesFilter(
                who != null
                                && (who.equals("mes")
                                        || who.equals("tous")
                                        || Ids.parse(who).isPresent())
                        ? who
                        : mine ? "mes" : "tous",
                status != null && STATUSES.contains(status) ? status : "cours",
                level != null && level.matches("[0-3]") ? Integer.valueOf(level) : null,
                theme != null && theme.matches("[A-Z_]{3,40}") ? theme : null,
                commune != null && commune.matches("[0-9AB]{5}") ? commune : null,
                doctor != null && DOCTORS.contains(doctor) ? doctor : null);
    }

    /// States of the attending doctor it keeps; empty for all. « Without » is to be declared or to
    /// be found.
    List<String> doctorStates() {
        if (doctor == null) return List.of();
        return doctor.equals("sans") ? List.of("A_DECLARER", "A_RECHERCHER") : List.of(doctor);
    }

    /// Statuses of the accompaniment it keeps.
    List<String> statuses() {
        return status.equals("cours") ? List.of("ACTIF", "VEILLE") : List.of(status);
    }

    /// The coordinator it keeps, or null for all.
    @Nullable UUID coordinator(@Nullable UUID myself) {
        return switch (who) {
            case "tous" -> null;
            case "mes" -> myself;
            default -> UUID.fromString(who);
        };
    }

    /// The address without one of its filters.
    String without(String field) {
        return href(
                field.equals("qui") ? "tous" : who,
                field.equals("statut") ? "cours" : status,
                field.equals("niveau") ? null : level,
                field.equals("theme") ? null : theme,
                field.equals("commune") ? null : commune,
                field.equals("mt") ? null : doctor);
    }

    /// The address of a page of this list, from 1.
    String page(int page) {
        return without("") + "&page=" + page;
    }

    static String href(
            String who,
            String status,
            @Nullable Integer level,
            @Nullable String theme,
            @Nullable String commune,
            @Nullable String doctor) {
        var parts = new ArrayList<String>();
        parts.add("qui=" + who);
        if (!status.equals("cours")) parts.add("statut=" + status);
        if (level != null) parts.add("niveau=" + level);
        if (theme != null) parts.add("theme=" + theme);
        if (commune != null) parts.add("commune=" + commune);
        if (doctor != null) parts.add("mt=" + doctor);
        return "/dossiers?" + String.join("&", parts);
    }
}
