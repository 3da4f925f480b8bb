package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Masked;
import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class RegisterText {

    static final String S = Typography.NBSP;

    // ── what was done ──
    static final String BEGUN =
            "Registre ouvert\u00A0; écrivez ce qu’est un cas et ce qu’on en note.";
    static final String SAVED = "Enregistré.";
    static final String FIELD_REMOVED = "Donnée retirée de cette version.";
    static final String PUBLISHED = "Cette version sert désormais.";
    static final String NEXT_BEGUN = "Version suivante commencée.";
    static final String INCLUDED = "Personne incluse dans le registre.";
    static final String COMPLETED = "Cas complété.";
    static final String FOLLOWED = "Suivi noté.";
    static final String ENDED = "Fin du suivi notée.";
    static final String TAKEN_OUT = "Cas retiré du registre.";
    static final String OPPOSED =
            "Opposition notée\u00A0; plus rien de la personne n’est au registre.";
    static final String LIFTED = "Opposition levée.";
    static final String SOURCE_ADDED = "Source ajoutée.";
    static final String EXPECTED_NOTED = "Nombre attendu noté.";
    static final String EXTRACT_READY =
            "Extrait prêt à être téléchargé\u00A0; chaque téléchargement laisse sa trace.";

    // ── fields ──
    static final String NOT_A_NUMBER = "Un nombre est attendu, avec une virgule si besoin.";
    static final String NOT_A_DAY = "Cette date ne se lit pas\u00A0: jour, mois et année.";
    static final String NOT_IN_LIST = "Choisissez dans la liste.";
    static final String TOO_LONG = "300 caractères au plus.";
    static final String MISSING = "Demandée par la définition, absente.";
    static final String BEFORE_BIRTH = "C’est avant la naissance.";
    static final String AFTER_DEATH = "C’est après le décès.";
    static final String TO_COME = "Ce jour n’est pas encore venu.";
    static final String BEFORE_INCLUSION = "C’est avant l’inclusion.";
    static final String AFTER_INCLUSION =
            "L’inclusion est d’aujourd’hui au plus tard, et pas avant ce jour.";

    // ── definition ──
    static final String NO_CASE_DEFINITION = "Dites qui est un cas.";
    static final String NO_ONSET =
            "Dites quelle date fait le cas (diagnostic, premier traitement…).";
    static final String NO_GROUND =
            "Dites sur quoi repose le traitement de ces données, et où sont les textes.";
    static final String NO_FIELD = "Ajoutez au moins une donnée.";
    static final String NO_FOLLOW_UP =
            "Un suivi est prévu, mais aucune donnée ne lui est demandée.";
    static final String WHO_ANSWERS =
            "Dites qui répond de cette version (responsable scientifique).";
    static final String WHY_VERSION = "Dites ce qui change.";
    static final String LABEL = "Nommez cette donnée.";
    static final String CODE_TAKEN = "Une donnée porte déjà ce nom.";
    static final String LIST_NEEDED =
            "Une liste codée a au moins deux valeurs, une par ligne\u00A0: code = libellé.";
    static final String BOUNDS =
            "La plus petite valeur permise est plus grande que la plus grande.";
    static final String ORIGIN_TYPE = "Le dossier ne donne pas cela sous cette forme.";
    static final String NO_AREA = "Choisissez une zone du territoire.";
    static final String NOT_PUBLISHED = "Aucune version de la définition ne sert encore.";
    static final String TITLE = "Nommez le registre.";

    // ── cases ──
    static final String OBJECTS =
            "La personne s’est opposée\u00A0: elle n’est pas au registre et ne peut y entrer.";
    static final String ALREADY = "La personne est déjà dans ce registre.";
    static final String WHEN_INFORMED =
            "Dites quand la personne a été informée\u00A0: sans information, pas d’inclusion.";
    static final String INFORMED_LATER = "L’information précède l’inclusion.";
    static final String HOW_INFORMED = "Dites comment.";
    static final String WHO_INFORMED = "Dites qui a été informé.";
    static final String NO_ONSET_DAY = "Donnez la date qui fait le cas.";
    static final String NOT_DUE = "Ce suivi n’est pas encore attendu, ou il est déjà noté.";
    static final String WHY_OUT = "Dites pourquoi.";
    static final String WHO_SAYS = "Dites qui s’oppose.";
    static final String NOT_IN = "La personne n’est pas dans ce registre.";

    static final String TWICE = "Un cas du même registre dans les deux dossiers";
    static final String TWICE_DONE = "Retirez d’abord l’un des deux du registre.";
    static final String OPPOSED_ONCE = "Une opposition à un registre dans l’un des dossiers";
    static final String OPPOSED_ONCE_DONE =
            "Retirez d’abord le cas de l’autre dossier, ou levez celle des deux oppositions qui double l’autre.";

    // ── sources, extracts ──
    static final String SOURCE_NAME = "Nommez la source.";
    static final String SOURCE_THERE = "Cette source existe déjà.";
    static final String RECIPIENT = "Dites à qui l’extrait est destiné.";
    static final String PURPOSE = "Dites à quoi il servira.";
    static final String GROUND = "Dites ce qui permet de le remettre (accord, convention, avis).";
    static final String TOO_FEW =
            "Moins de "
                    + Masked.THRESHOLD
                    + S
                    + "cas\u00A0: un extrait ligne à ligne ferait reconnaître quelqu’un. Les effectifs masqués peuvent sortir.";

    static final String PSEUDONYMISED =
            "Données pseudonymisées\u00A0: elles restent des données personnelles de santé (RGPD, art. 4, 5°). Le pseudonyme ne se refait qu’avec la clé de la structure, qui ne sort jamais\u00A0; il est le même d’un extrait de ce registre à l’autre, différent ailleurs.";
    static final String LEFT_OUT =
            "Ne sortent jamais\u00A0: nom, prénoms, INS, date de naissance, adresse, commune, numéro de dossier, textes libres. Les jours sont rendus par leur mois.";
    static final String COARSE =
            "Sexe, classe d’âge de dix ans et zone ne sont dits ensemble que pour %d cas au moins\u00A0; sinon «\u00A0%s\u00A0» remplace la zone, puis l’âge, puis le sexe."
                    .formatted(Masked.THRESHOLD, Coarse.WITHHELD);
    static final String MASKED =
            "Un effectif sous %d n’est pas dit («\u00A0< %d\u00A0»)\u00A0; un autre est tu («\u00A0n.c.\u00A0») quand il le ferait retrouver."
                    .formatted(Masked.THRESHOLD, Masked.THRESHOLD);
    static final String RATES =
            "Intervalle à 95 % (Poisson, approximation de Byar). Les personnes perdues de vue, parties ou guéries comptent jusqu’à ce jour-là\u00A0; celles qui vivent hors de l’aire ne sont dans aucun taux.";

    static final String OBJECT_ALL = "La personne s’oppose à tous les registres";
    static final String OBJECT_ONE = "La personne s’oppose à ce registre";
    static final String LAW =
            "La personne est informée individuellement avant d’être au registre, et peut s’y opposer ou en sortir à tout moment, sans dire pourquoi (RGPD, art. 13, 14 et 21\u00A0; CNIL, délibération 2003-053, source à vérifier). Rien de nominatif ne quitte la structure.";

    private RegisterText() {}

    static String sameAs(int number, String name) {
        return "Même naissance, même sexe, nom proche\u00A0: cas n° " + number + ", " + name;
    }

    static String due(Case.Due due) {
        return atFollowUp(due.rank())
                + (due.late() ? " en retard, attendu le " : " attendu depuis le ")
                + FrenchDates.date(due.on());
    }

    static String told(Case one) {
        return Typography.inSentence(CaseForms.WHO.getOrDefault(one.informedWho(), ""))
                + ", "
                + Typography.inSentence(CaseForms.HOW.getOrDefault(one.informedHow(), ""))
                + ", le "
                + FrenchDates.date(one.informedOn());
    }

    static String objection(CaseStore.Objection objection, @Nullable String register) {
        return "S’oppose depuis le "
                + FrenchDates.date(objection.on())
                + (register == null
                        ? " à tous les registres"
                        : " au registre «\u00A0" + register + "\u00A0»")
                + (objection.saidBy().equals("REPRESENTANT") ? ", dit par le représentant" : "")
                + (objection.words() == null
                        ? ""
                        : "\u00A0: «\u00A0" + objection.words() + "\u00A0»");
    }

    static String reported(int cases, long reported, long several) {
        return cases
                + S
                + "cas, dont "
                + reported
                + " signalés par une source au moins et "
                + several
                + " par plusieurs.";
    }

    static String outOfRange(@Nullable BigDecimal min, @Nullable BigDecimal max, String unit) {
        var u = unit.isEmpty() ? "" : S + unit;
        if (min == null) return "Au plus " + plain(max) + u + ".";
        if (max == null) return "Au moins " + plain(min) + u + ".";
        return "Entre " + plain(min) + " et " + plain(max) + u + ".";
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString().replace('.', ',');
    }

    static String before(String label) {
        return "C’est avant «\u00A0" + label + "\u00A0».";
    }

    static String atFollowUp(int rank) {
        return rank == 1 ? "1er suivi" : rank + "e suivi";
    }

    static String reliedOn(List<String> labels) {
        return "D’autres données s’y rapportent" + S + ": " + String.join(", ", labels) + ".";
    }

    static String version(int number, LocalDate since) {
        return "Version " + number + ", depuis le " + FrenchDates.date(since);
    }

    static String every(int months, int tolerance) {
        return months == 0
                ? "Aucun suivi"
                : (months == 12 ? "Un suivi par an" : "Un suivi tous les " + months + S + "mois")
                        + ", en retard après "
                        + tolerance
                        + S
                        + "jours";
    }

    static String per(int per) {
        return per == 1_000_000 ? "pour un million d’habitants" : "pour 100" + S + "000 habitants";
    }

    static String cases(long n) {
        return Typography.number(n) + S + "cas";
    }

    static String elsewhere(long n) {
        return n == 1
                ? "1 personne vit hors de l’aire, ou nulle part de connu"
                : Typography.number(n)
                        + S
                        + "personnes vivent hors de l’aire, ou nulle part de connu";
    }
}
