package fr.maillage.rcp.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.casefile.SharedWith.Obstacle;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// The French of the module.
final class RcpText {

    static final String CHOOSE = "Choisissez l’une des propositions.";
    static final String LINE = "300 caractères au plus.";
    static final String NOT_A_TIME =
            "Cette heure n’existe pas" + NBSP + ": écrivez par exemple 14:05.";
    static final String MINUTES = "Une durée va de 0 à 600 minutes.";
    static final String AMOUNT = "Écrivez un montant en euros" + NBSP + ": 46 ou 46,50.";
    static final String DAY_TO_COME = "Ce jour n’est pas encore venu.";
    static final String AGREED_WHEN = "Dites quel jour elle a donné son accord.";
    static final String AGREED_HOW = "Dites comment elle a donné son accord.";
    static final String WHY_MISSING = "Dites pourquoi.";
    static final String NOT_YET = "Cette réunion n’a pas encore commencé.";
    static final String NOBODY_THERE =
            "Notez d’abord qui était présent"
                    + NBSP
                    + ": une réunion sans personne n’a pas eu lieu.";
    static final String WHO_WAS_THERE =
            "Dites de chacun s’il était présent ou absent, puis clôturez.";
    static final String NAME_MISSING = "Écrivez le nom.";
    static final String PROFESSION_MISSING =
            "Écrivez la profession" + NBSP + ": le temps passé est compté par profession.";
    static final String PLACE_FIRST =
            "Indiquez d’abord le lieu, le lien ou le numéro" + NBSP + ": l’invitation le dit.";
    static final String LEFT_THE_CIRCLE =
            "N’est plus dans le cercle" + NBSP + ": l’invitation ne peut pas partir.";
    static final String QUESTION_MISSING = "Écrivez la question posée.";
    static final String QUESTION_LONG = "4 000 caractères au plus.";
    static final String NOTES_LONG = "20 000 caractères au plus.";
    static final String DECEASED = "Cette personne est décédée.";
    static final String ALREADY_ON_IT = "Cette personne est déjà à l’ordre du jour.";
    static final String WHO = "Choisissez la personne dans cette liste.";
    static final String NAME_IT = "Écrivez son nom\u00A0: celles qui le portent seront proposées.";
    static final String NOBODY =
            "Personne ne porte un nom proche ici" + NBSP + ": corrigez le nom.";
    static final String DECISION_MISSING = "Écrivez ce qui est décidé.";
    static final String DUE_MISSING = "Une intervention ou une tâche a une date.";
    static final String DUE_PAST =
            "Cette date est passée" + NBSP + ": choisissez aujourd’hui ou plus tard.";
    static final String DECIDED =
            "Des décisions sont notées pour cette personne"
                    + NBSP
                    + ": elle reste à l’ordre du jour.";
    static final String INVITED =
            "Des professionnels sont déjà invités pour cette personne"
                    + NBSP
                    + ": retirez-les d’abord de la réunion.";
    static final String CARRIED_ALREADY = "Cette décision est déjà portée au plan.";
    static final String NO_DRAFT =
            "Aucun plan n’est en préparation"
                    + NBSP
                    + ": ouvrez la prochaine version du PPS, puis portez-y la décision.";
    static final String HOLD_FIRST =
            "Le compte rendu part quand la réunion est clôturée et que cette situation y a été"
                    + " vue.";
    static final String NOTHING_OF_THEIRS =
            "Rien de ce qui a été décidé ne concerne sa part du plan.";
    static final String CALLED_OFF = "Réunion annulée";
    static final String MOVED = "Réunion déplacée";
    static final String NOT_INVITED_ANY_MORE = "N’est plus invité à cette réunion";
    static final String AGREED = "Accord donné pour une réunion avec des participants extérieurs";
    static final String OPINION_MISSING = "Écrivez l’avis rendu.";
    static final String WHICH_DOCTOR = "Choisissez le médecin de l’équipe.";
    static final String EXPERTISE_SUBJECT = "demande d’expertise";

    static final String WISHED = "Proposition envoyée à l’équipe.";
    static final String WISH_WHY = "Dites pourquoi maintenant.";
    static final String WISH_WAITS = "Une proposition de votre part est déjà à l’étude.";
    static final String WISH_REFUSED_WHY = "Dites pourquoi" + NBSP + ": le professionnel le lira.";
    static final String WISH_ACCEPTED =
            "Inscrite à l’ordre du jour" + NBSP + "; le professionnel en est averti et participe.";
    static final String WISH_REFUSED =
            "Réponse donnée" + NBSP + ": le professionnel en est averti.";
    static final String WISH_SUBJECT = "votre proposition de RCP";

    static final String ADOPTED = "Montants adoptés.";
    static final String FEE_NOTED = "Forfait noté.";
    static final String SETTLED = "Paiement noté.";
    static final List<String> FEES_HEAD =
            List.of("Date", "Pour", "Professionnel", "Profession", "Montant", "État");

    static final String CREATED = "Réunion créée. Mettez des personnes à l’ordre du jour.";
    static final String CHANGED = "Réunion modifiée.";
    static final String CANCELLED = "Réunion annulée.";
    static final String ON_IT = "Inscrite à l’ordre du jour.";
    static final String OFF_IT = "Retirée de l’ordre du jour.";
    static final String AGREEMENT_NOTED = "Accord noté.";
    static final String ADDED = "Participant ajouté.";
    static final String REMOVED = "Participant retiré.";
    static final String ANSWERED = "Réponse notée.";
    static final String PRESENCES = "Présences notées.";
    static final String HELD = "Réunion clôturée. Les comptes rendus peuvent partir.";
    static final String NOTED = "Notes enregistrées.";
    static final String DECISION_NOTED = "Décision notée.";
    static final String CARRIED = "Décision portée au plan en préparation.";
    static final String ASKED = "Expertise demandée.";
    static final String OPINION_NOTED = "Avis enregistré.";
    static final String CLOSED = "Demande d’expertise close.";

    private RcpText() {}

    static String over(MeetingState state) {
        return state == MeetingState.TENUE
                ? "Cette réunion est clôturée" + NBSP + ": rien n’y change plus."
                : "Cette réunion est annulée.";
    }

    /// Nothing is decided in a meeting before its day.
    static String notYet(LocalDate day) {
        return "Une décision se note à partir du jour de la réunion, le "
                + FrenchDates.date(day)
                + ". Ce qu’on y proposera s’écrit dans «\u00A0Ce qui est dit\u00A0».";
    }

    static String alreadyThere(String name) {
        return name + " participe déjà.";
    }

    /// Why nobody may speak of her in front of them.
    static String obstacle(Obstacle why, String person, String listener) {
        return switch (why) {
                    case OPPOSED_TO_ALL -> person + " s’oppose au partage de ses informations";
                    case OPPOSED_TO_THEM -> person + " s’oppose au partage avec " + listener;
                    case OUTSIDE ->
                            listener
                                    + " n’est pas de l’équipe de soins de "
                                    + person
                                    + ", qui n’a pas donné son accord au partage hors de cette"
                                    + " équipe";
                }
                + NBSP
                + ": notez d’abord son accord pour cette réunion, ou retirez "
                + listener
                + ".";
    }

    /// Why an expertise asked outside does not say her name.
    static String withoutHerName(Obstacle why) {
        return (why == Obstacle.OUTSIDE
                        ? "Cet expert n’est pas de son équipe de soins et elle n’a pas donné son"
                                + " accord au partage hors de cette équipe"
                        : "Elle s’oppose au partage de ses informations")
                + NBSP
                + ": notez d’abord son accord dans ses droits, ou posez la question sans dire son"
                + " nom.";
    }

    /// What a member of the team is, as a profession.
    static String function(Networks.Member member) {
        if (member.profile() != null && !member.profile().isBlank()) return member.profile();
        return switch (member.function()) {
            case "COORDINATOR" -> "Coordonnateur d’appui";
            case "SECRETARY" -> "Secrétaire";
            case "DOCTOR" -> "Médecin de l’équipe";
            case "HEAD" -> "Responsable de structure";
            default -> "Équipe d’appui";
        };
    }

    static String length(int minutes) {
        if (minutes < 60) return minutes + NBSP + "min";
        var rest = minutes % 60;
        return minutes / 60 + NBSP + "h" + (rest == 0 ? "" : NBSP + (rest < 10 ? "0" : "") + rest);
    }

    static String place(Meeting meeting) {
        return meeting.mode() == Mode.SUR_PLACE
                ? meeting.place() == null ? "lieu à préciser" : meeting.place()
                : Typography.inSentence(meeting.mode().label)
                        + (meeting.place() == null ? "" : ", " + meeting.place());
    }

    /// « RCP du 16 juin 2026 ».
    static String title(Meeting meeting) {
        return title(meeting.kind(), meeting.day());
    }

    static String title(MeetingKind kind, LocalDate day) {
        return kind.label + " du " + FrenchDates.date(day);
    }

    /// The same, inside a sentence: « la RCP du 16 juin 2026 ».
    static String inSentence(Meeting meeting) {
        return "la "
                + (meeting.kind() == MeetingKind.RCP ? "RCP" : "réunion de synthèse")
                + " du "
                + FrenchDates.date(meeting.day());
    }

    static String onTheAgenda(Meeting meeting) {
        return "Inscrite à l’ordre du jour de " + inSentence(meeting);
    }

    static String offTheAgenda(Meeting meeting) {
        return "Retirée de l’ordre du jour de " + inSentence(meeting);
    }

    static String calledOff(Meeting meeting) {
        return title(meeting) + NBSP + ": annulée";
    }

    static String held(Meeting meeting) {
        return title(meeting) + NBSP + ": situation examinée";
    }

    static String putOff(Meeting meeting) {
        return title(meeting) + NBSP + ": situation non examinée, à reporter";
    }

    static String decided(Meeting meeting) {
        return "Décision de " + inSentence(meeting);
    }

    /// What the whole team reads in its tasks: the decision itself when it is about aid and daily
    /// life; of care, only that there is one.
    static String task(Meeting meeting, PlanPart part, String text) {
        return (part == PlanPart.AIDE ? text : CARE_TO_DO) + " (" + title(meeting) + ")";
    }

    static final String CARE_TO_DO = "Décision de soins à mettre en œuvre";

    static String origin(Meeting meeting) {
        return "Décidé à " + inSentence(meeting) + ".";
    }

    static final String INVITED_ALL =
            "Les invitations attendent dans les courriers à envoyer. Qui n’a pas pu être invité est"
                    + " dit ci-dessous.";

    static String minutes(Meeting meeting) {
        return "Compte rendu de " + inSentence(meeting);
    }

    static String minutesSent(Meeting meeting, int letters) {
        return minutes(meeting)
                + NBSP
                + ": "
                + (letters == 1 ? "1 courrier à envoyer" : letters + " courriers à envoyer");
    }

    /// « , pour le 3 juillet 2026 (Karim BELKACEM) »; empty when nothing is said.
    static String when(Decision decision) {
        return (decision.dueOn() == null ? "" : ", pour le " + FrenchDates.date(decision.dueOn()))
                + (decision.assigneeName() == null ? "" : " (" + decision.assigneeName() + ")");
    }

    static List<String> lines(String text) {
        return text.lines().filter(l -> !l.isBlank()).toList();
    }

    static final String MINUTES_SENT =
            "Les comptes rendus attendent dans les courriers à envoyer. Qui ne le reçoit pas est"
                    + " dit ci-dessous.";

    static String expertiseAsked(String addressee) {
        return "Expertise demandée" + NBSP + ": " + addressee;
    }

    static String expertiseGiven(String addressee) {
        return "Avis d’expertise rendu" + NBSP + ": " + addressee;
    }

    static String expertiseClosed(String addressee) {
        return "Demande d’expertise sans suite" + NBSP + ": " + addressee;
    }

    static String readTheOpinion(String addressee) {
        return "Lire l’avis d’expertise de " + addressee;
    }

    /// As one types it: « 46,10 ».
    static String typed(BigDecimal amount) {
        return amount.toPlainString().replace('.', ',');
    }

    /// In a spreadsheet.
    static String settled(@Nullable LocalDate on) {
        return on == null ? "à payer" : "payé le " + FrenchDates.numeric(on);
    }

    static String euros(BigDecimal amount) {
        return new Money(amount.setScale(2)).formatted();
    }

    static String persons(int n) {
        return n == 0 ? "aucune personne" : n == 1 ? "1 personne" : n + " personnes";
    }
}
