package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.maillage.browser.Browsing.Visitor;
import fr.maillage.testing.Proves;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A home visit on a telephone without a network: kept, reopened, typed, sent once; what a
/// colleague said first, a session that ended, a telephone that was tampered with, signing out.
class OfflineVisitTest {

    private static final String CODE = "merle7bleu";
    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @Test
    void a_visit_is_kept_typed_without_a_network_and_sent_once() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.open("/agenda").page();
            var words = "Rencontrée le " + System.currentTimeMillis();
            // from the agenda; the region of the tests outlives them, and this visit may be over
            var fromAgenda =
                    page.locator("li.work")
                            .filter(new Locator.FilterOptions().setHasText("LEROY"))
                            .getByText("Préparer hors connexion");
            if (fromAgenda.count() > 0) fromAgenda.last().click();
            else claire.open(claire.leroy() + "/visites/nouvelle");
            page.getByLabel("SEGA").check();
            claire.look("visite-preparer");
            page.getByText("Préparer la visite", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL(Pattern.compile(".*/visites/[0-9a-f-]{36}"));
            var file = page.locator("nav.tabs a").first().getAttribute("href");
            claire.look("visite-fiche");
            page.fill("#code", "123456");
            page.fill("#code2", "123456");
            page.locator("#garder button").click();
            page.getByText("Choisissez un code plus sûr").waitFor();
            keep(page);

            claire.context().setOffline(true);
            page.reload();
            waitState(page, "Hors connexion");
            assertThat(claire.text()).doesNotContain("LEROY");
            page.fill("input[type=password]", "pas-le-bon");
            page.getByText("Ouvrir", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Encore 4 essais").waitFor();
            open(page);
            assertThat(claire.text()).contains("LEROY", "SAMU", "En cas d’urgence");
            page.setViewportSize(360, 780);
            page.getByLabel("A eu lieu").check();
            page.fill("#issue-note", words);
            page.getByText("Noter un contact").click();
            page.locator("form[data-kind=CONTACT] input[name=who]").fill("Lucie " + words);
            page.locator("[data-open-questionnaire]").first().click();
            page.locator(
                            "form[data-kind=EVALUATION] fieldset.question input[type=radio]:not(:checked)")
                    .first()
                    .check();
            waitState(page, "Hors connexion · 3 saisies gardées sur ce téléphone");
            claire.look("visite-hors-connexion");
            page.setViewportSize(360, 780);
            page.locator("#saisir").scrollIntoViewIfNeeded();
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target/screenshots/visite-saisir-360.png")));

            // nothing of it is legible on the telephone
            assertThat(kept(page))
                    .contains("visites", "saisies", "/visites/hors-connexion")
                    .doesNotContain("LEROY", "Odette", words, "Lucie", CODE);
            assertThat(cached(page))
                    .isNotEmpty()
                    .allMatch(path ->
                            path.equals("/visites/hors-connexion") || path.startsWith("/static/"));

            page.reload();
            waitState(page, "3 saisies gardées");
            open(page);
            assertThat(page.inputValue("#issue-note")).isEqualTo(words);
            assertThat(page.locator("form[data-kind=CONTACT] input[name=who]").inputValue())
                    .isEqualTo("Lucie " + words);

            claire.context().setOffline(false);
            waitState(page, "Envoyé · 3 saisies reçues");
            page.getByText("Envoyer et terminer").click();
            page.getByText("Plus rien de cette visite n’est gardé").waitFor();
            assertThat(count(page)).isZero();
            claire.open(file + "/ligne-de-vie");
            assertThat(claire.text().split(Pattern.quote(words), -1)).hasSizeGreaterThan(1);
            assertThat(page.locator("main").innerText().split("Lucie " + words, -1))
                    .as("sent once")
                    .hasSize(2);
            assertThat(claire.text()).contains("3 saisies de visite hors connexion reçues");
            assertThat(claire.complaints().stream().filter(c -> !c.contains("ERR_")).toList())
                    .isEmpty();
        }
    }

    @Test
    void a_session_that_ended_and_a_colleague_s_word_lose_nothing() {
        try (var claire = browsing.enter("Claire DUMONT");
                var desk = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            var before = toCome(desk.open("/agenda"));
            prepared(claire);
            keep(page);
            claire.context().setOffline(true);
            open(page);
            page.getByLabel("A eu lieu").check();
            page.fill("#issue-note", "Vue au jardin");
            waitState(page, "1 saisie gardée");

            // meanwhile the outcome is noted at the desk, and the session ends
            desk.open("/agenda");
            var ours = toCome(desk);
            ours.removeAll(before);
            assertThat(ours).hasSize(1);
            desk.page().locator("form[action='" + ours.getFirst() + "'] summary").click();
            desk.page()
                    .locator("details[open] button")
                    .filter(new Locator.FilterOptions().setHasText("Personne absente"))
                    .click();
            desk.page().getByText("C’est noté").waitFor();
            claire.context().clearCookies();
            claire.context().setOffline(false);
            waitState(page, "Session expirée");
            assertThat(page.inputValue("#issue-note")).isEqualTo("Vue au jardin");
            assertThat(inClear(page)).contains("A eu lieu", "Vue au jardin");
            page.locator("#etat a").click();
            Browsing.card(page, "Claire DUMONT").click();
            page.waitForURL(Pattern.compile(".*/visites/[0-9a-f-]{36}"));
            page.getByText("Mes visites sur ce téléphone").click();
            open(page);
            var conflict = page.locator("[data-answer=issue]");
            conflict.waitFor();
            assertThat(conflict.innerText())
                    .contains("Personne absente", "A eu lieu", "Vue au jardin", "à choisir");
            claire.look("visite-conflit");
            assertThat(inClear(page)).contains("A eu lieu", "Vue au jardin");
            conflict.getByText("Mettre la mienne à la place").click();
            waitState(page, "Envoyé · 1 saisie reçue");
            page.getByText("Envoyer et terminer").click();
            page.getByText("Plus rien de cette visite n’est gardé").waitFor();
        }
    }

    /// The network of a village: it seems to be there, and answers nothing, or breaks.
    @Test
    @Proves("REQ-CONTACTLOG-05")
    void a_wire_that_is_cut_loses_nothing_and_what_was_typed_is_never_typed_again() {
        try (var wire = new Wire(URI.create(browsing.address()).getPort());
                var claire = browsing.enter("Claire DUMONT", wire.address())) {
            var page = claire.page();
            page.clock().install();
            var words = "Au téléphone de sa fille, " + System.currentTimeMillis();
            prepared(claire);
            var visit = page.url();
            keep(page);

            wire.silent();
            page.reload(); // after some seconds without an answer, the page that is kept
            page.locator("input[type=password]").first().waitFor();
            wire.cut();
            page.navigate(visit); // no sheet without a network: the page that opens the kept one
            open(page);
            assertThat(claire.text()).contains("LEROY", "SAMU");
            page.getByLabel("A eu lieu").check();
            page.fill("#issue-note", words);
            waitState(page, "1 saisie à envoyer");
            page.locator("#etat button").click();
            waitState(page, "L’envoi n’a pas abouti, il reprendra · 1 saisie gardée");
            assertThat(inClear(page)).contains("La visite", "A eu lieu", words);
            claire.look("visite-en-clair");
            assertThat(kept(page)).contains("saisies").doesNotContain("LEROY", "Odette", words);

            wire.mend();
            page.clock().fastForward("01:01");
            waitState(page, "Envoyé · 1 saisie reçue");
            page.getByText("Envoyer et terminer").click();
            page.getByText("Plus rien de cette visite n’est gardé").waitFor();
            assertThat(count(page)).as("erased after sending").isZero();
            assertThat(kept(page)).doesNotContain("LEROY", "Odette", words, "visites\":\"1");
            claire.open(claire.leroy() + "/ligne-de-vie");
            assertThat(page.locator("main").innerText().split(Pattern.quote(words), -1))
                    .as("received once")
                    .hasSize(2);
        }
    }

    @Test
    void signing_out_says_what_is_not_sent_and_erases() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            prepared(claire);
            keep(page);
            open(page);
            claire.context().setOffline(true);
            page.fill("#issue-note", "Pas encore envoyé");
            waitState(page, "1 saisie gardée");
            claire.context().setOffline(false);
            claire.open("/journee");
            var asked = new String[] {""};
            page.onceDialog(dialog -> {
                asked[0] = dialog.message();
                dialog.dismiss();
            });
            page.locator("details.whoami summary").click();
            page.getByText("Se déconnecter").click();
            assertThat(asked[0]).contains("saisie de visite n’est pas envoyée");
            assertThat(page.url()).contains("/journee");
            assertThat(count(page)).isPositive();
            page.onceDialog(Dialog::accept);
            page.getByText("Se déconnecter").click();
            page.waitForURL("**/connexion?sorti");
            assertThat(kept(page)).doesNotContain("saisies", "visites\":\"1");
            assertThat(cached(page)).isEmpty();
        }
    }

    @Test
    void a_telephone_tampered_with_or_past_its_hours_shows_nothing() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            prepared(claire);
            keep(page);
            change(page, "v.bundle.ct = v.bundle.ct.slice(0, 40)");
            page.reload();
            open(page, false);
            page.getByText("modifié ou abîmé").waitFor();
            assertThat(claire.text()).doesNotContain("SAMU");

            prepared(claire);
            keep(page);
            for (int i = 0; i < 5; i++) {
                var box = page.locator("input[type=password]").last();
                box.fill("faux-code-" + i);
                box.press("Enter");
                if (i < 4) page.getByText("Encore " + (4 - i) + " essai").waitFor();
            }
            page.getByText("Trop de codes faux").waitFor();
            page.getByText("Ouvrir avec ma session").last().click();
            page.getByText("En cas d’urgence").waitFor();

            change(page, "v.until = Date.now() - 1000");
            page.onceDialog(Dialog::accept);
            page.reload();
            page.getByText("Aucune visite n’est gardée sur ce téléphone.").waitFor();
            assertThat(count(page)).isZero();
        }
    }

    @Test
    void paper_twins_and_the_typing_of_a_sheet_are_for_everybody() {
        try (var claire = browsing.enter("Claire DUMONT")) {
            claire.open("/evaluations/modeles/sega-a/papier").look("papier-sega");
            claire.open("/evaluations/modeles/evaluation-multidimensionnelle/papier")
                    .look("papier-multidimensionnelle");
            claire.open(claire.leroy() + "/evaluations/feuille").look("papier-saisir");
        }
    }

    /// Where the appointments of the day without an outcome are closed.
    @SuppressWarnings("unchecked")
    private static List<String> toCome(Visitor desk) {
        return new ArrayList<>(
                (List<String>)
                        desk.page()
                                .evaluate(
                                        "() => [...document.querySelectorAll('form.work-actions')].map(f => f.getAttribute('action'))"));
    }

    /// Prepares a visit of now for Odette Leroy, and stays on its page.
    private static void prepared(Visitor claire) {
        var page = claire.page();
        claire.open(claire.leroy() + "/visites/nouvelle");
        page.getByLabel("Une visite de maintenant").check();
        page.getByText("Préparer la visite", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(Pattern.compile(".*/visites/[0-9a-f-]{36}"));
    }

    private static void keep(Page page) {
        page.fill("#code", CODE);
        page.fill("#code2", CODE);
        page.locator("#garder button").click();
        page.waitForURL("**/visites/hors-connexion");
        page.locator("input[type=password]").first().waitFor();
    }

    private static void open(Page page) {
        open(page, true);
    }

    private static void open(Page page, boolean whole) {
        page.locator("input[type=password]").last().fill(CODE);
        page.locator("input[type=password]").last().press("Enter");
        if (whole) page.getByText("En cas d’urgence").waitFor();
    }

    /// « Mes saisies en clair »: what was typed, to copy or to print.
    private static String inClear(Page page) {
        page.getByText("Mes saisies en clair").click();
        var clear = page.locator("#clair pre");
        clear.waitFor();
        return clear.innerText();
    }

    private static void waitState(Page page, String words) {
        page.locator("#etat").filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    /// Everything this origin keeps in the browser, apart from files, as one text.
    private static String kept(Page page) {
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const out = [JSON.stringify(Object.assign({}, localStorage)), JSON.stringify(Object.assign({}, sessionStorage))];
                          const bytes = v => v instanceof ArrayBuffer || ArrayBuffer.isView(v) ? new TextDecoder().decode(v)
                            : v && typeof v === 'object' ? Object.entries(v).map(([k, x]) => k + '=' + bytes(x)).join(' ') : String(v);
                          for (const name of await indexedDB.databases()) {
                            const db = await new Promise(y => { const r = indexedDB.open(name.name); r.onsuccess = () => y(r.result); });
                            for (const store of db.objectStoreNames) {
                              const all = await new Promise(y => { const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => y(r.result); });
                              out.push(store, ...all.map(bytes));
                            }
                            db.close();
                          }
                          for (const name of await caches.keys()) for (const k of await (await caches.open(name)).keys()) {
                            out.push(k.url); if (k.url.endsWith('hors-connexion')) out.push(await (await caches.match(k)).text());
                          }
                          return out.join('\\n');
                        }
                        """);
    }

    @SuppressWarnings("unchecked")
    private static List<String> cached(Page page) {
        return (List<String>)
                page.evaluate(
                        "async () => { const out = []; for (const n of await caches.keys()) for (const k of await (await caches.open(n)).keys()) out.push(new URL(k.url).pathname); return out; }");
    }

    private static int count(Page page) {
        return ((Number)
                        page.evaluate(
                                """
                                async () => { if (!(await indexedDB.databases()).length) return 0;
                                  const db = await new Promise(y => { const r = indexedDB.open('maillage-visites'); r.onsuccess = () => y(r.result); });
                                  let n = 0; for (const s of db.objectStoreNames) n += await new Promise(y => { const r = db.transaction(s).objectStore(s).count(); r.onsuccess = () => y(r.result); });
                                  db.close(); return n; }
                                """))
                .intValue();
    }

    /// Changes every visit kept, as somebody with the telephone in hand could.
    private static void change(Page page, String what) {
        page.evaluate(
                "async () => { const db = await new Promise(y => { const r = indexedDB.open('maillage-visites'); r.onsuccess = () => y(r.result); });"
                        + " const t = db.transaction('visites', 'readwrite').objectStore('visites'); const all = await new Promise(y => { const r = t.getAll(); r.onsuccess = () => y(r.result); });"
                        + " for (const v of all) { "
                        + what
                        + "; await new Promise(y => { const r = t.put(v); r.onsuccess = y; }); } db.close(); }");
    }
}
