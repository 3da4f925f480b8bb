package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.internal.text.FrenchSpaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The templates every structure starts with: data in `correspondence/modeles`, one file a version,
/// `code.number.txt`. A file once released is never changed: a better one is the next number.
@Component
class Shipped {

    /// The order in which they are offered.
    private static final List<String> ORDER =
            List.of(
                    "visite",
                    "avis-pps",
                    "information",
                    "rcp",
                    "apa",
                    "mdph",
                    "relais",
                    "cloture",
                    "accuse");

    private final Map<String, TreeMap<Integer, LetterTemplate>> templates = new HashMap<>();

    Shipped() throws IOException {
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:correspondence/modeles/*.txt")) {
            var name = Objects.requireNonNull(file.getFilename()).split("\\.");
            var template =
                    read(
                            name[0],
                            Integer.parseInt(name[1]),
                            file.getContentAsString(StandardCharsets.UTF_8));
            templates
                    .computeIfAbsent(template.code(), _ -> new TreeMap<>())
                    .put(template.number(), template);
        }
    }

    /// The latest of each, in the order they are offered.
    List<LetterTemplate> all() {
        return ORDER.stream().map(code -> latest(code).orElseThrow()).toList();
    }

    /// The latest of a code.
    Optional<LetterTemplate> latest(String code) {
        return Optional.ofNullable(templates.get(code)).map(all -> all.lastEntry().getValue());
    }

    /// Every version of a code, latest first.
    List<LetterTemplate> versions(String code) {
        return templates.containsKey(code)
                ? List.copyOf(templates.get(code).descendingMap().values())
                : List.of();
    }

    private static LetterTemplate read(String code, int number, String file) {
        var cut = file.indexOf("\n\n");
        var head = new HashMap<String, String>();
        file.substring(0, cut)
                .lines()
                .forEach(line -> {
                    var colon = line.indexOf(':');
                    head.put(line.substring(0, colon), line.substring(colon + 1).strip());
                });
        var recipients = new ArrayList<RecipientKind>();
        Arrays.stream(of(head, "destinataires").split(", *"))
                .map(RecipientKind::valueOf)
                .forEach(recipients::add);
        return new LetterTemplate(
                code,
                number,
                false,
                false,
                false,
                FrenchSpaces.of(of(head, "titre")),
                FrenchSpaces.of(of(head, "emploi")),
                FrenchSpaces.of(of(head, "objet")),
                FrenchSpaces.of(file.substring(cut).strip()),
                of(head, "sante").equals("oui"),
                List.copyOf(recipients),
                of(head, "automatique").equals("oui"),
                number,
                null,
                null,
                null);
    }

    private static String of(Map<String, String> head, String key) {
        return Objects.requireNonNull(head.get(key), key);
    }
}
