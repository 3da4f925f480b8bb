package fr.maillage.territory.internal.shape;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/// Outlines of communes for maps, and the true shapes an operator loads.
@Controller
@PreAuthorize(Allowed.MAPS)
class ShapeController {

    private static final String HERE = "/territoires/contours";

    private final Contours contours;
    private final ShapeService shapes;
    private final JdbcClient sql;
    private final Clock clock;

    ShapeController(Contours contours, ShapeService shapes, JdbcClient sql, Clock clock) {
        this.contours = contours;
        this.shapes = shapes;
        this.sql = sql;
        this.clock = clock;
    }

    /// The communes of a region as they are drawn; a browser asks again whether it changed, and
    /// seldom receives it twice.
    @GetMapping(HERE + ".json")
    @PreAuthorize(Allowed.MAPS)
    public @Nullable ResponseEntity<byte[]> outlines(
            @RequestParam String region,
            @RequestParam(defaultValue = "") String au,
            WebRequest request) {
        var drawn = contours.of(region, FrenchDates.read(au).orElse(LocalDate.now(clock)));
        var tag =
                "W/\"" + drawn.version() + "\""; // weak: what is compressed on its way is the same
        if (request.checkNotModified(tag)) return null;
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(drawn.geojson());
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.TERRITORIES)
    public String page(Model model) {
        model.addAttribute("page", page(Sent.with()));
        return "territory/shapes";
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.TERRITORIES)
    public String load(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Submission sent) {
        var form = sent.form();
        if (TooLarge.is(request)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return again(
                    sent,
                    new FormErrors().add("file", ShapeText.tooHeavy(TooLarge.limit(request))));
        }
        return sent.end(
                Act.to(HERE, "", () -> sent.say(ShapeText.loaded(shapes.load(file, form)))),
                outcome -> again(sent, outcome.errors()));
    }

    @PostMapping(HERE + "/retirer")
    @PreAuthorize(Allowed.TERRITORIES)
    public String remove(Submission sent) {
        return sent.end(
                Act.to(HERE, ShapeText.REMOVED, shapes::remove),
                outcome -> again(sent, outcome.errors()));
    }

    private String again(Submission sent, FormErrors errors) {
        var form = sent.form();
        errors.all().forEach(e -> form.errors().add(e.getKey(), e.getValue()));
        return sent.show("territory/shapes", page(form));
    }

    private ShapesPage page(Sent form) {
        var loads =
                sql.sql(
                                """
                                select loaded_at, loaded_by, source, features, kept, wrong from territory.shape_load order by loaded_at desc limit 20
                                """)
                        .query((row, _) ->
                                new ShapesPage.Load(
                                        FrenchDates.exact(row.getTimestamp("loaded_at").toInstant())
                                                + " par "
                                                + row.getString("loaded_by"),
                                        row.getString("source"),
                                        ShapeText.kept(
                                                row.getLong("kept"), row.getLong("features")),
                                        row.getString("wrong").lines().toList()))
                        .list();
        var shaped =
                sql.sql("select count(*) from territory.shape")
                        .query((row, _) -> row.getLong(1))
                        .single();
        return new ShapesPage(form, ShapeText.drawn(shaped), shaped > 0, loads);
    }
}
