package fr.maillage.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;

/// Forms with files over a true connection, as the container reads them: the token in the form, the
/// limits, and what is typed that comes back.
@IntegrationTest
class UploadTest {

    private static final String BOUNDARY = "----maillage-1234";

    /// Sent in pieces, without a Content-Length.
    private static final long UNSAID = -1;

    @Autowired Cast cast;

    @Autowired MultipartProperties multipart;

    @Value("${local.server.port}")
    int port;

    private HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void newBrowser() {
        browser =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Test
    void a_file_arrives_with_the_token_of_its_form_and_without_it_it_does_not() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        signIn();
        var at = "/dossiers/" + followed.patient() + "/documents";
        var token = token(at + "/ajouter");

        var taken =
                send(
                        at,
                        words(token),
                        "note.txt",
                        "Une note toute simple".getBytes(StandardCharsets.UTF_8));
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(page(get(at)).select("tbody tr")).hasSize(1);

        var stranger =
                send(
                        at,
                        words("faux"),
                        "note2.txt",
                        "Une autre note".getBytes(StandardCharsets.UTF_8));
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location").orElse("")).endsWith("/reprendre");
        assertThat(page(get(at)).select("tbody tr")).hasSize(1);
    }

    @Test
    void a_file_over_the_limit_is_refused_beside_its_field() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        signIn();
        var at = "/dossiers/" + followed.patient() + "/documents";
        var answer = send(at, words(token(at + "/ajouter")), "gros.pdf", new byte[21 << 20]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select(".notice.is-late").text())
                .contains("gros.pdf")
                .contains("21 Mo")
                .contains("20 Mo");
        assertThat(page(answer).select("#source").val()).isEqualTo("CH de Lens, l’été");
    }

    @Test
    void more_than_the_server_reads_is_answered_413_with_everything_typed() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        signIn();
        var at = "/dossiers/" + followed.patient() + "/documents";
        var token = token(at + "/ajouter");
        long size = multipart.getMaxRequestSize().toBytes() + 1;
        var answer = send(at, words(token), "immense.pdf", nothing(size), size);
        assertThat(answer.statusCode()).isEqualTo(413);
        var page = page(answer);
        assertThat(page.select("#file-error").text()).contains("200 Mo").contains("aucun fichier");
        assertThat(page.select("#source").val()).isEqualTo("CH de Lens, l’été");
        assertThat(page.select("#type option[selected]").val()).isEqualTo("ORDONNANCE");
        assertThat(page(get(at)).select("tbody tr")).isEmpty();
    }

    @Test
    void a_form_that_does_not_say_its_weight_is_weighed_as_it_is_read() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        signIn();
        var at = "/dossiers/" + followed.patient() + "/documents";
        var token = token(at + "/ajouter");
        long size = multipart.getMaxRequestSize().toBytes() + 1;
        var answer = send(at, words(token), "immense.pdf", nothing(size), UNSAID);
        assertThat(answer.statusCode()).isEqualTo(413);
        var page = page(answer);
        assertThat(page.select("#file-error").text()).contains("200 Mo").contains("aucun fichier");
        assertThat(page.select("#source").val()).isEqualTo("CH de Lens, l’été");
        assertThat(page(get(at)).select("tbody tr")).isEmpty();

        var note =
                new ByteArrayInputStream(
                        "Une note en morceaux, l’été".getBytes(StandardCharsets.UTF_8));
        var taken = send(at, words(token), "note d’été.txt", note, UNSAID);
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(page(get(at)).select("tbody tr").text()).contains("note d’été");
        assertThat(send(at, words("faux"), "autre.txt", note, UNSAID).headers().map())
                .hasEntrySatisfying(
                        "Location", where -> assertThat(where.getFirst()).endsWith("/reprendre"));
        assertThat(page(get(at)).select("tbody tr")).hasSize(1);
    }

    @Test
    void without_a_session_the_words_come_back_and_no_file_is_read() throws Exception {
        var followed = cast.newFollowed(cast.douai, 2, 3);
        var answer =
                send(
                        "/dossiers/" + followed.patient() + "/documents",
                        words("perdu"),
                        "note.txt",
                        "Une note".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(page(answer).select("input[name='garde.source']").val())
                .isEqualTo("CH de Lens, l’été");
    }

    private static Map<String, String> words(String token) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", token);
        fields.put("type", "ORDONNANCE");
        fields.put("source", "CH de Lens, l’été");
        return fields;
    }

    private void signIn() throws Exception {
        var page = page(get("/connexion"));
        var form =
                "_csrf="
                        + page.select("input[name=_csrf]").val()
                        + "&identifiant="
                        + cast.claireCoordinator.login()
                        + "&motdepasse=maillage";
        var answer =
                browser.send(
                        HttpRequest.newBuilder(at("/connexion"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("erreur");
    }

    private String token(String path) throws Exception {
        return page(get(path)).select("form[enctype] input[name=_csrf]").val();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at(path)).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(
            String path, Map<String, String> words, String name, byte[] file) throws Exception {
        return send(path, words, name, new ByteArrayInputStream(file), file.length);
    }

    private HttpResponse<String> send(
            String path, Map<String, String> words, String name, InputStream file, long size)
            throws Exception {
        var head = new ByteArrayOutputStream();
        words.forEach((field, value) ->
                head.writeBytes(
                        ("--"
                                        + BOUNDARY
                                        + "\r\nContent-Disposition: form-data; name=\""
                                        + field
                                        + "\"\r\n\r\n"
                                        + value
                                        + "\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        head.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        var tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var begun = new ByteArrayInputStream(head.toByteArray());
        var whole =
                new SequenceInputStream(
                        new SequenceInputStream(begun, file), new ByteArrayInputStream(tail));
        var body = BodyPublishers.ofInputStream(() -> whole);
        return browser.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                size == UNSAID
                                        ? body
                                        : BodyPublishers.fromPublisher(
                                                body, head.size() + size + tail.length))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static InputStream nothing(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) return -1;
                int given = (int) Math.min(left, length);
                java.util.Arrays.fill(into, from, from + given, (byte) 0);
                left -= given;
                return given;
            }
        };
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }
}
