package fr.maillage.network.internal.team;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.platform.Mails;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// Sentences of the pages about the team.
final class TeamText {

    static final String ALREADY_INVITED =
            "Une invitation est déjà en attente pour cette adresse ou cette personne\u00A0: renvoyez-la,"
                    + " ou retirez-la.";
    static final String ALREADY_THERE =
            "Cette adresse est celle de %s, qui fait déjà partie de l’équipe.";
    static final String HAS_ACCOUNT = "Cette personne a déjà un compte.";
    static final String WITHDRAWN = "Invitation retirée\u00A0: son lien ne mène plus à rien.";
    static final String SESSIONS_ENDED = "Sessions fermées\u00A0: la personne doit se reconnecter.";
    static final String FACTOR_RESET =
            "Second facteur réinitialisé\u00A0: la prochaine connexion demandera le mot de passe, puis"
                    + " un nouveau second facteur si la structure l’exige.";

    static final String CHOOSE_COLLEAGUE = "Choisissez quelqu’un de l’équipe.";
    static final String ABSENCE_NOTED =
            "Absence notée\u00A0: pendant ces jours, le remplaçant voit les tâches, alertes et rappels"
                    + " dans Ma journée.";
    static final String ABSENCE_ENDED = "Absence terminée\u00A0: tout revient à la personne.";

    static final String POSTED =
            "Affectation notée\u00A0: le référent est proposé d’après elle pendant ces jours.";
    static final String POSTING_ENDED = "Affectation terminée\u00A0: elle reste lisible.";
    static final String POSTING_EMPTY = "Dites où\u00A0: un pôle, une antenne, ou des communes.";
    static final String POSTING_UNIT = "Choisissez un pôle ou une antenne de la structure.";
    static final String POSTING_ORDER =
            "La fin précède le début\u00A0: le même jour, ou plus tard.";

    /// « depuis le 2 juin 2026 », « du 2 juin 2026 au 9 juin 2026 ».
    static String days(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? "depuis le " + FrenchDates.date(since)
                : "du " + FrenchDates.date(since) + " au " + FrenchDates.date(until);
    }

    /// Why a leave is refused.
    static String of(Absence.Obstacle obstacle) {
        return switch (obstacle) {
            case END_BEFORE_START -> "La fin précède le début\u00A0: le même jour, ou plus tard.";
            case ONESELF -> "Personne ne se remplace soi-même\u00A0: choisissez un collègue.";
            case ALREADY_AWAY -> "Une autre absence de cette personne couvre déjà ces jours.";
            case REPLACEMENT_AWAY -> "Ce collègue est lui-même absent pendant ces jours.";
            case REPLACES_SOMEBODY ->
                    "Cette personne remplace quelqu’un pendant ces jours\u00A0: changez d’abord ce"
                            + " remplacement.";
            case REPLACEMENT_LEFT -> "Ce collègue aura quitté l’équipe avant la fin.";
        };
    }

    private TeamText() {}

    /// Said once after an invitation left by mail.
    static String invited(String email) {
        return "Invitation envoyée à " + email + ".";
    }

    /// Why the link is shown instead of having left.
    static String byHand(Mails.Outcome outcome) {
        return switch (outcome) {
            case SENT -> "L’invitation est partie.";
            case WAITING ->
                    "Le serveur de courriel ne répond pas\u00A0: l’envoi sera retenté pendant deux"
                            + " jours. Vous pouvez aussi remettre ce lien vous-même.";
            case NOT_CONFIGURED ->
                    "L’invitation n’est pas partie par courriel. Remettez ce lien à la personne, et"
                            + " à elle seule.";
            case REFUSED ->
                    "Le serveur de courriel a refusé cette adresse. Vérifiez-la, ou remettez ce"
                            + " lien vous-même.";
        };
    }

    /// What became of the mail of an invitation.
    static String mail(Mails.@Nullable Outcome outcome) {
        return outcome == null
                ? "remise de la main à la main"
                : switch (outcome) {
                    case SENT -> "envoyée par courriel";
                    case WAITING -> "courriel en attente";
                    case NOT_CONFIGURED -> "remise de la main à la main";
                    case REFUSED -> "courriel refusé";
                };
    }

    static String subject(String structure) {
        return "Votre compte Maillage – " + structure;
    }

    /// The mail of an invitation. Nothing about anybody followed.
    static String invitation(
            String name, String inviter, String structure, String link, LocalDate lastDay) {
        return """
        Bonjour %s,

        %s (%s) vous invite à ouvrir votre compte Maillage.

        Ouvrez ce lien, valable jusqu’au %s\u00A0:
        %s

        Il ne sert qu’une fois, et pour vous seul\u00A0: ne le transférez pas.
        Si vous n’attendiez pas cette invitation, ne faites rien et prévenez la structure.
        """
                .formatted(name, inviter, structure, FrenchDates.date(lastDay), link);
    }

    /// « valable jusqu’au 9 juin 2026 », or that it is over.
    static String expiry(Instant expires, Instant now) {
        var day = FrenchDates.date(LocalDate.ofInstant(expires, FrenchDates.PARIS));
        return expires.isAfter(now) ? "valable jusqu’au " + day : "expirée depuis le " + day;
    }

    /// « jamais », or when.
    static String lastSignIn(@Nullable Instant at, LocalDate today) {
        return at == null ? "jamais" : FrenchDates.relative(at, today);
    }

    /// « clé d’accès et code », or that the password stands alone.
    static String factor(boolean codes, int passkeys) {
        if (codes && passkeys > 0) return "clé d’accès et code";
        if (codes) return "code sur téléphone";
        return passkeys > 0 ? "clé d’accès" : "aucun";
    }
}
