package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import fr.maillage.browser.Browsing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A passkey in a true browser, with Chromium's virtual authenticator: somebody is invited, adds a
/// key, gives it at the next sign-in, and nothing opens without it; removed, it serves no more.
class PasskeyTest {

    private static final String PASSWORD = "quatre pommes au four";

    /// Another name at each run: the region of the tests outlives them.
    private final String family = "ESSAI" + System.currentTimeMillis() / 1000;

    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @Test
    void a_passkey_is_added_given_at_sign_in_and_refused_once_removed() {
        var link = invited();
        var login = "nour." + family.toLowerCase(java.util.Locale.ROOT);
        try (var nour = browsing.stranger()) {
            var page = nour.page();
            var device = new Device(nour);
            page.navigate(link);
            nour.look("invitation");
            fill(page, login);
            page.waitForURL("**/connexion?ouvert");
            signIn(page, login);
            page.waitForURL("**/mon-compte");

            page.fill("#nom-cle", "Téléphone de Nour");
            page.click("[data-passkey-start]");
            page.getByText("Ajoutée").waitFor();
            assertThat(nour.text()).contains("Téléphone de Nour");
            assertThat(device.keys()).isEqualTo(1);
            nour.look("mon-compte-cle");

            signOut(page);
            signIn(page, login);
            page.waitForURL("**/second-facteur");
            nour.look("second-facteur");
            page.navigate(browsing.address() + "/dossiers");
            assertThat(page.url()).as("the password alone").endsWith("/second-facteur");
            page.click("[data-passkey-start]");
            page.waitForURL("**/dossiers");

            signOut(page);
            signIn(page, "claire.dumont", "maillage");
            page.waitForURL(url -> !url.contains("/connexion"));
            assertThat(given(page)).as("somebody else's key").isEqualTo(422);

            signOut(page);
            signIn(page, login);
            page.waitForURL("**/second-facteur");
            page.click("[data-passkey-start]");
            page.waitForURL(url -> !url.contains("/second-facteur"));
            page.navigate(browsing.address() + "/mon-compte");
            page.click("button[aria-label='Retirer la clé Téléphone de Nour']");
            page.getByText("La clé d’accès est retirée.").waitFor();
            signOut(page);
            signIn(page, login);
            page.waitForURL(url -> !url.contains("/connexion"));
            assertThat(page.url()).as("no factor is held any more").doesNotContain("second");
            assertThat(given(page)).as("a removed key, still in the device").isEqualTo(422);
        }
    }

    /// The head invites a coordinator; the link of the page.
    private String invited() {
        try (var head = browsing.enter("Hélène VANDAMME")) {
            var page = head.open("/reglages/equipe/inviter").page();
            page.fill("#familyName", family);
            page.fill("#givenName", "Nour");
            page.selectOption("#function", "COORDINATOR");
            page.click("button.btn-primary:has-text('Inviter')");
            page.locator("#lien").waitFor();
            head.look("lien-d-invitation");
            return page.inputValue("#lien");
        }
    }

    private static void fill(Page page, String login) {
        page.fill("#identifiant", login);
        page.fill("#nouveau", PASSWORD);
        page.fill("#encore", PASSWORD);
        page.click("button:has-text('Ouvrir mon compte')");
    }

    private static void signIn(Page page, String login) {
        signIn(page, login, PASSWORD);
    }

    private static void signIn(Page page, String login, String password) {
        page.navigate(browsing.address() + "/connexion");
        page.fill("#identifiant", login);
        page.fill("#motdepasse", password);
        page.press("#motdepasse", "Enter");
    }

    private static void signOut(Page page) {
        page.context().clearCookies();
    }

    /// What the server answers to the key that the device still has: the ceremony of the page, on a
    /// page that no longer offers it.
    private static int given(Page page) {
        return ((Number)
                        page.evaluate(
                                """
                                async () => {
                                  const bytes = (t) => Uint8Array.from(atob(t.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
                                  const text = (b) => btoa(String.fromCharCode(...new Uint8Array(b))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
                                  const post = (url, fields) => fetch(url, {method: 'POST', headers: {'X-CSRF-TOKEN': document.querySelector('meta[name=_csrf]').content}, body: new URLSearchParams(fields)});
                                  const options = await (await post('/second-facteur/cle/options', {})).json();
                                  const key = await navigator.credentials.get({publicKey: {...options, challenge: bytes(options.challenge), allowCredentials: []}});
                                  const answer = {id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: {}, response: {
                                    authenticatorData: text(key.response.authenticatorData), clientDataJSON: text(key.response.clientDataJSON),
                                    signature: text(key.response.signature), userHandle: text(key.response.userHandle)}};
                                  return (await post('/second-facteur/cle', {answer: JSON.stringify(answer)})).status;
                                }
                                """))
                .intValue();
    }

    /// The authenticator of a telephone: its owner is always there and recognised.
    private static final class Device {

        private final CDPSession session;
        private final String id;

        Device(Visitor visitor) {
            session = visitor.context().newCDPSession(visitor.page());
            session.send("WebAuthn.enable");
            var options =
                    JsonParser.parseString(
                                    """
                                    {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                                     "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}
                                    """)
                            .getAsJsonObject();
            id =
                    session.send("WebAuthn.addVirtualAuthenticator", options)
                            .get("authenticatorId")
                            .getAsString();
        }

        int keys() {
            return session.send("WebAuthn.getCredentials", self())
                    .getAsJsonArray("credentials")
                    .size();
        }

        private JsonObject self() {
            var self = new JsonObject();
            self.addProperty("authenticatorId", id);
            return self;
        }
    }
}
