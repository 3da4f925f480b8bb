package fr.maillage.registry.internal.counter;

import fr.maillage.access.Allowed;
import fr.maillage.network.Networks;
import fr.maillage.platform.SourceThrottle;
import fr.maillage.registry.Entrances;
import fr.maillage.registry.Entrances.Answer;
import fr.maillage.registry.Entrances.Ask;
import fr.maillage.registry.internal.CommuneNames;
import fr.maillage.registry.internal.CommuneNames.Commune;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One counter for a commune, a need and an age. Nothing typed goes into an address, a line of the
/// database or a log; without a session, without a script.
@Controller
@PreAuthorize(Allowed.EVERYBODY)
class CounterController {

    static final String HOME = "/guichet";
    static final String EMBEDDED = "/guichet/integre";

    /// A town hall asks many times in an afternoon; a machine asks more.
    static final int ASKED_IN_AN_HOUR = 120;

    private final Entrances entrances;
    private final CommuneNames communes;
    private final Networks networks;
    private final SourceThrottle throttle;

    CounterController(
            Entrances entrances,
            CommuneNames communes,
            Networks networks,
            SourceThrottle throttle) {
        this.entrances = entrances;
        this.communes = communes;
        this.networks = networks;
        this.throttle = throttle;
    }

    @GetMapping({HOME, EMBEDDED})
    @PreAuthorize(Allowed.EVERYBODY)
    String blank(HttpServletRequest request, Model model) {
        return show(
                request, model, new Sent(Map.of()), new FormErrors(), List.of(), null, Answer.NONE);
    }

    @PostMapping({HOME, EMBEDDED})
    @PreAuthorize(Allowed.EVERYBODY)
    String answer(
            @RequestParam MultiValueMap<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = new Sent(values);
        var errors = form.errors();
        if (!throttle.may(request.getRemoteAddr(), "GUICHET", ASKED_IN_AN_HOUR)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            errors.add("commune", CounterText.TOO_MANY);
            return show(request, model, form, errors, List.of(), null, Answer.NONE);
        }
        var theme = Sent.orNull(form.text("theme"));
        if (theme != null && !themes().containsKey(theme)) errors.add("theme", CounterText.THEME);
        var age = age(form.text("age"), errors);
        var found = chosen(form, errors);
        if (!errors.none() || found.size() != 1) {
            if (errors.none()) errors.add("commune", CounterText.SEVERAL);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(request, model, form, errors, found, null, Answer.NONE);
        }
        var place = found.getFirst();
        return show(
                request,
                model,
                form,
                errors,
                List.of(),
                place,
                entrances.to(new Ask(place.code(), theme, age)));
    }

    private static @Nullable Integer age(String typed, FormErrors errors) {
        if (typed.isEmpty()) return null;
        if (typed.matches("\\d{1,3}") && Integer.parseInt(typed) <= 120)
            return Integer.valueOf(typed);
        errors.add("age", CounterText.AGE);
        return null;
    }

    /// The commune chosen among several, or those that answer what was typed.
    private List<Commune> chosen(Sent form, FormErrors errors) {
        var typed = form.text("commune");
        if (typed.isEmpty()) {
            errors.add("commune", CounterText.COMMUNE);
            return List.of();
        }
        var found = typed.length() > 100 ? List.<Commune>of() : communes.named(typed);
        if (found.isEmpty()) errors.add("commune", CounterText.UNKNOWN);
        var code = form.text("choix");
        var chosen = found.stream().filter(c -> c.code().equals(code)).toList();
        return chosen.isEmpty() ? found : chosen;
    }

    private Map<String, String> themes() {
        var themes = new LinkedHashMap<String, String>();
        networks.allThemes().stream()
                .filter(t -> !t.code().equals("AUTRE"))
                .forEach(t -> themes.put(t.code(), t.label()));
        return themes;
    }

    private String show(
            HttpServletRequest request,
            Model model,
            Sent form,
            FormErrors errors,
            List<Commune> choices,
            @Nullable Commune place,
            Answer answer) {
        var embedded = request.getRequestURI().equals(EMBEDDED);
        model.addAttribute(
                "page",
                new CounterPage(
                        embedded ? EMBEDDED : HOME,
                        embedded,
                        form.value("commune"),
                        form.value("theme"),
                        form.value("age"),
                        themes(),
                        choices,
                        errors,
                        place == null ? null : place.label(),
                        answer.entrances(),
                        answer.nearest()));
        return "registry/counter";
    }
}
