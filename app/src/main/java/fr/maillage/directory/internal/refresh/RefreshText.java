package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.refresh.Trouble.What;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Every French sentence about the national services.
final class RefreshText {

    static final String NIGHT = "Chaque nuit";

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
            case BUSY -> "était occupé";
            case REFUSED -> "a refusé l’accès (la clé d’accès est à vérifier)";
            case ANSWER -> "n’a pas compris la demande";
            case LOOP -> "redonne les mêmes pages";
            case ELSEWHERE -> "renvoie à une autre adresse, qui n’a pas été suivie";
            case INCOMPLETE -> "a donné moins qu’il n’annonçait";
        };
    }

    /// Where one list stands.
    static String standing(@Nullable What failure, @Nullable Instant heard) {
        if (failure == null)
            return heard == null ? "jamais demandé" : "à jour le " + FrenchDates.exact(heard);
        return "le service "
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
