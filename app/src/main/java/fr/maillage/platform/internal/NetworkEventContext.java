package fr.maillage.platform.internal;

import fr.maillage.platform.NetworkEvent;
import fr.maillage.platform.Tenancy;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Opens a listener's transaction under the structure its event names. Runs inside the asynchronous
/// hand-over and outside the transaction: the context must be there when the transaction begins.
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1000)
class NetworkEventContext {

    @Around(
            "@annotation(org.springframework.modulith.events.ApplicationModuleListener) && args(event)")
    @Nullable Object underItsNetwork(ProceedingJoinPoint call, NetworkEvent event)
            throws Throwable {
        try (var _ = Tenancy.of(event.network()).open()) {
            return call.proceed();
        }
    }
}
