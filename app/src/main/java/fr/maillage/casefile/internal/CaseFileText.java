package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences of the module.
final class CaseFileText {

    static final String CRISIS = "Consignes de crise";
    static final String OPPOSED = "Opposition au partage";
    static final String PARTLY_OPPOSED = "Opposition au partage avec un professionnel";
    static final String DOCTOR_SOUGHT = "Médecin traitant à rechercher";
    static final String DOCTOR_UNDECLARED = "Médecin traitant à déclarer";
    static final String DOCTOR_NOT_TOLD = "S’oppose à l’information du médecin traitant";
    static final String VULNERABLE = "Vulnérabilité sociale";

    static final String NOT_A_DAY =
            "Cette date n’existe pas\u00A0: écrivez le jour, le mois et l’année, par exemple 02/06/2026.";
    static final String DAY_OF_ACT = "Dites quel jour cela a été recueilli.";
    static final String CONFLICT =
            "Un collègue a modifié cette fiche entre-temps. Votre saisie est ci-dessous, elle n’est pas enregistrée\u00A0: "
                    + "comparez avec la fiche à jour (ouvrez-la dans un autre onglet), puis enregistrez à nouveau.";

    static final Map<String, String> LEVELS =
            ordered(
                    "3",
                    "Niveau\u00A03\u00A0: complexe, long terme",
                    "2",
                    "Niveau\u00A02\u00A0: complexe, court terme",
                    "1",
                    "Niveau\u00A01\u00A0: risque de complexification",
                    "0",
                    "Niveau\u00A00\u00A0: veille, sans inclusion");
    static final Map<String, String> INTENSITIES =
            ordered(
                    "PONCTUEL",
                    "Ponctuel",
                    "SOUTENU",
                    "Soutenu",
                    "INTENSIF",
                    "Intensif (gestion de cas)");
    static final Map<String, String> FORMS =
            ordered(
                    "ORAL",
                    "De vive voix",
                    "ECRIT",
                    "Par écrit",
                    "TELEPHONE",
                    "Par téléphone",
                    "REPRESENTANT",
                    "Par le représentant",
                    "URGENCE",
                    "Urgence");
    static final Map<String, String> GIVERS =
            ordered(
                    "PERSONNE",
                    "La personne",
                    "REPRESENTANT",
                    "Son représentant légal",
                    "PERSONNE_DE_CONFIANCE",
                    "Sa personne de confiance",
                    "EQUIPE",
                    "L’équipe (urgence, hors d’état de s’exprimer)");

    static final Map<String, String> STAYS =
            ordered(
                    "NON_PROGRAMME",
                    "Séjour non programmé, via les urgences",
                    "PROGRAMME",
                    "Séjour programmé");
    static final Map<String, String> PAUSES =
            ordered(
                    "HOSPITALISATION",
                    "Hospitalisation",
                    "VACANCES",
                    "Vacances, absence",
                    "AUTRE",
                    "Autre raison");
    static final Map<String, String> EXITS =
            ordered(
                    "OBJECTIFS_ATTEINTS",
                    "Objectifs atteints",
                    "RELAIS",
                    "Relais à une autre structure",
                    "ENTREE_ETABLISSEMENT",
                    "Entrée en établissement",
                    "SOUHAIT",
                    "Souhait de la personne",
                    "DEMENAGEMENT",
                    "Déménagement",
                    "PERDUE_DE_VUE",
                    "Perdue de vue",
                    "PROFESSIONNEL",
                    "Retrait du professionnel",
                    "DECES",
                    "Décès");
    static final String NOT_ACTIVE =
            "Cette personne est en veille\u00A0: réactivez l’accompagnement pour choisir un niveau.";
    static final String LEVEL_TO_CHOOSE =
            "Choisissez un niveau de 1 à 3\u00A0; le niveau\u00A00 est une veille.";
    static final String LEVEL_REASON = "Dites pourquoi le niveau change.";
    static final String DAY_MISSING = "Donnez une date.";
    static final String DAY_IN_FUTURE = "Cette date est dans le futur.";
    static final String STAY_KIND = "Dites si le séjour était programmé.";
    static final String HOSPITAL = "Dites dans quel établissement.";
    static final String UNPLANNED_IN_FUTURE =
            "Un séjour non programmé ne peut pas commencer dans le futur.";
    static final String LEAVES_BEFORE =
            "La sortie est avant l’entrée\u00A0: corrigez l’une des deux dates.";
    static final String ALREADY_HOME = "Ce séjour est déjà terminé.";
    static final String PAUSE_REASON = "Dites pourquoi les alertes sont en pause.";
    static final String PAUSE_END = "Dites quand les alertes reprennent.";
    static final String PAUSE_PAST = "Cette pause serait déjà terminée.";
    static final String EXIT_REASON = "Choisissez le motif de sortie.";
    static final String DIED_BEFORE_BIRTH = "Cette date est avant la naissance.";
    static final String WATCH_REASON =
            "Dites pourquoi l’accompagnement passe en veille, ou ce que la revue a montré.";

    static final Map<String, String> KINDS =
            ordered(
                    "PROFESSIONNEL",
                    "Un professionnel",
                    "STRUCTURE",
                    "Une structure",
                    "PROCHE",
                    "Un proche ou un représentant");
    static final Map<String, String> ROLES =
            ordered(
                    "INTERVENANT",
                    "Intervenant",
                    "MEDECIN_TRAITANT",
                    "Médecin traitant",
                    "COORDONNATEUR_DE_CAS",
                    "Coordonnateur de cas",
                    "AIDANT_PRINCIPAL",
                    "Aidant principal",
                    "PERSONNE_A_PREVENIR",
                    "Personne à prévenir",
                    "PERSONNE_DE_CONFIANCE",
                    "Personne de confiance",
                    "REPRESENTANT_LEGAL",
                    "Représentant légal",
                    "PROCHE",
                    "Proche");
    static final Map<String, String> STANDINGS =
            ordered(
                    "SOIGNANT", "Professionnel de santé",
                    "LISTE", "Professionnel du social ou du médico-social qui partage (R.1110-2)",
                    "HORS_LISTE",
                            "Aide à domicile payée en CESU, bénévole\u00A0: hors de cette liste");
    static final Map<String, String> MEASURES =
            ordered(
                    "TUTELLE",
                    "Tutelle",
                    "CURATELLE",
                    "Curatelle",
                    "HABILITATION_FAMILIALE",
                    "Habilitation familiale",
                    "AUTORITE_PARENTALE",
                    "Autorité parentale",
                    "MANDAT",
                    "Mandat de protection future");
    static final Map<String, String> PARTS =
            ordered(
                    "SOINS",
                    "Soins",
                    "MEDICAL",
                    "Médical",
                    "PSYCHOLOGIQUE",
                    "Psychologique",
                    "SOCIAL",
                    "Social",
                    "EDUCATION",
                    "Éducation thérapeutique",
                    "AIDE",
                    "Plan d’aide",
                    "TACHES",
                    "Ses tâches et les numéros de crise");
    static final Map<String, String> GROUPS =
            ordered(
                    "ETABLISSEMENT",
                    "Établissement de santé",
                    "MEDICO_SOCIAL",
                    "Service social ou médico-social",
                    "CLIC",
                    "CLIC",
                    "RESEAU",
                    "Réseau",
                    "MAIA",
                    "MAIA",
                    "PROFESSIONNEL_DE_SANTE",
                    "Cabinet, maison ou centre de santé");
    static final String KIND =
            "Dites qui entre dans le cercle\u00A0: un professionnel, une structure ou un proche.";
    static final String ROLE = "Choisissez le rôle.";
    static final String ACTOR = "Choisissez un professionnel présent dans le cercle.";
    static final String LEFT_REASON = "Dites pourquoi.";
    static final String BECAME_CASE_COORDINATOR = "Devient coordonnateur de cas";
    static final String NOT_AN_RPPS =
            "Un numéro RPPS compte 11 chiffres. Corrigez-le, effacez-le, ou cochez «\u00A0Garder ce numéro comme simple texte\u00A0».";
    static final String UNKNOWN_RPPS =
            "Ce RPPS n’est pas dans l’annuaire. Vérifiez-le, ou cochez «\u00A0Garder ce numéro comme simple texte\u00A0»\u00A0: "
                    + "il ne donnera alors aucun accès.";

    static final Map<String, String> REQUESTS =
            ordered(
                    "A_ANALYSER",
                    "À analyser",
                    "EN_ATTENTE",
                    "En attente d’informations",
                    "CONSEIL",
                    "Conseil donné",
                    "ORIENTEE",
                    "Orientée",
                    "ACCOMPAGNEMENT",
                    "Accompagnement proposé",
                    "SANS_SUITE",
                    "Sans suite");

    private static final String S = Typography.NBSP;

    private CaseFileText() {}

    /// Tabs in their order on screen.
    static Map<Part, String> tabs() {
        var tabs = new LinkedHashMap<Part, String>();
        tabs.put(Part.SYNTHESE, "Synthèse");
        tabs.put(Part.PPS, "PPS");
        tabs.put(Part.SUIVI, "Suivi");
        tabs.put(Part.LIGNE_DE_VIE, "Ligne de vie");
        tabs.put(Part.EVALUATIONS, "Évaluations");
        tabs.put(Part.CERCLE, "Cercle");
        tabs.put(Part.DROITS, "Droits");
        tabs.put(Part.DEMANDES, "Demandes");
        tabs.put(Part.IDENTITE, "Identité");
        return tabs;
    }

    static String born(String sex, @Nullable LocalDate birth) {
        if (birth == null) return "date de naissance inconnue";
        return agreed(sex, "né", "née") + " le" + S + FrenchDates.numeric(birth);
    }

    static String ins(String status) {
        return switch (status) {
            case "QUALIFIEE" -> "INS qualifiée";
            case "VALIDEE" -> "Identité validée, INS à qualifier";
            case "RECUPEREE" -> "INS récupérée, identité à valider";
            default -> "Identité provisoire";
        };
    }

    static String situation(@Nullable String status, @Nullable Integer level, boolean closed) {
        if (status == null || level == null) return closed ? "Clos" : "Sans accompagnement";
        return status.equals("VEILLE") ? "Niveau" + S + level + ", veille" : "Niveau" + S + level;
    }

    static String include(@Nullable String status, boolean closed) {
        if (status != null) return "Réactiver l’accompagnement";
        return closed ? "Reprendre l’accompagnement" : "Inclure";
    }

    static String doctor(String state, @Nullable String name) {
        return switch (state) {
            case "DECLARE" -> name == null ? "déclaré" : name;
            case "A_DECLARER" -> name == null ? "à déclarer" : name + ", à déclarer";
            case "NE_PARTICIPE_PAS" ->
                    (name == null ? "" : name + ", ") + "ne souhaite pas participer";
            default -> "à rechercher";
        };
    }

    static String died(String sex, LocalDate day) {
        return agreed(sex, "Décédé", "Décédée") + " le" + S + FrenchDates.date(day);
    }

    static String interpreter(@Nullable String language) {
        return language == null || language.isBlank()
                ? "Interprète"
                : "Interprète" + S + ": " + language;
    }

    static String inHospital(String sex, LocalDate since, LocalDate today) {
        return agreed(sex, "Hospitalisé", "Hospitalisée")
                + " depuis le"
                + S
                + FrenchDates.shortDay(since, today);
    }

    static String paused(LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from.isAfter(today))
            return "Alertes en pause à partir du" + S + FrenchDates.shortDay(from, today);
        return until == null
                ? "Alertes en pause"
                : "Alertes en pause jusqu’au" + S + FrenchDates.shortDay(until, today);
    }

    static String alone(String sex) {
        return agreed(sex, "Isolé", "Isolée");
    }

    private static String agreed(String sex, String masculine, String feminine) {
        return switch (sex) {
            case "F" -> feminine;
            case "M" -> masculine;
            default -> masculine + "(e)";
        };
    }

    static String tooLong(int max) {
        return "Ce texte dépasse "
                + Typography.number(max)
                + " caractères\u00A0: raccourcissez-le.";
    }

    /// The field of the inclusion form an obstacle stands beside.
    static String field(Inclusion.Obstacle obstacle) {
        return switch (obstacle) {
            case Inclusion.Obstacle.Deceased _,
                    Inclusion.Obstacle.AlreadySupported _,
                    Inclusion.Obstacle.NeedNotValidated _ ->
                    "need";
            case Inclusion.Obstacle.AlreadyWatched _, Inclusion.Obstacle.LevelMissing _ -> "level";
            case Inclusion.Obstacle.ThemeMissing _ -> "theme";
            case Inclusion.Obstacle.ReasonMissing _ -> "reason";
            case Inclusion.Obstacle.DayMissing _, Inclusion.Obstacle.DayInFuture _ -> "day";
            case Inclusion.Obstacle.CommuneMissing _ -> "commune";
            case Inclusion.Obstacle.ReviewMissing _, Inclusion.Obstacle.ReviewPast _ -> "reviewOn";
            case Inclusion.Obstacle.CoordinatorMissing _ -> "coordinator";
            case Inclusion.Obstacle.CriterionNotMet _ -> "criterion";
            case Inclusion.Obstacle.FirstLineAgreementMissing _,
                    Inclusion.Obstacle.FirstLineAgreementInFuture _ ->
                    "firstLineOn";
            case Inclusion.Obstacle.AgreementMissing _,
                    Inclusion.Obstacle.AgreementToConfirm _,
                    Inclusion.Obstacle.AgreementRefused _ ->
                    "agreementState";
            case Inclusion.Obstacle.AgreementWithoutReason _ -> "agreementReason";
            case Inclusion.Obstacle.SharingNotTold _ -> "sharingState";
        };
    }

    static String of(Inclusion.Obstacle obstacle) {
        return switch (obstacle) {
            case Inclusion.Obstacle.Deceased _ -> "Cette personne est décédée.";
            case Inclusion.Obstacle.AlreadySupported _ ->
                    "Un accompagnement est déjà ouvert pour cette personne.";
            case Inclusion.Obstacle.AlreadyWatched _ ->
                    "Cette personne est déjà en veille\u00A0: choisissez le niveau\u00A01, 2 ou 3 pour réactiver.";
            case Inclusion.Obstacle.NeedNotValidated _ ->
                    "Le besoin de coordination n’est pas encore validé\u00A0: terminez d’abord l’analyse de la demande.";
            case Inclusion.Obstacle.ThemeMissing _ -> "Choisissez un thème de la structure.";
            case Inclusion.Obstacle.LevelMissing _ -> "Choisissez un niveau.";
            case Inclusion.Obstacle.ReasonMissing(var analysed) ->
                    "L’analyse a retenu le niveau\u00A0"
                            + analysed
                            + "\u00A0: dites pourquoi vous en choisissez un autre.";
            case Inclusion.Obstacle.DayMissing _ -> "Dites quel jour commence l’accompagnement.";
            case Inclusion.Obstacle.DayInFuture _ -> "La date d’inclusion est dans le futur.";
            case Inclusion.Obstacle.CommuneMissing _ ->
                    "La commune de résidence manque\u00A0: complétez l’identité.";
            case Inclusion.Obstacle.ReviewMissing _ -> "Dites quand cette veille sera revue.";
            case Inclusion.Obstacle.ReviewPast _ ->
                    "La date de revue de la veille doit être à venir.";
            case Inclusion.Obstacle.CoordinatorMissing _ -> "Choisissez le référent.";
            case Inclusion.Obstacle.CriterionNotMet(var label) ->
                    "Critère de la structure non rempli\u00A0: «\u00A0" + label + "\u00A0».";
            case Inclusion.Obstacle.FirstLineAgreementMissing(var theme) ->
                    "Le thème «\u00A0"
                            + theme
                            + "\u00A0» demande l’accord des professionnels de premier recours\u00A0: dites qui l’a donné, et quel jour.";
            case Inclusion.Obstacle.FirstLineAgreementInFuture _ ->
                    "La date de l’accord du premier recours est dans le futur.";
            case Inclusion.Obstacle.AgreementMissing _ ->
                    "L’accord de la personne à l’accompagnement n’est pas enregistré.";
            case Inclusion.Obstacle.AgreementToConfirm _ ->
                    "L’accord de la personne reste à confirmer.";
            case Inclusion.Obstacle.AgreementRefused _ ->
                    "La personne refuse l’accompagnement. Une veille reste possible (niveau\u00A00).";
            case Inclusion.Obstacle.AgreementWithoutReason _ ->
                    "Dites pourquoi la personne n’a pas pu donner son accord.";
            case Inclusion.Obstacle.SharingNotTold _ ->
                    "La personne n’a pas été informée du partage entre professionnels.";
        };
    }

    static String need(@Nullable Integer number, boolean validated, @Nullable Integer level) {
        if (number == null) return "Aucune demande récente au sujet de cette personne.";
        var request = "Demande n°" + S + number;
        if (!validated) return request + S + ": besoin de coordination à valider.";
        return request
                + S
                + ": besoin de coordination validé"
                + (level == null ? "." : ", niveau" + S + level + " retenu.");
    }

    static String recorded(String state, String day) {
        return state + ", le " + day + ".";
    }

    static String levelOf(@Nullable Integer analysed, boolean back) {
        return analysed == null
                ? back ? "Retour dans l’accompagnement" : "Entrée dans l’accompagnement"
                : "Niveau retenu à l’analyse de la demande";
    }

    static String inclusionDetail(Inclusion rule) {
        var theme = rule.theme() == null ? "" : rule.theme().label() + ", ";
        return rule.watch() && rule.reviewOn() != null
                ? theme + "revue prévue le" + S + FrenchDates.date(rule.reviewOn())
                : theme + "niveau" + S + rule.level();
    }

    static String sameLevel(int level) {
        return "La situation est déjà au niveau" + S + level + ".";
    }

    static String beforeLast(LocalDate last) {
        return "Le niveau actuel date du "
                + FrenchDates.date(last)
                + S
                + ": le nouveau ne peut pas commencer avant.";
    }

    static String levelChanged(int from, int to) {
        return "Niveau" + S + from + " → niveau" + S + to;
    }

    static String stepDone(int level, String title) {
        return "Niveau" + S + level + ", étape faite" + S + ": " + title;
    }

    static String of(LevelSteps.Refusal refusal) {
        return switch (refusal) {
            case LevelSteps.Refusal.NoSuchStep _ ->
                    "Cette étape est déjà faite, ou n’est pas de ce niveau.";
            case LevelSteps.Refusal.NotYet(var next) ->
                    "L’étape" + S + next.step() + " vient d’abord" + S + ": " + next.title() + ".";
            case LevelSteps.Refusal.DayMissing _ -> DAY_MISSING;
            case LevelSteps.Refusal.InFuture _ -> DAY_IN_FUTURE;
            case LevelSteps.Refusal.BeforePrevious(var previous) ->
                    "L’étape précédente a été faite le "
                            + FrenchDates.date(previous)
                            + S
                            + ": celle-ci ne peut pas l’être avant.";
        };
    }

    static String stayOverlaps(StayService.Stay stay) {
        return stay.dischargedOn() == null
                ? "Un séjour est déjà en cours depuis le "
                        + FrenchDates.date(stay.admittedOn())
                        + S
                        + ": notez d’abord le retour."
                : "Un autre séjour couvre déjà ce jour (du "
                        + FrenchDates.date(stay.admittedOn())
                        + " au "
                        + FrenchDates.date(stay.dischargedOn())
                        + ").";
    }

    static String admitted(LocalDate day, @Nullable LocalDate expected) {
        return "Entrée le "
                + FrenchDates.date(day)
                + (expected == null ? "" : ", sortie prévue le " + FrenchDates.date(expected));
    }

    static String stay(StayService.Stay stay, LocalDate today) {
        if (stay.dischargedOn() != null) {
            return "Du "
                    + FrenchDates.shortDay(stay.admittedOn(), today)
                    + " au "
                    + FrenchDates.shortDay(stay.dischargedOn(), today);
        }
        var since = stay.admittedOn().isAfter(today) ? "À partir du " : "Depuis le ";
        return since
                + FrenchDates.shortDay(stay.admittedOn(), today)
                + (stay.expectedOn() == null
                        ? ""
                        : ", sortie prévue le " + FrenchDates.shortDay(stay.expectedOn(), today));
    }

    static String pausedTitle(LocalDate from, LocalDate until) {
        return "Alertes en pause du " + FrenchDates.date(from) + " au " + FrenchDates.date(until);
    }

    static String exitBefore(LocalDate opened) {
        return "L’accompagnement a commencé le "
                + FrenchDates.date(opened)
                + S
                + ": la sortie ne peut pas être avant.";
    }

    static String exitDetail(String reason) {
        return switch (reason) {
            case "DECES" -> "Dites où la personne est décédée (domicile, hôpital…).";
            case "RELAIS" -> "Dites qui prend le relais.";
            default -> "Dites dans quel établissement.";
        };
    }

    static String reviewed(String reason, LocalDate review) {
        return reason
                + (reason.endsWith(".") ? " " : ". ")
                + "Prochaine revue le "
                + FrenchDates.date(review)
                + ".";
    }

    /// The field of the circle's form an obstacle stands beside.
    static String field(Circle.Obstacle obstacle) {
        return switch (obstacle) {
            case Circle.Obstacle.NameMissing _ -> "name";
            case Circle.Obstacle.RoleNotOfKind _,
                    Circle.Obstacle.RoleHeld _,
                    Circle.Obstacle.CaseCoordinatorOutsideLevel3 _ ->
                    "role";
            case Circle.Obstacle.MeasureMissing _ -> "measure";
            case Circle.Obstacle.StandingMissing _ -> "standing";
            case Circle.Obstacle.TasksOnly _, Circle.Obstacle.NoPartsForRelatives _ -> "part";
            case Circle.Obstacle.SinceMissing _ -> "since";
            case Circle.Obstacle.EndsBeforeStart _ -> "until";
        };
    }

    static String of(Circle.Obstacle obstacle) {
        return switch (obstacle) {
            case Circle.Obstacle.NameMissing _ -> "Donnez le nom.";
            case Circle.Obstacle.RoleNotOfKind _ ->
                    "Ce rôle ne convient pas\u00A0: un proche n’est pas un intervenant, et un professionnel n’est pas un proche.";
            case Circle.Obstacle.MeasureMissing _ ->
                    "Dites quelle mesure de protection fait de cette personne le représentant.";
            case Circle.Obstacle.StandingMissing _ ->
                    "Dites à quel titre ce professionnel intervient\u00A0: ce qu’il peut voir en dépend.";
            case Circle.Obstacle.TasksOnly _ ->
                    "Une aide à domicile payée en CESU ou un bénévole ne fait pas partie de l’équipe de soins\u00A0: ses tâches et les numéros de crise, rien d’autre.";
            case Circle.Obstacle.NoPartsForRelatives _ ->
                    "Un proche ne lit pas le plan des professionnels\u00A0: il passe par l’espace de la personne.";
            case Circle.Obstacle.CaseCoordinatorOutsideLevel3 _ ->
                    "Le coordonnateur de cas se choisit au niveau\u00A03.";
            case Circle.Obstacle.SinceMissing _ -> DAY_MISSING;
            case Circle.Obstacle.EndsBeforeStart _ -> fr.maillage.kernel.KernelText.PERIOD;
            case Circle.Obstacle.RoleHeld(var role, var by) -> roleHeld(role, by);
        };
    }

    /// @param by who holds the role, null when it is not known
    static String roleHeld(String role, @Nullable String by) {
        var who = by == null ? "Quelqu’un" : by;
        return switch (role) {
            case "MEDECIN_TRAITANT" ->
                    who
                            + " est déjà médecin traitant à ces dates\u00A0: il n’y en a qu’un à la fois, mettez d’abord fin au sien.";
            case "COORDONNATEUR_DE_CAS" ->
                    who
                            + " est déjà coordonnateur de cas à ces dates\u00A0: mettez d’abord fin à ce rôle.";
            case "PERSONNE_DE_CONFIANCE" ->
                    who
                            + " est déjà la personne de confiance à ces dates\u00A0: la personne n’en désigne qu’une.";
            default -> who + " tient déjà ce rôle à ces dates.";
        };
    }

    static String unknownRppsKept(String typed) {
        return "RPPS donné, absent de l’annuaire" + S + ": " + typed + ".";
    }

    static String circleTitle(boolean entry, String role) {
        return "Cercle"
                + S
                + ": "
                + ROLES.getOrDefault(role, "").toLowerCase(java.util.Locale.FRENCH)
                + (entry ? " ajouté" : " modifié");
    }

    static String left(String role) {
        return "Cercle"
                + S
                + ": fin, "
                + ROLES.getOrDefault(role, "").toLowerCase(java.util.Locale.FRENCH);
    }

    /// « Ce que voit ce membre » in words.
    static String visible(List<String> parts, boolean relative) {
        if (relative) return "";
        if (parts.isEmpty()) return "Ne voit rien du dossier";
        return PARTS.entrySet().stream()
                .filter(e -> parts.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .collect(java.util.stream.Collectors.joining(" · "));
    }

    static String noDoctor(String mtState) {
        return switch (mtState) {
            case "A_RECHERCHER" -> "Pas de médecin traitant\u00A0: à rechercher.";
            case "NE_PARTICIPE_PAS" -> "Le médecin traitant ne souhaite pas participer.";
            case "A_DECLARER" -> "Médecin traitant à déclarer.";
            default -> "Médecin traitant déclaré, pas encore dans le cercle.";
        };
    }

    /// Codes and labels, in order.
    static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }
}
