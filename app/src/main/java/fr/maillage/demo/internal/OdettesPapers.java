package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was evaluated of Odette Leroy through her accompaniment, and the letters about her.
record OdettesPapers(OdetteLeroy story, Life life) {

    /// Seen as she came in, then again when her husband did not sleep any more.
    void evaluations() {
        life.assessment.aggir(day(-84), Aggir.GIR_5);
        life.assessment.result(day(-82), "mini-zarit", "3", "proche");
        life.assessment.result(day(-50), "mini-zarit", "4.5", "proche");
        life.assessment.result(day(-80), "mmse", "21", "observation");
        life.assessment.tool(day(-82), "tug", "tug.temps=16.5 tug.aide=canne");
        life.assessment.tool(day(-48), "tug", "tug.temps=19 tug.aide=canne");
        life.assessment.tool(
                day(-81),
                "gds-15",
                gds("non non oui non oui non oui oui oui oui non non non non non"));
        life.assessment.tool(
                day(-47),
                "gds-15",
                gds("non oui oui non non non oui oui oui oui non non non non oui"));
        life.assessment.tool(
                day(-45),
                "chutes",
                "chute.date=%s chute.moment=nuit chute.lieu=salle-eau chute.activite=lever chute.mecanisme=accrochage chute.temoin=false chute.sol=long chute.relevee=false chute.blessures=plaie chute.hospitalisee=false chute.peur=true chute.causes=logement|chaussures chute.nombre=4"
                        .formatted(day(-46)));
        life.assessment.multidimensional(
                day(-84),
                situation(day(-84), 8, "6")
                        .say("medical.chutes", "4")
                        .say("medical.chute-grave", "true")
                        .say("katz.hygiene", "0.5")
                        .say("lawton.courses", "3")
                        .say("lawton.medicaments", "2"),
                Map.of(
                        "chutes-repetees", "SEVERE",
                        "aidant-epuise", "SEVERE",
                        "troubles-cognitifs", "MODEREE"));
        // seen again when the husband did not sleep any more: more help is needed, less falls
        life.assessment.aggir(day(-20), Aggir.GIR_4);
        life.assessment.result(day(-21), "mini-zarit", "6", "proche");
        life.assessment.tool(
                day(-19),
                "tug",
                "tug.temps=24.5 tug.aide=deambulateur tug.instable=true tug.seuil=20");
        life.assessment.tool(
                day(-19),
                "gds-15",
                gds("non oui oui oui non oui non oui oui oui non non non non oui"));
        life.assessment.multidimensional(
                day(-20),
                situation(day(-20), 9, "6")
                        .say("medical.chutes", "2")
                        .say("katz.hygiene", "0.5")
                        .say("katz.habillage", "0.5")
                        .say("katz.transferts", "0.5")
                        .say("lawton.courses", "3")
                        .say("lawton.repas", "3")
                        .say("lawton.medicaments", "2")
                        .say("lawton.transports", "4"),
                Map.of("perte-autonomie", "MODEREE", "repit", "SEVERE"));
    }

    /// A batch printed yesterday and still on the desk, letters to print, one that came back, one
    /// without an address; and the structure's own text of the report of a visit.
    void letters() {
        var visit = "visite|Compte rendu de visite à domicile";
        var at = Life.at(day(-1), 11, 0);
        var report =
                "Docteur,\n\nNous avons rencontré **Odette LEROY**, née le 12 avril 1942, à son domicile le 28 mai 2026.\nPersonnes présentes\u00A0: Mme Leroy et son mari.\n\n## Ce que nous avons constaté\n\nMarche avec une canne, deux chutes en mai. Le mari dort mal.\n\n- tapis dans le couloir\n- escalier sans seconde rampe\n\n## Derniers repères\n\n| Évaluation | Résultat | Date\n| AGGIR | GIR 4 | 4 mai 2026\n| Mini-Zarit | fardeau élevé | 4 mai 2026\n\n## Ce que nous proposons\n\nVisite de l’ergothérapeute à domicile, accueil de jour deux fois par semaine.\n\nNous restons à votre disposition, et vous remercions de nous signaler ce qui changerait dans la situation.\n\nBien cordialement,";
        var doctor =
                life.mail.letter(
                        at,
                        "MEDECIN_TRAITANT",
                        story.accounts.drMorel.name(),
                        "Cabinet médical fictif\n4 place d’Armes\n59500 Douai",
                        visit,
                        "visite à domicile du 28 mai 2026, Odette LEROY",
                        report,
                        false);
        var nurse =
                life.mail.letter(
                        at.plusSeconds(300),
                        "INTERVENANT",
                        "Lucie PETIT",
                        "12 rue des Exemples\n59500 Douai",
                        visit,
                        "visite à domicile du 28 mai 2026, Odette LEROY",
                        report.replace("Docteur", "Madame, Monsieur"),
                        false);
        var meeting =
                "Madame, Monsieur,\n\nNous vous invitons à une réunion de concertation au sujet de l’accompagnement de **Odette LEROY**\u00A0:\n\n- le mardi 16 juin 2026, à 14:00\u00A0;\n- lieu\u00A0: maison de santé (fictive) de Douai.\n\n--- Votre réponse, à nous renvoyer\n\n□ Je participerai sur place\n□ Je ne pourrai pas venir\n\n___";
        var invited = "rcp|Invitation à une réunion de concertation (RCP)";
        var husband =
                life.mail.letter(
                        at.plusSeconds(600),
                        "AUTRE",
                        "André LEROY",
                        "3 rue des Exemples\n59500 Douai",
                        invited,
                        "invitation à une réunion de concertation",
                        meeting,
                        false);
        life.mail.batch(Life.at(day(-1), 16, 20), List.of(doctor, husband, nurse));
        life.mail.letter(
                Life.at(day(-10), 9, 30),
                "STRUCTURE",
                "Conseil départemental du Nord, service APA",
                "Hôtel du Département (exemple)\n59000 Lille",
                "apa|Appui à une demande d’APA",
                "demande d’allocation personnalisée d’autonomie de Odette LEROY",
                "Madame, Monsieur,\n\nNous accompagnons **Odette LEROY** et appuyons sa demande d’allocation personnalisée d’autonomie.\n\nNous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.",
                false);
        life.mail.letter(
                Life.at(story.today, 8, 20),
                "INTERVENANT",
                "Accueil de jour Les Tilleuls (fictif)",
                null,
                invited,
                "invitation à une réunion de concertation",
                meeting,
                false);
        life.mail.letter(
                Life.at(day(-85), 10, 0),
                "PERSONNE",
                "Odette LEROY",
                "3 rue des Exemples\n59500 Douai",
                "information|Note d’information pour la personne",
                "notre accompagnement, vos informations et vos droits",
                "Madame,\n\nNotre rôle est de coordonner ceux qui vous soignent et vous aident. Rien ne commence sans votre accord.",
                true);
        life.mail.returned(
                Life.at(day(-14), 15, 0),
                "AUTRE",
                "Sylvie LEROY",
                "18 avenue du Modèle\n62300 Lens",
                "invitation à une réunion de concertation");
        new TemplatePart(story.copy, story.platform, story.today).write();
    }

    private LocalDate day(int fromToday) {
        return story.day(fromToday);
    }

    private Situation situation(LocalDate on, int burden, String zarit) {
        return new Situation(
                        on,
                        84,
                        "Maladie d’Alzheimer, stade léger",
                        "moderee",
                        "Rester dans sa maison avec son mari.")
                .say("cadre.participants", "personne", "famille", "idel")
                .say("medical.pathologie2", "Hypertension artérielle")
                .say("medical.pathologie2.gravite", "legere")
                .say("medical.medicaments", "6")
                .say("medical.preparation", "idel")
                .say("autonomie.marche", "canne")
                .say("psy.memoire", "true")
                .say("psy.memoire-precision", "Cherche ses mots, répète les questions")
                .say("social.ressources", "justes")
                .say("social.droits", "mutuelle")
                .say("social.droits-a-ouvrir", "apa")
                .say("env.etage", "true")
                .say("env.dangers", "tapis", "escalier")
                .carer("conjoint", burden, "fragile", "souhaite")
                .say("aidants.qui", "André LEROY")
                .say("aidants.cohabite", "true")
                .say("aidants.minizarit", zarit)
                .say("aidants.minizarit-date", on.toString())
                .say("projet.proches-qui", "Le mari")
                .say("projet.proches", "« Je ne dors plus. »");
    }

    /// The fifteen answers of the GDS, in order.
    private static String gds(String answers) {
        var words = answers.split(" ");
        return IntStream.rangeClosed(1, words.length)
                .mapToObj(n -> "gds15.q" + n + "=" + words[n - 1])
                .collect(Collectors.joining(" "));
    }
}
