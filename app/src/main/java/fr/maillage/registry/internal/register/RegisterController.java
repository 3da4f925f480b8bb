package fr.maillage.registry.internal.register;

import fr.maillage.access.Allowed;
import fr.maillage.registry.internal.register.RegisterPage.Filter;
import fr.maillage.web.Csv;
import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of the register, and its copies for a spreadsheet.
@Controller
@PreAuthorize(Allowed.REGISTER)
class RegisterController {

    private final RegisterList screens;
    private final FinancedScreens financed;
    private final FirstLineScreens firstLine;

    RegisterController(RegisterList screens, FinancedScreens financed, FirstLineScreens firstLine) {
        this.screens = screens;
        this.financed = financed;
        this.firstLine = firstLine;
    }

    @GetMapping(FirstLineScreens.HERE)
    @PreAuthorize(Allowed.REGISTER)
    String firstLine(@RequestParam(defaultValue = "") String attente, Model model) {
        model.addAttribute("page", firstLine.page(attente));
        return "registry/first-line";
    }

    @GetMapping("/registre")
    @PreAuthorize(Allowed.REGISTER)
    String list(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "") String inclusion,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String anciennes,
            Model model) {
        model.addAttribute(
                "page", screens.page(filter(type, theme, territoire, inclusion, q, anciennes)));
        return "registry/register";
    }

    private static Filter filter(
            String type, String theme, String zone, String inclusion, String q, String old) {
        return new Filter(
                code(type),
                code(theme),
                code(zone),
                inclusion.equals("DIRECTE") || inclusion.equals("AUCUNE") ? inclusion : "",
                q.replace("\0", "").strip(),
                !old.isEmpty());
    }

    /// A code, or nothing.
    private static String code(String typed) {
        return typed.matches("[A-Z0-9_-]{1,40}") ? typed : "";
    }

    @GetMapping("/registre/export.csv")
    @PreAuthorize(Allowed.REGISTER)
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "") String inclusion,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String anciennes) {
        return Csv.file(
                Csv.of(
                        RegisterText.HEADS,
                        screens
                                .found(filter(type, theme, territoire, inclusion, q, anciennes))
                                .stream()
                                .map(f ->
                                        cells(f).stream()
                                                .map(c -> c == null ? "" : c.toString())
                                                .toList())),
                "Registre des structures.csv");
    }

    @GetMapping("/registre/export.xlsx")
    @PreAuthorize(Allowed.REGISTER)
    ResponseEntity<byte[]> xlsx(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "") String inclusion,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String anciennes) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            var sheet = book.sheet(RegisterText.SHEET, RegisterText.HEADS);
            for (var f : screens.found(filter(type, theme, territoire, inclusion, q, anciennes)))
                sheet.line(cells(f));
            sheet.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WorkbookOut.TYPE))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("Registre des structures.xlsx")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(bytes.toByteArray());
    }

    private static List<@Nullable Object> cells(RegisterList.Found f) {
        return Arrays.asList(
                f.name(),
                f.type(),
                f.level(),
                f.legalForm(),
                f.themes(),
                f.areas(),
                f.commune(),
                f.phone(),
                f.openedOn(),
                f.closedOn(),
                f.entrance() ? "oui" : "non",
                f.includes() == null ? "" : f.includes() ? "oui" : "non",
                f.guideType(),
                RegisterText.provenance(f.provenance()),
                f.source());
    }

    /// The register of financed networks: by structure and year, and the published tables.
    @GetMapping("/registre/reseaux-finances")
    @PreAuthorize(Allowed.REGISTER)
    String financed(Model model) {
        model.addAttribute("page", financed.page());
        return "registry/financed";
    }
}
