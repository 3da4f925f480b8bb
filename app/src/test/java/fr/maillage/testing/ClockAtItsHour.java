package fr.maillage.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// Each class begins at the hour of [MovableClock]: one that left the clock elsewhere does not
/// spoil the next.
public final class ClockAtItsHour implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext().getBean(MovableClock.class).reset();
    }
}
