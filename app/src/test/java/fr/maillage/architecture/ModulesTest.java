package fr.maillage.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.maillage.App;
import fr.maillage.testing.Proves;
import fr.maillage.testing.SqlInTheCode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;

/// The house rules that a compiler does not know.
class ModulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("fr.maillage");

    @Test
    void modules_see_each_other_only_by_their_doors_and_downwards() {
        var modules = ApplicationModules.of(App.class);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }

    /// Drawn anew by `-Dmaillage.format=apply`.
    @Test
    void the_picture_of_the_modules_is_true() throws IOException {
        var picture = ModulePicture.of(ApplicationModules.of(App.class));
        if ("apply".equals(System.getProperty("maillage.format")))
            Files.writeString(ModulePicture.PLACE, picture);
        assertThat(Files.readString(ModulePicture.PLACE))
                .as(
                        "draw it: mvn -q -Dquick -pl app test -Dtest=ModulesTest -Dmaillage.format=apply")
                .isEqualTo(picture);
    }

    @Test
    @Proves("REQ-RIGHTS-04")
    void every_page_says_who_may_open_it() {
        methods()
                .that(
                        are(
                                "mapped to an address",
                                method ->
                                        AnnotatedElementUtils.hasAnnotation(
                                                method.reflect(), RequestMapping.class)))
                .should(
                        new com.tngtech.archunit.lang.ArchCondition<JavaMethod>(
                                "carry @PreAuthorize") {
                            @Override
                            public void check(
                                    JavaMethod method,
                                    com.tngtech.archunit.lang.ConditionEvents events) {
                                if (!AnnotatedElementUtils.hasAnnotation(
                                        method.reflect(), PreAuthorize.class)) {
                                    events.add(
                                            com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                                    method, method.getFullName()));
                                }
                            }
                        })
                .because("a page about a person without an access rule is a data breach")
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that(
                        outside(
                                "fr.maillage.platform.internal.ClockConfiguration",
                                "fr.maillage.kernel.Ids"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the demonstration opens on a given day, and tests move time by hand")
                .check(CLASSES);
    }

    /// A module's SQL writes its own tables, and reads those of others only through the views they
    /// publish.
    @Test
    void sql_stays_at_home_or_goes_through_views() {
        var views = SqlInTheCode.views();
        var named =
                Pattern.compile(
                        "\\b(from|join|into|update|using|table)\\s+(?:only\\s+)?([a-z_]+)\\.([a-z_0-9]+)\\b(?!\\s*\\()");
        var faults = new ArrayList<String>();
        for (var statement : SqlInTheCode.statements()) {
            if (statement.module().equals("demo"))
                continue; // writes everywhere by COPY, once, on an empty database
            var matcher = named.matcher(statement.text().toLowerCase(java.util.Locale.ROOT));
            while (matcher.find()) {
                var schema = matcher.group(2);
                var table = schema + "." + matcher.group(3);
                var home =
                        schema.equals(statement.module())
                                || !SqlInTheCode.SCHEMAS.contains(schema)
                                || reference(table);
                var reads = matcher.group(1).equals("from") || matcher.group(1).equals("join");
                if (!home && !(reads && views.contains(table)))
                    faults.add(statement.className() + " names " + table);
            }
        }
        assertThat(faults).as("tables of other modules named in SQL").isEmpty();
    }

    /// What is the same for everybody, or describes the structure itself, may be read where it is.
    private static boolean reference(String table) {
        return table.startsWith("territory.")
                || table.startsWith("directory.")
                || table.startsWith("network.")
                || table.equals("platform.installation");
    }

    private static DescribedPredicate<JavaMethod> are(
            String words, java.util.function.Predicate<JavaMethod> test) {
        return DescribedPredicate.describe(words, test);
    }

    private static DescribedPredicate<JavaClass> outside(String... names) {
        var allowed = List.of(names);
        return DescribedPredicate.describe(
                "outside " + allowed, c -> allowed.stream().noneMatch(c.getName()::startsWith));
    }
}
