package fr.maillage.space.internal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.RegistryPageTest;
import fr.maillage.testing.OwnStructure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/// Spaces opened, shared and read by their forms and pages.
abstract class SpacePageTest extends RegistryPageTest {

    /// The structure next door, of one test.
    protected OwnStructure next;

    @BeforeEach
    void nextDoor() {
        next = new OwnStructure(cast, sql, "32");
    }

    protected UUID space(SignedIn who, String kind, String title, String... more) throws Exception {
        var fields =
                new ArrayList<>(
                        List.of("kind", kind, "title", title, "purpose", "Écrire la procédure"));
        fields.addAll(List.of(more));
        send(who, "/espaces", fields.toArray(String[]::new));
        return UUID.fromString(
                cast.as(
                        who,
                        () ->
                                sql.sql(
                                                "select id::text from space.space where title = :title order by id desc limit 1")
                                        .param("title", title)
                                        .query((row, _) -> row.getString(1))
                                        .single()));
    }

    /// What is read of a table under somebody's own rights.
    protected int seen(SignedIn who, String table, UUID space) {
        return cast.as(
                who,
                () ->
                        sql.sql("select count(*) from space." + table + " where space_id = :space")
                                .param("space", space)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    protected void hidden(SignedIn who, String address) throws Exception {
        mvc.perform(get(address).with(user(who))).andExpect(status().isNotFound());
    }

    protected String discussion(SignedIn who, UUID space, String subject, String words)
            throws Exception {
        send(who, "/espaces/" + space + "/discussions", "subject", subject, "words", words);
        return page(who, "/espaces/" + space)
                .select("section[aria-labelledby=discussions] a:contains(" + subject + ")")
                .attr("href");
    }

    /// A space of Douai with Claire, and of the structure next door with Alice; Karim and Bruno are
    /// not in it.
    protected UUID shared(String title) throws Exception {
        var space = space(cast.helenHead, "GROUPE", title);
        var at = "/espaces/" + space + "/membres";
        send(
                cast.helenHead,
                at + "/equipe",
                "person",
                cast.helenHead.accountId().toString(),
                "person",
                cast.claireCoordinator.accountId().toString());
        send(cast.helenHead, at + "/inviter", "invite", next.id.value().toString());
        send(next.head, at + "/rejoindre");
        send(next.head, at + "/equipe", "person", next.alice.accountId().toString());
        return space;
    }

    /// The count on top of every page.
    protected int news(SignedIn who) throws Exception {
        var badge = page(who, "/registre").select("a[href=/espaces].to-file .badge").text();
        return badge.isEmpty() ? 0 : Integer.parseInt(badge);
    }

    protected String message(UUID space, String words) {
        return cast.as(
                cast.claireCoordinator,
                () ->
                        sql.sql(
                                        "select id::text from space.message where space_id = :space and words like :words || '%'")
                                .param("space", space)
                                .param("words", words)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    protected String export(SignedIn who, String thread) throws Exception {
        return mvc.perform(get(thread + "/discussion.txt").with(user(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00A0', ' ');
    }

    protected String search(SignedIn who, String space, String words) throws Exception {
        return form(who, space + "/recherche", 200, "q", words).select("main").text();
    }

    protected void text(UUID sheet, String title, String audience) throws Exception {
        add(
                cast.helenHead,
                sheet,
                "textes",
                "kind",
                "AUTRE",
                "title",
                title,
                "dated_on",
                "2026-01-10",
                "audience",
                audience);
    }
}
