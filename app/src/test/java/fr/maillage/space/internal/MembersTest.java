package fr.maillage.space.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.OwnStructure;
import fr.maillage.testing.Proves;
import fr.maillage.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who enters a space, and who does not.
@IntegrationTest
class MembersTest extends SpacePageTest {

    @LocalServerPort int port;

    @Test
    @Proves("REQ-GOVERNANCE-10")
    void a_space_is_read_by_those_their_structures_chose_and_by_nobody_else() throws Exception {
        var space = space(cast.helenHead, "GROUPE", "Sorties d’hôpital, essai");
        var here = "/espaces/" + space;
        var at = here + "/membres";
        var thread = discussion(cast.helenHead, space, "Lettre de liaison", "Qui l’écrit ?");
        for (var who :
                List.of(
                        cast.claireCoordinator,
                        next.head,
                        next.alice,
                        cast.calaisCoordinator,
                        cast.agencyOfficer,
                        cast.drMorel))
            for (var address : List.of(here, thread, at, thread + "/discussion.txt"))
                hidden(who, address);
        form(cast.claireCoordinator, thread, 404, "words", "Je n’y suis pas");
        form(next.head, at + "/rejoindre", 404);

        send(cast.helenHead, at + "/inviter", "invite", next.id.value().toString());
        assertThat(
                        page(next.head, "/espaces")
                                .select("section[aria-labelledby=invitations]")
                                .text())
                .contains("Sorties d’hôpital, essai", "Hélène VANDAMME, Appui Douaisis");
        hidden(next.head, here);
        hidden(next.head, thread);
        var invitation = page(next.head, at);
        assertThat(invitation.text())
                .contains("invités dans cet espace, par Hélène VANDAMME, Appui Douaisis");
        assertThat(invitation.select("section[aria-labelledby=en-place] tbody tr"))
                .as("the invited sees the invitation, not who is there")
                .hasSize(1)
                .allMatch(row -> row.text().contains("sans réponse"));
        assertThatThrownBy(() ->
                        cast.as(
                                cast.helenHead,
                                () ->
                                        sql.sql(
                                                        "update space.party set joined_at = now(), joined_by = 'x' where space_id = :space and network_id = :next")
                                                .param("space", space)
                                                .param("next", next.id.value())
                                                .update()))
                .as("nobody joins for another")
                .rootCause()
                .hasMessageContaining("nobody joins for another");

        send(next.head, at + "/rejoindre");
        form(next.head, at + "/rejoindre", 409);
        hidden(next.alice, here);
        assertThat(
                        refused(
                                        next.head,
                                        at + "/equipe",
                                        "person",
                                        cast.claireCoordinator.accountId().toString())
                                .text())
                .as("of one's own team alone")
                .contains("Seules les personnes de votre équipe");
        assertThat(refused(next.head, at + "/equipe").text())
                .contains("Gardez au moins une personne");
        send(next.head, at + "/equipe", "person", next.alice.accountId().toString());
        assertThat(page(next.alice, thread).text()).contains("Qui l’écrit ?");
        send(next.alice, thread, "words", "Chez nous, la cadre du service.");
        assertThat(page(cast.helenHead, thread).text())
                .contains("Alice ALBERT", "Structure", "Chez nous, la cadre du service.");
        hidden(next.head, here);
        assertThat(page(next.head, "/espaces").select("section[aria-labelledby=dehors]").text())
                .as("who did not choose herself is told so")
                .contains("Sorties d’hôpital, essai");

        for (var table : List.of("discussion", "message", "decision", "announcement", "text"))
            for (var who :
                    List.of(cast.karimCoordinator, cast.agencyOfficer, next.head, next.bruno))
                assertThat(seen(who, table, space))
                        .as("the database too, without a key: " + table)
                        .isZero();
        assertThat(seen(cast.karimCoordinator, "person", space))
                .as("of those who enter, one's own colleagues alone")
                .isEqualTo(1);
        assertThat(seen(next.alice, "message", space)).isEqualTo(2);
        assertThat(
                        cast.as(
                                cast.karimCoordinator,
                                () ->
                                        sql.sql(
                                                        "update space.message set words = 'x' where space_id = :space")
                                                .param("space", space)
                                                .update()))
                .isZero();

        send(next.head, at + "/quitter", "why", "Groupe terminé pour nous");
        hidden(next.alice, thread);
        hidden(next.head, at);
        assertThat(seen(next.alice, "message", space)).isZero();
        assertThat(page(cast.helenHead, at).select("section[aria-labelledby=anciens]").text())
                .contains("Structure", "jusqu’au 2 juin 2026", "Groupe terminé pour nous");
        assertThat(page(cast.helenHead, thread).text()).contains("Chez nous, la cadre");
        assertThat(refused(cast.helenHead, at + "/quitter").text())
                .contains("Qui a ouvert l’espace ne le quitte pas");
    }

    @Test
    void a_structure_is_taken_out_and_an_invitation_taken_back() throws Exception {
        var space = shared("Groupe dont on sort");
        var at = "/espaces/" + space + "/membres";
        var other = new OwnStructure(cast, sql, "32");
        send(
                cast.helenHead,
                at + "/inviter",
                "invite",
                other.id.value().toString(),
                "invite",
                "r:32");
        assertThat(refused(cast.helenHead, at + "/inviter", "invite", "r:32").text())
                .contains("Cochez au moins une structure");
        assertThat(page(other.head, "/espaces").text()).contains("Groupe dont on sort");
        var standing = page(cast.helenHead, at).select("section[aria-labelledby=en-place]");
        var parties =
                standing.select("tr:contains(Retirer) form[action$=retirer]").eachAttr("action");
        assertThat(parties).hasSize(3);
        var out = standing.select("tr:contains(Alice) form[action$=retirer]").attr("action");
        assertThat(refused(cast.helenHead, out).text()).contains("Ce champ est nécessaire");
        form(cast.claireCoordinator, out, 404, "why", "je ne suis pas l’hôte");
        send(cast.helenHead, out, "why", "Le groupe se resserre");
        hidden(next.alice, "/espaces/" + space);
        send(cast.agencyOfficer, at + "/quitter");
        assertThat(page(cast.agencyOfficer, "/espaces").text())
                .doesNotContain("Groupe dont on sort");
        assertThat(page(cast.helenHead, at).select("section[aria-labelledby=anciens]").text())
                .contains("Le groupe se resserre", "invitation sans suite");
    }

    @Test
    void a_closed_space_is_read_and_written_no_more_until_it_is_opened_again() throws Exception {
        var space = shared("Groupe qui s’arrête");
        var here = "/espaces/" + space;
        var thread = discussion(cast.claireCoordinator, space, "Bilan", "Qu’en gardons-nous ?");
        form(cast.claireCoordinator, here + "/clore", 404, "closed_why", "x");
        var refused = refused(cast.helenHead, here + "/clore");
        assertThat(refused.select("#closed_why-error").text()).contains("nécessaire");
        assertThat(refused.select("#title").attr("value")).isEqualTo("Groupe qui s’arrête");
        send(cast.helenHead, here + "/clore", "closed_why", "La procédure est écrite");
        assertThat(page(next.alice, here).text())
                .contains("Clos le 2 juin 2026 : La procédure est écrite", "Bilan")
                .doesNotContain("Nouvelle discussion");
        assertThat(refused(next.alice, thread, "words", "Trop tard").text())
                .contains("Cet espace est clos");
        assertThatThrownBy(() ->
                        cast.as(
                                next.alice,
                                () ->
                                        sql.sql(
                                                        """
                                                        insert into space.discussion (space_id, subject, account_id, author, author_of, opened_at, last_at, last_by)
                                                        values (:space, 'x', :me, 'x', 'x', now(), now(), :me)
                                                        """)
                                                .param("space", space)
                                                .param("me", next.alice.accountId())
                                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
        send(cast.helenHead, here + "/rouvrir");
        send(next.alice, thread, "words", "Reprenons");
    }

    @Test
    void who_has_no_structure_sends_the_fields_of_the_page_once() throws Exception {
        var space =
                space(cast.agencyOfficer, "THEME", "Thème de l’agence", "theme", "GERONTOLOGIE");
        var officer = new Visitor(port);
        officer.signIn(cast.agencyOfficer.login(), "maillage");
        var blank = officer.get("/espaces/" + space + "/discussions/nouvelle");
        var fields =
                Map.of(
                        "_once",
                        blank.page().select("main form input[name=_once]").attr("value"),
                        "subject",
                        "Une seule fois",
                        "words",
                        "Double clic");
        for (int i = 0; i < 2; i++)
            assertThat(
                            officer.post("/espaces/" + space + "/discussions", blank.page(), fields)
                                    .status())
                    .isEqualTo(200);
        assertThat(seen(cast.agencyOfficer, "discussion", space)).isEqualTo(1);
        assertThat(officer.get("/espaces").page().select(".rail a[href=/espaces]")).hasSize(1);
    }
}
