package fr.maillage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ProvenRequirementsTest {
    @TempDir Path folder;

    @Test
    void a_test_that_passes_proves_and_one_that_does_not_run_to_its_end_does_not() {
        assertThat(run(Methods.class))
                .containsExactly(
                        "A-1\tMethods#passes",
                        "A-2\tMethods#passes",
                        "A-6\tMethods#all_pass",
                        "A-8\tMethods#made_on_the_way",
                        "A-9\tMethods#repeated");
    }

    @Test
    void a_class_proves_when_every_test_of_it_passes() throws Exception {
        assertThat(runFromNothing(Whole.class))
                .containsExactly("B-1\tWhole#one", "B-1\tWhole#two", "B-2\tWhole#two");
        assertThat(runFromNothing(Broken.class)).containsExactly("B-4\tBroken#one");
        assertThat(runFromNothing(PartlySkipped.class)).isEmpty();
    }

    @Test
    void a_class_that_cannot_start_or_stop_proves_nothing() throws Exception {
        assertThat(runFromNothing(CannotStart.class)).isEmpty();
        assertThat(runFromNothing(CannotStop.class)).isEmpty();
        assertThat(runFromNothing(Off.class)).isEmpty();
    }

    @Test
    void a_nested_test_speaks_for_the_class_around_it_and_may_spoil_it() throws Exception {
        assertThat(runFromNothing(Outer.class))
                .containsExactly(
                        "D-1\tOuter#own", "D-1\tOuter$Inner#inner", "D-2\tOuter$Inner#inner");
        assertThat(runFromNothing(OuterBroken.class)).containsExactly("D-4\tOuterBroken#own");
    }

    @Test
    void a_test_inherited_is_told_under_the_class_that_ran_it() {
        assertThat(run(Child.class))
                .containsExactly("E-1\tChild#inherited", "E-2\tChild#inherited");
    }

    @Test
    void lines_of_classes_that_did_not_run_this_time_are_kept_and_those_that_fail_now_are_removed()
            throws Exception {
        run(Whole.class);
        assertThat(run(Child.class))
                .containsExactly(
                        "B-1\tWhole#one",
                        "B-1\tWhole#two",
                        "B-2\tWhole#two",
                        "E-1\tChild#inherited",
                        "E-2\tChild#inherited");
        Files.writeString(
                file(),
                "B-9\t"
                        + Broken.class.getName()
                        + "#two\nB-9\t"
                        + Whole.class.getName()
                        + "#one\n");
        assertThat(run(Broken.class)).containsExactly("B-4\tBroken#one", "B-9\tWhole#one");
    }

    @Test
    void a_file_that_cannot_be_written_fails_nothing() throws Exception {
        Files.createDirectories(file());
        LauncherFactory.create(quiet())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Whole.class))
                                .build(),
                        new ProvenRequirements(file()));
        assertThat(file()).isDirectory();
    }

    @Test
    void the_platform_finds_the_listener() {
        assertThat(
                        java.util.ServiceLoader.load(
                                org.junit.platform.launcher.TestExecutionListener.class)
                                .stream())
                .anyMatch(p -> p.type() == ProvenRequirements.class);
    }

    private List<String> runFromNothing(Class<?> sample) throws Exception {
        Files.deleteIfExists(file());
        return run(sample);
    }

    private List<String> run(Class<?> sample) {
        LauncherFactory.create(quiet())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(sample))
                                .build(),
                        new ProvenRequirements(file()));
        try {
            return Files.exists(file())
                    ? Files.readAllLines(file()).stream()
                            .map(l -> l.replace(getClass().getName() + "$", ""))
                            .toList()
                    : List.of();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("proven.txt");
    }

    // the samples must not reach the real file
    private static LauncherConfig quiet() {
        return LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
    }

    static class Methods {
        @Test
        @Proves({"A-1", "A-2"})
        void passes() {}

        @Test
        @Proves("A-3")
        void fails() {
            Assertions.fail("on purpose");
        }

        @Test
        @Proves("A-4")
        @Disabled
        void skipped() {}

        @Test
        @Proves("A-5")
        void gives_up() {
            Assumptions.abort();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Proves("A-6")
        void all_pass(int n) {
            assertThat(n).isPositive();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, -1, 2})
        @Proves("A-7")
        void one_of_three_fails(int n) {
            assertThat(n).isPositive();
        }

        @TestFactory
        @Proves("A-8")
        Stream<DynamicTest> made_on_the_way() {
            return Stream.of(DynamicTest.dynamicTest("a", () -> {}));
        }

        @RepeatedTest(2)
        @Proves("A-9")
        void repeated() {}

        @TestFactory
        @Proves("A-10")
        Stream<DynamicTest> one_made_on_the_way_fails() {
            return Stream.of(
                    DynamicTest.dynamicTest("a", () -> Assertions.fail("on purpose")),
                    DynamicTest.dynamicTest("b", () -> {}));
        }

        @TestFactory
        @Proves("A-11")
        Stream<DynamicTest> none_made() {
            return Stream.of();
        }

        @ParameterizedTest
        @ValueSource(strings = "not a number")
        @Proves("A-12")
        void argument_refused(int n) {
            assertThat(n).isPositive();
        }

        @Test
        void proves_nothing() {}
    }

    @Proves("B-1")
    static class Whole {
        @Test
        void one() {}

        @Test
        @Proves("B-2")
        void two() {}
    }

    @Proves("B-3")
    static class Broken {
        @Test
        @Proves("B-4")
        void one() {}

        @Test
        void two() {
            Assertions.fail("on purpose");
        }
    }

    @Proves("B-5")
    static class PartlySkipped {
        @Test
        void one() {}

        @Test
        @Disabled
        void two() {}
    }

    @Proves("C-1")
    static class CannotStart {
        @BeforeAll
        static void start() {
            Assertions.fail("on purpose");
        }

        @Test
        @Proves("C-2")
        void one() {}
    }

    @Proves("C-3")
    static class CannotStop {
        @org.junit.jupiter.api.AfterAll
        static void stop() {
            Assertions.fail("on purpose");
        }

        @Test
        @Proves("C-4")
        void one() {}
    }

    @Disabled
    @Proves("C-5")
    static class Off {
        @Test
        @Proves("C-6")
        void one() {}
    }

    @Proves("D-1")
    static class Outer {
        @Test
        void own() {}

        @Nested
        class Inner {
            @Test
            @Proves("D-2")
            void inner() {}
        }
    }

    @Proves("D-3")
    static class OuterBroken {
        @Test
        @Proves("D-4")
        void own() {}

        @Nested
        class Inner {
            @Test
            void inner() {
                Assertions.fail("on purpose");
            }
        }
    }

    @Proves("E-1")
    abstract static class Parent {
        @Test
        @Proves("E-2")
        void inherited() {}
    }

    static class Child extends Parent {}
}
