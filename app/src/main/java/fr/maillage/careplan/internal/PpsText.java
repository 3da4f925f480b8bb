package fr.maillage.careplan.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.careplan.CarePlans;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class PpsText {

    static final String COLON = NBSP + ": ";
    static final String NO_END =
            "Une répétition a une fin" + COLON + "donnez une date de fin ou un nombre de fois.";
    static final String END_BEFORE_START =
            "La fin est avant le début" + COLON + "corrigez l’une des deux dates.";
    static final String AFTER_WHICH =
            "Dites après quel acte" + COLON + "choisissez une autre intervention du plan.";
    static final String WHY_NEEDED =
            "Dites pourquoi"
                    + COLON
                    + "un objectif qui n’est pas atteint en entier est gardé et expliqué.";
    static final String TOO_LONG =
            "Ce texte dépasse 20"
                    + NBSP
                    + "000 caractères"
                    + COLON
                    + "gardez l’essentiel, joignez le reste au dossier.";
    static final String CHOOSE_OPINION = "Choisissez l’une des trois réponses.";
    static final String REQUEST_CANCELLED =
            "La demande d’avis n’était pas encore partie" + COLON + "elle est annulée.";
    static final String REQUEST_WITHDRAWN =
            "La demande d’avis était partie" + COLON + "un courrier prévient le médecin traitant.";

    /// Who does what nobody else does.
    static final String THE_PERSON = CarePlans.Intervention.THE_PERSON;

    static final String SAVED = "Enregistré.";
    static final String REVIEWED = "Objectifs notés.";
    static final String REMOVED = "Retiré de cette version.";
    static final String IN_FORCE_WITHOUT_DOCTOR =
            "Plan en vigueur" + COLON + "il n’y a pas de médecin traitant à qui demander un avis.";
    static final String IN_FORCE_BY_DECISION = "Plan en vigueur par votre décision.";
    static final String HANDED_OVER = "Remise notée.";
    static final String OPINION_NOTED = "Avis noté.";
    static final String OPINION_THANKS = "Merci" + COLON + "votre avis est enregistré.";
    static final String SAME_VERSION =
            "Une version ne se compare pas à elle-même"
                    + COLON
                    + "voici ce qui la sépare de la précédente.";
    static final String NOT_AWAITED =
            "L’équipe a repris ce plan pour le corriger"
                    + COLON
                    + "votre avis vous sera redemandé.";
    static final String NO_VERSION_YET = "Il n’y a qu’une version" + COLON + "rien à comparer.";

    static final String TWO_PLANS = "Deux plans en vigueur, ou deux en préparation";
    static final String TWO_PLANS_DONE =
            "Celui de l’accompagnement qui continue reste"
                    + NBSP
                    + "; l’autre est clos mot pour mot, et ses actes à venir sont suspendus.";

    private PpsText() {}

    static String submittedTo(String doctor) {
        return "Soumis" + COLON + "la lettre à " + doctor + " attend dans les courriers.";
    }

    /// What stands in the way, the first beside `field`, the others after it.
    static FormErrors errors(String field, List<Obstacle> obstacles) {
        var errors = new FormErrors();
        for (int k = 0; k < obstacles.size(); k++)
            errors.add(k == 0 ? field : field + "-" + k, of(obstacles.get(k)));
        return errors;
    }

    static String of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotDraft(var status) ->
                    "Cette version n’est plus un brouillon (%s)"
                                    .formatted(of(status).toLowerCase(java.util.Locale.FRENCH))
                            + COLON
                            + "pour la changer, faites la version suivante.";
            case Obstacle.NoGoal _ -> "Ajoutez au moins un objectif.";
            case Obstacle.NoIntervention _ ->
                    "Ajoutez au moins une intervention" + COLON + "qui fait quoi, et quand.";
            case Obstacle.EducationAlone _ ->
                    "Un plan d’éducation thérapeutique ne constitue pas à lui seul un PPS"
                            + COLON
                            + "ajoutez au moins une intervention du plan de soins ou du plan d’aide.";
            case Obstacle.NoReassessmentDate _ -> "Fixez la date de réévaluation.";
            case Obstacle.ReassessmentTooFar(var latest) ->
                    "Un PPS est réévalué au moins une fois par an"
                            + COLON
                            + "choisissez une date au plus tard le "
                            + FrenchDates.date(latest)
                            + ".";
            case Obstacle.ReassessmentNotAhead _ ->
                    "La date de réévaluation est passée" + COLON + "choisissez un jour à venir.";
            case Obstacle.GoalsToGrade(var titles) ->
                    "Notez ce que sont devenus les objectifs de la version précédente"
                            + COLON
                            + String.join(", ", titles)
                            + ".";
            case Obstacle.GoalIsKept _ ->
                    "Un objectif déjà visé se garde"
                            + COLON
                            + "notez-le atteint, non atteint ou abandonné, avec le pourquoi.";
            case Obstacle.NotSubmitted(var status) ->
                    "Ce PPS n’attend pas d’avis (%s)."
                            .formatted(of(status).toLowerCase(java.util.Locale.FRENCH));
            case Obstacle.TooSoon(var days, var from) ->
                    "Le plan entrera en vigueur avec l’avis du médecin traitant, ou par votre décision motivée après "
                            + days
                            + NBSP
                            + "j de silence (à partir du "
                            + FrenchDates.date(from)
                            + ").";
            case Obstacle.NoReason _ ->
                    "Motivez votre décision" + COLON + "elle reste écrite sur le plan.";
            case Obstacle.NotAsked(var status) ->
                    "Aucun avis n’est demandé sur cette version (%s)."
                            .formatted(of(status).toLowerCase(java.util.Locale.FRENCH));
            case Obstacle.AlreadyGiven(var opinion) ->
                    "L’avis sur cette version est déjà donné (%s)"
                                    .formatted(of(opinion).toLowerCase(java.util.Locale.FRENCH))
                            + COLON
                            + "un autre avis portera sur la version suivante.";
            case Obstacle.WordsNeeded(var opinion) ->
                    opinion == Opinion.VALIDE_APRES_AMENDEMENT
                            ? "Écrivez l’amendement" + COLON + "il fait partie du plan."
                            : "Écrivez la modification demandée.";
            case Obstacle.GivenInTheFuture _ ->
                    "L’avis ne peut pas être donné demain" + COLON + "vérifiez la date.";
            case Obstacle.GivenBeforeAsked(var day) ->
                    "L’avis a été demandé le "
                            + FrenchDates.date(day)
                            + COLON
                            + "il ne peut pas être plus ancien.";
            case Obstacle.NobodySaid _ -> "Dites qui a donné l’avis.";
            case Obstacle.InPreparation(var number) ->
                    "La version " + number + " est déjà en préparation" + COLON + "continuez-la.";
            case Obstacle.NoChangeReason _ ->
                    "Dites pourquoi le plan change" + COLON + "le motif reste avec la version.";
            case Obstacle.NoSupport _ ->
                    "Un PPS suit l’inclusion" + COLON + "ouvrez d’abord un accompagnement.";
            case Obstacle.NoPlanAtThisLevel(var level) ->
                    "Il n’y a pas de PPS au niveau " + level + COLON + "il commence au niveau 2.";
            case Obstacle.NotInForce(var status) ->
                    "Seul un plan en vigueur se remet (%s)."
                            .formatted(of(status).toLowerCase(java.util.Locale.FRENCH));
        };
    }

    static String of(Status status) {
        return switch (status) {
            case BROUILLON -> "Brouillon";
            case SOUMIS -> "Soumis pour avis";
            case EN_VIGUEUR -> "En vigueur";
            case REMPLACE -> "Remplacé";
            case CLOS -> "Clos";
        };
    }

    static String of(Opinion opinion) {
        return switch (opinion) {
            case ATTENDU -> "Avis attendu";
            case VALIDE -> "Validé en l’état";
            case VALIDE_APRES_AMENDEMENT -> "Validé après amendement";
            case MODIFICATION_DEMANDEE -> "Modification demandée";
            case SANS_OBJET -> "Sans objet (pas de médecin traitant)";
            case NON_DEMANDE -> "Non demandé (suivi repris)";
        };
    }

    /// Why a version that no plan of ours was.
    static final String RESUMED = "Suivi repris de l’ancien outil";

    static String silent(int days) {
        return "Sans réponse depuis " + days + NBSP + "j";
    }

    static String of(Doctor.Why why) {
        return switch (why) {
            case A_DECLARER -> "médecin traitant à déclarer";
            case A_RECHERCHER -> "médecin traitant à rechercher";
            case NE_PARTICIPE_PAS -> "le médecin traitant ne souhaite pas participer";
            case OPPOSITION -> "la personne s’oppose à l’information de son médecin";
        };
    }

    static String channel(String code) {
        return switch (code) {
            case "ECRAN" -> "à l’écran";
            case "TELEPHONE" -> "par téléphone";
            case "COURRIER" -> "par courrier";
            case "REUNION" -> "en réunion";
            case "MSSANTE" -> "par MSSanté";
            default -> "";
        };
    }

    static String toWhom(String code) {
        return switch (code) {
            case "PERSONNE" -> "la personne";
            case "REPRESENTANT" -> "son représentant";
            case "PROCHE" -> "un proche";
            default -> "";
        };
    }

    static String of(Topic topic) {
        return switch (topic) {
            case SYNTHESIS -> "Synthèse de la situation";
            case STRENGTHS -> "Ressources et points d’appui";
            case MT_PROBLEMS -> "Problèmes identifiés par le médecin traitant";
            case LIFE_PROJECT -> "Projet de vie";
            case PREFERENCES_PERSON -> "Préférences et besoins de la personne";
            case PREFERENCES_RELATIVES -> "Préférences et besoins de l’entourage";
            case REPRESENTATIVE_WORDS -> "Ce qu’en dit le représentant";
            case TREATMENT_ACCEPTED -> "Traitement proposé et accepté";
            case HOSPITAL_EXPECTED -> "Hospitalisations prévues et leur durée";
            case PHASES -> "Phases du traitement, dates et lieux";
            case EDUCATION_SUMMARY -> "Plan d’éducation thérapeutique";
            case PREVENTION -> "Prévention";
            case SOCIAL_ASSESSMENT -> "Bilan social";
            case SOCIAL_WORKER -> "Assistant de service social, coordonnées";
            case CONTEXT_MEDICAL -> "Contexte médical";
            case CONTEXT_SOCIAL -> "Contexte social";
            case CONTEXT_PSYCHOLOGICAL -> "Contexte psychologique";
            case CONTEXT_AUTONOMY -> "Réduction de l’autonomie";
            case USEFUL_CONTACTS -> "Contacts utiles";
            case CRISIS -> "Consignes de crise";
            case DOCTOR_NAME -> "Médecin qui remet le plan";
            case DOCTOR_CONTACT -> "Ses coordonnées";
            case CASE_COORDINATOR -> "Coordonnateur de cas";
            case CHANGE_REASON -> "Motif de cette version";
        };
    }

    /// What is expected under a topic; null when its title says it.
    static @Nullable String hint(Topic topic) {
        return switch (topic) {
            case MT_PROBLEMS ->
                    "Risques liés à la pathologie, points critiques du parcours, comorbidités, comportements défavorables à la santé.";
            case SYNTHESIS -> "En quelques lignes, ce que l’évaluation a montré.";
            case STRENGTHS -> "Ce que la personne fait, qui l’entoure, ce qui marche déjà.";
            case LIFE_PROJECT -> "Ce à quoi la personne tient, avec ses mots.";
            case PHASES -> "Y compris les bilans prévus et leur fréquence.";
            case SOCIAL_ASSESSMENT ->
                    "Signalement, plan d’aide ou services à la personne, aides financières ou sociales en cours.";
            case CONTEXT_MEDICAL ->
                    "Sévérité de la pathologie, traitement ou intervention non disponible.";
            case CONTEXT_SOCIAL -> "Précarité, isolement, habitat.";
            case CONTEXT_PSYCHOLOGICAL -> "Motivation, croyances de santé, culture, entourage.";
            case CRISIS -> "Qui appeler, que faire. Urgence vitale" + COLON + "le 15.";
            case CASE_COORDINATOR -> "Choisi parmi les acteurs, pour une situation de niveau 3.";
            default -> null;
        };
    }

    static String of(Topic.Section section) {
        return switch (section) {
            case SITUATION -> "La personne, ce qu’elle veut";
            case SYNTHESE -> "Synthèse et ressources";
            case SOINS -> "Plan de soins";
            case EDUCATION -> "Éducation thérapeutique et prévention";
            case AIDE -> "Plan d’aide";
            case CONTEXTE -> "Difficultés liées au contexte de vie";
            case CONTACTS -> "Contacts et consignes";
            case CONDUITE -> "Conduite du plan";
        };
    }

    static String volet(String code) {
        return switch (code) {
            case "SOINS" -> "Plan de soins";
            case "EDUCATION" -> "Plan d’éducation thérapeutique";
            default -> "Plan d’aide";
        };
    }

    static String of(InterventionType type) {
        return switch (type) {
            case EVALUATION -> "Évaluation";
            case PRESCRIPTION_NON_MEDICAMENTEUSE -> "Prescription non médicamenteuse";
            case PRESCRIPTION_MEDICAMENTEUSE -> "Prescription ou modification médicamenteuse";
            case EXAMEN -> "Examen complémentaire";
            case CONSULTATION -> "Consultation spécialisée";
            case HOSPITALISATION -> "Hospitalisation";
            case DECISION_RCP -> "Décision de RCP";
            case SEANCE_EDUCATION -> "Séance d’éducation thérapeutique";
            case BILAN_SOCIAL -> "Bilan social";
            case SIGNALEMENT -> "Signalement";
            case SERVICE_A_LA_PERSONNE -> "Services à la personne";
            case AIDE_FINANCIERE_OU_SOCIALE -> "Aide financière ou sociale";
        };
    }

    static String domain(String code) {
        return switch (code) {
            case "MEDICAL" -> "Médical";
            case "EDUCATIF" -> "Éducatif";
            case "PSYCHOLOGIQUE" -> "Psychologique";
            default -> "Social";
        };
    }

    static String goalKind(String code) {
        return code.equals("BIOMEDICAL") ? "Biomédical" : "Qualitatif";
    }

    static String result(String code) {
        return switch (code) {
            case "ATTEINT" -> "Atteint";
            case "EN_PARTIE" -> "Atteint en partie";
            case "NON_ATTEINT" -> "Non atteint";
            case "ABANDONNE" -> "Abandonné";
            default -> "En cours";
        };
    }

    static String severity(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "LEGERE" -> "légère";
            case "MODEREE" -> "modérée";
            case "SEVERE" -> "sévère";
            default -> "sévérité non précisée";
        };
    }

    /// The groups of fiche O1, and the relatives.
    static String group(String code) {
        return switch (code) {
            case "PROFESSIONNEL_DE_SANTE" -> "Professionnels de santé";
            case "ETABLISSEMENT" -> "Services et établissements de santé";
            case "CLIC" -> "CLIC";
            case "MEDICO_SOCIAL" -> "Services médico-sociaux";
            case "RESEAU" -> "Réseaux de santé";
            case "MAIA" -> "Acteurs de la MAIA";
            default -> "Proches";
        };
    }

    static String pathology(Pathology pathology) {
        return pathology.label()
                + ", "
                + severity(pathology.severity())
                + (pathology.ald() ? ", ALD" : "")
                + (pathology.main() ? ", principale" : "");
    }

    /// « 0 chute en 3 mois · avant le 30 septembre 2026 »
    static String measure(Goal goal) {
        var parts = new ArrayList<String>();
        var target = goal.target();
        var indicator = goal.indicator();
        if (indicator != null) parts.add(target == null ? indicator : indicator + COLON + target);
        else if (target != null) parts.add(target);
        var due = goal.dueOn();
        if (due != null) parts.add("avant le " + FrenchDates.date(due));
        if (goal.resultWhy() != null) parts.add("pourquoi" + COLON + goal.resultWhy());
        return String.join(" · ", parts);
    }

    static String actor(Intervention intervention) {
        return intervention.withoutActor() ? "à trouver" : String.valueOf(intervention.actorName());
    }

    /// « 2 fois par semaine (lun., jeu.) jusqu’au 30 septembre 2026 », « 1 fois, le 20 juin 2026 »
    static String when(Recurrence recurrence, int windowDays) {
        return RecurrenceWords.of(recurrence, windowDays);
    }

    /// A protocol a line comes from.
    ///
    /// @param latest number of its version that serves; 0 when none does
    /// @param withdrawn why it was withdrawn, or null
    static Mark origin(String title, int number, int latest, @Nullable String withdrawn) {
        var name = title + ", v" + number;
        if (withdrawn != null) return new Mark("is-late", "book", name + ", retiré", withdrawn);
        if (latest > number)
            return new Mark("is-due", "book", name + ", v" + latest + " publiée", null);
        return new Mark("", "book", name, null);
    }

    /// « Kinésithérapie · 2 fois par semaine · M. Roche »
    static String intervention(Intervention i) {
        var parts = new ArrayList<String>();
        parts.add(actor(i));
        parts.add(when(i.recurrence(), i.windowDays()));
        if (i.place() != null) parts.add(i.place());
        if (i.note() != null) parts.add(i.note());
        return String.join(", ", parts);
    }

    static String goal(Goal g) {
        var measure = measure(g);
        var words = new ArrayList<String>();
        if (!measure.isEmpty()) words.add(measure);
        words.add(goalKind(g.kind()).toLowerCase(java.util.Locale.FRENCH));
        if (!g.result().equals("EN_COURS"))
            words.add(result(g.result()).toLowerCase(java.util.Locale.FRENCH));
        return String.join(", ", words);
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : FrenchDates.date(day);
    }

    /// Parts that fiche O1 demands and that nobody wrote yet.
    static List<String> missing(Content c) {
        var missing = new ArrayList<String>();
        if (c.pathologies().isEmpty()) missing.add("Pathologies en cause et leur sévérité");
        for (var topic :
                List.of(
                        Topic.MT_PROBLEMS,
                        Topic.PREFERENCES_PERSON,
                        Topic.PREFERENCES_RELATIVES,
                        Topic.LIFE_PROJECT,
                        Topic.TREATMENT_ACCEPTED,
                        Topic.SOCIAL_ASSESSMENT,
                        Topic.USEFUL_CONTACTS,
                        Topic.DOCTOR_CONTACT)) {
            if (c.text(topic).isEmpty()) missing.add(of(topic));
        }
        if (Set.of(
                        Topic.CONTEXT_MEDICAL,
                        Topic.CONTEXT_SOCIAL,
                        Topic.CONTEXT_PSYCHOLOGICAL,
                        Topic.CONTEXT_AUTONOMY)
                .stream()
                .allMatch(t -> c.text(t).isEmpty())) {
            missing.add("Difficultés liées au contexte de vie");
        }
        if (c.referentId() == null) missing.add("Référent");
        return missing;
    }

    /// « 10 sur 11 à ce jour, 1 manquée ».
    ///
    /// @param more whether others are planned for later
    static String doneOf(int done, int due, int missed, boolean more) {
        var words = done + " sur " + due + (more ? " à ce jour" : "");
        return switch (missed) {
            case 0 -> words;
            case 1 -> words + ", 1 manquée";
            default -> words + ", " + missed + " manquées";
        };
    }
}
