package fr.maillage.testing;

import fr.maillage.App;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/// The whole application on a real PostgreSQL, one for all tests of a process, without
/// demonstration data: [TestWorld] makes the two structures and the people, [Isolation] looks at
/// the end of each class that nothing got out of a structure. The clock is [MovableClock], at
/// Tuesday 2 June 2026, 8:30 in Paris, until a test moves it; every class begins at that hour.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = App.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "maillage.data=${maillage.test-data:target/pgtest}",
            "maillage.demonstration=false",
            "maillage.scheduled=false",
            "maillage.rounds.moves=3000",
            "spring.main.allow-bean-definition-overriding=true"
        })
@AutoConfigureMockMvc
@Import({TestWorld.class, PostOffice.class})
@TestExecutionListeners(
        listeners = {ClockAtItsHour.class, Isolation.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface IntegrationTest {}
