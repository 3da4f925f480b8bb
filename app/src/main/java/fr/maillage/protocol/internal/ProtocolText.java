package fr.maillage.protocol.internal;

import static fr.maillage.kernel.Typography.NBSP;
import static fr.maillage.web.FormFields.text;
import static java.util.stream.Collectors.joining;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.protocol.internal.Document.Aim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class ProtocolText {

    static final String NO_ALERT = "Pas d’alerte automatique\u00A0: l’équipe surveille";
    static final String ALERT_DAYS_HINT =
            "Compté depuis la dernière fois, ou depuis l’entrée en vigueur du plan.";
    static final String ALERT_BOTH =
            "Une alerte demande l’intervention surveillée et le nombre de jours.";
    static final String ALERT_DAYS = "Entre 1 et 999 jours.";
    static final String ALERTS_BY_ITSELF = "alerte d’elle-même";

    static final String COLON = NBSP + ": ";
    static final String MAILLAGE = "Maillage";
    static final String FROM_FILE = "un fichier";
    static final String TAKEN =
            "Copié en brouillon" + COLON + "relisez-le, un médecin en répond, puis publiez-le.";
    static final String BEGUN = "Protocole commencé.";
    static final String SAVED = "Enregistré.";
    static final String REMOVED = "Retiré de ce brouillon.";
    static final String DROPPED = "Brouillon abandonné.";
    static final String PUBLISHED =
            "Publié" + COLON + "il peut être appliqué aux plans en préparation.";
    static final String WITHDRAWN =
            "Retiré. Les plans qui l’appliquent gardent leurs lignes, avec la mention du retrait.";
    static final String SHARED = "Partagé avec les autres structures de cette installation.";
    static final String UNSHARED = "Le partage est arrêté. Les copies déjà prises restent.";
    static final String APPLIED = "Les lignes choisies sont dans le plan.";

    static final String TOO_LARGE =
            "Ce fichier est trop gros pour un protocole" + COLON + "500" + NBSP + "ko au plus.";
    static final String FILE_NEEDED = "Choisissez le fichier que l’autre structure a exporté.";
    static final String NOT_A_PROTOCOL =
            "Ce fichier n’est pas un protocole exporté de Maillage"
                    + COLON
                    + "demandez à l’autre structure de l’exporter à nouveau.";
    static final String TOO_LONG =
            "Un texte est trop long" + COLON + "4" + NBSP + "000 caractères au plus.";
    static final String REASON = "Dites en quelques mots ce qui change dans cette version.";
    static final String REVIEWED_BY =
            "Nommez le médecin qui répond de ce contenu"
                    + COLON
                    + "un protocole ne sert pas sans validation médicale.";
    static final String REVIEW_ON = "Fixez la date à laquelle le relire.";
    static final String FOR_COOPERATION =
            "Pour un protocole de coopération, ou une mission confiée par le médecin traitant.";
    static final String BASIS =
            "L’autorisation, la convention ou le texte"
                    + COLON
                    + "CSP L.4011-1 pour un transfert d’actes.";
    static final String DELEGATION_NEEDED =
            "Un protocole de coopération dit qui délègue, à qui, et sur quelle base"
                    + COLON
                    + "complétez l’en-tête.";
    static final String CHECKING = "Écrivez, dans l’en-tête, comment son application est vérifiée.";
    static final String EMPTY = "Ajoutez au moins un objectif ou une intervention.";
    static final String WHY_WITHDRAWN =
            "Dites pourquoi" + COLON + "les plans qui l’appliquent afficheront cette raison.";
    static final String NOT_PUBLISHED = "Aucune version publiée" + COLON + "publiez d’abord.";
    static final String HELD = "Déjà dans le plan, au moins aussi souvent.";
    static final String PLAN_CHANGED =
            "Le plan ou un protocole a changé depuis l’aperçu"
                    + COLON
                    + "voici l’aperçu à jour, avec ce que vous aviez coché et écrit.";
    static final String SAME_CODE =
            "Majuscules, chiffres et tirets bas, 40 au plus. Le même code est le même acte dans tous les protocoles.";
    static final String CODE = "Des majuscules, des chiffres et des tirets bas seulement.";
    static final String FOLLOWED =
            "Choisissez l’intervention qu’elle suit, une autre qu’elle-même.";
    static final String NO_END =
            "Une répétition a une fin" + COLON + "donnez une date de fin ou un nombre de fois.";
    static final String END_BEFORE_START =
            "La fin est avant le début" + COLON + "corrigez l’une des deux dates.";
    static final String THEME_LABEL_NONE = "Tous thèmes";

    private ProtocolText() {}

    static String reviewBetween(LocalDate latest) {
        return "Choisissez un jour à venir, au plus tard le " + FrenchDates.date(latest) + ".";
    }

    /// « 1 ligne », « 3 lignes ».
    static String lines(int n) {
        return n == 1 ? "1 ligne" : n + " lignes";
    }

    static String tooManyLines(int most) {
        return "Plus de " + most + " lignes" + COLON + "faites-en plusieurs protocoles.";
    }

    static String key(String kind) {
        return kind + COLON + "deux lignes ont le même repère, ou un repère qui n’en est pas un.";
    }

    static String untitled(String kind, String key) {
        return kind + " " + key + COLON + "dites de quoi il s’agit.";
    }

    static String longLine(String key) {
        return key + COLON + "1" + NBSP + "000 caractères au plus.";
    }

    static String unknownWords(String key) {
        return key + COLON + "un mot n’est pas de ceux que le plan connaît.";
    }

    static String outOfBounds(String key) {
        return key + COLON + "un nombre ou un texte dépasse ce qu’un plan peut tenir.";
    }

    static String unknownWhen(String key) {
        return key + COLON + "le moment n’est pas compris.";
    }

    static String tooMany(String key, int most) {
        return key
                + COLON
                + "plus de "
                + most
                + " actes sur la durée d’un plan"
                + NBSP
                + "; espacez-les, ou donnez un nombre de fois.";
    }

    static String was(String before) {
        return "Aujourd’hui dans le plan" + COLON + before + ".";
    }

    static String alsoAsked(List<String> others) {
        return "Aussi demandé par "
                + String.join(", ", others)
                + COLON
                + "le plus fréquent est gardé, une seule ligne.";
    }

    static String noLongerAsked(int number) {
        return "La version " + number + " du protocole ne la demande plus.";
    }

    static final String ANSWER_WORDS =
            "Dites la réponse" + COLON + "«\u00A0Oui\u00A0», «\u00A0Deux ou plus\u00A0».";
    static final String ANSWER_TWICE = "Cette réponse y est déjà.";
    static final String COMES_BACK =
            "Cette question ramène à celle-ci" + COLON + "choisissez-en une autre.";
    static final String ANSWER_ONE = "Choisissez une réponse.";
    static final String WALK_ENDED =
            "Cet algorithme est conclu, sa trace ne change plus"
                    + COLON
                    + "parcourez-le à nouveau.";
    static final String WALK_CHANGED =
            "Un collègue a répondu entre-temps" + COLON + "voici où en est le parcours.";
    static final String WALK_BEGUN = "Algorithme commencé.";
    static final String WALK_KEPT = "Conclu" + COLON + "le chemin et son issue sont gardés.";
    static final String WALK_DROPPED = "Parcours abandonné, rien n’en est gardé.";
    static final String ANSWERED = "Réponse notée.";
    static final String TAKEN_BACK = "Dernière réponse reprise.";
    static final String NEWER_SERVES =
            "Parcouru sur cette version"
                    + COLON
                    + "le protocole publié aujourd’hui est plus récent, ou il est retiré.";
    static final String NO_ACT_TIED = "Aucune intervention n’y est liée";
    static final String NO_DAYS_SAID = "Aucun nombre de jours n’y est dit";
    static final String RULE_OFF =
            "La structure a éteint ces alertes dans ses règles" + COLON + "personne n’est prévenu.";

    static String told(String whom) {
        return "Prévenu" + COLON + whom + ".";
    }

    /// « HbA1c : 120 jours sans que ce soit fait »
    static String silence(List<String> acts, int days) {
        return String.join(" ou ", acts)
                + COLON
                + days
                + NBSP
                + (days == 1 ? "jour" : "jours")
                + " sans que ce soit fait";
    }

    static String unnamed(String question) {
        return "«\u00A0"
                + question
                + "\u00A0» commence un algorithme"
                + COLON
                + "donnez-lui un nom.";
    }

    static String oneAnswer(String question) {
        return "«\u00A0" + question + "\u00A0» demande au moins deux réponses.";
    }

    static String deadEnd(String question, String answer) {
        return "«\u00A0"
                + question
                + "\u00A0», «\u00A0"
                + answer
                + "\u00A0»"
                + COLON
                + "rien ne suit cette réponse, donnez une question, une ligne ou un conseil.";
    }

    static String circular(String question) {
        return "«\u00A0"
                + question
                + "\u00A0»"
                + COLON
                + "ses réponses ramènent à une question déjà posée.";
    }

    static String leadsNowhere(String key) {
        return key + COLON + "une réponse mène à une question ou à une ligne qui n’y est pas.";
    }

    static String answers(int n) {
        return n == 1 ? "1 réponse" : n + " réponses";
    }

    static String goal(String words) {
        return "Objectif" + COLON + words;
    }

    /// All a question says, for a comparison: « Oui → Nombre de chutes ? ; Non → PPS ».
    static String decision(Decision decision, Document document) {
        var algorithms = new Algorithms(document);
        return (decision.name().isBlank() ? "" : decision.name() + " · ")
                + (decision.help().isBlank() ? "" : decision.help() + " · ")
                + decision.answers().stream()
                        .map(a -> a.label() + " → " + follows(a, algorithms))
                        .collect(joining("\u00A0; "));
    }

    private static String follows(Decision.Answer answer, Algorithms algorithms) {
        var parts = new ArrayList<String>();
        for (var line : answer.lines())
            algorithms.proposed(line).ifPresent(l -> parts.add(algorithms.words(l)));
        if (!answer.advice().isBlank()) parts.add(answer.advice());
        if (answer.next() != null)
            algorithms.question(answer.next()).ifPresent(q -> parts.add(q.title()));
        return parts.isEmpty() ? "rien" : String.join(", ", parts);
    }

    /// What a path proposes and advises, in words.
    static String outcome(Algorithms.Path path, Algorithms algorithms) {
        var parts = new ArrayList<>(path.advice());
        for (var line : path.lines())
            algorithms.proposed(line).ifPresent(l -> parts.add(l.title()));
        return parts.isEmpty() ? "aucune ligne proposée" : String.join("\u00A0; ", parts);
    }

    /// « 3 questions »
    static String questions(int n) {
        return n == 1 ? "1 question" : n + " questions";
    }

    /// When and by whom: the instant in words, then « par Claire DUMONT ».
    static String signed(Instant at, String by) {
        return FrenchDates.exact(at) + ", par " + by;
    }

    /// « Selon l’algorithme « Après une chute », conclu le 2 juin 2026 »
    static String walked(Walks.Ended walk) {
        return "Selon l’algorithme «\u00A0"
                + walk.name()
                + "\u00A0», conclu le "
                + FrenchDates.date(LocalDate.ofInstant(walk.at(), FrenchDates.PARIS));
    }

    /// Before the name of a group whose common version says a criterion.
    static final String OF_COMMON = "Version commune, ";

    /// Where a copy of a common version comes from.
    static String ofGroup(String group) {
        return "Groupe " + group;
    }

    /// Why a line cannot be taken away.
    static String reliedOn(List<String> lines) {
        return "D’autres lignes en dépendent"
                + COLON
                + lines.stream().limit(3).map(l -> "«\u00A0" + l + "\u00A0»").collect(joining(", "))
                + (lines.size() > 3 ? " et " + (lines.size() - 3) + " de plus" : "")
                + ". Changez-les d’abord.";
    }

    static String effect(Merge.Effect effect) {
        return switch (effect) {
            case AJOUTE -> "Ajoute";
            case RESSERRE -> "Plus souvent";
            case DEJA -> "Déjà au plan";
            case CHANGE -> "Nouvelle version";
            case RETIRE -> "N’est plus demandée";
        };
    }

    static String tone(Merge.Effect effect) {
        return switch (effect) {
            case AJOUTE -> "is-info";
            case RESSERRE, CHANGE -> "is-due";
            case DEJA -> "is-done";
            case RETIRE -> "is-late";
        };
    }

    static String icon(Merge.Effect effect) {
        return switch (effect) {
            case AJOUTE -> "plus";
            case RESSERRE -> "refresh";
            case CHANGE -> "git-compare";
            case DEJA -> "check";
            case RETIRE -> "x";
        };
    }

    /// « HbA1c : ≤ 7 % »
    static String measure(Aim aim) {
        return measure(aim.indicator(), aim.target());
    }

    /// As [#measure(Aim)].
    static String measure(@Nullable String indicator, @Nullable String target) {
        return Stream.of(text(indicator), text(target))
                .filter(word -> !word.isBlank())
                .collect(joining(COLON));
    }

    static final String REVIEWED = "Vérification notée.";
    static final String END_BEFORE =
            "La fin vient avant le début" + COLON + "inversez les deux dates.";
    static final String NOT_OVER =
            "On vérifie une période qui est passée" + COLON + "choisissez aujourd’hui ou avant.";
    static final String MODEL_TITLE = "Critères d’inclusion et de sortie de la structure";
    static final String MODEL_SOURCE = "Réglages de la structure";
    static final String MODEL_MADE =
            "Un brouillon porte les critères des réglages" + COLON + "publiez-le pour le partager.";

    static String reviewed(LocalDate from, LocalDate until, @Nullable Integer version) {
        return "Du "
                + FrenchDates.date(from)
                + " au "
                + FrenchDates.date(until)
                + (version == null ? "" : ", v" + version);
    }

    static String counted(int plans, int acts, int done, int late, int notDone, int silent) {
        return acts
                + (acts > 1 ? " actes" : " acte")
                + (plans == 0 ? "" : " chez " + plans + (plans > 1 ? " personnes" : " personne"))
                + COLON
                + done
                + " dans les dates, "
                + late
                + " hors délai, "
                + notDone
                + " non faits, "
                + silent
                + " sans nouvelle";
    }

    /// « Délégué par le médecin traitant à l’infirmière. Base : CSP L.4011-1 »; empty for nothing.
    static String delegation(Delegation d) {
        return d.from().isBlank() && d.to().isBlank()
                ? ""
                : delegated(d) + (d.basis().isBlank() ? "" : ". Base" + COLON + d.basis());
    }

    /// In the note of a line of a plan.
    static String delegated(Delegation d) {
        return "Délégué par " + d.from() + " à " + d.to();
    }

    static String domain(String code) {
        return switch (code) {
            case "EDUCATIF" -> "éducatif";
            case "PSYCHOLOGIQUE" -> "psychologique";
            case "SOCIAL" -> "social";
            default -> "médical";
        };
    }

    /// Where a protocol was taken; null for one begun here.
    static @Nullable String takenFrom(@Nullable String from) {
        return from == null
                ? null
                : from.equals(FROM_FILE) ? "repris d’un fichier" : "repris de " + from;
    }

    /// « 1 différence », « 12 différences ».
    static String differences(int n) {
        return n == 1 ? "1 différence" : n + " différences";
    }

    static String mark(String title, int number) {
        return title + ", v" + number;
    }

    /// The gesture that adds a line.
    static String add(Document.Kind kind) {
        return switch (kind) {
            case CRITERION -> "Ajouter un critère";
            case AIM -> "Ajouter un objectif";
            case ACT -> "Ajouter une intervention";
            case WATCH -> "Ajouter une surveillance";
            case DECISION -> "Ajouter une question d’algorithme";
            case RULE -> "Ajouter une règle";
        };
    }

    /// Several targets of one measure.
    static String oneTarget(String measure) {
        return "Plusieurs cibles pour «"
                + NBSP
                + measure
                + NBSP
                + "»"
                + COLON
                + "cochez celle de la personne.";
    }
}
