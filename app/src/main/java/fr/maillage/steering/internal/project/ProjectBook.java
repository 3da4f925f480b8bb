package fr.maillage.steering.internal.project;

import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A project as a workbook: the whole, each action against its two plans, all that was told.
@Component
@Transactional(readOnly = true)
class ProjectBook {

    private final Projects projects;
    private final Plans plans;
    private final ProjectScreens screens;

    ProjectBook(Projects projects, Plans plans, ProjectScreens screens) {
        this.projects = projects;
        this.plans = plans;
        this.screens = screens;
    }

    /// @param asked the day looked at; today for none
    byte[] of(UUID id, @Nullable LocalDate asked) {
        var project = projects.get(id);
        var now = screens.situation(id, asked == null ? projects.today() : asked);
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            var sheet = book.sheet("Projet", List.of("Projet", project.title()));
            sheet.width(1, 90);
            sheet.line(List.of("Mené par", project.leader() + ", " + project.lead()));
            sheet.line(List.of("Au", now.day()));
            if (now.last() != null)
                whole(
                        sheet,
                        ProjectScreens.whole(
                                "Écart au " + ProjectText.plan(now.last().number()),
                                now.against(now.inLast())));
            if (now.replanned())
                whole(
                        sheet,
                        ProjectScreens.whole("Écart au premier plan", now.against(now.inFirst())));
            sheet.end();
            actions(book, now);
            told(book, id, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void whole(WorkbookOut.Sheet sheet, ProjectPage.Whole whole) {
        sheet.line(List.of(whole.plan(), ""));
        for (var fact : whole.facts()) sheet.line(List.of(fact.label(), fact.value()));
    }

    private static void actions(WorkbookOut book, Situation now) throws IOException {
        var sheet =
                book.sheet(
                        "Actions",
                        List.of(
                                "Action",
                                "Qui",
                                "État",
                                "Prévue du",
                                "au",
                                "Au premier plan, du",
                                "au ",
                                "Commencée",
                                "Terminée",
                                "Écart en jours",
                                "Écart au premier plan",
                                "Prévu (€)",
                                "Dépensé (€)",
                                "ETP prévus",
                                "ETP donnés",
                                "Mesuré",
                                "Départ",
                                "Cible",
                                "Atteint",
                                "Atteint (%)",
                                "Non faite\u00A0: pourquoi"));
        sheet.width(0, 50);
        for (var action : now.actions()) {
            var plan = now.planned(action);
            var line = now.inFirst().get(action);
            var first = line == null ? null : line.planned();
            var done = now.done(action);
            var gap = Gap.of(plan, done, now.day());
            sheet.line(
                    Arrays.<@Nullable Object>asList(
                            plan.title(),
                            plan.owner(),
                            now.inLast().containsKey(action)
                                    ? ProjectText.state(gap.state())
                                    : ProjectText.TAKEN_OUT,
                            plan.starts(),
                            plan.ends(),
                            first == null ? null : first.starts(),
                            first == null ? null : first.ends(),
                            done.started(),
                            done.ended(),
                            gap.days(),
                            first == null ? null : Gap.of(first, done, now.day()).days(),
                            gap.planned().amount(),
                            gap.spent().amount(),
                            plan.fte(),
                            done.fte(),
                            plan.unit(),
                            plan.baseline(),
                            plan.target(),
                            done.reached(),
                            gap.reachedPercent(),
                            done.dropped()));
        }
        sheet.end();
    }

    private void told(WorkbookOut book, UUID id, Situation now) throws IOException {
        var sheet =
                book.sheet(
                        "Avancement",
                        List.of(
                                "Action",
                                "Au",
                                "Commencée",
                                "Terminée",
                                "Dépensé (€)",
                                "ETP",
                                "Atteint",
                                "Non faite\u00A0: pourquoi",
                                "Note"));
        sheet.width(0, 50);
        for (var told : plans.told(List.of(id)))
            if (now.actions().contains(told.action()) && !told.on().isAfter(now.day()))
                sheet.line(
                        Arrays.<@Nullable Object>asList(
                                now.planned(told.action()).title(),
                                told.on(),
                                told.done().started(),
                                told.done().ended(),
                                told.done().spent().amount(),
                                told.done().fte(),
                                told.done().reached(),
                                told.done().dropped(),
                                told.note()));
        sheet.end();
    }
}
