package fr.maillage.platform.internal;

import fr.maillage.kernel.Typography;
import java.nio.file.Path;
import java.sql.SQLException;

/// What the backup commands say.
final class BackupText {

    static final String NOT_ALONE =
            "Une seule commande à la fois\u00A0: --maillage.backup.to, --maillage.backup.verify ou --maillage.restore.from.";

    private BackupText() {}

    static String written(Path file, Manifest manifest, long bytes) {
        return "Sauvegarde écrite\u00A0: " + file + " (" + content(manifest, bytes) + ")";
    }

    static String intact(Path file, Manifest manifest, long bytes) {
        return "Sauvegarde intacte\u00A0: "
                + file
                + ", écrite le "
                + manifest.writtenAt()
                + " ("
                + content(manifest, bytes)
                + ")";
    }

    static String restored(Path file, Manifest manifest) {
        return "Restauré depuis "
                + file
                + "\u00A0: "
                + Typography.number(manifest.rows())
                + " lignes, chaque table comparée avec la sauvegarde par son empreinte, "
                + Typography.number(manifest.documents().size())
                + " documents. Maillage peut être lancé.";
    }

    private static String content(Manifest manifest, long bytes) {
        return Typography.number(manifest.tables().size())
                + " tables, "
                + Typography.number(manifest.rows())
                + " lignes, "
                + Typography.number(manifest.documents().size())
                + " documents hors base, "
                + Typography.number(Math.max(1, bytes / 1_000_000))
                + " Mo";
    }

    static String exists(Path file) {
        return "Le fichier " + file + " existe déjà\u00A0: rien n’a été écrit.";
    }

    static String noInstallation(Path root) {
        return "Aucune base de Maillage dans " + root + "\u00A0: rien à sauvegarder.";
    }

    static String notWritable(Path file) {
        return "La sauvegarde ne peut pas être écrite dans "
                + file
                + "\u00A0: dossier absent, plein ou interdit.";
    }

    static String missing(Path file) {
        return "Le fichier " + file + " n’existe pas ou ne peut pas être lu.";
    }

    static String notAnArchive(Path file) {
        return "Le fichier "
                + file
                + " n’est pas une sauvegarde de Maillage entière (tronqué, abîmé ou autre chose)\u00A0: rien n’a été touché.";
    }

    static String damaged(Path file, String entry) {
        return "La sauvegarde "
                + file
                + " est abîmée (partie «\u00A0"
                + entry
                + "\u00A0»)\u00A0: rien n’a été touché. Prenez la précédente.";
    }

    static String newer(Path file) {
        return "La sauvegarde "
                + file
                + " vient d’une version plus récente de Maillage\u00A0: installez cette version pour la restaurer. Rien n’a été touché.";
    }

    static String otherVersion(Path file) {
        return "Le schéma de la sauvegarde "
                + file
                + " ne peut pas être refait par cette version de Maillage\u00A0: restaurez-la avec la version qui l’a écrite, dans un répertoire neuf, puis mettez à jour.";
    }

    static String notEmpty() {
        return "La base n’est pas vide\u00A0: une restauration se fait dans un répertoire neuf ou une base neuve. Rien n’a été touché.";
    }

    static String documentsNotEmpty(Path folder) {
        return "Le dossier de documents " + folder + " n’est pas vide\u00A0: rien n’a été touché.";
    }

    static String differs(String table) {
        return "Après restauration, la table "
                + table
                + " diffère de la sauvegarde\u00A0: tout a été annulé.";
    }

    /// The code alone: what PostgreSQL says of a line it refuses may quote it.
    static String refused(SQLException e) {
        return "La base a refusé la sauvegarde ou la restauration (code "
                + e.getSQLState()
                + ")\u00A0: rien n’a été gardé.";
    }

    static String documentGone() {
        return "Un document a disparu du dossier pendant la sauvegarde.";
    }
}
