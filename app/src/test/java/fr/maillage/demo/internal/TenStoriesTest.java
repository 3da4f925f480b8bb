package fr.maillage.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.careplan.CarePlans;
import fr.maillage.followup.CatchUp;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The stories of the demonstration, lived through the pages of the application instead of written
/// by the generator: what each ends with must be what the generator says. A rule that refuses one
/// of these gestures is a fault of the generator.
@IntegrationTest
class TenStoriesTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired CarePlans carePlans;

    @Autowired CatchUp alerts;

    @Autowired MovableClock clock;

    @BeforeEach
    @AfterEach
    void tuesday2June() {
        clock.reset();
    }

    @Test
    void leroy_goes_to_level_3_and_nobody_is_found_for_the_occupational_therapy() throws Exception {
        var odette = cast.newPatient(cast.douai);
        var request = ask(odette, "MEDECIN_TRAITANT", "INFORMEE_ACCORD", "AIDANT_EPUISE");
        include(odette, analyse(request, "GERONTOLOGIE", 2), "GERONTOLOGIE", 2);
        evaluate(odette, "aggir", Aggir.GIR_4.answers(84));
        evaluate(
                odette,
                "evaluation-multidimensionnelle",
                new Situation(today(), 84, "Maladie d’Alzheimer", "moderee", "Rester chez elle")
                        .say("medical.chutes", "4")
                        .carer("conjoint", 9, "fragile", "souhaite")
                        .answers());
        ok(
                file(
                        odette,
                        "/niveau",
                        "level",
                        "3",
                        "since",
                        today().toString(),
                        "reason",
                        "Besoin durable",
                        "version",
                        "0"));
        var physio = member(odette, "Marc PROD’HOMME", "Masseur-kinésithérapeute");
        var pps =
                plan(
                        odette,
                        List.of(
                                "title",
                                "Kinésithérapie",
                                "type",
                                "PRESCRIPTION_NON_MEDICAMENTEUSE",
                                "starts_on",
                                day(1),
                                "unit",
                                "SEMAINE",
                                "every_n",
                                "1",
                                "times",
                                "12",
                                "window_days",
                                "0",
                                "tolerance_days",
                                "2",
                                "actor",
                                physio),
                        List.of(
                                "title",
                                "Visite d’un ergothérapeute",
                                "type",
                                "EVALUATION",
                                "starts_on",
                                day(3),
                                "window_days",
                                "45",
                                "tolerance_days",
                                "15"));
        opinion(odette, pps, "VALIDE", "TELEPHONE", "");
        ok(
                file(
                        odette,
                        "/pps/" + pps + "/remise",
                        "on_date",
                        day(0),
                        "by_name",
                        "Dr Anne MOREL",
                        "by_quality",
                        "MEDECIN",
                        "to_whom",
                        "PERSONNE"));

        clock.move(Duration.ofDays(15));

        assertThat(
                        one(
                                odette,
                                "select level || ' ' || status from casefile.support where patient_id = :p"))
                .isEqualTo("3 ACTIF");
        assertThat(
                        one(
                                odette,
                                "select string_agg(code || ' ' || trim_scale(value), ', ' order by code) from assessment.score where patient_id = :p and code in ('gir')"))
                .isEqualTo("gir 4");
        assertThat(
                        one(
                                odette,
                                "select count(*) from assessment.problem where patient_id = :p and code in ('chutes-repetees', 'aidant-epuise')"))
                .isEqualTo("2");
        assertThat(raised(odette, 3))
                .contains("SANS_ACTEUR OUVERTE Intervenant à trouver : Visite d’un ergothérapeute")
                .contains("ACTE_NON_FAIT OUVERTE Kinésithérapie · Marc PROD’HOMME");
        assertThat(current(odette).validated()).isTrue();
    }

    @Test
    void
            bauduin_is_an_urgency_of_a_friday_whose_48_hours_fall_on_sunday_and_his_death_closes_everything()
                    throws Exception {
        clock.goTo(LocalDateTime.of(2026, 6, 5, 16, 40));
        var marcel = cast.newPatient(cast.douai);
        var request = ask(marcel, "MEDECIN_TRAITANT", "INFORMEE_ACCORD", "FIN_DE_VIE");
        ok(
                as(
                        cast.claireCoordinator,
                        post(request + "/urgence")
                                .param("relay", "HAD du Douaisis, garde du dimanche")));
        assertThat(
                        one(
                                marcel,
                                "select to_char(due24 at time zone 'Europe/Paris', 'Dy HH24:MI') || ', ' || to_char(due48 at time zone 'Europe/Paris', 'Dy HH24:MI') || coalesce(', ' || relay48, '') from intake.urgency where patient_id = :p"))
                .isEqualTo("Sat 16:40, Sun 16:40, HAD du Douaisis, garde du dimanche");
        ok(
                as(
                        cast.claireCoordinator,
                        post(request + "/urgence/reponse")
                                .param("answer", "Passage le soir même")
                                .param("partner", "HAD")));
        clock.goTo(LocalDateTime.of(2026, 6, 6, 11, 30));
        ok(
                as(
                        cast.claireCoordinator,
                        post(request + "/urgence/evaluation")
                                .param("echeance", "24")
                                .param("how", "TELEPHONE")
                                .param("by", "Claire DUMONT")));
        assertThat(raised(marcel, 1)).anyMatch(alert -> alert.startsWith("URGENCE_48H OUVERTE"));
        clock.goTo(LocalDateTime.of(2026, 6, 7, 10, 45));
        ok(
                as(
                        cast.claireCoordinator,
                        post(request + "/urgence/evaluation")
                                .param("echeance", "48")
                                .param("how", "DOMICILE")
                                .param("by", "Infirmière de garde")));
        clock.goTo(LocalDateTime.of(2026, 6, 8, 9, 30));
        ok(as(cast.claireCoordinator, post(request + "/urgence/niveau").param("level", "3")));
        include(marcel, analyse(request, "SOINS_PALLIATIFS", 3), "SOINS_PALLIATIFS", 3);
        var pps =
                plan(
                        marcel,
                        List.of(
                                "title",
                                "Passage infirmier",
                                "type",
                                "EVALUATION",
                                "starts_on",
                                day(1),
                                "unit",
                                "JOUR",
                                "every_n",
                                "1",
                                "times",
                                "20",
                                "window_days",
                                "0",
                                "tolerance_days",
                                "1",
                                "actor",
                                member(marcel, "Lucie PETIT", "Infirmière")));
        opinion(marcel, pps, "VALIDE", "TELEPHONE", "");
        clock.move(Duration.ofDays(4));
        assertThat(raised(marcel, 1)).anyMatch(alert -> alert.startsWith("ACTE_NON_FAIT OUVERTE"));

        ok(
                file(
                        marcel,
                        "/sortie",
                        "exitReason",
                        "DECES",
                        "closedOn",
                        day(0),
                        "exitDetail",
                        "À domicile",
                        "version",
                        version(marcel)));

        eventually(() ->
                assertThat(
                                one(
                                        marcel,
                                        "select count(*) from followup.alert where patient_id = :p and status in ('OUVERTE', 'EN_PAUSE')"))
                        .isEqualTo("0"));
        assertThat(
                        one(
                                marcel,
                                "select count(*) from followup.occurrence where patient_id = :p and status = 'PREVU'"))
                .isEqualTo("0");
        eventually(() ->
                assertThat(
                                one(
                                        marcel,
                                        "select count(*) from correspondence.outgoing_message where patient_id = :p and state = 'A_ENVOYER'"))
                        .isEqualTo("0"));
        assertThat(
                        one(
                                marcel,
                                "select status || ' ' || exit_reason from casefile.support where patient_id = :p"))
                .isEqualTo("CLOS DECES");
        assertThat(raisedAfter(marcel)).isEmpty();
    }

    @Test
    void benali_has_a_plan_validated_after_amendment_by_telephone_and_a_late_photograph()
            throws Exception {
        var samia = followed("DIABETOLOGIE", 2);
        var pps =
                plan(
                        samia,
                        List.of(
                                "title",
                                "Photographie de la rétine",
                                "type",
                                "EXAMEN",
                                "starts_on",
                                day(3),
                                "window_days",
                                "30",
                                "tolerance_days",
                                "14",
                                "actor",
                                member(samia, "Dr Hélène BLOT", "Ophtalmologue")));
        opinion(
                samia,
                pps,
                "VALIDE_APRES_AMENDEMENT",
                "TELEPHONE",
                "Ajouter une HbA1c tous les trois mois.");

        var plan = current(samia);
        assertThat(plan.opinion()).isEqualTo("VALIDE_APRES_AMENDEMENT");
        assertThat(plan.validated()).isTrue();
        assertThat(plan.amendment()).isEqualTo("Ajouter une HbA1c tous les trois mois.");
        clock.move(Duration.ofDays(3 + 30 + 23));
        assertThat(raised(samia, 1))
                .contains("ACTE_NON_FAIT OUVERTE Photographie de la rétine · Dr Hélène BLOT");
        assertThat(
                        one(
                                samia,
                                "select cast(:today as date) - due_on from followup.alert where patient_id = :p and rule = 'ACTE_NON_FAIT'"
                                        .replace(":today", "'" + today() + "'")))
                .isEqualTo("23");
    }

    @Test
    void delattre_opposes_telling_his_doctor_and_comes_back_twice_from_hospital() throws Exception {
        var yann = cast.newPatient(cast.douai);
        var request =
                answer(
                        as(
                                cast.sophieSecretary,
                                request(yann, "HOPITAL", "INFORMEE_ACCORD", "HOSPITALISATIONS")
                                        .param("mt", "OPPOSITION")
                                        .param("mtOpposition", "Suivi au CSAPA")));
        include(yann, analyse(request, "ADDICTOLOGIE", 3, "OPPOSITION"), "ADDICTOLOGIE", 3);
        for (var stay : List.of(74, 40)) {
            clock.reset();
            ok(
                    file(
                            yann,
                            "/sejours",
                            "kind",
                            "NON_PROGRAMME",
                            "hospital",
                            "CH fictif",
                            "admittedOn",
                            day(-stay),
                            "reason",
                            "Décompensation"));
            var line = page(yann, "/sejours").select("form[action$=/retour]").attr("action");
            ok(as(cast.claireCoordinator, post(line).param("dischargedOn", day(-stay + 7))));
        }
        plan(
                yann,
                List.of(
                        "title",
                        "Rendez-vous au CSAPA",
                        "type",
                        "CONSULTATION",
                        "starts_on",
                        day(2),
                        "actor",
                        member(yann, "CSAPA fictif", "CSAPA")));

        assertThat(
                        one(
                                yann,
                                "select count(*) from correspondence.outgoing_message where patient_id = :p and recipient_kind = 'MEDECIN_TRAITANT'"))
                .isEqualTo("0");
        assertThat(one(yann, "select mt_told::text from patient.patient where id = :p"))
                .isEqualTo("false");
        assertThat(current(yann).opinion()).isEqualTo("SANS_OBJET");
        assertThat(
                        one(
                                yann,
                                "select count(*) from casefile.stay where patient_id = :p and kind = 'NON_PROGRAMME' and admitted_on >= cast('"
                                        + day(-90)
                                        + "' as date)"))
                .isEqualTo("2");
    }

    @Test
    void diallo_has_no_attending_doctor_and_her_plan_is_in_force_at_once() throws Exception {
        var mariama = newcomer("DIALLO", "Mariama", "14/01/1993", "SOCIAL", "RECHERCHE_MT");
        include(
                mariama.patient(),
                analyse(mariama.request(), "PRECARITE", 2, "SANS_MT"),
                "PRECARITE",
                2);
        plan(
                mariama.patient(),
                List.of(
                        "title",
                        "Dossier de renouvellement de l’AME",
                        "type",
                        "AIDE_FINANCIERE_OU_SOCIALE",
                        "starts_on",
                        day(1),
                        "actor",
                        member(mariama.patient(), "CCAS fictif", "CCAS")));

        var plan = current(mariama.patient());
        assertThat(plan.opinion()).isEqualTo("SANS_OBJET");
        assertThat(plan.validated()).isFalse();
    }

    @Test
    void wiart_is_not_visited_at_48_hours_and_his_alerts_wait_while_he_is_in_hospital_again()
            throws Exception {
        var jean = followed("GERONTOLOGIE", 2);
        var pps =
                plan(
                        jean,
                        List.of(
                                "title",
                                "Visite dans les 48 h du retour",
                                "type",
                                "EVALUATION",
                                "starts_on",
                                day(0),
                                "window_days",
                                "2",
                                "tolerance_days",
                                "0",
                                "actor",
                                member(jean, "Lucie PETIT", "Infirmière")));
        opinion(jean, pps, "VALIDE", "TELEPHONE", "");
        clock.move(Duration.ofDays(9));
        assertThat(raised(jean, 1))
                .contains("ACTE_NON_FAIT OUVERTE Visite dans les 48 h du retour · Lucie PETIT");

        ok(
                file(
                        jean,
                        "/sejours",
                        "kind",
                        "NON_PROGRAMME",
                        "hospital",
                        "CH fictif",
                        "admittedOn",
                        day(0),
                        "pause",
                        "oui"));

        assertThat(raised(jean, 1))
                .contains("ACTE_NON_FAIT EN_PAUSE Visite dans les 48 h du retour · Lucie PETIT");
    }

    @Test
    void caron_is_refused_without_the_agreement_of_a_representative_and_the_missing_one_is_said()
            throws Exception {
        var leo = newcomer("CARON", "Léo", "02/02/2020", "MEDICO_SOCIAL", "ACCES_DROITS");
        var request = analyse(leo.request(), "HANDICAP", 3, "SANS_MT");
        var bare = page(leo.patient(), "/inclusion?demande=" + id(request));
        assertThat(bare.select("#why").text()).contains("L’accord");
        ok(include(leo.patient(), request, "HANDICAP", 3, "REPRESENTANT", "Sandrine CARON, mère"));
        ok(
                file(
                        leo.patient(),
                        "/droits/accompagnement",
                        "state",
                        "A_CONFIRMER",
                        "givenOn",
                        "02/06/2026",
                        "form",
                        "TELEPHONE",
                        "givenBy",
                        "REPRESENTANT",
                        "representative",
                        "Olivier CARON, père",
                        "reason",
                        "N’a pas encore répondu"));
        assertThat(page(leo.patient(), "/droits").text()).contains("Olivier CARON", "confirmer");
        assertThat(
                        one(
                                leo.patient(),
                                "select level || ' ' || status from casefile.support where patient_id = :p"))
                .isEqualTo("3 ACTIF");
    }

    @Test
    void flament_s_doctor_is_silent_for_16_days_then_the_coordinator_decides_with_a_reason()
            throws Exception {
        var nadege = followed("CANCEROLOGIE", 2);
        var pps =
                plan(
                        nadege,
                        List.of(
                                "title",
                                "Psychologue",
                                "type",
                                "CONSULTATION",
                                "starts_on",
                                day(1),
                                "actor",
                                member(nadege, "Anne LEFEBVRE", "Psychologue")));
        clock.move(Duration.ofDays(14));
        assertThat(
                        as(
                                        cast.claireCoordinator,
                                        post("/dossiers/" + nadege + "/pps/" + pps + "/vigueur")
                                                .param("reason", "Deux appels"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(raised(nadege, 1))
                .as("nothing says yet that the doctor has the plan")
                .anyMatch(alert -> alert.startsWith("PPS_SANS_ACCUSE OUVERTE"));
        ok(
                file(
                        nadege,
                        "/pps/" + pps + "/recu",
                        "on",
                        LocalDate.now(clock).toString(),
                        "way",
                        "TELEPHONE",
                        "by",
                        "Secrétariat du médecin"));
        clock.move(Duration.ofDays(2));
        assertThat(raised(nadege, 1))
                .as("received, and no opinion")
                .anyMatch(alert -> alert.startsWith("MT_SILENCIEUX OUVERTE"))
                .noneMatch(alert -> alert.startsWith("PPS_SANS_ACCUSE"));

        ok(file(nadege, "/pps/" + pps + "/vigueur", "reason", "Le traitement est commencé"));

        assertThat(current(nadege).opinion()).isEqualTo("ATTENDU");
        assertThat(current(nadege).validated()).isFalse();
        assertThat(raised(nadege, 1))
                .as("the opinion is still awaited")
                .anyMatch(alert -> alert.startsWith("MT_SILENCIEUX OUVERTE"));
    }

    @Test
    void vasseur_is_handed_over_and_nobody_acknowledges_for_15_days() throws Exception {
        var paul = cast.newPatient(cast.douai);
        var request = ask(paul, "PROCHE", "INFORMEE_ACCORD", "MAINTIEN_DOMICILE");
        include(paul, analyse(request, "GERONTOLOGIE", 3), "GERONTOLOGIE", 3);
        // an accompaniment is proposed, or somebody else is asked: not both for one request
        assertThat(
                        as(
                                        cast.claireCoordinator,
                                        post(request + "/orientation")
                                                .param("toKind", "MAIA")
                                                .param("toName", "MAIA")
                                                .param("content", "x")
                                                .param("agreed", "true"))
                                .getStatus())
                .isIn(409, 422);
        var again = ask(paul, "MEDECIN_TRAITANT", "INFORMEE_ACCORD", "MAINTIEN_DOMICILE");
        ok(
                as(
                        cast.claireCoordinator,
                        post(again + "/orientation")
                                .param("toKind", "MAIA")
                                .param("toName", "MAIA de Flandre (fictive)")
                                .param("content", "Gestion de cas")
                                .param("agreed", "true")));

        clock.move(Duration.ofDays(15));

        assertThat(raised(paul, 1))
                .contains(
                        "RELAIS_SANS_ACCUSE OUVERTE Passage de relais sans accusé de réception · MAIA de Flandre (fictive)");
    }

    @Test
    void t_m_refuses_and_the_landlord_gets_an_acknowledgement_only() throws Exception {
        var tm = newcomer("M.", "T.", "23/05/1959", "BAILLEUR", "ISOLEMENT_PRECARITE", "REFUSE");
        ok(as(cast.claireCoordinator, post(tm.request() + "/cloture").param("reason", "REFUS")));

        eventually(() ->
                assertThat(
                                one(
                                        tm.patient(),
                                        "select count(*) from correspondence.outgoing_message where patient_id = :p and recipient_kind = 'ADRESSEUR' and state <> 'ANNULE'"))
                        .isEqualTo("1"));
        assertThat(
                        one(
                                tm.patient(),
                                "select body from correspondence.outgoing_message where patient_id = :p and recipient_kind = 'ADRESSEUR' and state <> 'ANNULE'"))
                .contains("reçu")
                .doesNotContain("T.", "Refus", "refus", "niveau", "Niveau");
        assertThat(
                        one(
                                tm.patient(),
                                "select count(*) from casefile.support where patient_id = :p and included_on is not null"))
                .isEqualTo("0");
    }

    @Test
    void a_call_for_advice_about_nobody_is_answered_without_any_file() throws Exception {
        var request =
                answer(
                        as(
                                cast.sophieSecretary,
                                post("/demandes")
                                        .param("asker", "Dr Baert")
                                        .param("askerQuality", "MEDECIN")
                                        .param("patient", "PERSONNE")
                                        .param("motives", "CONSEIL")
                                        .param("channel", "TELEPHONE")
                                        .param("urgency", "NORMALE")));
        ok(
                as(
                        cast.sophieSecretary,
                        post(request + "/conseil")
                                .param("advice", "Coordonnées de l’accueil de jour données")));
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select status || coalesce(patient_id::text, ' nobody') from intake.referral where id = :id")
                                                .param("id", id(request))
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .isEqualTo("CONSEIL nobody");
    }

    // ── gestures ──

    private record Newcomer(PatientId patient, String request) {}

    private Newcomer newcomer(
            String name,
            String given,
            String born,
            String quality,
            String motive,
            String... agreement)
            throws Exception {
        var typed = name + " " + given + " " + UUID.randomUUID().toString().substring(0, 4);
        var request =
                answer(
                        as(
                                cast.sophieSecretary,
                                post("/demandes")
                                        .param("asker", "Quelqu’un")
                                        .param("askerQuality", quality)
                                        .param("subject", typed)
                                        .param("nearSeen", typed)
                                        .param("patient", "NOUVELLE")
                                        .param("birthName", name)
                                        .param("givenNames", given)
                                        .param("birthDate", born)
                                        .param("sex", "F")
                                        .param("commune", "59178")
                                        .param("motives", motive)
                                        .param("ownWords", "« Laissez-moi tranquille. »")
                                        .param("channel", "TELEPHONE")
                                        .param("urgency", "NORMALE")
                                        .param(
                                                "agreement",
                                                agreement.length == 0
                                                        ? "INFORMEE_ACCORD"
                                                        : agreement[0])));
        var patient =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select patient_id from intake.referral where id = :id")
                                        .param("id", id(request))
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var newcomer = new PatientId(patient);
        liveInDouai(newcomer);
        return new Newcomer(newcomer, request);
    }

    /// The secretary took the name of a commune; the identity page knows which one it is.
    private void liveInDouai(PatientId patient) throws Exception {
        var form =
                Objects.requireNonNull(
                        page(patient, "/identite").selectFirst("form[action$=/identite]"));
        var request = post("/dossiers/" + patient + "/identite");
        for (var field : form.select("input[name], select[name], textarea[name]")) {
            var box = field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
            if (box && !field.hasAttr("checked") || field.attr("name").equals("commune")) continue;
            var chosen = field.select("option[selected]");
            request.param(
                    field.attr("name"),
                    field.tagName().equals("select")
                            ? chosen.isEmpty()
                                    ? field.select("option").attr("value")
                                    : chosen.attr("value")
                            : field.val());
        }
        ok(as(cast.claireCoordinator, request.param("commune", "Douai")));
    }

    private PatientId followed(String theme, int level) throws Exception {
        var patient = cast.newPatient(cast.douai);
        var request = ask(patient, "MEDECIN_TRAITANT", "INFORMEE_ACCORD", "RUPTURE_SOINS");
        include(patient, analyse(request, theme, level), theme, level);
        return patient;
    }

    private String ask(PatientId patient, String quality, String agreement, String motive)
            throws Exception {
        return answer(
                as(
                        cast.sophieSecretary,
                        request(patient, quality, agreement, motive).param("mt", "A_PREVENIR")));
    }

    private static MockHttpServletRequestBuilder request(
            PatientId patient, String quality, String agreement, String motive) {
        return post("/demandes")
                .param("asker", quality.equals("MEDECIN_TRAITANT") ? "Dr Anne MOREL" : "Quelqu’un")
                .param("askerQuality", quality)
                .param("subject", "durand odette")
                .param("nearSeen", "durand odette")
                .param("patient", patient.toString())
                .param("motives", motive)
                .param("channel", "TELEPHONE")
                .param("urgency", "NORMALE")
                .param("agreement", agreement);
    }

    /// The analysis with the MT, and the need validated; returns the request.
    private String analyse(String request, String theme, int level) throws Exception {
        return analyse(request, theme, level, "AVEC_MT");
    }

    private String analyse(String request, String theme, int level, String doctor)
            throws Exception {
        var version = pageAt(request + "/analyse").select("input[name=version]").val();
        ok(
                as(
                        cast.claireCoordinator,
                        post(request + "/analyse")
                                .param("version", version)
                                .param("medical", "PLURIPATHOLOGIE", "SEVERITE")
                                .param("social", "ISOLEMENT")
                                .param("grid", "P1", "P3", "E1", "M1")
                                .param("subsidiarity", "NON_COUVERT")
                                .param("mtPart", doctor)
                                .param("theme", theme)
                                .param("intensity", level == 3 ? "INTENSIF" : "SOUTENU")
                                .param("retained", String.valueOf(level))
                                .param(
                                        "overrideReason",
                                        level == 3 ? "" : "Décidé en réunion d’équipe")
                                .param("validated", "1")));
        ok(as(cast.claireCoordinator, post(request + "/proposition")));
        return request;
    }

    private void include(PatientId patient, String request, String theme, int level)
            throws Exception {
        ok(include(patient, request, theme, level, "PERSONNE", ""));
    }

    private org.springframework.mock.web.MockHttpServletResponse include(
            PatientId patient,
            String request,
            String theme,
            int level,
            String by,
            String representative)
            throws Exception {
        var form = page(patient, "/inclusion?demande=" + id(request) + "&theme=" + theme);
        return as(
                cast.claireCoordinator,
                post("/dossiers/" + patient + "/inclusion")
                        .param("demande", id(request).toString())
                        .param("theme", theme)
                        .param("level", String.valueOf(level))
                        .param("day", day(0))
                        .param("intensity", level == 3 ? "INTENSIF" : "SOUTENU")
                        .param("coordinator", cast.claireCoordinator.member().toString())
                        .param("criterion", criteria(theme, form))
                        .param("firstLineOn", day(0))
                        .param("firstLineBy", "Dr Morel")
                        .param("agreementState", "DONNE")
                        .param("agreementOn", day(0))
                        .param("agreementForm", "ORAL")
                        .param("agreementBy", by)
                        .param("agreementRepresentative", representative)
                        .param("sharingState", "DONNE")
                        .param("sharingOn", day(0))
                        .param("sharingForm", "ORAL")
                        .param("sharingBy", by)
                        .param("sharingRepresentative", representative)
                        .param("_once", UUID.randomUUID().toString()));
    }

    /// Every criterion of the structure, whatever the theme shown first.
    private String[] criteria(String theme, Document form) {
        var shown = form.select("input[name=criterion]").eachAttr("value");
        var all =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id::text from network.criterion where kind = 'INCLUSION' and active and (theme_code is null or theme_code = :theme)")
                                        .param("theme", theme)
                                        .query((row, _) -> row.getString(1))
                                        .list());
        return java.util.stream.Stream.concat(shown.stream(), all.stream())
                .distinct()
                .toArray(String[]::new);
    }

    private void evaluate(
            PatientId patient, String questionnaire, Map<String, List<String>> answers)
            throws Exception {
        var address =
                Objects.requireNonNull(
                        as(
                                        cast.claireCoordinator,
                                        post("/dossiers/" + patient + "/evaluations")
                                                .param("questionnaire", questionnaire))
                                .getRedirectedUrl());
        var form =
                post(address)
                        .param("version", "0")
                        .param("_tab", UUID.randomUUID().toString())
                        .param("onDate", day(0))
                        .param("setting", "DOMICILE")
                        .param("geste", "terminer");
        answers.forEach(
                (linkId, values) -> form.param("r." + linkId, values.toArray(String[]::new)));
        ok(as(cast.claireCoordinator, form));
    }

    /// A member of the circle, who is of the care team.
    private String member(PatientId patient, String name, String profession) throws Exception {
        ok(
                file(
                        patient,
                        "/cercle",
                        "kind",
                        "PROFESSIONNEL",
                        "role",
                        "INTERVENANT",
                        "standing",
                        "SOIGNANT",
                        "name",
                        name,
                        "profession",
                        profession,
                        "since",
                        day(0),
                        "part",
                        "SOINS"));
        return one(
                patient,
                "select id::text from casefile.circle where patient_id = :p and name = '"
                        + name.replace("'", "''")
                        + "'");
    }

    /// A plan with one goal and these interventions, submitted.
    @SafeVarargs
    private UUID plan(PatientId patient, List<String>... interventions) throws Exception {
        var base = "/dossiers/" + patient + "/pps";
        var edit =
                Objects.requireNonNull(as(cast.claireCoordinator, post(base)).getRedirectedUrl());
        var pps = UUID.fromString(edit.replaceAll(".*/pps/|/modifier", ""));
        var conduct =
                Objects.requireNonNull(
                        pageAt(edit).selectFirst("form[action$=/sections/CONDUITE]"));
        ok(
                as(
                        cast.claireCoordinator,
                        post(conduct.attr("action"))
                                .param("_tag", conduct.select("input[name=_tag]").val())
                                .param("reassess_on", today().plusMonths(11).toString())
                                .param("referent", cast.claireCoordinator.member().toString())));
        ok(
                line(
                        base + "/" + pps + "/objectifs",
                        List.of(
                                "title",
                                "Aller mieux",
                                "kind",
                                "QUALITATIF",
                                "domain",
                                "MEDICAL")));
        for (var intervention : interventions)
            ok(line(base + "/" + pps + "/interventions", intervention));
        ok(as(cast.claireCoordinator, post(base + "/" + pps + "/soumettre")));
        return pps;
    }

    private org.springframework.mock.web.MockHttpServletResponse line(
            String address, List<String> fields) throws Exception {
        var request = post(address).param("_tag", "");
        for (int i = 0; i < fields.size(); i += 2) request.param(fields.get(i), fields.get(i + 1));
        return as(cast.claireCoordinator, request);
    }

    private void opinion(PatientId patient, UUID pps, String opinion, String channel, String words)
            throws Exception {
        ok(
                file(
                        patient,
                        "/pps/" + pps + "/avis",
                        "opinion",
                        opinion,
                        "words",
                        words,
                        "given_by",
                        "Dr Anne MOREL",
                        "given_on",
                        day(0),
                        "channel",
                        channel));
    }

    private org.springframework.mock.web.MockHttpServletResponse file(
            PatientId patient, String part, String... fields) throws Exception {
        var request = post("/dossiers/" + patient + part);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return as(cast.claireCoordinator, request);
    }

    private org.springframework.mock.web.MockHttpServletResponse as(
            SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static void ok(org.springframework.mock.web.MockHttpServletResponse response)
            throws Exception {
        assertThat(response.getStatus())
                .as(
                        Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8))
                                .select(".error, .notice, #why")
                                .text())
                .isEqualTo(302);
    }

    private static String answer(org.springframework.mock.web.MockHttpServletResponse response)
            throws Exception {
        ok(response);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private Document page(PatientId patient, String part) throws Exception {
        return pageAt("/dossiers/" + patient + part);
    }

    private Document pageAt(String address) throws Exception {
        var response =
                mvc.perform(get(address).with(user(cast.claireCoordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    // ── what came of it ──

    /// Open alerts, once at least `most` are there: follow-up begins in listeners, after the
    /// commit.
    private List<String> raised(PatientId patient, int atLeast) throws Exception {
        eventually(() -> {
            cast.in(cast.douai, alerts::raise);
            assertThat(raisedAfter(patient)).hasSizeGreaterThanOrEqualTo(atLeast);
        });
        return raisedAfter(patient);
    }

    private List<String> raisedAfter(PatientId patient) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select rule || ' ' || status || ' ' || title as line from followup.open_alert where patient_id = :p order by 1")
                                .param("p", patient.value())
                                .query((row, _) -> row.getString("line"))
                                .list());
    }

    private interface Check {
        void run() throws Exception;
    }

    private static void eventually(Check check) throws Exception {
        for (int i = 0; ; i++) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (i == 50) throw e;
                Thread.sleep(100);
            }
        }
    }

    private String one(PatientId patient, String question) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(question)
                                .param("p", patient.value())
                                .query((row, _) -> String.valueOf(row.getString(1)))
                                .single());
    }

    private CarePlans.Plan current(PatientId patient) {
        return cast.in(cast.douai, () -> carePlans.current(patient)).orElseThrow();
    }

    private String version(PatientId patient) {
        return one(patient, "select version::text from casefile.support where patient_id = :p");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String day(int fromToday) {
        return today().plusDays(fromToday).toString();
    }

    private static UUID id(String request) {
        return UUID.fromString(request.substring("/demandes/".length()));
    }
}
