package fr.maillage.casefile.internal.entitlement;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences about rights and measures.
final class EntitlementText {

    private static final String S = Typography.NBSP;

    static final Map<String, String> PER =
            ordered("MOIS", "par mois", "AN", "par an", "UNIQUE", "en une fois");

    static final String NOTED = "Droit noté.";
    static final String SAVED = "Droit enregistré.";
    static final String STEP_NOTED = "Démarche notée.";
    static final String RENEWED =
            "Renouvellement ouvert" + S + ": complétez-le au fil des démarches.";
    static final String CLOSED = "Droit clos.";

    static final String KIND_MISSING = "Choisissez le droit ou la mesure.";
    static final String STATE_MISSING = "Dites où en est ce droit.";
    static final String NAME_MISSING = "Donnez le nom de ce droit ou de cette mesure.";
    static final String ENDS_BEFORE =
            "La fin est avant le début" + S + ": corrigez l’une des deux dates.";
    static final String DECIDED_BEFORE =
            "La décision est avant la demande" + S + ": corrigez l’une des deux dates.";
    static final String IN_FUTURE =
            "Cette date est dans le futur" + S + ": notez ce qui est fait, une fois fait.";
    static final String ASKED_MISSING = "Donnez la date de la demande.";
    static final String STARTS_MISSING = "Dites depuis quand le droit est accordé.";
    static final String DECIDED_MISSING =
            "Donnez la date du refus" + S + ": le délai de recours en part.";
    static final String APPEALED_MISSING = "Donnez la date du recours.";
    static final String APPEAL_BEFORE = "Le délai de recours ne peut pas finir avant la décision.";
    static final String NEGATIVE = "Un montant n’est pas négatif.";
    static final String TOO_MUCH = "Ce montant est trop grand" + S + ": vérifiez les zéros.";
    static final String PER_MISSING = "Dites si c’est par mois, par an ou en une fois.";
    static final String NOT_OF_THE_TEAM = "Cette personne n’est pas de l’équipe.";
    static final String NEXT_WHAT = "Dites quelle démarche faire.";
    static final String NEXT_ON = "Dites quand faire cette démarche.";
    static final String STEP_MISSING = "Dites ce qui a été fait.";
    static final String STEP_DAY = "Donnez la date de la démarche.";
    static final String WHY_MISSING = "Dites pourquoi ce droit n’est plus suivi.";
    static final String ALREADY_CLOSED = "Ce droit est clos" + S + ": il ne change plus.";
    static final String RENEW_GRANTED = "Seul un droit accordé se renouvelle.";
    static final String ALREADY_RENEWING = "Un renouvellement est déjà ouvert pour ce droit.";

    private EntitlementText() {}

    static String appealTooLate(LocalDate until) {
        return "Le délai de recours finissait le "
                + FrenchDates.date(until)
                + S
                + ": corrigez l’une des deux dates.";
    }

    static String duplicate(Entitlement other) {
        return "«"
                + S
                + other.title()
                + S
                + "» est déjà suivi pour cette personne ("
                + standing(other)
                + ")"
                + S
                + ": ouvrez-le, ou renouvelez-le.";
    }

    static String overlaps(Entitlement other) {
        return "Ce droit est déjà accordé "
                + (other.endsOn() == null
                        ? "sans date de fin depuis le " + date(other.startsOn())
                        : "du "
                                + date(other.startsOn())
                                + " au "
                                + FrenchDates.date(other.endsOn()))
                + S
                + ": le suivant commence après.";
    }

    /// « accordé jusqu’au 2 juillet 2026 », « demandé le 3 juin 2026 », « à demander ».
    static String standing(Entitlement right) {
        return switch (right.state()) {
            case A_DEMANDER -> "à demander";
            case DEMANDE -> "demandé le " + date(right.askedOn());
            case ACCORDE ->
                    right.endsOn() == null
                            ? "accordé sans date de fin"
                            : "accordé jusqu’au " + FrenchDates.date(right.endsOn());
            case REFUSE ->
                    "refusé le "
                            + date(right.decidedOn())
                            + (right.appealUntil() == null
                                    ? ""
                                    : ", recours possible jusqu’au "
                                            + FrenchDates.date(right.appealUntil()));
            case RECOURS -> "recours formé le " + date(right.appealedOn());
            case CLOS -> "clos";
        };
    }

    /// The last day of an appeal. What the law usually gives is to be checked; a day that was typed
    /// comes from the decision.
    static String appealUntil(Entitlement right, LocalDate until) {
        var body = right.body() == null ? RightKind.Body.AUTRE : right.body();
        var usual = right.decidedOn() != null && until.equals(body.appealUntil(right.decidedOn()));
        if (!usual) return FrenchDates.date(until);
        return FrenchDates.date(until)
                + ", à vérifier sur la décision ("
                + (body.appealSource() == null ? "délai habituel" : body.appealSource())
                + ")";
    }

    static String line(Entitlement right) {
        return right.title() + S + ": " + standing(right);
    }

    static String closedLine(Entitlement right) {
        return right.title() + S + ": n’est plus suivi";
    }

    static String stateStep(Entitlement right) {
        var words = standing(right);
        return words.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + words.substring(1);
    }

    /// « dans 30 j (jeu. 2 juil.) », « échu depuis 5 j ».
    static String end(LocalDate ends, LocalDate today) {
        var day = FrenchDates.shortDay(ends, today);
        long days = ChronoUnit.DAYS.between(today, ends);
        if (days < 0) return "échu depuis " + -days + S + "j (" + day + ")";
        if (days == 0) return "se termine aujourd’hui";
        return "se termine " + FrenchDates.relative(ends, today) + " (" + day + ")";
    }

    static String amount(Money amount, @Nullable String per) {
        return amount.formatted() + (per == null ? "" : " " + PER.getOrDefault(per, ""));
    }

    static String notice(int days) {
        return "Prévenu "
                + days
                + S
                + "jours avant la fin (délai de la structure, Réglages, Seuils).";
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "une date inconnue" : FrenchDates.date(day);
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return Collections.unmodifiableMap(map);
    }
}
