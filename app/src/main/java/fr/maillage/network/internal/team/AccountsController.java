package fr.maillage.network.internal.team;

import fr.maillage.access.Allowed;
import fr.maillage.access.Invitations.Issued;
import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.TeamSafety;
import fr.maillage.network.internal.SettingsPages.MemberPage;
import fr.maillage.platform.Mails;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.SentForms;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Accounts of the structure and invitations to have one, for its head. A link is shown in the
/// answer itself, never after a redirect: it is kept nowhere.
@Controller
@PreAuthorize(Allowed.HEAD)
class AccountsController {

    private static final String ACCOUNTS = "/reglages/equipe/comptes";

    private final InvitationService invitations;
    private final AccountScreens screens;
    private final MemberForms members;
    private final TeamSafety safety;
    private final SentForms forms;
    private final Clock clock;

    AccountsController(
            InvitationService invitations,
            AccountScreens screens,
            MemberForms members,
            TeamSafety safety,
            SentForms forms,
            Clock clock) {
        this.invitations = invitations;
        this.screens = screens;
        this.members = members;
        this.safety = safety;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping(ACCOUNTS)
    @PreAuthorize(Allowed.HEAD)
    public String accounts(
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "false") boolean inutilises,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("page", screens.accounts(role, inutilises, Math.max(0, page)));
        return "network/accounts";
    }

    @GetMapping(ACCOUNTS + "/{id}")
    @PreAuthorize(Allowed.HEAD)
    public String account(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.account(id));
        return "network/account";
    }

    @PostMapping(ACCOUNTS + "/{id}/sessions")
    @PreAuthorize(Allowed.HEAD)
    public String endSessions(@PathVariable UUID id, RedirectAttributes redirect) {
        safety.endSessions(SignedIn.current().network(), id);
        redirect.addFlashAttribute("toast", TeamText.SESSIONS_ENDED);
        return "redirect:" + ACCOUNTS + "/" + id;
    }

    @PostMapping(ACCOUNTS + "/{id}/second-facteur")
    @PreAuthorize(Allowed.HEAD)
    public String resetFactor(@PathVariable UUID id, RedirectAttributes redirect) {
        safety.resetFactors(SignedIn.current().network(), id);
        redirect.addFlashAttribute("toast", TeamText.FACTOR_RESET);
        return "redirect:" + ACCOUNTS + "/" + id;
    }

    @GetMapping("/reglages/equipe/inviter")
    @PreAuthorize(Allowed.HEAD)
    public String invite(Model model) {
        return invite(Sent.of(Map.of("fte", "1", "since", LocalDate.now(clock).toString())), model);
    }

    private String invite(Sent form, Model model) {
        model.addAttribute(
                "page",
                new MemberPage(
                        null, null, form, null, members.functions(), members.units(), Map.of()));
        return "network/invite";
    }

    @PostMapping("/reglages/equipe/inviter")
    @PreAuthorize(Allowed.HEAD)
    public String invited(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = Sent.of(typed);
        var issued = new AtomicReference<@Nullable Issued>();
        var outcome =
                FormOutcome.of(
                        forms,
                        form.value("_once"),
                        ACCOUNTS,
                        () -> issued.set(invitations.inviteNew(form)));
        return handed(issued.get(), model, response, redirect)
                .orElseGet(() -> outcome.end(response, redirect, "", () -> invite(form, model)));
    }

    @PostMapping("/reglages/equipe/{id}/invitation")
    @PreAuthorize(Allowed.HEAD)
    public String inviteMember(
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            return handed(invitations.inviteMember(id), model, response, redirect).orElseThrow();
        } catch (FormRefused refused) {
            redirect.addFlashAttribute("toast", refused.errors().all().getFirst().getValue());
            return "redirect:/reglages/equipe/" + id;
        }
    }

    @PostMapping("/reglages/equipe/invitations/{id}/renvoyer")
    @PreAuthorize(Allowed.HEAD)
    public String again(
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return handed(invitations.again(id), model, response, redirect).orElseThrow();
    }

    @PostMapping("/reglages/equipe/invitations/{id}/retirer")
    @PreAuthorize(Allowed.HEAD)
    public String withdraw(@PathVariable UUID id, RedirectAttributes redirect) {
        invitations.withdraw(id);
        redirect.addFlashAttribute("toast", TeamText.WITHDRAWN);
        return "redirect:" + ACCOUNTS;
    }

    /// After the transaction: by mail, or shown here and now.
    private Optional<String> handed(
            @Nullable Issued issued,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (issued == null) return Optional.empty();
        var handed = invitations.hand(issued);
        if (handed.outcome() == Mails.Outcome.SENT && issued.email() != null) {
            redirect.addFlashAttribute("toast", TeamText.invited(issued.email()));
            return Optional.of("redirect:" + ACCOUNTS);
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("name", issued.displayName());
        model.addAttribute("link", handed.link());
        model.addAttribute("why", TeamText.byHand(handed.outcome()));
        return Optional.of("network/invited");
    }
}
