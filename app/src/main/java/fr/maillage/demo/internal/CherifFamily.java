package fr.maillage.demo.internal;

import java.util.List;

/// A mother of 24, her newborn and two children: one family, long follow-up.
final class CherifFamily extends Story {

    CherifFamily(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
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
                life.file.include(
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
                life.file.level(day(-100), 2, "Vulnérabilité psychosociale pendant la grossesse");
                consents(life, day(-100), true);
            } else {
                life.file.include(
                        null, "PERINATALITE", day(-45), 2, "ACTIF", null, null, null, null, null);
                life.file.level(day(-45), 2, "Suivi de la naissance, avec sa mère");
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
                life.circle.relative(
                        "Lina CHERIF",
                        "mère",
                        "REPRESENTANT_LEGAL",
                        "AUTORITE_PARENTALE",
                        day(-45),
                        null);
            }
            var since = mother ? day(-100) : day(-45);
            life.circle.doctor(since, null);
            var midwife =
                    life.circle.professional(
                            near(life, "SAGE_FEMME"), "INTERVENANT", true, since, null);
            life.circle.service(
                    professionals.organization("PMI", life.who.home(), random),
                    "PMI",
                    "MEDICO_SOCIAL",
                    since,
                    null);
            life.assessment.problem(
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
            life.careplan.plan(
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
            life.careplan.opinion(plan, "VALIDE", since.plusDays(12), "TELEPHONE", null);
            life.followup.occurrences(plan, visit, since.plusDays(12), day(400), doneUntil(life));
            life.followup.contact(
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
}
