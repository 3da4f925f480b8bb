package fr.maillage.demo.internal;

import java.util.List;
import java.util.Map;

/// 86 and 83, Hazebrouck: wandering, children in conflict; handed over to case management, not
/// acknowledged for 15 days.
final class PaulAndReneeVasseur extends Story {

    PaulAndReneeVasseur(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
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
            life.file.include(
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
            life.file.level(day(-120), 3, "Errance, enfants en désaccord");
            consents(life, day(-120), false);
            life.circle.doctor(day(-120), null);
            life.circle.professional(near(life, "INFIRMIER"), "INTERVENANT", true, day(-118), null);
            life.circle.relative(
                    "Bernard VASSEUR", "fils", "AIDANT_PRINCIPAL", null, day(-120), null);
            life.circle.relative(
                    "Sylvie VASSEUR", "fille", "PERSONNE_A_PREVENIR", null, day(-120), null);
            life.assessment.aggir(day(-110), paul ? Aggir.GIR_2 : Aggir.GIR_4);
            life.assessment.multidimensional(
                    day(-110),
                    new Situation(
                                    day(-110),
                                    paul ? 85 : 82,
                                    paul ? "Maladie d’Alzheimer" : "Insuffisance cardiaque",
                                    paul ? "severe" : "moderee",
                                    "Rester ensemble.")
                            .say("medical.medicaments", paul ? "5" : "7")
                            .say("medical.chutes", paul ? "3" : "0")
                            .say("katz.hygiene", paul ? "0" : "0.5")
                            .say("katz.habillage", paul ? "0.5" : "1")
                            .say("katz.continence", paul ? "0.5" : "1")
                            .say("lawton.courses", "3")
                            .say("lawton.argent", paul ? "3" : "1")
                            .say("lawton.medicaments", paul ? "3" : "1")
                            .say("psy.memoire", paul ? "true" : "false")
                            .say("psy.comportement", paul ? "fugue" : "opposition")
                            .say("social.contacts", "mois")
                            .say("social.protection", paul ? "en-cours" : "aucune")
                            .carer("conjoint", 8, "fragile", "refuse")
                            .say("aidants.qui", paul ? "Renée VASSEUR" : "Bernard VASSEUR")
                            .say("projet.proches-qui", "Le fils, la fille")
                            .say(
                                    "projet.proches",
                                    "Le fils veut une entrée en EHPAD, la fille non.")
                            .say("projet.desaccord", "true"),
                    Map.of(
                            "troubles-comportement", "SEVERE",
                            "aidant-epuise", "SEVERE",
                            "desaccord", "MODEREE",
                            "protection-juridique", "MODEREE"));
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
            life.careplan.plan(
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
            life.careplan.opinion(plan, "VALIDE", day(-98), "TELEPHONE", null);
            life.followup.occurrences(plan, help, day(-98), day(400), doneUntil(life));
            // an accompaniment is proposed or somebody else is asked: the hand-over is a request of
            // its
            // own, asked by the doctor
            var maia = professionals.organization("MAIA", life.who.home(), random);
            var handedOver =
                    life.intake.request(
                            life.at(day(-16), 9, 30),
                            "MEDECIN_TRAITANT",
                            mt.name(),
                            "Médecin généraliste",
                            mt.rpps(),
                            List.of("MAINTIEN_DOMICILE"),
                            "« On ne peut plus les laisser seuls la nuit. »",
                            "NORMALE",
                            "INFORMEE_ACCORD",
                            "EST_L_ADRESSEUR",
                            "GERONTOLOGIE",
                            "ORIENTEE",
                            null,
                            life.coordinator,
                            null,
                            null,
                            maia);
            life.intake.handover(
                    handedOver,
                    "MAIA",
                    maia,
                    "Gestion de cas demandée pour le couple.",
                    life.at(day(-15), 10, 0),
                    null);
            life.followup.contact(
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
}
