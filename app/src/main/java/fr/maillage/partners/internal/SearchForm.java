package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Piece;
import fr.maillage.directory.Finder.Understood;
import fr.maillage.web.Sent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was asked of the one box: what was typed, and what was ticked beside.
///
/// @param km null: what was typed, or [Search#NEAR]
/// @param fees codes of sectors of fees
record SearchForm(
        String typed,
        Set<Nature> natures,
        Set<String> professions,
        @Nullable Integer km,
        Set<String> modes,
        Set<String> fees,
        boolean free,
        boolean ours) {

    static final List<Integer> DISTANCES = List.of(0, 5, 15, 30, 50);

    static SearchForm of(Sent sent) {
        var km = sent.number("km");
        return new SearchForm(
                sent.text("q"),
                natures(sent),
                new LinkedHashSet<>(sent.all("profession")),
                DISTANCES.contains(km) ? km : null,
                new LinkedHashSet<>(sent.all("mode")),
                new LinkedHashSet<>(sent.all("secteur")),
                sent.checked("libre"),
                sent.checked("reseau"));
    }

    private static Set<Nature> natures(Sent sent) {
        var chosen = EnumSet.noneOf(Nature.class);
        Arrays.stream(Nature.values())
                .filter(n -> sent.has("nature", n.name()))
                .forEach(chosen::add);
        return chosen;
    }

    /// The same with a piece taken off, or read as a name: `oter` and `nom` hold its rank.
    SearchForm after(Sent sent, Understood read) {
        var off = piece(sent.number("oter"), read);
        if (off != null) return typing(off.without());
        var name = piece(sent.number("nom"), read);
        return name == null || name.asName() == null ? this : typing(name.asName());
    }

    private static @Nullable Piece piece(int rank, Understood read) {
        return rank < 0 || rank >= read.pieces().size() ? null : read.pieces().get(rank);
    }

    /// The same, other words typed.
    SearchForm typing(String words) {
        return new SearchForm(words, natures, professions, km, modes, fees, free, ours);
    }
}
