package fr.maillage.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The frame of a page: who, where, what may be opened. In every model as `shell`.
///
/// @param structure name of the structure, or of the agency
/// @param onCall telephone of the structure, when there is one structure
/// @param palette what Ctrl-K offers before anything is typed; empty for who has none
/// @param active key of the rail entry the page belongs to
/// @param mayLog whether the quick entry of a call is offered (team)
/// @param maySearch whether persons can be searched (team)
/// @param toast what was just done, said once after a redirect (flash attribute `toast`)
/// @param toFile documents waiting to be filed; null for those who file none
/// @param inSpaces what is new in the spaces of who has no entry for them in the rail; null when
///   nothing is
/// @param spaces whether their menu leads to spaces
/// @param panel what the act just done may lead to; null when nothing
/// @param undo where « Annuler » beside it posts to, when it can be undone (flash attribute `undo`)
public record Shell(
        String structure,
        @Nullable String onCall,
        @Nullable String hours,
        String user,
        String role,
        List<NavItem> nav,
        List<PaletteGroup> palette,
        String active,
        boolean mayLog,
        boolean maySearch,
        String today,
        boolean demonstration,
        @Nullable String toast,
        @Nullable String undo,
        JustDone.@Nullable Panel panel,
        @Nullable Integer toFile,
        @Nullable Integer inSpaces,
        boolean spaces,
        Csrf csrf,
        Assets assets) {

    /// A frame without anybody in it: for a fragment that needs icons and nothing else.
    public static Shell bare(Assets assets) {
        return new Shell(
                "",
                null,
                null,
                "",
                "",
                List.of(),
                List.of(),
                "",
                false,
                false,
                "",
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                new Csrf("_csrf", ""),
                assets);
    }

    /// « CD » for Claire DUMONT.
    public String initials() {
        return java.util.Arrays.stream(user.split("[ -]+"))
                .filter(word -> !word.isEmpty() && !word.endsWith(".") && !word.equals("Dr"))
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(java.util.stream.Collectors.joining());
    }

    /// An entry of the rail.
    ///
    /// @param waiting how much waits there; null when nothing is counted
    public record NavItem(
            String key,
            String href,
            String icon,
            String label,
            boolean current,
            @Nullable Integer waiting) {}

    /// Entries of the palette under one title.
    public record PaletteGroup(String label, List<PaletteEntry> entries) {}

    /// A gesture or a screen of the palette.
    ///
    /// @param inPlace opens over the page
    /// @param aside opens beside it, in another window
    public record PaletteEntry(
            String icon, String label, String href, boolean inPlace, boolean aside) {}

    /// The token every form carries.
    public record Csrf(String parameter, String token) {}

    /// Static files, their address changing with their content so that browsers may keep them for a
    /// year.
    public interface Assets {
        /// `maillage.css` gives `/static/maillage.css?v=…`.
        String url(String file);
    }
}
