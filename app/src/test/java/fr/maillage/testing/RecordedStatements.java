package fr.maillage.testing;

import fr.maillage.platform.Owner;
import fr.maillage.platform.Tenancy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Every statement that the tests make the application execute, with the values of a few
/// executions, so that [Isolation] can replay it under another structure.
public final class RecordedStatements implements QueryExecutionListener {

    private static final int KEPT = 3;
    private static final RecordedStatements ALL = new RecordedStatements();

    private final Map<String, LongAdder> times = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> kept = new ConcurrentHashMap<>();
    private final Queue<String> texts = new ConcurrentLinkedQueue<>();
    private final Queue<Execution> executions = new ConcurrentLinkedQueue<>();

    /// One execution, with its values.
    public record Execution(String sql, List<ParameterSetOperation> parameters) {}

    /// Those of this JVM.
    public static RecordedStatements all() {
        return ALL;
    }

    /// Executions of statements that ran inside a structure, a few for each text: those since the
    /// last time they were taken.
    List<Execution> takeExecutions() {
        return taken(executions);
    }

    /// Every text executed, whatever the context, that was not yet taken.
    List<String> takeTexts() {
        return taken(texts);
    }

    private static <T> List<T> taken(Queue<T> from) {
        return Stream.generate(from::poll).takeWhile(Objects::nonNull).toList();
    }

    /// How often statements with these words were executed: what a page costs.
    public long executed(String words) {
        return times.entrySet().stream()
                .filter(e -> e.getKey().contains(words))
                .mapToLong(e -> e.getValue().sum())
                .sum();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    private void said(String text) {
        times.computeIfAbsent(
                        text,
                        _ -> {
                            texts.add(text);
                            return new LongAdder();
                        })
                .increment();
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (var query : queries) {
            var text = query.getQuery();
            said(text);
            var parameters = query.getParametersList();
            if (execution.isSuccess()
                    && !Tenancy.current().readable().isEmpty()
                    && !parameters.isEmpty()
                    && kept.computeIfAbsent(text, _ -> new AtomicInteger()).getAndIncrement()
                            < KEPT)
                executions.add(new Execution(text, List.copyOf(parameters.getFirst())));
        }
    }

    /// Puts the recorder in front of the pool, and of the owner's connections: of these the texts
    /// alone, since no policy holds for them.
    static final class Wrapping implements BeanPostProcessor {
        @Override
        public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Owner owner) {
                var texts = ProxyDataSourceBuilder.create(new Connections(owner));
                texts.afterQuery((_, queries) -> queries.forEach(q -> ALL.said(q.getQuery())));
                var recorded = texts.build();
                return (Owner) recorded::getConnection;
            }
            return bean instanceof DataSource pool
                    ? ProxyDataSourceBuilder.create(pool).listener(ALL).build()
                    : bean;
        }
    }

    /// The owner's connections as a source of them.
    private static final class Connections extends AbstractDataSource {

        private final Owner owner;

        Connections(Owner owner) {
            this.owner = owner;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return owner.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return owner.connect();
        }
    }
}
