package fr.maillage.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One browser's worth of cookies, signed in as the first coordinator of the demonstration.
final class Browser {

    private static final Pattern PERSON = Pattern.compile("/dossiers/([0-9a-f-]{36})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private @Nullable String token;

    Browser(String address) {
        this.address = address;
    }

    void signIn() throws IOException, InterruptedException {
        var page = get("/connexion");
        var coordinator =
                Pattern.compile(
                                "Coordonnateur.*?name=\"identifiant\" value=\"([^\"]+)\"",
                                Pattern.DOTALL)
                        .matcher(page);
        if (!coordinator.find())
            throw new IllegalStateException("no coordinator among the demonstration people");
        signIn(coordinator.group(1));
    }

    void signIn(String login) throws IOException, InterruptedException {
        get("/connexion");
        post(
                "/connexion",
                "identifiant="
                        + URLEncoder.encode(login, StandardCharsets.UTF_8)
                        + "&motdepasse=maillage");
        get("/journee");
    }

    /// Ids of the persons of the list of files; never none.
    List<String> persons() throws IOException, InterruptedException {
        var persons =
                PERSON.matcher(get("/dossiers"))
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        if (persons.isEmpty()) throw new IllegalStateException("no file in the list of files");
        return persons;
    }

    /// A PDF, at this address.
    byte[] paper(String path) throws IOException, InterruptedException {
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + path)).GET().build(),
                        BodyHandlers.ofByteArray());
        var paper = answer.body();
        if (answer.statusCode() != 200 || paper.length < 4 || paper[0] != '%')
            throw new IllegalStateException("no PDF but " + answer.statusCode());
        return paper;
    }

    /// A form answered by a file.
    byte[] download(String path) throws IOException, InterruptedException {
        return http.send(form(path, ""), BodyHandlers.ofByteArray()).body();
    }

    /// The address a form leads to.
    String led(String path, String fields) throws IOException, InterruptedException {
        return http.send(form(path, fields), BodyHandlers.ofString()).uri().getPath();
    }

    /// What a part of a page asks as one types.
    String fragment(String path, String fields) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(form(path, fields), (_, _) -> true)
                        .header("HX-Request", "true")
                        .build());
    }

    private HttpRequest form(String path, String fields) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + token))
                .build();
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
    }

    String post(String path, String fields) throws IOException, InterruptedException {
        return send(form(path, fields));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new IllegalStateException(
                    request.uri().getPath().replaceAll("[0-9a-f-]{36}", "…")
                            + " answers "
                            + answer.statusCode());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer.body();
    }
}
