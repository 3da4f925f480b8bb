package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/// 84, Douai: falls, early Alzheimer, exhausted husband; physiotherapy missed twice, no
/// occupational therapist found.
final class OdetteLeroy extends Story {

    OdetteLeroy(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var life =
                life(
                        platform,
                        "DUMONT",
                        96,
                        who(
                                "LAMBERT",
                                "LEROY",
                                "Odette",
                                "F",
                                84,
                                "59178",
                                false,
                                accounts.drMorel));
        var asked = life.at(day(-96), 10, 15);
        var request =
                life.intake.request(
                        asked,
                        "MEDECIN_TRAITANT",
                        accounts.drMorel.name(),
                        "Médecin généraliste",
                        accounts.drMorel.rpps(),
                        List.of("MAINTIEN_DOMICILE", "AIDANT_EPUISE"),
                        "« Je veux rester dans ma maison, avec André. »",
                        "RAPIDE",
                        "INFORMEE_ACCORD",
                        "EST_L_ADRESSEUR",
                        "GERONTOLOGIE",
                        "ACCOMPAGNEMENT",
                        3,
                        life.coordinator,
                        null,
                        null);
        life.intake.analysis(
                request,
                life.at(day(-94), 14, 0),
                found("P3", "P5", "E2", "R2", "M4"),
                3,
                null,
                "AVEC_MT",
                "Deux chutes en un mois, le mari ne dort plus.");
        life.file.include(
                request,
                "GERONTOLOGIE",
                day(-90),
                3,
                "ACTIF",
                "En cas de chute ou de désorientation : appeler André, puis l’infirmière, puis le 15.",
                null,
                null,
                null,
                null);
        life.file.level(day(-90), 2, "Situation complexe, épisode aigu");
        life.file.crisis(
                day(-40),
                "Son mari André, puis leur fille Isabelle ; la voisine, Mme Blot, a les clés.",
                "En cas de chute : ne pas la relever seul, la couvrir, appeler le 15. Si elle est perdue : lui parler de son jardin, fermer le gaz et la porte d’entrée.",
                "Troubles cognitifs. Anticoagulant : toute chute avec choc à la tête est vue aux urgences. Pas de somnifère.",
                "chez le médecin traitant",
                "Pénicilline (éruption)",
                "Amlodipine 5 mg le matin, donépézil 10 mg le soir, apixaban 5 mg matin et soir",
                "Porte des lunettes, un appareil auditif à gauche. Se rassure quand son mari est près d’elle.");
        life.file.level(day(-60), 3, "Besoin durable : troubles cognitifs, aidant épuisé");
        for (int step = 1; step <= 3; step++) life.file.step(3, step, day(-60 + step * 6));
        consents(life, day(-90), true);
        life.rights.right(
                day(-85),
                Told.granted("ALD", day(-700), day(1100), "CPAM").because("Maladie d’Alzheimer"),
                null);
        life.rights.right(
                day(-62),
                Told.granted("APA", day(-400), day(52), "DEPARTEMENT").worth("742.18"),
                null,
                Step.done(day(-8), "Demande de révision préparée avec Isabelle", "Claire DUMONT")
                        .then(day(3), "Envoyer la demande de révision de l’APA", "Isabelle LEROY"));
        life.circle.doctor(day(-90), accounts.drMorelAccount);
        var nurse =
                life.circle.professional(
                        accounts.nurseLucie,
                        "COORDONNATEUR_DE_CAS",
                        true,
                        day(-88),
                        accounts.nurseAccount);
        var physio =
                life.circle.professional(
                        near(life, "MASSEUR_KINE"), "INTERVENANT", false, day(-85), null);
        var help =
                life.circle.actor(
                        "PROFESSIONNEL",
                        "MEDICO_SOCIAL",
                        "INTERVENANT",
                        false,
                        "Brigitte CARLIER",
                        "Aide à domicile",
                        null,
                        Names.landline(random),
                        null,
                        null,
                        accounts.homeHelpAccount,
                        day(-85),
                        List.of("AIDE", "TACHES"),
                        true);
        life.circle.relative("André LEROY", "mari", "PROCHE", null, day(-90), null);
        life.circle.relative(
                "Isabelle LEROY",
                "fille",
                "AIDANT_PRINCIPAL",
                null,
                day(-90),
                accounts.carerAccount);
        accounts.carerOf(life.id);
        var papers = new OdettesPapers(this, life);
        papers.evaluations();

        var safe =
                aim(
                        life,
                        "MEDICAL",
                        "BIOMEDICAL",
                        "Ne plus tomber",
                        "Chutes répétées",
                        "Chutes par trimestre",
                        "0");
        var rest =
                aim(
                        life,
                        "SOCIAL",
                        "QUALITATIF",
                        "Soulager son mari",
                        "Aidant épuisé",
                        "Nuits complètes par semaine",
                        "3");
        var start = day(-70);
        var visits =
                act(
                        life,
                        safe,
                        "SOINS",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "Passage infirmier et pilulier",
                        nurse,
                        start,
                        1,
                        "SEMAINE",
                        null,
                        1,
                        3);
        var walking =
                new Life.Act(
                        life.stable(),
                        safe.id(),
                        "SOINS",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "Kinésithérapie : équilibre et marche",
                        physio,
                        day(-28),
                        null,
                        1,
                        "SEMAINE",
                        12,
                        Set.of(2, 5),
                        0,
                        2);
        var home =
                act(
                        life,
                        safe,
                        "SOINS",
                        "EVALUATION",
                        "Visite d’un ergothérapeute à domicile",
                        Life.Actor.NOBODY,
                        day(-30),
                        null,
                        null,
                        null,
                        45,
                        15);
        var helpAct =
                act(
                        life,
                        rest,
                        "AIDE",
                        "SERVICE_A_LA_PERSONNE",
                        "Aide à la toilette et au lever",
                        help,
                        start,
                        1,
                        "SEMAINE",
                        null,
                        1,
                        3);
        var respite =
                act(
                        life,
                        rest,
                        "AIDE",
                        "AIDE_FINANCIERE_OU_SOCIALE",
                        "Dossier APA et accueil de jour",
                        actor("CCAS", life, day(-70)),
                        day(-40),
                        null,
                        null,
                        null,
                        60,
                        14);
        var words =
                new Life.Words(
                        "Chutes, maladie d’Alzheimer au stade léger, hypertension.",
                        "« Je veux rester dans ma maison, avec André. »",
                        "Le mari : « Je ne dors plus. » La fille vient le samedi.",
                        "Finir ses jours chez elle, voir ses petits-enfants.",
                        "APA à demander ; retraite modeste, propriétaires.",
                        "Plusieurs pathologies, traitement à surveiller.",
                        null,
                        "Le mari refuse qu’on parle d’établissement.",
                        "Aide pour la toilette et les déplacements.",
                        "En cas de chute : André, puis l’infirmière, puis le 15.",
                        null,
                        List.of(
                                "Maladie d’Alzheimer, stade léger",
                                "Chutes répétées",
                                "Hypertension artérielle"));
        var plan = life.stable();
        life.careplan.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "VALIDE",
                        day(-76),
                        day(-74),
                        day(-70),
                        "AVIS",
                        null,
                        day(-70).plusMonths(6)),
                words,
                List.of(safe, rest),
                List.of(visits, walking, home, helpAct, respite),
                accounts.nurseLucie.name());
        life.careplan.opinion(
                plan,
                "VALIDE",
                day(-70),
                "TELEPHONE",
                "D’accord avec l’ensemble ; prévenir si nouvelle chute.");
        life.careplan.handedOver(plan, day(-66), true);
        // begun yesterday from the new evaluation: what it proposes waits there
        life.careplan.plan(
                new Life.Version(
                        life.stable(),
                        2,
                        plan,
                        "BROUILLON",
                        "ATTENDU",
                        "Son mari s’épuise, elle marche moins",
                        Life.at(day(-1), 10, 0),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        day(-1).plusMonths(6)),
                words,
                List.of(safe, rest),
                List.of(visits, walking, home, helpAct, respite),
                accounts.nurseLucie.name());
        life.followup.occurrences(plan, visits, start, day(400), doneUntil(life));
        life.followup.occurrences(plan, helpAct, start, day(400), doneUntil(life));
        life.followup.occurrences(plan, home, start, day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.occurrences(plan, respite, start, day(400), (_, _, _) -> Life.Done.WAITING);
        // two sessions of last week without news: the alert everybody sees first
        life.followup.occurrences(
                plan,
                walking,
                start,
                day(400),
                (due, _, late) -> due.isBefore(day(-9)) ? Life.Done.on(due) : Life.Done.WAITING);
        life.followup.contact(
                life.at(day(-6), 16, 40),
                "TELEPHONE",
                true,
                "Isabelle LEROY",
                "Fille",
                "JOINT",
                "La kinésithérapeute n’est pas venue",
                "Pas de séance cette semaine ni la précédente ; sa mère marche moins.",
                "Rappeler le cabinet",
                false);
        life.followup.contact(
                life.at(day(-20), 10, 0),
                "VISITE",
                false,
                "Odette LEROY",
                "Personne",
                "JOINT",
                "Visite à domicile",
                "Marche avec une canne, mari fatigué.",
                "Accueil de jour",
                true);
        life.followup.task(
                "RAPPEL",
                "Rappeler le cabinet de kinésithérapie",
                "Cabinet de kinésithérapie",
                today,
                LocalTime.of(10, 0));
        life.followup.task(
                "TACHE", "Chercher un ergothérapeute qui se déplace", null, day(2), null);
        life.followup.appointment(
                "VISITE", life.at(today, 14, 0), 60, "Visite avec l’infirmière", null);
        life.read(
                life.at(day(-3), 9, 12),
                life.coordinator.account(),
                life.coordinator.name() + " (Coordonnateur d’appui)",
                "PPS");
        accounts.drMorelReads(life, life.at(day(-2), 18, 5), "SYNTHESE");
        life.documents.letter(
                day(-75),
                "COURRIER_SORTIE",
                "Courrier de sortie, gériatrie",
                "Centre hospitalier (établissement fictif)",
                List.of("SOINS", "MEDICAL"),
                "Séjour en court séjour gériatrique après une chute au domicile. Bilan : hypotension orthostatique, troubles de la marche, maladie d’Alzheimer au stade léger.",
                "Traitement de sortie : amlodipine 5 mg le matin, donépézil 10 mg le soir. Arrêt du zolpidem, qui favorise les chutes.",
                "Propositions : kinésithérapie de l’équilibre deux fois par semaine, visite d’un ergothérapeute au domicile, accueil de jour pour soulager le conjoint.");
        life.documents.letter(
                day(-70),
                "ACCORD_SIGNE",
                "Accord à l’accompagnement, signé",
                "Odette Leroy",
                List.of("SOCIAL", "ACCUEIL", "PERSONNE"),
                "Je soussignée accepte d’être accompagnée et que les professionnels qui me soignent échangent ce qui est utile à mon accompagnement.",
                "Fait à Douai, lu et approuvé.");
        life.documents.letter(
                day(-20),
                "COMPTE_RENDU",
                "Visite à domicile : mari fatigué",
                "Claire Dumont",
                List.of("SOINS", "MEDICAL"),
                "Marche avec une canne, tapis dans le couloir, escalier raide sans seconde rampe. Le mari dort mal et ne sort plus.",
                "Proposition : accueil de jour deux fois par semaine, visite de l’ergothérapeute à organiser.");
        life.documents.scan(
                day(-6),
                "ORDONNANCE",
                "Ordonnance de kinésithérapie",
                "Dr Anne Morel",
                List.of("SOINS", "MEDICAL"));
        papers.letters();
    }
}
