package fr.maillage.followup.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.web.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who calls and why, for those who steer and those who answer.
@Controller
@PreAuthorize(Allowed.TEAM)
class CallsController {

    private final Calls calls;

    CallsController(Calls calls) {
        this.calls = calls;
    }

    @GetMapping("/pilotage/appels")
    @PreAuthorize(Allowed.TEAM)
    public String counts(
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to,
            Model model) {
        model.addAttribute("page", calls.page(calls.days(from, to)));
        return "followup/calls";
    }

    @GetMapping("/pilotage/appels/liste")
    @PreAuthorize(Allowed.TEAM)
    public String list(
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to,
            @RequestParam(name = "par", defaultValue = "tous") String axis,
            @RequestParam(name = "code", defaultValue = "tous") String code,
            @RequestParam(name = "page", defaultValue = "0") String page,
            Model model) {
        model.addAttribute(
                "page",
                calls.list(
                        calls.days(from, to),
                        axis,
                        code,
                        page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0));
        return "followup/calls-list";
    }

    @GetMapping("/pilotage/appels.csv")
    @PreAuthorize(Allowed.TEAM)
    public ResponseEntity<byte[]> csv(
            @RequestParam(name = "du", required = false) @Nullable String from,
            @RequestParam(name = "au", required = false) @Nullable String to) {
        return Csv.file(calls.csv(calls.days(from, to)), "appels.csv");
    }
}
