package fr.maillage.testing;

import fr.maillage.platform.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Every statement that the tests make the application execute, with the values of a few
/// executions, so that it can be replayed under another structure.
public final class RecordedStatements implements QueryExecutionListener {

    private static final int KEPT = 3;
    private static final RecordedStatements ALL = new RecordedStatements();

    private final Map<String, List<Execution>> executions = new ConcurrentHashMap<>();
    private final Set<String> texts = java.util.Collections.synchronizedSet(new TreeSet<>());

    private final Map<String, LongAdder> times = new ConcurrentHashMap<>();

    /// One execution: its values, and the context it ran under.
    public record Execution(String sql, List<ParameterSetOperation> parameters, Tenancy tenancy) {}

    /// Those of this JVM.
    public static RecordedStatements all() {
        return ALL;
    }

    /// Executions of statements that ran inside a structure, a few for each text.
    public List<Execution> executions() {
        return executions.values().stream().flatMap(List::stream).toList();
    }

    /// Every text executed, whatever the context.
    public Set<String> texts() {
        return Set.copyOf(texts);
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

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (var query : queries) {
            texts.add(query.getQuery());
            times.computeIfAbsent(query.getQuery(), _ -> new LongAdder()).increment();
            var tenancy = Tenancy.current();
            if (!execution.isSuccess() || tenancy.readable().isEmpty()) continue;
            var kept =
                    executions.computeIfAbsent(
                            query.getQuery(),
                            _ -> java.util.Collections.synchronizedList(new ArrayList<>()));
            var parameters = query.getParametersList();
            if (kept.size() < KEPT && !parameters.isEmpty()) {
                kept.add(
                        new Execution(
                                query.getQuery(), List.copyOf(parameters.getFirst()), tenancy));
            }
        }
    }

    /// Puts the recorder in front of the pool.
    static final class Wrapping implements BeanPostProcessor {
        @Override
        public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool
                    ? ProxyDataSourceBuilder.create(pool).listener(ALL).build()
                    : bean;
        }
    }
}
