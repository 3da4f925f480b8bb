package fr.maillage.web.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.platform.Backups;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether the installation is backed up: what the head of a structure asks, and what nobody looks
/// at until the day it is needed.
@Controller
@PreAuthorize(Allowed.UPKEEP)
class BackupsController {

    private static final Duration OLD = Duration.ofDays(2);

    private final Backups backups;
    private final Clock clock;

    BackupsController(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @GetMapping("/reglages/sauvegardes")
    @PreAuthorize(Allowed.UPKEEP)
    public String list(Model model) {
        var runs = backups.latest();
        var today = LocalDate.now(clock);
        model.addAttribute(
                "page",
                new BackupsPage(
                        BackupsText.rule(backups.nightly()),
                        worry(runs),
                        runs.stream().map(run -> line(run, today)).toList()));
        return "web/backups";
    }

    private @Nullable String worry(List<Backups.Run> runs) {
        if (backups.nightly().isEmpty()) return BackupsText.NO_FOLDER;
        if (runs.isEmpty()) return BackupsText.NONE_YET;
        if (runs.getFirst().failure() != null) return BackupsText.LAST_FAILED;
        return runs.getFirst().at().isBefore(clock.instant().minus(OLD))
                ? BackupsText.TOO_OLD
                : null;
    }

    private static BackupsPage.Line line(Backups.Run run, LocalDate today) {
        return new BackupsPage.Line(
                FrenchDates.relative(run.at(), today),
                FrenchDates.exact(run.at()),
                run.file(),
                BackupsText.size(run.bytes()),
                Typography.number(run.rows()),
                Typography.number(run.documents()),
                run.failure());
    }
}
