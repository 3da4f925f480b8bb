package fr.maillage.web.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.platform.FailedPublications;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Work that had to follow an act and failed: what, since when, how often it was tried.
@Controller
@PreAuthorize(Allowed.UPKEEP)
class FailedController {

    private static final String PAGE = "/reglages/traitements";

    private final FailedPublications failed;
    private final Clock clock;

    FailedController(FailedPublications failed, Clock clock) {
        this.failed = failed;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    @PreAuthorize(Allowed.UPKEEP)
    public String list(Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new FailedPage(
                        failed.of(SignedIn.current().network()).stream()
                                .map(f -> line(f, today))
                                .toList()));
        return "web/failed";
    }

    private static FailedPage.Line line(FailedPublications.Failed failed, LocalDate today) {
        var next = failed.next();
        return new FailedPage.Line(
                failed.id().toString(),
                FailedText.event(failed.event()),
                FailedText.listener(failed.listener()),
                FrenchDates.relative(failed.since(), today),
                FrenchDates.exact(failed.since()),
                failed.attempts(),
                FrenchDates.exact(failed.last()),
                next == null ? FailedText.NO_MORE : FrenchDates.exact(next));
    }

    @PostMapping(PAGE + "/{id}/relancer")
    @PreAuthorize(Allowed.UPKEEP)
    public String retry(@PathVariable UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "toast",
                failed.retry(SignedIn.current().network(), id)
                        ? FailedText.RETRIED
                        : FailedText.GONE);
        return "redirect:" + PAGE;
    }
}
