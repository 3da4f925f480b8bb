package fr.maillage.directory.internal.load;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.directory.Source;
import fr.maillage.territory.CommuneFiles.Shipped;
import java.util.Set;
import java.util.stream.Collectors;

/// The sentences about the lists of communes that come with the application.
final class ShippedText {

    /// What comes with the application.
    static final Set<Source> SOURCES = Set.of(Source.COMMUNES, Source.FUSIONS, Source.POPULATIONS);

    private ShippedText() {}

    /// How many lines of it are in use.
    static long lines(Source source, Shipped shipped) {
        return switch (source) {
            case COMMUNES -> shipped.communes().values().stream().mapToLong(n -> n).sum();
            case FUSIONS -> shipped.merged();
            case POPULATIONS -> shipped.counted();
            default -> throw new IllegalArgumentException(source + " is not shipped");
        };
    }

    /// « Livrée avec l’application : édition 2026 pour 1 534, édition 2018 pour 33 823 ».
    static String edition(Source source, Shipped shipped) {
        return "Livrée avec l’application"
                + NBSP
                + ": "
                + switch (source) {
                    case COMMUNES ->
                            shipped.communes().reversed().entrySet().stream()
                                    .map(e ->
                                            "édition "
                                                    + e.getKey()
                                                    + " pour "
                                                    + LoadText.count(e.getValue()))
                                    .collect(Collectors.joining(", "));
                    case FUSIONS -> "fusions jusqu’au 1er janvier " + shipped.communes().lastKey();
                    case POPULATIONS -> "en vigueur en " + shipped.counts();
                    default -> throw new IllegalArgumentException(source + " is not shipped");
                };
    }
}
