package fr.maillage.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.testing.TestWorld.Cast;
import fr.maillage.web.SentForms;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// What tests that read pages and send forms begin with: the application, its people, and the
/// Tuesday on which every test starts.
public abstract class PageTest {

    @Autowired protected MockMvc mvc;
    @Autowired protected Cast cast;
    @Autowired protected JdbcClient sql;
    @Autowired protected MovableClock clock;

    @BeforeEach
    void tuesday() {
        clock.reset();
    }

    /// A page that opens, with plain spaces.
    protected Document page(SignedIn who, String address) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(address).with(user(who)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace('\u00A0', ' '));
    }

    /// A sentence of the code, with the plain spaces of [#page].
    protected static String plain(String sentence) {
        return sentence.replace('\u00A0', ' ');
    }

    /// A form that is accepted: name, value, name, value…
    protected void send(SignedIn who, String to, String... fields) throws Exception {
        form(who, to, 303, fields);
    }

    /// The page of a form that is refused.
    protected Document refused(SignedIn who, String to, String... fields) throws Exception {
        return form(who, to, 422, fields);
    }

    /// What a form answers, with this status; sent as a browser does, with a token of its own.
    protected Document form(SignedIn who, String to, int expected, String... fields)
            throws Exception {
        var request = post(to).with(csrf()).with(user(who));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        if (!Arrays.asList(fields).contains("_once")) request.param("_once", SentForms.token());
        var answered = mvc.perform(request);
        answered.andExpect(expected == 303 ? status().is3xxRedirection() : status().is(expected));
        return Jsoup.parse(
                answered.andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replace('\u00A0', ' '));
    }

    /// First column of a query in a structure.
    protected List<String> rows(NetworkId network, String query) {
        return cast.in(network, () -> sql.sql(query).query((row, _) -> row.getString(1)).list());
    }

    /// The only value of a query in the structure of Douai.
    protected String value(String query) {
        return rows(cast.douai, query).getFirst();
    }
}
