package fr.maillage.registry.internal.sheet;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.sheet.LineFiles.Version;
import java.time.LocalDate;

/// The French words of the files of a sheet.
public final class FileText {

    static final String KEPT = "Le fichier est enregistré.";
    static final String WITHDRAWN = "Le fichier est retiré de la vue.";
    static final String WHY = "Dites pourquoi il est retiré.";
    static final String WHY_REPLACED = "Dites ce que change cette version.";

    private FileText() {}

    static String same(int number) {
        return "C’est le fichier de la version " + number + ", déjà montrée.";
    }

    /// « PDF, version 2 du 3 mars 2024 ».
    public static String link(Version version, String format) {
        return format
                + ", version"
                + NBSP
                + version.number()
                + " du"
                + NBSP
                + FrenchDates.date(version.datedOn());
    }

    static String withdrawn(LineFiles.Withdrawn withdrawn) {
        return "Retirée le "
                + FrenchDates.date(
                        LocalDate.ofInstant(withdrawn.at().toInstant(), FrenchDates.PARIS))
                + " ("
                + withdrawn.by()
                + ")"
                + NBSP
                + ": "
                + withdrawn.why();
    }

    static String added(Version version) {
        return "déposée le "
                + FrenchDates.date(
                        LocalDate.ofInstant(version.addedAt().toInstant(), FrenchDates.PARIS))
                + " ("
                + version.addedBy()
                + ")"
                + (version.why() == null ? "" : NBSP + ": " + version.why());
    }
}
