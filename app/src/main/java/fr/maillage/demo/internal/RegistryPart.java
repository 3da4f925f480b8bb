package fr.maillage.demo.internal;

import fr.maillage.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The register of structures: those of the demonstration, invented, beside those the migrations
/// ship from public documents. A script, since it is a few hundred short lines about nobody.
final class RegistryPart {

    private RegistryPart() {}

    /// @param structures the platform, the network and the DAC, in this order
    static void write(Connection connection, List<Structure> structures, LocalDate today)
            throws SQLException {
        Loader.script(connection, "/demo/registry.sql", structures, today);
        files(connection, today);
    }

    /// A line of the register whose file is kept.
    ///
    /// @param column of the file that names the line
    /// @param versions how many, a year apart
    private record Kept(
            String column,
            String table,
            String line,
            String title,
            int versions,
            String... words) {}

    private static final List<Kept> FILES =
            List.of(
                    new Kept(
                            "document_id",
                            "document",
                            "demo texte platformStatuts de l’association",
                            "Statuts de l’association",
                            2,
                            "Article 1. Il est fondé une association qui a pour objet l’appui aux professionnels de premier recours.",
                            "Article 2. Son siège est à Douai."),
                    new Kept(
                            "document_id",
                            "document",
                            "demo texte platformConvention constitutive du réseau",
                            "Convention constitutive",
                            1,
                            "Objet, aire géographique, siège, personnes morales qui la composent, représentants des usagers."),
                    new Kept(
                            "document_id",
                            "document",
                            "demo texte platformProjet 2024-2028",
                            "Projet de santé 2024-2028",
                            3,
                            "Besoins du territoire, objectifs, moyens, évaluation ; ce que le projet reprend du projet régional de santé."),
                    new Kept(
                            "document_id",
                            "document",
                            "demo texte platformRèglement intérieur",
                            "Règlement intérieur",
                            1,
                            "Instances, délégations, astreintes."),
                    new Kept(
                            "document_id",
                            "document",
                            "demo texte mspProjet de santé de la maison de Somain",
                            "Projet de santé",
                            1,
                            "Soins non programmés, éducation thérapeutique, accueil d’internes."),
                    new Kept(
                            "agreement_id",
                            "agreement",
                            "demo convention had",
                            "Convention d’articulation",
                            1,
                            "La plateforme prépare l’entrée et la sortie ; l’HAD assure les soins et leur coordination."),
                    new Kept(
                            "agreement_id",
                            "agreement",
                            "demo convention clic-douai",
                            "Répartition des rôles",
                            1,
                            "Annexe 3 du contrat : zones de recouvrement et qui fait quoi."),
                    new Kept(
                            "meeting_id",
                            "body_meeting",
                            "demo reunion ca1",
                            "Compte rendu du conseil",
                            1,
                            "Le rapport d’activité est adopté à l’unanimité."),
                    new Kept(
                            "meeting_id",
                            "body_meeting",
                            "demo reunion copil1",
                            "Compte rendu du comité de pilotage",
                            1,
                            "L’étude d’ouverture est confiée au pôle."),
                    new Kept(
                            "meeting_id",
                            "body_meeting",
                            "demo reunion cs1",
                            "Compte rendu du conseil scientifique",
                            1,
                            "Le référentiel part en relecture dans chaque territoire."),
                    new Kept(
                            "meeting_id",
                            "body_meeting",
                            "demo reunion conc1",
                            "Compte rendu de la concertation",
                            1,
                            "L’état des lieux est présenté ; les avis seront écrits."));

    private static void files(Connection connection, LocalDate today) throws SQLException {
        for (var kept : FILES)
            for (int number = 1; number <= kept.versions(); number++) {
                var dated = today.minusDays(30).minusYears(kept.versions() - number);
                var bytes =
                        Paper.letter(
                                "Structure fictive",
                                kept.title() + " (version " + number + ")",
                                List.of(kept.words()));
                var id =
                        UUID.nameUUIDFromBytes(
                                (kept.line() + number).getBytes(StandardCharsets.UTF_8));
                try (var file =
                        connection.prepareStatement(
                                "insert into registry.file (id, structure_id, "
                                        + kept.column()
                                        + ", number, dated_on, name, media_type, size, sha256, why, added_at, added_by) select ?, structure_id, id, ?, ?, ?, 'application/pdf', ?, ?, ?, ?, 'Responsable de structure' from registry."
                                        + kept.table()
                                        + " where id = md5(?)::uuid")) {
                    file.setObject(1, id);
                    file.setInt(2, number);
                    file.setObject(3, dated);
                    file.setString(4, kept.title() + ".pdf");
                    file.setLong(5, bytes.length);
                    file.setBytes(6, Sha256.of(bytes));
                    file.setString(7, number == 1 ? null : "Relecture annuelle");
                    file.setTimestamp(8, Timestamp.valueOf(dated.plusDays(2).atTime(10, 0)));
                    file.setString(9, kept.line());
                    file.executeUpdate();
                }
                try (var piece =
                        connection.prepareStatement(
                                "insert into registry.file_piece (file_id, rank, bytes) values (?, 0, ?)")) {
                    piece.setObject(1, id);
                    piece.setBytes(2, bytes);
                    piece.executeUpdate();
                }
            }
    }
}
