package fr.maillage.help.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.PageTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// What the team brings besides the plan: helps to the person and her relatives, sessions paid to a
/// psychologist, what a doctor asks for.
@IntegrationTest
class HelpTest extends PageTest {

    private static String here(Followed followed) {
        return "/dossiers/" + followed.patient() + "/appuis";
    }

    private Followed followed(String theme) {
        var followed = cast.newFollowed(cast.douai, 2, 30);
        cast.in(
                cast.douai,
                () ->
                        sql.sql("update casefile.support set theme_code = :theme where id = :id")
                                .param("theme", theme)
                                .param("id", followed.support())
                                .update());
        return followed;
    }

    private UUID relative(Followed followed, String name) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, relation, since)
                                        values (:id, :patient, 'PROCHE', 'PROCHE', 'AIDANT_PRINCIPAL', :name, 'époux', '2026-01-01')
                                        """)
                                .param("id", id)
                                .param("patient", followed.patient().value())
                                .param("name", name)
                                .update());
        return id;
    }

    /// The form of a help, these fields besides what every help says.
    private static String[] help(String... fields) {
        var all = new LinkedHashMap<String, String>();
        all.put("onDate", "2026-06-01");
        all.put("words", "Deux appels, un rendez-vous.");
        all.put("result", "OBTENU");
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], fields[i + 1]);
        return all.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private List<String> letters(PatientId patient) {
        return rows(
                cast.douai,
                "select recipient_kind || ' ' || recipient_name || ' ' || replace(body, chr(160), ' ') from correspondence.outgoing_message where patient_id = '"
                        + patient
                        + "' order by created_at, id");
    }

    @Test
    @Proves("REQ-FOLLOWUP-13")
    void a_help_may_be_for_a_relative_who_is_named() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        var husband = relative(followed, "Jean DURAND");
        var refused =
                refused(
                        cast.claireCoordinator,
                        here + "/aides",
                        help("kind", "REPIT", "partner", "Accueil de jour"));
        assertThat(refused.select("#aide-forWhom-error").text()).isEqualTo(HelpText.OF_A_RELATIVE);
        assertThat(refused.select("#aide-partner").val()).isEqualTo("Accueil de jour");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/aides",
                                        help("kind", "ECOUTE", "forWhom", "AUTRE"))
                                .select("#aide-relativeName-error")
                                .text())
                .isEqualTo(HelpText.WHICH_RELATIVE);
        refused(
                cast.claireCoordinator,
                here + "/aides",
                help("kind", "ECOUTE", "forWhom", UUID.randomUUID().toString()));

        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "REPIT",
                        "forWhom",
                        husband.toString(),
                        "partner",
                        "Accueil de jour",
                        "minutes",
                        "40"));
        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "FORMATION",
                        "forWhom",
                        "AUTRE",
                        "relativeName",
                        "Sa fille, Anne",
                        "result",
                        "EN_ATTENTE"));
        var shown = page(cast.claireCoordinator, here);
        assertThat(shown.select("#aides .card").eachText())
                .hasSize(2)
                .anySatisfy(card ->
                        assertThat(card)
                                .contains(
                                        "Répit organisé",
                                        "Proches et aidants",
                                        "Jean DURAND",
                                        "Accueil de jour",
                                        "40 min"))
                .anySatisfy(card -> assertThat(card).contains("Sa fille, Anne"));
        assertThat(
                        page(
                                        cast.claireCoordinator,
                                        "/dossiers/" + followed.patient() + "/ligne-de-vie")
                                .select("main")
                                .text())
                .contains("Aide : Répit organisé");
        // neither the desk nor another structure reads it
        form(cast.sophieSecretary, here + "/aides", 404, help("kind", "RENDEZ_VOUS"));
        form(cast.calaisCoordinator, here + "/aides", 404, help("kind", "RENDEZ_VOUS"));
    }

    @Test
    @Proves("REQ-THEME-03")
    void in_cancerology_a_nurse_supports_with_the_attending_doctor_and_the_proximity_team()
            throws Exception {
        var followed = followed("CANCEROLOGIE");
        var here = here(followed);
        var shown = page(cast.claireCoordinator, here);
        assertThat(shown.select("main .notice").text())
                .contains("l’appui se fait avec le médecin traitant", "Dr Anne MOREL");
        assertThat(shown.select("section[aria-labelledby=proximite]").text())
                .contains("Dr Anne MOREL", "Médecin traitant", "03 27 00 00 02");

        // help for a financial aid: the attending doctor is mandatory
        var refused =
                refused(
                        cast.claireCoordinator,
                        here + "/aides",
                        help("kind", "FINANCEMENT", "partner", "Ligue contre le cancer"));
        assertThat(refused.select("#aide-doctor-error").text()).isEqualTo(HelpText.DOCTOR_NEEDED);
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/aides",
                                        help(
                                                "kind",
                                                "FINANCEMENT",
                                                "doctor",
                                                "SANS",
                                                "doctorWords",
                                                "pas le temps"))
                                .select("#aide-doctor-error")
                                .text())
                .isEqualTo(HelpText.DOCTOR_THERE);
        assertThat(letters(followed.patient())).isEmpty();
        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "FINANCEMENT",
                        "doctor",
                        "A_INFORMER",
                        "partner",
                        "Ligue contre le cancer"));
        send(
                cast.claireCoordinator,
                here + "/aides",
                help("kind", "A_DOMICILE", "doctor", "INFORME"));
        assertThat(letters(followed.patient()))
                .singleElement()
                .asString()
                .contains(
                        "MEDECIN_TRAITANT Dr Anne MOREL",
                        "Aide financière recherchée",
                        "Deux appels, un rendez-vous.");

        // without a doctor the work goes on, says why, and one is looked for, once
        var alone = followed("CANCEROLOGIE");
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set mt_state = 'A_RECHERCHER', mt_name = null, mt_rpps = null where id = :id")
                                .param("id", alone.patient().value())
                                .update());
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here(alone) + "/aides",
                                        help("kind", "DEMARCHE", "doctor", "INFORME"))
                                .select("#aide-doctor-error")
                                .text())
                .isEqualTo(HelpText.NOT_REACHABLE);
        for (var kind : List.of("DEMARCHE", "MATERIEL"))
            send(
                    cast.claireCoordinator,
                    here(alone) + "/aides",
                    help("kind", kind, "doctor", "SANS", "doctorWords", "Aucun n’est déclaré"));
        assertThat(
                        rows(
                                cast.douai,
                                "select title from followup.task where patient_id = '"
                                        + alone.patient()
                                        + "'"))
                .containsExactly(HelpText.FIND_A_DOCTOR);
        // another theme asks nothing of the doctor
        send(
                cast.claireCoordinator,
                here(followed("GERONTOLOGIE")) + "/aides",
                help("kind", "FINANCEMENT"));
    }

    @Test
    @Proves("REQ-THEME-06")
    void access_to_care_of_people_in_precarity_and_shared_resources_of_mental_health()
            throws Exception {
        var here = new OwnStructure(cast, sql, "32");
        here.themes("PRECARITE", "SANTE_MENTALE");
        var first = here.patient();
        here.support(first, 2, "2026-01-05", null, null, here.alice, "PRECARITE", "59350");
        var second = here.patient();
        here.support(second, 2, "2026-01-05", null, null, here.alice, "SANTE_MENTALE", "62427");
        var one = "/dossiers/" + first + "/appuis";
        var other = "/dossiers/" + second + "/appuis";

        assertThat(
                        refused(here.alice, other + "/aides", help("kind", "EQUIPE_MOBILE"))
                                .select("#aide-partner-error")
                                .text())
                .isEqualTo(HelpText.WHICH_RESOURCE);
        assertThat(
                        refused(
                                        here.alice,
                                        one + "/aides",
                                        help("kind", "SANS_AVANCE", "result", "NON_OBTENU"))
                                .select("#aide-resultWhy-error")
                                .text())
                .isEqualTo(HelpText.WHY_NOT);
        send(here.alice, one + "/aides", help("kind", "SANS_AVANCE", "partner", "PASS de Lille"));
        send(here.alice, one + "/aides", help("kind", "ACCOMPAGNEMENT"));
        send(
                here.alice,
                one + "/aides",
                help(
                        "kind",
                        "ACCOMPAGNEMENT",
                        "result",
                        "NON_OBTENU",
                        "resultWhy",
                        "N’est pas venue"));
        send(
                here.alice,
                other + "/aides",
                help("kind", "EQUIPE_MOBILE", "partner", "EMPP de Lens", "result", "EN_ATTENTE"));

        // the figures, and the names behind them for who reads health content
        var team = page(here.head, "/appuis");
        assertThat(team.select("main").text()).contains("Accès aux soins 3 aides, 1 personnes");
        assertThat(team.select("tr:contains(Accompagnement à un rendez-vous) td.num").eachText())
                .containsExactly("2", "1", "1", "0", "1");
        assertThat(team.select("tr:contains(Équipe mobile) td.num").eachText())
                .containsExactly("1", "1", "0", "1", "0");
        assertThat(team.select("section[aria-labelledby=themes] tbody tr").eachText())
                .containsExactly("Précarité 3 1 0 0 sur 3", "Santé mentale 1 1 0 0 sur 1");
        assertThat(team.select("#liste, #attend")).isEmpty();
        assertThat(page(here.head, "/appuis?famille=ACCES_SOINS").select("#liste"))
                .as("no name for the head")
                .isEmpty();
        assertThat(
                        page(here.alice, "/appuis?famille=SANTE_MENTALE")
                                .select("#liste tbody tr")
                                .eachText())
                .singleElement()
                .asString()
                .contains("EMPP de Lens", "En attente");
        assertThat(page(here.alice, "/appuis?annee=2025").select("main").text())
                .contains("Aucune aide notée en 2025");
    }

    @Test
    @Proves("REQ-REGIONAL-09")
    void an_arrangement_of_access_stays_in_place_and_is_looked_at_again() throws Exception {
        var followed = followed("HANDICAP");
        var here = here(followed);
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/aides",
                                        help("kind", "LANGUE_DES_SIGNES", "reviewOn", "2026-05-30"))
                                .select("#aide-reviewOn-error")
                                .text())
                .isEqualTo(HelpText.REVIEW_AFTER);
        send(
                cast.claireCoordinator,
                here + "/aides",
                help(
                        "kind",
                        "LANGUE_DES_SIGNES",
                        "partner",
                        "Association d’interprètes",
                        "reviewOn",
                        "2026-07-01"));
        var id =
                UUID.fromString(
                        value(
                                "select id from help.given where patient_id = '"
                                        + followed.patient()
                                        + "'"));
        assertThat(
                        page(cast.claireCoordinator, here)
                                .select("section[aria-labelledby=place]")
                                .text())
                .contains("Interprète en langue des signes", "À revoir le 1er juillet 2026");
        // the day passes: late, for the team too
        clock.move(Duration.ofDays(40));
        assertThat(
                        page(cast.claireCoordinator, here)
                                .select("section[aria-labelledby=place] .is-late")
                                .text())
                .isEqualTo("À revoir depuis le 1er juillet 2026");
        assertThat(page(cast.claireCoordinator, "/appuis").select("main").text())
                .contains("À revoir : Interprète en langue des signes");
        refused(
                cast.claireCoordinator,
                here + "/aides/" + id + "/revue",
                "_tag",
                "0",
                "words",
                "",
                "nextOn",
                "2026-07-01");
        send(
                cast.claireCoordinator,
                here + "/aides/" + id + "/revue",
                "_tag",
                "0",
                "words",
                "Présente à chaque séance.",
                "nextOn",
                "2026-12-01");
        form(
                cast.karimCoordinator,
                here + "/aides/" + id + "/revue",
                409,
                "_tag",
                "0",
                "words",
                "Moi aussi",
                "nextOn",
                "2026-12-02");
        var seen =
                page(cast.claireCoordinator, here).select("section[aria-labelledby=place]").text();
        assertThat(seen)
                .contains(
                        "À revoir le 1er décembre 2026",
                        "Revu 1 fois",
                        "Présente à chaque séance.");
        send(
                cast.claireCoordinator,
                here + "/aides/" + id + "/fin",
                "_tag",
                "1",
                "endedOn",
                "2026-07-12",
                "endedWhy",
                "Déménage");
        var ended = page(cast.claireCoordinator, here);
        assertThat(ended.select("section[aria-labelledby=place]")).isEmpty();
        assertThat(ended.select("#aides .card").text())
                .contains("12 juillet 2026 : Déménage")
                .doesNotContain("Corriger");
    }

    @Test
    void a_help_is_corrected_by_one_at_a_time_and_nothing_typed_is_lost() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        send(cast.claireCoordinator, here + "/aides", help("kind", "RENDEZ_VOUS"));
        var id = value("select id from help.given where patient_id = '" + followed.patient() + "'");
        send(
                cast.karimCoordinator,
                here + "/aides/" + id,
                help("_tag", "0", "kind", "MEDECIN", "doctor", "A_INFORMER"));
        assertThat(letters(followed.patient())).hasSize(1);
        var second =
                form(
                        cast.claireCoordinator,
                        here + "/aides/" + id,
                        409,
                        help("_tag", "0", "kind", "MEDECIN", "resultWhy", "mes mots"));
        assertThat(second.select("[id$=-resultWhy]").eachAttr("value")).contains("mes mots");
        assertThat(letters(followed.patient())).hasSize(1);
        form(
                cast.claireCoordinator,
                here + "/aides/" + UUID.randomUUID(),
                404,
                help("kind", "MEDECIN"));
    }

    private String agreement(SignedIn who, int most) {
        var ref = "99" + UUID.randomUUID().toString().replaceAll("\\D", "1").substring(0, 9);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into partners.agreement (id, ref, name, signed_on, starts_on, ends_on, amount, sessions, noted_by, noted_at)
                                        values (gen_random_uuid(), :ref, 'Mme Psy ESSAI', '2025-12-01', '2026-01-01', '2026-06-30', 62.50, :most, :by, now())
                                        """)
                                .param("ref", ref)
                                .param("most", most)
                                .param("by", who.displayName())
                                .update());
        return ref;
    }

    @Test
    @Proves("REQ-FOLLOWUP-16")
    void
            sessions_of_a_psychologist_are_granted_to_the_person_or_a_relative_and_paid_as_they_take_place()
                    throws Exception {
        var followed = followed("CANCEROLOGIE");
        var here = here(followed) + "/psychologie";
        var husband = relative(followed, "Paul DURAND");
        var ref = agreement(cast.claireCoordinator, 3);
        refused(
                cast.claireCoordinator,
                here,
                "ref",
                "10000000000",
                "granted",
                "2",
                "startsOn",
                "2026-05-01");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here,
                                        "ref",
                                        ref,
                                        "granted",
                                        "4",
                                        "startsOn",
                                        "2026-05-01")
                                .select("#soutien-granted-error")
                                .text())
                .contains("3 séances au plus par personne");
        send(cast.claireCoordinator, here, "ref", ref, "granted", "2", "startsOn", "2026-05-01");
        // the relative has their own, up to the same number
        send(
                cast.claireCoordinator,
                here,
                "ref",
                ref,
                "granted",
                "3",
                "startsOn",
                "2026-05-01",
                "forWhom",
                husband.toString());
        var course =
                value(
                        "select id from help.psychology where for_whom = 'PERSONNE' and patient_id = '"
                                + followed.patient()
                                + "'");
        var sessions = here + "/" + course + "/seances";
        refused(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-06-03",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        send(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-05-12",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        sessions,
                                        "onDate",
                                        "2026-05-12",
                                        "place",
                                        "CABINET",
                                        "state",
                                        "FAITE")
                                .text())
                .contains(HelpText.SESSION_THERE);
        send(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-05-19",
                "place",
                "DOMICILE",
                "state",
                "ABSENCE");
        send(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-05-26",
                "place",
                "VISIO",
                "state",
                "FAITE");
        // as many as were granted, an absence not being one
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        sessions,
                                        "onDate",
                                        "2026-06-01",
                                        "place",
                                        "DOMICILE",
                                        "state",
                                        "FAITE")
                                .text())
                .contains("Les 2 séances accordées sont faites");
        var card =
                page(cast.claireCoordinator, here(followed))
                        .select("#psychologie .card:contains(Pour la personne)")
                        .text();
        assertThat(card)
                .contains("2 séances faites sur 2", "À domicile", "Absence")
                .contains("Pris en charge : 125,00 €");
        refused(cast.claireCoordinator, here + "/" + course + "/plus", "_tag", "0", "more", "2");
        send(cast.claireCoordinator, here + "/" + course + "/plus", "_tag", "0", "more", "1");
        form(cast.claireCoordinator, here + "/" + course + "/plus", 422, "_tag", "0", "more", "1");
        form(
                cast.claireCoordinator,
                here + "/" + course + "/fin",
                409,
                "_tag",
                "0",
                "endedOn",
                "2026-06-02",
                "endedWhy",
                "Va mieux");
        // the agreement ends: nothing more is paid under it
        clock.move(Duration.ofDays(40));
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        sessions,
                                        "onDate",
                                        "2026-07-05",
                                        "place",
                                        "DOMICILE",
                                        "state",
                                        "FAITE")
                                .text())
                .contains(HelpText.NO_AGREEMENT);
        send(
                cast.claireCoordinator,
                here + "/" + course + "/fin",
                "_tag",
                "1",
                "endedOn",
                "2026-06-02",
                "endedWhy",
                "Va mieux");
        refused(
                cast.claireCoordinator,
                sessions,
                "onDate",
                "2026-06-10",
                "place",
                "DOMICILE",
                "state",
                "FAITE");
        assertThat(
                        page(cast.helenHead, "/appuis")
                                .select("section[aria-labelledby=psy] tbody tr")
                                .eachText())
                .anySatisfy(line -> assertThat(line).contains("Mme Psy ESSAI", "2", "125,00 €"));
    }

    @Test
    @Proves("REQ-ASSESS-09")
    void a_doctor_asks_for_the_five_items_of_functional_support_and_is_answered_when_all_are()
            throws Exception {
        var followed = followed("GERONTOLOGIE");
        var here = here(followed);
        assertThat(page(cast.claireCoordinator, here).select("input[name=items]").eachAttr("value"))
                .containsExactly(
                        "LOGEMENT", "HOSPITALISATION", "AIDE_DOMICILE", "SUIVI_GLOBAL", "PROCHES");
        assertThat(page(cast.claireCoordinator, here).select("#appui-askedBy").val())
                .isEqualTo("Dr Anne MOREL");
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here + "/medecin",
                                        "askedOn",
                                        "2026-06-01",
                                        "askedBy",
                                        "Dr Anne MOREL",
                                        "dueOn",
                                        "2026-06-15",
                                        "words",
                                        "Elle tombe la nuit")
                                .text())
                .contains(HelpText.WHICH_ITEMS, "Elle tombe la nuit");
        send(
                cast.claireCoordinator,
                here + "/medecin",
                "askedOn",
                "2026-06-01",
                "askedBy",
                "Dr Anne MOREL",
                "dueOn",
                "2026-06-15",
                "items",
                "LOGEMENT",
                "items",
                "PROCHES",
                "words",
                "Elle tombe la nuit");
        var asked =
                value("select id from help.asked where patient_id = '" + followed.patient() + "'");
        assertThat(page(cast.claireCoordinator, here).select("#medecin").text())
                .contains(
                        "Diagnostic d’aménagement du domicile",
                        "Formation et information de l’entourage",
                        "Réponse pour le 15 juin 2026");
        var home = here + "/medecin/" + asked + "/LOGEMENT";
        refused(
                cast.claireCoordinator,
                home,
                "conclusion",
                "",
                "by",
                "Mme Ergo",
                "on",
                "2026-06-02");
        form(
                cast.claireCoordinator,
                here + "/medecin/" + asked + "/SUIVI_GLOBAL",
                404,
                "conclusion",
                "x",
                "by",
                "y",
                "on",
                "2026-06-02");
        send(
                cast.claireCoordinator,
                home,
                "conclusion",
                "Barre de douche, éclairage de nuit",
                "by",
                "Mme Ergo",
                "on",
                "2026-06-02");
        form(
                cast.karimCoordinator,
                home,
                409,
                "conclusion",
                "Autre chose",
                "by",
                "Moi",
                "on",
                "2026-06-02");
        assertThat(letters(followed.patient())).isEmpty();
        assertThat(page(cast.claireCoordinator, "/appuis").select("main").text())
                .contains("Demandé par le médecin : Formation et information de l’entourage");
        send(
                cast.claireCoordinator,
                here + "/medecin/" + asked + "/PROCHES",
                "conclusion",
                "Atelier des aidants le 10 juin",
                "by",
                "Mme Sociale",
                "on",
                "2026-06-02");
        assertThat(letters(followed.patient()))
                .singleElement()
                .asString()
                .contains(
                        "MEDECIN_TRAITANT Dr Anne MOREL",
                        "Diagnostic d’aménagement du domicile (Mme Ergo)",
                        "Barre de douche",
                        "Atelier des aidants");
        assertThat(page(cast.claireCoordinator, here).select("#medecin").text())
                .contains("Répondu au médecin");
    }

    /// A plan in force with two cares, one that began long ago; answers their ids.
    private List<UUID> plan(Followed followed, UUID actor, String actorName) {
        var pps = UUID.randomUUID();
        var old = UUID.randomUUID();
        var recent = UUID.randomUUID();
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :p, :s, 1, '2026-05-01 09:00+02', 'Claire')")
                            .param("id", pps)
                            .param("p", followed.patient().value())
                            .param("s", followed.support())
                            .update();
                    for (var line :
                            List.of(
                                    List.of(old, "Kinésithérapie", "2025-10-01"),
                                    List.of(recent, "Bilan de marche", "2026-05-20")))
                        sql.sql(
                                        """
                                        insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_id, actor_name, starts_on)
                                        values (:pps, :id, :p, 'SOINS', 'PRESCRIPTION_NON_MEDICAMENTEUSE', :title, :actor, :name, cast(:day as date))
                                        """)
                                .param("pps", pps)
                                .param("id", line.getFirst())
                                .param("p", followed.patient().value())
                                .param("title", line.get(1))
                                .param("actor", actor)
                                .param("name", actorName)
                                .param("day", line.get(2))
                                .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-05-02 09:00+02',
                                           in_force_why = 'AVIS', in_force_by = 'Claire', reassess_on = '2026-11-02' where id = :id
                                    """)
                            .param("id", pps)
                            .update();
                });
        return List.of(old, recent);
    }

    private UUID lucie(Followed followed, String parts) {
        var id = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, rpps, account_id, since, parts)
                                        values (:id, :p, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Lucie PETIT', 'Infirmière', '10100000025', :account, '2026-01-01',
                                                cast(:parts as text[]))
                                        """)
                                .param("id", id)
                                .param("p", followed.patient().value())
                                .param("account", cast.nurseLucie.accountId())
                                .param("parts", parts)
                                .update());
        return id;
    }

    @Test
    @Proves({"REQ-FOLLOWUP-17", "REQ-ASSESS-08"})
    void a_professional_is_asked_to_look_again_at_a_care_and_answers_alone_or_with_the_team()
            throws Exception {
        var followed = followed("GERONTOLOGIE");
        var cares = plan(followed, lucie(followed, "{SOINS,MEDICAL}"), "Lucie PETIT");
        var here = "/dossiers/" + followed.patient() + "/reevaluations";
        // what went on for long is proposed; the rest may be asked too
        var offered = page(cast.claireCoordinator, here);
        assertThat(offered.select("input[name=care]").eachAttr("value"))
                .containsExactly(cares.getFirst().toString(), cares.getLast().toString());
        assertThat(offered.select("input[name=care][checked]").eachAttr("value"))
                .containsExactly(cares.getFirst().toString());
        assertThat(offered.select("fieldset legend").text()).contains("Depuis plus de 180 jours");

        refused(cast.claireCoordinator, here, "dueOn", "2026-06-20");
        refused(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "dueOn",
                "2026-06-01");
        send(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "care",
                cares.getLast().toString(),
                "dueOn",
                "2026-06-20",
                "question",
                "Elle marche mieux");
        assertThat(letters(followed.patient()))
                .as("one letter for both")
                .singleElement()
                .asString()
                .contains(
                        "INTERVENANT Lucie PETIT",
                        "Kinésithérapie",
                        "Bilan de marche",
                        "Elle marche mieux",
                        "20 juin 2026");
        refused(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "dueOn",
                "2026-06-20");
        assertThat(page(cast.claireCoordinator, "/appuis").select("main").text())
                .contains("Réévaluation attendue de Lucie PETIT");

        // she answers herself, on her page; nobody else of the circle may
        var ids =
                rows(
                        cast.douai,
                        "select id from help.renewal where patient_id = '"
                                + followed.patient()
                                + "' order by title");
        var theirs = page(cast.nurseLucie, here);
        assertThat(theirs.select("input[name=care]")).isEmpty();
        assertThat(theirs.select("form[action^=" + here + "]")).hasSize(2);
        form(cast.drMorel, here + "/" + ids.getLast(), 404, "_tag", "0", "verdict", "MAINTENIR");
        assertThat(
                        refused(
                                        cast.nurseLucie,
                                        here + "/" + ids.getLast(),
                                        "_tag",
                                        "0",
                                        "verdict",
                                        "ADAPTER")
                                .text())
                .contains(HelpText.WHAT_CHANGES);
        send(
                cast.nurseLucie,
                here + "/" + ids.getLast(),
                "_tag",
                "0",
                "verdict",
                "ADAPTER",
                "words",
                "Une séance par semaine suffit");
        // the team notes the other, made together
        send(
                cast.claireCoordinator,
                here + "/" + ids.getFirst(),
                "_tag",
                "0",
                "verdict",
                "MAINTENIR",
                "made",
                "AVEC_EQUIPE",
                "givenOn",
                "2026-06-02",
                "words",
                "");
        form(
                cast.karimCoordinator,
                here + "/" + ids.getFirst(),
                409,
                "_tag",
                "0",
                "verdict",
                "ARRETER",
                "made",
                "SEUL",
                "givenOn",
                "2026-06-02",
                "words",
                "trop tard");
        assertThat(
                        page(cast.claireCoordinator, here)
                                .select("section[aria-labelledby=demandes]")
                                .text())
                .contains(
                        "À adapter",
                        "Une séance par semaine suffit",
                        "Réévalué le 2 juin 2026 par le professionnel : Lucie PETIT",
                        "Toujours adapté",
                        "par le professionnel avec l’équipe : Lucie PETIT");
        assertThat(
                        rows(
                                cast.douai,
                                "select title || ' ' || assigned_to from followup.task where patient_id = '"
                                        + followed.patient()
                                        + "'"))
                .as("what must change is a task of who asked, without health content")
                .containsExactly(HelpText.CHANGE_THE_PLAN + " " + cast.claireCoordinator.member());
        // looked at today: no longer old
        assertThat(page(cast.claireCoordinator, here).select("input[name=care][checked]"))
                .isEmpty();
    }

    @Test
    void nobody_is_written_to_whom_the_person_opposes() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var cares = plan(followed, lucie(followed, "{SOINS}"), "Lucie PETIT");
        var here = "/dossiers/" + followed.patient() + "/reevaluations";
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into patient.consent (id, patient_id, act, state, given_on, form, given_by, recorded_at)
                                        values (gen_random_uuid(), :p, 'PARTAGE_EQUIPE', 'OPPOSITION', '2026-06-01', 'ORAL', 'PERSONNE', now())
                                        """)
                                .param("p", followed.patient().value())
                                .update());
        assertThat(
                        refused(
                                        cast.claireCoordinator,
                                        here,
                                        "care",
                                        cares.getFirst().toString(),
                                        "dueOn",
                                        "2026-06-20")
                                .select("#care-error")
                                .text())
                .contains("Lucie PETIT");
        assertThat(letters(followed.patient())).isEmpty();
    }

    @Test
    void a_request_nobody_answers_is_closed_with_why() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var cares = plan(followed, lucie(followed, "{SOINS}"), "Lucie PETIT");
        var here = "/dossiers/" + followed.patient() + "/reevaluations";
        send(
                cast.claireCoordinator,
                here,
                "care",
                cares.getFirst().toString(),
                "dueOn",
                "2026-06-20");
        var id =
                value(
                        "select id from help.renewal where patient_id = '"
                                + followed.patient()
                                + "'");
        refused(cast.claireCoordinator, here + "/" + id + "/fin", "_tag", "0", "why", "");
        send(
                cast.claireCoordinator,
                here + "/" + id + "/fin",
                "_tag",
                "0",
                "why",
                "Partie en retraite");
        var shown = page(cast.claireCoordinator, here);
        assertThat(shown.select("section[aria-labelledby=demandes]").text())
                .contains("Sans réponse, close", "Partie en retraite");
        assertThat(shown.select("input[name=care]")).as("it may be asked again").hasSize(2);
    }

    @Test
    @Proves("REQ-THEME-04")
    void activity_is_tagged_with_the_four_priority_missions_over_the_four_years_of_a_contract()
            throws Exception {
        var here = new OwnStructure(cast, sql, "32");
        here.themes("SOINS_PALLIATIFS", "ADDICTOLOGIE", "GERONTOLOGIE");
        var first = here.patient();
        here.support(first, 2, "2024-03-01", null, null, here.alice, "SOINS_PALLIATIFS", "54395");
        var second = here.patient();
        here.support(
                second,
                2,
                "2023-02-01",
                "2024-01-15",
                "RELAIS",
                here.alice,
                "ADDICTOLOGIE",
                "54395");
        var third = here.patient();
        var home =
                here.support(
                        third, 2, "2026-01-10", null, null, here.bruno, "GERONTOLOGIE", "54395");
        cast.in(
                here.id,
                () ->
                        sql.sql("update casefile.support set goal = 'RAD' where id = :id")
                                .param("id", home)
                                .update());
        var file = "/dossiers/" + first + "/appuis";
        // proposed from what the file says, and nothing but the four
        var shown = page(here.alice, file);
        assertThat(shown.select("input[name=missions]").eachAttr("value"))
                .containsExactly("MAINTIEN_A_DOMICILE", "ETP", "SOINS_PALLIATIFS", "ADDICTOLOGIE");
        assertThat(shown.select("input[name=missions][checked]").eachAttr("value"))
                .containsExactly("SOINS_PALLIATIFS");
        assertThat(shown.select("#missions").text()).contains("à confirmer");
        refused(here.alice, file + "/missions", "missions", "GERONTOLOGIE");
        refused(here.alice, file + "/missions");
        send(
                here.alice,
                file + "/missions",
                "missions",
                "SOINS_PALLIATIFS",
                "missions",
                "MAINTIEN_A_DOMICILE");
        assertThat(page(here.alice, file).select("#missions").text()).doesNotContain("à confirmer");
        // a closed accompaniment keeps what it was for
        cast.in(
                here.id,
                () ->
                        sql.sql(
                                        "insert into help.mission (patient_id, support_id, mission, noted_by, noted_at) select patient_id, id, 'ADDICTOLOGIE', 'Alice', now() from casefile.support where patient_id = :p")
                                .param("p", second.value())
                                .update());

        assertThat(years(page(here.head, "/appuis/missions?debut=2023")))
                .containsExactly(
                        "Mission 2023 2024 2025 2026",
                        "Maintien à domicile 0 1 1 1",
                        "Éducation thérapeutique du patient 0 0 0 0",
                        "Soins palliatifs 0 1 1 1",
                        "Addictologie 1 1 0 0",
                        "Sans mission notée 0 0 0 1",
                        "Personnes différentes 1 2 1 2");
        // each confirms their own, in one gesture
        assertThat(page(here.head, "/appuis/missions").select("main .notice")).isEmpty();
        assertThat(page(here.alice, "/appuis/missions").select("main .notice")).isEmpty();
        assertThat(page(here.bruno, "/appuis/missions").select("main .notice").text())
                .contains("1 personne que vous suivez à classer");
        send(here.bruno, "/appuis/missions");
        assertThat(years(page(here.bruno, "/appuis/missions")))
                .contains("Maintien à domicile 0 1 1 2", "Sans mission notée 0 0 0 0");
        form(here.head, "/appuis/missions", 404);
    }

    @Test
    @Proves("REQ-FOLLOWUP-02")
    void an_aid_of_the_plan_that_does_not_move_is_told_until_it_does() throws Exception {
        var followed = followed("GERONTOLOGIE");
        var pps = UUID.randomUUID();
        var bed = UUID.randomUUID();
        var title = "Lit médicalisé " + bed;
        cast.in(
                cast.douai,
                () -> {
                    sql.sql(
                                    "insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by) values (:id, :p, :s, 1, '2026-04-10 09:00+02', 'Claire')")
                            .param("id", pps)
                            .param("p", followed.patient().value())
                            .param("s", followed.support())
                            .update();
                    sql.sql(
                                    "insert into careplan.aid (pps_id, aid_id, kind, title) values (:pps, :id, 'AIDE_TECHNIQUE', :title)")
                            .param("pps", pps)
                            .param("id", bed)
                            .param("title", title)
                            .update();
                    return sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = created_at, in_force_at = '2026-05-10 09:00+02',
                                           in_force_why = 'AVIS', in_force_by = 'Claire', reassess_on = '2026-11-02' where id = :id
                                    """)
                            .param("id", pps)
                            .update();
                });
        var waits = "main li:contains(" + title + ")";
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits)).isEmpty();
        clock.move(Duration.ofDays(8)); // thirty-one days since the plan asks for it
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits).text())
                .contains("Aide du plan sans suite", "à demander");
        var steps = "/dossiers/" + followed.patient() + "/pps/" + pps + "/aides/" + bed + "/etapes";
        send(cast.claireCoordinator, steps, "state", "DEMANDE", "on_date", "2026-06-10");
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits)).isEmpty();
        clock.move(Duration.ofDays(31));
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits).text())
                .contains("demandée");
        send(cast.claireCoordinator, steps, "state", "EN_PLACE", "on_date", "2026-07-11");
        clock.move(Duration.ofDays(60));
        assertThat(page(cast.claireCoordinator, "/appuis").select(waits)).isEmpty();
    }

    private static List<String> years(Document page) {
        return page.select("main table tr").eachText();
    }
}
