package fr.maillage.steering.internal.national;

import fr.maillage.access.Allowed;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.WorkbookOut;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The follow-up of the guide: an agency sees its region as it stands and publishes it; the
/// national level reads what was published, and nothing else.
@Controller
@PreAuthorize(Allowed.AGENCY)
class NationalController {

    private static final String HERE = "/suivi-national";

    private final NationalScreens screens;
    private final RegionalStates states;
    private final NationalBook book;

    NationalController(NationalScreens screens, RegionalStates states, NationalBook book) {
        this.screens = screens;
        this.states = states;
        this.book = book;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.AGENCY)
    String page(@RequestParam(defaultValue = "") String region, Submission sent) {
        return SignedIn.current().role() == Role.NATIONAL
                ? sent.show("steering/country", screens.country())
                : sent.show("steering/region", screens.own(region, Sent.with(), null));
    }

    @PostMapping(HERE)
    @PreAuthorize("hasRole('AGENCY')")
    String publish(Submission sent) {
        var region = sent.form().text("region");
        return sent.end(
                Act.to(HERE, NationalText.PUBLISHED, () -> states.publish(region, sent.form())),
                outcome ->
                        sent.show(
                                "steering/region",
                                screens.own(region, sent.form(), outcome.why())));
    }

    @GetMapping(HERE + "/{region:[0-9AB]{2,3}}")
    @PreAuthorize(Allowed.AGENCY)
    String published(@PathVariable String region, Submission sent) {
        return sent.show("steering/region", screens.published(region));
    }

    @GetMapping(HERE + "/suivi.xlsx")
    @PreAuthorize(Allowed.AGENCY)
    ResponseEntity<byte[]> workbook() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, WorkbookOut.TYPE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Suivi du guide.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book.published());
    }
}
