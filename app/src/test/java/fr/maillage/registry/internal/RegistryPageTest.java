package fr.maillage.registry.internal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.testing.PageTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.springframework.mock.web.MockMultipartFile;

/// Sheets opened and filled by their forms.
public abstract class RegistryPageTest extends PageTest {

    private final List<UUID> ours = new ArrayList<>();

    @AfterEach
    void nobodyAnswersAnyMore() {
        for (var id : ours)
            for (var who : List.of(cast.helenHead, cast.agencyOfficer))
                cast.as(
                        who,
                        () ->
                                sql.sql(
                                                "update registry.structure set entrance = false, closed_on = coalesce(opened_on, '1990-01-01') where id = :id")
                                        .param("id", id)
                                        .update());
    }

    protected UUID open(SignedIn who, String name, String... more) throws Exception {
        var fields = new ArrayList<>(List.of("name", name));
        fields.addAll(List.of(more));
        if (!fields.contains("type_code")) fields.addAll(List.of("type_code", "RESEAU"));
        var request = post("/registre").with(csrf()).with(user(who));
        for (int i = 0; i < fields.size(); i += 2) request.param(fields.get(i), fields.get(i + 1));
        var to =
                mvc.perform(request)
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        var id = UUID.fromString(to.replace("/registre/", ""));
        ours.add(id);
        return id;
    }

    protected void add(SignedIn who, UUID sheet, String list, String... fields) throws Exception {
        send(who, "/registre/" + sheet + "/" + list, fields);
    }

    protected String line(SignedIn who, UUID sheet, String part, String list) throws Exception {
        return page(who, "/registre/" + sheet + "?partie=" + part)
                .select("#" + list + " a.stretched")
                .last()
                .attr("href");
    }

    protected SignedIn headOfCalais() {
        return cast.register(
                new SignedIn(
                        UUID.randomUUID(),
                        "tete",
                        "",
                        "Béatrice COUSIN",
                        Role.HEAD,
                        Set.of(cast.calais.value()),
                        Set.of(),
                        UUID.randomUUID(),
                        null,
                        null));
    }

    /// The id of the last line added to a list.
    protected String added(String table, UUID sheet) {
        return cast.as(
                cast.helenHead,
                () ->
                        sql.sql(
                                        "select id::text from registry.%s where structure_id = :sheet order by id desc limit 1"
                                                .formatted(table))
                                .param("sheet", sheet)
                                .query((row, _) -> row.getString(1))
                                .single());
    }

    /// Sends a file with its words: name, value, name, value…
    protected Document deposit(
            SignedIn who, String to, int expected, String name, byte[] bytes, String... fields)
            throws Exception {
        var request =
                multipart(to)
                        .file(
                                new MockMultipartFile(
                                        "file", name, "application/octet-stream", bytes));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        var answered = mvc.perform(request.with(csrf()).with(user(who)));
        answered.andExpect(expected == 303 ? status().is3xxRedirection() : status().is(expected));
        return Jsoup.parse(
                answered.andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace('\u00A0', ' '));
    }
}
