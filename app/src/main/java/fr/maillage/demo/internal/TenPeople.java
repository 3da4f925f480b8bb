package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The ten persons everyone meets, each a story that a team knows, and a family of the perinatal
/// kind. Invented, like everybody here. Days are told from the day the demonstration opens (Tuesday
/// 2 June 2026).
final class TenPeople {

    private static final Set<Integer> ANY_DAY = Set.of();

    private final Copy copy;
    private final Places places;
    private final Professionals professionals;
    private final List<Grid> grid;
    private final Accounts accounts;
    private final Structure platform;
    private final Structure network;
    private final Structure dac;
    private final LocalDate today;
    private final RandomGenerator random;

    TenPeople(
            Copy copy,
            Places places,
            Professionals professionals,
            List<Grid> grid,
            Accounts accounts,
            List<Structure> structures,
            LocalDate today,
            RandomGenerator random) {
        this.copy = copy;
        this.places = places;
        this.professionals = professionals;
        this.grid = grid;
        this.accounts = accounts;
        this.platform = structures.get(0);
        this.network = structures.get(1);
        this.dac = structures.get(2);
        this.today = today;
        this.random = random;
    }

    void write() {
        odetteLeroy();
        marcelBauduin();
        samiaBenali();
        yannDelattre();
        mariamaDiallo();
        jeanWiart();
        leoCaron();
        nadegeFlament();
        vasseurs();
        monsieurTM();
        perinatalFamily();
        adviceAboutNobody();
    }

    /// 84, Douai: falls, early Alzheimer, exhausted husband; physiotherapy missed twice, no
    /// occupational therapist found.
    private void odetteLeroy() {
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
                life.request(
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
        life.analysis(
                request,
                life.at(day(-94), 14, 0),
                found("P3", "P5", "E2", "R2", "M4"),
                3,
                null,
                "AVEC_MT",
                "Deux chutes en un mois, le mari ne dort plus.");
        life.include(
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
        life.level(day(-90), 2, "Situation complexe, épisode aigu");
        life.level(day(-60), 3, "Besoin durable : troubles cognitifs, aidant épuisé");
        for (int step = 1; step <= 3; step++) life.step(3, step, day(-60 + step * 6));
        consents(life, day(-90), true);
        life.doctor(day(-90), accounts.drMorelAccount);
        var nurse =
                life.professional(
                        accounts.nurseLucie,
                        "COORDONNATEUR_DE_CAS",
                        true,
                        day(-88),
                        accounts.nurseAccount);
        var physio =
                life.professional(near(life, "MASSEUR_KINE"), "INTERVENANT", false, day(-85), null);
        var help =
                life.actor(
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
        life.relative("André LEROY", "mari", "PROCHE", null, day(-90), null);
        life.relative(
                "Isabelle LEROY",
                "fille",
                "AIDANT_PRINCIPAL",
                null,
                day(-90),
                accounts.carerAccount);
        accounts.carerOf(life.id);
        life.aggir(day(-84), Aggir.GIR_4, 84);
        life.multidimensional(
                day(-84),
                84,
                Map.of(
                        "medical.chutes",
                        "4",
                        "psy.memoire",
                        "true",
                        "aidants.present",
                        "true",
                        "aidants.lien",
                        "conjoint",
                        "aidants.charge",
                        "9",
                        "aidants.minizarit",
                        "6",
                        "aidants.minizarit-date",
                        day(-84).toString(),
                        "social.vit-seul",
                        "false",
                        "projet.personne",
                        "Rester dans sa maison avec son mari."));
        life.problem(
                "Chutes répétées",
                "AUTONOMIE",
                "SEVERE",
                day(-84),
                "4 chutes dans les 12 derniers mois");
        life.problem(
                "Aidant épuisé", "AIDANT", "SEVERE", day(-84), "Mini-Zarit à 6 : charge sévère");
        life.problem(
                "Troubles de la mémoire",
                "PSYCHOLOGIQUE",
                "MODEREE",
                day(-84),
                "Plainte de mémoire, consultation en cours");

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
        life.plan(
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
        life.opinion(
                plan,
                "VALIDE",
                day(-70),
                "TELEPHONE",
                "D’accord avec l’ensemble ; prévenir si nouvelle chute.");
        life.handedOver(plan, day(-66), true);
        life.occurrences(plan, visits, start, day(400), doneUntil(life));
        life.occurrences(plan, helpAct, start, day(400), doneUntil(life));
        life.occurrences(plan, home, start, day(400), (_, _, _) -> Life.Done.WAITING);
        life.occurrences(plan, respite, start, day(400), (_, _, _) -> Life.Done.WAITING);
        // two sessions of last week without news: the alert everybody sees first
        life.occurrences(
                plan,
                walking,
                start,
                day(400),
                (due, _, late) -> due.isBefore(day(-9)) ? Life.Done.on(due) : Life.Done.WAITING);
        life.contact(
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
        life.contact(
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
        life.task(
                "RAPPEL",
                "Rappeler le cabinet de kinésithérapie",
                "Cabinet de kinésithérapie",
                today,
                LocalTime.of(10, 0));
        life.task("TACHE", "Chercher un ergothérapeute qui se déplace", null, day(2), null);
        life.appointment("VISITE", life.at(today, 14, 0), 60, "Visite avec l’infirmière", null);
        life.read(
                life.at(day(-3), 9, 12),
                life.coordinator.account(),
                life.coordinator.name() + " (Coordonnateur d’appui)",
                "PPS");
        life.read(
                life.at(day(-2), 18, 5),
                accounts.drMorelAccount,
                "Dr Anne MOREL (Professionnel du cercle)",
                "SYNTHESE");
    }

    /// 71, Somain: metastatic lung cancer; an urgency on a Friday at 16:40, its 48 h on a Sunday;
    /// died at home.
    private void marcelBauduin() {
        var died = day(-3);
        var mt = near("MEDECIN_GENERALISTE", "59574");
        var life =
                life(
                        platform,
                        "BELKACEM",
                        11,
                        new Life.Who(
                                "BAUDUIN",
                                null,
                                "Marcel",
                                "M",
                                today.minusYears(71).minusDays(80),
                                places.get("59574"),
                                false,
                                false,
                                null,
                                "DECLARE",
                                mt,
                                true,
                                null,
                                died,
                                null));
        var friday = life.at(day(-11), 16, 40);
        var request =
                life.request(
                        friday,
                        "MEDECIN_TRAITANT",
                        mt.name(),
                        "Médecin généraliste",
                        mt.rpps(),
                        List.of("FIN_DE_VIE", "RETOUR_DOMICILE"),
                        "« Je veux mourir chez moi. »",
                        "URGENTE",
                        "INFORMEE_ACCORD",
                        "EST_L_ADRESSEUR",
                        "SOINS_PALLIATIFS",
                        "ACCOMPAGNEMENT",
                        3,
                        life.coordinator,
                        null,
                        null);
        life.analysis(
                request,
                life.at(day(-11), 17, 20),
                found("M3", "M1", "E2", "R2"),
                3,
                null,
                "AVEC_MT",
                "Douleurs mal contrôlées, épouse inquiète.");
        life.urgency(
                request,
                friday,
                "Infirmière libérale et HAD prévenues, passage le soir même",
                professionals.organization("HAD", life.who.home(), random),
                life.at(day(-10), 16, 40),
                life.at(day(-10), 11, 30),
                "TELEPHONE",
                life.at(day(-9), 16, 40),
                "HAD, infirmière de garde le dimanche",
                life.at(day(-9), 10, 45),
                "AUTRE",
                life.at(day(-7), 9, 30),
                3);
        life.include(
                request,
                "SOINS_PALLIATIFS",
                day(-7),
                3,
                "CLOS",
                null,
                null,
                died,
                "DECES",
                "À domicile, auprès de son épouse");
        life.level(day(-7), 3, "Sortie du circuit d’urgence");
        consents(life, day(-7), true);
        life.doctor(day(-7), null);
        var nurse =
                life.professional(
                        near(life, "INFIRMIER"), "COORDONNATEUR_DE_CAS", true, day(-7), null);
        life.relative("Thérèse BAUDUIN", "épouse", "AIDANT_PRINCIPAL", null, day(-7), null);
        life.problem("Douleur mal contrôlée", "MEDICAL", "SEVERE", day(-7), "Douleur à 7 sur 10");
        var comfort =
                aim(
                        life,
                        "MEDICAL",
                        "BIOMEDICAL",
                        "Douleur soulagée",
                        "Douleur mal contrôlée",
                        "Échelle numérique",
                        "moins de 4");
        var care =
                new Life.Act(
                        life.stable(),
                        comfort.id(),
                        "SOINS",
                        "EVALUATION",
                        "Passage infirmier, douleur et confort",
                        nurse,
                        day(-6),
                        null,
                        1,
                        "JOUR",
                        20,
                        ANY_DAY,
                        0,
                        1);
        var plan = life.stable();
        life.plan(
                new Life.Version(
                        plan,
                        1,
                        null,
                        "CLOS",
                        "VALIDE",
                        null,
                        life.at(day(-7), 11, 0),
                        life.at(day(-7), 14, 0),
                        life.at(day(-6), 9, 0),
                        "AVIS",
                        null,
                        null,
                        life.at(day(-3), 15, 0),
                        day(25)),
                new Life.Words(
                        "Cancer du poumon métastatique.",
                        "« Je veux mourir chez moi. »",
                        "L’épouse veut être là, et aidée la nuit.",
                        "Rester chez lui, voir son fils.",
                        null,
                        "Douleurs, essoufflement.",
                        null,
                        "Peur d’étouffer.",
                        "Alité.",
                        "Douleur : pompe ; appeler la HAD jour et nuit.",
                        null,
                        List.of("Cancer du poumon métastatique")),
                List.of(comfort),
                List.of(care),
                nurse.name());
        life.opinion(plan, "VALIDE", day(-6), "TELEPHONE", "D’accord.");
        life.occurrences(plan, care, day(-6), day(-4), (due, _, late) -> Life.Done.on(due));
        life.cancelledMessage(
                life.at(day(-5), 9, 0),
                mt.name(),
                "Nouvelles de la semaine",
                "Décès le " + fr.maillage.kernel.FrenchDates.numeric(died));
        life.contact(
                life.at(day(-3), 15, 10),
                "TELEPHONE",
                true,
                "Thérèse BAUDUIN",
                "Épouse",
                "JOINT",
                "Décès à domicile",
                "Il est parti calmement ce matin.",
                "Rappeler lundi",
                true);
        life.contact(
                life.at(day(-1), 10, 0),
                "TELEPHONE",
                false,
                "Thérèse BAUDUIN",
                "Épouse",
                "JOINT",
                "Appel à la veuve",
                "Remercie l’équipe ; son fils est là.",
                null,
                false);
    }

    /// 58, Lens: diabetes, kidney, obesity; retinal photograph 23 days late, HbA1c not received.
    private void samiaBenali() {
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
        life.include(request, "DIABETOLOGIE", day(-140), 2, "ACTIF", null, null, null, null, null);
        life.level(day(-140), 2, "Diabète déséquilibré, soins interrompus");
        consents(life, day(-140), false);
        life.doctor(day(-140), accounts.drMorelAccount);
        var diet =
                life.professional(near(life, "DIETETICIEN"), "INTERVENANT", false, day(-138), null);
        var eyes =
                life.professional(
                        professionals.specialist("Ophtalmologie", life.who.home(), random),
                        "INTERVENANT",
                        false,
                        day(-138),
                        null);
        life.problem("Diabète mal équilibré", "MEDICAL", "SEVERE", day(-138), "HbA1c à 9,8 %");
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
        life.plan(
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
        life.opinion(
                plan,
                "VALIDE_APRES_AMENDEMENT",
                day(-120),
                "TELEPHONE",
                "Ajouter une HbA1c tous les trois mois.");
        life.occurrences(plan, photo, day(-120), day(400), (_, _, _) -> Life.Done.WAITING);
        life.occurrences(
                plan,
                blood,
                day(-120),
                day(400),
                (due, _, late) ->
                        due.isBefore(day(-60)) ? Life.Done.on(due.plusDays(2)) : Life.Done.WAITING);
        life.occurrences(plan, sessions, day(-120), day(400), doneUntil(life));
        life.contact(
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
    }

    /// 46, Hénin-Beaumont: alcohol, cirrhosis; opposes telling his GP about the CSAPA; silent for
    /// 21 days.
    private void yannDelattre() {
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
        life.include(
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
        life.level(day(-250), 3, "Hospitalisations répétées, isolement");
        consents(life, day(-250), false);
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
        life.doctor(day(-250), null);
        var csapa = actor("CSAPA", life, day(-240));
        var hospital = professionals.organization("HOPITAL", life.who.home(), random);
        life.stay(day(-210), day(-199), true, hospital, "Sevrage");
        life.stay(day(-74), day(-66), false, hospital, "Décompensation");
        life.stay(day(-40), day(-33), false, hospital, "Chute, alcoolisation");
        life.problem(
                "Consommation d’alcool",
                "PSYCHOLOGIQUE",
                "SEVERE",
                day(-240),
                "Trois séjours dans l’année");
        var back =
                aim(
                        life,
                        "MEDICAL",
                        "QUALITATIF",
                        "Revenir au CSAPA",
                        "Consommation d’alcool",
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
                        life.professional(
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
        life.plan(
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
        life.occurrences(
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
        life.occurrences(
                plan,
                liver,
                day(-232),
                day(400),
                (due, _, late) ->
                        late.isBefore(today) ? Life.Done.not("HOSPITALISEE") : Life.Done.WAITING);
        life.contact(
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
        life.contact(
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
        life.task(
                "RAPPEL",
                "Rappeler, puis passer à son domicile",
                "Yann DELATTRE",
                today,
                LocalTime.of(11, 30));
    }

    /// 33, in a shelter in Lille: untreated hepatitis B, a young child, an interpreter; no MT; AME
    /// ends in 30 days.
    private void mariamaDiallo() {
        var life =
                life(
                        dac,
                        "FOURNIER",
                        45,
                        new Life.Who(
                                "DIALLO",
                                null,
                                "Mariama",
                                "F",
                                today.minusYears(33).minusDays(150),
                                places.get("59350"),
                                false,
                                true,
                                "peul",
                                "A_RECHERCHER",
                                null,
                                true,
                                null,
                                null,
                                "AME jusqu’au "
                                        + fr.maillage.kernel.FrenchDates.numeric(day(30))
                                        + "."));
        var request =
                request(
                        life,
                        day(-45),
                        "SOCIAL",
                        "RECHERCHE_MT",
                        "« Je veux être soignée, pour mon fils. »",
                        "PRECARITE",
                        2,
                        "R1",
                        "S1",
                        "S4",
                        "R2",
                        "P4");
        life.include(request, "PRECARITE", day(-38), 2, "ACTIF", null, null, null, null, null);
        life.level(day(-38), 2, "Sans médecin, droits à renouveler");
        consents(life, day(-38), true);
        var shelter =
                life.service(
                        "Foyer d’hébergement fictif de Lille",
                        "Hébergement",
                        "MEDICO_SOCIAL",
                        day(-38),
                        null);
        var ccas = actor("CCAS", life, day(-36));
        life.problem(
                "Hépatite B non suivie",
                "MEDICAL",
                "SEVERE",
                day(-36),
                "Aucun bilan depuis deux ans");
        life.problem(
                "Droits bientôt échus",
                "SOCIAL",
                "MODEREE",
                day(-36),
                "AME à renouveler dans 30 jours");
        var mt = aim(life, "MEDICAL", "QUALITATIF", "Avoir un médecin traitant", null, null, null);
        var rights =
                aim(
                        life,
                        "SOCIAL",
                        "QUALITATIF",
                        "Renouveler l’AME avant son terme",
                        "Droits bientôt échus",
                        null,
                        null);
        var renew =
                act(
                        life,
                        rights,
                        "AIDE",
                        "AIDE_FINANCIERE_OU_SOCIALE",
                        "Dossier de renouvellement de l’AME",
                        ccas,
                        day(-5),
                        null,
                        null,
                        null,
                        20,
                        7);
        var test =
                act(
                        life,
                        mt,
                        "SOINS",
                        "EXAMEN",
                        "Bilan de l’hépatite B, avec interprète",
                        life.professional(
                                near(life, "INFIRMIER"), "INTERVENANT", true, day(-30), null),
                        day(-3),
                        null,
                        null,
                        null,
                        14,
                        7);
        var child =
                act(
                        life,
                        mt,
                        "AIDE",
                        "BILAN_SOCIAL",
                        "Point avec le foyer, l’enfant et la PMI",
                        shelter,
                        day(-20),
                        1,
                        "MOIS",
                        null,
                        5,
                        7);
        var plan = life.stable();
        life.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "SANS_OBJET",
                        day(-28),
                        day(-26),
                        day(-26),
                        "SANS_MT",
                        null,
                        day(-26).plusMonths(6)),
                new Life.Words(
                        "Sans médecin traitant.",
                        "« Je veux être soignée, pour mon fils. »",
                        null,
                        "Travailler, un logement.",
                        "AME, hébergement.",
                        null,
                        "Hébergement précaire, langue.",
                        null,
                        null,
                        null,
                        null,
                        List.of("Hépatite B chronique")),
                List.of(mt, rights),
                List.of(renew, test, child),
                null);
        life.occurrences(plan, renew, day(-26), day(400), (_, _, _) -> Life.Done.WAITING);
        life.occurrences(plan, test, day(-26), day(400), (_, _, _) -> Life.Done.WAITING);
        life.occurrences(plan, child, day(-26), day(400), doneUntil(life));
        life.contact(
                life.at(day(-4), 14, 0),
                "VISITE",
                false,
                "Mariama DIALLO",
                "Personne",
                "JOINT",
                "Visite au foyer, avec interprète",
                "Inquiète pour ses papiers.",
                "Dossier AME cette semaine",
                false);
        life.task("TACHE", "Trouver un médecin traitant qui accepte l’AME", null, day(1), null);
    }

    /// 78, Béthune: heart failure and COPD; discharged on the eve of a holiday, not visited at 48
    /// h, back in hospital at D+9.
    private void jeanWiart() {
        var mt = near("MEDECIN_GENERALISTE", "62119");
        var life =
                life(network, "HADDAD", 75, who("WIART", null, "Jean", "M", 78, "62119", true, mt));
        var hospital = professionals.organization("HOPITAL", life.who.home(), random);
        var request =
                request(
                        life,
                        day(-75),
                        "HOPITAL",
                        "RETOUR_DOMICILE",
                        "« Je m’essouffle dans l’escalier. »",
                        "CARDIOVASCULAIRE",
                        2,
                        "M2",
                        "R3",
                        "R2",
                        "M4",
                        "S3");
        life.include(
                request,
                "CARDIOVASCULAIRE",
                day(-70),
                2,
                "ACTIF",
                "Prise de 2 kg en 3 jours : appeler le médecin.",
                day(-11),
                null,
                null,
                null);
        life.level(day(-70), 1, "Risque de complexification");
        life.level(day(-24), 2, "Nouvelle hospitalisation, retour difficile");
        consents(life, day(-70), false);
        life.doctor(day(-70), null);
        var nurse = life.professional(near(life, "INFIRMIER"), "INTERVENANT", true, day(-68), null);
        life.relative("Monique WIART", "sœur", "PERSONNE_A_PREVENIR", null, day(-70), null);
        life.stay(day(-30), day(-20), false, hospital, "Poussée d’insuffisance cardiaque");
        life.stay(day(-11), null, false, hospital, "Réadmission à J+9");
        life.problem(
                "Réhospitalisations", "MEDICAL", "SEVERE", day(-24), "Deux séjours en un mois");
        var home =
                aim(
                        life,
                        "MEDICAL",
                        "BIOMEDICAL",
                        "Poids stable",
                        "Réhospitalisations",
                        "Poids",
                        "± 2 kg par semaine");
        var visit =
                act(
                        life,
                        home,
                        "SOINS",
                        "EVALUATION",
                        "Visite dans les 48 h du retour",
                        nurse,
                        day(-20),
                        null,
                        null,
                        null,
                        2,
                        0);
        var weight =
                act(
                        life,
                        home,
                        "SOINS",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "Surveillance du poids et de l’essoufflement",
                        nurse,
                        day(-20),
                        1,
                        "SEMAINE",
                        null,
                        1,
                        3);
        var plan = life.stable();
        life.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "VALIDE",
                        day(-23),
                        day(-22),
                        day(-20),
                        "AVIS",
                        null,
                        day(-20).plusMonths(6)),
                new Life.Words(
                        "Insuffisance cardiaque, BPCO.",
                        "« Je m’essouffle dans l’escalier. »",
                        null,
                        "Reprendre le jardin.",
                        null,
                        "Traitement complexe.",
                        null,
                        null,
                        "Oxygène la nuit.",
                        "2 kg en 3 jours : médecin.",
                        null,
                        List.of("Insuffisance cardiaque", "BPCO")),
                List.of(home),
                List.of(visit, weight),
                null);
        life.opinion(plan, "VALIDE", day(-20), "TELEPHONE", null);
        life.occurrences(
                plan,
                visit,
                day(-20),
                day(400),
                (_, _, _) -> Life.Done.not("PROFESSIONNEL_INDISPONIBLE"));
        life.occurrences(
                plan,
                weight,
                day(-20),
                day(400),
                (due, _, late) ->
                        due.isBefore(day(-12))
                                ? Life.Done.on(due)
                                : due.isBefore(day(7))
                                        ? new Life.Done("SUSPENDU", null, null)
                                        : Life.Done.WAITING);
        life.contact(
                life.at(day(-11), 11, 20),
                "TELEPHONE",
                true,
                hospital,
                "Service de cardiologie",
                "JOINT",
                "Réadmission, événement indésirable",
                "Hospitalisation non programmée ; visite des 48 h non faite (veille de jour férié).",
                "Alertes en pause, revoir l’organisation des retours",
                true);
    }

    /// 6, Cambrai: multiple disability, epilepsy, separated parents; a paediatrician as MT, a
    /// special educator leads.
    private void leoCaron() {
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
                                        + fr.maillage.kernel.FrenchDates.numeric(day(60))
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
        life.include(
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
        life.level(day(-188), 3, "Besoin durable, nombreux intervenants");
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
        life.doctor(day(-188), null);
        life.actor(
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
        life.relative(
                "Sandrine CARON",
                "mère",
                "REPRESENTANT_LEGAL",
                "AUTORITE_PARENTALE",
                day(-188),
                null);
        life.relative(
                "Olivier CARON",
                "père",
                "REPRESENTANT_LEGAL",
                "AUTORITE_PARENTALE",
                day(-188),
                null);
        life.problem(
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
                        life.professional(
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
                        life.professional(
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
        life.plan(
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
        life.opinion(plan, "VALIDE", day(-155), "REUNION", "Réunion avec l’école et l’éducatrice.");
        for (var act : List.of(speech, neuro))
            life.occurrences(plan, act, day(-155), day(400), doneUntil(life));
        life.occurrences(plan, mdph, day(-155), day(400), (_, _, _) -> Life.Done.WAITING);
        life.contact(
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
    }

    /// 52, Valenciennes: breast cancer, self-employed, two teenagers; the plan runs, the MT has
    /// been silent for 16 days.
    private void nadegeFlament() {
        var mt = near("MEDECIN_GENERALISTE", "59606");
        var life =
                life(
                        platform,
                        "WALLET",
                        48,
                        who("FLAMENT", null, "Nadège", "F", 52, "59606", false, mt));
        var request =
                request(
                        life,
                        day(-48),
                        "INFIRMIER",
                        "RETOUR_DOMICILE",
                        "« Je dois tenir pour mes enfants. »",
                        "CANCEROLOGIE",
                        2,
                        "M4",
                        "S1",
                        "E2",
                        "R2",
                        "S3");
        life.include(request, "CANCEROLOGIE", day(-42), 2, "ACTIF", null, null, null, null, null);
        life.level(day(-42), 2, "Traitement en cours, revenus interrompus");
        consents(life, day(-42), true);
        life.doctor(day(-42), null);
        var psychologist =
                life.professional(near(life, "PSYCHOLOGUE"), "INTERVENANT", true, day(-40), null);
        life.problem("Épuisement psychique", "PSYCHOLOGIQUE", "MODEREE", day(-38), "PHQ-2 à 4");
        var hold =
                aim(
                        life,
                        "PSYCHOLOGIQUE",
                        "QUALITATIF",
                        "Être soutenue pendant le traitement",
                        "Épuisement psychique",
                        "Séances payées",
                        "6");
        var sessions =
                new Life.Act(
                        life.stable(),
                        hold.id(),
                        "SOINS",
                        "CONSULTATION",
                        "Psychologue : 6 séances prises en charge (3 faites)",
                        psychologist,
                        day(-35),
                        null,
                        2,
                        "SEMAINE",
                        6,
                        ANY_DAY,
                        2,
                        5);
        var income =
                act(
                        life,
                        hold,
                        "AIDE",
                        "AIDE_FINANCIERE_OU_SOCIALE",
                        "Indemnités journalières des indépendants",
                        actor("CCAS", life, day(-38)),
                        day(-20),
                        null,
                        null,
                        null,
                        30,
                        10);
        var plan = life.stable();
        life.plan(
                version(
                        plan,
                        1,
                        null,
                        "EN_VIGUEUR",
                        "ATTENDU",
                        day(-18),
                        day(-16),
                        day(-1),
                        "SILENCE",
                        "Le traitement est commencé, les séances sont prévues : la situation ne peut attendre.",
                        day(-1).plusMonths(6)),
                new Life.Words(
                        "Cancer du sein, chimiothérapie.",
                        "« Je dois tenir pour mes enfants. »",
                        "Les deux adolescents veulent savoir.",
                        "Reprendre son commerce.",
                        "Indépendante : revenus interrompus.",
                        "Fatigue.",
                        "Sans revenus depuis un mois.",
                        "Anxiété.",
                        null,
                        null,
                        null,
                        List.of("Cancer du sein")),
                List.of(hold),
                List.of(sessions, income),
                null);
        life.occurrences(
                plan,
                sessions,
                day(-35),
                day(400),
                (due, _, late) -> due.isBefore(day(-5)) ? Life.Done.on(due) : Life.Done.WAITING);
        life.occurrences(plan, income, day(-35), day(400), (_, _, _) -> Life.Done.WAITING);
        life.message(
                life.at(day(-16), 15, 0),
                "MEDECIN_TRAITANT",
                mt.name(),
                mt.rpps(),
                "AVIS_PPS",
                "Votre avis sur un plan personnalisé de santé",
                "Un plan personnalisé de santé attend votre avis.\n\nVous pouvez répondre par téléphone, par courrier ou à l’écran.",
                plan,
                true);
        life.contact(
                life.at(day(-3), 14, 30),
                "TELEPHONE",
                false,
                mt.name(),
                "Médecin traitant",
                "MESSAGE",
                "Relance pour l’avis",
                null,
                "Rappeler jeudi",
                false);
    }

    /// 86 and 83, Hazebrouck: wandering, children in conflict; handed over to case management, not
    /// acknowledged for 15 days.
    private void vasseurs() {
        var mt = near("MEDECIN_GENERALISTE", "59295");
        for (var paul : List.of(true, false)) {
            var life =
                    life(
                            dac,
                            "VERMEERSCH",
                            130,
                            who(
                                    paul ? "VASSEUR" : "DEHAENE",
                                    paul ? null : "VASSEUR",
                                    paul ? "Paul" : "Renée",
                                    paul ? "M" : "F",
                                    paul ? 86 : 83,
                                    "59295",
                                    false,
                                    mt));
            var request =
                    request(
                            life,
                            day(-130),
                            "PROCHE",
                            "MAINTIEN_DOMICILE",
                            paul
                                    ? "« Je rentre à la maison », dit-il en marchant la nuit."
                                    : "« Je n’ai besoin de personne. »",
                            "GERONTOLOGIE",
                            3,
                            "P3",
                            "E3",
                            "E2",
                            "R2",
                            "S3");
            life.include(
                    request,
                    "GERONTOLOGIE",
                    day(-120),
                    3,
                    "ACTIF",
                    "Errance : appeler la gendarmerie et le fils aîné.",
                    null,
                    null,
                    null,
                    null);
            life.level(day(-120), 3, "Errance, enfants en désaccord");
            consents(life, day(-120), false);
            life.doctor(day(-120), null);
            life.professional(near(life, "INFIRMIER"), "INTERVENANT", true, day(-118), null);
            life.relative("Bernard VASSEUR", "fils", "AIDANT_PRINCIPAL", null, day(-120), null);
            life.relative("Sylvie VASSEUR", "fille", "PERSONNE_A_PREVENIR", null, day(-120), null);
            life.aggir(day(-110), paul ? Aggir.GIR_2 : Aggir.GIR_4, paul ? 86 : 83);
            life.problem(
                    paul ? "Errance" : "Aidante épuisée",
                    paul ? "PSYCHOLOGIQUE" : "AIDANT",
                    "SEVERE",
                    day(-110),
                    null);
            var safe =
                    aim(
                            life,
                            "SOCIAL",
                            "QUALITATIF",
                            "Rester ensemble, en sécurité",
                            null,
                            null,
                            null);
            var help =
                    act(
                            life,
                            safe,
                            "AIDE",
                            "SERVICE_A_LA_PERSONNE",
                            "Passage de l’aide à domicile",
                            actor("SAD", life, day(-110)),
                            day(-95),
                            1,
                            "SEMAINE",
                            null,
                            1,
                            4);
            var plan = life.stable();
            life.plan(
                    version(
                            plan,
                            1,
                            null,
                            "EN_VIGUEUR",
                            "VALIDE",
                            day(-105),
                            day(-103),
                            day(-98),
                            "AVIS",
                            null,
                            day(-98).plusMonths(12)),
                    new Life.Words(
                            "Troubles cognitifs.",
                            paul ? "« Je rentre à la maison. »" : "« Je n’ai besoin de personne. »",
                            "Le fils veut une entrée en EHPAD, la fille non.",
                            "Rester ensemble.",
                            null,
                            null,
                            null,
                            "Enfants en conflit.",
                            "Surveillance.",
                            "Errance : gendarmerie, fils aîné.",
                            null,
                            List.of(paul ? "Maladie d’Alzheimer" : "Insuffisance cardiaque")),
                    List.of(safe),
                    List.of(help),
                    null);
            life.opinion(plan, "VALIDE", day(-98), "TELEPHONE", null);
            life.occurrences(plan, help, day(-98), day(400), doneUntil(life));
            life.handover(
                    request,
                    "MAIA",
                    professionals.organization("MAIA", life.who.home(), random),
                    "Gestion de cas demandée pour le couple.",
                    life.at(day(-15), 10, 0),
                    null);
            life.contact(
                    life.at(day(-15), 10, 30),
                    "TELEPHONE",
                    false,
                    "MAIA",
                    "Gestion de cas",
                    "MESSAGE",
                    "Relais demandé",
                    null,
                    "Attendre l’accusé de réception",
                    false);
        }
    }

    /// 67, Calais: the landlord reports squalor; he refuses; level 0, looked at again in three
    /// months.
    private void monsieurTM() {
        var life =
                life(
                        dac,
                        "TASSART",
                        20,
                        new Life.Who(
                                "M.",
                                null,
                                "T.",
                                "M",
                                today.minusYears(67).minusDays(10),
                                places.get("62193"),
                                true,
                                true,
                                null,
                                "A_DECLARER",
                                null,
                                true,
                                null,
                                null,
                                "Identité limitée à ses initiales : il n’a pas souhaité la donner."));
        var asked = life.at(day(-20), 9, 40);
        var request =
                life.request(
                        asked,
                        "BAILLEUR",
                        "Bailleur social fictif de Calais",
                        "Gardien",
                        null,
                        List.of("ISOLEMENT_PRECARITE"),
                        "« Laissez-moi tranquille. »",
                        "NORMALE",
                        "REFUSE",
                        "SANS_MT",
                        "PRECARITE",
                        "CONSEIL",
                        0,
                        life.coordinator,
                        null,
                        null);
        life.analysis(request, life.at(day(-18), 11, 0), found("S2"), 0, null, "SANS_MT", null);
        life.include(request, "PRECARITE", day(-17), 0, "VEILLE", null, null, null, null, null);
        life.level(day(-17), 0, "Refus de la personne : veille, revue dans trois mois");
        life.message(
                life.at(day(-17), 15, 0),
                "ADRESSEUR",
                "Bailleur social fictif de Calais",
                null,
                "REPONSE_ADRESSEUR",
                "Accusé de réception de votre signalement",
                "Nous avons bien reçu votre signalement et vous en remercions.",
                request,
                true);
        life.contact(
                life.at(day(-17), 10, 0),
                "VISITE",
                false,
                "M. T.",
                "Personne",
                "JOINT",
                "Passage à domicile",
                "N’ouvre pas la porte, remercie.",
                "Revenir dans trois mois",
                false);
    }

    /// A mother of 24, her newborn and two children: one family, long follow-up.
    private void perinatalFamily() {
        var mt = near("MEDECIN_GENERALISTE", "59350");
        for (int i = 0; i < 2; i++) {
            var mother = i == 0;
            var life =
                    life(
                            dac,
                            "FOURNIER",
                            110,
                            new Life.Who(
                                    "CHERIF",
                                    null,
                                    mother ? "Lina" : "Nour",
                                    "F",
                                    mother ? today.minusYears(24).minusDays(200) : day(-52),
                                    places.get("59350"),
                                    false,
                                    true,
                                    null,
                                    "DECLARE",
                                    mt,
                                    true,
                                    null,
                                    null,
                                    mother
                                            ? "Famille : Nour (nouveau-née), Yanis (5 ans), Adam (3 ans)."
                                            : "Famille : mère Lina ; frères Yanis et Adam."));
            if (mother) {
                var request =
                        request(
                                life,
                                day(-110),
                                "AUTRE_SOIGNANT",
                                "ISOLEMENT_PRECARITE",
                                "« Je ne connais personne ici. »",
                                "PERINATALITE",
                                2,
                                "E2",
                                "S1",
                                "S3",
                                "R2",
                                "S2");
                life.include(
                        request,
                        "PERINATALITE",
                        day(-100),
                        2,
                        "ACTIF",
                        null,
                        null,
                        null,
                        null,
                        null);
                life.level(day(-100), 2, "Vulnérabilité psychosociale pendant la grossesse");
                consents(life, day(-100), true);
            } else {
                life.include(
                        null, "PERINATALITE", day(-45), 2, "ACTIF", null, null, null, null, null);
                life.level(day(-45), 2, "Suivi de la naissance, avec sa mère");
                life.consent(
                        "ACCOMPAGNEMENT",
                        "DONNE",
                        day(-45),
                        "ORAL",
                        "REPRESENTANT",
                        "Lina CHERIF, mère",
                        null,
                        null,
                        null);
                life.consent(
                        "PARTAGE_EQUIPE",
                        "DONNE",
                        day(-45),
                        "ORAL",
                        "REPRESENTANT",
                        "Lina CHERIF, mère",
                        null,
                        null,
                        null);
                life.relative(
                        "Lina CHERIF",
                        "mère",
                        "REPRESENTANT_LEGAL",
                        "AUTORITE_PARENTALE",
                        day(-45),
                        null);
            }
            var since = mother ? day(-100) : day(-45);
            life.doctor(since, null);
            var midwife =
                    life.professional(near(life, "SAGE_FEMME"), "INTERVENANT", true, since, null);
            life.service(
                    professionals.organization("PMI", life.who.home(), random),
                    "PMI",
                    "MEDICO_SOCIAL",
                    since,
                    null);
            life.problem(
                    mother ? "Vulnérabilité psychosociale" : "Prise de poids à surveiller",
                    mother ? "PSYCHOLOGIQUE" : "MEDICAL",
                    "MODEREE",
                    since,
                    null);
            var bond =
                    aim(
                            life,
                            "PSYCHOLOGIQUE",
                            "QUALITATIF",
                            mother
                                    ? "Soutenir le lien avec sa fille"
                                    : "Une courbe de poids régulière",
                            null,
                            null,
                            null);
            var visit =
                    act(
                            life,
                            bond,
                            "SOINS",
                            "CONSULTATION",
                            "Visite de la sage-femme",
                            midwife,
                            since.plusDays(15),
                            2,
                            "SEMAINE",
                            null,
                            2,
                            5);
            var plan = life.stable();
            life.plan(
                    version(
                            plan,
                            1,
                            null,
                            "EN_VIGUEUR",
                            "VALIDE",
                            since.plusDays(6),
                            since.plusDays(7),
                            since.plusDays(12),
                            "AVIS",
                            null,
                            since.plusDays(12).plusMonths(12)),
                    new Life.Words(
                            "Suivi de la naissance.",
                            "« Je ne connais personne ici. »",
                            null,
                            "Un logement, une place en crèche.",
                            "Logement précaire.",
                            null,
                            "Isolée.",
                            "Fatigue, pleurs.",
                            null,
                            null,
                            null,
                            List.of(mother ? "Suites de couches" : "Né à 36 semaines")),
                    List.of(bond),
                    List.of(visit),
                    null);
            life.opinion(plan, "VALIDE", since.plusDays(12), "TELEPHONE", null);
            life.occurrences(plan, visit, since.plusDays(12), day(400), doneUntil(life));
            life.contact(
                    life.at(day(-5), 10, 0),
                    "VISITE",
                    false,
                    "Lina CHERIF",
                    mother ? "Personne" : "Mère",
                    "JOINT",
                    "Visite avec la PMI",
                    null,
                    null,
                    false);
        }
    }

    /// A GP asks for advice about nobody in particular.
    private void adviceAboutNobody() {
        var at = Life.at(day(-6), 12, 10);
        var doctor = near("MEDECIN_GENERALISTE", "62193");
        var coordinator = dac.coordinators().getLast();
        copy.add(
                Into.REFERRAL,
                dac.id(),
                fr.maillage.kernel.Ids.at(at, random),
                at,
                "TELEPHONE",
                null,
                "MEDECIN",
                doctor.name(),
                "Médecin généraliste",
                doctor.rpps(),
                doctor.phone(),
                null,
                List.of("CONSEIL"),
                null,
                null,
                "Demande comment obtenir une place en accueil de jour.",
                "NORMALE",
                null,
                null,
                "SANS_OBJET",
                null,
                "62193",
                "CONSEIL",
                null,
                null,
                "Coordonnées de l’accueil de jour et du CLIC données.",
                null,
                null,
                null,
                null,
                coordinator.id(),
                at.plusSeconds(600),
                null,
                at.plusSeconds(900),
                coordinator.account(),
                at.plusSeconds(900),
                dac.only("SECRETARY").account(),
                dac.only("SECRETARY").name());
    }

    private UUID request(
            Life life,
            LocalDate on,
            String quality,
            String motive,
            String words,
            String theme,
            int level,
            String... grid) {
        var mt = life.who.mt();
        var doctor = quality.equals("MEDECIN_TRAITANT") ? mt : null;
        var fromDoctor = doctor != null;
        var name =
                doctor != null
                        ? doctor.name()
                        : switch (quality) {
                            case "HOPITAL" ->
                                    professionals.organization("HOPITAL", life.who.home(), random);
                            case "SOCIAL" -> "Assistante sociale du foyer";
                            case "PROCHE" -> "Famille";
                            case "INFIRMIER" -> near(life, "INFIRMIER").name();
                            default -> "Équipe médico-sociale";
                        };
        var at = life.at(on);
        var request =
                life.request(
                        at,
                        quality,
                        name,
                        null,
                        doctor != null ? doctor.rpps() : null,
                        List.of(motive),
                        words,
                        "NORMALE",
                        "INFORMEE_ACCORD",
                        fromDoctor
                                ? "EST_L_ADRESSEUR"
                                : mt == null
                                        ? "SANS_MT"
                                        : life.who.mtTold() ? "PREVENU" : "OPPOSITION",
                        theme,
                        "ACCOMPAGNEMENT",
                        level,
                        life.coordinator,
                        null,
                        null);
        life.analysis(
                request,
                at.plusSeconds(86_400),
                found(grid),
                level,
                "Décidé en réunion d’équipe",
                mt == null ? "SANS_MT" : life.who.mtTold() ? "AVEC_MT" : "OPPOSITION",
                null);
        return request;
    }

    private Grid.Found found(String... codes) {
        var lines = grid.stream().filter(g -> List.of(codes).contains(g.code())).toList();
        int points = lines.stream().mapToInt(Grid::points).sum();
        int level =
                points < 3 ? 0 : points < 8 ? 1 : lines.stream().anyMatch(Grid::longTerm) ? 3 : 2;
        return new Grid.Found(
                lines.stream().map(Grid::code).sorted().toList(),
                points,
                level,
                lines.stream().map(Grid::label).toList());
    }

    private Life life(Structure structure, String coordinator, int daysAgo, Life.Who who) {
        var member =
                structure.coordinators().stream()
                        .filter(m -> m.name().endsWith(coordinator))
                        .findFirst()
                        .orElseThrow();
        return new Life(copy, structure, member, random, today, day(-daysAgo), who);
    }

    private Life.Who who(
            String family,
            @Nullable String used,
            String given,
            String sex,
            int age,
            String commune,
            boolean alone,
            Practitioner mt) {
        return new Life.Who(
                family,
                used,
                given,
                sex,
                today.minusYears(age).minusDays(51),
                places.get(commune),
                alone,
                false,
                null,
                "DECLARE",
                mt,
                true,
                null,
                null,
                null);
    }

    private void consents(Life life, LocalDate on, boolean outside) {
        life.consent("ACCOMPAGNEMENT", "DONNE", on, "ECRIT", "PERSONNE", null, null, null, null);
        life.consent("PARTAGE_EQUIPE", "DONNE", on, "ORAL", "PERSONNE", null, null, null, null);
        if (outside)
            life.consent(
                    "PARTAGE_HORS_EQUIPE",
                    "DONNE",
                    on,
                    "ECRIT",
                    "PERSONNE",
                    null,
                    "Aide à domicile et services sociaux",
                    null,
                    null);
    }

    private static Life.Aim aim(
            Life life,
            String domain,
            String kind,
            String title,
            @Nullable String problem,
            @Nullable String indicator,
            @Nullable String target) {
        return new Life.Aim(
                life.stable(),
                domain,
                kind,
                title,
                problem,
                indicator,
                target,
                null,
                "EN_COURS",
                null);
    }

    private Life.Act act(
            Life life,
            Life.Aim aim,
            String volet,
            String type,
            String title,
            Life.Actor actor,
            LocalDate starts,
            @Nullable Integer every,
            @Nullable String unit,
            @Nullable Integer times,
            int window,
            int tolerance) {
        var ends = every == null || times != null ? null : starts.plusMonths(11);
        return new Life.Act(
                life.stable(),
                aim.id(),
                volet,
                type,
                title,
                actor,
                starts,
                ends,
                every,
                unit,
                times,
                ANY_DAY,
                window,
                tolerance);
    }

    private static Life.Version version(
            UUID id,
            int number,
            @Nullable UUID previous,
            String status,
            String opinion,
            LocalDate written,
            LocalDate submitted,
            LocalDate inForce,
            String why,
            @Nullable String reason,
            LocalDate reassess) {
        return new Life.Version(
                id,
                number,
                previous,
                status,
                opinion,
                null,
                Life.at(written, 10, 0),
                Life.at(submitted, 15, 0),
                Life.at(inForce, 17, 30),
                why,
                reason,
                null,
                null,
                reassess);
    }

    private Life.Actor doctorOf(Life life) {
        var mt = life.who.mt();
        return mt == null
                ? Life.Actor.NOBODY
                : new Life.Actor(null, mt.name(), mt.label(), "PROFESSIONNEL_DE_SANTE");
    }

    private Life.Actor actor(String kind, Life life, LocalDate since) {
        return life.service(
                professionals.organization(kind, life.who.home(), random),
                kind,
                kind.equals("CSAPA") ? "ETABLISSEMENT" : "MEDICO_SOCIAL",
                since,
                null);
    }

    private Practitioner near(Life life, String kind) {
        return professionals.near(kind, life.who.home(), random);
    }

    private Practitioner near(String kind, String commune) {
        return professionals.near(kind, places.get(commune), random);
    }

    /// Done in its window each time so far.
    private Life.Outcome doneUntil(Life life) {
        return (due, _, late) -> due.isBefore(today) ? Life.Done.on(due) : Life.Done.WAITING;
    }

    private LocalDate day(int fromToday) {
        return today.plusDays(fromToday);
    }
}
