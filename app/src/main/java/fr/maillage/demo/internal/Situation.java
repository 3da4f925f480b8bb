package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers to the multidimensional evaluation: those of somebody who lives at home, nearly well,
/// and whatever a story says otherwise.
final class Situation {

    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    /// At home, with the person and the family.
    Situation(LocalDate on, int age, String pathology, String severity, String project) {
        say("cadre.date", on.toString());
        say("cadre.age", String.valueOf(age));
        say("cadre.lieu", "domicile");
        say("cadre.participants", "personne", "famille");
        say("medical.pathologie1", pathology);
        say("medical.pathologie1.ald", "true");
        say("medical.pathologie1.gravite", severity);
        say("medical.equilibre", "stable");
        say("medical.sejours", "0");
        say("medical.medicaments", "3");
        say("medical.observance", "bonne");
        say("medical.douleur", "0");
        say("medical.chutes", "0");
        say("medical.vue", "bonne");
        say("medical.audition", "bonne");
        say("medical.appetit", "conserve");
        say("autonomie.marche", "sans");
        for (var act :
                List.of("hygiene", "habillage", "toilettes", "transferts", "continence", "repas"))
            say("katz." + act, "1");
        for (var act :
                List.of(
                        "telephone",
                        "courses",
                        "repas",
                        "menage",
                        "lessive",
                        "transports",
                        "medicaments",
                        "argent")) say("lawton." + act, "1");
        say("psy.sommeil", "bon");
        say("psy.memoire", "false");
        say("phq2.interet", "0");
        say("phq2.tristesse", "0");
        if (age >= 65) {
            say("minigds.tristesse", "non");
            say("minigds.vide", "non");
            say("minigds.bonheur", "oui");
            say("minigds.espoir", "non");
        }
        say("social.vit-seul", "false");
        say("social.contacts", "semaine");
        say("social.ressources", "suffisantes");
        say("social.droits", "ald");
        say("social.protection", "aucune");
        say("env.visite", "true");
        say("env.visite-date", on.toString());
        say("env.type", "maison");
        say("env.etage", "false");
        say("env.wc", "adapte");
        say("env.salle-eau", "adapte");
        say("env.chauffage", "bon");
        say("env.salubrite", "bon");
        say("env.alarme", "true");
        carer("conjoint", 3, "bonne", "en-place");
        for (var part :
                List.of(
                        "medico-sociale",
                        "materielle",
                        "financiere",
                        "psychologique",
                        "environnementale")) say("comp." + part, "couvert");
        say("projet.personne", project);
    }

    /// Answers a question, whatever was said before; without a value, leaves it unanswered.
    Situation say(String question, String... values) {
        if (values.length == 0) answers.remove(question);
        else answers.put(question, List.of(values));
        return this;
    }

    /// The carer: tie, burden of 0 to 10, health, respite.
    Situation carer(String tie, int burden, String health, String respite) {
        say("aidants.present", "true");
        say("aidants.lien", tie);
        say("aidants.charge", String.valueOf(burden));
        say("aidants.sante", health);
        return say("aidants.relais", respite);
    }

    /// Nobody helps.
    Situation noCarer() {
        answers.keySet().removeIf(question -> question.startsWith("aidants."));
        return say("aidants.present", "false");
    }

    /// The home was not seen.
    Situation homeNotSeen(String why) {
        answers.keySet().removeIf(question -> question.startsWith("env."));
        say("environnement.non-evaluable", "true");
        return say("environnement.motif", why);
    }

    /// A tool that could not be used, and why: `refus`, `inadapte`…
    Situation without(String tool, String why) {
        answers.keySet().removeIf(question -> question.startsWith(tool + "."));
        say(tool + ".non-evaluable", "true");
        return say(tool + ".motif", why);
    }

    Map<String, List<String>> answers() {
        return answers;
    }
}
