package fr.maillage.demo.internal;

import fr.maillage.demo.internal.RightsPart.Step;
import fr.maillage.demo.internal.RightsPart.Told;
import java.util.List;
import java.util.Map;

/// 52, Valenciennes: breast cancer, self-employed, two teenagers; the plan runs, the MT has been
/// silent for 16 days.
final class NadegeFlament extends Story {

    NadegeFlament(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
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
        life.file.include(
                request, "CANCEROLOGIE", day(-42), 2, "ACTIF", null, null, null, null, null);
        life.file.level(day(-42), 2, "Traitement en cours, revenus interrompus");
        consents(life, day(-42), true);
        life.rights.right(
                day(-40),
                Told.granted("ALD", day(-300), day(1500), "CPAM").because("Cancer du sein"),
                null);
        life.rights.right(
                day(-35),
                Told.asked("INVALIDITE", day(-35), "CPAM"),
                null,
                Step.done(day(-35), "Demande envoyée, arrêts de travail joints", "Nadège FLAMENT")
                        .then(
                                day(-2),
                                "Demander où en est le dossier",
                                "Le service social de la CPAM"));
        life.circle.doctor(day(-42), null);
        var psychologist =
                life.circle.professional(
                        near(life, "PSYCHOLOGUE"), "INTERVENANT", true, day(-40), null);
        life.assessment.problem(
                "Épuisement psychique", "PSYCHOLOGIQUE", "MODEREE", day(-38), "PHQ-2 à 4");
        life.assessment.tool(day(-20), "phq-2", "phq2.interet=2 phq2.tristesse=1");
        life.assessment.tool(day(-5), "phq-2", "phq2.interet=1 phq2.tristesse=1");
        life.assessment.tool(day(-37), "ecog", "ecog.niveau=1");
        life.assessment.tool(day(-6), "ecog", "ecog.niveau=2");
        life.assessment.multidimensional(
                day(-38),
                new Situation(day(-38), 52, "Cancer du sein", "severe", "Reprendre son commerce.")
                        .say("medical.equilibre", "recent")
                        .say("medical.sejours", "1")
                        .say("medical.medicaments", "4")
                        .say("medical.douleur", "3")
                        .say("medical.appetit", "diminue")
                        .say("psy.sommeil", "mauvais")
                        .say("psy.anxiete", "true")
                        .say("phq2.interet", "2")
                        .say("phq2.tristesse", "2")
                        .say("social.ressources", "insuffisantes")
                        .say("social.droits", "ald", "mutuelle")
                        .say("social.demarches", "true")
                        .carer("enfant", 4, "bonne", "non")
                        .say("aidants.qui", "Ses deux adolescents")
                        .say("projet.proches", "Les deux adolescents veulent savoir."),
                Map.of("depression", "MODEREE", "ressources", "SEVERE", "acces-droits", "MODEREE"));
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
                        day(-1),
                        null,
                        null,
                        null,
                        30,
                        10);
        var words =
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
                        List.of("Cancer du sein"));
        // the first plan, for the sessions; the second adds the income, and its doctor says nothing
        var first = life.stable();
        life.careplan.plan(
                new Life.Version(
                        first,
                        1,
                        null,
                        "REMPLACE",
                        "VALIDE",
                        null,
                        Life.at(day(-40), 10, 0),
                        Life.at(day(-39), 15, 0),
                        Life.at(day(-36), 17, 30),
                        "AVIS",
                        null,
                        Life.at(day(-1), 17, 30),
                        null,
                        day(-36).plusMonths(6)),
                words,
                List.of(hold),
                List.of(sessions),
                null);
        life.careplan.opinion(first, "VALIDE", day(-36), "TELEPHONE", null);
        var plan = life.stable();
        life.careplan.plan(
                new Life.Version(
                        plan,
                        2,
                        first,
                        "EN_VIGUEUR",
                        "ATTENDU",
                        "Revenus interrompus",
                        Life.at(day(-18), 10, 0),
                        Life.at(day(-16), 15, 0),
                        Life.at(day(-1), 17, 30),
                        "SILENCE",
                        "Le traitement est commencé, les séances sont prévues : la situation ne peut attendre.",
                        null,
                        null,
                        day(-1).plusMonths(6)),
                words,
                List.of(hold),
                List.of(sessions, income),
                null);
        life.followup.occurrences(
                first, sessions, day(-36), day(-2), (due, _, _) -> Life.Done.on(due));
        life.followup.occurrences(
                plan, sessions, day(-1), day(400), (_, _, _) -> Life.Done.WAITING);
        life.followup.occurrences(plan, income, day(-1), day(400), (_, _, _) -> Life.Done.WAITING);
        life.careplan.received(
                plan, day(-12), "TELEPHONE", "Le secrétariat a le plan, le docteur rappellera.");
        life.mail.message(
                life.at(day(-16), 15, 0),
                "MEDECIN_TRAITANT",
                mt.name(),
                mt.rpps(),
                "AVIS_PPS",
                "Votre avis sur un plan personnalisé de santé",
                "Un plan personnalisé de santé attend votre avis.\n\nVous pouvez répondre par téléphone, par courrier ou à l’écran.",
                plan,
                true);
        life.followup.contact(
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
        life.documents.letter(
                day(-40),
                "COMPTE_RENDU",
                "Réunion de concertation, sénologie",
                "Centre de sénologie (établissement fictif)",
                List.of("SOINS", "MEDICAL"),
                "Carcinome canalaire infiltrant du sein gauche. Décision : chimiothérapie néo-adjuvante puis chirurgie conservatrice. Soutien psychologique demandé par la patiente.");
    }
}
