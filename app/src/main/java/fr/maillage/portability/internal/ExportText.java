package fr.maillage.portability.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sentences of the export.
final class ExportText {

    static final String WORKBOOK = "file-active.xlsx";
    static final String CASELOAD = "Classeur de la file active";
    static final String TABLES = "Tables";
    static final String DOCUMENTS = "Documents";
    static final String END = "Fin";
    static final String STARTED = "L’export a commencé\u00A0: vous pouvez quitter cette page.";
    static final String ALREADY = "Un export est déjà en cours\u00A0: attendez qu’il soit prêt.";
    static final String FAILED =
            "L’export n’a pas abouti\u00A0: demandez-le de nouveau. S’il échoue encore, prévenez la personne qui s’occupe de l’installation.";
    static final String INDEX =
            "fichier;personne;identifiant de la personne;type;titre;version;nom d’origine;état";

    private ExportText() {}

    static String table(String name, int lines) {
        return "  tables/"
                + name
                + ".csv\u00A0: "
                + Typography.number(lines)
                + (lines == 1 ? " ligne" : " lignes");
    }

    static String indexed(ExportWork.Document d, String place, String state) {
        return String.join(
                ";",
                List.of(
                        cell(place),
                        cell(d.person()),
                        d.patient() == null ? "" : d.patient().toString(),
                        d.type(),
                        cell(d.title()),
                        String.valueOf(d.number()),
                        cell(d.fileName()),
                        state));
    }

    private static String cell(@Nullable String text) {
        return '"' + Tables.harmless(text).replace("\"", "\"\"") + '"';
    }

    static String readme(String structure, Instant at, List<String> tables, int documents) {
        return """
        Export complet de %s
        Fait le %s par Maillage.

        Ce fichier contient des données de santé\u00A0: gardez-le chiffré, ne l’envoyez pas par messagerie ordinaire, effacez-le dès qu’il ne sert plus.

        %s
          La file active, au format que la reprise de Maillage relit\u00A0: personnes, cercle, interventions en cours, droits.
          Donné à une structure vide (Réglages, Reprise de l’existant), il redonne les mêmes personnes.

        tables/
          Une table par fichier, telle qu’elle est gardée\u00A0: UTF-8, séparateur point-virgule, dates AAAA-MM-JJ, une ligne d’intitulés.
          Les identifiants relient les tables (patient_id désigne patient.patient, pps_id careplan.pps…).
          Un texte qui commence par = + - ou @ est précédé d’une apostrophe, pour qu’un tableur n’en fasse pas une formule.

        documents/
          Les %s fichiers déposés, toutes versions, et leur liste (index.csv).

        Ce qui n’y est pas\u00A0: les mots de passe et les comptes, les brouillons, les autres structures, ce qui se recalcule (index de recherche).
        Les préoccupations (maltraitance, négligence) y sont, comme le responsable de la structure les lit\u00A0; leur lecture est tracée.

        Contenu des tables\u00A0:
        %s
        """
                .formatted(
                        structure,
                        FrenchDates.exact(at),
                        WORKBOOK,
                        Typography.number(documents),
                        String.join("\n", tables))
                .replace("\n", "\r\n");
    }

    static String size(long bytes) {
        return bytes < 1 << 20
                ? Typography.number(Math.max(1, bytes >> 10)) + " Ko"
                : Typography.number(bytes >> 20) + "\u00A0Mo";
    }

    static String progress(String step, int done, int total) {
        return total == 0
                ? "Préparation…"
                : step + "\u00A0: " + Typography.number(done) + " sur " + Typography.number(total);
    }

    static String fileName(String day) {
        return "Export Maillage " + day + ".zip";
    }

    static String kept(long days) {
        return days + (days > 1 ? " jours" : " jour");
    }
}
