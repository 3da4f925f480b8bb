package fr.maillage.intake.internal;

import fr.maillage.access.Allowed;
import fr.maillage.intake.IncomingFiles;
import fr.maillage.intake.Motive;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.intake.internal.PublicPage.Place;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.platform.Mails;
import fr.maillage.platform.SourceThrottle;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.PdfPages;
import fr.maillage.web.Sent;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A request by somebody without an account: a hospital's social service, a GP. Nothing of what the
/// structure holds is ever told here, and nothing typed goes into an address.
@Controller
@PreAuthorize(Allowed.EVERYBODY)
class PublicController {

    static final String HOME = "/demande-en-ligne";

    /// A social service sends several in a morning; a machine sends more.
    static final int SENT_IN_AN_HOUR = 20;

    private final PublicPlaces places;
    private final ReferralFormReader reader;
    private final Arrivals arrivals;
    private final IncomingFiles files;
    private final SourceThrottle throttle;
    private final SentForms forms;
    private final Mails mails;
    private final PdfPages papers;

    PublicController(
            PublicPlaces places,
            ReferralFormReader reader,
            Arrivals arrivals,
            IncomingFiles files,
            SourceThrottle throttle,
            SentForms forms,
            Mails mails,
            PdfPages papers) {
        this.places = places;
        this.reader = reader;
        this.arrivals = arrivals;
        this.files = files;
        this.throttle = throttle;
        this.forms = forms;
        this.mails = mails;
        this.papers = papers;
    }

    @GetMapping(HOME)
    @PreAuthorize(Allowed.EVERYBODY)
    String where(Model model) {
        return choosing("", List.of(), new FormErrors(), false, model);
    }

    @PostMapping(HOME)
    @PreAuthorize(Allowed.EVERYBODY)
    String choose(
            @RequestParam(defaultValue = "") String commune,
            Model model,
            HttpServletResponse response) {
        var typed = commune.replace("\0", "").strip();
        var code = places.commune(typed);
        if (code.isEmpty()) {
            response.setStatus(422);
            var sentence = typed.isEmpty() ? PublicText.COMMUNE : PublicText.FOREIGN;
            return choosing(
                    typed, List.of(), new FormErrors().add("commune", sentence), false, model);
        }
        return choosing(typed, places.around(code.get()), new FormErrors(), true, model);
    }

    private static String choosing(
            String commune, List<Place> around, FormErrors errors, boolean asked, Model model) {
        model.addAttribute("page", new PublicPage.Choosing(commune, around, errors, asked));
        return "intake/public-where";
    }

    /// The form itself; the commune travels in the form, never in the address.
    @PostMapping(HOME + "/formulaire")
    @PreAuthorize(Allowed.EVERYBODY)
    String form(@RequestParam MultiValueMap<String, String> sent, Model model) {
        var form = PublicForm.of(new Sent(sent));
        return form(place(form.structure()), form, new FormErrors(), SentForms.token(), model);
    }

    /// The same, chosen by a link of the structure's own site.
    @GetMapping(HOME + "/{structure:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.EVERYBODY)
    String of(@PathVariable UUID structure, Model model) {
        model.addAttribute("page", blank(structure));
        return "intake/public-form";
    }

    /// The form to print, and to send by post: typed afterwards at the counter.
    @GetMapping(HOME + "/{structure:[0-9a-f-]{36}}/a-imprimer")
    @PreAuthorize(Allowed.EVERYBODY)
    String paper(@PathVariable UUID structure, Model model) {
        model.addAttribute("page", blank(structure));
        return "intake/paper";
    }

    /// The same as a file to send on or to leave in a ward: PDF/A-3u and PDF/UA-1.
    @GetMapping(HOME + "/{structure:[0-9a-f-]{36}}/formulaire.pdf")
    @PreAuthorize(Allowed.EVERYBODY)
    ResponseEntity<byte[]> paperFile(@PathVariable UUID structure) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("demande-d-appui.pdf")
                                .build()
                                .toString())
                .body(papers.of("intake/paper-pdf.jte", blank(structure)));
    }

    @PostMapping(HOME + "/envoi")
    @PreAuthorize(Allowed.EVERYBODY)
    String send(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> attached,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        var form = PublicForm.of(new Sent(sent));
        var place = place(form.structure());
        var once = Optional.ofNullable(sent.getFirst("_once")).orElse("");
        var errors = new FormErrors();
        var heavy = files.tooLarge(request);
        heavy.ifPresent(sentence -> errors.add("files", sentence));
        if (place.closed()) errors.add("structure", PublicText.CLOSED);
        if (!form.trap().isEmpty()) errors.add("site", PublicText.TRAP);
        check(form, errors);
        if (errors.none() && !throttle.may(request.getRemoteAddr(), "ENVOI", SENT_IN_AN_HOUR))
            errors.add("structure", PublicText.TOO_MANY);
        if (errors.none()) {
            try {
                var next = once(form, place, attached, once, session);
                acknowledge(form, place, session);
                return "redirect:" + next;
            } catch (FormRefused refused) {
                refused.errors().all().forEach(e -> errors.add(e.getKey(), e.getValue()));
            }
        }
        response.setStatus(heavy.isPresent() ? 413 : 422);
        return form(place, form, errors, once, model);
    }

    /// The rules of the counter, and those of a sender nobody knows.
    private void check(PublicForm form, FormErrors errors) {
        var request = form.request();
        if (PublicForm.ASKERS.stream().noneMatch(q -> q.name().equals(request.askerQuality())))
            errors.add("askerQuality", PublicText.PROFESSIONAL);
        if (request.birthName().isBlank()) errors.add("birthName", PublicText.BIRTH_NAME);
        if (request.givenNames().isBlank()) errors.add("givenNames", IntakeText.GIVEN_NAMES);
        var told = new FormErrors();
        reader.read(request, told);
        // who is near is looked for by the team alone
        told.all().stream()
                .filter(one -> !one.getKey().equals("subject"))
                .forEach(one -> errors.add(one.getKey(), one.getValue()));
        if (request.askerPhone().isBlank()) errors.add("askerPhone", PublicText.ASKER_PHONE);
        if (!form.email().isEmpty()
                && !form.email().matches("[^@\\s]{1,100}@[^@\\s]{1,100}\\.[^@\\s]{2,20}"))
            errors.add("email", PublicText.EMAIL);
        if (places.commune(request.commune()).isEmpty())
            errors.add("commune", PublicText.COMMUNE_UNKNOWN);
        if (request.agreement().equals(Agreement.REFUSE.name()))
            errors.add("agreement", PublicText.REFUSED);
        var informed =
                request.agreement().equals(Agreement.INFORMEE_ACCORD.name())
                        || request.agreement().equals(Agreement.A_CONFIRMER.name());
        if (informed && !form.agreed()) errors.add("agreed", PublicText.AGREED);
    }

    private String once(
            PublicForm form,
            Place place,
            @Nullable List<MultipartFile> attached,
            String once,
            HttpSession session) {
        var network = new NetworkId(UUID.fromString(place.id()));
        return Tenancy.of(network)
                .call(() ->
                        forms.once(
                                once,
                                () -> {
                                    var taken =
                                            arrivals.take(
                                                    form, attached == null ? List.of() : attached);
                                    var number = place.id().substring(32) + "-" + taken.number();
                                    session.setAttribute(
                                            SentReceipt.KEY,
                                            new SentReceipt(
                                                    number,
                                                    taken.code(),
                                                    FrenchDates.exact(taken.at()),
                                                    place.id(),
                                                    form.request().urgency(),
                                                    null));
                                    return HOME + "/recu";
                                }));
    }

    /// Tells the sender by mail, after the transaction, whose roll-back would not take the mail
    /// back; once, even when the form comes twice.
    private void acknowledge(PublicForm form, Place place, HttpSession session) {
        if (form.email().isEmpty()
                || !(session.getAttribute(SentReceipt.KEY) instanceof SentReceipt sent)
                || sent.mail() != null) return;
        var mail =
                mails.send(
                        form.email(),
                        PublicText.MAIL_SUBJECT,
                        PublicText.mail(sent.number(), place.name(), place.phone()));
        session.setAttribute(SentReceipt.KEY, sent.mailed(mail.outcome()));
    }

    private Place place(String structure) {
        return places.place(Ids.parse(structure).orElse(null))
                .orElseThrow(() -> new NotFound("structure", null));
    }

    private static String form(
            Place place, PublicForm form, FormErrors errors, String once, Model model) {
        model.addAttribute("page", page(place, form, errors, once));
        return "intake/public-form";
    }

    private PublicPage blank(UUID structure) {
        return page(place(structure.toString()), PublicForm.to(structure), new FormErrors(), "");
    }

    private static PublicPage page(Place place, PublicForm form, FormErrors errors, String once) {
        return new PublicPage(
                place,
                form,
                errors,
                once.isEmpty() ? SentForms.token() : once,
                PublicForm.ASKERS.stream().map(q -> new Choice(q.name(), q.label())).toList(),
                Arrays.stream(Motive.values()).map(m -> new Choice(m.name(), m.label())).toList(),
                Arrays.stream(Degree.values()).map(d -> new Choice(d.name(), d.label())).toList(),
                Codes.choices(Agreement.values()).stream()
                        .filter(a -> !a.code().equals(Agreement.REFUSE.name()))
                        .toList());
    }
}
