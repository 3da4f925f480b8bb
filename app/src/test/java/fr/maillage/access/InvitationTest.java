package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.PostOffice;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.Visitor;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// From the head's invitation to the first page of whoever accepted it, and every link that no
/// longer opens.
@IntegrationTest
class InvitationTest {

    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired PostOffice office;

    private static final Pattern LINK = Pattern.compile("https?://[^/]+(/invitation/\\S+)");

    private Visitor head;
    private final String family =
            "INVIT"
                    + UUID.randomUUID()
                            .toString()
                            .substring(0, 8)
                            .toUpperCase(java.util.Locale.ROOT);

    @BeforeEach
    void the_head_is_in() {
        clock.reset();
        head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
    }

    private Map<String, String> form(String email) {
        var form = new LinkedHashMap<String, String>();
        form.put("familyName", family);
        form.put("givenName", "Léa");
        form.put("email", email);
        form.put("function", "COORDINATOR");
        form.put("fte", "0,8");
        form.put("since", "2026-06-01");
        return form;
    }

    private Visitor.Answer invite(String email) {
        return head.post(
                "/reglages/equipe/inviter",
                head.get("/reglages/equipe/inviter").page(),
                form(email));
    }

    private static String path(Document page) {
        return URI.create(page.select("#lien").attr("value")).getPath();
    }

    private Visitor.Answer accept(Visitor who, String path, String login) {
        return who.post(
                path,
                who.get(path).page(),
                Map.of(
                        "identifiant", login,
                        "nouveau", "trois mots bien longs",
                        "encore", "trois mots bien longs"));
    }

    @Test
    void an_invited_person_chooses_a_login_and_a_password_once() {
        var shown = invite(family + "@exemple.fr");
        assertThat(shown.page().text()).contains("Lien d’invitation de Léa " + family);
        var path = path(shown.page());
        assertThat(
                        cast.in(
                                cast.douai,
                                () ->
                                        sql.sql(
                                                        "select string_agg(i::text, ' ') from"
                                                                + " access.invitation i")
                                                .query((row, _) -> row.getString(1))
                                                .single()))
                .as("the secret is nowhere in the base")
                .doesNotContain(path.substring(path.indexOf('.') + 1));

        var lea = new Visitor(port);
        var page = lea.get(path).page();
        assertThat(page.text())
                .contains(
                        "Léa " + family, "Coordonnateur d’appui", "Invitation de Hélène VANDAMME");
        var weak =
                lea.post(
                        path,
                        page,
                        Map.of("identifiant", "x", "nouveau", "court", "encore", "autre"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.page().select(".error")).hasSize(3);

        var login = "lea." + family.toLowerCase(java.util.Locale.ROOT);
        var opened = accept(lea, path, login);
        assertThat(opened.path()).isEqualTo("/connexion");
        assertThat(opened.page().text()).contains("Votre compte est ouvert");
        assertThat(lea.signIn(login, "trois mots bien longs").path()).isEqualTo("/mon-compte");
        assertThat(lea.get("/dossiers").path()).isEqualTo("/dossiers");
        assertThat(lea.get("/mon-compte").page().text())
                .contains("Votre mot de passe est seul à protéger ce compte", "celle-ci");

        var again = new Visitor(port).get(path);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.page().text()).contains("a déjà servi");
        assertThat(again.page().select("input[name=nouveau]")).isEmpty();
        assertThat(head.get("/reglages/equipe/comptes?role=COORDINATOR").page().text())
                .contains("Léa " + family, "aujourd’hui");
    }

    @Test
    void a_link_that_expired_was_replaced_or_withdrawn_opens_nothing() {
        var first = path(invite("").page());
        var slow = new Visitor(port);
        var open = slow.get(first).page();
        clock.move(Duration.ofDays(8));
        var late = new Visitor(port).get(first);
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.page().text()).contains("son délai est passé");
        assertThat(slow.post(first, open, Map.of("identifiant", "tard." + family)).status())
                .as("opened in time, sent too late")
                .isEqualTo(410);

        var accounts = head.get("/reglages/equipe/comptes").page();
        assertThat(accounts.select("tr:contains(" + family + ")").text()).contains("expirée");
        var resend = accounts.select("tr:contains(" + family + ") form[action$=renvoyer]");
        var second = path(head.post(resend.attr("action"), accounts, Map.of()).page());
        assertThat(new Visitor(port).get(first).status()).isEqualTo(404);
        assertThat(new Visitor(port).get(second).status()).isEqualTo(200);

        var withdraw = accounts.select("tr:contains(" + family + ") form[action$=retirer]");
        head.post(withdraw.attr("action"), accounts, Map.of());
        var gone = new Visitor(port).get(second);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.page().text()).contains("a été retirée");
        assertThat(head.get("/reglages/equipe/comptes").page().select("h2#invitations + *").text())
                .doesNotContain(family);
        assertThat(new Visitor(port).get("/invitation/nimporte.quoi").status()).isEqualTo(404);
        assertThat(new Visitor(port).get("/invitation/" + "0".repeat(32) + ".inconnu").status())
                .isEqualTo(404);
    }

    @Test
    void the_same_address_is_not_invited_twice() {
        var email = family + ".deux@exemple.fr";
        invite(email);
        var second = form(email.toUpperCase(java.util.Locale.ROOT));
        second.put("givenName", "Lucas");
        var refused =
                head.post(
                        "/reglages/equipe/inviter",
                        head.get("/reglages/equipe/inviter").page(),
                        second);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#email-error").text()).contains("déjà");
        assertThat(refused.page().select("#givenName").attr("value")).isEqualTo("Lucas");
    }

    @Test
    void a_professional_invited_from_a_circle_sees_that_person_and_no_other() {
        var followed = cast.newFollowed(cast.douai, 2, 10);
        var other = cast.newFollowed(cast.douai, 2, 10);
        var line = UUID.randomUUID();
        cast.in(
                cast.douai,
                () ->
                        sql.sql(
                                        """
                                        insert into casefile.care_team (id, patient_id, kind, actor_group, role, name, profession, since, until, parts)
                                        values (:id, :patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'INTERVENANT', 'Jules REMPLACANT', 'Infirmier', '2026-06-01', '2026-06-10', '{SOINS,AIDE}')
                                        """)
                                .param("id", line)
                                .param("patient", followed.patient().value())
                                .update());
        var claire = new Visitor(port);
        claire.signIn(cast.claireCoordinator.login(), "maillage");
        var circle = "/dossiers/" + followed.patient().value() + "/cercle";
        var shown =
                claire.post(
                        circle + "/" + line + "/invitation", claire.get(circle).page(), Map.of());
        assertThat(shown.page().text()).contains("Jules REMPLACANT", "ne sert qu’une fois");
        var jules = new Visitor(port);
        var login = "jules." + family.toLowerCase(java.util.Locale.ROOT);
        accept(jules, path(shown.page()), login);
        jules.signIn(login, "trois mots bien longs");
        assertThat(jules.get("/dossiers/" + followed.patient().value()).status()).isEqualTo(200);
        assertThat(jules.get("/dossiers/" + other.patient().value()).status()).isEqualTo(404);
        var twice =
                claire.post(
                        circle + "/" + line + "/invitation", claire.get(circle).page(), Map.of());
        assertThat(twice.page().text()).contains("a déjà un compte");

        clock.move(Duration.ofDays(9));
        assertThat(jules.get("/mes-patients").path())
                .as("a locum's last day is past")
                .isEqualTo("/connexion");

        var morel = cast.newFollowed(cast.douai, 2, 10);
        var drMorel =
                cast.in(
                        cast.douai,
                        () ->
                                sql.sql("select id from casefile.care_team where patient_id = :id")
                                        .param("id", morel.patient().value())
                                        .query((row, _) -> row.getObject(1, UUID.class))
                                        .single());
        var address = "/dossiers/" + morel.patient().value() + "/cercle";
        claire.signIn(cast.claireCoordinator.login(), "maillage");
        assertThat(
                        claire.post(
                                        address + "/" + drMorel + "/invitation",
                                        claire.get(address).page(),
                                        Map.of())
                                .page()
                                .text())
                .contains("a déjà un compte");
    }

    @Test
    void only_the_head_invites() {
        var secretary = new Visitor(port);
        secretary.signIn(cast.sophieSecretary.login(), "maillage");
        assertThat(secretary.get("/reglages/equipe/inviter").status()).isEqualTo(404);
        assertThat(secretary.get("/reglages/equipe/comptes").status()).isEqualTo(404);
    }

    @Test
    void an_invitation_leaves_by_mail_and_its_link_opens_one_account_once() throws Exception {
        var address = family.toLowerCase(java.util.Locale.ROOT) + "@exemple.fr";
        try (var post = office.open()) {
            var sent = invite(address);
            assertThat(sent.path()).isEqualTo("/reglages/equipe/comptes");
            assertThat(sent.page().select("#lien")).as("the mail alone has the link").isEmpty();
            assertThat(pending(sent.page()).text()).contains("envoyée par courriel");
            var mail = post.received().getFirst();
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsOnly(address);
            assertThat(mail.getSubject()).contains("Votre compte Maillage");
            var words = mail.getContent().toString().replace('\u00A0', ' ');
            assertThat(words).contains("Bonjour Léa " + family, "jusqu’au 9 juin 2026");

            clock.move(Duration.ofDays(8));
            assertThat(new Visitor(port).get(link(mail)).page().text())
                    .contains("son délai est passé");
            head.signIn(cast.helenHead.login(), "maillage");
            var accounts = head.get("/reglages/equipe/comptes").page();
            head.post(
                    pending(accounts).select("form[action$=renvoyer]").attr("action"),
                    accounts,
                    Map.of());
            var second = link(post.received().getLast());
            assertThat(new Visitor(port).get(link(mail)).status()).as("replaced").isEqualTo(404);

            var login = "lea." + family.toLowerCase(java.util.Locale.ROOT);
            var lea = new Visitor(port);
            assertThat(accept(lea, second, login).path()).isEqualTo("/connexion");
            assertThat(lea.signIn(login, "trois mots bien longs").path()).isEqualTo("/mon-compte");
            var twice = new Visitor(port).get(second);
            assertThat(twice.status()).isEqualTo(410);
            assertThat(twice.page().text()).contains("a déjà servi");
            assertThat(
                            sql.sql("select count(*) from access.account where login = :login")
                                    .param("login", login)
                                    .query((row, _) -> row.getInt(1))
                                    .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_mail_server_that_is_down_leaves_the_link_to_be_handed_over() {
        try (var post = office.open()) {
            post.breaks();
            var shown = invite(family.toLowerCase(java.util.Locale.ROOT) + "@exemple.fr");
            assertThat(shown.page().text()).contains("Le serveur de courriel ne répond pas");
            assertThat(new Visitor(port).get(path(shown.page())).status()).isEqualTo(200);
            assertThat(pending(head.get("/reglages/equipe/comptes").page()).text())
                    .contains("courriel en attente");
        }
    }

    private org.jsoup.nodes.Element pending(Document accounts) {
        return java.util.Objects.requireNonNull(
                accounts.select("section[aria-labelledby=invitations] tr:contains(" + family + ")")
                        .first());
    }

    private static String link(jakarta.mail.internet.MimeMessage mail) throws Exception {
        var found = LINK.matcher(mail.getContent().toString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
