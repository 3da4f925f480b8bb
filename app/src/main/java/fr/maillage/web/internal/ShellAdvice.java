package fr.maillage.web.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.JustDone;
import fr.maillage.web.Shell;
import fr.maillage.web.Shell.Csrf;
import fr.maillage.web.Shell.NavItem;
import fr.maillage.web.Structures;
import fr.maillage.web.TrayCount;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Puts the frame into every page's model.
@ControllerAdvice
class ShellAdvice {

    private final Structures structures;
    private final Shell.Assets assets;
    private final Clock clock;
    private final boolean demonstration;
    private final Trays trays;
    private final List<JustDone> justDone;

    ShellAdvice(
            Structures structures,
            Trays trays,
            List<JustDone> justDone,
            Shell.Assets assets,
            Clock clock,
            @Value("${maillage.demonstration:true}") boolean demonstration) {
        this.structures = structures;
        this.trays = trays;
        this.justDone = justDone;
        this.assets = assets;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request) {
        var csrf = csrf(request);
        var today = FrenchDates.longDay(LocalDate.now(clock));
        var signedIn = SignedIn.find().orElse(null);
        if (signedIn == null) {
            return new Shell(
                    "Maillage",
                    null,
                    null,
                    "",
                    "",
                    List.of(),
                    List.of(),
                    "",
                    false,
                    false,
                    today,
                    demonstration,
                    flash(request, "toast"),
                    null,
                    null,
                    null,
                    null,
                    false,
                    csrf,
                    assets);
        }
        var role = signedIn.role();
        var structure = structure(signedIn);
        var files = files(role) && structure != null;
        var waiting =
                files || spaces(role)
                        ? trays.waiting(
                                tray -> tray == TrayCount.Tray.SPACES ? spaces(role) : files)
                        : Map.<TrayCount.Tray, Integer>of();
        var nav = Navigation.of(role, request.getRequestURI(), beside(waiting));
        var inMenu =
                spaces(role)
                        && nav.stream()
                                .noneMatch(i -> i.key().equals(TrayCount.Tray.SPACES.entry()));
        var news = waiting.getOrDefault(TrayCount.Tray.SPACES, 0);
        var active = nav.stream().filter(NavItem::current).map(NavItem::key).findFirst().orElse("");
        var toast = flash(request, "toast");
        return new Shell(
                structure == null ? elsewhere(signedIn) : structure.shortName(),
                structure == null ? null : structure.onCallPhone(),
                structure == null ? null : structure.hours(),
                signedIn.displayName(),
                role.label(),
                nav,
                Palette.of(role),
                active,
                files(role),
                role.team(),
                today,
                demonstration,
                toast,
                flash(request, "undo"),
                toast != null && role.clinical() && structure != null ? panel() : null,
                waiting.get(TrayCount.Tray.DOCUMENTS),
                inMenu && news > 0 ? news : null,
                inMenu,
                csrf,
                assets);
    }

    private JustDone.@Nullable Panel panel() {
        return justDone.stream().flatMap(done -> done.panel().stream()).findFirst().orElse(null);
    }

    /// What waits, by the key of the entry of the rail that says it.
    private static Map<String, Integer> beside(Map<TrayCount.Tray, Integer> waiting) {
        var said = new HashMap<String, Integer>();
        waiting.forEach((tray, count) -> {
            if (count > 0 && !tray.entry().isEmpty()) said.put(tray.entry(), count);
        });
        return said;
    }

    /// Whether they may be of a group of actors.
    private static boolean spaces(Role role) {
        return role.team() || role == Role.AGENCY;
    }

    private static boolean files(Role role) {
        return role == Role.SECRETARY || role.clinical();
    }

    private Structures.@Nullable Structure structure(SignedIn signedIn) {
        var acting = signedIn.tenancy().acting();
        return acting == null ? null : structures.frameOf(acting);
    }

    private static String elsewhere(SignedIn signedIn) {
        return switch (signedIn.role()) {
            case AGENCY -> "Agence régionale de santé";
            case NATIONAL -> "Niveau national";
            default -> "Maillage";
        };
    }

    private static @Nullable String flash(HttpServletRequest request, String key) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null || flash.get(key) == null ? null : String.valueOf(flash.get(key));
    }

    private static Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getToken())
                : new Csrf("_csrf", "");
    }
}
