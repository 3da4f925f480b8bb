package fr.maillage.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.maillage.kernel.NetworkId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Long works that wait to be done: a line of `platform.scheduled_tasks` each, which survives a
/// restart.
@Component
public class LongWorks {

    /// The table of what is to be done.
    public static final String TABLE = "platform.scheduled_tasks";

    private final DataSource dataSource;
    private final ObjectProvider<LongWork> works;

    LongWorks(DataSource dataSource, ObjectProvider<LongWork> works) {
        this.dataSource = dataSource;
        this.works = works;
    }

    /// Has a work done soon, once the transaction of the caller is over; asked twice before it
    /// begins, it is done once.
    public void start(LongWork kind, NetworkId network, UUID work) {
        var instance = new TaskInstance<Void>(kind.name(), network.value() + ":" + work);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            schedule(instance);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        schedule(instance);
                    }
                });
    }

    private void schedule(TaskInstance<Void> instance) {
        SchedulerClient.Builder.create(dataSource)
                .tableName(TABLE)
                .build()
                .scheduleIfNotExists(instance, Instant.EPOCH);
    }

    /// What the scheduler runs.
    public List<Task<?>> tasks() {
        return works.stream().<Task<?>>map(LongWorks::task).toList();
    }

    private static Task<?> task(LongWork work) {
        return Tasks.oneTime(work.name())
                .execute((instance, _) -> {
                    var ids = instance.getId().split(":");
                    work.run(new NetworkId(UUID.fromString(ids[0])), UUID.fromString(ids[1]));
                });
    }
}
