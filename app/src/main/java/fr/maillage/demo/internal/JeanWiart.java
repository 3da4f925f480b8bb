package fr.maillage.demo.internal;

import fr.maillage.followup.AlertRule;
import java.util.List;
import java.util.Map;

/// 78, Béthune: heart failure and COPD; discharged on the eve of a holiday, not visited at 48 h,
/// back in hospital at D+9.
final class JeanWiart extends Story {

    JeanWiart(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
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
        life.file.include(
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
        life.file.level(day(-70), 1, "Risque de complexification");
        life.file.level(day(-24), 2, "Nouvelle hospitalisation, retour difficile");
        consents(life, day(-70), false);
        life.circle.doctor(day(-70), null);
        var nurse =
                life.circle.professional(
                        near(life, "INFIRMIER"), "INTERVENANT", true, day(-68), null);
        life.circle.relative("Monique WIART", "sœur", "PERSONNE_A_PREVENIR", null, day(-70), null);
        life.file.stay(day(-30), day(-20), false, hospital, "Poussée d’insuffisance cardiaque");
        var stay = life.file.stay(day(-11), null, false, hospital, "Réadmission à J+9");
        life.file.expected(stay, day(-11), day(-2), null);
        life.file.expected(stay, day(-3), day(6), "Oxygène à régler avant la sortie");
        life.file.returning(
                stay,
                1,
                "Médecin traitant prévenu de l’entrée",
                "ENTREE",
                "Amina HADDAD",
                day(-11),
                day(-10));
        life.file.returning(
                stay,
                2,
                "Plan et fiche pour les urgences transmis au service",
                "ENTREE",
                "Amina HADDAD",
                day(-10),
                day(-10));
        life.file.returning(
                stay,
                3,
                "Passages à domicile suspendus (infirmier, aides, repas)",
                "ENTREE",
                "Anne MOREL",
                day(-10),
                day(-9));
        life.file.returning(
                stay,
                4,
                "Logement, clés, animaux : qui s’en occupe",
                "ENTREE",
                "Sa sœur",
                null,
                null);
        life.file.returning(
                stay,
                5,
                "Matériel livré (lit, oxygène, déambulateur…)",
                "AVANT_RETOUR",
                "Prestataire d’oxygène",
                day(5),
                null);
        life.file.returning(
                stay, 6, "Aides à domicile en place", "AVANT_RETOUR", "SAAD", day(5), day(-1));
        life.file.returning(
                stay,
                7,
                "Infirmier à domicile prévenu, premier passage fixé",
                "AVANT_RETOUR",
                "Anne MOREL",
                day(6),
                day(-1));
        life.file.returning(
                stay, 8, "Repas des premiers jours", "AVANT_RETOUR", "Sa sœur", day(6), null);
        life.file.returning(
                stay,
                9,
                "Traitement de sortie connu, différences expliquées",
                "RETOUR",
                null,
                null,
                null);
        life.file.returning(
                stay, 10, "Médecin traitant prévenu de la sortie", "RETOUR", null, null, null);
        life.file.returning(stay, 11, "Rendez-vous de suivi pris", "RETOUR", null, null, null);
        life.file.crisis(
                day(-10),
                "Son fils, puis l’infirmière ; la nuit, le 15.",
                "S’il est essoufflé au repos ou confus : le 15. Le double des clés est chez le voisin du rez-de-chaussée.",
                "Insuffisance cardiaque et BPCO. Prise de 2 kg en 3 jours : appeler le médecin. Oxygène 1,5 l/min au plus.",
                "à l’hôpital, dans son dossier",
                "Aucune connue",
                "Furosémide 40 mg, bisoprolol 2,5 mg, tiotropium",
                "Entend mal de l’oreille droite ; veut qu’on parle d’abord à lui.");
        life.assessment.aggir(day(-66), Aggir.GIR_5);
        life.assessment.tool(
                day(-65),
                "charlson",
                "contexte.age=78 charlson.infarctus=non charlson.insuffisance-cardiaque=oui charlson.arteriopathie=non charlson.avc=non charlson.demence=non charlson.bpco=oui charlson.connectivite=non charlson.ulcere=non charlson.foie=aucune charlson.diabete=simple charlson.hemiplegie=non charlson.rein=non charlson.tumeur=aucune charlson.leucemie=non charlson.lymphome=non charlson.sida=non");
        life.assessment.tool(day(-65), "fried", fried("72.5", "13.4", "26"));
        life.assessment.tool(day(-23), "fried", fried("68", "15.8", "22.5"));
        life.assessment.tool(
                day(-65),
                "katz",
                "katz.hygiene=1 katz.habillage=1 katz.toilettes=1 katz.transferts=1 katz.continence=1 katz.repas=1");
        life.assessment.tool(
                day(-22),
                "katz",
                "katz.hygiene=0.5 katz.habillage=0.5 katz.toilettes=1 katz.transferts=0.5 katz.continence=1 katz.repas=1");
        life.assessment.multidimensional(
                day(-24),
                new Situation(
                                day(-24),
                                78,
                                "Insuffisance cardiaque",
                                "severe",
                                "Reprendre le jardin.")
                        .say("cadre.lieu", "hopital")
                        .say("medical.pathologie2", "BPCO")
                        .say("medical.pathologie2.ald", "true")
                        .say("medical.pathologie2.gravite", "severe")
                        .say("medical.equilibre", "recent")
                        .say("medical.sejours", "1")
                        .say("medical.sejours-urgence", "1")
                        .say("medical.medicaments", "9")
                        .say("medical.audition", "gene")
                        .say("autonomie.marche", "canne")
                        .say("lawton.courses", "3")
                        .say("lawton.menage", "4")
                        .say("social.vit-seul", "true")
                        .say("env.visite", "false")
                        .say("env.visite-date")
                        .say("env.etage", "true")
                        .carer("autre-famille", 2, "moyenne", "non")
                        .say("aidants.qui", "Monique WIART"),
                Map.of("polymedication", "MODEREE", "activites-instrumentales", "LEGERE"));
        life.assessment.problem(
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
        life.careplan.plan(
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
        life.careplan.opinion(plan, "VALIDE", day(-20), "TELEPHONE", null);
        var notVisited =
                life.followup.occurrences(
                        plan, visit, day(-20), day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.pausedAlert(
                AlertRule.ACTE_NON_FAIT,
                notVisited.values().iterator().next(),
                visit.title() + " · " + nurse.name(),
                Life.at(day(-17), 3, 10),
                day(-18));
        life.followup.occurrences(
                plan,
                weight,
                day(-20),
                day(400),
                (due, _, late) ->
                        due.isBefore(day(-12))
                                ? Life.Done.on(due)
                                : due.isBefore(day(7)) ? Life.Done.SUSPENDED : Life.Done.WAITING);
        life.followup.contact(
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
        life.documents.letter(
                day(-12),
                "COURRIER_SORTIE",
                "Courrier de sortie, cardiologie",
                "Service de cardiologie (établissement fictif)",
                List.of("SOINS", "MEDICAL"),
                "Décompensation cardiaque sur broncho-pneumopathie. Poids de sortie 78 kg, à surveiller chaque jour : appeler au-delà de 80 kg.",
                "Porteur d’un stimulateur cardiaque. Infirmière chaque matin pendant deux semaines.");
        // two returns, two readmissions: somebody speaks with them every fortnight
        life.followup.ruleOverride(
                AlertRule.SANS_CONTACT,
                14,
                "Retours fragiles : un appel par quinzaine au moins.",
                life.at(day(-10), 9, 30));
    }

    /// Weight today, seconds for four metres, grip in kilograms.
    private static String fried(String weight, String walk, String grip) {
        return "contexte.age=78 fried.sexe=H fried.taille=171 fried.poids=%s fried.poids-avant=75 fried.volontaire=false fried.effort=2 fried.entrain=1 fried.kcal=420 fried.marche-distance=400 fried.marche=%s fried.force=%s"
                .formatted(weight, walk, grip);
    }
}
