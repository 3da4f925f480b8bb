package fr.maillage.web.internal;

import static java.util.stream.Collectors.toMap;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.platform.Sealing;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what is being typed, form by form, for the one who types it. Without JavaScript nothing
/// calls it and nothing is lost either: a form refused or expired comes back with its fields.
@Controller
@PreAuthorize(Allowed.SIGNED_IN)
class DraftController {

    private static final int LARGEST = 4_000_000;

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json;
    private final Sealing sealing;

    DraftController(JdbcClient sql, Clock clock, JsonMapper json, Sealing sealing) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
        this.sealing = sealing;
    }

    /// The key of what this account's pages keep while the server is away, in base 64: the browser
    /// keeps what it encrypted, never the key (adr 0040).
    @GetMapping(path = "/brouillons/cle", produces = "text/plain")
    @PreAuthorize(Allowed.SIGNED_IN)
    public ResponseEntity<String> key() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(
                        Base64.getEncoder()
                                .encodeToString(
                                        sealing.keyOf(
                                                "saisies:" + SignedIn.current().accountId())));
    }

    record Saved(String at) {}

    record Draft(String at, Map<String, List<String>> fields) {}

    @PostMapping("/brouillons")
    @Transactional
    @PreAuthorize(Allowed.SIGNED_IN)
    public ResponseEntity<Saved> save(
            @RequestParam("_key") String form, @RequestParam MultiValueMap<String, String> all) {
        if (SignedIn.current().tenancy().acting() == null || form.length() > 200)
            return ResponseEntity.noContent().build();
        var fields =
                all.entrySet().stream()
                        // with what the form saw, so that a draft taken up again is compared with
                        // it
                        .filter(e -> !e.getKey().startsWith("_") || e.getKey().equals("_tag"))
                        .collect(
                                toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (a, _) -> a,
                                        LinkedHashMap::new));
        var text = json.writeValueAsString(fields).replace("\\u0000", "");
        if (text.length() > LARGEST) return ResponseEntity.status(413).build();
        var now = clock.instant();
        sql.sql(
                        """
                        insert into web.draft (form, fields, saved_at) values (:form, cast(:fields as jsonb), :at)
                        on conflict (network_id, account_id, form) do update set fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("form", form)
                .param("fields", text)
                .param("at", Timestamp.from(now))
                .update();
        return ResponseEntity.ok(
                new Saved(FrenchDates.time(now.atZone(FrenchDates.PARIS).toLocalDateTime())));
    }

    @GetMapping("/brouillons")
    @Transactional(readOnly = true)
    @PreAuthorize(Allowed.SIGNED_IN)
    public ResponseEntity<Draft> find(@RequestParam("form") String form) {
        return sql.sql(
                        "select fields::text as fields, saved_at from web.draft where form = :form and account_id = :me")
                .param("form", form)
                .param("me", SignedIn.current().accountId())
                .query((row, _) ->
                        new Draft(
                                FrenchDates.exact(row.getTimestamp("saved_at").toInstant()),
                                json.readValue(
                                        row.getString("fields"),
                                        new TypeReference<Map<String, List<String>>>() {})))
                .optional()
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/brouillons/effacer")
    @Transactional
    @PreAuthorize(Allowed.SIGNED_IN)
    public ResponseEntity<Void> forget(@RequestParam("form") String form) {
        forget(form, SignedIn.current().accountId());
        return ResponseEntity.noContent().build();
    }

    /// The token of the session one has now, for a page left open through a new sign-in.
    @GetMapping(path = "/jeton", produces = "text/plain")
    @PreAuthorize(Allowed.SIGNED_IN)
    public ResponseEntity<String> token(CsrfToken token) {
        return ResponseEntity.ok(token.getToken());
    }

    /// The form was sent: its draft is of no use any more.
    @Transactional
    public void forget(String form, UUID account) {
        sql.sql("delete from web.draft where form = :form and account_id = :me")
                .param("form", form)
                .param("me", account)
                .update();
    }
}
