package fr.maillage.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.TestWorld.Cast.Followed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class MailTest {

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired Outbox outbox;

    @Autowired JdbcClient sql;

    @Autowired Clock clock;

    @Test
    void a_batch_is_one_paper_printed_twice_is_not_posted_and_each_letter_is_ticked()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var one = letter(followed, "AVIS_PPS", "4 place d’Armes\n59500 Douai");
        var two = letter(followed, "INFORMATION_DEMANDE", "4 place d’Armes\n59500 Douai");
        var lost = letter(followed, "INFORMATION_DEMANDE", "Douai");

        // a letter without an address does not enter a batch, and nothing is made
        var refused = sent(cast.sophieSecretary, "/courriers/lots", "id", one, "id", lost);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("pas d’adresse");
        assertThat(sent(cast.sophieSecretary, "/courriers/lots").getStatus()).isEqualTo(422);
        var tray = page(cast.sophieSecretary, "/courriers");
        assertThat(tray).contains("Pas d’adresse postale complète");

        // a secretary prints what she may not read on the screen: somebody fills the envelopes
        var batch =
                sent(cast.sophieSecretary, "/courriers/lots", "id", one, "id", two)
                        .getHeader("Location");
        assertThat(sent(cast.sophieSecretary, "/courriers/lots", "id", one).getContentAsString())
                .contains("déjà dans un lot");
        for (int twice = 0; twice < 2; twice++) {
            var paper = sent(cast.sophieSecretary, batch + "/imprimer");
            assertThat(paper.getContentType()).isEqualTo("application/pdf");
            try (var pdf = Loader.loadPDF(paper.getContentAsByteArray())) {
                // both sides: the second letter begins the second sheet
                assertThat(pdf.getNumberOfPages()).isEqualTo(3);
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Zopiclone", "Dr Anne MOREL");
            }
        }
        assertThat(state(one)).isEqualTo("A_ENVOYER");
        assertThat(Jsoup.parse(page(cast.sophieSecretary, batch)).text())
                .contains("Imprimé n’est pas posté", "Imprimé 2 fois");
        assertThat(page(cast.sophieSecretary, "/courriers?etat=IMPRIMES"))
                .contains("imprimé, pas encore posté");
        page(cast.sophieSecretary, "/courriers/lots/" + UUID.randomUUID(), 404);
        page(cast.calaisCoordinator, batch, 404);
        assertThat(sent(cast.calaisCoordinator, batch + "/postes", "tous", "oui").getStatus())
                .isEqualTo(404);

        // one is taken out and waits again, the other is posted yesterday; tomorrow is refused
        var today = LocalDate.now(clock);
        assertThat(sent(cast.sophieSecretary, batch + "/retirer", "id", two).getStatus())
                .isEqualTo(302);
        assertThat(
                        sent(
                                        cast.sophieSecretary,
                                        batch + "/postes",
                                        "tous",
                                        "oui",
                                        "le",
                                        today.plusDays(1))
                                .getStatus())
                .isEqualTo(422);
        sent(cast.sophieSecretary, batch + "/postes", "tous", "oui", "le", today.minusDays(1));
        assertThat(state(one)).isEqualTo("ENVOYE");
        assertThat(state(two)).isEqualTo("A_ENVOYER");
        assertThat(events(one)).containsExactly("ECRIT", "LOT", "IMPRIME", "IMPRIME", "POSTE");
        assertThat(events(two)).containsExactly("ECRIT", "LOT", "IMPRIME", "IMPRIME", "RETIRE");

        // the ledger of that day, on the screen and for a spreadsheet
        var yesterday = today.minusDays(1).toString();
        assertThat(ledger("du", yesterday, "au", yesterday)).contains("Dr Anne MOREL", "Posté");
        assertThat(ledger("du", today, "au", yesterday))
                .contains("La première date vient après la seconde");
        assertThat(page(cast.sophieSecretary, "/courriers/registre")).contains("Dr Anne MOREL");
        var other = UUID.randomUUID().toString().substring(0, 8);
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update correspondence.outgoing_message set recipient_name = 'Élodie GÂTEAU ' || :x where id = :id")
                                .param("x", other)
                                .param("id", two)
                                .update());
        sent(
                cast.sophieSecretary,
                "/courriers/" + two + "/autrement",
                "voie",
                "TELEPHONE",
                "le",
                yesterday);
        var name = "elodie gateau " + other;
        assertThat(ledger("destinataire", name)).contains("GÂTEAU").doesNotContain("Dr Anne MOREL");
        assertThat(ledger("destinataire", name, "voie", "TELEPHONE")).contains("GÂTEAU");
        assertThat(ledger("destinataire", name, "quoi", "ANNONCE")).contains("GÂTEAU");
        for (var not : List.of("REMISE_EN_MAIN", "COURRIER"))
            assertThat(ledger("destinataire", name, "voie", not)).contains("Rien de tel");
        assertThat(ledger("destinataire", name, "quoi", "POSTE")).contains("Rien de tel");
        assertThat(ledger("destinataire", name, "page", 2)).contains("Rien de tel");
        assertThat(ledger("destinataire", name, "du", "hier", "voie", "x", "page", "-1"))
                .contains("GÂTEAU");
        assertThat(
                        sent(
                                        cast.sophieSecretary,
                                        "/courriers/registre.csv",
                                        "du",
                                        yesterday,
                                        "voie",
                                        "COURRIER")
                                .getContentAsString())
                .startsWith("\uFEFF\"Date\";")
                .contains("Dr Anne MOREL")
                .doesNotContain("GÂTEAU");
    }

    @Test
    @Proves("REQ-CONTACTLOG-03")
    void a_letter_told_on_the_telephone_keeps_its_story_and_a_failed_channel_puts_it_back()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var letter = letter(followed, "INFORMATION_DEMANDE", "4 place d’Armes\n59500 Douai");
        var at = "/courriers/" + letter;
        var today = LocalDate.now(clock);

        assertThat(sent(cast.sophieSecretary, at + "/autrement", "le", today).getStatus())
                .isEqualTo(422);
        sent(
                cast.sophieSecretary,
                at + "/autrement",
                "voie",
                "TELEPHONE",
                "resultat",
                "ECHEC",
                "le",
                today,
                "precision",
                "répondeur");
        assertThat(state(letter)).isEqualTo("A_ENVOYER");
        sent(
                cast.sophieSecretary,
                at + "/autrement",
                "voie",
                "REMISE_EN_MAIN",
                "le",
                today,
                "precision",
                "au cabinet");
        assertThat(state(letter)).isEqualTo("ENVOYE");
        assertThat(page(cast.sophieSecretary, at))
                .contains("Remis en main propre", "au cabinet", "répondeur");
        // another channel that turns out not to have delivered
        assertThat(
                        cast.<Boolean>in(
                                cast.douai,
                                () ->
                                        outbox.failed(
                                                letter, Outbox.Channel.MSSANTE, "boîte fermée")))
                .isTrue();
        assertThat(state(letter)).isEqualTo("A_ENVOYER");
        assertThat(events(letter)).containsExactly("ECRIT", "ECHEC", "REMIS", "ECHEC");
    }

    @Test
    void returned_mail_marks_the_address_and_gives_the_referent_a_task() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var address = UUID.randomUUID() + "\n59500 Douai";
        var letter = letter(followed, "INFORMATION_DEMANDE", address);
        var at = "/courriers/" + letter;
        var today = LocalDate.now(clock);
        for (int twice = 0; twice < 2; twice++)
            sent(cast.sophieSecretary, "/courriers/postes", "id", letter);

        assertThat(sent(cast.sophieSecretary, at + "/revenu", "le", today).getStatus())
                .isEqualTo(422);
        sent(cast.sophieSecretary, at + "/revenu", "raison", "NPAI", "le", today);
        assertThat(state(letter)).isEqualTo("ECHEC");
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select title from followup.task where patient_id = :p and assigned_to = :m and done_at is null")
                                                .param("p", followed.patient().value())
                                                .param("m", cast.claireCoordinator.member())
                                                .query((row, _) -> row.getString(1))
                                                .list()))
                .singleElement()
                .asString()
                .contains("retrouver la bonne adresse");
        // another letter to the same place is warned about, until somebody checks
        var next = letter(followed, "INFORMATION_DEMANDE", address);
        assertThat(page(cast.sophieSecretary, "/courriers/" + next)).contains("Adresse à vérifier");
        assertThat(page(cast.sophieSecretary, "/dossiers/" + followed.patient() + "/courriers"))
                .contains("Adresse à vérifier", "n’habite pas à l’adresse indiquée");
        sent(cast.sophieSecretary, "/courriers/" + next + "/adresse-verifiee");
        assertThat(page(cast.sophieSecretary, "/courriers/" + next))
                .doesNotContain("Adresse à vérifier");

        assertThat(
                        sent(cast.sophieSecretary, at + "/remettre", "adresse", "sans code postal")
                                .getStatus())
                .isEqualTo(422);
        sent(cast.sophieSecretary, at + "/remettre", "adresse", "2 rue Neuve\n59500 Douai");
        assertThat(state(letter)).isEqualTo("A_ENVOYER");
        sent(cast.sophieSecretary, at + "/adresse", "adresse", "3 rue Neuve\n59500 Douai");
        assertThat(page(cast.sophieSecretary, at)).contains("3 rue Neuve");
        assertThat(sent(cast.claireCoordinator, at + "/annuler").getStatus()).isEqualTo(422);
        sent(cast.claireCoordinator, at + "/annuler", "motif", "Doublon");
        assertThat(state(letter)).isEqualTo("ANNULE");
    }

    @Test
    void a_letter_that_came_back_from_where_the_person_lives_is_said_on_her_identity_until_checked()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var street = "1 rue " + UUID.randomUUID().toString().substring(0, 8);
        address(followed, street);
        var file = "/dossiers/" + followed.patient();
        var today = LocalDate.now(clock);
        assertThat(page(cast.sophieSecretary, file + "/inclusion", 404)).isNotNull();
        assertThat(page(cast.claireCoordinator, file + "/inclusion")).doesNotContain("Remise le");

        // the information sheet, printed then handed over: a letter that left, with its text
        var paper =
                mvc.perform(get(file + "/courriers/note.pdf").with(user(cast.sophieSecretary)))
                        .andReturn()
                        .getResponse();
        try (var pdf = Loader.loadPDF(paper.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Vous pouvez vous y opposer", street)
                    .doesNotContain("{{");
        }
        assertThat(
                        sent(
                                        cast.sophieSecretary,
                                        file + "/courriers/note",
                                        "le",
                                        today.plusDays(1))
                                .getStatus())
                .isEqualTo(422);
        assertThat(sent(cast.sophieSecretary, file + "/courriers/note").getHeader("Location"))
                .endsWith("/inclusion");
        var sheet =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql(
                                                "select id from correspondence.outgoing_message where patient_id = :p")
                                        .param("p", followed.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        assertThat(events(sheet)).containsExactly("ECRIT", "REMIS");
        assertThat(page(cast.sophieSecretary, "/courriers/" + sheet))
                .contains("Vous pouvez vous y opposer", "version Maillage");

        assertThat(page(cast.sophieSecretary, file + "/identite"))
                .doesNotContain("adresse à vérifier");
        sent(
                cast.sophieSecretary,
                "/courriers/" + sheet + "/revenu",
                "raison",
                "NPAI",
                "le",
                today);
        assertThat(page(cast.sophieSecretary, file + "/identite"))
                .contains("Courrier revenu le", "adresse à vérifier", "Cette adresse est bonne");
        assertThat(
                        Jsoup.parse(page(cast.sophieSecretary, "/courriers?etat=ECHEC"))
                                .select("tr:has(a[href*=" + followed.patient() + "])")
                                .text())
                .contains("Adresse à vérifier");
        // another address is another one; back to the first, the doubt is back too
        address(followed, "2" + street);
        assertThat(page(cast.sophieSecretary, file + "/identite"))
                .doesNotContain("adresse à vérifier");
        address(followed, street);
        assertThat(sent(cast.calaisCoordinator, file + "/courriers/adresse-verifiee").getStatus())
                .isEqualTo(404);
        assertThat(page(cast.sophieSecretary, file + "/identite")).contains("adresse à vérifier");
        assertThat(
                        sent(cast.sophieSecretary, file + "/courriers/adresse-verifiee")
                                .getHeader("Location"))
                .endsWith("/identite");
        assertThat(page(cast.sophieSecretary, file + "/identite"))
                .doesNotContain("adresse à vérifier");

        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set deceased_on = '2026-06-01' where id = :p")
                                .param("p", followed.patient().value())
                                .update());
        var dead = sent(cast.sophieSecretary, file + "/courriers/note");
        assertThat(dead.getStatus()).isEqualTo(422);
        assertThat(dead.getContentAsString()).contains("est décédée");
    }

    private void address(Followed followed, String street) {
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "update patient.patient set address = :street, postcode = '59500', commune_name = 'Douai' where id = :p")
                                .param("street", street)
                                .param("p", followed.patient().value())
                                .update());
    }

    @Test
    @Proves("REQ-EXCHANGE-06")
    void a_secretary_posts_a_letter_with_health_content_without_reading_it_and_others_find_nothing()
            throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var clinical = letter(followed, "AVIS_PPS", "4 place d’Armes\n59500 Douai");
        var plain = letter(followed, "INFORMATION_DEMANDE", "4 place d’Armes\n59500 Douai");

        page(cast.sophieSecretary, "/courriers/" + clinical, 404);
        page(cast.sophieSecretary, "/courriers/" + clinical + "/lettre.pdf", 404);
        page(cast.sophieSecretary, "/courriers/" + clinical + "/lettre.docx", 404);
        page(cast.sophieSecretary, "/courriers/" + plain);
        page(cast.calaisCoordinator, "/courriers/" + clinical, 404);
        assertThat(page(cast.claireCoordinator, "/courriers/" + clinical)).contains("Zopiclone");
        assertThat(
                        page(cast.claireCoordinator, "/courriers/" + clinical + "/lettre.docx")
                                .startsWith("PK"))
                .isTrue();
        var tray = page(cast.sophieSecretary, "/courriers");
        assertThat(tray).contains("Contenu de santé").doesNotContain("Zopiclone");
        for (var view : List.of("ENVOYE", "ECHEC", "ANNULE", "BROUILLON", "IMPRIMES", "autre"))
            page(cast.sophieSecretary, "/courriers?etat=" + view);
        page(cast.helenHead, "/courriers", 404);

        // no fax, no e-mail in clear: neither offered nor accepted
        var channels =
                Jsoup.parse(page(cast.sophieSecretary, "/courriers/" + plain))
                        .select("input[name=voie]")
                        .eachAttr("value");
        assertThat(channels).containsExactly("REMISE_EN_MAIN", "TELEPHONE");
        for (var not : List.of("FAX", "TELECOPIE", "EMAIL", "COURRIEL", "MSSANTE"))
            assertThat(
                            sent(
                                            cast.sophieSecretary,
                                            "/courriers/" + plain + "/autrement",
                                            "voie",
                                            not,
                                            "le",
                                            LocalDate.now(clock))
                                    .getStatus())
                    .as(not)
                    .isEqualTo(422);
        assertThat(state(plain)).isEqualTo("A_ENVOYER");
    }

    private String page(SignedIn who, String path) throws Exception {
        return page(who, path, 200);
    }

    private String page(SignedIn who, String path, int status) throws Exception {
        var response = mvc.perform(get(path).with(user(who))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return response.getContentAsString();
    }

    private MockHttpServletResponse sent(SignedIn who, @Nullable String path, Object... fields)
            throws Exception {
        var request = post(String.valueOf(path)).with(user(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2)
            request.param(fields[i].toString(), fields[i + 1].toString());
        return mvc.perform(request).andReturn().getResponse();
    }

    private String ledger(Object... fields) throws Exception {
        var answer = sent(cast.sophieSecretary, "/courriers/registre", fields);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private UUID letter(Followed followed, String kind, String address) {
        return cast.in(
                cast.douai,
                () ->
                        outbox.put(
                                new Outbox.Message(
                                        followed.patient(),
                                        "MEDECIN_TRAITANT",
                                        kind.equals("AVIS_PPS") ? "Dr Anne MOREL" : "=1+1",
                                        address,
                                        "10100000017",
                                        kind,
                                        "objet",
                                        "Docteur,\n\nZopiclone\n\n| Quoi | Avant | Proposé\n| Kiné | 1 fois | 2 fois\n\n□ oui\n□ non\n\n___",
                                        null)));
    }

    private List<String> events(UUID letter) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        "select kind from correspondence.letter_event where letter_id = :id order by at, id")
                                .param("id", letter)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    private String state(UUID id) {
        return cast.in(
                cast.douai,
                () ->
                        sql.sql("select state from correspondence.outgoing_message where id = :id")
                                .param("id", id)
                                .query((row, _) -> row.getString(1))
                                .single());
    }
}
