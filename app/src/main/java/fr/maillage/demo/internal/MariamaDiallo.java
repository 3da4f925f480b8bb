package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
import fr.maillage.kernel.FrenchDates;
import java.util.List;
import java.util.Map;

/// 33, in a shelter in Lille: untreated hepatitis B, a young child, an interpreter; no MT; AME ends
/// in 30 days.
final class MariamaDiallo extends Story {

    MariamaDiallo(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
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
                                "AME jusqu’au " + FrenchDates.numeric(day(30)) + "."));
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
        life.file.include(request, "PRECARITE", day(-38), 2, "ACTIF", null, null, null, null, null);
        life.file.level(day(-38), 2, "Sans médecin, droits à renouveler");
        consents(life, day(-38), true);
        var ame =
                life.rights.right(
                        day(-36),
                        Told.granted("AME", day(-335), day(30), "CPAM"),
                        null,
                        Step.done(day(-36), "Carte AME vue, fin dans deux mois", "Nina FOURNIER"),
                        Step.done(day(-5), "Justificatif de présence demandé au foyer", "Le foyer")
                                .then(
                                        day(2),
                                        "Déposer le dossier de renouvellement à la CPAM, avec interprète",
                                        "Le CCAS"));
        life.rights.right(
                day(-30),
                new Told(
                        "AUTRE",
                        "Prise en charge au foyer (SIAO)",
                        null,
                        "ACCORDE",
                        null,
                        null,
                        day(-120),
                        day(63),
                        null,
                        "AUTRE",
                        null,
                        null),
                null);
        var shelter =
                life.circle.service(
                        "Foyer d’hébergement fictif de Lille",
                        "Hébergement",
                        "MEDICO_SOCIAL",
                        day(-38),
                        null);
        var ccas = actor("CCAS", life, day(-36));
        life.assessment.multidimensional(
                day(-36),
                new Situation(
                                day(-36),
                                33,
                                "Hépatite B chronique",
                                "moderee",
                                "« Je veux être soignée, pour mon fils. »")
                        .say("cadre.lieu", "etablissement")
                        .say("cadre.participants", "personne", "social")
                        .say("medical.pathologie1.ald", "false")
                        .say("medical.equilibre", "recent")
                        .say("medical.medicaments", "0")
                        .say("psy.sommeil", "gene")
                        .say("psy.anxiete", "true")
                        .without("phq2", "langue")
                        .say("social.contacts", "jours")
                        .say("social.ressources", "sans")
                        .say("social.soins-renonces", "true")
                        .say("social.interprete", "true")
                        .say("social.demarches", "true")
                        .say("social.droits", "ame")
                        .say("social.droits-fin", day(30).toString())
                        .say("env.type", "hebergement")
                        .noCarer(),
                Map.of("ressources", "SEVERE", "renoncement-soins", "MODEREE"));
        life.assessment.problem(
                "Hépatite B non suivie",
                "MEDICAL",
                "SEVERE",
                day(-36),
                "Aucun bilan depuis deux ans");
        life.assessment.problem(
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
                        life.circle.professional(
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
        life.careplan.plan(
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
        life.followup.occurrences(plan, renew, day(-26), day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.occurrences(plan, test, day(-26), day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.occurrences(plan, child, day(-26), day(400), doneUntil(life));
        life.followup.contact(
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
        life.followup.task(
                "TACHE", "Trouver un médecin traitant qui accepte l’AME", null, day(1), null);
        life.documents.letter(
                day(-30),
                ame,
                "ADMINISTRATIF",
                "Attestation d’aide médicale de l’État",
                "Caisse primaire (courrier fictif)",
                List.of("SOCIAL", "ACCUEIL", "PERSONNE"),
                "Vos droits à l’aide médicale de l’État sont ouverts jusqu’à la date portée au verso. La demande de renouvellement est à déposer deux mois avant.");
    }
}
