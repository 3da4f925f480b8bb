package fr.maillage.casefile.internal;

import fr.maillage.access.Allowed;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Requests in the file of the person they were about. Who asked and what became of it; the words
/// said stand on the request's own page.
@Controller
@PreAuthorize(Allowed.TEAM)
class RequestsController {

    private static final Set<String> WAITING = Set.of("A_ANALYSER", "EN_ATTENTE");

    private final CaseFiles files;
    private final Referrals referrals;
    private final Clock clock;

    RequestsController(CaseFiles files, Referrals referrals, Clock clock) {
        this.files = files;
        this.referrals = referrals;
        this.clock = clock;
    }

    @GetMapping("/dossiers/{id}/demandes")
    @PreAuthorize(Allowed.TEAM)
    public String show(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.DEMANDES);
        var today = LocalDate.now(clock);
        var clinical = SignedIn.current().role().clinical();
        var active = files.current(file.patient()).filter(s -> s.status().equals("ACTIF"));
        var lines =
                referrals.of(file.patient()).stream()
                        .map(r ->
                                new RequestsPage.Line(
                                        "/demandes/" + r.id(),
                                        r.number(),
                                        FrenchDates.relative(r.receivedAt(), today),
                                        FrenchDates.exact(r.receivedAt()),
                                        r.askerName(),
                                        CaseFileText.REQUESTS.getOrDefault(r.status(), ""),
                                        WAITING.contains(r.status()),
                                        clinical && active.isEmpty() && WAITING.contains(r.status())
                                                ? "/dossiers/" + id + "/inclusion?demande=" + r.id()
                                                : ""))
                        .toList();
        model.addAttribute("page", new RequestsPage(file.banner(), lines));
        return "casefile/requests";
    }
}
