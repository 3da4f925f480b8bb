package fr.maillage.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// Questionnaires the structure wrote itself (invented here, free to use): one published in two
/// versions and filled in, one to be tried, one withdrawn; and the cut-off it chose.
final class QuestionnairePart {

    private static final String URL = "https://appui-douaisis.example/fhir/Questionnaire/";

    private final Connection connection;
    private final Copy copy;
    private final Evaluations evaluations;
    private final UUID network;
    private final String head;
    private final LocalDate today;

    private QuestionnairePart(
            Connection connection,
            Copy copy,
            Evaluations evaluations,
            Structure structure,
            LocalDate today) {
        this.connection = connection;
        this.copy = copy;
        this.evaluations = evaluations;
        this.network = structure.id();
        this.head = structure.only("HEAD").name();
        this.today = today;
    }

    static void write(
            Connection connection,
            Copy copy,
            Evaluations evaluations,
            Structure structure,
            LocalDate today)
            throws SQLException {
        new QuestionnairePart(connection, copy, evaluations, structure, today).write();
    }

    private void write() throws SQLException {
        var first = brought("sortir-de-chez-soi-1", "sortir-de-chez-soi", "1.0.0", 5, 210, true);
        var second = brought("sortir-de-chez-soi-2", "sortir-de-chez-soi", "2.0.0", 11, 60, true);
        brought("semaine-de-l-aidant", "semaine-de-l-aidant", "0.1", 5, 4, false);
        brought("transports", "transports", "1.0", 2, 300, true);
        run(
                """
                update assessment.imported set status = 'RETIRE', withdrawn_at = ?::timestamptz, withdrawn_by = ?,
                       withdrawn_why = 'Repris dans « Sortir de chez soi »' where network_id = ?::uuid and code = 'transports'
                """,
                at(200),
                head,
                network);
        run(
                "insert into assessment.cut_off (network_id, id, score_code, value, chosen_by, chosen_at) values (?::uuid, ?::uuid, 'tug', 14, ?, ?::timestamptz)",
                network,
                SystematicPart.id("cut-off " + network),
                head,
                at(30));
        filled(first, "LEROY", "Odette", 70, "semaine", "semaine", "mois", "moyen", "");
        filled(
                second,
                "LEROY",
                "Odette",
                16,
                "mois",
                "semaine",
                "jamais",
                "quelquun",
                " sortir.qui=Isabelle,_le_dimanche sortir.essai=true sortir.essai-quoi=Transport_à_la_demande,_trop_tôt_le_matin suite.mots=Aller_au_marché_une_fois");
        filled(
                second,
                "FLAMENT",
                "Nadège",
                25,
                "semaine",
                "jours",
                "semaine",
                "seule",
                " sortir.essai=false");
    }

    private String brought(
            String file, String code, String version, int items, int daysAgo, boolean published)
            throws SQLException {
        var text = read(file);
        run(
                """
                insert into assessment.imported (network_id, id, url, version, code, title, definition, items, status, imported_at, imported_by,
                                                 right_kind, right_reference, published_at, published_by)
                values (?::uuid, ?::uuid, ?, ?, ?, ?::jsonb ->> 'title', ?, ?::int, ?, ?::timestamptz, ?, ?, ?, ?::timestamptz, ?)
                """,
                network,
                SystematicPart.id(network + file),
                URL + code,
                version,
                code,
                text,
                text,
                String.valueOf(items),
                published ? "PUBLIE" : "A_ESSAYER",
                at(daysAgo + 3),
                head,
                published ? "PROPRE" : null,
                published ? "Groupe de travail de l’équipe" : null,
                published ? at(daysAgo) : null,
                published ? head : null);
        return text;
    }

    /// An answer to each of the four questions, and what else was said.
    private void filled(
            String definition,
            String family,
            String given,
            int daysAgo,
            String outside,
            String others,
            String pleasure,
            String help,
            String more)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select p.id, m.account_id, m.given_name || ' ' || upper(m.family_name) from patient.patient p
                          join casefile.support s on s.network_id = p.network_id and s.patient_id = p.id and s.status = 'ACTIF'
                          join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                         where p.network_id = ? and coalesce(p.used_name, p.birth_name) = ? and p.given_names = ? order by p.id limit 1
                        """)) {
            statement.setObject(1, network);
            statement.setString(2, family);
            statement.setString(3, given);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) throw new IllegalStateException("nobody is " + given);
                var patient = rows.getObject(1, UUID.class);
                var account = rows.getObject(2, UUID.class);
                var on = today.minusDays(daysAgo);
                var response = SystematicPart.id(patient + "sortir" + daysAgo);
                var scored =
                        evaluations.own(
                                definition,
                                answers(outside, others, pleasure, help, more),
                                response,
                                patient,
                                account == null ? patient : account,
                                SystematicPart.at(on));
                AssessmentPart.keep(
                        copy,
                        new AssessmentPart.Kept(
                                network,
                                patient,
                                "sortir-de-chez-soi",
                                response,
                                on,
                                SystematicPart.at(on)),
                        account,
                        rows.getString(3),
                        scored);
            }
        }
    }

    private static Map<String, List<String>> answers(
            String outside, String others, String pleasure, String help, String more) {
        return Evaluations.answers(
                "sortir.dehors=%s sortir.monde=%s sortir.envie=%s sortir.seule=%s"
                                .formatted(outside, others, pleasure, help)
                        + more);
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("demonstration/questionnaires/" + file + ".json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String at(int daysAgo) {
        return SystematicPart.at(today.minusDays(daysAgo)).atOffset(ZoneOffset.UTC).toString();
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                var value = values[i];
                statement.setString(i + 1, value == null ? null : value.toString());
            }
            statement.execute();
        }
    }
}
