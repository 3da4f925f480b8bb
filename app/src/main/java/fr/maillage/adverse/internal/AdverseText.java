package fr.maillage.adverse.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sentences of adverse events.
final class AdverseText {

    static final String DECLARED = "Événement déclaré.";
    static final String DECLARED_ANONYMOUSLY =
            "Événement déclaré, sans votre nom" + NBSP + ": rien ne dit qui l’a écrit.";
    static final String CHANGED = "Événement modifié.";
    static final String ANALYSED = "Analyse enregistrée.";
    static final String ARS = "Déclaration à l’ARS notée.";
    static final String ACTION = "Action corrective ajoutée" + NBSP + ": sa tâche est créée.";
    static final String ENDED = "Action corrective mise à jour.";
    static final String EVALUATED = "Évaluation enregistrée.";
    static final String CLOSED = "Événement clos.";
    static final String READERS = "Lecteurs enregistrés.";
    static final String MANAGERS = "Responsables qualité enregistrés.";
    static final String SET_ASIDE = "Écarté" + NBSP + ": il ne sera plus proposé.";
    static final String TO_QUALIFY = "Déclaré. Reste à coter sa gravité et à l’analyser.";

    static final String TO_COME = "Ce jour n’est pas encore venu.";
    static final String PAST = "Ce jour est passé.";
    static final String CIRCUMSTANCES = "Dites ce qui s’est passé.";
    static final String LONG =
            "Le texte est trop long" + NBSP + "; rien n’est perdu, raccourcissez-le.";
    static final String LINE = "300 caractères au plus.";
    static final String WHO_LEFT = "Dites quel professionnel est parti.";
    static final String BY_WHOM = "Dites qui a fait l’analyse.";
    static final String FAMILIES = "Choisissez au moins une famille de causes.";
    static final String CAUSES = "Écrivez les causes trouvées, ou qu’il n’en a pas été trouvé.";
    static final String BEFORE_IT_HAPPENED = "Ce jour est avant l’événement.";
    static final String NOT_AN_EIGS = "Cet événement n’est pas un EIGS.";
    static final String NUMBER = "Entrez le numéro que le portail a donné.";
    static final String PART_2_BEFORE = "Le second volet vient après le premier.";
    static final String WHAT_TO_DO = "Dites ce qu’il faut faire.";
    static final String OWNER = "Choisissez qui s’en charge.";
    static final String WHY_NOT = "Dites pourquoi l’action est abandonnée.";
    static final String NOT_DONE_YET = "Une action s’évalue une fois faite.";
    static final String BEFORE_IT_WAS_DONE = "Ce jour est avant la réalisation.";
    static final String HOW_KNOWN = "Dites à quoi cela se voit.";
    static final String CONCLUSION = "Écrivez la conclusion.";
    static final String RATE_FIRST = "La gravité n’est pas cotée.";
    static final String ANALYSE_FIRST = "L’événement n’est pas analysé.";
    static final String DECLARE_FIRST =
            "Les deux volets de la déclaration à l’ARS ne sont pas notés.";
    static final String ACT_FIRST = "Une action corrective est encore à faire.";
    static final String EVALUATE_FIRST = "Une action faite n’est pas évaluée.";
    static final String WHY_SET_ASIDE = "Dites pourquoi ce n’est pas un événement indésirable.";
    static final String SHUT = "une personne dont le dossier ne vous est pas ouvert";

    static final String UNEXPECTED =
            "Inattendu au regard de l’état de la personne, et associé à des soins";
    static final String ANONYMOUSLY =
            "Ne pas dire qui déclare"
                    + NBSP
                    + ": votre nom n’est écrit nulle part, et vous ne retrouverez pas cette déclaration";
    static final String EIGS_LAW =
            "Grave, à déclarer (EIGS)"
                    + NBSP
                    + ": inattendu, associé à des soins, avec décès, pronostic vital engagé ou déficit"
                    + " permanent probable. À déclarer au directeur général de l’ARS sur le portail de"
                    + " signalement (signalement.social-sante.gouv.fr)"
                    + NBSP
                    + ": premier volet sans délai, second volet (analyse et mesures) dans les trois mois."
                    + " Maillage n’envoie rien"
                    + NBSP
                    + ": il rappelle, et garde les dates et le numéro.";
    static final String EIGS_SOURCE =
            "CSP L.1413-14, R.1413-67 à R.1413-73 (décret 2016-1606 du 25 novembre 2016), source à vérifier";
    static final String GRAVITY_SOURCE =
            "Échelle de gravité à cinq niveaux de la HAS (2012), source à vérifier. Types"
                    + NBSP
                    + ": guide DGOS 2012, fiche L1.";

    static final List<String> CSV_HEAD =
            List.of(
                    "Numéro",
                    "Type",
                    "Gravité",
                    "EIGS",
                    "Survenu le",
                    "Déclaré le",
                    "Analysé le",
                    "Méthode",
                    "Familles de causes",
                    "Actions",
                    "Actions faites",
                    "Actions évaluées",
                    "Actions efficaces",
                    "ARS, premier volet",
                    "ARS, numéro",
                    "ARS, second volet",
                    "Clos le");

    private AdverseText() {}

    static String declareToArs(String number) {
        return "EIGS" + NBSP + ": déclarer à l’ARS sans délai (événement " + number + ")";
    }

    static String part2(String number) {
        return "EIGS" + NBSP + ": second volet à l’ARS (événement " + number + ")";
    }

    /// What became of a reminder to declare, once it has no more reason to be.
    static String reminderOver(AdverseEvent event) {
        if (event.arsPart2On() != null) return "Les deux volets sont déclarés à l’ARS";
        if (!event.eigs()) return "N’est plus qualifié d’EIGS";
        return "Premier volet déclaré à l’ARS";
    }

    static String task(String number) {
        return "Action corrective (événement indésirable " + number + ")";
    }

    /// What the application found, without the person's name.
    static String found(Proposal proposal) {
        return switch (proposal.cause()) {
            case SEJOUR ->
                    "Hospitalisation non programmée, " + proposal.words() + on(proposal) + ".";
            case ACTES_MANQUES -> missed(proposal) + ".";
            case DEPART_SANS_RELAIS ->
                    "Départ de "
                            + proposal.professional()
                            + on(proposal)
                            + " sans autre "
                            + proposal.words().toLowerCase(java.util.Locale.FRENCH)
                            + " dans le cercle.";
            case SORTIE_PERSONNE ->
                    "Sortie de l’accompagnement à la demande de la personne" + on(proposal) + ".";
            case SORTIE_PROFESSIONNEL ->
                    "Sortie volontaire du réseau"
                            + on(proposal)
                            + (proposal.words().isEmpty() ? "" : NBSP + ": " + proposal.words())
                            + ".";
        };
    }

    private static String missed(Proposal proposal) {
        var words = proposal.words().split("\\|", 2);
        return words[0]
                + " actes manqués de suite depuis le "
                + FrenchDates.date(proposal.happenedOn())
                + NBSP
                + ": "
                + words[words.length - 1];
    }

    private static String on(Proposal proposal) {
        return " le " + FrenchDates.date(proposal.happenedOn());
    }

    /// The rule that proposes, as the screen says it.
    static String rule(int acts) {
        return "Sont proposés, sur "
                + ProposalService.DAYS
                + " jours"
                + NBSP
                + ": les hospitalisations non programmées, les sorties à la demande de la personne, les départs"
                + " volontaires de professionnels, les départs d’un cercle sans un autre de la même profession,"
                + " et "
                + acts
                + " actes manqués de suite de la même intervention (réglage). Chacun une seule fois"
                + NBSP
                + "; proposition Maillage.";
    }

    /// What is still to be declared of it, for the list; null when nothing is.
    static @Nullable String awaited(AdverseEvent event, LocalDate today) {
        return switch (event.toDeclare()) {
            case NOTHING -> null;
            case PART_1 -> "À déclarer à l’ARS sans délai";
            case PART_2 -> part2Until(Objects.requireNonNull(event.part2Until()), today);
        };
    }

    static String part2Until(LocalDate until, LocalDate today) {
        return (until.isBefore(today) ? "Second volet en retard" : "Second volet attendu")
                + NBSP
                + ": avant le "
                + FrenchDates.date(until);
    }
}
