package fr.maillage.visit.internal;

import fr.maillage.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing out erases what this browser keeps of the visits, by order of the server: a second lock
/// beside the page's own erasing, for a browser whose script failed. Only for whom a visit may be
/// on a telephone, since it forgets the colours chosen too.
@Component
class LeavingErases implements LogoutHandler {

    private final VisitRepository visits;
    private final TransactionTemplate transaction;

    LeavingErases(VisitRepository visits, PlatformTransactionManager transactions) {
        this.visits = visits;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || !who.role().clinical()) return;
        var some = who.tenancy().call(() -> transaction.execute(_ -> visits.anyOnTelephone()));
        if (Boolean.TRUE.equals(some)) response.setHeader("Clear-Site-Data", "\"storage\"");
    }
}
