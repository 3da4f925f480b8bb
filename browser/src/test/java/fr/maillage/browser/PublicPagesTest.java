package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.maillage.browser.Browsing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The doors of a request: a hospital without an account asks, keeps its number, is told by mail;
/// the team finds it on the board beside those that came by ViaTrajectoire and on paper.
class PublicPagesTest {

    private static final String HERE = "/demande-en-ligne";
    private static final String TO = "service.social@exemple.fr";
    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @Test
    void a_hospital_asks_without_an_account_and_is_told_by_mail() throws Exception {
        var before = browsing.mails().length;
        try (var stranger = browsing.stranger()) {
            stranger.context().addInitScript("window.print = () => { window.printed = true; };");
            var page = stranger.page();
            stranger.open(HERE).look("public-ou");
            page.fill("#commune", "Douai");
            press(page, "Trouver la structure");
            stranger.look("public-structures");
            page.getByText("Écrire la demande").first().click();
            stranger.look("public-formulaire");
            press(page, "Envoyer la demande");
            stranger.look("public-refus");
            // who is near is the team's to look for
            assertThat(stranger.text())
                    .contains("Donnez le nom de naissance")
                    .doesNotContain("personnes proches");
            fill(stranger);
            press(page, "Envoyer la demande");
            page.waitForURL("**/recu");
            stranger.look("public-recu");
            assertThat(stranger.text())
                    .contains("Un accusé de réception vous a été envoyé par courriel")
                    .doesNotContain("PRUVOST");
            page.locator("[data-print]").click();
            assertThat(page.evaluate("() => window.printed === true")).isEqualTo(true);
            var number = page.locator("dd").first().innerText();
            var code = page.locator("dd").nth(1).innerText();
            told(before, number, code);
            page.reload();
            assertThat(browsing.mails()).as("told once").hasSize(before + 1);

            page.getByText("où en est la demande").click();
            page.fill("#number", number);
            page.fill("#code", code.toLowerCase(java.util.Locale.ROOT));
            press(page, "Voir");
            assertThat(stranger.text()).contains("Reçue").doesNotContain("PRUVOST");
            stranger.look("public-suivi");
            stranger.open(HERE);
            page.fill("#commune", "Douai");
            press(page, "Trouver la structure");
            page.getByText("Formulaire papier").first().click();
            stranger.look("public-papier");
            assertThat(stranger.complaints().stream().filter(said -> !said.contains("422")))
                    .isEmpty();
        }
    }

    @Test
    void the_board_shows_by_which_door_each_request_came() {
        try (var sophie = browsing.enter("Sophie LECLERC")) {
            var page = sophie.open("/demandes").page();
            assertThat(page.locator("section[aria-labelledby=a-verifier]").innerText())
                    .contains("À vérifier");
            sophie.look("demandes-portes");
            for (var door : new String[] {"FORMULAIRE", "PAPIER", "VIATRAJECTOIRE"}) {
                sophie.open("/demandes?porte=" + door);
                assertThat(page.locator(".board article, .board .work, .board li").count())
                        .as(door)
                        .isPositive();
            }
            sophie.open("/demandes/en-ligne").look("demandes-en-ligne");
            assertThat(sophie.text()).contains("PRUVOST Lucienne");
        }
    }

    private static void press(Page page, String words) {
        page.getByText(words, new Page.GetByTextOptions().setExact(true)).click();
        page.waitForLoadState();
    }

    private static void fill(Visitor stranger) {
        var page = stranger.page();
        page.fill("#asker", "Mme Delphine ROSE");
        page.selectOption("#askerQuality", "HOPITAL");
        page.fill("#askerPhone", "03 27 94 00 11");
        page.fill("#email", TO);
        page.fill("#birthName", "PRUVOST");
        page.fill("#givenNames", "Lucienne");
        page.check("input[name=sex][value=F]");
        page.check("input[name=agreement][value=INFORMEE_ACCORD]");
        page.check("#agreed");
        page.check("input[name=motives][value=RETOUR_DOMICILE]");
        page.check("input[name=urgency][value=URGENTE]");
    }

    /// One mail, with the number and where to call; neither the code nor the person.
    private static void told(int before, String number, String code) throws Exception {
        var mails = browsing.mails();
        assertThat(mails).hasSize(before + 1);
        var mail = mails[before];
        assertThat(mail.getAllRecipients()[0]).hasToString(TO);
        assertThat(mail.getSubject()).isEqualTo("Votre demande est bien arrivée");
        assertThat(mail.getContent().toString())
                .contains(number, "Urgence vitale", "le 15")
                .doesNotContain("PRUVOST", "Lucienne", code);
    }
}
