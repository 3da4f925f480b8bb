package fr.maillage.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Listens to the tests of a module and writes `target/proven-requirements.txt`: one line
/// `REQ-…<tab>Class#test` for each requirement a test annotated with [Proves] has proven. It never
/// fails a build: without the file, nothing is proven.
///
/// A test that failed, was skipped or gave up on an assumption proves nothing, and one bad
/// execution of a parametrised test spoils the others. Lines of test classes that did not run this
/// time are kept, so that one class may be run alone.
public final class ProvenRequirements implements TestExecutionListener {
    private final Path file;
    private final Map<Test, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Set<Class<?>> spoiled = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TestPlan plan;

    /// Called by the JUnit Platform, from the module’s folder.
    public ProvenRequirements() {
        this(Path.of("target", "proven-requirements.txt"));
    }

    ProvenRequirements(Path file) {
        this.file = file;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        spoil(test);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            spoil(identifier);
        } else if (identifier.isTest()) {
            test(identifier).ifPresent(test -> outcomes.merge(test, Outcome.PASSED, Outcome::and));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            write();
        } catch (IOException | RuntimeException | LinkageError e) {
            System.err.println("proven requirements not written: " + e);
        }
    }

    private void spoil(TestIdentifier identifier) {
        test(identifier)
                .ifPresentOrElse(
                        test -> outcomes.put(test, Outcome.SPOILED),
                        () ->
                                type(identifier)
                                        .ifPresent(
                                                spoiled::add)); // a class that could not start, or
        // was skipped as a whole
    }

    private Optional<Test> test(TestIdentifier identifier) {
        var current = Optional.of(identifier);
        while (current.isPresent()) {
            if (current.get().getSource().orElse(null) instanceof MethodSource source) {
                return Optional.of(
                        new Test(
                                source.getJavaClass(),
                                source.getMethodName(),
                                source.getMethodParameterTypes()));
            }
            if (current.get().getSource().orElse(null) instanceof ClassSource)
                return Optional.empty();
            current = parent(current.get());
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> type(TestIdentifier identifier) {
        return identifier.getSource().orElse(null) instanceof ClassSource source
                ? Optional.of(source.getJavaClass())
                : Optional.empty();
    }

    private Optional<TestIdentifier> parent(TestIdentifier identifier) {
        var running = plan;
        return running == null ? Optional.empty() : running.getParent(identifier);
    }

    private void write() throws IOException {
        if (outcomes.isEmpty() && spoiled.isEmpty()) return;
        var lines = new TreeSet<String>();
        for (var entry : outcomes.entrySet()) {
            var test = entry.getKey();
            if (entry.getValue() != Outcome.PASSED || hasStopped(test.type)) continue;
            for (var id : test.ownIds()) lines.add(id + "\t" + test.label());
            for (Class<?> c : around(test.type)) {
                var proves = c.getDeclaredAnnotation(Proves.class);
                if (proves == null || !allPassedIn(c)) continue;
                for (var id : proves.value()) lines.add(id + "\t" + test.label());
            }
        }
        var ran = new HashSet<String>();
        outcomes.keySet().forEach(test -> ran.add(test.type.getName()));
        spoiled.forEach(c -> ran.add(c.getName()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        // two forks of one module may end together
        try (var channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var before = ByteBuffer.allocate((int) channel.size());
            while (before.hasRemaining() && channel.read(before) >= 0) {} // until the end
            new String(before.array(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !of(line, ran))
                    .forEach(lines::add);
            channel.truncate(0).position(0);
            var after =
                    ByteBuffer.wrap(
                            lines.isEmpty()
                                    ? new byte[0]
                                    : (String.join("\n", lines) + "\n")
                                            .getBytes(StandardCharsets.UTF_8));
            while (after.hasRemaining()) channel.write(after);
        }
    }

    // a nested class belongs to the class around it: `a.B$C#test` goes when `a.B` ran
    private static boolean of(String line, Set<String> ran) {
        var test = line.substring(line.indexOf('\t') + 1);
        var type = test.substring(0, Math.max(0, test.indexOf('#')));
        return ran.stream().anyMatch(name -> type.equals(name) || type.startsWith(name + "$"));
    }

    private boolean hasStopped(Class<?> type) {
        return around(type).stream().anyMatch(spoiled::contains);
    }

    private boolean allPassedIn(Class<?> c) {
        return spoiled.stream().noneMatch(stopped -> around(stopped).contains(c))
                && outcomes.entrySet().stream()
                        .noneMatch(e ->
                                e.getValue() == Outcome.SPOILED
                                        && around(e.getKey().type).contains(c));
    }

    // the class, those it extends, and those it is nested in
    private static Set<Class<?>> around(Class<?> type) {
        var all = new HashSet<Class<?>>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) all.add(c);
        if (type.getEnclosingClass() != null) all.addAll(around(type.getEnclosingClass()));
        return all;
    }

    private enum Outcome {
        PASSED,
        SPOILED;

        Outcome and(Outcome other) {
            return this == SPOILED || other == SPOILED ? SPOILED : PASSED;
        }
    }

    private record Test(Class<?> type, String method, String parameters) {
        String label() {
            return type.getName() + "#" + method;
        }

        String[] ownIds() {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                for (var m : c.getDeclaredMethods()) {
                    if (!m.getName().equals(method)
                            || !parameters.equals(names(m.getParameterTypes()))) continue;
                    var proves = m.getAnnotation(Proves.class);
                    return proves == null ? new String[0] : proves.value();
                }
            }
            return new String[0];
        }

        private static String names(Class<?>[] types) {
            var names = new StringBuilder();
            for (var t : types) names.append(names.isEmpty() ? "" : ", ").append(t.getName());
            return names.toString();
        }
    }
}
