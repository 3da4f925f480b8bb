package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/// 46, Hénin-Beaumont: alcohol, cirrhosis; opposes telling his GP about the CSAPA; silent for 21
/// days.
final class YannDelattre extends Story {

    YannDelattre(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var mt = near("MEDECIN_GENERALISTE", "62427");
        var life =
                life(
                        network,
                        "DEBRUYNE",
                        260,
                        new Life.Who(
                                "DELATTRE",
                                null,
                                "Yann",
                                "M",
                                today.minusYears(46).minusDays(40),
                                places.get("62427"),
                                true,
                                true,
                                null,
                                "DECLARE",
                                mt,
                                false,
                                "Ne veut pas que son médecin sache qu’il va au CSAPA",
                                null,
                                null));
        var request =
                request(
                        life,
                        day(-260),
                        "HOPITAL",
                        "HOSPITALISATIONS",
                        "« Il faut que ça s’arrête. »",
                        "ADDICTOLOGIE",
                        3,
                        "M1",
                        "M2",
                        "P4",
                        "S1",
                        "E1");
        life.file.include(
                request,
                "ADDICTOLOGIE",
                day(-250),
                3,
                "ACTIF",
                "Si confusion ou vomissement de sang : 15.",
                null,
                null,
                null,
                null);
        life.file.level(day(-250), 3, "Hospitalisations répétées, isolement");
        consents(life, day(-250), false);
        life.rights.right(
                day(-240),
                Told.granted("ALD", day(-500), day(1300), "CPAM").because("Cirrhose"),
                null);
        var aah =
                life.rights.right(
                        day(-40),
                        Told.refused("AAH", day(-40), "MDPH"),
                        null,
                        Step.done(
                                        day(-30),
                                        "Motif du refus lu avec lui : dossier médical incomplet",
                                        "L’assistante sociale du CSAPA")
                                .then(
                                        day(4),
                                        "Écrire le recours préalable",
                                        "L’assistante sociale du CSAPA"));
        life.consent(
                "PARTAGE_EQUIPE",
                "OPPOSITION_PARTIELLE",
                day(-240),
                "ORAL",
                "PERSONNE",
                null,
                null,
                mt.name(),
                "Suivi au CSAPA");
        life.circle.doctor(day(-250), null);
        var csapa = actor("CSAPA", life, day(-240));
        var hospital = professionals.organization("HOPITAL", life.who.home(), random);
        life.file.stay(day(-210), day(-199), true, hospital, "Sevrage");
        life.file.stay(day(-74), day(-66), false, hospital, "Décompensation");
        life.file.stay(day(-40), day(-33), false, hospital, "Chute, alcoolisation");
        life.assessment.tool(day(-235), "consommation-alcool", drinks(14, 12, 14, 10, 15, 18, 16));
        life.assessment.tool(day(-120), "consommation-alcool", drinks(6, 4, 6, 0, 8, 10, 8));
        life.assessment.tool(day(-60), "consommation-alcool", drinks(10, 8, 9, 8, 12, 14, 12));
        life.assessment.tool(day(-30), "consommation-alcool", drinks(2, 0, 0, 1, 2, 3, 2));
        life.assessment.result(day(-235), "audit-c", "11", "personne");
        life.assessment.result(day(-30), "audit-c", "7", "personne");
        life.assessment.multidimensional(
                day(-240),
                new Situation(
                                day(-240),
                                46,
                                "Cirrhose",
                                "severe",
                                "Revoir sa fille, garder son logement.")
                        .say("cadre.participants", "personne", "social")
                        .say("medical.pathologie2", "Trouble de l’usage de l’alcool")
                        .say("medical.pathologie2.gravite", "severe")
                        .say("medical.equilibre", "durable")
                        .say("medical.sejours", "1")
                        .say("medical.medicaments", "5")
                        .say("medical.observance", "mauvaise")
                        .say("medical.appetit", "diminue")
                        .say("psy.sommeil", "mauvais")
                        .say("psy.anxiete", "true")
                        .say("psy.addictions", "alcool", "tabac")
                        .say("phq2.interet", "2")
                        .say("phq2.tristesse", "2")
                        .say("social.vit-seul", "true")
                        .say("social.contacts", "rares")
                        .say("social.ressources", "insuffisantes")
                        .say("social.droits", "ald", "rsa", "c2s")
                        .say("env.type", "appartement")
                        .say("env.salubrite", "degrade")
                        .noCarer(),
                Map.of(
                        "addiction", "SEVERE",
                        "depression", "MODEREE",
                        "isolement", "SEVERE",
                        "ressources", "MODEREE"));
        // seen again at the way out of the last stay
        life.assessment.multidimensional(
                day(-33),
                new Situation(day(-33), 46, "Cirrhose", "severe", "« Il faut que ça s’arrête. »")
                        .say("cadre.lieu", "hopital")
                        .say("cadre.participants", "personne", "expert")
                        .say("medical.pathologie2", "Trouble de l’usage de l’alcool")
                        .say("medical.pathologie2.gravite", "severe")
                        .say("medical.equilibre", "durable")
                        .say("medical.sejours", "3")
                        .say("medical.sejours-urgence", "2")
                        .say("medical.medicaments", "6")
                        .say("medical.observance", "mauvaise")
                        .say("medical.chutes", "2")
                        .say("medical.appetit", "diminue")
                        .say("psy.sommeil", "mauvais")
                        .say("psy.addictions", "alcool", "tabac")
                        .say("phq2.interet", "2")
                        .say("phq2.tristesse", "3")
                        .say("social.vit-seul", "true")
                        .say("social.contacts", "rares")
                        .say("social.ressources", "insuffisantes")
                        .say("social.droits", "ald", "rsa", "c2s")
                        .homeNotSeen("temps")
                        .noCarer(),
                Map.of("hospitalisations-repetees", "SEVERE"));
        var back =
                aim(
                        life,
                        "MEDICAL",
                        "QUALITATIF",
                        "Revenir au CSAPA",
                        "Conduite addictive",
                        "Rendez-vous honorés",
                        "3 sur 4");
        var visit =
                act(
                        life,
                        back,
                        "SOINS",
                        "CONSULTATION",
                        "Rendez-vous au CSAPA",
                        csapa,
                        day(-220),
                        2,
                        "SEMAINE",
                        null,
                        1,
                        5);
        var liver =
                act(
                        life,
                        back,
                        "SOINS",
                        "CONSULTATION",
                        "Consultation d’hépatologie",
                        life.circle.professional(
                                professionals.specialist(
                                        "Hépato-gastro-entérologie", life.who.home(), random),
                                "INTERVENANT",
                                false,
                                day(-240),
                                null),
                        day(-90),
                        3,
                        "MOIS",
                        null,
                        14,
                        14);
        var plan = life.stable();
        life.careplan.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "SANS_OBJET",
                        day(-240),
                        day(-238),
                        day(-238),
                        "SANS_MT",
                        null,
                        day(-238).plusMonths(12)),
                new Life.Words(
                        "Cirrhose.",
                        "« Il faut que ça s’arrête. »",
                        null,
                        "Revoir sa fille.",
                        "RSA, logement à garder.",
                        "Cirrhose, séjours répétés.",
                        "Isolé, dettes.",
                        "Motivation qui varie.",
                        null,
                        "Confusion ou sang : 15.",
                        null,
                        List.of("Trouble de l’usage de l’alcool", "Cirrhose")),
                List.of(back),
                List.of(visit, liver),
                null);
        life.followup.occurrences(
                plan,
                visit,
                day(-232),
                day(400),
                (due, end, late) ->
                        !due.isBefore(day(-7))
                                ? Life.Done.WAITING
                                : due.isAfter(day(-21))
                                        ? Life.Done.WAITING
                                        : due.isAfter(day(-80))
                                                ? Life.Done.not("ABSENTE")
                                                : Life.Done.on(end));
        life.followup.occurrences(
                plan,
                liver,
                day(-232),
                day(400),
                (due, _, late) ->
                        late.isBefore(today) ? Life.Done.not("HOSPITALISEE") : Life.Done.WAITING);
        life.followup.contact(
                life.at(day(-21), 15, 0),
                "TELEPHONE",
                false,
                "Yann DELATTRE",
                "Personne",
                "JOINT",
                "Appel de suivi",
                "Dit aller mieux, ne viendra pas cette semaine.",
                null,
                false);
        life.followup.contact(
                life.at(day(-8), 11, 0),
                "TELEPHONE",
                false,
                "Yann DELATTRE",
                "Personne",
                "PAS_DE_REPONSE",
                "Appel de suivi",
                null,
                "Rappeler, puis passer",
                false);
        life.followup.task(
                "RAPPEL",
                "Rappeler, puis passer à son domicile",
                "Yann DELATTRE",
                today,
                LocalTime.of(11, 30));
        life.documents.letter(
                day(-38),
                aah,
                "ADMINISTRATIF",
                "Notification de refus de l’AAH",
                "Maison départementale (courrier fictif)",
                List.of("SOCIAL", "ACCUEIL", "PERSONNE"),
                "Votre demande d’allocation aux adultes handicapés est refusée : le certificat médical joint ne dit rien du retentissement dans la vie quotidienne. Vous pouvez former un recours préalable dans le délai indiqué au verso.");
        life.documents.letter(
                day(-45),
                "COURRIER_SORTIE",
                "Courrier de sortie, hépatologie",
                "Service d’hépatologie (établissement fictif)",
                List.of("SOINS", "MEDICAL"),
                "Troisième hospitalisation de l’année pour décompensation ascitique. Sevrage débuté, suivi en addictologie à reprendre sous huit jours.",
                "Ponction évacuatrice, régime peu salé, furosémide et spironolactone.");
    }

    /// Standard drinks from Monday to Sunday.
    private static String drinks(int... day) {
        return "alcool.lundi=%d alcool.mardi=%d alcool.mercredi=%d alcool.jeudi=%d alcool.vendredi=%d alcool.samedi=%d alcool.dimanche=%d"
                .formatted(day[0], day[1], day[2], day[3], day[4], day[5], day[6]);
    }
}
