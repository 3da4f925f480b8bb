package fr.maillage.directory.internal.refresh;

import java.time.LocalDate;
import fr.maillage.directory.internal.refresh.Trouble.What;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Mark;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Every French sentence about the national services.
final class RefreshText {

    static final String NIGHT = "Chaque nuit";
    static final String PAGE = "/reglages/annuaire/services";

    private RefreshText() {}

    /// « 1 h 40 ».
    static String hour(LocalTime at) {
        return at.getHour()
                + Typography.NBSP
                + "h"
                + (at.getMinute() == 0 ? "" : Typography.NBSP + "%02d".formatted(at.getMinute()));
    }

    static String service(String service) {
        return service.equals("ROR")
                ? "ROR, offres de santé et d’accompagnement"
                : "Annuaire Santé, professionnels et lieux d’exercice";
    }

    static String list(String resource) {
        return switch (resource) {
            case "Practitioner" -> "Professionnels";
            case "PractitionerRole" -> "Exercices et contacts";
            case "Organization" -> "Structures";
            case "Location" -> "Lieux et places";
            case "HealthcareService" -> "Offres";
            default -> resource;
        };
    }

    static String failure(What what) {
        return switch (what) {
            case UNREACHABLE -> "n’a pas répondu, ou sa réponse était coupée";
            case SLOW -> "a répondu trop lentement, sa réponse n’a pas été attendue jusqu’au bout";
            case BUSY -> "était occupé";
            case REFUSED -> "a refusé l’accès (la clé d’accès est à vérifier)";
            case ANSWER -> "n’a pas compris la demande";
            case LOOP -> "redonne les mêmes pages";
            case ELSEWHERE -> "renvoie à une autre adresse, qui n’a pas été suivie";
            case INCOMPLETE -> "n’a pas donné tout ce qu’il annonçait";
            case HUGE -> "a donné une réponse sans mesure, qui n’a pas été lue";
            case IN_CLEAR ->
                    "a une adresse qui n’est pas chiffrée (https), la clé d’accès ne lui est pas envoyée";
            case NOT_TAKEN ->
                    "a répondu, mais ce qu’il a donné n’a pas pu être pris (le journal de l’application dit pourquoi)";
        };
    }

    /// How a list stands, in a word: what somebody must set right is told from what mends itself.
    static Mark mark(@Nullable What failure) {
        return switch (failure) {
            case null -> new Mark("À jour", "is-done", "circle-check");
            case REFUSED, ELSEWHERE, IN_CLEAR, NOT_TAKEN ->
                    new Mark("À régler", "is-late", "alert-circle");
            case UNREACHABLE, SLOW, BUSY, ANSWER, LOOP, INCOMPLETE, HUGE ->
                    new Mark("En attente", "is-due", "alert-triangle");
        };
    }

    /// A service that was not taken whole for several nights.
    static String silent(String service, What failure, int nights, @Nullable Instant heard) {
        return service
                + Typography.NBSP
                + ": depuis "
                + nights
                + " nuits, le service "
                + failure(failure)
                + ". "
                + (heard == null
                        ? "Il n’a encore jamais répondu en entier."
                        : "Ce qui est connu date du " + FrenchDates.exact(heard) + ".")
                + " Voyez avec qui le tient, ou chargez les fichiers.";
    }

    static String notAsked(String service, Instant tried, LocalDate today) {
        return service
                + Typography.NBSP
                + ": le service n’est plus demandé, la dernière fois "
                + FrenchDates.relative(tried, today)
                + ". Le travail de la nuit ne se fait pas"
                + Typography.NBSP
                + ": prévenez la personne qui exploite Maillage.";
    }

    /// Where one list stands.
    static String standing(@Nullable What failure, @Nullable Instant heard) {
        if (failure == null)
            return heard == null ? "jamais demandé" : "à jour le " + FrenchDates.exact(heard);
        return "Le service "
                + failure(failure)
                + ". "
                + (heard == null
                        ? "Il n’a encore jamais répondu en entier."
                        : "Ce qui est connu date du " + FrenchDates.exact(heard) + ".")
                + " Nouvel essai la nuit prochaine.";
    }

    static String off(String property) {
        return "Pas branché"
                + Typography.NBSP
                + ": l’exploitant donne l’adresse du service par le réglage "
                + property
                + ".";
    }
}
