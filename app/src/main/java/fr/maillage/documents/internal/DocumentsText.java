package fr.maillage.documents.internal;

import fr.maillage.documents.StoredContents.Verification;
import fr.maillage.registry.StoredTexts;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The French sentences of documents.
final class DocumentsText {

    private static final String S = Typography.NBSP;

    static final String UNNAMED = "Fichier sans nom";
    static final String NOTHING =
            "Choisissez au moins un fichier, ou photographiez une page"
                    + S
                    + ": rien n’a été reçu.";
    static final String RIGHT =
            "Ce droit n’est pas de ce dossier\u00A0: choisissez-en un de la liste.";
    static final String TITLE = "Donnez un titre au document.";
    static final String FUTURE =
            "Cette date est dans le futur" + S + ": écrivez celle qui figure sur le document.";
    static final String NOT_A_DAY =
            "Cette date n’existe pas"
                    + S
                    + ": écrivez le jour, le mois et l’année, par exemple 02/06/2026.";
    static final String WHY_REPLACED =
            "Dites en quelques mots pourquoi le document est remplacé. Le fichier est à choisir de nouveau.";
    static final String PIECE_SHOWN = "Cette préoccupation montre déjà ce fichier.";
    static final String PIECE_REPLACED = "Pièce remplacée\u00A0; l’ancienne version reste lisible.";
    static final String PIECE_REMOVED = "Pièce retirée.";
    static final String WHY_REMOVED =
            "Dites en quelques mots pourquoi le document est retiré"
                    + S
                    + ": mauvais dossier, doublon…";
    static final String WHOSE = "Cherchez la personne, puis choisissez-la dans la liste.";
    static final String DESCRIBED = "Document mis à jour.";
    static final String REPLACED = "Nouvelle version enregistrée. L’ancienne reste lisible.";
    static final String REMOVED = "Document retiré de l’affichage. Il reste conservé.";
    static final String SHOWN_AGAIN = "Document affiché de nouveau.";
    static final String FILED = "Document classé.";
    static final String BACK_TO_TRAY = "Document remis dans «" + S + "À classer" + S + "».";
    static final String MISSING =
            "Contenu introuvable"
                    + S
                    + ": le fichier n’est plus là où Maillage l’avait rangé. La fiche du document est intacte"
                    + S
                    + "; prévenez la personne qui s’occupe de l’installation, le contenu se retrouve dans une sauvegarde.";
    static final String ALTERED =
            "Contenu altéré"
                    + S
                    + ": le fichier n’est plus celui qui a été reçu (son empreinte a changé). Il n’est pas montré. La fiche du document est intacte"
                    + S
                    + "; prévenez la personne qui s’occupe de l’installation, le contenu se retrouve dans une sauvegarde.";
    static final String NO_TEXT = "Pas de texte dans ce document (image ou numérisation).";
    static final String TEXT_UNREADABLE = "Le texte de ce document n’a pas pu être lu.";
    static final String TEXT_TO_READ = "Le texte de ce document n’est pas encore lu.";
    static final String NO_ANTIVIRUS =
            "Aucun antivirus n’est branché sur cette installation"
                    + S
                    + ": n’ajoutez que des fichiers dont vous connaissez la provenance.";
    static final String WITH_ANTIVIRUS = "Chaque fichier passe par l’antivirus avant d’être gardé.";
    static final String COMMON_WORDS =
            "Ces mots sont trop courants pour une recherche" + S + ": ajoutez-en un plus précis.";

    private DocumentsText() {}

    /// The sentence beside the field, with the name of the file.
    static String of(String file, Refusal why) {
        return "«" + S + file + S + "»" + S + ": " + of(why);
    }

    /// A good file, of another format than the one asked for.
    static String notDocx(String file, Format format) {
        return "«"
                + S
                + file
                + S
                + "»"
                + S
                + ": ce n’est pas un fichier DOCX ("
                + format.label()
                + ")."
                + (format == Format.ODT
                        ? " Dans LibreOffice, choisissez «"
                                + S
                                + "Enregistrer sous"
                                + S
                                + "», format Word (.docx)."
                        : "");
    }

    /// The sentence alone, for a file that is no document.
    static String refused(Refusal why) {
        return fr.maillage.kernel.Typography.capital(of(why));
    }

    private static String of(Refusal why) {
        return switch (why) {
            case Refusal.Empty _ ->
                    "ce fichier est vide (0 octet), le scanner ou le téléphone n’a rien transmis. Recommencez la numérisation.";
            case Refusal.TooLarge(var size, var limit) ->
                    "ce fichier pèse "
                            + size(size)
                            + ", la limite est de "
                            + size(limit)
                            + ". Numérisez en 200 points par pouce, ou coupez-le en deux.";
            case Refusal.NotAPdf _ ->
                    "ce fichier porte le nom d’un PDF mais n’en est pas un. Enregistrez-le de nouveau au format PDF.";
            case Refusal.DamagedPdf _ ->
                    "ce PDF est abîmé et ne s’ouvre pas. Demandez-le de nouveau, ou imprimez-le puis numérisez-le.";
            case Refusal.LockedPdf _ ->
                    "ce PDF est protégé par un mot de passe. Ouvrez-le, enregistrez-en une copie sans mot de passe, puis ajoutez-la.";
            case Refusal.Heic _ ->
                    "les photos HEIC ne s’affichent pas partout. Sur l’iPhone"
                            + S
                            + ": Réglages, Appareil photo, Formats, «"
                            + S
                            + "Le plus compatible"
                            + S
                            + "»"
                            + S
                            + "; puis reprenez la photo, ou envoyez-la en JPEG.";
            case Refusal.OtherImage _ ->
                    "cette sorte d’image n’est pas acceptée. Enregistrez-la en JPEG ou en PNG.";
            case Refusal.DamagedImage _ ->
                    "cette image est abîmée et ne s’ouvre pas. Reprenez la photo.";
            case Refusal.HugeImage _ ->
                    "cette image a plus de 100 millions de points. Réduisez-la, ou numérisez en 200 points par pouce.";
            case Refusal.Macros _ ->
                    "ce fichier contient des macros (du programme). Enregistrez-en une copie sans macro, ou en PDF.";
            case Refusal.Bomb _ ->
                    "une fois décompressé, ce fichier serait démesuré. Il ressemble à un piège"
                            + S
                            + ": ne l’ouvrez pas, et demandez-en un autre à l’expéditeur.";
            case Refusal.DamagedOffice _ ->
                    "ce fichier est abîmé et ne s’ouvre pas. Enregistrez-le de nouveau, ou en PDF.";
            case Refusal.LockedOffice _ ->
                    "ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.";
            case Refusal.OldOffice _ ->
                    "ancien format de bureautique (.doc, .xls, .rtf) ou fichier protégé par un mot de passe. Enregistrez-le en PDF, en .docx ou en .odt.";
            case Refusal.Archive _ ->
                    "les archives (.zip, .rar, .7z) ne sont pas acceptées. Ajoutez les fichiers un par un.";
            case Refusal.Program _ -> "c’est un programme, pas un document. Il n’est pas gardé.";
            case Refusal.WebPage _ ->
                    "les pages web et les fichiers XML ou SVG ne sont pas acceptés. Imprimez la page en PDF.";
            case Refusal.Unknown _ ->
                    "ce type de fichier n’est pas accepté. Sont pris"
                            + S
                            + ": PDF, photos JPEG ou PNG, TIFF, .docx, .xlsx, .odt et texte.";
            case Refusal.Virus(var name) ->
                    "un virus y a été trouvé ("
                            + name
                            + "). Le fichier n’est pas gardé"
                            + S
                            + ": ne l’ouvrez pas, et prévenez l’expéditeur.";
            case Refusal.Unchecked _ ->
                    "l’antivirus ne répond pas, le fichier n’est donc pas gardé. Réessayez dans quelques minutes"
                            + S
                            + "; si cela dure, prévenez la personne qui s’occupe de l’installation.";
            case Refusal.TooLong _ ->
                    "ce fichier est trop long à vérifier. Imprimez-le en PDF, ou coupez-le en deux.";
            case Refusal.Already(_, var title) ->
                    (title == null
                                    ? "ce même contenu est déjà là"
                                    : "ce même contenu est déjà là, sous le titre «"
                                            + S
                                            + title
                                            + S
                                            + "»")
                            + ". Il n’est pas gardé deux fois.";
            case Refusal.TooMany(var limit) ->
                    "pas plus de "
                            + limit
                            + " fichiers à la fois. Ajoutez-le dans un second envoi.";
        };
    }

    /// « Ce dépôt dépasse… »: more than the server reads at once; nothing of it was read.
    static String overflow(long limit) {
        return "Cet envoi dépasse "
                + size(limit)
                + " en tout"
                + S
                + ": aucun fichier n’a été reçu. Ce que vous avez tapé est ci-dessous. Choisissez moins de fichiers à la fois.";
    }

    static String size(long bytes) {
        if (bytes < 1 << 10) return bytes + S + "octets";
        if (bytes < 1 << 20) return Math.max(1, bytes >> 10) + S + "Ko";
        var tenths = bytes * 10 / (1 << 20);
        return (tenths % 10 == 0 || tenths >= 100
                        ? Long.toString(tenths / 10)
                        : tenths / 10 + "," + tenths % 10)
                + S
                + "Mo";
    }

    /// « PDF, 3 pages, 120 Ko ».
    static String nature(Format format, @Nullable Integer pages, long size) {
        return format.label()
                + (pages == null ? "" : ", " + pages + S + (pages == 1 ? "page" : "pages"))
                + ", "
                + size(size);
    }

    static String photographed(LocalDate day) {
        return "Pages photographiées le " + FrenchDates.date(day);
    }

    static String mark(String mark) {
        return switch (mark) {
            case "SOINS" -> "Soins";
            case "MEDICAL" -> "Médical";
            case "PSYCHOLOGIQUE" -> "Psychologique";
            case "SOCIAL" -> "Social";
            case "EDUCATION" -> "Éducation thérapeutique";
            case "AIDE" -> "Aide";
            case Audience.RECEPTION -> "Secrétariat et direction";
            default -> "La personne et son aidant";
        };
    }

    /// « Équipe clinique, cercle (soins, médical), la personne ».
    static String audience(Collection<String> marks) {
        var circle =
                marks.stream()
                        .filter(mark -> !Set.of(Audience.RECEPTION, Audience.PERSON).contains(mark))
                        .map(mark -> mark(mark).toLowerCase(Locale.FRENCH))
                        .collect(Collectors.joining(", "));
        return "Équipe clinique"
                + (circle.isEmpty() ? "" : "\u00A0; cercle\u00A0: " + circle)
                + (marks.contains(Audience.RECEPTION) ? "\u00A0; secrétariat et direction" : "")
                + (marks.contains(Audience.PERSON) ? "\u00A0; la personne" : "");
    }

    static String tooLong(int max) {
        return "Ce texte dépasse "
                + Typography.number(max)
                + " caractères"
                + S
                + ": raccourcissez-le.";
    }

    static String added(DocumentType type) {
        return "Document ajouté" + S + ": " + lower(type);
    }

    static String replaced(DocumentType type, int number) {
        return "Document remplacé" + S + ": " + lower(type) + ", version" + S + number;
    }

    static String removed(DocumentType type) {
        return "Document retiré" + S + ": " + lower(type);
    }

    static String shownAgain(DocumentType type) {
        return "Document affiché de nouveau" + S + ": " + lower(type);
    }

    static String misfiled(DocumentType type) {
        return "Document mal classé, remis à classer" + S + ": " + lower(type);
    }

    private static String lower(DocumentType type) {
        return type.label().toLowerCase(Locale.FRENCH);
    }

    static String nth(String title, int rank) {
        return title + " (" + rank + ")";
    }

    /// What a file is called, when that says something: « CRH_cardio-2026.pdf » gives « CRH cardio
    /// 2026 », « IMG_2034.jpg » nothing.
    static Optional<String> titleOf(String file) {
        var dot = file.lastIndexOf('.');
        var stem = (dot > 0 ? file.substring(0, dot) : file).replaceAll("[_\\-\\s]+", " ").strip();
        return stem.length() < 4
                        || stem.matches(
                                "(?i)(img|dsc|pxl|scan|scanner|image|photo|document|doc|fichier|num[eé]risation)?[\\d\\s().]*")
                ? Optional.empty()
                : Optional.of(stem.length() <= 150 ? stem : stem.substring(0, 150));
    }

    /// What was done, once it was.
    static String pieces(int count) {
        return switch (count) {
            case 0 -> "Cette pièce est déjà là.";
            case 1 -> "Pièce ajoutée, lue des seuls lecteurs de la préoccupation.";
            default -> count + " pièces ajoutées, lues des seuls lecteurs de la préoccupation.";
        };
    }

    static String kept(int count) {
        return count == 1 ? "1" + S + "document enregistré." : count + S + "documents enregistrés.";
    }

    static @Nullable String state(String state) {
        return switch (state) {
            case "INTROUVABLE" -> MISSING;
            case "ALTERE" -> ALTERED;
            default -> null;
        };
    }

    static @Nullable String stateShort(String state) {
        return switch (state) {
            case "INTROUVABLE" -> "Contenu introuvable";
            case "ALTERE" -> "Contenu altéré";
            default -> null;
        };
    }

    static @Nullable String text(String state) {
        return switch (state) {
            case "SANS_TEXTE" -> NO_TEXT;
            case "ILLISIBLE" -> TEXT_UNREADABLE;
            case "A_LIRE" -> TEXT_TO_READ;
            default -> null;
        };
    }

    static String removedWhy(String when, String by, String why) {
        return "Retiré le " + when + " par " + by + S + ": " + why;
    }

    static String found(int count, boolean more) {
        if (count == 0) return "Aucun document trouvé";
        if (more) return "Les " + count + " premiers documents trouvés";
        return count == 1 ? "1" + S + "document trouvé" : count + S + "documents trouvés";
    }

    static String waiting(int count) {
        return count == 0
                ? "Aucun document à classer"
                : count + S + (count == 1 ? "document à classer" : "documents à classer");
    }

    static String verified(UUID network, Verification found) {
        var said =
                "Documents de la structure "
                        + network
                        + "\u00A0: "
                        + found.checked()
                        + " contenus comparés, "
                        + (found.intact()
                                ? "tous intacts"
                                : names("introuvables", found.missing())
                                        + names("altérés", found.altered()));
        return found.orphans() == 0
                ? said
                : said + "\u00A0; " + found.orphans() + " fichiers sans fiche dans le dossier";
    }

    static String verified(StoredTexts.Verification found) {
        return "Textes du registre des structures\u00A0: "
                + found.checked()
                + " fichiers comparés, "
                + (found.altered().isEmpty() ? "tous intacts" : names("altérés", found.altered()));
    }

    private static String names(String what, List<UUID> ids) {
        return ids.isEmpty() ? "" : what + " " + ids + " ";
    }
}
