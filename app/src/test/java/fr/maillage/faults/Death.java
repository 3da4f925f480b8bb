package fr.maillage.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;

/// Kills this very process at the n-th thing it asks of the database, statements and commits: no
/// hook, no rollback, no farewell, as `kill -9`. Unarmed, it counts them.
final class Death implements MethodExecutionListener {

    /// Where, about the n-th.
    enum When {
        BEFORE,
        /// While the database is at it, or just after: a moment later, by another thread.
        DURING,
        AFTER
    }

    /// What the process answers when it died as it was asked to.
    static final int CODE = 137;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int at;
    private volatile When when = When.BEFORE;
    private volatile long moment;

    /// @param moment nanoseconds, for [When#DURING]
    void arm(int at, When when, long moment) {
        asked.set(0);
        this.when = when;
        this.moment = moment;
        this.at = at;
    }

    void disarm() {
        at = 0;
        asked.set(0);
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        if (!counts(call)) return;
        int now = asked.incrementAndGet();
        if (now != at) return;
        if (when == When.BEFORE) Runtime.getRuntime().halt(CODE);
        if (when == When.DURING)
            Thread.ofPlatform()
                    .start(() -> {
                        LockSupport.parkNanos(moment);
                        Runtime.getRuntime().halt(CODE);
                    });
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (when == When.AFTER && counts(call) && at > 0 && asked.get() >= at)
            Runtime.getRuntime().halt(CODE);
    }

    private static boolean counts(MethodExecutionContext call) {
        var name = call.getMethod().getName();
        return name.startsWith("execute") || name.equals("commit");
    }
}
