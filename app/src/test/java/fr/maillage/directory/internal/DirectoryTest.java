package fr.maillage.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.directory.Organizations;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.Rpps;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class DirectoryTest {

    private static final String MOREL = "10100000017";

    @Autowired Practitioners practitioners;

    @Autowired Organizations organizations;

    @Autowired MockMvc mvc;

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @BeforeEach
    void a_directory() {
        sql.sql(
                        """
                        insert into directory.activity (pp_id, family_name, given_name, family_key, given_key, profession, commune_code, commune_name)
                        select * from (values ('10100000017', 'Morel', 'Anne', 'morel', 'anne', 'MEDECIN_GENERALISTE', '59178', 'Douai'),
                               ('10100000777', 'Béthencourt', 'Zéphirine', 'bethencourt', 'zephirine', 'INFIRMIER', '59509', 'Sin-le-Noble')) v(id)
                         where not exists (select 1 from directory.activity a where a.pp_id = v.id)
                        """)
                .update();
        sql.sql(
                        "insert into directory.name (key, kind, people) values ('morel', 'f', 1), ('bethencourt', 'f', 1) on conflict do nothing")
                .update();
        sql.sql(
                        """
                        insert into directory.organization (finess, name, kind, kind_label, commune_code, commune_name)
                        values ('590000006', 'HAD des Trois Terrils (fictive)', 'HAD', 'Hospitalisation à domicile', '59178', 'Douai')
                        on conflict do nothing
                        """)
                .update();
    }

    @Test
    void a_professional_is_found_by_a_piece_of_the_name_whatever_accents_order_title_and_typos() {
        for (var typed :
                new String[] {
                    "zeph",
                    "BETHENCOURT sin",
                    "Zéphirine Béthencourt",
                    "Mme Betencour",
                    "bethencuort"
                }) {
            assertThat(practitioners.near(typed, 5))
                    .as(typed)
                    .extracting("rpps")
                    .contains("10100000777");
        }
    }

    @Test
    void a_number_finds_its_holder_and_an_unknown_one_finds_nobody() {
        assertThat(practitioners.near("8 101 0000 0017", 5))
                .extracting("rpps")
                .containsExactly(MOREL);
        assertThat(practitioners.find(new Rpps(MOREL)).orElseThrow().displayName())
                .isEqualTo("Dr Anne MOREL");
        assertThat(practitioners.near("10199999999", 5)).isEmpty();
        assertThat(practitioners.near("m", 5)).isEmpty();
        assertThat(practitioners.near(" % ' -- <b>", 5)).isEmpty();
    }

    @Test
    void professions_and_kinds_are_listed_by_commune() {
        assertThat(practitioners.of("INFIRMIER", "59509", 50))
                .extracting("rpps")
                .contains("10100000777");
        assertThat(practitioners.of("INFIRMIER", "59178", 50))
                .extracting("rpps")
                .doesNotContain("10100000777");
        assertThat(organizations.of("HAD", null, 50)).extracting("finess").contains("590000006");
        assertThat(organizations.near("trois terils", null, 5))
                .extracting("finess")
                .contains("590000006");
        assertThat(organizations.near("terril douai", "HAD", 5))
                .extracting("finess")
                .contains("590000006");
        assertThat(organizations.near("terril douai", "MAIA", 5)).isEmpty();
        assertThat(organizations.find(new Finess("590000006"))).isPresent();
    }

    @Test
    void suggestions_are_radio_buttons_named_as_the_form_asks() throws Exception {
        mvc.perform(
                        post("/annuaire/professionnels?texte=asker&champ=askerRpps")
                                .param("asker", "bethencourt")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "name=\"askerRpps\" value=\"10100000777\"")));
        mvc.perform(
                        post("/annuaire/professionnels")
                                .param("q", "10199999999")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Ce numéro RPPS n’est pas dans l’annuaire")));
        mvc.perform(
                        post("/annuaire/structures")
                                .param("q", "trois terrils")
                                .with(csrf())
                                .with(user(cast.nurseLucie)))
                .andExpect(content().string(containsString("590000006")));
        mvc.perform(
                        post("/annuaire/professionnels")
                                .param("q", "<script>x")
                                .with(csrf())
                                .with(user(cast.sophieSecretary)))
                .andExpect(content().string(not(containsString("<script>"))));
        mvc.perform(
                        post("/annuaire/professionnels")
                                .param("q", "morel")
                                .with(csrf())
                                .with(user(cast.agencyOfficer)))
                .andExpect(status().isNotFound());
    }
}
