package fr.maillage.coverage.internal;

import fr.maillage.coverage.internal.CoverageScreens.Asked;
import fr.maillage.network.Networks;
import fr.maillage.territory.Territories;
import fr.maillage.web.WorkbookOut;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Coverage: its map, its table and its workbook.
@Controller
@PreAuthorize(CoverageController.READERS)
class CoverageController {

    /// Who reads what is covered: the agency, the national level, the head of a structure.
    static final String READERS = "hasAnyRole('AGENCY','NATIONAL','HEAD')";

    private final CoverageScreens screens;
    private final CoverageBook book;
    private final PublishedNeeds needs;
    private final Territories territories;
    private final Networks networks;

    CoverageController(
            CoverageScreens screens,
            CoverageBook book,
            PublishedNeeds needs,
            Territories territories,
            Networks networks) {
        this.screens = screens;
        this.book = book;
        this.needs = needs;
        this.territories = territories;
        this.networks = networks;
    }

    /// What the map draws: by commune, its pattern, its words and the rank of its zone; the zones
    /// with the place of their name.
    record Values(List<Name> zones, Map<String, Object[]> communes) {}

    record Name(String label, double latitude, double longitude) {}

    @GetMapping("/couverture")
    @PreAuthorize(READERS)
    public String page(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(defaultValue = "") String vue,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String region,
            Model model) {
        model.addAttribute(
                "page",
                screens.page(
                        Scope.of(territories, networks, region),
                        Scope.choices(territories),
                        new Asked(known(theme), annee, vue.equals("declaree"), zone)));
        return "coverage/coverage";
    }

    @GetMapping("/couverture/communes/{code}")
    @PreAuthorize(READERS)
    public String commune(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable String region,
            Model model) {
        model.addAttribute(
                "page", screens.commune(Scope.of(territories, networks, region), code, annee));
        return "coverage/commune";
    }

    @GetMapping("/couverture/besoins")
    @PreAuthorize(READERS)
    public String needs(
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable String region,
            Model model) {
        model.addAttribute("page", needs.page(Scope.of(territories, networks, region), annee));
        return "coverage/needs";
    }

    @GetMapping("/couverture/carte.json")
    @PreAuthorize(READERS)
    @ResponseBody
    public Values values(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(defaultValue = "") String vue,
            @RequestParam(required = false) @Nullable String region) {
        var declared = vue.equals("declaree");
        var survey =
                screens.survey(
                        Scope.of(territories, networks, region),
                        new Asked(known(theme), annee, declared, null));
        var zones =
                survey.lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        l -> l.commune().zone(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        // the largest first: their names find room first
        var ranks =
                zones.entrySet().stream()
                        .sorted(
                                Comparator.comparing((Map.Entry<String, List<Survey.Line>> z) ->
                                                z.getValue().size())
                                        .reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        var rank = new HashMap<String, Integer>();
        ranks.forEach(zone -> rank.put(zone, rank.size()));
        var communes = new LinkedHashMap<String, Object[]>();
        for (var line : survey.lines())
            communes.put(
                    line.commune().code(),
                    new Object[] {
                        SurveyTables.state(line, declared).pattern(),
                        CoverageText.commune(line),
                        rank.get(line.commune().zone())
                    });
        return new Values(
                ranks.stream().map(z -> name(survey, z, zones.getOrDefault(z, List.of()))).toList(),
                communes);
    }

    private static Name name(Survey survey, String code, List<Survey.Line> lines) {
        var zone = survey.material().tree().zone(code);
        return new Name(
                zone == null ? code : zone.label(),
                lines.stream().mapToDouble(l -> l.commune().latitude()).average().orElse(0),
                lines.stream().mapToDouble(l -> l.commune().longitude()).average().orElse(0));
    }

    @GetMapping("/couverture/couverture.xlsx")
    @PreAuthorize(READERS)
    public ResponseEntity<byte[]> workbook(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(required = false) @Nullable Integer annee,
            @RequestParam(required = false) @Nullable String region) {
        var scope = Scope.of(territories, networks, region);
        var survey = screens.survey(scope, new Asked(known(theme), annee, false, null));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, WorkbookOut.TYPE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "Couverture " + survey.material().year() + ".xlsx",
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(
                        book.of(
                                survey,
                                screens.labels()
                                        .getOrDefault(known(theme), CoverageText.ALL_THEMES),
                                scope.region()));
    }

    // a theme nobody knows is all of them
    private String known(String theme) {
        return screens.labels().containsKey(theme) ? theme : "";
    }
}
