package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Awareness actions held with professionals: spotting complexity, working in a network. A list and
/// one form: no rule to set apart. Source: guide DGOS 2012, fiche O1 §3 II-B, III-A.
@Controller
@Transactional
class Awareness {

    private final JdbcClient sql;
    private final Clock clock;
    private final SentForms forms;

    Awareness(JdbcClient sql, Clock clock, SentForms forms) {
        this.sql = sql;
        this.clock = clock;
        this.forms = forms;
    }

    @GetMapping("/demandes/sensibilisation")
    @PreAuthorize(Allowed.TEAM)
    public ModelAndView page() {
        return page(new FormErrors(), "", "", "", "", HttpStatus.OK);
    }

    @PostMapping("/demandes/sensibilisation")
    @PreAuthorize(Allowed.TEAM)
    public ModelAndView record(
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String participants,
            @RequestParam(name = "_once", required = false) @Nullable String once,
            RedirectAttributes after) {
        var errors = new FormErrors();
        var day = day(on, errors);
        if (title.isBlank()) errors.add("title", IntakeText.ACTION_TITLE);
        if (!participants.isBlank() && !participants.strip().matches("[0-9]{1,5}"))
            errors.add("participants", IntakeText.PARTICIPANTS);
        if (!errors.none())
            return page(
                    errors, on, title, audience, participants, HttpStatus.UNPROCESSABLE_CONTENT);
        var location =
                forms.once(
                        once,
                        () -> {
                            sql.sql(
                                            """
                                            insert into intake.awareness_action (held_on, title, audience, participants, recorded_by_name)
                                            values (:on, :title, :audience, :participants, :by)
                                            """)
                                    .param("on", day)
                                    .param("title", title.strip())
                                    .param("audience", ReferralFormReader.blank(audience))
                                    .param(
                                            "participants",
                                            participants.isBlank()
                                                    ? null
                                                    : Integer.valueOf(participants.strip()))
                                    .param("by", ReferralService.author())
                                    .update();
                            return "/demandes/sensibilisation";
                        });
        after.addFlashAttribute("toast", IntakeText.ACTION_SAVED);
        return new ModelAndView("redirect:" + location);
    }

    private LocalDate day(String typed, FormErrors errors) {
        var today = LocalDate.now(clock);
        if (typed.isBlank()) return today;
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isAfter(today)) errors.add("on", IntakeText.IN_THE_FUTURE);
            return day;
        } catch (DateTimeException _) {
            errors.add("on", IntakeText.NOT_A_TIME);
            return today;
        }
    }

    private ModelAndView page(
            FormErrors errors,
            String on,
            String title,
            String audience,
            String participants,
            HttpStatus status) {
        List<AwarenessPage.Line> lines =
                sql.sql(
                                """
                                select held_on, title, audience, participants, recorded_by_name from intake.awareness_action order by held_on desc, id desc limit 200
                                """)
                        .query((row, _) -> {
                            var held = row.getObject("held_on", LocalDate.class);
                            return new AwarenessPage.Line(
                                    FrenchDates.date(held),
                                    row.getString("title"),
                                    row.getString("audience"),
                                    row.getString("participants"),
                                    row.getString("recorded_by_name"));
                        })
                        .list();
        return new ModelAndView(
                "intake/awareness",
                Map.of("page", new AwarenessPage(lines, errors, on, title, audience, participants)),
                status);
    }
}
