package fr.maillage.directory.internal;

import fr.maillage.access.Allowed;
import fr.maillage.directory.Organizations;
import fr.maillage.directory.Practitioners;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Suggestions as one types, for any form:
/// `hx-post="/annuaire/professionnels?texte=asker&champ=askerRpps"`. `texte` names the field that
/// holds what was typed, `champ` the radio button that will hold the number. Posted: names never
/// stand in an address.
@Controller
class DirectoryController {

    private static final int SHOWN = 8;

    private final Practitioners practitioners;
    private final Organizations organizations;

    DirectoryController(Practitioners practitioners, Organizations organizations) {
        this.practitioners = practitioners;
        this.organizations = organizations;
    }

    @PostMapping("/annuaire/professionnels")
    @PreAuthorize(Allowed.FILES)
    String practitioners(
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "q") String texte,
            @RequestParam(defaultValue = "rpps") String champ,
            Model model) {
        var typed = form.getOrDefault(texte, "");
        var found =
                practitioners.near(typed, SHOWN).stream()
                        .map(p ->
                                new Suggestion(
                                        p.rpps(),
                                        p.displayName(),
                                        words(
                                                p.professionLabel(),
                                                p.organization(),
                                                p.communeName())))
                        .toList();
        return suggest(model, typed, champ, found, DirectoryText.nobody(typed));
    }

    @PostMapping("/annuaire/structures")
    @PreAuthorize(Allowed.FILES)
    String organizations(
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "q") String texte,
            @RequestParam(defaultValue = "finess") String champ,
            @RequestParam(required = false) @Nullable String type,
            Model model) {
        var typed = form.getOrDefault(texte, "");
        var found =
                organizations
                        .near(typed, type == null || type.isBlank() ? null : type, SHOWN)
                        .stream()
                        .map(o ->
                                new Suggestion(
                                        o.finess(),
                                        o.name(),
                                        words(o.kindLabel(), null, o.communeName())))
                        .toList();
        return suggest(model, typed, champ, found, DirectoryText.noStructure());
    }

    private static String suggest(
            Model model, String typed, String field, List<Suggestion> found, String none) {
        model.addAttribute(
                "page", new SuggestionsPage(field, typed.strip().length() >= 2, found, none));
        return "directory/_suggest";
    }

    private static String words(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
