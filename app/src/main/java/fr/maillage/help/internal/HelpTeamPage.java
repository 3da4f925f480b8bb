package fr.maillage.help.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Helps of the structure over a year, and what waits.
///
/// @param names whether who reads may see whose they are
/// @param lines helps of the family chosen; empty when none is
/// @param waiting what is late or due, urgent first; empty for who reads no names
public record HelpTeamPage(
        int year,
        List<Integer> years,
        boolean names,
        List<Family> families,
        List<Theme> themes,
        List<Psychologist> psychologists,
        String paid,
        @Nullable String family,
        List<Line> lines,
        List<Waiting> waiting,
        String source) {

    /// @param href opens the list of its helps
    public record Family(String label, String href, int helps, int persons, List<Kind> kinds) {}

    public record Kind(
            String label, int helps, int persons, int obtained, int waiting, int refused) {}

    /// @param told « 12 sur 14 »: helps of which the attending doctor knows
    public record Theme(String label, int helps, int persons, int relatives, String told) {}

    public record Psychologist(
            String name, int persons, int relatives, int sessions, String amount) {}

    public record Line(
            String person,
            String href,
            String kind,
            String on,
            String result,
            String tone,
            String icon,
            @Nullable String partner) {}

    public record Waiting(
            String person, String href, String what, String due, String tone, String icon) {}
}
