package fr.maillage.followup.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The French of the weekly digest. In the mail, rules and figures only: nobody's name, neither of
/// a person followed nor of the team.
final class DigestText {

    private static final String S = Typography.NBSP;

    static final String NOT_MAILED = "Pas envoyé par courriel";

    private DigestText() {}

    static String week(LocalDate monday) {
        return "Semaine du "
                + FrenchDates.date(monday)
                + " au "
                + FrenchDates.date(monday.plusDays(6));
    }

    static String subject(LocalDate monday) {
        return "Maillage" + S + ": alertes de la semaine du " + FrenchDates.date(monday);
    }

    static String age(@Nullable Integer days) {
        return days == null ? "–" : days + S + (days > 1 ? "jours" : "jour");
    }

    /// « 12 de plus que la semaine d’avant ».
    static String trend(int raised, int before) {
        var more = raised - before;
        if (more == 0) return "autant que la semaine d’avant";
        return Math.abs(more) + (more > 0 ? " de plus" : " de moins") + " que la semaine d’avant";
    }

    static String mail(
            LocalDate monday,
            List<Digests.OfRule> rules,
            List<Digests.OfCoordinator> coordinators,
            String url) {
        var raised = rules.stream().mapToInt(Digests.OfRule::raised).sum();
        var before = rules.stream().mapToInt(Digests.OfRule::before).sum();
        var words =
                new StringBuilder("Bonjour,\n\n")
                        .append(week(monday))
                        .append(S + ": ")
                        .append(raised)
                        .append(" alertes levées (")
                        .append(trend(raised, before))
                        .append("), ")
                        .append(rules.stream().mapToInt(Digests.OfRule::closed).sum())
                        .append(" closes par l’équipe, ")
                        .append(rules.stream().mapToInt(Digests.OfRule::resolved).sum())
                        .append(
                                " résolues d’elles-mêmes.\n\nOuvertes aujourd’hui, par règle"
                                        + S
                                        + ":\n");
        for (var r : rules)
            if (r.open() + r.paused() > 0)
                words.append("- ")
                        .append(r.rule().label())
                        .append(S + ": ")
                        .append(r.open())
                        .append(r.paused() == 0 ? "" : " et " + r.paused() + " en pause")
                        .append(", la plus ancienne ")
                        .append(age(r.oldest()))
                        .append(", levées cette semaine ")
                        .append(r.raised())
                        .append('\n');
        words.append("\nPar coordonnateur, sans les nommer" + S + ":\n");
        for (var c : coordinators)
            words.append("- ")
                    .append(c.open())
                    .append(" ouvertes, dont ")
                    .append(c.urgent())
                    .append(" pressantes, la plus ancienne ")
                    .append(age(c.oldest()))
                    .append('\n');
        return words.append("\nLe détail, après connexion" + S + ": ")
                .append(url)
                .append('\n')
                .toString();
    }
}
