package fr.maillage.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.App;
import fr.maillage.network.Networks;
import fr.maillage.network.Openings;
import fr.maillage.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An empty installation, from the command line to a team that signs in.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAccountTest {

    private static final Path DATA = Path.of("target/pgfirst");
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() throws Exception {
        if (Files.exists(DATA)) {
            try (var all = Files.walk(DATA)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
        context =
                new SpringApplicationBuilder(App.class)
                        .run(
                                "--server.port=0",
                                "--maillage.data=" + DATA,
                                "--maillage.demonstration=false",
                                "--maillage.scheduled=false");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static FirstAccount asked(String login, String structure) {
        return asked(login, structure, "76");
    }

    private static FirstAccount asked(String login, String structure, String region) {
        return new FirstAccount(
                context.getBean(JdbcClient.class),
                context.getBean(Networks.class),
                context.getBean(Openings.class),
                login,
                structure,
                region);
    }

    private static Visitor visitor() {
        return new Visitor(
                Integer.parseInt(
                        Objects.requireNonNull(
                                context.getEnvironment().getProperty("local.server.port"))));
    }

    @Test
    @Order(1)
    void what_was_asked_wrongly_is_said_in_a_sentence_and_nothing_is_written() {
        assertThat(asked("", "").createIfAsked()).isEmpty();
        assertThatThrownBy(() -> asked("", "Appui fictif").createIfAsked())
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("--maillage.first-account");
        assertThatThrownBy(() -> asked("claire dumont", "Appui fictif").createIfAsked())
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("de 3 à 40 lettres");
        assertThatThrownBy(() -> asked("claire.dumont", " ").createIfAsked())
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("--maillage.first-structure");
        assertThatThrownBy(() -> asked("claire.dumont", "Appui fictif", "97").createIfAsked())
                .isInstanceOf(CannotBegin.class)
                .hasMessageContaining("--maillage.first-region");
        assertThat(accounts()).isZero();
    }

    @Test
    @Order(2)
    void the_first_account_chooses_a_password_sets_its_structure_and_lets_a_colleague_in() {
        var given =
                asked("claire.dumont", "Appui fictif de Nulle-Part").createIfAsked().orElseThrow();
        var head = visitor();

        var first = head.signIn(given.login(), given.password());
        assertThat(first.path()).isEqualTo("/mot-de-passe");
        assertThat(first.page().select("h1").text()).isEqualTo("Choisissez votre mot de passe");
        assertThat(head.get("/reglages/structure").path()).isEqualTo("/mot-de-passe");
        var refused = choose(head, "faux", "court", "autre");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error").eachText())
                .containsExactly(
                        "Ce n’est pas votre mot de passe actuel.",
                        "Choisissez au moins 12 caractères : quelques mots sans rapport entre eux se retiennent mieux que des signes.",
                        "Les deux saisies diffèrent. Retapez le nouveau mot de passe.");
        assertThat(choose(head, given.password(), "claire.dumont!", "claire.dumont!").status())
                .isEqualTo(422);
        assertThat(
                        choose(
                                        head,
                                        given.password(),
                                        "quatre pommes au four",
                                        "quatre pommes au four")
                                .path())
                .isNotEqualTo("/mot-de-passe");
        assertThat(visitor().signIn(given.login(), given.password()).path())
                .isEqualTo("/connexion");
        assertThat(visitor().signIn(given.login(), "quatre pommes au four").path())
                .isNotIn("/connexion", "/mot-de-passe");

        var structure = head.get("/reglages/structure");
        assertThat(structure.status()).isEqualTo(200);
        assertThat(structure.page().html()).contains("Appui fictif de Nulle-Part");
        for (var page :
                new String[] {
                    "/reglages/seuils",
                    "/reglages/criteres",
                    "/reglages/grille",
                    "/reglages/themes",
                    "/pilotage"
                }) assertThat(head.get(page).status()).as(page).isEqualTo(200);

        var form = head.get("/reglages/equipe/nouveau").page();
        var saved =
                head.post(
                        "/reglages/equipe",
                        form,
                        Map.of(
                                "_once", form.select("input[name=_once]").attr("value"),
                                "familyName", "Évrard",
                                "givenName", "Zoé",
                                "function", "COORDINATOR",
                                "fte", "1",
                                "since", "2026-01-05"));
        var line = saved.page().select("a[href^=/reglages/equipe/]:contains(Zoé)");
        assertThat(line).as(saved.page().select(".error, .toast").text()).hasSize(1);
        var member = line.attr("href");
        var opened = head.post(member + "/acces", head.get(member).page(), Map.of());
        var words = opened.page().select("dd").eachText();
        assertThat(words.getFirst()).isEqualTo("zoe.evrard");

        var colleague = visitor();
        assertThat(colleague.signIn(words.get(0), words.get(1)).path()).isEqualTo("/mot-de-passe");
        assertThat(
                        choose(
                                        colleague,
                                        words.get(1),
                                        "le vent tourne au nord",
                                        "le vent tourne au nord")
                                .path())
                .isEqualTo("/journee");
        assertThat(colleague.get("/reglages/equipe").status()).isEqualTo(404);
        // a password lost: another is given, and chosen again
        var again = head.post(member + "/acces", head.get(member).page(), Map.of());
        assertThat(again.page().select("dd").eachText().getFirst()).isEqualTo("zoe.evrard");
        assertThat(visitor().signIn("zoe.evrard", "le vent tourne au nord").path())
                .isEqualTo("/connexion");
    }

    @Test
    @Order(3)
    void asked_again_nothing_more_is_created() {
        var before = accounts();
        assertThat(asked("autre", "Une autre").createIfAsked()).isEmpty();
        assertThat(accounts()).isEqualTo(before).isEqualTo(2);
    }

    private static Visitor.Answer choose(Visitor who, String current, String chosen, String again) {
        return who.post(
                "/mot-de-passe",
                who.get("/mot-de-passe").page(),
                Map.of("actuel", current, "nouveau", chosen, "encore", again));
    }

    private static int accounts() {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from access.account")
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
