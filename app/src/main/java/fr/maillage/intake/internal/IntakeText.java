package fr.maillage.intake.internal;

import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks.GridItem;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every French sentence of intake.
final class IntakeText {

    private static final String S = Typography.NBSP;

    /// What is confided, to begin with: why help was asked, nothing more.
    static String handoverWords(java.util.List<String> motives) {
        return "Demande d’appui"
                + S
                + ": "
                + fr.maillage.kernel.Typography.inSentence(fr.maillage.intake.Motive.words(motives))
                + ".";
    }

    static final String NOTHING_LASTS =
            "Aucune des lignes cochées ne s’inscrit dans la durée" + S + ": court terme.";
    static final String NO_CRITERION =
            "Aucun des critères de complexité du guide n’est coché" + S + ": à vérifier.";

    // The new request.
    static final String ASKER = "Dites qui demande" + S + ": un nom suffit.";
    static final String RPPS_UNKNOWN =
            "Ce numéro RPPS n’est pas dans l’annuaire" + S + ": vérifiez-le, ou écrivez le nom.";
    static final String QUALITY =
            "Choisissez la qualité de l’adresseur" + S + ": elle décide de ce qu’il apprendra.";
    static final String LOOK_FIRST =
            "Regardez d’abord les personnes proches ci-dessous, puis choisissez.";
    static final String CHOOSE_PERSON =
            "Choisissez la personne, «\u00A0nouvelle personne\u00A0», ou une demande sans personne.";
    static final String SEX = "Indiquez le sexe.";
    static final String GIVEN_NAMES = "Saisissez le prénom.";
    static final String MOTIVE = "Choisissez au moins un motif.";
    static final String AGREEMENT =
            "La personne est-elle informée et d’accord" + S + "? Choisissez une réponse.";
    static final String AGREEMENT_REASON = "Dites pourquoi la personne n’est pas encore informée.";
    static final String STATE_REASON =
            "Dites ce qui empêche la personne de s’exprimer, et qui a parlé pour elle.";
    static final String URGENCY = "Choisissez le degré d’urgence.";
    static final String CHANNEL = "Choisissez par où la demande est arrivée.";
    static final String TOO_LONG =
            "Ce texte est trop long" + S + ": 20" + Typography.NNBSP + "000 caractères au plus.";
    static final String NOT_A_PERSON =
            "Cette personne n’est pas dans votre structure" + S + ": cherchez-la à nouveau.";

    static final String ABOUT_NOBODY = "Sans usager désigné";
    static final String LETTER_READY = ", courrier prêt";

    // The analysis.
    static final String SUBSIDIARITY =
            "Dites si le premier recours ou un service existant couvre déjà le besoin.";
    static final String SUBSIDIARITY_NOTE = "Dites qui couvre le besoin.";
    static final String MT_PART = "Dites quelle a été la part du médecin traitant.";
    static final String MT_OPPOSED =
            "La personne s’oppose à ce que son médecin traitant soit prévenu"
                    + S
                    + ": l’analyse se fait sans lui.";
    static final String LEVEL = "Retenez un niveau, de 0 à 3.";
    static final String OVERRIDE =
            "Ce niveau n’est pas celui de la proposition" + S + ": dites pourquoi.";
    static final String NEED_COVERED =
            "Le besoin est déjà couvert"
                    + S
                    + ": on ne peut pas valider un besoin de coordination (principe de"
                    + " subsidiarité).";
    static final String VALIDATED_LATER = "La date de validation est dans le futur.";

    // The urgency.
    static final String CALL_15 = "Urgence vitale" + S + ": appelez le 15.";
    static final String ANSWER = "Dites ce qui a été répondu.";
    static final String PARTNER = "Dites quel partenaire répond.";
    static final String HOW = "Dites comment l’évaluation a été faite.";
    static final String BY = "Dites qui a évalué.";
    static final String BEFORE_OPENING =
            "L’évaluation ne peut pas précéder l’ouverture de l’urgence.";
    static final String IN_THE_FUTURE = "Cette date est dans le futur.";
    static final String NOT_A_TIME = "Cette date n’existe pas.";
    static final String RELAY = "Nommez le relais.";
    static final String DONE_ALREADY = "Cette évaluation est déjà enregistrée.";

    // Said once, after an act.
    static final String SAVED = "Demande enregistrée.";
    static final String TAKEN = "La demande est à vous.";
    static final String TAKEN_ALREADY = "Un collègue l’a déjà prise.";
    static final String ASSIGNED = "Affectation enregistrée.";
    static final String ANSWERED_ALREADY = "Cette demande a déjà sa réponse.";
    static final String ADVISED = "Conseil enregistré.";
    static final String AWAITED = "Mise en attente.";
    static final String CLOSED = "Demande close, sans suite.";
    static final String ATTACHED =
            "Demande rattachée au suivi en cours" + S + ": sa ligne de vie la montre.";
    static final String ATTACHED_LINE = "Demande rattachée au suivi en cours";
    static final String PROPOSED = "Accompagnement proposé.";
    static final String REOPENED = "La demande est de nouveau à analyser.";
    static final String MT_TOLD = "Médecin traitant prévenu.";
    static final String MT_NOT_TOLD =
            "La personne s’oppose à ce que son médecin traitant soit prévenu.";
    static final String RELAY_NAMED = "Relais nommé.";
    static final String ANSWER_NOTED = "Réponse immédiate notée.";
    static final String EVALUATION_SAVED = "Évaluation enregistrée.";
    static final String HANDOVER_SENT = "Relais envoyé\u00A0; l’accusé de réception est attendu.";
    static final String ACKNOWLEDGED = "Accusé de réception noté.";
    static final String ACKNOWLEDGED_BY = "Dites qui accuse réception.";
    static final String REMINDED = "Relance notée, le courrier est à envoyer.";
    static final String ACKNOWLEDGED_ALREADY = "Ce relais a déjà son accusé de réception.";
    static final String ANALYSIS_SAVED = "Analyse enregistrée.";
    static final String ACTION_SAVED = "Action enregistrée.";
    static final String ACTION_TITLE = "Dites ce qui a été fait.";
    static final String PARTICIPANTS = "Un nombre, en chiffres.";

    static final String COLLEAGUE_LEFT = "un collègue parti";

    static final String REFERENCE = "Donnez le numéro de la demande dans ViaTrajectoire.";

    /// A reference that came in already.
    static String alreadyCame(int number) {
        return "Cette référence est déjà entrée par cette porte"
                + Typography.NBSP
                + ": demande n° "
                + number
                + ".";
    }

    private IntakeText() {}

    // Level.

    static String points(int points, int level, int fromLevel1, int fromLevel2) {
        var sum = points + S + (points < 2 ? "point" : "points");
        return switch (level) {
            case 0 -> sum + S + ": en dessous de " + fromLevel1 + ", veille.";
            case 1 ->
                    sum
                            + S
                            + ": de "
                            + fromLevel1
                            + " à "
                            + (fromLevel2 - 1)
                            + ", risque de complexification.";
            default -> sum + S + ": à partir de " + fromLevel2 + ", situation complexe.";
        };
    }

    static String lasting(List<GridItem> items) {
        return "S’inscrit dans la durée"
                + S
                + ": "
                + items.stream()
                        .map(GridItem::label)
                        .collect(Collectors.joining(Typography.NBSP + "; "))
                + ".";
    }

    static String line(GridItem item) {
        return item.label() + " (" + item.points() + ")";
    }

    static String level(int level) {
        return switch (level) {
            case 0 -> "Niveau" + S + "0, veille";
            case 1 -> "Niveau" + S + "1, risque de complexification";
            case 2 -> "Niveau" + S + "2, complexe, court terme";
            default -> "Niveau" + S + "3, complexe, long terme";
        };
    }

    // Decisions.

    static String of(Decision.Obstacle obstacle) {
        return switch (obstacle) {
            case Decision.Obstacle.AlreadyAnswered(var status) ->
                    "Cette demande a déjà sa réponse" + S + ": " + status.label() + ".";
            case Decision.Obstacle.Missing(var field) -> missing(field);
            case Decision.Obstacle.AboutNobody _ -> "Cette demande est sans usager désigné.";
            case Decision.Obstacle.NeedNotValidated _ ->
                    "Le besoin de coordination n’est pas encore validé"
                            + S
                            + ": faites d’abord l’analyse.";
            case Decision.Obstacle.AlreadyCovered _ ->
                    "L’analyse dit que le besoin est déjà couvert (subsidiarité)"
                            + S
                            + ": orientez ou donnez un conseil.";
            case Decision.Obstacle.PersonHasNotAgreed _ ->
                    "Le relais demande l’accord de la personne.";
            case Decision.Obstacle.UrgencyRuns _ ->
                    "L’urgence est en cours" + S + ": terminez d’abord son circuit.";
            case Decision.Obstacle.NotFollowed _ ->
                    "Cette personne n’est pas accompagnée"
                            + S
                            + ": aucun suivi en cours auquel rattacher la demande.";
        };
    }

    /// What the page of an answer says on top; when a colleague was first, only that.
    static FormErrors errors(FormOutcome outcome) {
        return outcome.conflict() == null
                ? outcome.errors()
                : new FormErrors().add("decision", ANSWERED_ALREADY);
    }

    static String field(Decision.Obstacle obstacle) {
        return switch (obstacle) {
            case Decision.Obstacle.Missing(var field) -> field;
            case Decision.Obstacle.PersonHasNotAgreed _ -> "agreed";
            default -> "decision";
        };
    }

    private static String missing(String field) {
        return switch (field) {
            case "advice" -> "Écrivez le conseil donné.";
            case "awaiting" -> "Dites quelle information est attendue, et de qui.";
            case "toKind" -> "Choisissez vers quel type de structure.";
            case "toName" -> "Nommez la structure.";
            case "content" -> "Dites ce qui est confié à cette structure.";
            case "reason" -> "Choisissez pourquoi la demande reste sans suite.";
            case "note" -> "Dites à qui la demande est relayée.";
            default -> "Ce champ est à remplir.";
        };
    }

    // Urgency.

    static String of(UrgencyState.Obstacle obstacle) {
        return switch (obstacle) {
            case UrgencyState.Obstacle.AlreadyEnded _ -> "Ce circuit est déjà terminé.";
            case UrgencyState.Obstacle.NoImmediateAnswer _ ->
                    "La réponse immédiate n’est pas encore notée.";
            case UrgencyState.Obstacle.NotEvaluated(var neither) ->
                    neither
                            ? "Les évaluations à 24 h et à 48 h ne sont pas faites."
                            : "L’évaluation à 48 h n’est pas faite.";
            case UrgencyState.Obstacle.LevelOutOfCircuit _ ->
                    "Une urgence entre en niveau 1, 2 ou 3" + S + ": choisissez.";
        };
    }

    static String entered(String level) {
        return "L’urgence est entrée en niveau" + S + level + ".";
    }

    static String onCall(@Nullable String phone, @Nullable String hours) {
        if (phone == null || phone.isBlank())
            return "Astreinte de l’équipe (numéro à renseigner dans les réglages)";
        return "Astreinte de l’équipe, "
                + phone
                + (hours == null || hours.isBlank() ? "" : " (" + hours + ")");
    }

    /// « dimanche 7 juin 2026 à 16:40, l’équipe ne travaille pas : astreinte de l’équipe… »
    static String who(Deadline deadline, @Nullable String relay) {
        if (deadline.worked())
            return relay == null ? "L’équipe évalue." : "Évaluation par" + S + ": " + relay + ".";
        var day = FrenchDates.shortDay(deadline.day());
        return "L’équipe ne travaille pas ce jour-là ("
                + day
                + ")"
                + S
                + ": "
                + (relay == null ? "un relais doit être nommé." : relay + " évalue.");
    }

    // Reception.

    static String answerDelay(Degree degree, int days) {
        return switch (degree) {
            case URGENTE -> "analyse immédiate, évaluations à 24 h et 48 h";
            case RAPIDE -> "réponse sous " + Math.min(2, days) + S + "jours ouvrés";
            case NORMALE -> "réponse sous " + days + S + "jours ouvrés";
        };
    }

    static @Nullable String reasonFor(Agreement agreement) {
        return switch (agreement) {
            case PAS_INFORMEE -> AGREEMENT_REASON;
            case HORS_D_ETAT -> STATE_REASON;
            default -> null;
        };
    }

    static String received(Instant at, LocalDate today) {
        return FrenchDates.relative(at, today);
    }

    static String reached(int number) {
        return "Demande n°" + S + number + " enregistrée.";
    }

    /// Who covers the commune of the person.
    static String sector(String names) {
        return names.isEmpty() ? "commune que personne ne couvre" : names;
    }
}
