package fr.maillage.registry.internal.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The list of the register under its facets.
///
/// @param filter what is kept
/// @param families types that have a structure, under their family, with their counts
/// @param add whether a sheet may be opened by who reads
public record RegisterPage(
        Filter filter,
        Map<String, List<Facet>> families,
        Map<String, String> themes,
        Map<String, String> zones,
        List<Line> lines,
        String said,
        boolean add,
        boolean keepsRegister,
        boolean asksSupport) {

    /// Codes alone, and the words of a name: nothing about a person.
    ///
    /// @param inclusion DIRECTE, AUCUNE, or "" for all
    /// @param old also those that are closed
    public record Filter(
            String type, String theme, String zone, String inclusion, String q, boolean old) {
        /// The same as an address, ending ready for another type.
        public String without(String field) {
            var parts = new java.util.ArrayList<String>();
            add(parts, "type", type, field);
            add(parts, "theme", theme, field);
            add(parts, "territoire", zone, field);
            add(parts, "inclusion", inclusion, field);
            add(parts, "q", q, field);
            if (old && !field.equals("anciennes")) parts.add("anciennes=1");
            return String.join("&", parts);
        }

        private static void add(List<String> parts, String name, String value, String field) {
            if (!value.isEmpty() && !name.equals(field))
                parts.add(
                        name
                                + "="
                                + java.net.URLEncoder.encode(
                                        value, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    public record Facet(String href, String label, int count, boolean current) {}

    /// @param place commune, or the area in words
    public record Line(
            String href,
            String name,
            String type,
            String themes,
            String areas,
            @Nullable String phone,
            @Nullable String mark,
            String markCss) {}
}
