package fr.maillage.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.documents.StoredContents.Missing;
import fr.maillage.documents.internal.DocumentsProperties.Store;
import fr.maillage.documents.internal.Reception.Good;
import fr.maillage.registry.StoredTexts;
import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/// Contents kept in a folder instead of the database.
@IntegrationTest
class FolderTest {

    @Autowired Cast cast;

    @Autowired JdbcClient sql;

    @Autowired PlatformTransactionManager transactions;

    @Autowired Clock clock;

    @Autowired ApplicationContext application;

    @Autowired StoredTexts texts;

    @TempDir Path root;

    private Contents contents;

    @BeforeEach
    void inAFolder() {
        contents =
                new Contents(
                        sql,
                        transactions,
                        new Folder(root),
                        new DocumentsProperties(
                                Store.FOLDER,
                                root,
                                DataSize.ofMegabytes(20),
                                null,
                                Duration.ofSeconds(1),
                                300,
                                Duration.ofSeconds(10)),
                        clock);
    }

    @Test
    void names_are_ids_and_what_is_deleted_or_altered_behind_our_back_is_told_apart()
            throws Exception {
        var one = put("bonjour");
        var two = put("bonsoir");
        var file = file(one);
        assertThat(file).hasContent("bonjour");
        assertThat(root.relativize(file).toString())
                .matches("[0-9a-f-]{36}/[0-9a-f]{2}/[0-9a-f-]{36}")
                .startsWith(cast.calais.value().toString())
                .endsWith(one.toString());
        inCalais(() -> {
            assertThat(contents.check(one)).isEqualTo("INTACT");
            try (var in = contents.open(one)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("bonjour");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        Files.writeString(file(two), "autre chose");
        Files.delete(file);
        Files.writeString(file.resolveSibling(UUID.randomUUID().toString()), "sans fiche");
        inCalais(() -> {
            var found = contents.verify();
            assertThat(found.missing()).contains(one);
            assertThat(found.altered()).contains(two);
            assertThat(found.orphans()).isEqualTo(1);
            assertThat(state(one)).isEqualTo("INTROUVABLE");
            assertThatThrownBy(() -> contents.open(one)).isInstanceOf(Missing.class);
        });

        var said = new ArrayList<String>();
        var verification = new DocumentsVerification(sql, contents, texts, application);
        assertThat(verification.verify(said::add)).as("exit code").isEqualTo(1);
        assertThat(said)
                .filteredOn(line -> line.contains(cast.calais.value().toString()))
                .singleElement()
                .asString()
                .contains("introuvables", one.toString(), "altérés", two.toString());
        assertThat(String.join(" ", said)).doesNotContain("bonjour");

        Files.writeString(file, "bonjour");
        inCalais(() -> assertThat(contents.check(one)).isEqualTo("INTACT"));
        assertThat(cast.in(cast.calais, () -> state(one)))
                .as("found again, as after a restore")
                .isEqualTo("INTACT");
    }

    @Test
    void a_transaction_that_fails_leaves_no_file() throws Exception {
        assertThatThrownBy(() ->
                        cast.in(
                                cast.calais,
                                () -> {
                                    kept("perdu");
                                    throw new IllegalStateException("afterwards");
                                }))
                .hasMessage("afterwards");
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private UUID put(String words) {
        return cast.in(cast.calais, () -> kept(words));
    }

    private UUID kept(String words) {
        try (var file =
                Incoming.of(
                        "x.txt",
                        new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)))) {
            var good = new Good(file, new Inspection.Accepted(Format.TXT, null));
            return contents.put(good.file(), good.found().format(), null);
        }
    }

    private Path file(UUID content) {
        return new Folder(root).file(cast.calais.value(), content);
    }

    private void inCalais(Runnable work) {
        cast.calaisCoordinator.tenancy().run(work);
    }

    private String state(UUID content) {
        return cast.in(
                cast.calais,
                () ->
                        sql.sql("select state from documents.content where id = :id")
                                .param("id", content)
                                .query((row, _) -> row.getString("state"))
                                .single());
    }
}
