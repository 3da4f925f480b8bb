package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
import java.util.List;
import java.util.Map;

/// 58, Lens: diabetes, kidney, obesity; retinal photograph 23 days late, HbA1c not received.
final class SamiaBenali extends Story {

    SamiaBenali(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var life =
                life(
                        network,
                        "CARPENTIER",
                        150,
                        who("BENALI", null, "Samia", "F", 58, "62498", true, accounts.drMorel));
        var request =
                request(
                        life,
                        day(-150),
                        "MEDECIN_TRAITANT",
                        "RUPTURE_SOINS",
                        "« J’ai peur de la dialyse, comme ma mère. »",
                        "DIABETOLOGIE",
                        2,
                        "M2",
                        "P4",
                        "R2",
                        "S1");
        life.file.include(
                request, "DIABETOLOGIE", day(-140), 2, "ACTIF", null, null, null, null, null);
        life.file.level(day(-140), 2, "Diabète déséquilibré, soins interrompus");
        consents(life, day(-140), false);
        life.rights.right(
                day(-135),
                Told.granted("ALD", day(-1200), day(600), "CPAM").because("Diabète de type 2"),
                null);
        life.rights.right(
                day(-135),
                Told.granted("C2S", day(-285), day(80), "CPAM"),
                null,
                Step.done(day(-20), "Avis d’imposition demandés à son fils", "Marion CARPENTIER")
                        .then(day(7), "Déposer la demande de renouvellement", "Samia BENALI"));
        life.circle.doctor(day(-140), accounts.drMorelAccount);
        life.mail.returned(
                Life.at(day(-12), 15, 0),
                "PERSONNE",
                "Samia BENALI",
                life.address(),
                "invitation à une réunion de concertation");
        var diet =
                life.circle.professional(
                        near(life, "DIETETICIEN"), "INTERVENANT", false, day(-138), null);
        var eyes =
                life.circle.professional(
                        professionals.specialist("Ophtalmologie", life.who.home(), random),
                        "INTERVENANT",
                        false,
                        day(-138),
                        null);
        life.assessment.problem(
                "Diabète mal équilibré", "MEDICAL", "SEVERE", day(-138), "HbA1c à 9,8 %");
        // she did not come to have her eyes photographed: she is to be called back
        life.assessment.screening(
                day(-24),
                "diabete.type=type2 diabete.insuline=true diabete.hba1c=9.8 diabete.equilibre=false diabete.ophtalmo=false diabete.cadre=reseau oeil.presence=absente pied.etat=fait pied.sensibilite=true pied.arteriopathie=false pied.deformation=false pied.antecedent=false rein.dfg=48 rein.albuminurie=120 rein.date=%s cardio.systolique=152 cardio.diastolique=88 cardio.tabac=jamais cardio.facteurs=hta|obesite"
                        .formatted(day(-40)),
                "RAPPEL",
                "Dépistage\u00a0: rappeler la personne",
                day(-24).plusMonths(1),
                0,
                null);
        life.assessment.tool(
                day(-120),
                "diagnostic-educatif",
                "etp.demande=mt etp.prescripteur=Dr_Anne_MOREL etp.niveau=complexe etp.accord=true etp.maladie=Diabète_de_type_2_depuis_quinze_ans etp.vie=Seule,_peu_de_sorties,_repas_pris_tard. etp.entourage=partiel etp.sait=Sait_doser_sa_glycémie,_pas_adapter_son_repas. etp.stade=tristesse etp.confiance=4 etp.projets=Revoir_ses_petits-enfants_à_la_mer. etp.importance=8 etp.ateliers=alimentation|apa etp.forme=individuel|collectif etp.objectifs=Composer_un_repas_;_marcher_trente_minutes. etp.bilan=%s"
                        .formatted(day(40)));
        life.assessment.tool(day(-60), "phq-2", "phq2.interet=2 phq2.tristesse=2");
        life.assessment.multidimensional(
                day(-138),
                new Situation(day(-138), 58, "Diabète de type 2", "severe", "Éviter la dialyse.")
                        .say("medical.pathologie2", "Insuffisance rénale chronique")
                        .say("medical.pathologie2.ald", "true")
                        .say("medical.pathologie2.gravite", "moderee")
                        .say("medical.pathologie3", "Obésité")
                        .say("medical.pathologie3.gravite", "severe")
                        .say("medical.equilibre", "durable")
                        .say("medical.medicaments", "8")
                        .say("medical.observance", "mauvaise")
                        .say("medical.poids", "104")
                        .say("medical.taille", "164")
                        .say("medical.vue", "gene")
                        .say("phq2.interet", "1")
                        .say("phq2.tristesse", "1")
                        .say("social.vit-seul", "true")
                        .say("social.contacts", "mois")
                        .say("social.ressources", "insuffisantes")
                        .say("social.soins-renonces", "true")
                        .say("social.droits", "ald", "c2s")
                        .say("social.droits-fin", day(45).toString())
                        .say("social.epices", "true")
                        .say("epices.travailleur-social", "oui")
                        .say("epices.complementaire", "oui")
                        .say("epices.couple", "non")
                        .say("epices.proprietaire", "non")
                        .say("epices.fin-de-mois", "oui")
                        .say("epices.sport", "non")
                        .say("epices.spectacle", "non")
                        .say("epices.vacances", "non")
                        .say("epices.famille", "oui")
                        .say("epices.hebergement", "oui")
                        .say("epices.aide", "non")
                        .say("env.type", "appartement")
                        .noCarer(),
                Map.of(
                        "desequilibre", "SEVERE",
                        "observance", "MODEREE",
                        "precarite", "MODEREE",
                        "isolement", "MODEREE"));
        var sugar =
                aim(
                        life,
                        "MEDICAL",
                        "BIOMEDICAL",
                        "Équilibrer le diabète",
                        "Diabète mal équilibré",
                        "HbA1c",
                        "moins de 8 %");
        var learn =
                aim(
                        life,
                        "EDUCATIF",
                        "QUALITATIF",
                        "Comprendre et adapter ses repas",
                        null,
                        null,
                        null);
        var photo =
                act(
                        life,
                        sugar,
                        "SOINS",
                        "EXAMEN",
                        "Photographie de la rétine",
                        eyes,
                        day(-67),
                        null,
                        null,
                        null,
                        30,
                        14); // window over 37 days ago: 23 days late
        var blood =
                act(
                        life,
                        sugar,
                        "SOINS",
                        "EXAMEN",
                        "HbA1c",
                        doctorOf(life),
                        day(-110),
                        3,
                        "MOIS",
                        null,
                        7,
                        7);
        var sessions =
                act(
                        life,
                        learn,
                        "EDUCATION",
                        "SEANCE_EDUCATION",
                        "Éducation thérapeutique",
                        diet,
                        day(-100),
                        1,
                        "MOIS",
                        null,
                        7,
                        10);
        var plan = life.stable();
        life.careplan.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "VALIDE_APRES_AMENDEMENT",
                        day(-130),
                        day(-128),
                        day(-120),
                        "AVIS",
                        null,
                        day(-120).plusMonths(11)),
                new Life.Words(
                        "Diabète de type 2, rein, obésité.",
                        "« J’ai peur de la dialyse. »",
                        null,
                        "Éviter la dialyse.",
                        "C2S à renouveler.",
                        "Trois maladies liées.",
                        "Loin des cabinets, sans voiture.",
                        "A honte de son poids.",
                        null,
                        null,
                        "Repas, activité, traitement : un atelier par mois.",
                        List.of("Diabète de type 2", "Insuffisance rénale chronique", "Obésité")),
                List.of(sugar, learn),
                List.of(photo, blood, sessions),
                null);
        life.careplan.opinion(
                plan,
                "VALIDE_APRES_AMENDEMENT",
                day(-120),
                "TELEPHONE",
                "Ajouter une HbA1c tous les trois mois.");
        life.followup.occurrences(plan, photo, day(-120), day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.occurrences(
                plan,
                blood,
                day(-120),
                day(400),
                (due, _, late) ->
                        due.isBefore(day(-60)) ? Life.Done.on(due.plusDays(2)) : Life.Done.WAITING);
        life.followup.occurrences(plan, sessions, day(-120), day(400), doneUntil(life));
        life.followup.contact(
                life.at(day(-12), 11, 0),
                "TELEPHONE",
                false,
                "Samia BENALI",
                "Personne",
                "MESSAGE",
                "Prise de sang non reçue",
                null,
                "Rappeler",
                false);
        life.documents.letter(
                day(-60),
                "COMPTE_RENDU",
                "Résultat : HbA1c et fonction rénale",
                "Laboratoire (fictif)",
                List.of("SOINS", "MEDICAL"),
                "Hémoglobine glyquée 9,8 %. Débit de filtration glomérulaire estimé 52 ml/min. Microalbuminurie 140 mg/24 h.");
        life.documents.letter(
                day(-130),
                "EVALUATION",
                "Bilan éducatif partagé",
                "Diététicienne du réseau",
                List.of("MEDICAL"),
                "Sait mesurer sa glycémie, n’adapte pas encore ses doses. Objectif choisi par elle : marcher trente minutes par jour et éviter la dialyse.");
    }
}
