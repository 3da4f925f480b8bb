package fr.maillage.help.internal;

import fr.maillage.help.internal.Renewal.Verdict;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class HelpText {

    static final String NOTED = "Aide notée.";
    static final String CORRECTED = "Aide corrigée.";
    static final String REVIEWED = "Prochaine revue notée.";
    static final String ENDED = "C’est terminé, et noté.";
    static final String GRANTED = "Séances accordées.";
    static final String EXTENDED = "Séances ajoutées.";
    static final String SESSION_NOTED = "Séance notée.";
    static final String ASKED = "Demande du médecin notée.";
    static final String ANSWERED = "Réponse notée.";
    static final String ANSWERED_AND_TOLD =
            "Réponse notée\u00A0; tout est répondu, le courrier au médecin est prêt.";
    static final String RENEWAL_ASKED = "Réévaluation demandée\u00A0; le courrier est prêt.";
    static final String RENEWAL_ANSWERED = "Réévaluation notée.";
    static final String RENEWAL_CLOSED = "Demande close.";

    static final String TO_COME = "Ce jour n’est pas encore venu.";
    static final String BEFORE = "C’est avant le début.";
    static final String WHICH_RELATIVE = "Dites de quel proche il s’agit.";
    static final String OF_A_RELATIVE =
            "Cette aide est pour un proche\u00A0: dites lequel, du cercle ou non.";
    static final String WHICH_RESOURCE =
            "Une ressource partagée se nomme\u00A0: quel service, quel lieu\u00A0?";
    static final String WHAT_WAS_DONE = "Dites ce qui a été fait.";
    static final String WHY_NOT = "Dites pourquoi ce n’est pas obtenu.";
    static final String REVIEW_AFTER = "Une aide qui reste se revoit après son début.";
    static final String DOCTOR_NEEDED =
            "En cancérologie, l’appui se fait avec le médecin traitant\u00A0: dites ce qu’il en sait.";
    static final String DOCTOR_THERE =
            "Un médecin traitant est déclaré\u00A0: en cancérologie, l’appui ne se fait pas sans lui.";
    static final String WHY_WITHOUT = "Dites pourquoi c’est sans lui.";
    static final String NOT_REACHABLE =
            "Aucun médecin traitant à informer\u00A0: il n’est pas déclaré, ou la personne s’y oppose.";
    static final String FIND_A_DOCTOR = "Chercher un médecin traitant, nécessaire à l’appui";
    static final String WHAT_WAS_SEEN = "Dites ce qui a été vu.";
    static final String NEXT_AFTER = "La prochaine revue vient après aujourd’hui.";
    static final String WHY_ENDED = "Dites pourquoi.";

    static final String NO_AGREEMENT =
            "Aucune convention avec ce psychologue n’est en cours ce jour-là.";
    static final String COURSE_OVER = "Ce soutien est terminé.";
    static final String SESSION_THERE = "Une séance est déjà notée ce jour-là.";

    static final String WHO_ASKS = "Dites quel médecin le demande.";
    static final String WHICH_ITEMS = "Cochez au moins un appui demandé.";
    static final String CONCLUSION = "Écrivez ce qui est conclu.";
    static final String WHO_SAYS = "Dites qui a fait le diagnostic, donné l’avis.";

    static final String DUE_PAST = "Ce jour est passé.";
    static final String WHICH_CARE = "Cochez au moins un soin.";
    static final String CARE_GONE =
            "Un de ces soins n’est plus à demander\u00A0: son acteur a changé, ou un collègue vient de le demander.";
    static final String WHAT_CHANGES = "Dites ce qui change, ou pourquoi.";
    static final String CHANGE_THE_PLAN =
            "Reprendre le plan\u00A0: un professionnel a réévalué un soin";
    static final String RENEWAL_SUBJECT = "Réévaluer un soin du plan";

    static final String SOURCE_FAMILIES =
            "Accès aux soins des publics précaires, ressources partagées en santé mentale, accès adapté, appui en cancérologie\u00A0: SROS Nord-Pas-de-Calais, annexe «\u00A0réseaux de santé\u00A0», §2.6 et §2.7. Proches et aidants, soutien psychologique\u00A0: guide DGOS 2012, fiches D1 §3 et O1 §3. Listes\u00A0: proposition Maillage.";

    static final String NO_SUPPORT = "Aucun accompagnement n’est ouvert.";
    static final String ONE_MISSION = "Cochez au moins une des quatre missions.";
    static final String MISSIONS_SAID = "Missions notées.";

    private static final String S = Typography.NBSP;

    private HelpText() {}

    static String given(HelpKind kind, boolean relative) {
        return (relative && !kind.ofRelatives() ? "Aide à un proche" + S + ": " : "Aide" + S + ": ")
                + kind.label;
    }

    /// The end of the letter's sentence to the attending doctor.
    static String toDoctor(HelpKind kind, LocalDate on, String words) {
        return "le " + FrenchDates.date(on) + S + ": " + kind.label + ".\n\n" + words;
    }

    static String sessionsGranted(int sessions, boolean relative) {
        return "Soutien psychologique"
                + (relative ? " d’un proche" : "")
                + S
                + ": "
                + sessions
                + S
                + (sessions == 1 ? "séance accordée" : "séances accordées");
    }

    static String beyond(int most, int already) {
        return "La convention prévoit "
                + most
                + S
                + "séances au plus par personne"
                + S
                + ": "
                + already
                + S
                + (already > 1 ? "sont déjà comptées." : "est déjà comptée.");
    }

    static String allDone(int granted) {
        return granted == 1
                ? "La séance accordée est faite\u00A0: accordez-en d’autres d’abord."
                : "Les "
                        + granted
                        + S
                        + "séances accordées sont faites\u00A0: accordez-en d’autres d’abord.";
    }

    static String asked(int items) {
        return "Appui demandé par le médecin"
                + S
                + ": "
                + items
                + S
                + (items == 1 ? "point" : "points");
    }

    /// The end of the letter's sentence: each thing asked, and what was concluded.
    static String answers(Asked asked) {
        var words =
                new StringBuilder("en réponse à l’appui que vous aviez demandé le ")
                        .append(FrenchDates.date(asked.askedOn()))
                        .append('.');
        for (var item : asked.items())
            words.append("\n\n")
                    .append(item.item().label)
                    .append(" (")
                    .append(item.by())
                    .append(")")
                    .append(S)
                    .append(": ")
                    .append(item.conclusion());
        return words.toString();
    }

    static String confirmed(int persons) {
        return persons == 0
                ? "Rien n’était à confirmer."
                : persons + S + (persons == 1 ? "personne classée." : "personnes classées.");
    }

    static String notShared(List<String> names) {
        return "La personne ne veut pas que ses informations soient partagées avec "
                + String.join(", ", names)
                + ".";
    }

    /// One letter to a professional, for every care asked.
    static String renewalLetter(
            String person,
            List<String> cares,
            @Nullable String question,
            LocalDate due,
            String author) {
        return "Madame, Monsieur,\n\nVous intervenez auprès de "
                + person
                + ". Nous vous proposons de réévaluer ce que prévoit son plan personnalisé de santé"
                + S
                + ":\n\n"
                + String.join("\n\n", cares.stream().map(c -> "– " + c).toList())
                + (question == null ? "" : "\n\n" + question)
                + "\n\nCe soin est-il toujours adapté, à adapter, à arrêter, ou un autre conviendrait-il mieux"
                + S
                + "? Merci de nous le dire avant le "
                + FrenchDates.date(due)
                + ", par téléphone, par courrier ou à l’écran. Nous pouvons le faire avec vous.\n\n"
                + author;
    }

    static String renewalAsked(int cares) {
        return "Réévaluation demandée" + S + ": " + cares + S + (cares == 1 ? "soin" : "soins");
    }

    static String renewalGiven(Verdict verdict) {
        return "Soin réévalué" + S + ": " + verdict.label.toLowerCase(java.util.Locale.FRENCH);
    }
}
