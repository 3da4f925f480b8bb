package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
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
            life.rights.right(
                    day(-110),
                    Told.granted("APA", day(-500), day(paul ? 140 : 400), "DEPARTEMENT")
                            .worth(paul ? "1105.74" : "410.32"),
                    null);
            if (paul)
                life.rights.right(
                        day(-60),
                        Told.asked("PROTECTION", day(-60), "JUGE").named("habilitation familiale"),
                        null,
                        Step.done(
                                        day(-60),
                                        "Requête déposée au tribunal par la fille",
                                        "Sylvie VASSEUR")
                                .then(day(9), "Audition de M. Vasseur", "Le juge"));
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
            concern(life, paul);
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

    /// Neglect feared for him, pressure feared on her: two concerns that only their readers see.
    private void concern(Life life, boolean paul) {
        var doctor = List.of(dac.only("DOCTOR"));
        if (paul) {
            life.file.concern(
                    day(-20),
                    "NEGLIGENCE",
                    """
                    L’infirmière l’a trouvé mardi matin dans le linge du vendredi, la protection non changée, le pilulier de la fin de semaine intact.
                    Le fils, au téléphone : « Il n’a qu’à entrer en maison, on ne va pas y passer nos dimanches. »
                    Renée : « Je ne peux plus le lever seule. Bernard a dit qu’il viendrait, il n’est pas venu. »\
                    """,
                    "Renée est débordée plutôt qu’indifférente. Je crains que les passages du fils n’existent que sur le cahier.",
                    """
                    Paul, en danger la nuit et les fins de semaine.
                    Bernard VASSEUR, le fils, tient le cahier et les clés. Sylvie, la fille, n’est pas au courant.\
                    """,
                    "depuis la mi-avril, surtout les fins de semaine",
                    "Passage infirmier le samedi et le dimanche dès cette semaine. En parler au médecin de l’équipe. Ne rien dire au fils avant la visite.",
                    day(6),
                    doctor,
                    List.of(
                            new CaseFilePart.After(
                                    "COMPLETEE",
                                    day(-14),
                                    null,
                                    "Visite à deux : frigo vide, porte fermée à clé de l’extérieur à 16 h. Sylvie, rencontrée seule, dit avoir trouvé son père enfermé deux fois.",
                                    null),
                            new CaseFilePart.After(
                                    "TRANSMISE",
                                    day(-12),
                                    "CELLULE_DEPARTEMENTALE",
                                    "Par courrier suivi, doublé d’un appel ; référence à venir.",
                                    day(-5)),
                            new CaseFilePart.After(
                                    "DECISION",
                                    day(-5),
                                    null,
                                    "La cellule a accusé réception et envoie un travailleur social. Maintenir les passages de fin de semaine ; saisir le procureur si la porte est de nouveau fermée.",
                                    day(6))));
        } else {
            life.file.concern(
                    day(-9),
                    "PSYCHOLOGIQUE",
                    """
                    Renée, seule dans la cuisine : « Si je parle, il ne viendra plus du tout. »
                    Elle a demandé deux fois que son fils ne sache pas que nous étions passés. Le carnet de chèques n’est plus dans le tiroir où elle le range.\
                    """,
                    "Elle a peur de perdre son fils plus que de son fils. Les comptes restent à éclaircir.",
                    "Renée. Bernard VASSEUR, qui tient les comptes depuis l’hiver.",
                    "depuis l’hiver, plus net depuis un mois",
                    "La revoir seule, à l’accueil de jour plutôt qu’à la maison. Ne pas appeler au domicile le soir.",
                    today,
                    doctor,
                    List.of());
        }
    }
}
