package fr.maillage.demo.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.followup.AlertRule;
import java.util.List;
import java.util.Objects;
import java.util.Map;

/// 71, Somain: metastatic lung cancer; an urgency on a Friday at 16:40, its 48 h on a Sunday; died
/// at home.
final class MarcelBauduin extends Story {

    MarcelBauduin(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
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
                life.intake.request(
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
        life.intake.analysis(
                request,
                life.at(day(-11), 17, 20),
                found("M3", "M1", "E2", "R2"),
                3,
                null,
                "AVEC_MT",
                "Douleurs mal contrôlées, épouse inquiète.");
        life.intake.urgency(
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
        life.file.include(
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
        life.file.level(day(-7), 3, "Sortie du circuit d’urgence");
        consents(life, day(-7), true);
        life.circle.doctor(day(-7), null);
        var nurse =
                life.circle.professional(
                        near(life, "INFIRMIER"), "COORDONNATEUR_DE_CAS", true, day(-7), null);
        life.circle.relative("Thérèse BAUDUIN", "épouse", "AIDANT_PRINCIPAL", null, day(-7), null);
        life.assessment.aggir(day(-7), Aggir.GIR_2);
        life.assessment.tool(day(-7), "ecog", "ecog.niveau=2");
        life.assessment.tool(day(-5), "ecog", "ecog.niveau=3");
        life.assessment.tool(day(-7), "karnofsky", "karnofsky.niveau=50");
        life.assessment.tool(day(-7), "douleur-en", "douleur-en.valeur=7 douleur-en.moment=pire");
        life.assessment.tool(day(-6), "douleur-en", "douleur-en.valeur=5 douleur-en.moment=pire");
        life.assessment.tool(day(-4), "douleur-en", "douleur-en.valeur=3 douleur-en.moment=repos");
        life.assessment.multidimensional(
                day(-7),
                new Situation(
                                day(-7),
                                71,
                                "Cancer du poumon métastatique",
                                "tres-severe",
                                "« Je veux mourir chez moi. »")
                        .say("cadre.participants", "personne", "famille", "mt", "idel")
                        .say("cadre.mt-moyen", "telephone")
                        .say("medical.equilibre", "durable")
                        .say("medical.sejours", "3")
                        .say("medical.sejours-urgence", "1")
                        .say("medical.medicaments", "9")
                        .say("medical.douleur", "7")
                        .say("medical.douleur-siege", "Thorax")
                        .say("medical.appetit", "nul")
                        .say("autonomie.marche", "non")
                        .say("katz.hygiene", "0")
                        .say("katz.habillage", "0")
                        .say("katz.toilettes", "0")
                        .say("katz.transferts", "0")
                        .without("lawton", "inadapte")
                        .without("minigds", "etat")
                        .say("psy.sommeil", "mauvais")
                        .say("psy.anxiete", "true")
                        .say("phq2.interet", "1")
                        .say("phq2.tristesse", "1")
                        .carer("conjoint", 7, "moyenne", "souhaite")
                        .say("aidants.qui", "Thérèse BAUDUIN")
                        .say("projet.proches-qui", "L’épouse")
                        .say("projet.proches", "Veut être là, et aidée la nuit."),
                Map.of("douleur", "SEVERE", "aidant-epuise", "MODEREE"));
        var comfort =
                aim(
                        life,
                        "MEDICAL",
                        "BIOMEDICAL",
                        "Douleur soulagée",
                        "Douleur à traiter",
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
        life.careplan.plan(
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
        life.careplan.opinion(plan, "VALIDE", day(-6), "TELEPHONE", "D’accord.");
        var visits =
                life.followup.occurrences(
                        plan,
                        care,
                        day(-6),
                        day(400),
                        (due, _, _) ->
                                due.equals(day(-5)) || !due.isBefore(died)
                                        ? Life.Done.SUSPENDED
                                        : Life.Done.on(due));
        // the passage nobody had spoken of: its alert was closed by the death, with everything else
        life.followup.closedAlert(
                AlertRule.ACTE_NON_FAIT,
                Objects.requireNonNull(visits.get(day(-5))),
                care.title() + " · " + nurse.name(),
                Life.at(died, 3, 10),
                day(-5),
                Life.at(died, 15, 10),
                "SORTIE",
                null,
                null);
        life.mail.cancelledMessage(
                life.at(day(-5), 9, 0),
                mt.name(),
                "Nouvelles de la semaine",
                "Décès le " + FrenchDates.numeric(died));
        life.followup.contact(
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
        life.followup.contact(
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
}
