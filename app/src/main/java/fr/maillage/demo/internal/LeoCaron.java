package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
import fr.maillage.kernel.FrenchDates;
import java.util.List;
import java.util.Map;

/// 6, Cambrai: multiple disability, epilepsy, separated parents; a paediatrician as MT, a special
/// educator leads.
final class LeoCaron extends Story {

    LeoCaron(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var paediatrician =
                professionals.named(
                        "MEDECIN_SPECIALISTE",
                        "Pédiatrie",
                        "DELVAUX",
                        "Irène",
                        places.get("59122"),
                        3);
        var life =
                life(
                        platform,
                        "FLORENT",
                        200,
                        new Life.Who(
                                "CARON",
                                null,
                                "Léo",
                                "M",
                                today.minusYears(6).minusDays(120),
                                places.get("59122"),
                                false,
                                false,
                                null,
                                "DECLARE",
                                paediatrician,
                                true,
                                null,
                                null,
                                "AEEH jusqu’au "
                                        + FrenchDates.numeric(day(60))
                                        + ". Parents séparés : accord du père attendu."));
        var request =
                request(
                        life,
                        day(-200),
                        "MEDICO_SOCIAL",
                        "ACCES_DROITS",
                        "La mère : « On répète tout à chaque rendez-vous. »",
                        "HANDICAP",
                        3,
                        "P1",
                        "P2",
                        "E3",
                        "R2",
                        "S1");
        life.file.include(
                request,
                "HANDICAP",
                day(-188),
                3,
                "ACTIF",
                "Crise de plus de 5 minutes : 15.",
                null,
                null,
                null,
                null);
        life.file.level(day(-188), 3, "Besoin durable, nombreux intervenants");
        var aeeh =
                life.rights.right(
                        day(-180),
                        Told.granted("AEEH", day(-670), day(60), "MDPH").worth("565.45"),
                        null);
        life.rights.right(
                day(-20),
                Told.asked("AEEH", day(-6), "MDPH"),
                aeeh,
                Step.done(day(-20), "Formulaire rempli avec la mère", "L’éducatrice spécialisée"),
                Step.done(day(-6), "Dossier déposé, certificat du pédiatre joint", "La mère de Léo")
                        .then(
                                day(15),
                                "Demander l’accord du père, attendu par la MDPH",
                                "Le coordonnateur de cas"));
        life.rights.right(
                day(-180), Told.granted("PCH", day(-400), day(420), "MDPH").worth("618.00"), null);
        life.consent(
                "ACCOMPAGNEMENT",
                "DONNE",
                day(-188),
                "ECRIT",
                "REPRESENTANT",
                "Sandrine CARON, mère",
                null,
                null,
                null);
        life.consent(
                "PARTAGE_EQUIPE",
                "DONNE",
                day(-188),
                "ORAL",
                "REPRESENTANT",
                "Sandrine CARON, mère",
                null,
                null,
                null);
        life.consent(
                "ACCOMPAGNEMENT",
                "A_CONFIRMER",
                day(-180),
                "TELEPHONE",
                "REPRESENTANT",
                "Olivier CARON, père",
                null,
                null,
                "Le père n’a pas encore répondu");
        life.circle.doctor(day(-188), null);
        life.circle.actor(
                "PROFESSIONNEL",
                "MEDICO_SOCIAL",
                "COORDONNATEUR_DE_CAS",
                true,
                "Maud THERY",
                "Éducatrice spécialisée",
                null,
                Names.landline(random),
                null,
                null,
                null,
                day(-180),
                List.of("SOINS", "SOCIAL", "EDUCATION", "AIDE", "TACHES"),
                true);
        life.circle.relative(
                "Sandrine CARON",
                "mère",
                "REPRESENTANT_LEGAL",
                "AUTORITE_PARENTALE",
                day(-188),
                null);
        life.circle.relative(
                "Olivier CARON",
                "père",
                "REPRESENTANT_LEGAL",
                "AUTORITE_PARENTALE",
                day(-188),
                null);
        life.assessment.result(day(-175), "gmfcs", "4", "professionnel");
        life.assessment.tool(
                day(-174),
                "besoins-enfant",
                "enfant.soins=couvert enfant.suivi=couvert enfant.reeducation=partiel enfant.alimentation=partiel enfant.sommeil=non-couvert enfant.douleur=couvert enfant.communication=partiel enfant.ecole=partiel enfant.accueil=non-couvert enfant.materiel=couvert enfant.logement=partiel enfant.transport=couvert enfant.loisirs=non-couvert enfant.parents=partiel enfant.fratrie=sans-objet enfant.repit=non-couvert enfant.droits=partiel enfant.autorite=deux enfant.accord-parents=false enfant.attentes=Du_répit_et_une_place_à_l’IME_sans_changer_d’école_trop_vite.");
        life.assessment.multidimensional(
                day(-180),
                new Situation(
                                day(-180),
                                5,
                                "Polyhandicap",
                                "severe",
                                "Léo aime l’eau et la musique ; il veut rester avec ses copains.")
                        .say("cadre.participants", "personne", "famille", "social", "representant")
                        .say("medical.pathologie2", "Épilepsie")
                        .say("medical.pathologie2.ald", "true")
                        .say("medical.pathologie2.gravite", "severe")
                        .say("medical.equilibre", "recent")
                        .say("medical.sejours", "2")
                        .say("medical.sejours-urgence", "2")
                        .say("medical.medicaments", "4")
                        .say("medical.preparation", "proche")
                        .say("autonomie.marche", "fauteuil")
                        .without("katz", "inadapte")
                        .without("lawton", "inadapte")
                        .without("phq2", "inadapte")
                        .say("social.contacts", "jours")
                        .say("social.droits", "ald", "aeeh")
                        .say("social.droits-fin", day(60).toString())
                        .say("social.protection", "mineur")
                        .say("env.salle-eau", "inadapte")
                        .carer("parent", 7, "moyenne", "souhaite")
                        .say("aidants.qui", "Sandrine CARON")
                        .say("projet.representant-qui", "Sandrine CARON, mère")
                        .say(
                                "projet.representant",
                                "Moins d’allers-retours, et l’école du quartier.")
                        .say("projet.desaccord", "true")
                        .say("projet.desaccord-precision", "Le père n’a pas encore été rencontré."),
                Map.of("aidant-epuise", "MODEREE", "desaccord", "MODEREE"));
        life.assessment.problem(
                "Parcours de soins éclaté",
                "MEDICAL",
                "SEVERE",
                day(-180),
                "Sept intervenants, trois lieux");
        var shared =
                aim(
                        life,
                        "SOCIAL",
                        "QUALITATIF",
                        "Un projet partagé entre l’école, les soins et les deux maisons",
                        "Parcours de soins éclaté",
                        null,
                        null);
        var speech =
                act(
                        life,
                        shared,
                        "SOINS",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "Orthophonie",
                        life.circle.professional(
                                near(life, "ORTHOPHONISTE"), "INTERVENANT", false, day(-180), null),
                        day(-150),
                        1,
                        "SEMAINE",
                        null,
                        1,
                        5);
        var mdph =
                act(
                        life,
                        shared,
                        "AIDE",
                        "AIDE_FINANCIERE_OU_SOCIALE",
                        "Renouvellement de l’AEEH à la MDPH",
                        actor("CCAS", life, day(-150)),
                        day(-10),
                        null,
                        null,
                        null,
                        40,
                        10);
        var neuro =
                act(
                        life,
                        shared,
                        "SOINS",
                        "CONSULTATION",
                        "Consultation de neurologie",
                        life.circle.professional(
                                professionals.specialist("Neurologie", life.who.home(), random),
                                "INTERVENANT",
                                false,
                                day(-180),
                                null),
                        day(-120),
                        4,
                        "MOIS",
                        null,
                        30,
                        15);
        var plan = life.stable();
        life.careplan.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "VALIDE",
                        day(-165),
                        day(-163),
                        day(-155),
                        "AVIS",
                        null,
                        day(-155).plusMonths(12)),
                new Life.Words(
                        "Épilepsie, polyhandicap.",
                        "Léo aime l’eau et la musique.",
                        "La mère : moins d’allers-retours. Le père n’a pas encore été rencontré.",
                        "Rester à l’école du quartier.",
                        "AEEH à renouveler.",
                        "Épilepsie instable.",
                        null,
                        "Parents séparés, désaccord possible.",
                        "Aide pour tous les actes.",
                        "Crise de plus de 5 minutes : 15.",
                        null,
                        List.of("Polyhandicap", "Épilepsie")),
                List.of(shared),
                List.of(speech, mdph, neuro),
                "Maud THERY");
        life.careplan.opinion(
                plan, "VALIDE", day(-155), "REUNION", "Réunion avec l’école et l’éducatrice.");
        for (var act : List.of(speech, neuro))
            life.followup.occurrences(plan, act, day(-155), day(400), doneUntil(life));
        life.followup.occurrences(plan, mdph, day(-155), day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.contact(
                life.at(day(-9), 17, 0),
                "TELEPHONE",
                false,
                "Olivier CARON",
                "Père",
                "PAS_DE_REPONSE",
                "Accord du père",
                null,
                "Écrire",
                false);
        life.documents.letter(
                day(-80),
                "ADMINISTRATIF",
                "Notification de la maison du handicap : AEEH",
                "MDPH (courrier fictif)",
                List.of("SOCIAL", "ACCUEIL", "PERSONNE"),
                "L’allocation d’éducation de l’enfant handicapé est attribuée. La date de fin figure au tableau ; la demande de renouvellement se dépose six mois avant.");
        life.documents.letter(
                day(-50),
                "COMPTE_RENDU",
                "Compte rendu de neuropédiatrie",
                "Consultation de neuropédiatrie (établissement fictif)",
                List.of("SOINS", "MEDICAL"),
                "Épilepsie stabilisée sous valproate et lévétiracétam. Protocole en cas de crise de plus de cinq minutes remis à l’école et aux deux parents.");
    }
}
