package fr.maillage.platform;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Long works that wait to be done: a line of `platform.scheduled_tasks` each, which survives a
/// restart.
@Component
public class LongWorks {

    /// The table of what is to be done.
    public static final String TABLE = "platform.scheduled_tasks";

    private final JdbcClient sql;
    private final ObjectProvider<LongWork> works;

    LongWorks(JdbcClient sql, ObjectProvider<LongWork> works) {
        this.sql = sql;
        this.works = works;
    }

    /// Has a work done soon, in the transaction that asks for it: what is committed will be done,
    /// whatever stops the application next.
    @Transactional
    public void start(LongWork kind, NetworkId network, UUID work) {
        // a line of its own each time: one asked for while the former ends is not lost with it
        sql.sql(
                        "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version) values (:kind, :work, :soon, false, 1)")
                .param("kind", kind.name())
                .param("work", network.value() + ":" + work + ":" + Ids.next())
                .param("soon", Timestamp.from(Instant.EPOCH))
                .update();
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
