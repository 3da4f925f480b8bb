package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import fr.maillage.kernel.Ids;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.MovableClock;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.testing.Visitor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

/// One-time codes on a telephone: enrolled, asked, never taken twice, lost and reset; the structure
/// may ask them of its team.
@IntegrationTest
class SecondFactorTest {

    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transaction;

    private final UUID account = Ids.next();
    private final String login = "facteur." + account.toString().substring(24);
    private String secret = "";
    private String enrolledWith = "";
    private @Nullable Visitor head;

    @BeforeEach
    void a_secretary_without_a_second_factor() {
        clock.reset();
        transaction.executeWithoutResult(_ -> {
            sql.sql(
                            "insert into access.account (id, login, password_hash, display_name)"
                                    + " values (:id, :login, :hash, 'Maud LEFEVRE')")
                    .param("id", account)
                    .param("login", login)
                    .param("hash", new BCryptPasswordEncoder(4).encode("maillage"))
                    .update();
            sql.sql(
                            "insert into access.membership (account_id, role, network_id,"
                                    + " member_id, since) values (:id, 'SECRETARY', :network, :id,"
                                    + " '2020-01-01')")
                    .param("id", account)
                    .param("network", cast.douai.value())
                    .update();
        });
    }

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        visitor.signIn(login, "maillage");
        return visitor;
    }

    /// What a telephone shows at `at`, from the secret typed by hand (RFC 4648, base 32).
    private String code(Instant at) throws Exception {
        var bits = new StringBuilder();
        for (var letter : secret.toCharArray())
            bits.append(
                    String.format(
                                    "%5s",
                                    Integer.toBinaryString(
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)))
                            .replace(' ', '0'));
        var key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++)
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), at);
    }

    private Visitor.Answer enrol(Visitor visitor) throws Exception {
        var page = visitor.get("/second-facteur/code").page();
        secret = page.select("code").first().text().replace(" ", "");
        assertThat(page.select("svg.qr path").attr("d")).startsWith("M");
        enrolledWith = code(Instant.now().minusSeconds(30));
        return visitor.post("/second-facteur/code", page, Map.of("code", enrolledWith));
    }

    private static Visitor.Answer give(Visitor visitor, String path, String code) {
        return visitor.post(path, visitor.get("/second-facteur").page(), Map.of("code", code));
    }

    @Test
    void a_code_is_asked_after_the_password_and_serves_once() throws Exception {
        var wrong = signedIn();
        var page = wrong.get("/second-facteur/code").page();
        assertThat(wrong.post("/second-facteur/code", page, Map.of("code", "12")).status())
                .isEqualTo(422);
        var recovery = enrol(wrong).page().select(".recovery-codes code").eachText();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(wrong.get("/demandes").path()).as("enrolling is giving").isEqualTo("/demandes");
        assertThat(
                        sql.sql("select secret from access.one_time_code where account_id = :id")
                                .param("id", account)
                                .query((row, _) ->
                                        new String(
                                                row.getBytes(1),
                                                java.nio.charset.StandardCharsets.ISO_8859_1))
                                .single())
                .doesNotContain(secret);

        var visitor = signedIn();
        assertThat(visitor.get("/demandes").path()).isEqualTo("/second-facteur");
        assertThat(visitor.get("/mon-compte").path()).isEqualTo("/second-facteur");
        assertThat(visitor.get("/second-facteur/code").path())
                .as("the password alone adds no other factor")
                .isEqualTo("/second-facteur");
        assertThat(give(visitor, "/second-facteur", enrolledWith).status())
                .as("the code that enrolled served already")
                .isEqualTo(422);
        var now = code(Instant.now());
        assertThat(give(visitor, "/second-facteur", now).path()).isEqualTo("/mon-compte");
        assertThat(visitor.get("/demandes").path()).isEqualTo("/demandes");

        var thief = signedIn();
        assertThat(give(thief, "/second-facteur", now).status()).as("replayed").isEqualTo(422);
        assertThat(thief.get("/demandes").path()).isEqualTo("/second-facteur");

        var lost = signedIn();
        assertThat(
                        give(
                                        lost,
                                        "/second-facteur/secours",
                                        recovery.getFirst().toUpperCase(java.util.Locale.ROOT))
                                .status())
                .isEqualTo(200);
        assertThat(lost.get("/demandes").path()).isEqualTo("/demandes");
        assertThat(lost.get("/mon-compte").page().text()).contains("9 codes restants");
        assertThat(give(signedIn(), "/second-facteur/secours", recovery.getFirst()).status())
                .isEqualTo(422);
    }

    @Test
    void five_wrong_codes_and_none_is_looked_at_for_a_while() throws Exception {
        enrol(signedIn());
        var visitor = signedIn();
        for (int i = 0; i < 5; i++) give(visitor, "/second-facteur", "00000" + i);
        var right = give(visitor, "/second-facteur", code(Instant.now()));
        assertThat(right.status()).isEqualTo(422);
        assertThat(right.page().text()).contains("Trop d’essais");
    }

    @Test
    void the_head_resets_a_lost_factor_ends_sessions_and_both_are_written() throws Exception {
        var visitor = signedIn();
        enrol(visitor);
        var head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
        var address = "/reglages/equipe/comptes/" + account;
        assertThat(head.get(address).page().text()).contains("code sur téléphone");

        head.post(address + "/second-facteur", head.get(address).page(), Map.of());
        assertThat(visitor.get("/demandes").path()).as("ended at once").isEqualTo("/connexion");
        assertThat(signedIn().get("/demandes").path()).isEqualTo("/demandes");
        assertThat(head.get(address).page().text())
                .contains(
                        "Second facteur réinitialisé",
                        "Hélène VANDAMME",
                        "Code à usage unique activé");

        var open = signedIn();
        assertThat(open.get("/demandes").path()).isEqualTo("/demandes");
        head.post(address + "/sessions", head.get(address).page(), Map.of());
        assertThat(open.get("/demandes").path()).isEqualTo("/connexion");
        assertThat(head.get(address).page().text()).contains("Sessions fermées");

        var calais = new Visitor(port);
        calais.signIn(cast.calaisCoordinator.login(), "maillage");
        assertThat(calais.get(address).status()).isEqualTo(404);
    }

    @Test
    void a_structure_that_asks_it_lets_nobody_in_before_one_is_chosen() throws Exception {
        ask("TOUS", "2026-06-02");
        try {
            var visitor = signedIn();
            assertThat(visitor.get("/demandes").path()).isEqualTo("/second-facteur");
            assertThat(visitor.get("/second-facteur").page().text())
                    .contains("Ajoutez un second facteur");
            enrol(visitor);
            var page = visitor.get("/mon-compte");
            assertThat(page.path()).isEqualTo("/mon-compte");
            assertThat(
                            visitor.post("/mon-compte/code/retirer", page.page(), Map.of())
                                    .page()
                                    .text())
                    .as("the last factor stays")
                    .contains("Activé");
        } finally {
            ask("AU_CHOIX", "");
        }
        var free = signedIn();
        assertThat(free.get("/mon-compte").path())
                .as("what is held is asked")
                .isEqualTo("/second-facteur");
    }

    @Test
    void it_is_asked_of_who_reads_health_data_once_the_day_has_come() {
        var nurse = new Visitor(port);
        ask("SANTE", "2026-06-20");
        try {
            assertThat(signedIn().get("/demandes").path())
                    .as("a secretary reads names and states")
                    .isEqualTo("/demandes");
            var early = nurse.signIn(cast.nurseLucie.login(), "maillage");
            assertThat(early.path()).as("told at sign-in, not shut out").isEqualTo("/mon-compte");
            assertThat(early.page().text()).contains("À partir du 20 juin 2026");
            assertThat(nurse.get("/mes-patients").path()).isEqualTo("/mes-patients");

            clock.move(java.time.Duration.ofDays(18));
            var late = new Visitor(port);
            late.signIn(cast.nurseLucie.login(), "maillage");
            assertThat(late.get("/mes-patients").path()).isEqualTo("/second-facteur");
            assertThat(signedIn().get("/demandes").path()).isEqualTo("/demandes");
        } finally {
            clock.reset();
            ask("AU_CHOIX", "");
        }
    }

    @Test
    void accounts_of_the_demonstration_enter_with_the_password_alone() {
        sql.sql("update access.account set demonstration = true where id = :id")
                .param("id", account)
                .update();
        ask("TOUS", "2026-06-01");
        try {
            assertThat(signedIn().get("/demandes").path()).isEqualTo("/demandes");
        } finally {
            ask("AU_CHOIX", "");
        }
    }

    @Test
    void only_the_head_says_of_whom_it_is_asked() {
        var secretary = signedIn();
        assertThat(secretary.get("/reglages/connexion").status()).isEqualTo(404);
        var head = new Visitor(port);
        head.signIn(cast.helenHead.login(), "maillage");
        var page = head.get("/reglages/connexion").page();
        assertThat(page.select("input[name=requirement]")).hasSize(3);
        assertThat(page.text()).contains("comptes en tout");
        var wrong =
                head.post(
                        "/reglages/connexion",
                        page,
                        Map.of("requirement", "PERSONNE", "from", "bientôt"));
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void one_ends_ones_other_sessions() {
        var here = signedIn();
        var there = signedIn();
        assertThat(there.get("/demandes").path()).isEqualTo("/demandes");
        here.post("/mon-compte/sessions", here.get("/mon-compte").page(), Map.of());
        assertThat(there.get("/demandes").path()).isEqualTo("/connexion");
        assertThat(here.get("/demandes").path()).isEqualTo("/demandes");
    }

    /// Asked by the head, on the page; whoever is in stays in until the next sign-in.
    private void ask(String requirement, String from) {
        if (head == null) {
            head = new Visitor(port);
            head.signIn(cast.helenHead.login(), "maillage");
        }
        assertThat(
                        head.post(
                                        "/reglages/connexion",
                                        head.get("/reglages/connexion").page(),
                                        Map.of("requirement", requirement, "from", from))
                                .path())
                .isEqualTo("/reglages/connexion");
    }
}
