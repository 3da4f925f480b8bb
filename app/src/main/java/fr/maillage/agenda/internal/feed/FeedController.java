package fr.maillage.agenda.internal.feed;

import fr.maillage.access.Allowed;
import fr.maillage.agenda.internal.feed.Feeds.Reading;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// One's agenda for other calendars: addresses made and revoked, the calendar itself, and one
/// appointment as a file. None of them holds a name.
@Controller
class FeedController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/agenda/abonnement")
    @PreAuthorize(Allowed.DESK)
    public String mine(Model model) {
        var fresh = model.getAttribute("address");
        model.addAttribute(
                "page",
                new FeedPage(
                        feeds.mine().stream()
                                .map(f ->
                                        new FeedPage.Line(
                                                f.id().toString(),
                                                Feeds.words(f.madeAt()),
                                                f.lastRead() == null
                                                        ? "jamais lue"
                                                        : "lue le " + Feeds.words(f.lastRead())))
                                .toList(),
                        fresh == null ? null : fresh.toString()));
        return "agenda/feed";
    }

    @PostMapping("/agenda/abonnement")
    @PreAuthorize(Allowed.DESK)
    public String make(Submission sent) {
        return sent.end(
                Act.to(
                        "/agenda/abonnement",
                        FeedText.MADE,
                        () -> sent.keep("address", feeds.make())),
                _ -> "redirect:/agenda/abonnement");
    }

    @PostMapping("/agenda/abonnement/{id}/revoquer")
    @PreAuthorize(Allowed.DESK)
    public String revoke(@PathVariable UUID id, Submission sent) {
        return sent.end(
                Act.to("/agenda/abonnement", FeedText.REVOKED, () -> feeds.revoke(id)),
                _ -> "redirect:/agenda/abonnement");
    }

    /// Whoever has the address reads it: a calendar has no session. Its words stand nowhere else: a
    /// wrong one is answered without being repeated.
    @GetMapping("/agenda/flux/{token}.ics")
    @PreAuthorize(Allowed.EVERYBODY)
    public ResponseEntity<String> read(@PathVariable String token) {
        return switch (reading(token)) {
            case Reading.Calendar(var text) ->
                    ResponseEntity.ok()
                            .contentType(CALENDAR)
                            .cacheControl(CacheControl.noStore())
                            .header("Referrer-Policy", "no-referrer")
                            .header("X-Robots-Tag", "noindex")
                            .body(text);
            case Reading.Gone() -> ResponseEntity.status(410).build();
            case Reading.Unknown() -> ResponseEntity.notFound().build();
        };
    }

    private Reading reading(String token) {
        var dot = token.indexOf('.');
        if (dot != 32 || token.length() != 76) return new Reading.Unknown();
        var network =
                Ids.parse(
                                token.substring(0, 32)
                                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-"))
                        .map(NetworkId::new);
        if (network.isEmpty()) return new Reading.Unknown();
        return Tenancy.of(network.get()).call(() -> feeds.read(network.get(), token.substring(33)));
    }

    @GetMapping("/agenda/{id}/rendez-vous.ics")
    @PreAuthorize(Allowed.DESK)
    public ResponseEntity<String> file(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Content-Disposition", "attachment; filename=\"rendez-vous.ics\"")
                .body(feeds.file(id));
    }
}
