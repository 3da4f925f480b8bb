package fr.maillage.casefile.internal.concern;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences about concerns of abuse or neglect.
final class ConcernText {

    private static final String S = Typography.NBSP;

    static final Map<String, String> NATURES =
            ordered(
                    "NEGLIGENCE", "Négligence, défaut de soins ou d’aide",
                    "PSYCHOLOGIQUE", "Violence psychologique, menaces, humiliations",
                    "PHYSIQUE", "Violence physique",
                    "FINANCIERE", "Abus financier ou matériel",
                    "PRIVATION", "Privation de liberté, de droits ou d’alimentation",
                    "SEXUELLE", "Violence sexuelle",
                    "INDETERMINEE", "Pas encore déterminée");

    static final Map<String, String> CLOSINGS =
            ordered(
                    "PROTEGEE", "La personne est protégée",
                    "NON_CONFIRMEE", "Les faits ne sont pas confirmés",
                    "SUIVIE_AILLEURS", "Suivie par l’autorité saisie",
                    "DECES", "Décès de la personne",
                    "ERREUR", "Écrite par erreur");

    static final String WRITTEN = "Préoccupation enregistrée.";
    static final String COMPLETED = "Complément ajouté.";
    static final String TRANSMITTED = "Transmission notée.";
    static final String DECIDED = "Décision notée.";
    static final String AUDIENCE_CHANGED = "Lecteurs mis à jour.";
    static final String LIFTED = "La restriction est levée.";
    static final String CLOSED = "Préoccupation close.";

    static final String NATURE_MISSING = "Choisissez la nature, même à titre provisoire.";
    static final String FACTS_MISSING =
            "Écrivez ce qui a été vu ou dit" + S + ": les mots exacts, qui, quand.";
    static final String CONCERNED_MISSING = "Dites qui est concerné.";
    static final String SINCE_MISSING = "Dites depuis quand, même de façon approximative.";
    static final String DECIDED_MISSING = "Dites ce qui est décidé, même si c’est d’attendre.";
    static final String REVIEW_MISSING =
            "Donnez une date de revue" + S + ": une préoccupation ouverte n’est jamais oubliée.";
    static final String REVIEW_PAST = "La date de revue est déjà passée.";
    static final String DAY_MISSING = "Donnez la date de la transmission.";
    static final String DAY_IN_FUTURE =
            "Cette date est dans le futur" + S + ": notez la transmission une fois faite.";
    static final String ADDRESSEE_MISSING = "Dites à qui elle est transmise.";
    static final String WORDS_MISSING = "Écrivez le complément.";
    static final String LIFT_MISSING =
            "Dites pourquoi la restriction n’est plus nécessaire à la sécurité de la personne.";
    static final String ALREADY_LIFTED = "La restriction est déjà levée.";
    static final String CLOSING_MISSING = "Choisissez le motif de clôture.";
    static final String CLOSING_WORDS = "Dites en quelques mots ce qui permet de clore.";
    static final String ALREADY_CLOSED =
            "Cette préoccupation est close" + S + ": elle ne change plus.";
    static final String UNKNOWN_READER =
            "Un des lecteurs choisis n’a pas de compte dans l’équipe ou le cercle.";

    static final String LIFTED_LINE = "Préoccupation" + S + ": restriction d’accès levée";

    private ConcernText() {}

    /// Why somebody is not an addressee of a concern about this person.
    static String wrongAddressee(Addressee addressee) {
        return switch (addressee) {
            case CRIP, NUMERO_119 ->
                    "La CRIP et le 119 reçoivent ce qui concerne les mineurs"
                            + S
                            + ": pour un majeur vulnérable, la cellule départementale, le 3977 ou le procureur.";
            case CELLULE_DEPARTEMENTALE, NUMERO_3977 ->
                    "La cellule départementale et le 3977 reçoivent ce qui concerne les majeurs vulnérables"
                            + S
                            + ": pour un mineur, la CRIP, le 119 ou le procureur.";
            case PROCUREUR, ARS ->
                    "Ce destinataire n’est pas, ou plus, de ceux proposés pour cette personne.";
        };
    }

    static String status(String status, @Nullable String closedWhy) {
        return switch (status) {
            case "OUVERTE" -> "Ouverte";
            case "TRANSMISE" -> "Transmise";
            default ->
                    "Close"
                            + S
                            + ": "
                            + CLOSINGS.getOrDefault(closedWhy == null ? "" : closedWhy, "")
                                    .toLowerCase(java.util.Locale.FRENCH);
        };
    }

    static String tone(String status) {
        return switch (status) {
            case "OUVERTE" -> "is-due";
            case "TRANSMISE" -> "is-info";
            default -> "is-done";
        };
    }

    static String icon(String status) {
        return switch (status) {
            case "OUVERTE" -> "alert-triangle";
            case "TRANSMISE" -> "send";
            default -> "circle-check";
        };
    }

    static String review(LocalDate day, LocalDate today) {
        return (day.isBefore(today) ? "À revoir depuis le " : "À revoir le ")
                + FrenchDates.shortDay(day, today);
    }

    static String step(
            String kind,
            @Nullable Addressee addressee,
            @Nullable String name,
            LocalDate on,
            LocalDate written) {
        return switch (kind) {
            case "ECRITE" -> "Écrite, et décidé";
            case "COMPLETEE" -> "Complétée";
            case "TRANSMISE" ->
                    "Transmise"
                            + (addressee == null
                                    ? ""
                                    : S + ": " + (name == null ? addressee.label() : name))
                            + (on.equals(written) ? "" : ", le " + FrenchDates.date(on));
            case "DECISION" -> "Décision";
            case "AUDIENCE" -> "Lecteurs changés";
            case "LEVEE" -> "Restriction levée";
            default -> "Close";
        };
    }

    static String audience(String added, String removed) {
        return (added.isEmpty() ? "" : "Peut désormais lire" + S + ": " + added + ".")
                + (added.isEmpty() || removed.isEmpty() ? "" : " ")
                + (removed.isEmpty() ? "" : "Ne lit plus" + S + ": " + removed + ".");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return Collections.unmodifiableMap(map);
    }
}
