package fr.maillage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsReportTest {
    @TempDir Path root;

    @BeforeEach
    void a_catalogue_of_four() throws Exception {
        write(
                "docs/requirements.csv",
                """
                id,actor,requirement,rule,source,area
                REQ-X-1,GP,"One, with a comma and a ""quote"".",5 steps,000,X
                REQ-X-2,GP,Two.,,000,X
                REQ-Y-1,GP,Three.,,000,Y
                REQ-Y-2,GP,Four.,,000,Y
                """);
        write("docs/requirements-not-software.csv", "id,why\nREQ-Y-2,A matter of people.\n");
    }

    @Test
    void modules_are_merged_and_counted_by_area() throws Exception {
        write("app/target/proven-requirements.txt", "REQ-X-1\ta.ATest#one\nREQ-X-1\ta.BTest#two\n");
        write(
                "browser/target/proven-requirements.txt",
                "REQ-X-1\tb.CTest#three\nREQ-Y-1\tb.CTest#three\n");
        var told = run(0);
        assertThat(told)
                .contains("Exigences prouvées : 2 sur 4")
                .containsPattern("X +1 sur +2")
                .containsPattern("Y +1 sur +2");
        assertThat(report())
                .contains(
                        "- **REQ-X-1** One, with a comma and a \"quote\". *(5 steps)*\n  - `a.ATest#one`\n  - `a.BTest#two`\n  - `b.CTest#three`\n")
                .contains("## Pas encore prouvées\n\n- **REQ-X-2** Two.\n\n")
                .contains("- **REQ-Y-2** Four.  \n  Pourquoi : A matter of people.\n");
    }

    @Test
    void an_unknown_identifier_is_refused_with_the_test_that_says_it() throws Exception {
        write("app/target/proven-requirements.txt", "REQ-X-9\ta.ATest#one\nREQ-X-1\ta.ATest#one\n");
        assertThat(run(1))
                .contains("REQ-X-9 n’est pas dans le catalogue : a.ATest#one")
                .contains("Exigences prouvées : 1 sur 4");
    }

    @Test
    void proven_and_out_of_reach_is_a_contradiction() throws Exception {
        write("app/target/proven-requirements.txt", "REQ-Y-2\ta.ATest#one\n");
        assertThat(run(1)).contains("REQ-Y-2 est prouvée par un test et déclarée hors de portée");
    }

    @Test
    void what_software_cannot_meet_is_known_once_and_explained() throws Exception {
        write(
                "docs/requirements-not-software.csv",
                "id,why\nREQ-Z-1,Why.\nREQ-X-1,\nREQ-X-2,a\nREQ-X-2,b\n");
        assertThat(run(1))
                .contains(
                        "REQ-Z-1 (requirements-not-software.csv)",
                        "REQ-X-1 est déclarée hors de portée sans dire pourquoi",
                        "REQ-X-2 est deux fois dans requirements-not-software.csv");
    }

    @Test
    void without_any_test_nothing_is_proven() throws Exception {
        assertThat(run(0)).contains("Exigences prouvées : 0 sur 4");
    }

    @Test
    void a_broken_catalogue_is_not_counted() throws Exception {
        write("docs/requirements.csv", "id,actor,requirement,rule,source,area\nREQ-X-1,GP\n");
        assertThat(run(2)).contains("6 colonnes attendues, 2 trouvées");
        Files.delete(root.resolve("docs/requirements.csv"));
        assertThat(run(2)).contains("Fichier illisible");
    }

    private String run(int expected) {
        var told = new ByteArrayOutputStream();
        assertThat(
                        RequirementsReport.run(
                                root, new PrintStream(told, true, StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        return told.toString(StandardCharsets.UTF_8);
    }

    private String report() throws Exception {
        return Files.readString(root.resolve("target/requirements-report.md"));
    }

    private void write(String path, String text) throws Exception {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
