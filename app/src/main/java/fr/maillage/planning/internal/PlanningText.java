package fr.maillage.planning.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.planning.internal.solver.Obstacle;
import fr.maillage.kernel.SpeedModel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What this module says.
final class PlanningText {

    static final String PAST = "Le premier jour est passé.";
    static final String WHO = "Choisissez au moins une personne de l’équipe.";
    static final String NOT_A_TIME = "Heure attendue, comme 14:30, ou rien.";
    static final String NOTHING =
            "Aucune visite n’a de jour\u00A0: il n’y a rien à mettre à l’agenda.";
    static final String ASKED = "Calcul demandé\u00A0: la proposition arrive.";
    static final String STOPPED =
            "Arrêt demandé\u00A0: la meilleure proposition trouvée est gardée.";
    static final String AGAIN = "Nouveau calcul demandé, autour des visites épinglées.";
    static final String ABANDONED = "Proposition abandonnée. L’agenda n’a pas changé.";
    static final String ACCEPTED = "Proposition acceptée.";
    static final String NONE_LEFT =
            "Rien n’est entré dans l’agenda\u00A0: plus aucune visite n’était due.";
    static final String OVERTAKEN =
            "Cette proposition a été acceptée, corrigée ou abandonnée depuis que cette page est ouverte, par un collègue ou dans un autre onglet. Rien n’a été fait une seconde fois.";
    static final String PARTLY_ACCEPTED =
            "Acceptée en partie\u00A0: le reste attend votre décision.";
    static final String MOVED = "Visite déplacée et épinglée.";
    static final String PINNED = "Visite épinglée\u00A0: un nouveau calcul ne la déplacera pas.";
    static final String UNPINNED = "Visite libérée.";
    static final String NOTED =
            "Visite à prévoir notée\u00A0: elle entrera dans la prochaine proposition.";
    static final String WITHDRAWN = "Demande de visite retirée.";
    static final String DUE_BEFORE = "L’échéance est avant le premier jour possible.";

    static final String NO_DAY = "Aucun jour pour l’instant.";
    static final String PLACED = "Visites placées";
    static final String KILOMETRES = "Kilomètres";
    static final String LATENESS = "Retard, toutes visites";

    private PlanningText() {}

    /// « Demandée hier par Claire DUMONT ».
    static String asked(Proposal proposal, LocalDate today) {
        return "Demandée "
                + FrenchDates.relative(proposal.askedAt(), today)
                + " par "
                + proposal.askedBy();
    }

    /// The same, and what became of it.
    static String history(Proposal proposal, LocalDate today) {
        return proposal.endedAt() == null
                ? asked(proposal, today)
                : asked(proposal, today)
                        + " · "
                        + Typography.inSentence(proposal.state().label)
                        + " le "
                        + FrenchDates.exact(proposal.endedAt())
                        + ", "
                        + proposal.endedBy();
    }

    /// « 4 visites, 31,2 km à l’aller ».
    static String round(int visits, int metres) {
        return visits == 0 ? "aucune visite" : visits(visits) + ", " + km(metres) + " à l’aller";
    }

    /// « 09:30 – 10:30 ».
    static String hours(Instant start, int minutes) {
        return FrenchDates.time(local(start))
                + " – "
                + FrenchDates.time(local(start.plusSeconds(60L * minutes)));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, FrenchDates.PARIS);
    }

    static String reasons(Set<Reason> reasons) {
        return reasons.stream().map(r -> r.label).collect(Collectors.joining(", "));
    }

    /// « 8,4 km, 16 min ».
    static String way(int metres, int minutes) {
        return km(metres) + ", " + minutes + Typography.NBSP + "min";
    }

    /// Who follows somebody another visits.
    static String followedBy(Optional<String> name) {
        return "suivie par " + name.orElse("quelqu’un d’autre");
    }

    /// @param latest a delay that is law; null for none
    static String due(LocalDate due, @Nullable Instant latest) {
        return latest == null
                ? "à faire pour le " + FrenchDates.date(due)
                : "au plus tard le " + FrenchDates.exact(latest);
    }

    static String tooLong(int days) {
        return "Le dernier jour doit être au plus "
                + days
                + " jours après le premier, et pas avant.";
    }

    /// How ways are counted, under the map.
    static String speed(SpeedModel model) {
        return "Trajets estimés sans carte routière\u00A0: distance à vol d’oiseau entre les communes × "
                + String.format(Locale.FRENCH, "%.2f", model.detourPercent() / 100.0)
                + ", "
                + model.urbanKmh()
                + " km/h en ville (4 km à chaque bout qui en est une), "
                + model.ruralKmh()
                + " km/h ailleurs, "
                + model.stopMinutes()
                + " min pour partir et se garer, au moins "
                + km(model.insideMetres())
                + " entre deux domiciles. Proposition Maillage, à régler dans les seuils.";
    }

    /// « 31 visites placées sur 34 ».
    static String progress(State state, int placed, int all) {
        return switch (state) {
            case ATTENTE -> "Le calcul commence dans quelques secondes.";
            case CALCUL ->
                    placed == 0
                            ? "Lecture des agendas, premières places…"
                            : visits(placed)
                                    + " sur "
                                    + all
                                    + " ont une place\u00A0; la meilleure proposition trouvée est gardée"
                                    + " chaque seconde.";
            default -> visits(placed) + " sur " + all + " ont une place.";
        };
    }

    static String late(long days) {
        return days((int) days) + " de retard";
    }

    /// What the map shows, for who does not see it.
    static String map(int visits, int people) {
        return "Carte des communes\u00A0: trajets proposés, "
                + visits(visits)
                + ", "
                + people
                + (people < 2 ? " personne" : " personnes")
                + ". La liste par jour dit la même chose.";
    }

    /// What an acceptance did.
    static String accepted(int made, int refused) {
        var words = made == 0 ? "Rien de nouveau dans l’agenda." : visits(made) + " dans l’agenda.";
        return refused == 0
                ? words
                : words
                        + " "
                        + visits(refused)
                        + (refused == 1
                                ? " n’est plus possible\u00A0: voyez pourquoi ci-dessous."
                                : " ne sont plus possibles\u00A0: voyez pourquoi ci-dessous.");
    }

    static String visits(int n) {
        return n + Typography.NBSP + (n < 2 ? "visite" : "visites");
    }

    static String days(int n) {
        return n + Typography.NBSP + (n < 2 ? "jour" : "jours");
    }

    /// « 12,4 km », « 1 240 km ».
    static String km(int metres) {
        return String.format(Locale.FRENCH, metres < 100_000 ? "%.1f" : "%,.0f", metres / 1000.0)
                + Typography.NBSP
                + "km";
    }

    /// « 38 km de moins », « 2 km de plus », « autant ».
    static String gain(int before, int after) {
        var km = Math.round(Math.abs(before - after) / 1000.0);
        if (km == 0) return "autant";
        return km + Typography.NBSP + "km de " + (after < before ? "moins" : "plus");
    }

    static String lateGain(int before, int after) {
        if (before == after) return "autant";
        return days(Math.abs(before - after)) + " de " + (after < before ? "moins" : "plus");
    }

    static String placedGain(int before, int after) {
        if (before == after) return "autant";
        return visits(Math.abs(before - after)) + " de " + (after < before ? "moins" : "plus");
    }

    static String period(LocalDate first, LocalDate last) {
        return "du " + FrenchDates.longDay(first) + " au " + FrenchDates.longDay(last);
    }

    /// « Déjà demandée pour mer. 10 juin par Claire DUMONT », « À l’agenda de Claire DUMONT lun. 8
    /// juin ».
    static String known(LocalDate day, String who, boolean planned, LocalDate today) {
        var when = FrenchDates.shortDay(day, today);
        return planned
                ? "À l’agenda de " + who + ", " + when
                : "Déjà demandée pour " + when + ", par " + who;
    }

    /// How long proposals are kept.
    static String kept(int days) {
        return "Une proposition est effacée "
                + days(days)
                + " après son dernier jour\u00A0; les rendez-vous pris restent à l’agenda. Proposition"
                + " Maillage, à régler dans les seuils.";
    }

    /// Why a visit is not there, or nowhere: the rule that stands against it, found by trying.
    static String obstacle(Obstacle obstacle) {
        return switch (obstacle) {
            case NO_POINT ->
                    "La commune de la personne n’est pas notée, ou sa position n’est pas connue\u00A0: le"
                            + " trajet ne peut pas être estimé. Placez cette visite dans l’agenda.";
            case NO_SECTOR -> "Aucune des personnes choisies n’a cette commune dans ses secteurs.";
            case SECTOR ->
                    "Les personnes de ce secteur n’ont pas de place à temps\u00A0; quelqu’un d’un autre"
                            + " secteur en aurait.";
            case OTHER_SECTOR ->
                    "Cette commune n’est pas dans les secteurs de cette personne de l’équipe, qui ne"
                            + " suit pas non plus l’usager.";
            case NOBODY_WORKS -> "Personne ne travaille à ce moment, ou chacun est absent.";
            case HOURS -> "La visite et ses trajets ne tiennent pas dans les horaires de travail.";
            case NOT_AT_HOME ->
                    "La personne n’est pas chez elle ces jours-là\u00A0: hospitalisation ou suivi en pause.";
            case PERSON_TAKEN -> "La personne a déjà un rendez-vous avec l’équipe à ce moment.";
            case TOO_EARLY -> "C’est avant le premier jour où cette visite a un sens.";
            case TOO_LATE -> "Le délai ne peut pas être tenu\u00A0: la première place est après.";
            case TAKEN ->
                    "Un rendez-vous, une permanence ou une autre visite occupe ce moment, ou ne laisse"
                            + " pas le temps du trajet.";
            case NO_ROOM ->
                    "Il y aurait de la place pour elle seule\u00A0: d’autres visites, plus pressantes, la"
                            + " prennent.";
            case NO_NEED ->
                    "Cette visite n’a plus lieu d’être\u00A0: une autre est déjà dans l’agenda, ou ce qui"
                            + " l’appelait n’est plus.";
            case NO_ACCESS ->
                    "Vous n’avez pas accès à ce dossier\u00A0: un collègue peut l’accepter.";
            case SEVERAL -> "Plusieurs règles à la fois s’y opposent.";
        };
    }
}
