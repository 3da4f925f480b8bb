package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The questionnaires this installation knows. Their text is put in the database at start, before
/// anything may refer to it; the engine, whose compilation takes seconds, is built in the
/// background once the application answers, or by the first who needs it.
@Component
class Questionnaires implements SmartInitializingSingleton {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final FutureTask<QuestionnaireEngine> engine = new FutureTask<>(Questionnaires::build);

    Questionnaires(
            JdbcClient sql, PlatformTransactionManager transactions, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.json = json;
    }

    /// A questionnaire one may start: the highest version of each.
    ///
    /// @param code `aggir`, `evaluation-multidimensionnelle`…
    record Known(String url, String version, String code, String title) {
        String canonical() {
            return url + "|" + version;
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> {
            try {
                for (var file :
                        new PathMatchingResourcePatternResolver()
                                .getResources("classpath*:assessment/questionnaires/*.json")) {
                    store(file.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void store(String definition) {
        var read = json.readTree(definition);
        sql.sql(
                        """
                        insert into assessment.questionnaire (url, version, code, title, definition, loaded_at)
                        values (:url, :version, :code, :title, cast(:definition as jsonb), :at)
                        on conflict (url, version) do update
                          set code = excluded.code, title = excluded.title, definition = excluded.definition, loaded_at = excluded.loaded_at
                          where assessment.questionnaire.definition <> excluded.definition
                        """)
                .param("url", read.path("url").asString())
                .param("version", read.path("version").asString())
                .param("code", read.path("id").asString())
                .param("title", read.path("title").asString())
                .param("definition", definition)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warm() {
        Thread.ofPlatform().daemon().name("questionnaires").start(engine);
    }

    static QuestionnaireEngine build() {
        return withOwnLoader(() -> QuestionnaireEngine.fromClasspath(FhirContext.forR4Cached()));
    }

    /// HAPI looks its parts up through the class loader of the thread, and whoever needs them first
    /// makes them: in the packaged jar, a thread of the common pool would find none.
    static <T> T withOwnLoader(Supplier<T> made) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(Questionnaires.class.getClassLoader());
        try {
            return made.get();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /// The engine; waits for it when it is still being built.
    QuestionnaireEngine engine() {
        engine.run(); // does nothing when somebody else runs it, or ran it
        try {
            return engine.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the questionnaires were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the questionnaires cannot be read", e.getCause());
        }
    }

    /// What may be started today, by title. Joins the caller's transaction.
    List<Known> startable() {
        return sql.sql(
                        """
                        select distinct on (code) url, version, code, title from assessment.questionnaire
                        order by code, string_to_array(regexp_replace(version, '[^0-9.]', '', 'g'), '.')::int[] desc
                        """)
                .query(DataClassRowMapper.newInstance(Known.class))
                .list();
    }
}
