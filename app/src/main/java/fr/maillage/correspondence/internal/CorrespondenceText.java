package fr.maillage.correspondence.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.text.Token;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class CorrespondenceText {

    static final String CANCELLED = "Courrier annulé.";
    static final String CAME_BACK = "Courrier noté comme revenu.";
    static final String AGAIN = "Courrier remis dans les courriers à envoyer.";
    static final String DEATH = "Décès";
    static final String OVERTAKEN = "Remplacé par la lettre qui donne la réponse";
    static final String NO_ADDRESS =
            "Pas d’adresse postale complète"
                    + NBSP
                    + ": ce courrier ne peut pas entrer dans un lot.";
    static final String DATES = "La première date vient après la seconde.";
    static final String DATE_TO_COME = "Cette date n’est pas encore venue.";
    static final String DATE_NEEDED = "Indiquez la date.";
    static final String ADDRESS_NEEDED = "Indiquez l’adresse, avec le code postal et la commune.";
    static final String ADDRESS_TOO_LONG =
            "Six lignes au plus" + NBSP + ": la fenêtre de l’enveloppe n’en montre pas davantage.";
    static final String ADDRESS_KEPT = "Adresse enregistrée.";
    static final String SHEET_GIVEN =
            "Note d’information notée comme remise" + NBSP + ": elle est dans les courriers.";
    static final String ADDRESS_CHECKED = "Adresse notée comme vérifiée.";
    static final String OTHERWISE =
            "Noté" + NBSP + ": ce courrier est arrivé autrement que par la poste.";
    static final String FAILED_CHANNEL =
            "Noté" + NBSP + ": ce courrier reste à envoyer par la poste.";
    static final String CHANNEL_NEEDED = "Dites comment.";
    static final String RETURN_NEEDED = "Dites pourquoi il est revenu.";
    static final String TAKEN_OUT =
            "Retiré du lot" + NBSP + ": à imprimer de nouveau quand vous voudrez.";
    static final String TOO_MANY =
            "Cent courriers au plus par lot" + NBSP + ": faites-en plusieurs.";
    static final List<String> LEDGER_HEAD =
            List.of(
                    "Date",
                    "Quoi",
                    "Voie",
                    "Destinataire",
                    "Qualité",
                    "Courrier",
                    "Personne",
                    "Par",
                    "Précision");
    static final String MT_OPPOSED =
            "La personne s’oppose à ce que son médecin traitant soit informé.";
    static final String DECEASED =
            "La personne est décédée" + NBSP + ": aucun courrier ne part à son nom.";
    static final String OPPOSED = "La personne s’oppose au partage avec ce destinataire.";
    static final String OUTSIDE =
            "Hors de l’équipe de soins"
                    + NBSP
                    + ": une lettre avec des informations de santé demande d’abord l’accord de la personne.";
    static final String ASKER_CLINICAL =
            "L’adresseur n’apprend que ce que son rôle permet"
                    + NBSP
                    + ": pas de lettre avec des informations de santé.";
    static final String RECIPIENT_LEFT =
            "Ce destinataire n’est plus auprès de la personne" + NBSP + ": choisissez-en un autre.";
    static final String RECIPIENT_NEEDED = "Choisissez à qui écrire.";
    static final String NAME_NEEDED = "Indiquez le nom du destinataire.";
    static final String SUBJECT_NEEDED = "Indiquez l’objet.";
    static final String NO_ADDRESS_YET = "adresse à compléter";
    static final String BEGUN =
            "Lettre commencée" + NBSP + ": complétez-la, puis mettez-la à envoyer.";
    static final String SAVED = "Enregistré" + NBSP + ": voici la lettre à jour.";
    static final String SENT = "Dans les courriers à envoyer.";
    static final String CHOOSE = "Cochez au moins un courrier.";
    static final String WHY_NEEDED =
            "Dites pourquoi ce courrier ne partira pas"
                    + NBSP
                    + ": le motif reste dans le dossier.";
    static final String NOT_WAITING =
            "Ce courrier n’attend plus" + NBSP + ": un collègue s’en est occupé entre-temps.";

    /// Reasons offered for a letter that will not leave.
    static final List<String> REASONS =
            List.of(
                    "Doublon",
                    "Annoncé par téléphone",
                    "Adresse inconnue",
                    "La personne s’y oppose",
                    "Plus d’actualité");

    private CorrespondenceText() {}

    static String kind(String code) {
        return switch (code) {
            case "AVIS_PPS" -> "Demande d’avis sur un PPS";
            case "INFORMATION_DEMANDE" -> "Information d’une demande";
            case "REPONSE_ADRESSEUR" -> "Réponse à l’adresseur";
            case "RELAIS" -> "Relais";
            case "FAIT_SIGNIFICATIF" -> "Fait significatif";
            case "CHANGEMENT" -> "Changement du plan";
            case "INVITATION_RCP" -> "Invitation à une réunion";
            case "COMPTE_RENDU_RCP" -> "Compte rendu de réunion";
            case "RCP_DEPLACEE" -> "Réunion déplacée";
            case "RCP_ANNULEE" -> "Réunion annulée";
            case "REPONSE_RCP" -> "Réponse à une proposition de RCP";
            case "EXPERTISE" -> "Demande d’expertise";
            case "REEVALUATION_SOIN" -> "Demande de réévaluation d’un soin";
            default -> "Courrier";
        };
    }

    /// « Madame », « Monsieur »; null when neither is said.
    static @Nullable String civility(String sex) {
        return switch (sex) {
            case "F" -> "Madame";
            case "M" -> "Monsieur";
            default -> null;
        };
    }

    /// In what quality somebody stands in the circle.
    static String quality(Actor actor) {
        var profession = actor.profession();
        return switch (actor.role()) {
            case "MEDECIN_TRAITANT" -> "médecin traitant";
            case "AIDANT_PRINCIPAL" -> "aidant principal";
            case "PERSONNE_A_PREVENIR" -> "personne à prévenir";
            case "PERSONNE_DE_CONFIANCE" -> "personne de confiance";
            case "REPRESENTANT_LEGAL" -> "représentant légal";
            default ->
                    profession != null
                            ? inSentence(profession)
                            : actor.kind().equals("PROCHE") ? "proche" : "structure";
        };
    }

    /// A profession inside a sentence; an acronym keeps its capitals.
    private static String inSentence(String profession) {
        return profession.length() > 1 && Character.isUpperCase(profession.charAt(1))
                ? profession
                : Typography.inSentence(profession);
    }

    /// Where a right stands, in a letter.
    static String right(String state) {
        return switch (state) {
            case "A_DEMANDER" -> "à demander";
            case "DEMANDE" -> "demandé";
            case "ACCORDE" -> "accordé";
            case "REFUSE" -> "refusé";
            case "RECOURS" -> "recours en cours";
            default -> state;
        };
    }

    /// How a letter begins.
    static String salutation(RecipientKind kind, String name, @Nullable String civility) {
        if (kind == RecipientKind.MEDECIN_TRAITANT || name.startsWith("Dr ")) return "Docteur,";
        if (kind == RecipientKind.PERSONNE) return civility == null ? "Bonjour," : civility + ",";
        return "Madame, Monsieur,";
    }

    /// What a letter is: the title of its template, else its kind.
    static String title(String kind, @Nullable String template) {
        return template == null ? kind(kind) : template;
    }

    /// How a letter left.
    static String gone(Channel channel) {
        return switch (channel) {
            case COURRIER -> "Posté";
            case TELEPHONE -> "Dit par téléphone";
            case REMISE_EN_MAIN -> "Remis en main propre";
            case MSSANTE -> "Envoyé par MSSanté";
        };
    }

    static String gone(Channel channel, String title, String recipient) {
        return (channel == Channel.COURRIER
                        ? "Courrier posté"
                        : "Courrier, " + Typography.inSentence(gone(channel)))
                + NBSP
                + ": "
                + title
                + ", "
                + recipient;
    }

    /// What is said beside a letter that no longer waits; null when nothing is.
    static @Nullable String detail(
            LetterState state,
            Channel channel,
            @Nullable String by,
            @Nullable String cancelled,
            @Nullable String returned) {
        return switch (state) {
            case ENVOYE ->
                    (channel == Channel.COURRIER ? "" : channel.label() + ", ")
                            + (by == null ? "" : "par " + by);
            case ANNULE -> cancelled == null ? null : "Motif" + NBSP + ": " + cancelled;
            case ECHEC -> returned == null ? null : ReturnReason.valueOf(returned).label();
            case A_ENVOYER, BROUILLON -> null;
        };
    }

    /// Where the person lives may not be where she lives.
    static String doubt(ReturnReason reason, LocalDate on) {
        return "Courrier revenu le "
                + FrenchDates.date(on)
                + ", "
                + Typography.inSentence(reason.label())
                + NBSP
                + ": adresse à vérifier.";
    }

    /// When the information sheet was given.
    static String given(LocalDate on, @Nullable String by) {
        return "Remise le " + FrenchDates.date(on) + (by == null ? "." : ", par " + by + ".");
    }

    /// What is wrong with an address; null when nothing is.
    static @Nullable String address(
            @Nullable String address, @Nullable String mark, @Nullable LocalDate on) {
        if (!PostalAddress.complete(address)) return NO_ADDRESS;
        return mark == null || on == null
                ? null
                : "Adresse à vérifier"
                        + NBSP
                        + ": un courrier en est revenu le "
                        + FrenchDates.date(on)
                        + ", "
                        + Typography.inSentence(ReturnReason.valueOf(mark).label())
                        + ".";
    }

    static String written(String title, String recipient) {
        return "Courrier écrit" + NBSP + ": " + title + ", " + recipient;
    }

    /// A line, fields not filled shown as in the text.
    static String shown(String line, Map<String, Field> fields) {
        return Token.inWords(line, token -> toComplete(token, fields.get(token.name())));
    }

    /// The label of what the writer types.
    static String label(Token token, @Nullable Field field) {
        return token.free() ? token.name() : field == null ? token.name() : field.label();
    }

    static String missing(Token token, @Nullable Field field) {
        return label(token, field) + NBSP + ": à compléter.";
    }

    static String subject(String words) {
        return "Objet" + NBSP + ": " + words;
    }

    static String batch(int number) {
        return "lot" + NBSP + number;
    }

    static String inBatch(int number) {
        return "Avec le " + batch(number);
    }

    static String standing(int number, int printed) {
        return Typography.capital(batch(number))
                + (printed > 0 ? ", imprimé, pas encore posté" : ", à imprimer");
    }

    static String left(int printed, int left) {
        return (printed > 0 ? "imprimé, " : "à imprimer, ")
                + (left == 1 ? "1 courrier à poster" : left + " courriers à poster");
    }

    static String printed(int times, String when, String by) {
        return "Imprimé " + (times == 1 ? "" : times + " fois, la dernière ") + when + ", " + by;
    }

    /// What became of a letter of a batch.
    static String outcome(@Nullable String outcome, LetterState state) {
        if (outcome == null) return "À poster";
        return outcome.equals("POSTE")
                ? "Posté"
                : state == LetterState.ANNULE ? "Annulé" : "Retiré du lot";
    }

    static String window(int left, int top) {
        return "L’adresse est imprimée à "
                + left
                + NBSP
                + "mm du bord gauche et "
                + top
                + NBSP
                + "mm du haut de la feuille, pour la fenêtre à droite d’une enveloppe DL (pliée en trois) ou C5 (pliée en deux).";
    }

    /// What stands in a letter where a field is not filled.
    static String toComplete(Token token, @Nullable Field field) {
        return "[à compléter" + NBSP + ": " + label(token, field) + "]";
    }

    static String batchMade(int ready) {
        return ready == 1
                ? "Lot prêt" + NBSP + ": 1 courrier."
                : "Lot prêt" + NBSP + ": " + ready + " courriers.";
    }

    /// Why letters did not enter a batch; null when all did.
    static @Nullable String notInBatch(List<Batches.Candidate> refused) {
        if (refused.isEmpty()) return null;
        return refused.stream()
                .map(c ->
                        c.recipient()
                                + NBSP
                                + ": "
                                + switch (c.standing()) {
                                    case NO_ADDRESS -> "pas d’adresse";
                                    case IN_A_BATCH -> "déjà dans un lot";
                                    case NO_LONGER_WAITING -> "n’attend plus";
                                    case READY -> "prêt";
                                })
                .collect(
                        Collectors.joining(
                                "\u00A0; ",
                                "Aucun lot n’est fait. Décochez ou complétez" + NBSP + ": ",
                                "."));
    }

    static String cancelled(String title, String recipient) {
        return "Courrier annulé" + NBSP + ": " + title + ", " + recipient;
    }

    static String failed(String title, String recipient) {
        return "Courrier revenu" + NBSP + ": " + title + ", " + recipient;
    }

    static String postedToast(int count) {
        return switch (count) {
            case 0 -> "Rien à poster" + NBSP + ": ces courriers n’attendaient plus.";
            case 1 -> "1 courrier noté comme posté.";
            default -> count + " courriers notés comme postés.";
        };
    }
}
