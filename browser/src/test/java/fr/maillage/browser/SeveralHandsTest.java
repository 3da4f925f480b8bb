package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two coordinators and those around a person, in front of one plan; and a network that is cut
/// while one of them writes.
class SeveralHandsTest {

    private static final String SITUATION = "#situation form ";
    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @Test
    void two_people_write_in_one_plan_and_a_cut_network_loses_nothing() {
        try (var wire = new Wire(URI.create(browsing.address()).getPort());
                var claire = browsing.enter("Claire DUMONT", wire.address());
                var karim = browsing.enter("Karim BELKACEM")) {
            var edit = draft(claire);
            var page = claire.open(edit).page();
            karim.open(edit);
            page.focus(SITUATION + "[name=life_project]");
            page.getByText("Karim BELKACEM a aussi ouvert ce plan").waitFor();
            claire.look("plan-a-deux");

            // left, a form is in the plan
            var words = "Rester chez elle " + System.currentTimeMillis();
            page.fill(SITUATION + "[name=life_project]", words);
            page.focus("#contacts form [name=crisis]");
            status(page, "Enregistré.");
            karim.open(edit);
            assertThat(karim.page().inputValue(SITUATION + "[name=life_project]")).isEqualTo(words);

            // without a network: kept here, and not in clear
            wire.cut();
            page.fill(SITUATION + "[name=preferences_person]", words + " sans réseau");
            page.focus("#contacts form [name=crisis]");
            status(page, "Hors connexion : gardé sur ce poste, sera envoyé au retour");
            assertThat(kept(page)).contains("saisies").doesNotContain(words, "LEROY");

            // meanwhile a colleague writes in the next field: both stay
            karim.page().fill(SITUATION + "[name=mt_problems]", "Relu par Karim " + words);
            karim.page().locator(SITUATION + "button.btn-primary").click();
            karim.page().getByText("Enregistré.").first().waitFor();
            wire.mend();
            page.waitForFunction(
                    "words => document.querySelector('#situation form [name=mt_problems]').value === words",
                    "Relu par Karim " + words);
            karim.open(edit);
            assertThat(karim.page().inputValue(SITUATION + "[name=preferences_person]"))
                    .isEqualTo(words + " sans réseau");
            assertThat(kept(page)).doesNotContain("\"ct\"");

            // a page closed without a network: what was typed is offered by the next one
            wire.cut();
            page.fill(SITUATION + "[name=preferences_person]", words + " avant de fermer");
            page.focus("#contacts form [name=crisis]");
            status(page, "Hors connexion");
            page.navigate("about:blank");
            wire.mend();
            claire.open(edit);
            var offered = page.locator("#situation").getByText("La reprendre");
            offered.waitFor();
            offered.click();
            assertThat(page.inputValue(SITUATION + "[name=preferences_person]"))
                    .isEqualTo(words + " avant de fermer");

            // the same field twice is a choice
            page.focus(SITUATION + "[name=life_project]");
            karim.open(edit)
                    .page()
                    .fill(SITUATION + "[name=preferences_person]", "Karim, " + words);
            karim.page().locator(SITUATION + "button.btn-primary").click();
            karim.page().getByText("Enregistré.").first().waitFor();
            page.focus("#contacts form [name=crisis]");
            page.getByText("Deux saisies").waitFor();
            claire.look("plan-deux-saisies");
            assertThat(page.locator("#situation").innerText()).contains("Karim, " + words);
            assertThat(page.inputValue(SITUATION + "[name=preferences_person]"))
                    .isEqualTo(words + " avant de fermer");
            page.getByLabel("Celle du collègue").check();
            page.locator(SITUATION + "button.btn-primary").click();
            page.getByText("Enregistré.").first().waitFor();
            assertThat(page.inputValue(SITUATION + "[name=preferences_person]"))
                    .isEqualTo("Karim, " + words);
            assertThat(claire.complaints().stream().filter(c -> !c.contains("ERR_")).toList())
                    .allMatch(c -> c.contains("409"));
        }
    }

    @Test
    void a_line_is_spoken_of_and_a_suggestion_decided() {
        try (var lucie = browsing.enter("Lucie PETIT");
                var claire = browsing.enter("Claire DUMONT")) {
            var page = lucie.open("/mes-patients").page();
            page.getByText("LEROY").first().click();
            page.getByText("Commenter le plan, proposer").click();
            page.waitForURL(Pattern.compile(".*/plan/lignes"));
            assertThat(lucie.text()).contains("Passage infirmier et pilulier");
            lucie.look("plan-lignes-infirmiere");
            page.getByText("Passage infirmier et pilulier").last().click();
            lucie.look("plan-ligne-infirmiere");
            var file = claire.leroy();
            claire.open(file + "/plan/lignes");
            claire.look("plan-lignes");
            claire.page().locator("section:has(#attente) a").first().click();
            claire.page().getByText("Accepter ainsi").waitFor();
            claire.look("plan-proposition");
            claire.open(file + "/pps");
            claire.look("plan-commente");
            assertThat(claire.complaints()).isEmpty();
        }
    }

    /// The draft of Odette Leroy's plan: the next version is begun when there is none.
    private static String draft(Browsing.Visitor claire) {
        var page = claire.open(claire.leroy() + "/pps").page();
        if (page.locator("form:has(#reason) button").count() > 0) {
            page.fill("#reason", "Point du trimestre");
            page.locator("form:has(#reason) button").click();
        } else {
            var versions =
                    page.locator("a[href*='/pps/']").all().stream()
                            .map(a -> a.getAttribute("href"))
                            .filter(href -> href.matches("/dossiers/[^/]+/pps/[0-9a-f-]{36}"))
                            .distinct()
                            .toList();
            for (var version : versions) {
                claire.open(version);
                var write = page.locator("a[href$='/modifier']");
                if (write.count() > 0) {
                    write.first().click();
                    break;
                }
            }
        }
        page.waitForURL(Pattern.compile(".*/modifier.*"));
        return URI.create(page.url()).getPath();
    }

    private static void status(Page page, String words) {
        page.locator("#situation [data-draft-status]")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    /// Everything the browser keeps of what was typed.
    private static String kept(Page page) {
        return String.valueOf(
                page.evaluate(
                        """
                        async () => {
                          const open = indexedDB.open('maillage-saisies');
                          const db = await new Promise((yes, no) => { open.onsuccess = () => yes(open.result); open.onerror = no; });
                          const all = db.objectStoreNames.length ? await new Promise(yes => { const r = db.transaction('saisies').objectStore('saisies').getAll(); r.onsuccess = () => yes(r.result); }) : [];
                          const names = Array.from(db.objectStoreNames).join();
                          db.close();
                          return names + JSON.stringify(all.map(v => ({ id: v.id, ct: new TextDecoder('latin1').decode(v.ct) }))) + JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
                        }
                        """));
    }
}
