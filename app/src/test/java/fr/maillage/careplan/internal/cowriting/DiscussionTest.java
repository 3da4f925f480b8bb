package fr.maillage.careplan.internal.cowriting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.Proves;
import fr.maillage.testing.TestWorld.Cast;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// What those around a person say of the lines of a plan.
@IntegrationTest
class DiscussionTest {

    private static final String READ = "Lire les commentaires sur le plan";
    private static final String DECIDE = "Répondre aux propositions sur le plan";

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    private Around around;
    private UUID nurse;
    private SignedIn help;

    @BeforeEach
    void theCircle() {
        around = new Around(mvc, cast, sql, cast.newFollowed(cast.douai, 2, 10));
        nurse = around.joins(cast.nurseLucie, "Infirmière", "SOINS", "TACHES");
        help =
                cast.register(
                        new SignedIn(
                                UUID.randomUUID(),
                                "aide",
                                "",
                                "Fatou SY",
                                Role.PROFESSIONAL,
                                Set.of(cast.douai.value()),
                                Set.of(),
                                null,
                                null,
                                null));
    }

    @Test
    void who_reads_a_line_comments_it_and_nobody_else_knows() throws Exception {
        around.joins(help, "Aide à domicile", "TACHES");
        var pps = around.inForce(nurse);
        var goal = "/lignes/objectifs-" + around.goal(pps);
        var act = "/lignes/interventions-" + around.act(pps);

        var doctors = around.open(cast.drMorel, around.lines() + goal);
        assertThat(around.send(cast.drMorel, doctors.form("/commentaires"), "words", "").status())
                .isEqualTo(422);
        Around.saved(
                around.send(
                        cast.drMorel,
                        doctors.form("/commentaires"),
                        "words",
                        "Sténose lombaire : pas plus"));
        around.tasks(READ);
        Around.saved(
                around.send(
                        cast.nurseLucie,
                        around.open(cast.nurseLucie, around.lines() + act).form("/commentaires"),
                        "words",
                        "Plutôt le matin"));
        around.tasks(READ);

        for (var who : new SignedIn[] {cast.nurseLucie, help}) {
            assertThat(around.open(who, around.lines() + goal).status()).isEqualTo(404);
            assertThat(
                            around.post(who, around.lines() + goal + "/commentaires", "words", "x")
                                    .status())
                    .isEqualTo(404);
            assertThat(around.open(who, around.lines() + "/lignes").text())
                    .doesNotContain("Sténose", "Marcher dehors");
        }
        assertThat(around.open(cast.nurseLucie, around.lines() + "/lignes").text())
                .contains("Pansement", "1 commentaire");
        var hers = around.open(cast.nurseLucie, around.base());
        assertThat(hers.text()).as("the title of the goal she acts for").contains("Marcher dehors");
        assertThat(hers.html().select("a[href*=/plan/lignes/]").eachAttr("href"))
                .as("no door to a line that would not open")
                .noneMatch(href -> href.endsWith(goal))
                .anyMatch(href -> href.endsWith(act));
        assertThat(around.open(help, around.lines() + act).status()).isEqualTo(404);
        for (var who : new SignedIn[] {cast.calaisCoordinator})
            assertThat(around.open(who, around.lines() + act).status()).isEqualTo(404);
        assertThat(around.open(cast.sophieSecretary, around.lines() + act).status()).isEqualTo(404);
        assertThat(around.open(around.claire(), around.lines() + "/lignes/objectifs-x").status())
                .isEqualTo(404);

        var plan = around.open(around.claire(), around.base());
        assertThat(plan.html().select(".page-actions .badge").text()).isEqualTo("2");
        assertThat(plan.html().select(".talk").eachText()).containsOnly("1 commentaire");
        var line = around.open(around.claire(), around.lines() + goal);
        assertThat(line.text())
                .contains("Dr Anne MOREL, Médecin traitant", "Sténose lombaire : pas plus");
        assertThat(around.post(cast.drMorel, around.lines() + goal + "/traite").status())
                .isEqualTo(404);
        Around.saved(around.send(around.claire(), line.form("/traite")));
        Around.saved(around.post(around.claire(), around.lines() + act + "/traite"));
        assertThat(around.open(around.claire(), around.lines() + goal).text())
                .contains("Traité par Claire DUMONT");
        around.tasks();

        Around.saved(around.post(around.claire(), around.base(), "reason", "Chute"));
        assertThat(around.open(around.claire(), around.lines() + goal).text())
                .as("the line is the same in the next version")
                .contains("Sténose lombaire : pas plus");
    }

    @Test
    @Proves("REQ-PPS-16")
    void what_a_professional_proposes_is_accepted_adapted_or_refused_and_they_read_it()
            throws Exception {
        var first = around.inForce(nurse);
        var act = "/lignes/interventions-" + around.act(first);
        var lucie = cast.nurseLucie;

        var form = around.open(lucie, around.lines() + act).form("/propositions");
        assertThat(around.send(lucie, form, "why", "Rien à dire").text())
                .contains("modifiez au moins un champ");
        var wrong = around.send(lucie, form, "times", "", "ends_on", "", "why", "Sans fin");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#proposition-ends_on-error").text())
                .contains("Une répétition a une fin");
        assertThat(wrong.html().select("#proposition-why").val()).isEqualTo("Sans fin");
        var sent =
                around.send(lucie, form, "every_n", "2", "place", "Cabinet", "why", "Plaie sèche");
        Around.saved(sent);
        around.tasks(DECIDE);
        assertThat(
                        around.send(
                                        lucie,
                                        around.open(lucie, around.lines() + act)
                                                .form("/propositions"),
                                        "place",
                                        "Ailleurs",
                                        "why",
                                        "Encore")
                                .text())
                .contains("attend déjà une réponse");
        assertThat(around.open(lucie, sent.location()).form("/reprendre")).isNotNull();
        assertThat(around.post(lucie, sent.location() + "/accepter").status()).isEqualTo(404);
        assertThat(around.open(help, sent.location()).status()).isEqualTo(404);
        assertThat(around.open(cast.calaisCoordinator, sent.location()).status()).isEqualTo(404);

        var decision = around.open(around.claire(), sent.location());
        assertThat(decision.html().select(".changes").text()).contains("Où", "Domicile", "Cabinet");
        assertThat(decision.text())
                .contains("Plaie sèche", "accepter commence la version suivante");
        Around.saved(around.send(around.claire(), decision.form("/accepter")));
        around.tasks();
        var next =
                around.id(
                        "select id from careplan.pps where status = 'BROUILLON' and patient_id = :id",
                        around.followed().patient().value());
        assertThat(
                        around.text(
                                "select place || ' ' || every_n || ' ' || times from careplan.intervention where pps_id = :id",
                                next))
                .isEqualTo("Cabinet 2 8");
        assertThat(around.text("select place from careplan.intervention where pps_id = :id", first))
                .as("the plan in force does not change")
                .isEqualTo("Domicile");
        assertThat(around.open(around.claire(), around.base() + "/" + next + "/versions").text())
                .contains("proposé par Lucie PETIT (Infirmière)");
        assertThat(around.open(lucie, sent.location()).text())
                .contains("Acceptée", "par Claire DUMONT");
        assertThat(around.post(around.claire(), sent.location() + "/accepter").status())
                .as("decided once")
                .isEqualTo(422);

        // the line changed since: it is said, and what is accepted stands over what it says now
        var second =
                around.send(
                        lucie,
                        around.open(lucie, around.lines() + act).form("/propositions"),
                        "place",
                        "Maison de santé",
                        "why",
                        "Plus près");
        Around.saved(
                around.send(
                        around.claire(),
                        around.open(around.claire(), around.base() + "/" + next + "/modifier")
                                .form("/interventions/" + around.act(next)),
                        "place",
                        "Pharmacie"));
        var stale = around.open(around.claire(), Objects.requireNonNull(second.location()));
        assertThat(stale.text())
                .contains("La ligne a changé depuis", "« Domicile »", "« Pharmacie »");
        Around.saved(
                around.send(
                        around.claire(),
                        stale.form("/accepter"),
                        "place",
                        "Maison de santé, jeudi"));
        assertThat(around.open(lucie, second.location()).text()).contains("Acceptée, modifiée");

        var third =
                around.send(
                        lucie,
                        around.open(lucie, around.lines() + act).form("/retrait"),
                        "why",
                        "Cicatrisé");
        var refusal = around.open(around.claire(), Objects.requireNonNull(third.location()));
        assertThat(around.send(around.claire(), refusal.form("/refuser")).status()).isEqualTo(422);
        Around.saved(
                around.send(
                        around.claire(), refusal.form("/refuser"), "answer", "Encore un contrôle"));
        assertThat(around.open(lucie, third.location()).text())
                .contains("Refusée", "Encore un contrôle");
        assertThat(around.open(lucie, around.lines() + "/lignes").text())
                .contains("Acceptée, modifiée", "Refusée");
    }

    @Test
    void a_new_line_is_proposed_in_the_parts_one_reads_and_the_person_may_speak_too()
            throws Exception {
        var pps = around.inForce(nurse);
        var lucie = cast.nurseLucie;
        var form =
                around.open(lucie, around.lines() + "/proposer/interventions")
                        .form("/interventions");
        assertThat(
                        around.send(
                                        lucie,
                                        form,
                                        "title",
                                        "Bilan social",
                                        "type",
                                        "BILAN_SOCIAL",
                                        "why",
                                        "Factures")
                                .text())
                .contains("ne vous est pas confiée");
        var sent =
                around.send(
                        lucie,
                        form,
                        "title",
                        "Bas de contention",
                        "type",
                        "PRESCRIPTION_NON_MEDICAMENTEUSE",
                        "why",
                        "Œdèmes");
        Around.saved(sent);
        var decision = around.open(around.claire(), Objects.requireNonNull(sent.location()));
        Around.saved(
                around.send(
                        around.claire(),
                        decision.form("/accepter"),
                        "goal",
                        around.goal(pps).toString()));
        assertThat(around.open(lucie, sent.location()).text()).contains("Acceptée");
        var next =
                around.id(
                        "select id from careplan.pps where status = 'BROUILLON' and patient_id = :id",
                        around.followed().patient().value());
        assertThat(
                        around.text(
                                "select count(*) from careplan.intervention where title = 'Bas de contention' and goal_id is not null and pps_id = :id",
                                next))
                .isEqualTo("1");

        var person = cast.patientAccount(around.followed());
        var line = around.lines() + "/lignes/interventions-" + around.act(pps);
        var asked =
                around.send(
                        person,
                        around.open(person, line).form("/propositions"),
                        "note",
                        "Après 10 heures",
                        "why",
                        "Je dors mal");
        Around.saved(asked);
        assertThat(around.open(around.claire(), Objects.requireNonNull(asked.location())).text())
                .contains("Odette DURAND, la personne");
        Around.saved(around.post(person, asked.location() + "/reprendre"));
        assertThat(around.open(around.claire(), asked.location()).text())
                .contains("Retirée par son auteur");

        Around.saved(
                around.send(
                        around.claire(),
                        around.open(around.claire(), around.base() + "/" + next + "/modifier")
                                .form("/sections/CONDUITE"),
                        "reassess_on",
                        "2027-01-01"));
        Around.saved(around.post(around.claire(), around.base() + "/" + next + "/soumettre"));
        var waiting =
                around.send(
                        lucie,
                        around.open(lucie, line).form("/propositions"),
                        "place",
                        "Cabinet",
                        "why",
                        "Plus simple");
        var closed = around.open(around.claire(), Objects.requireNonNull(waiting.location()));
        assertThat(closed.text()).contains("attend l’avis du médecin traitant");
        assertThat(closed.html().select("form[action$=/accepter]")).isEmpty();
        assertThat(around.post(around.claire(), waiting.location() + "/accepter").status())
                .isEqualTo(422);
    }
}
