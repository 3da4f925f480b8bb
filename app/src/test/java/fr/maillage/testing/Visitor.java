package fr.maillage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser without JavaScript, over HTTP: cookies, redirects, forms.
public final class Visitor {

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.ALWAYS)
                    .build();

    /// At the door of the application on `port`.
    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    /// What came back.
    public record Answer(int status, String path, Document page) {}

    /// Opens a page.
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /// Sends a form as its page would: with the token of `from`, a page just opened.
    public Answer post(String path, Document from, Map<String, String> fields) {
        var token = from.select("input[name=_csrf]").attr("value");
        var all = new java.util.LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        all.entrySet().stream()
                                                .map(e ->
                                                        URLEncoder.encode(
                                                                        e.getKey(),
                                                                        StandardCharsets.UTF_8)
                                                                + "="
                                                                + URLEncoder.encode(
                                                                        e.getValue(),
                                                                        StandardCharsets.UTF_8))
                                                .collect(Collectors.joining("&")))));
    }

    /// Signs in; the answer is the first page, or the sign-in page again.
    public Answer signIn(String login, String password) {
        return post(
                "/connexion",
                get("/connexion").page(),
                Map.of("identifiant", login, "motdepasse", password));
    }

    /// As when the session ended on the server.
    public void forgetSession() {
        cookies.getCookieStore().removeAll();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.uri().getPath(), Jsoup.parse(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
