package fr.maillage.protocol.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Criteria;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

/// French sentences of the theme groups.
final class CommonText {

    private static final String S = Typography.NBSP;

    static final String JOINED = "La structure est dans le groupe.";
    static final String LEFT = "La structure n’est plus dans le groupe.";
    static final String PROPOSED =
            "Version proposée au groupe\u00A0; chaque structure donne son avis.";
    static final String OPINED = "Avis noté.";
    static final String DECIDED = "Version commune arrêtée\u00A0; chaque structure peut l’adopter.";
    static final String SET_ASIDE = "Proposition écartée.";
    static final String MET = "Réunion notée.";

    static final String NOT_THE_THEME =
            "La structure ne travaille sur aucun des thèmes du groupe\u00A0: voir ses thèmes dans les réglages.";
    static final String NOT_A_MEMBER = "La structure n’est pas dans le groupe.";
    static final String ONE_AT_A_TIME = "Une proposition attend déjà les avis du groupe.";
    static final String WHICH_MODEL = "Choisissez un modèle publié de la structure.";
    static final String OTHER_THEME = "Ce modèle est d’un autre thème que le groupe.";
    static final String NO_INCLUSION = "Il manque au moins un critère d’inclusion.";
    static final String NO_EXIT = "Il manque au moins une règle de sortie.";
    static final String NO_COMPLEX = "Il manque la définition du patient complexe.";
    static final String NO_PLAN =
            "Il manque le plan\u00A0: un objectif ou une intervention au moins.";
    static final String CRITERION_TOO_LONG = "Un critère fait plus de 300 caractères.";
    static final String WHY = "Dites ce que cette version apporte.";
    static final String UNTIL =
            "Les avis sont attendus jusqu’à un jour à venir, d’ici six mois au plus.";
    static final String WHY_NOT_TRUNK =
            "Le tronc commun a cette ligne\u00A0: reprenez-la, ou dites pourquoi non.";
    static final String WHY_NOT = "Dites pourquoi la structure s’en écarte.";
    static final String OPINION = "Favorable ou non\u00A0?";
    static final String WHY_UNFAVOURABLE = "Un avis défavorable dit pourquoi.";
    static final String NOT_OPEN = "Cette proposition n’attend plus d’avis.";
    static final String NOTHING_IN_FORCE = "Le groupe n’a encore arrêté aucune version.";
    static final String WHEN_MET = "Dites quel jour le groupe s’est réuni.";
    static final String MET_LATER = "Ce jour n’est pas encore venu.";
    static final String WHAT_MET = "Dites ce qui s’y est dit.";

    static final String NOT_ADOPTED = "Pas encore adoptée";
    static final String NOTHING_TO_ADOPT = "Rien à adopter encore";
    static final String AT_WORK = "Groupes au travail";
    static final String FINANCED = "Structures financées qui ont le PPS harmonisé de leur thème";

    private CommonText() {}

    /// Who concludes, told to who may not.
    static String notYours(CommonStore.Version v) {
        return "Jusqu’au "
                + FrenchDates.date(v.opinionsUntil())
                + ", "
                + v.byName()
                + ", qui propose, conclut"
                + S
                + "; ensuite, toute structure du groupe.";
    }

    /// What became of the settings when a version was adopted.
    static String adopted(Criteria.Change change) {
        var words = new ArrayList<String>();
        if (change.added() > 0) words.add(count(change.added(), "ajouté"));
        if (change.retired() > 0) words.add(count(change.retired(), "retiré"));
        return "Version commune adoptée. Critères des réglages"
                + S
                + ": "
                + (words.isEmpty() ? "rien à changer" : String.join(", ", words))
                + ".";
    }

    private static String count(int n, String done) {
        return n + S + done + (n > 1 ? "s" : "");
    }

    static String opinions(Poll poll) {
        return poll.given()
                + (poll.given() > 1 ? " avis donnés" : " avis donné")
                + " sur "
                + poll.members()
                + (poll.over() ? "\u00A0; attendus jusqu’au " : ", attendus jusqu’au ")
                + FrenchDates.date(poll.until())
                + ". Elle devient commune avec plus de la moitié d’avis favorables.";
    }

    static String opinion(CommonStore.Opinion o) {
        return o.favourable() ? "Favorable" : "Défavorable";
    }

    static String proposing(String group) {
        return "Proposer une version commune, " + group;
    }

    static String adopting(String group) {
        return "Adopter la version commune, " + group;
    }

    /// Lines of a model that the common version does not have; "" for none.
    static String besides(int n) {
        if (n == 0) return "";
        return n == 1
                ? "Une de ses lignes n’est pas dans la version commune\u00A0: elle reste locale."
                : n
                        + " de ses lignes ne sont pas dans la version commune\u00A0: elles restent locales.";
    }

    /// As above, of a structure that adopted.
    static String local(int n) {
        if (n == 0) return "";
        return n + S + (n > 1 ? "lignes de plus, locales" : "ligne de plus, locale");
    }

    static String adoption(int number, CommonStore.Adoption adoption, boolean current) {
        return "Version "
                + number
                + ", "
                + derogations(adoption.derogations().size())
                + ", le "
                + day(adoption.at())
                + (current ? "" : S + ": une version plus récente est arrêtée");
    }

    static String derogation(CommonStore.Derogation d) {
        return d.kind()
                + ProtocolText.COLON
                + d.title()
                + (d.ours() == null ? "" : " (chez elle" + S + ": " + d.ours() + ")");
    }

    static String atWork(int groups, int of, long meetings, int year) {
        return groups
                + " sur "
                + of
                + ", "
                + meetings
                + (meetings > 1 ? " réunions en " : " réunion en ")
                + year;
    }

    static String firstVersion(String group) {
        return "Délai de la première version commune, " + group;
    }

    static String days(long n) {
        return n + S + (n > 1 ? "jours" : "jour");
    }

    static String share(Share share) {
        return share.denominator() == 0
                ? "Aucune structure financée dans un groupe qui a arrêté une version"
                : share.numerator()
                        + " sur "
                        + share.denominator()
                        + " ("
                        + share.formatted()
                        + ")";
    }

    /// A version by its title, where several groups stand together.
    static String titled(CommonStore.Version v) {
        return v.title() + ProtocolText.COLON + "version commune " + v.number();
    }

    /// Over lines of one kind.
    static String lines(Document.Kind kind) {
        return switch (kind) {
            case CRITERION -> "Critères";
            case AIM -> "Objectifs";
            case ACT -> "Interventions";
            case WATCH -> "Surveillances";
            case DECISION -> "Questions d’un algorithme";
            case RULE -> "Règles après évaluation";
        };
    }

    static String history(CommonStore.Version v) {
        return version(v) + ". " + v.why();
    }

    static String waiting(LocalDate until, int given, int members) {
        return "Les avis sont attendus jusqu’au "
                + FrenchDates.date(until)
                + S
                + ": "
                + given
                + " sur "
                + members
                + " donnés.";
    }

    static String noMajority(int favourable, int members) {
        return favourable
                + (favourable > 1 ? " avis favorables" : " avis favorable")
                + " sur "
                + members
                + (members > 1 ? " structures" : " structure")
                + S
                + ": il en faut plus de la moitié.";
    }

    static String version(CommonStore.Version v) {
        var at = v.decidedAt();
        return "Version "
                + v.number()
                + switch (v.status()) {
                    case PROPOSEE -> ", proposée par " + v.byName() + " le " + day(v.proposedAt());
                    case ARRETEE ->
                            ", arrêtée le " + (at == null ? "" : day(at)) + " (" + v.byName() + ")";
                    case ECARTEE ->
                            ", écartée le " + (at == null ? "" : day(at)) + " (" + v.byName() + ")";
                };
    }

    static String day(Instant at) {
        return FrenchDates.date(LocalDate.ofInstant(at, FrenchDates.PARIS));
    }

    static String derogations(int n) {
        return n == 0
                ? "en entier"
                : n
                        + S
                        + (n == 1 ? "ligne écartée" : "lignes écartées")
                        + ", motivée"
                        + (n == 1 ? "" : "s");
    }
}
