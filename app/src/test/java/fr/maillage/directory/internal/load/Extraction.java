package fr.maillage.directory.internal.load;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A small extraction of persons and activities with invented people, made line by line.
final class Extraction {

    static final List<String> COLUMNS =
            Arrays.asList(
                    "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|Enseigne commerciale site|Complément destinataire (coord. structure)|Complément point géographique (coord. structure)|Numéro Voie (coord. structure)|Indice répétition voie (coord. structure)|Code type de voie (coord. structure)|Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|Mention distribution (coord. structure)|Bureau cedex (coord. structure)|Code postal (coord. structure)|Code commune (coord. structure)|Libellé commune (coord. structure)|Code pays (coord. structure)|Libellé pays (coord. structure)|Téléphone (coord. structure)|Téléphone 2 (coord. structure)|Télécopie (coord. structure)|Adresse e-mail (coord. structure)|Code Département (structure)|Libellé Département (structure)|Ancien identifiant de la structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|Code section tableau pharmaciens|Libellé section tableau pharmaciens|Code rôle|Libellé rôle|Code genre activité|Libellé genre activité"
                            .split("\\|"));

    private final List<String> columns = new ArrayList<>(COLUMNS);
    private final List<String> lines = new ArrayList<>();

    /// An activity of somebody at a place.
    Extraction person(
            String rpps,
            String family,
            String given,
            String profession,
            String site,
            String commune) {
        return line(
                "Type d'identifiant PP",
                "8",
                "Identifiant PP",
                rpps,
                "Identification nationale PP",
                "8" + rpps,
                "Nom d'exercice",
                family,
                "Prénom d'exercice",
                given,
                "Code profession",
                profession,
                "Libellé profession",
                profession.equals("10") ? "Médecin" : "Infirmier",
                "Identifiant technique de la structure",
                site,
                "Raison sociale site",
                "STRUCTURE FICTIVE " + site,
                "Numéro Voie (coord. structure)",
                "12",
                "Indice répétition voie (coord. structure)",
                "B",
                "Libellé type de voie (coord. structure)",
                "Rue",
                "Libellé Voie (coord. structure)",
                "DES LILAS",
                "Code postal (coord. structure)",
                "59500",
                "Code commune (coord. structure)",
                commune,
                "Libellé commune (coord. structure)",
                "Douai",
                "Téléphone (coord. structure)",
                "0327000001");
    }

    /// A line with these columns, by pairs of a name and a value.
    Extraction line(String... pairs) {
        var cells = new ArrayList<>(columns.stream().map(_ -> "").toList());
        for (int i = 0; i < pairs.length; i += 2)
            if (columns.contains(pairs[i])) cells.set(columns.indexOf(pairs[i]), pairs[i + 1]);
        lines.add(String.join("|", cells) + "|");
        return this;
    }

    /// A line as it is.
    Extraction raw(String line) {
        lines.add(line);
        return this;
    }

    /// The last line again.
    Extraction again() {
        return raw(lines.getLast());
    }

    /// Without a column, in the lines that follow too.
    Extraction without(String... names) {
        columns.removeAll(List.of(names));
        return this;
    }

    String text(String feed) {
        return lines.stream()
                .collect(Collectors.joining(feed, String.join("|", columns) + "|" + feed, feed));
    }

    Path write(Path folder) throws IOException {
        return write(folder, StandardCharsets.UTF_8, "\n");
    }

    Path write(Path folder, Charset charset, String feed) throws IOException {
        var file = Files.createTempFile(folder, "PS_LibreAcces_Personne_activite_", ".txt");
        return Files.write(file, text(feed).getBytes(charset));
    }
}
