package fr.maillage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The SQL written in the compiled classes, and what the migrations publish.
public final class SqlInTheCode {

    /// Schemas of the modules: each has its folder of migrations.
    public static final Set<String> SCHEMAS = schemas();

    private static final Pattern SQL =
            Pattern.compile(
                    "\\b(select|insert into|update|delete from|from|join)\\s+[^;]*\\b("
                            + String.join("|", SCHEMAS)
                            + ")\\.[a-z_]+",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SqlInTheCode() {}

    private static Set<String> schemas() {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            return folders.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a text of the code is SQL, whole or in part.
    public static boolean isSql(String text) {
        return SQL.matcher(text).find();
    }

    /// One string constant that holds SQL, whole or in part.
    public record Statement(String module, String className, String text) {}

    /// Every one, in the application's classes.
    public static List<Statement> statements() {
        var root = Path.of("target/classes/fr/maillage");
        var found = new ArrayList<Statement>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var relative = root.relativize(file);
                var module = relative.getNameCount() > 1 ? relative.getName(0).toString() : "";
                var pool = ClassFile.of().parse(file).constantPool();
                StreamSupport.stream(pool.spliterator(), false)
                        .filter(StringEntry.class::isInstance)
                        .map(entry -> ((StringEntry) entry).stringValue())
                        .filter(SqlInTheCode::isSql)
                        .forEach(text ->
                                found.add(
                                        new Statement(
                                                module,
                                                relative.toString().replace(".class", ""),
                                                text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// Views of all modules, as `schema.name`.
    public static Set<String> views() {
        var views = new TreeSet<String>();
        var named = Pattern.compile("create (?:or replace )?view\\s+([a-z_]+\\.[a-z_0-9]+)");
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                var matcher = named.matcher(Files.readString(file));
                while (matcher.find()) views.add(matcher.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return views;
    }
}
