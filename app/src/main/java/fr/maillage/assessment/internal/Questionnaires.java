package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.platform.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;
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

    private static final int MOST_KEPT = 200;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final FutureTask<QuestionnaireEngine> engine =
            new FutureTask<>(() -> build().with(this::elsewhere));

    /// Compiled definitions that are not on the classpath; the least used leaves first.
    private final Map<String, Definition> compiled =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Definition> eldest) {
                            return size() > MOST_KEPT;
                        }
                    });

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
            systematic();
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

    /// What the themes ask, in the place of what they asked at the last start.
    private void systematic() {
        var rows = json.writeValueAsString(SystematicTable.rows(json));
        sql.sql(
                        """
                        insert into assessment.systematic as kept
                        select * from jsonb_populate_recordset(null::assessment.systematic, cast(:rows as jsonb)) y
                        on conflict (rank) do update
                          set (code, theme_code, moment, age_months, next_months, within_days, from_months, until_months, sex, source)
                            = (excluded.code, excluded.theme_code, excluded.moment, excluded.age_months, excluded.next_months, excluded.within_days,
                               excluded.from_months, excluded.until_months, excluded.sex, excluded.source)
                          where kept is distinct from excluded
                        """)
                .param("rows", rows)
                .update();
        sql.sql(
                        """
                        delete from assessment.systematic
                         where rank > (select jsonb_array_length(cast(:rows as jsonb)))
                        """)
                .param("rows", rows)
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

    /// A version the application does not ship any more, or one that the structure published: what
    /// was begun with it is read with it. Asked once for each structure: what was published never
    /// changes.
    private @Nullable Definition elsewhere(String canonical) {
        var acting = Tenancy.current().acting();
        var key = acting + " " + canonical;
        var known = compiled.get(key);
        if (known != null) return known;
        var text =
                sql.sql(
                                """
                                select definition from assessment.imported where url || '|' || version = :canonical and status <> 'A_ESSAYER'
                                union all
                                select definition::text from assessment.questionnaire where url || '|' || version = :canonical
                                limit 1
                                """)
                        .param("canonical", canonical)
                        .query(String.class)
                        .optional();
        if (text.isEmpty()) return null;
        var definition = engine().compileAgain(parsed(text.get()));
        compiled.put(key, definition);
        return definition;
    }

    /// A definition as the database keeps it.
    static Questionnaire parsed(String definition) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Questionnaire.class, definition);
    }

    /// The engine for a file that is tried: it knows that one besides.
    QuestionnaireEngine trial(Imported file, String text) {
        var definition =
                compiled.computeIfAbsent(
                        file.id().toString(), _ -> engine().compileAgain(parsed(text)));
        return engine().with(canonical ->
                canonical.equals(file.canonical()) ? definition : elsewhere(canonical));
    }

    /// A file that is tried has changed, or is gone.
    void forget(UUID file) {
        compiled.remove(file.toString());
    }

    /// What may be started today: the latest version of each shipped questionnaire, and of those
    /// the structure published. Joins the caller's transaction.
    List<Known> startable() {
        var latest = new LinkedHashMap<String, Known>();
        for (var one : all())
            latest.merge(
                    one.code(),
                    one,
                    (a, b) ->
                            QuestionnaireEngine.compareVersions(a.version(), b.version()) >= 0
                                    ? a
                                    : b);
        return List.copyOf(latest.values());
    }

    private List<Known> all() {
        return sql.sql(
                        """
                        select url, version, code, title from assessment.questionnaire
                        union all select url, version, code, title from assessment.imported where status = 'PUBLIE'
                        order by code
                        """)
                .query(DataClassRowMapper.newInstance(Known.class))
                .list();
    }

    /// What an evaluation by this very version is begun with; empty when nobody knows it. Joins the
    /// caller's transaction.
    Optional<Known> byCanonical(String canonical) {
        return all().stream().filter(one -> one.canonical().equals(canonical)).findFirst();
    }
}
